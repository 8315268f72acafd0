#define main reuse_main
#include "../../../filters/reuse.c"
#undef main
#include "stage.h"

struct slice
stage_reuse(struct slice blocks)
{
	static struct state state;

	/* All that is shared is told. */
	state.reuse = (struct reuse){ .limits = { .characters = 1, .common = 8 } };
	stage_begin();
	documents_each(&block_schema, stage_file(blocks), 1, document, &state);
	reuse_tell(&state.reuse, write_pair, &state);
	reuse_free(&state.reuse);
	return stage_output();
}
