/* Reading a roster: its lines, the place that it is about, the keys of its offices. */
#include <stdlib.h>

#include "base/memory.h"
#include "base/seen.h"
#include "roster.h"
#include "roster/line.h"
#include "roster/rows_of_file.h"
#include "roster/rows_of_text.h"
#include "section/identity/office_key.h"

struct line_taker {
	struct roster *roster;
	const char    *file;
	struct seen    seen;
	bool           good;
};

/* A roster_line_fn.  One that has the name, region and year of another counts once;
 * where it says something else nobody could tell which of them holds. */
static void
take_line(void *context, const struct roster_line *line)
{
	struct line_taker         *taker = context;
	struct roster             *roster = taker->roster;
	struct slice               year = { (const char *)&line->year,
	    sizeof(line->year) };
	struct sighting           *sighting = seen_note(&taker->seen,
	    digest_on(digest_on(digest_of(year), line->org), line->region));
	const struct roster_entry *before;

	if (sighting->times > 1) {
		before = &roster->entry[sighting->mark];
		if (slice_eq(before->parent, line->parent) &&
		    before->due == line->due)
			return;
		roster_row_warn(taker->file, line->row, "has another parent "
		    "or date than a line above for the same office and year");
		taker->good = false;
		return;
	}
	sighting->mark = (unsigned)roster->n;
	*MEMORY_APPEND(roster->entry, roster->n, roster->room) =
	    (struct roster_entry){ .at = { .region = line->region,
	    .year = line->year }, .name = line->org, .region = line->region,
	    .parent = line->parent, .due = line->due };
	roster->wants[line->year] = true;
	roster->has_parents |= line->parent.n > 0;
}

/* The place that all offices of ROSTER are of that name one; else that of its
 * title. */
static struct slice
find_home(struct roster *roster)
{
	struct slice home = { "", 0 };

	for (size_t i = 0; i < roster->n; i++) {
		struct slice place = office_place_of(&roster->keys,
		    roster->entry[i].name);

		if (place.n == 0 || slice_starts(place, home)) {
			if (home.n == 0)
				home = place;
			continue;
		}
		if (!slice_starts(home, place))
			return SLICE("");
		home = place;
	}
	return home.n > 0 ? home : roster_title_place(&roster->rows,
	    &roster->keys);
}

/* Gives ENTRY its key. */
static void
set_key(struct roster *roster, struct roster_entry *entry)
{
	struct slice place = entry->region.n > 0 ? entry->region :
	    roster->home;
	bool         says_place;

	entry->at.org = office_key_in(&roster->keys, entry->name, place,
	    &says_place);
	if (says_place)
		return;
	entry->at.region = place;
	entry->is_open = place.n == 0;
}

/* An office that leaves its place unsaid is known by its name alone too: a report
 * may have lost the place. */
static void
add_names(struct roster *roster)
{
	for (size_t i = 0; i < roster->n; i++) {
		struct roster_entry *entry = &roster->entry[i];
		struct slice         name = office_key_of(&roster->keys,
		    entry->name);

		roster_names_add(&roster->names, entry->at.org, entry);
		if (!slice_eq(name, entry->at.org))
			roster_names_add(&roster->names, name, entry);
	}
	roster_names_sort(&roster->names);
}

static bool
take_rows(struct roster *roster, const char *file, const struct rules *rules)
{
	struct line_taker taker = { .roster = roster, .file = file,
	    .good = true };
	bool              good;

	roster->tree.rules = rules;
	good = roster_lines_each(&roster->rows, file, take_line, &taker);
	seen_free(&taker.seen);
	roster->home = find_home(roster);
	for (size_t i = 0; i < roster->n; i++)
		set_key(roster, &roster->entry[i]);
	office_years_sort(roster->entry, roster->n, sizeof(*roster->entry));
	add_names(roster);
	return good && taker.good;
}

bool
roster_read_file(struct roster *roster, const char *path,
    const char *extract, const struct rules *rules)
{
	bool all = roster_rows_of_file(&roster->rows, path, extract);

	return take_rows(roster, path, rules) && all;
}

bool
roster_read_text(struct roster *roster, struct slice text, const char *file,
    const struct rules *rules)
{
	bool all = roster_rows_of_text(&roster->rows, text) == NULL;

	return take_rows(roster, file, rules) && all;
}
