/* Cells of a row of a grid: heads and peers say whose columns they stand in. */
#include "place_internal.h"
#include "sums.h"

/* The columns of an item that the head does not have are missing.  Returns
 * how many it has. */
static size_t
columns_in_head(const struct seeking *s, bool has[FORM_COLS_MAX])
{
	size_t n = 0;

	for (int i = 0; i < s->item->cols; i++) {
		has[i] = s->entry->head != NULL &&
		    head_find(s->entry->head, s->item->col[i]) != NULL;
		n += has[i];
	}
	return n;
}

/* Whether every column of the head has a name that we know. */
static bool
head_is_whole(const struct head *head)
{
	for (size_t i = 0; i < head->columns; i++)
		if (head->column[i].code.n == 0)
			return false;
	return head->columns > 0;
}

/* A table that prints fewer columns than the form, as its head says. */
static bool
place_fewer(struct seeking *s)
{
	bool   has[FORM_COLS_MAX];
	size_t n = columns_in_head(s, has), next = 0;

	if (n == 0 || n == (size_t)s->item->cols || s->values != n ||
	    s->cells != n || !head_is_whole(s->entry->head))
		return false;
	for (int i = 0; i < s->item->cols; i++)
		if (has[i])
			place_figure(s, (size_t)i, s->value[next++]);
		else
			s->placing->missing[i] = true;
	s->placing->state = READ_PLACED;
	return true;
}

/* The figure in columns FROM to TO, NO_CELL for none.  A merged cell that a
 * converter repeated stands there several times with the same text; figures
 * that differ set *CLASH. */
static size_t
figure_between(const struct seeking *s, unsigned from, unsigned to, bool *clash)
{
	size_t found = NO_CELL;

	for (size_t i = 0; i < s->values; i++) {
		const struct cell *cell = &s->sheet->cell[s->value[i]];

		if (cell->col > to || cell->col + cell->cols - 1 < from)
			continue;
		if (found != NO_CELL &&
		    !slice_eq(s->sheet->cell[found].text, cell->text))
			*clash = true;
		found = s->value[i];
	}
	return found;
}

/* The first of the item's columns in the head; 0 unless the head has all. */
static unsigned
first_in_head(const struct seeking *s)
{
	const struct head *head = s->entry->head;
	unsigned           first = 0;

	if (head == NULL || head->width == 0)
		return 0;
	for (int i = 0; i < s->item->cols; i++) {
		const struct head_column *column =
		    head_find(head, s->item->col[i]);

		if (column == NULL || column->col == 0)
			return 0;
		if (first == 0 || column->col < first)
			first = column->col;
	}
	return first;
}

enum standing { STANDS_APART, STANDS_PERHAPS, STANDS_UNDER };

/* Whether the row stands so that the head's columns, from FIRST on, are its
 * own: its label ends right before them, or its peers' figures do. */
static enum standing
standing(const struct seeking *s, struct peers *peers, unsigned first)
{
	unsigned           end = seek_label_end(s);
	const struct peer *peer;

	if (end >= first || (seek_width(s) != s->entry->head->width &&
	    s->values < (size_t)s->item->cols))
		return STANDS_APART;
	if (end + 1 == first)
		return STANDS_UNDER;
	peer = find_peer(peers, seek_label_col(s), seek_width(s));
	if (peer != NULL)
		return !peer->doubt && peer->start == first ? STANDS_UNDER
		    : STANDS_APART;
	return s->placing->unit.n > 0 ? STANDS_UNDER : STANDS_PERHAPS;
}

/* Text that stands where COLUMN should have a figure. */
static size_t
text_under(const struct seeking *s, const struct head_column *column)
{
	for (size_t i = s->entry->first; i < s->entry->end; i++)
		if (s->sheet->cell[i].kind == CELL_TEXT &&
		    s->sheet->cell[i].col == column->col)
			return i;
	return NO_CELL;
}

/* Puts each column's figure from under its head.  Returns whether every figure
 * stands under one. */
static bool
put_by_head(struct seeking *s)
{
	size_t used = 0;
	bool   clash = false;

	for (int i = 0; i < s->item->cols; i++) {
		const struct head_column *column =
		    head_find(s->entry->head, s->item->col[i]);
		size_t cell = figure_between(s, column->col,
		    column->col + column->cols - 1, &clash);

		if (cell != NO_CELL) {
			place_figure(s, (size_t)i, cell);
			used++;
		} else if ((cell = text_under(s, column)) != NO_CELL)
			place_figure(s, (size_t)i, cell);
	}
	return !clash && used == s->values;
}

static void
clear(struct placing *placing)
{
	memset(placing->text, 0, sizeof(placing->text));
	placing->state = READ_UNCLEAR;
}

/* Takes each column's figure from under its head, if the row stands there, or
 * if it may and its own sum says so. */
static bool
place_by_head(struct seeking *s, struct peers *peers)
{
	unsigned      first = first_in_head(s);
	enum standing stands = first > 0 ? standing(s, peers, first)
	    : STANDS_APART;

	if (stands == STANDS_APART)
		return false;
	if (put_by_head(s) && (stands == STANDS_UNDER ||
	    (item_has_total(s->item) && sums_prove(s->placing->text,
	    (size_t)s->item->cols)))) {
		s->placing->state = READ_PLACED;
		return true;
	}
	clear(s->placing);
	return false;
}

/* Takes the columns that rows of the same shape take. */
static bool
place_by_peers(struct seeking *s, struct peers *peers)
{
	const struct peer *peer = find_peer(peers,
	    seek_label_col(s), seek_width(s));

	if (peer == NULL || peer->doubt || peer->count < 2)
		return false;
	for (size_t v = 0; v < s->values; v++) {
		unsigned at = s->sheet->cell[s->value[v]].col;

		if (at < peer->start ||
		    at >= peer->start + (unsigned)s->item->cols)
			return false;
	}
	for (size_t v = 0; v < s->values; v++)
		place_figure(s, s->sheet->cell[s->value[v]].col - peer->start,
		    s->value[v]);
	s->placing->state = READ_PLACED;
	return true;
}

/* A row that ends right behind the item's columns: there is one way only,
 * unless its peers are wider, or a head says otherwise: it lost a cell. */
static bool
place_by_width(struct seeking *s, const struct peers *peers)
{
	unsigned          end = seek_label_end(s);
	bool              has[FORM_COLS_MAX];

	if (s->placing->unit.n > 0 || end == 0 || columns_in_head(s, has) > 0 ||
	    seek_width(s) != end + (unsigned)s->item->cols ||
	    s->cells != (size_t)s->item->cols)
		return false;
	for (size_t i = 0; i < peers->count; i++)
		if (peers->peer[i].width != seek_width(s) &&
		    peers->peer[i].label_col == seek_label_col(s))
			return false;
	for (size_t v = 0; v < s->values; v++)
		place_figure(s, s->sheet->cell[s->value[v]].col - end - 1,
		    s->value[v]);
	s->placing->state = READ_PLACED;
	return true;
}

void
place_grid(struct seeking *s, struct peers *peers)
{
	if (is_run(s))
		place_run(s);
	else if (s->values == 0)
		s->placing->state = READ_PLACED;
	else if (place_by_head(s, peers))
		return;
	else if (s->values == (size_t)s->item->cols)
		place_all(s);
	else if (!place_fewer(s) && !place_by_peers(s, peers))
		place_by_width(s, peers);
}

/* Only a merged cell that was repeated over its span can be read. */
void
place_surplus(struct seeking *s)
{
	const struct cell *first = NULL;

	if (s->item->cols != 1 || s->entry->flowing)
		return;
	for (size_t i = s->entry->first; i < s->entry->end; i++) {
		const struct cell *cell = &s->sheet->cell[i];

		if (cell->kind != CELL_VALUE)
			continue;
		if (first != NULL && !slice_eq(first->text, cell->text))
			return;
		first = cell;
	}
	s->placing->text[0] = first->text;
	s->placing->loc[0] = first->loc;
	s->placing->state = READ_PLACED;
}
