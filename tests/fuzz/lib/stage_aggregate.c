#define main aggregate_main
#include "../../../filters/aggregate.c"
#undef main
#include "stage.h"

struct slice
stage_aggregate(struct slice facts, const struct stage_option option[])
{
	static struct aggregate aggregate;

	memset(&aggregate, 0, sizeof(aggregate));
	for (; option->letter != 0; option++)
		if (set(&aggregate, option->letter, option->value) != NULL)
			abort();
	start(&aggregate);
	stage_begin();
	summarize(&aggregate, stage_file(facts), 1);
	finish(&aggregate);
	return stage_output();
}
