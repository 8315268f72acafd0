#include "unclaimed.h"

#include "base/digits.h"

void
unclaimed_take(struct cells *cells, size_t row, size_t end)
{
	for (; row < cells->rows && cells->row[row].first < end; row++)
		cells->row[row].taken = true;
}

void
unclaimed_note_orphan(struct cells *cells, size_t row, size_t end, size_t table)
{
	for (; row < cells->rows && cells->row[row].first < end; row++)
		cells->row[row].orphan_of = table + 1;
}

/* Whether TEXT begins with a letter of ASCII. */
static bool
is_letter(struct slice text)
{
	return text.n > 0 && ((text.p[0] | 0x20) >= 'a' &&
	    (text.p[0] | 0x20) <= 'z');
}

/* Whether TEXT has what was seen and not read (U+FFFC), or is nothing but characters that
 * were lost (U+FFFD). */
static bool
is_unread(struct slice text)
{
	size_t lost = 0;

	for (size_t i = 0; i + 2 < text.n; i++) {
		if (slice_starts(slice_from(text, i), SLICE("\xEF\xBF\xBC")))
			return true;
		lost += slice_starts(slice_from(text, i), SLICE("\xEF\xBF\xBD"));
	}
	return lost > 0 && 3 * lost == text.n;
}

/* How many figures stand in TEXT with nothing but a blank between two of them, as
 * where cells of several rows became one. */
static size_t
figures_in_line(struct slice text)
{
	size_t n = 0;

	for (size_t i = 1; i + 1 < text.n; i++)
		n += text.p[i] == ' ' &&
		    is_digit((unsigned char)text.p[i - 1]) &&
		    is_digit((unsigned char)text.p[i + 1]);
	return n > 0 ? n + 1 : 0;
}

/* How many figures CELL may have: one, or those that a text ends in, be it a name and
 * what stood below it, or a line of them. */
static size_t
cell_figures(const struct table_cell *cell)
{
	struct slice text = cell->text;
	size_t       n = 0;

	if (cell->kind == CELL_FIGURE)
		return cell->figure.state == FIGURE_NUMBER;
	if (cell->kind == CELL_TEXT && is_unread(text))
		return 1;
	while (slice_ends(text, SLICE("\xEF\xBF\xBD")))	/* lost */
		text.n -= 3;
	/* Unnamed: 7 is a column's. */
	if ((cell->kind == CELL_TEXT && !is_letter(text)) ||
	    cell->kind == CELL_DIGITS)
		for (; text.n > 0 && is_digit(text.p[text.n - 1]); n++) {
			while (text.n > 0 && is_digit(text.p[text.n - 1]))
				text.n--;
			while (text.n > 0 && text.p[text.n - 1] == ' ')
				text.n--;
		}
	return n > 0 || cell->kind != CELL_TEXT ? n : figures_in_line(text);
}

static size_t
count_figures(const struct cells *cells, const struct cell_row *row)
{
	size_t figures = 0;

	for (size_t i = row->first; i < row->end; i++)
		figures += cell_figures(&cells->cell[i]);
	return figures;
}

/* Whether SECTION is OUTER, or one of its own: requests.3.  All are in an empty one. */
static bool
is_within(struct slice section, struct slice outer)
{
	return outer.n == 0 || (slice_starts(section, outer) &&
	    (section.n == outer.n || section.p[outer.n] == '.'));
}

const struct cell_row *
unclaimed_find(const struct cells *cells, const struct unclaimed_place *place,
    size_t *figures)
{
	const struct cell_row *found = NULL;

	*figures = 0;
	for (size_t i = place->begin; i < place->end; i++) {
		const struct cell_row *row = &cells->row[i];
		size_t                 n = row->taken ||
		    row->orphan_of == place->table + 1 ||
		    !is_within(row->section, place->section) ? 0 :
		    count_figures(cells, row);

		if (n > 0 && found == NULL)
			found = row;
		*figures += n;
	}
	return found;
}
