/* The span of time a report covers: 统计期限自2018年1月1日起,至2018年12月31日止. */
#ifndef IDENTITY_PERIOD_H
#define IDENTITY_PERIOD_H

#include <stdbool.h>

#include "base/slice.h"
#include "section/date.h"

struct period {
	struct date  start, end;
	bool         repaired;	/* marks were lost and put back */
	struct slice text;	/* as it stands in the folded text */
};

/* Finds the period that TEXT, folded and without line breaks, states.  Where
 * marks are lost (201811日至20181231日) it is put together again only if that
 * gives 1 January to 31 December.  False when there is none. */
bool period_find(struct slice text, struct period *period);

#endif
