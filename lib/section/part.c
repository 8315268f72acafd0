/* What single parts of a report are. */
#include "date.h"
#include "pattern.h"
#include "report.h"

const struct slice section_preamble = { "preamble", 8 };
const struct slice section_furniture = { "furniture", 9 };
const struct slice section_signature = { "signature", 9 };
const struct slice section_annex = { "annex", 5 };

enum part_kind
part_kind_of(const struct record *record)
{
	struct slice kind = record->field[BLOCK_KIND];

	switch (kind.n > 0 ? kind.p[0] : 't') {
	case 'm':
		return PART_META;
	case 'h':
		return PART_HEAD;
	case 'c':
		return PART_CELL;
	default:
		return PART_TEXT;
	}
}

static enum line_kind
kind_named(struct slice name)
{
	static const char *const names[] = {
		[LINE_OFFICE] = "office", [LINE_CLOSING] = "closing",
		[LINE_KEY] = "key", [LINE_FURNITURE] = "furniture",
	};

	for (int i = LINE_OFFICE; i <= LINE_FURNITURE; i++)
		if (slice_is(name, names[i]))
			return (enum line_kind)i;
	return LINE_PLAIN;
}

enum line_kind
part_line(struct part *part)
{
	const struct pattern *found;

	if (part->line == LINE_UNKNOWN) {
		found = patterns_find(patterns_of(DATA_PAGE_LINES),
		    part->folded, NULL);
		part->line = found != NULL ? kind_named(found->name) :
		    LINE_PLAIN;
	}
	return part->line;
}

bool
part_is_date(struct part *part)
{
	enum { SHORTEST = 8, LONGEST = 45 };	/* bytes: 2014-3-2 */
	struct date date;

	if (part->date == DATE_UNKNOWN)
		part->date = part->folded.n >= SHORTEST &&
		    part->folded.n <= LONGEST &&
		    date_is_line(part->text, &date) ? DATE_ALONE : DATE_NONE;
	return part->date == DATE_ALONE;
}
