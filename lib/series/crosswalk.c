#include "crosswalk.h"

const char *const crossing_relation_name[CROSSING_RELATIONS] = {
	[CROSSING_SAME] = "same", [CROSSING_NEAR] = "near",
	[CROSSING_NEVER] = "never",
};

static const struct slice any_form = { "any", 3 };

size_t
crosswalk_series(const struct crosswalk *crosswalk, struct slice key)
{
	size_t i = 0;

	while (i < crosswalk->n && !slice_eq(crosswalk->series[i].key, key))
		i++;
	return i;
}

int
crossing_distance(const struct crosswalk *crosswalk,
    const struct crossing *crossing, struct slice form)
{
	size_t i = form_number(crosswalk->forms, form);
	int    steps = 0;

	if (slice_eq(crossing->form, any_form))
		return FORMS_KNOWN_MAX;
	for (; i != NO_FORM; i = crosswalk->forms->form[i].like, steps++)
		if (slice_eq(crosswalk->forms->form[i].name, crossing->form))
			return steps;
	return -1;
}

bool
series_takes_unit(const struct series_definition *series, struct slice name,
    int *power)
{
	struct unit unit;

	*power = 0;
	/* What a form prints no unit with it counts. */
	if (name.n == 0)
		return series->unit.kind == UNIT_COUNT;
	if (!unit_is(name, &unit) || unit.kind != series->unit.kind)
		return false;
	if (unit.kind != UNIT_MONEY)
		return true;
	*power = unit.power - series->unit.power;
	return unit.power != UNIT_NO_POWER;
}
