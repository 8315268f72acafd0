#define main tabulate_main
#include "../../../filters/tabulate.c"
#undef main
#include "stage.h"

struct slice
stage_tabulate(struct slice blocks, bool explains)
{
	static struct state figures, explanation = { .explains = true };
	struct state       *state = explains ? &explanation : &figures;

	if (state->forms == NULL)
		start(state);
	stage_begin();
	documents_each(&block_schema, stage_file(blocks), 1, tabulate, state);
	return stage_output();
}
