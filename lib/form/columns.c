#include "columns.h"

/* What is known about an entry while its columns are sought. */
struct seeking {
	const struct sheet     *sheet;
	const struct entry     *entry;
	const struct form_item *item;
	struct placing         *placing;
	size_t                  value[FORM_COLS_MAX];	/* cells with figures */
	size_t                  values;
	size_t                  cells;	/* that may hold figures */
};

static const struct row *
row_of(const struct sheet *sheet, const struct entry *entry)
{
	return &sheet->row[entry->row];
}

static unsigned
label_col(const struct sheet *sheet, const struct entry *entry)
{
	return entry->label != NO_CELL ? sheet->cell[entry->label].col : 0;
}

static unsigned
label_end(const struct sheet *sheet, const struct entry *entry)
{
	const struct cell *cell;

	if (entry->label == NO_CELL)
		return 0;
	cell = &sheet->cell[entry->label];
	return cell->col + cell->cols - 1;
}

/* Gathers the figures of the entry.  Returns false for more than the item has
 * columns. */
static bool
gather(struct seeking *s)
{
	s->values = s->cells = 0;
	for (size_t i = s->entry->first; i < s->entry->end; i++) {
		const struct cell *cell = &s->sheet->cell[i];

		if (cell->kind == CELL_UNIT && s->placing->unit.n == 0)
			s->placing->unit = cell->text;
		if (cell->kind == CELL_BLANK)
			s->cells++;
		if (cell->kind != CELL_VALUE && cell->kind != CELL_RUN)
			continue;
		s->cells++;
		if (s->values == (size_t)s->item->cols)
			return false;
		s->value[s->values++] = i;
	}
	return true;
}

static void
put(struct seeking *s, size_t column, size_t cell)
{
	s->placing->text[column] = s->sheet->cell[cell].text;
	s->placing->loc[column] = s->sheet->cell[cell].loc;
}

/* All figures are there: the first is the first column's, and so on. */
static void
put_all(struct seeking *s)
{
	for (size_t i = 0; i < s->values; i++)
		put(s, i, s->value[i]);
	s->placing->state = READ_PLACED;
}

/* 规章000: as many digits as columns, or nothing but zeros, or one column. */
static void
split_run(struct seeking *s, size_t cell)
{
	struct slice run = s->sheet->cell[cell].text;
	size_t       cols = (size_t)s->item->cols;
	bool         zeros = true, digits = true;

	for (size_t i = 0; i < run.n; i++) {
		zeros &= run.p[i] == '0';
		digits &= run.p[i] != '.';
	}
	if (cols == 1) {
		put(s, 0, cell);
		s->placing->state = READ_PLACED;
		return;
	}
	if (!digits || (run.n != cols && !zeros))
		return;
	for (size_t i = 0; i < cols; i++) {
		put(s, i, cell);
		s->placing->text[i] = (struct slice){
			run.p + (zeros ? 0 : i), 1 };
	}
	s->placing->state = READ_PLACED;
}

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
			put(s, (size_t)i, s->value[next++]);
		else
			s->placing->missing[i] = true;
	s->placing->state = READ_PLACED;
	return true;
}

/* Cells down the page: their number is all there is to go by. */
static void
place_flowing(struct seeking *s)
{
	size_t cols = (size_t)s->item->cols;

	if (s->values == 1 && s->sheet->cell[s->value[0]].kind == CELL_RUN)
		split_run(s, s->value[0]);
	else if (s->values == cols)
		put_all(s);
	else if (s->values == 0 && s->cells >= cols)
		s->placing->state = READ_PLACED;
	else if (s->cells == cols) {
		size_t column = 0;

		for (size_t i = s->entry->first; i < s->entry->end; i++) {
			enum cell_kind kind = s->sheet->cell[i].kind;

			if (kind == CELL_VALUE)
				put(s, column++, i);
			else if (kind == CELL_BLANK)
				column++;
		}
		s->placing->state = READ_PLACED;
	} else if (s->cells == 0)
		s->placing->state = READ_NOTHING;
	else
		place_fewer(s);
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

/* Where the row must stand for the head's columns to be its own. */
static bool
stands_under(const struct seeking *s, const struct peers *peers)
{
	const struct head *head = s->entry->head;
	const struct row  *row = row_of(s->sheet, s->entry);
	unsigned           first = 0;

	for (int i = 0; i < s->item->cols; i++) {
		const struct head_column *column =
		    head_find(head, s->item->col[i]);

		if (column == NULL || column->col == 0)
			return false;
		if (first == 0 || column->col < first)
			first = column->col;
	}
	if (label_end(s->sheet, s->entry) >= first)
		return false;
	if (row->width != head->width && s->values < (size_t)s->item->cols)
		return false;
	if (label_end(s->sheet, s->entry) + 1 == first)
		return true;
	for (size_t i = 0; i < peers->count; i++) {
		const struct peer *peer = &peers->peer[i];

		if (peer->label_col == label_col(s->sheet, s->entry) &&
		    peer->width == row->width)
			return !peer->doubt && peer->start == first;
	}
	return s->placing->unit.n > 0;
}

/* Takes each column's figure from under its head. */
static bool
place_by_head(struct seeking *s, const struct peers *peers)
{
	size_t used = 0;
	bool   clash = false;

	if (s->entry->head == NULL || s->entry->head->width == 0 ||
	    !stands_under(s, peers))
		return false;
	for (int i = 0; i < s->item->cols; i++) {
		const struct head_column *column =
		    head_find(s->entry->head, s->item->col[i]);
		size_t cell = figure_between(s, column->col,
		    column->col + column->cols - 1, &clash);

		if (cell == NO_CELL)
			continue;
		put(s, (size_t)i, cell);
		used++;
	}
	if (clash || used < s->values)
		return false;
	s->placing->state = READ_PLACED;
	return true;
}

/* Takes the columns that rows of the same shape take. */
static bool
place_by_peers(struct seeking *s, const struct peers *peers)
{
	const struct row *row = row_of(s->sheet, s->entry);
	unsigned          col = label_col(s->sheet, s->entry);

	for (size_t i = 0; i < peers->count; i++) {
		const struct peer *peer = &peers->peer[i];

		if (peer->label_col != col || peer->width != row->width ||
		    peer->doubt || peer->count < 2)
			continue;
		for (size_t v = 0; v < s->values; v++) {
			unsigned at = s->sheet->cell[s->value[v]].col;

			if (at < peer->start ||
			    at >= peer->start + (unsigned)s->item->cols)
				return false;
		}
		for (size_t v = 0; v < s->values; v++)
			put(s, s->sheet->cell[s->value[v]].col - peer->start,
			    s->value[v]);
		s->placing->state = READ_PLACED;
		return true;
	}
	return false;
}

/* A row that ends right behind the item's columns: there is one way only,
 * unless its peers are wider and so it lost a cell. */
static bool
place_by_width(struct seeking *s, const struct peers *peers)
{
	const struct row *row = row_of(s->sheet, s->entry);
	unsigned          end = label_end(s->sheet, s->entry);

	if (s->placing->unit.n > 0 || end == 0 ||
	    row->width != end + (unsigned)s->item->cols ||
	    s->cells != (size_t)s->item->cols)
		return false;
	for (size_t i = 0; i < peers->count; i++)
		if (peers->peer[i].width != row->width &&
		    peers->peer[i].label_col == label_col(s->sheet, s->entry))
			return false;
	for (size_t v = 0; v < s->values; v++)
		put(s, s->sheet->cell[s->value[v]].col - end - 1,
		    s->value[v]);
	s->placing->state = READ_PLACED;
	return true;
}

static void
place_grid(struct seeking *s, const struct peers *peers)
{
	if (s->values == 1 && s->sheet->cell[s->value[0]].kind == CELL_RUN)
		split_run(s, s->value[0]);
	else if (s->values == 0)
		s->placing->state = READ_PLACED;
	else if (place_by_head(s, peers))
		return;
	else if (s->values == (size_t)s->item->cols)
		put_all(s);
	else if (!place_fewer(s) && !place_by_peers(s, peers))
		place_by_width(s, peers);
}

/* More figures than columns: only the head, or one merged cell that was
 * repeated over its span, can tell. */
static void
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

void
columns_place(const struct peers *peers, const struct sheet *sheet,
    const struct entry *entry, const struct form_item *item,
    struct placing *placing)
{
	struct seeking s = {
		.sheet = sheet, .entry = entry, .item = item,
		.placing = placing,
	};

	*placing = (struct placing){ .state = READ_UNCLEAR };
	for (int i = 0; i < item->cols; i++)
		placing->loc[i] = entry->label != NO_CELL ?
		    sheet->cell[entry->label].loc : (struct slice){ "", 0 };
	if (!gather(&s))
		place_surplus(&s);
	else if (entry->flowing)
		place_flowing(&s);
	else
		place_grid(&s, peers);
}

void
peers_learn(struct peers *peers, const struct sheet *sheet,
    const struct entry *entry, const struct form_item *item)
{
	struct placing placing = { .state = READ_UNCLEAR };
	struct seeking s = {
		.sheet = sheet, .entry = entry, .item = item,
		.placing = &placing,
	};
	struct peer    shape, *peer = NULL;

	if (entry->flowing || entry->label == NO_CELL || !gather(&s) ||
	    s.values != (size_t)item->cols)
		return;
	shape = (struct peer){
		.label_col = label_col(sheet, entry),
		.width = row_of(sheet, entry)->width,
		.start = sheet->cell[s.value[0]].col,
	};
	for (size_t i = 0; i < peers->count; i++)
		if (peers->peer[i].label_col == shape.label_col &&
		    peers->peer[i].width == shape.width)
			peer = &peers->peer[i];
	if (peer == NULL) {
		if (peers->count == PEERS_MAX)
			return;
		peer = &peers->peer[peers->count++];
		*peer = shape;
	}
	peer->doubt |= peer->start != shape.start;
	peer->count++;
}
