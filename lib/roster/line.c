#include "line.h"

#include <stdio.h>

#include "base/diagnostics.h"
#include "base/digits.h"
#include "base/utf8.h"
#include "roster_words.h"
#include "section/date.h"
#include "section/identity/place.h"
#include "text/fold.h"

enum { NO_COLUMN = -1, YEAR_LEAST = 2008, YEAR_MOST = 2099 };

/* What is known of a list. */
struct roster_reading {
	const struct roster_rows *rows;
	const char               *file;
	struct arena              arena;	/* of the row at hand */
	size_t                    header;	/* ROWS->n: there is none */
	int                       of[ROSTER_COLUMNS];	/* cells by columns */
	int                       year;		/* of the title; 0: not said */
};

void
roster_row_warn(const char *file, const struct roster_row *row,
    const char *reason)
{
	char place[128];

	if (row->line > 0) {
		warn_at_line(file, row->line, "%s", reason);
		return;
	}
	snprintf(place, sizeof(place), "%.*s", (int)row->place.n,
	    row->place.p);
	warn_at(file, "%s: %s", place, reason);
}

/* Whether ROW names its columns, among them one of offices: to OF. */
static bool
read_header(const struct roster_row *row, struct arena *arena,
    int of[ROSTER_COLUMNS])
{
	for (int c = 0; c < ROSTER_COLUMNS; c++)
		of[c] = NO_COLUMN;
	for (int i = 0; i < row->cells; i++) {
		enum roster_cell_kind column = roster_column_named(
		    fold_label(arena, row->cell[i]));

		if (column < ROSTER_COLUMNS && of[column] == NO_COLUMN)
			of[column] = i;
	}
	return of[ROSTER_ORG] != NO_COLUMN;
}

static size_t
find_header(struct roster_reading *r)
{
	size_t i = 0;

	while (i < r->rows->n && !read_header(&r->rows->row[i], &r->arena,
	    r->of))
		i++;
	return i;
}

/* A cell as a year: 2024, 2024年, 2024年度.  0: it is none. */
static int
year_of(struct slice folded)
{
	size_t length;
	int    year = date_year(folded, &length);

	return length == folded.n && year >= YEAR_LEAST &&
	    year <= YEAR_MOST ? year : 0;
}

/* The only year that the text of ROW speaks of with 年 behind it; 0 without any, -1
 * if there are several. */
static int
year_in(const struct roster_row *row, struct arena *arena)
{
	int found = 0;

	for (int i = 0; i < row->cells; i++) {
		struct slice text = fold_text(arena, row->cell[i]);

		for (size_t at = 0; at < text.n; at++) {
			size_t length;
			int    year;

			if (at > 0 && is_digit(text.p[at - 1]))
				continue;
			year = date_year(slice_from(text, at), &length);
			if (year < YEAR_LEAST || year > YEAR_MOST ||
			    length <= 4)
				continue;
			found = found == 0 || found == year ? year : -1;
		}
	}
	return found;
}

/* What the title says of the year: 2024年度政府信息公开工作年度报告报送名册. */
static int
title_year(struct roster_reading *r)
{
	int found = 0;

	for (size_t i = 0; i < r->header && r->header < r->rows->n; i++) {
		int year = year_in(&r->rows->row[i], &r->arena);

		if (year != 0)
			found = found == 0 || found == year ? year : -1;
	}
	return found > 0 ? found : 0;
}

struct slice
roster_title_place(const struct roster_rows *rows, struct arena *arena)
{
	int of[ROSTER_COLUMNS];

	for (size_t i = 0; i < rows->n &&
	    !read_header(&rows->row[i], arena, of); i++)
		for (int c = 0; c < rows->row[i].cells; c++) {
			struct slice text = fold_text(arena,
			    rows->row[i].cell[c]), rest;
			struct place place[PLACES_MAX];

			if (place_chain(text, place, &rest) > 0)
				return (struct slice){ text.p,
				    text.n - rest.n };
		}
	return (struct slice){ "", 0 };
}

/* A day of so many since the end of 1899, as workbooks count them; 0: none of the
 * years that are meant. */
static long
serial_day(unsigned long long serial)
{
	enum { EPOCH = 25569, LEAST = 36526, MOST = 73050 };
	long days = (long)serial - EPOCH, z, era, of_era, of_year, year, m;

	if (serial < LEAST || serial > MOST)
		return 0;
	/* The civil day of a number of days, in years that begin in March. */
	z = days + 719468;
	era = z / 146097;
	of_era = z - era * 146097;
	year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) /
	    365;
	of_year = of_era - (365 * year + year / 4 - year / 100);
	m = (5 * of_year + 2) / 153;
	year += era * 400 + (m >= 10);
	return year * 10000 + (m < 10 ? m + 3 : m - 9) * 100 +
	    of_year - (153 * m + 2) / 5 + 1;
}

/* A cell as a day, yyyymmdd: 20250131, 2025-01-31, 2025年1月31日前, or the number that
 * a workbook has for it.  0: it is none. */
static long
day_of(struct slice folded)
{
	static const struct slice until[] = { { "\u4E4B\u524D", 6 },
	    { "\u4EE5\u524D", 6 }, { "\u524D", 3 } };	/* 之前 以前 前 */
	char               text[16];
	struct date        date;
	unsigned long long number;

	for (size_t i = 0; i < sizeof(until) / sizeof(until[0]); i++)
		if (slice_ends(folded, until[i])) {
			folded.n -= until[i].n;
			break;
		}
	if (digits_read(folded, 99999999, &number)) {
		if (folded.n != 8)
			return serial_day(number);
		snprintf(text, sizeof(text), "%.4s-%.2s-%.2s", folded.p,
		    folded.p + 4, folded.p + 6);
		folded = slice_of(text);
	}
	return date_is_line(folded, &date) && date.day > 0 ?
	    date_number(&date) : 0;
}

static bool
has_han(struct slice text)
{
	for (uint32_t c; text.n > 0;) {
		text = slice_from(text, utf8_decode(text, &c));
		if (c >= 0x3400 && c < 0xE000)
			return true;
	}
	return false;
}

/* Whether FOLDED has what the name of an office has not: a mark. */
static bool
has_mark(struct slice folded)
{
	for (uint32_t c; folded.n > 0;) {
		folded = slice_from(folded, utf8_decode(folded, &c));
		if (c == ':' || c == ',' || c == ';' || c == 0x3002 ||
		    c == 0x3001)	/* 。 、 */
			return true;
	}
	return false;
}

/* The cell of ROW that is the only one with something in it; NO_COLUMN: there are
 * several, or none. */
static int
only_cell(const struct roster_row *row)
{
	int only = NO_COLUMN;

	for (int i = 0; i < row->cells; i++)
		if (row->cell[i].n > 0) {
			if (only != NO_COLUMN)
				return NO_COLUMN;
			only = i;
		}
	return only;
}

static int
first_cell(const struct roster_row *row)
{
	int i = 0;

	while (i < row->cells && row->cell[i].n == 0)
		i++;
	return i;
}

/* Whether ROW, which is not blank, is none of the list: a note, a sum, the heading
 * of a part. */
static bool
is_note(struct roster_reading *r, const struct roster_row *row)
{
	int          first = first_cell(row), only = only_cell(row);
	struct slice text = fold_text(&r->arena, row->cell[first]);

	if (row->cell[first].p[0] == '#' || roster_note_begins(text))
		return true;
	return only != NO_COLUMN && ((r->of[ROSTER_ORG] != NO_COLUMN &&
	    only != r->of[ROSTER_ORG]) || has_mark(text));
}

/* What the cells of ROW are where no header says it: a year, a day, the name, who is
 * above. */
static void
guess_columns(struct roster_reading *r, const struct roster_row *row)
{
	for (int c = 0; c < ROSTER_COLUMNS; c++)
		r->of[c] = NO_COLUMN;
	for (int i = 0; i < row->cells; i++) {
		struct slice text = fold_text(&r->arena, row->cell[i]);
		int          column = ROSTER_COLUMNS;

		if (year_of(text) > 0)
			column = ROSTER_YEAR;
		else if (day_of(text) > 0)
			column = ROSTER_DUE;
		else if (has_han(text))
			column = r->of[ROSTER_ORG] == NO_COLUMN ? ROSTER_ORG :
			    ROSTER_PARENT;
		if (column < ROSTER_COLUMNS && r->of[column] == NO_COLUMN)
			r->of[column] = i;
	}
}

static struct slice
cell_of(const struct roster_reading *r, const struct roster_row *row,
    enum roster_cell_kind column)
{
	return r->of[column] == NO_COLUMN ? (struct slice){ "", 0 } :
	    utf8_trim(row->cell[r->of[column]]);
}

/* Reads ROW to LINE.  Returns NULL, or why it is none. */
static const char *
read_line(struct roster_reading *r, const struct roster_row *row,
    struct roster_line *line)
{
	struct slice year, due;

	*line = (struct roster_line){ .row = row,
	    .org = cell_of(r, row, ROSTER_ORG),
	    .region = cell_of(r, row, ROSTER_REGION),
	    .parent = cell_of(r, row, ROSTER_PARENT), .year = r->year };
	year = fold_text(&r->arena, cell_of(r, row, ROSTER_YEAR));
	due = fold_text(&r->arena, cell_of(r, row, ROSTER_DUE));
	if (!has_han(line->org))
		return line->org.n == 0 ? "no name of an office" :
		    "not the name of an office";
	if (year.n > 0)
		line->year = year_of(year);
	if (line->year == 0)
		return year.n > 0 ? "not a year" :
		    "no year: neither here nor in a title above the columns";
	if (due.n > 0 && (line->due = day_of(due)) == 0)
		return "not a date";
	return NULL;
}

/* Whether ROW is a line: to LINE.  One that is nearly one is told: *GOOD. */
static bool
take_row(struct roster_reading *r, const struct roster_row *row,
    struct roster_line *line, bool *good)
{
	int         of[ROSTER_COLUMNS];
	const char *reason;

	if (row->cells == 0 || row->is_heading)
		return false;
	if (read_header(row, &r->arena, of)) {	/* of another page */
		memcpy(r->of, of, sizeof(of));
		return false;
	}
	if (is_note(r, row))
		return false;
	if (r->header == r->rows->n)
		guess_columns(r, row);
	reason = read_line(r, row, line);
	if (reason == NULL)
		return true;
	roster_row_warn(r->file, row, reason);
	*good = false;
	return false;
}

bool
roster_lines_each(const struct roster_rows *rows, const char *file,
    roster_line_fn *fn, void *context)
{
	struct roster_reading r = { .rows = rows, .file = file };
	struct roster_line    line;
	bool                  good = true;

	r.header = find_header(&r);
	r.year = title_year(&r);
	for (size_t i = r.header < rows->n ? r.header : 0; i < rows->n; i++) {
		arena_reset(&r.arena);
		if (take_row(&r, &rows->row[i], &line, &good))
			fn(context, &line);
	}
	arena_free(&r.arena);
	return good;
}
