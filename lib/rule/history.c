#include "history.h"

#include <stdlib.h>

#include "base/memory.h"

void
history_begin(struct history *history)
{
	history->office++;
	history->is_known = false;
	history->expecteds = history->freshs = 0;
}

static void
allocate(struct history *history)
{
	history->lowest = memory_get(NAMES_MAX * sizeof(*history->lowest));
	history->highest = memory_get(NAMES_MAX * sizeof(*history->highest));
	history->stamp = memory_get(NAMES_MAX * sizeof(*history->stamp));
	memset(history->stamp, 0, NAMES_MAX * sizeof(*history->stamp));
	if (history->office == 0)
		history->office = 1;
}

static void
add_cell(struct history *history, const struct report_cell *cell)
{
	long long amount = cell->value.filled;
	unsigned  n = cell->number;

	if (history->stamp[n] != history->office) {
		history->stamp[n] = history->office;
		history->lowest[n] = history->highest[n] = amount;
	} else if (amount < history->lowest[n])
		history->lowest[n] = amount;
	else if (amount > history->highest[n])
		history->highest[n] = amount;
}

/* What this report made expected is for the next one. */
static void
turn(struct history *history)
{
	struct expected *old = history->expected;
	size_t           room = history->expected_room;

	history->expected = history->fresh;
	history->expecteds = history->freshs;
	history->expected_room = history->fresh_room;
	history->fresh = old;
	history->fresh_room = room;
	history->freshs = 0;
}

void
history_add(struct history *history, const struct report *report)
{
	if (history->stamp == NULL)
		allocate(history);
	history->is_known = true;
	for (size_t i = 0; i < report->cells; i++)
		if (report->cell[i].source == SOURCE_TABLE &&
		    report->cell[i].value.stated &&
		    interval_is_point(report->cell[i].value))
			add_cell(history, &report->cell[i]);
	turn(history);
}

bool
history_range(const struct history *history, unsigned number,
    long long *lowest, long long *highest)
{
	if (history->stamp == NULL || history->stamp[number] != history->office)
		return false;
	*lowest = history->lowest[number];
	*highest = history->highest[number];
	return true;
}

void
history_expect(struct history *history, const struct rule *rule,
    unsigned number, struct interval value)
{
	*MEMORY_APPEND(history->fresh, history->freshs, history->fresh_room) =
	    (struct expected){ rule, number, value };
}

const struct interval *
history_expected(const struct history *history, const struct rule *rule,
    unsigned number)
{
	for (size_t i = 0; i < history->expecteds; i++)
		if (history->expected[i].rule == rule &&
		    history->expected[i].number == number)
			return &history->expected[i].value;
	return NULL;
}

void
history_free(struct history *history)
{
	free(history->lowest);
	free(history->highest);
	free(history->stamp);
	free(history->expected);
	free(history->fresh);
	*history = (struct history){ .office = 0 };
}
