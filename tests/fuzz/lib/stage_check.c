#define main check_main
#include "../../../filters/check.c"
#undef main
#include "stage.h"

/* With the rules that are loaded once, and plans made before. */
static void
begin_anew(struct check *check)
{
	struct findings *findings = &check->inspection.findings;

	series_forget(&check->inspection.series);
	roster_free(&check->inspection.roster);
	findings_free(findings);
	*findings = (struct findings){ .language = RULE_CHINESE };
	for (int v = 0; v < VERDICT_NONE; v++)
		findings->wanted[v] = true;
	findings_start(findings, &check->rules, check->forms);
}

struct slice
stage_check(struct slice facts, struct slice roster, struct slice waivers)
{
	static struct check check;
	struct inspection  *inspection = &check.inspection;

	if (check.forms == NULL)
		start(&check, "check");
	begin_anew(&check);
	stage_begin();
	if (roster_read_text(&inspection->roster, roster, "roster",
	    &check.rules) &&
	    waivers_read(&inspection->findings.waivers, waivers, "waivers",
	    &check.rules))
		judge(&check, stage_file(facts), 1);
	return stage_output();
}
