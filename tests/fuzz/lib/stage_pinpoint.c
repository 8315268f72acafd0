#define main pinpoint_main
#include "../../../filters/pinpoint.c"
#undef main
#include "stage.h"

/* A fault that is hard costs a tenth of what it may cost a user. */
enum { STAGE_STEPS = STEPS / 10 };

struct slice
stage_pinpoint(struct slice facts)
{
	static struct pinpoint pinpoint = { .effort.steps = STAGE_STEPS,
	    .sets = 10 };

	if (pinpoint.forms == NULL)
		start(&pinpoint);
	series_forget(&pinpoint.series);
	stage_begin();
	offices_each(stage_file(facts), 1, &pinpoint.series, document,
	    &pinpoint);
	return stage_output();
}
