#include <stdlib.h>

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
	run(&aggregate, stage_file(facts), 1);
	finish(&aggregate);
	return stage_output();
}

struct slice
stage_merge(struct slice part, struct slice other)
{
	static struct aggregate aggregate;
	bool                    is_good;

	memset(&aggregate, 0, sizeof(aggregate));
	set(&aggregate, OPTION_MERGE, NULL);
	start(&aggregate);
	stage_begin();
	aggregate.merger.census = &aggregate.census;
	is_good = merger_read(&aggregate.merger, stage_file(part)[0]);
	is_good = merger_read(&aggregate.merger, stage_file(other)[0]) &&
	    is_good;
	if (is_good)
		write_summary(&aggregate);
	finish(&aggregate);
	return stage_output();
}
