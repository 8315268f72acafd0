/* What every claim is made of: its clause, its time, its fact. */
#include <stdio.h>

#include "internal.h"

bool
prose_ends_clause(const struct prose *prose, size_t i)
{
	switch (prose_token(prose, i)->kind) {
	case TOKEN_COMMA:
	case TOKEN_OPEN:
	case TOKEN_CLOSE:
	case TOKEN_END:
		return true;
	default:
		return false;
	}
}

size_t
prose_clause_end(const struct prose *prose, size_t i)
{
	while (!prose_ends_clause(prose, i))
		i++;
	return i;
}

size_t
prose_clause_start(const struct prose *prose, size_t i)
{
	while (i > 0 && !prose_ends_clause(prose, i - 1))
		i--;
	return i == 0 ? 0 : prose_token(prose, i - 1)->end;
}

bool
prose_has_unit(const struct prose *prose, const struct item *item,
    const struct figure *figure)
{
	const struct item_unit *unit = patterns_unit(&prose->patterns,
	    figure->unit);

	return unit != NULL && bitset_has(unit->items,
	    patterns_number(&prose->patterns, item));
}

struct prose_claim
prose_claim_at(const struct prose *prose, const struct item *item, size_t i)
{
	return (struct prose_claim){ .item = item->code,
	    .figure = prose_token(prose, i)->figure,
	    .start = prose_clause_start(prose, i),
	    .end = prose_token(prose, prose_clause_end(prose, i))->start,
	    .ever = prose->sentence.ever && !item->stock,
	    .other_year = prose->clause.year };
}

/* ITEM with the SUFFIX of a figure that is not the reporting year's. */
static struct slice
with_suffix(struct prose *prose, struct slice item, struct slice suffix)
{
	char *p = arena_alloc(&prose->arena, item.n + suffix.n);

	memcpy(p, item.p, item.n);
	memcpy(p + item.n, suffix.p, suffix.n);
	return (struct slice){ p, item.n + suffix.n };
}

void
prose_emit(struct prose *prose, const struct prose_claim *claim)
{
	struct slice raw = { prose->sentence.cut.text.p + claim->start,
	    claim->end - claim->start };
	struct fact  fact = {
		.item = claim->item, .col = claim->col,
		.value = slice_of(claim->figure->value),
		.unit = claim->figure->unit,
		.state = claim->figure->state == FIGURE_APPROX ?
		    SLICE("approx") : SLICE("number"),
		.source = SLICE("prose"), .raw = slice_trim(raw),
		.loc = passage_loc(&prose->paragraph.passage,
		    prose->sentence.offset + claim->start),
	};
	char         year[16];

	if (claim->other_year != 0) {
		snprintf(year, sizeof(year), "%d", claim->other_year);
		fact.item = with_suffix(prose, fact.item,
		    SLICE(".other-year"));
		fact.col = slice_of(year);
	} else if (claim->ever)
		fact.item = with_suffix(prose, fact.item,
		    SLICE(".cumulative"));
	prose->source = claim->source;
	prose->document.emit(prose->document.context, &fact);
}

void
prose_set_topic(struct prose *prose, const struct item *item, bool again,
    const struct prose_claim *claim)
{
	struct topic *topic = &prose->paragraph.topic;

	if (!item->head)
		return;
	if (!again)
		topic->items = 0;
	if (topic->items < TOPICS_MAX)
		topic->item[topic->items++] = item;
	topic->figure = *claim->figure;
	topic->ever = claim->ever;
	topic->other_year = claim->other_year;
	topic->age = 0;
	prose->paragraph.among = false;
}
