/* Cells that follow one another down the page: their number is all there is
 * to go by. */
#include "place_internal.h"
#include "sums.h"

/* Whether as many cells follow the label as in the entries around it.  Lines
 * of text show no blanks, and so always do; and where all figures are there
 * and add up, cells that belong to no column do not matter. */
static bool
is_like_peers(const struct seeking *s, const struct peers *peers)
{
	struct slice figure[FORM_COLS_MAX];

	if (s->cells == s->values || peers->group == 0)
		return true;
	/* Either there are no cells but figures, or each row is filled up to
	 * the width of the table. */
	if (peers->exact * 10 >= peers->flowing * 9 ?
	    s->cells == (size_t)s->item->cols : s->cells == peers->group)
		return true;
	if (!item_has_total(s->item) || s->values != (size_t)s->item->cols)
		return false;
	for (size_t i = 0; i < s->values; i++)
		figure[i] = s->sheet->cell[s->value[i]].text;
	return sums_fit(figure, s->values);
}

/* As many cells as columns, some of them blank. */
static void
place_counted(struct seeking *s)
{
	size_t column = 0;

	for (size_t i = s->entry->first; i < s->entry->end; i++) {
		enum cell_kind kind = s->sheet->cell[i].kind;

		if (kind == CELL_VALUE || kind == CELL_RUN)
			place_figure(s, column++, i);
		else if (kind == CELL_BLANK)
			column++;
	}
	s->placing->state = READ_PLACED;
}

void
place_flowing(struct seeking *s, const struct peers *peers)
{
	size_t cols = (size_t)s->item->cols;

	if (is_run(s))
		place_run(s);
	else if (s->cells == 0)
		s->placing->state = READ_NOTHING;
	else if (!is_like_peers(s, peers))
		s->placing->state = READ_UNCLEAR;
	else if (s->values == cols)
		place_all(s);
	else if (s->values == 0 && s->cells >= cols)
		s->placing->state = READ_PLACED;
	else if (s->cells == cols)
		place_counted(s);
}
