#include "place.h"

#include "base/digits.h"

#include "place_internal.h"
#include "sums.h"

unsigned
seek_width(const struct seeking *s)
{
	return s->sheet->row[s->entry->row].width;
}

unsigned
seek_label_col(const struct seeking *s)
{
	return s->entry->label != NO_CELL ?
	    s->sheet->cell[s->entry->label].col : 0;
}

unsigned
seek_label_end(const struct seeking *s)
{
	const struct cell *cell;

	if (s->entry->label == NO_CELL)
		return 0;
	cell = &s->sheet->cell[s->entry->label];
	return cell->col + cell->cols - 1;
}

bool
seek_figures(struct seeking *s)
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

void
place_figure(struct seeking *s, size_t column, size_t cell)
{
	s->placing->text[column] = s->sheet->cell[cell].text;
	s->placing->loc[column] = s->sheet->cell[cell].loc;
}

void
place_all(struct seeking *s)
{
	for (size_t i = 0; i < s->values; i++)
		place_figure(s, i, s->value[i]);
	s->placing->state = READ_PLACED;
}

bool
is_run(const struct seeking *s)
{
	return s->values == 1 &&
	    s->sheet->cell[s->value[0]].kind == CELL_RUN;
}

/* 规章000: as many digits as columns, or nothing but zeros, or one column. */
void
place_run(struct seeking *s)
{
	size_t       cell = s->value[0];
	struct slice run = s->sheet->cell[cell].text;
	size_t       cols = (size_t)s->item->cols;
	bool         zeros = true, digits = true;

	for (size_t i = 0; i < run.n; i++) {
		zeros &= run.p[i] == '0';
		digits &= run.p[i] != '.';
	}
	if (cols == 1) {
		place_figure(s, 0, cell);
		s->placing->state = READ_PLACED;
		return;
	}
	if (!digits || (run.n != cols && !zeros))
		return;
	for (size_t i = 0; i < cols; i++) {
		place_figure(s, i, cell);
		s->placing->text[i] = (struct slice){
			run.p + (zeros ? 0 : i), 1 };
	}
	s->placing->state = READ_PLACED;
}

/* Whether digits stand among the entry's cells that are no figure: 件15. */
static bool
holds_text(const struct seeking *s)
{
	for (size_t i = s->entry->first; i < s->entry->end; i++) {
		struct slice text = s->sheet->cell[i].text;

		for (size_t k = 0; s->sheet->cell[i].kind == CELL_TEXT &&
		    k < text.n; k++)
			if (is_digit(text.p[k]))
				return true;
	}
	return false;
}

bool
item_has_total(const struct form_item *item)
{
	return item->cols > 2 && slice_is(item->col[item->cols - 1], "total");
}

void
columns_place(struct peers *peers, const struct sheet *sheet,
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
	if (!seek_figures(&s))
		place_surplus(&s);
	else if (s.values == 0 && holds_text(&s))
		return;
	else if (entry->flowing)
		place_flowing(&s, peers);
	else
		place_grid(&s, peers);
	if (placing->state == READ_PLACED && item_has_total(item) &&
	    sums_show_shift(placing->text, (size_t)item->cols))
		placing->state = READ_UNCLEAR;
}
