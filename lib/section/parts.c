#include "parts.h"

#include <stdlib.h>

#include "base/memory.h"
#include "date.h"
#include "line_pattern.h"
#include "pinyin.h"
#include "text/fold.h"

const struct slice section_preamble = { "preamble", 8 };
const struct slice section_furniture = { "furniture", 9 };
const struct slice section_signature = { "signature", 9 };
const struct slice section_annex = { "annex", 5 };

/* The text of PART folded, once for all who ask. */
static struct slice
fold_whole(struct parts *parts, struct part *part)
{
	if (part->whole.n == 0)
		part->whole = pinyin_fold(&parts->arena, part->text);
	return part->whole;
}

struct slice
part_fold(struct parts *parts, struct part *part)
{
	return part_is_line(part) ? part->folded : fold_whole(parts, part);
}

struct slice
part_short_cell(struct parts *parts, struct part *part)
{
	return part->kind == PART_CELL && part->text.n <= PART_SHORT ?
	    fold_whole(parts, part) : (struct slice){ "", 0 };
}

bool
part_is_a(struct part *part, const char *kind)
{
	if (part->line.n == 0)
		part->line = line_pattern_find(DATA_PAGE_LINES, part->folded,
		    NULL);
	if (part->line.n == 0)
		part->line = SLICE("-");
	return slice_is(part->line, kind);
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

const struct part *
parts_at(const struct parts *parts, size_t i)
{
	return i < parts->n ? &parts->part[i] : NULL;
}

void
parts_collect_around(struct parts *parts)
{
	parts->arounds = 0;
	for (size_t i = parts->metas; i < parts->n; i++) {
		struct part *part = &parts->part[i];

		if (part->kind == PART_META || (i >= parts->body &&
		    !part_is_furniture(part) &&
		    !part_is_in(part, section_signature)))
			continue;
		parts->around = memory_room(parts->around,
		    &parts->around_room, parts->arounds,
		    sizeof(struct part *));
		parts->around[parts->arounds++] = part;
	}
}

void
parts_free(struct parts *parts)
{
	free(parts->part);
	free(parts->around);
	arena_free(&parts->arena);
}
