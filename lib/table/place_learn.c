/* What rows that leave no doubt teach about those that do. */
#include "place_internal.h"
#include "sums.h"

struct peer *
find_peer(struct peers *peers, unsigned label_col, unsigned width)
{
	for (size_t i = 0; i < peers->count; i++)
		if (peers->peer[i].label_col == label_col &&
		    peers->peer[i].width == width)
			return &peers->peer[i];
	return NULL;
}

/* The first column of a row whose last figure is the sum of the others, and so
 * the total, whatever head stands over it; 0 if it is not. */
static unsigned
start_before_total(const struct seeking *s)
{
	struct slice figure[FORM_COLS_MAX];
	unsigned     last, cols = (unsigned)s->item->cols;

	if (s->values < 2 || !item_has_total(s->item))
		return 0;
	for (size_t i = 0; i < s->values; i++)
		figure[i] = s->sheet->cell[s->value[i]].text;
	last = s->sheet->cell[s->value[s->values - 1]].col;
	return sums_prove(figure, s->values) &&
	    last >= seek_label_end(s) + cols ?
	    last - cols + 1 : 0;
}

/* The first column of the figures of a row that leaves no doubt: all are
 * there, or the row's own sum tells which is the total. */
static unsigned
certain_start(const struct seeking *s)
{
	return s->values == (size_t)s->item->cols ?
	    s->sheet->cell[s->value[0]].col : start_before_total(s);
}

/* Notes how many cells, blanks too, follow a label down the page. */
static void
learn_flowing(struct peers *peers, const struct seeking *s)
{
	bool lines = s->sheet->row[s->entry->row].table == 0;

	if (lines)
		peers->lossy |= s->cells < (size_t)s->item->cols && !is_run(s);
	if (lines && !s->sheet->gaps)
		return;
	if (s->cells == 0 || s->cells >= GROUP_MAX)
		return;
	peers->flowing++;
	peers->exact += s->cells == (size_t)s->item->cols;
	peers->groups[s->cells]++;
	if (peers->group == 0 ||
	    peers->groups[s->cells] > peers->groups[peers->group])
		peers->group = (unsigned)s->cells;
}

static void
learn_grid(struct peers *peers, const struct seeking *s)
{
	unsigned     start = certain_start(s), col = seek_label_col(s);
	struct peer *peer = find_peer(peers, col, seek_width(s));

	if (start == 0)
		return;
	if (peer == NULL) {
		if (peers->count == PEERS_MAX)
			return;
		peer = &peers->peer[peers->count++];
		*peer = (struct peer){ .label_col = col,
			.width = seek_width(s), .start = start };
	}
	peer->doubt |= peer->start != start;
	peer->count++;
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
	bool           fits = seek_figures(&s);

	if (entry->label == NO_CELL || item->cols == 0)
		return;
	if (entry->flowing)
		learn_flowing(peers, &s);
	else if (fits)
		learn_grid(peers, &s);
}
