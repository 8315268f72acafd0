#define main sectionize_main
#include "../../../filters/sectionize.c"
#undef main
#include "stage.h"

struct slice
stage_sectionize(struct slice blocks)
{
	static struct sectionizer s;

	if (!words_loaded)
		load_words();
	stage_begin();
	documents_each(&block_schema, stage_file(blocks), 1, sectionize, &s);
	return stage_output();
}
