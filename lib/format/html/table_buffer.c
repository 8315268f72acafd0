#include "flow.h"

#include <stdlib.h>

#include "base/memory.h"

enum {
	BUFFERED_BYTES = 1024 * 1024,	/* of an undecided table */
	BUFFERED_CELLS = 16 * 1024,
	RUNNING_PARAGRAPHS = 4,		/* a cell with so many ... */
	RUNNING_BYTES = 900,		/* ... of 300 hanzi is running text */
};

static struct html_table *
innermost_table_of(struct html_flow *flow)
{
	return flow->tables > 0 ? &flow->table[flow->tables - 1] : NULL;
}

void
html_give_paragraph(struct html_flow *flow, const struct html_piece *piece)
{
	struct block block = {
		.kind = piece->heading ? BLOCK_IS_HEAD : BLOCK_IS_TEXT,
		.line = piece->line,
		/* A box to search in, a list of links. */
		.furniture = piece->furniture || piece->field,
		.text = { flow->text.p + piece->at, piece->n },
	};

	flow->sink->block(flow->sink, &block);
}

/* The pieces of a cell stand together in flow->text, a space between. */
static void
give_cell(struct html_flow *flow, const struct html_entry *entry)
{
	struct block block = {
		.kind = BLOCK_IS_CELL,
		.line = entry->line,
		.furniture = entry->furniture,
		.table = innermost_table_of(flow)->ordinal,
		.row = entry->row,
		.col = entry->col,
		.rows = entry->rows,
		.cols = entry->cols,
		.text = entry->picture ? SLICE("\xEF\xBF\xBC") : SLICE(""),
	};

	if (entry->pieces > 0) {
		const struct html_piece *first = &flow->piece[entry->first];
		const struct html_piece *last = first + entry->pieces - 1;

		block.text = (struct slice){ flow->text.p + first->at,
		    last->at + last->n - first->at };
	}
	flow->sink->block(flow->sink, &block);
}

static void
give_all(struct html_flow *flow)
{
	struct html_table *table = innermost_table_of(flow);

	for (size_t i = 0; i < flow->entries; i++) {
		const struct html_entry *entry = &flow->entry[i];

		if (entry->cell && table->kind == HTML_DATA_TABLE) {
			give_cell(flow, entry);
			continue;
		}
		for (size_t k = 0; k < entry->pieces; k++)
			html_give_paragraph(flow,
			    &flow->piece[entry->first + k]);
	}
	flow->entries = flow->pieces = 0;
	html_text_cut(&flow->text, 0);
	if (table != NULL)
		table->group = 0;
}

/* Rows of figures, in what was taken for a menu or a footer: it is none. */
static void
refute_navigation(struct html_flow *flow)
{
	if (flow->navigation == 0 || flow->unseen > 0)
		return;
	flow->navigation_refuted = true;
	for (size_t i = 0; i < flow->entries; i++)
		flow->entry[i].furniture = false;
}

static void
decide(struct html_flow *flow, bool data)
{
	struct html_table *table = innermost_table_of(flow);

	table->kind = data ? HTML_DATA_TABLE : HTML_LAYOUT;
	if (!data)
		return;
	table->ordinal = ++flow->ordinal;
	if (table->wide > 1)
		refute_navigation(flow);
}

void
html_count_row(struct html_table *table)
{
	table->pairs += table->texts >= 2;
	table->triples += table->cells >= 3;
	table->wide += table->texts >= 3;
	table->cells = table->texts = 0;
}

static void
decide_by_rows(struct html_flow *flow)
{
	struct html_table *table = innermost_table_of(flow);

	html_count_row(table);
	decide(flow, table->wide > 1 || (!table->flowed &&
	    (table->pairs > 0 || table->triples > 1)));
}

static void
add_entry(struct html_flow *flow, const struct html_entry *entry)
{
	*MEMORY_APPEND(flow->entry, flow->entries, flow->entry_room) = *entry;
}

/* Gives out what is buffered of an open table.  What follows in it is judged
 * anew. */
static void
give_rows(struct html_flow *flow)
{
	struct html_table *table = innermost_table_of(flow);

	give_all(flow);
	table->flowed = true;
	table->cells = table->texts = 0;
	table->pairs = table->triples = table->wide = 0;
}

/* Rows of figures are data whatever follows. */
static void
decide_early(struct html_flow *flow)
{
	if (innermost_table_of(flow)->kind == HTML_UNDECIDED &&
	    innermost_table_of(flow)->wide > 1)
		decide(flow, true);
}

/* The open cell is no datum: what it holds flows, but for text in front of its
 * first block in a table of data. */
static void
let_flow(struct html_flow *flow)
{
	struct html_entry *cell = &flow->entry[flow->entries - 1];
	struct html_entry  rest = *cell;

	decide_early(flow);
	rest.cell = false;
	if (innermost_table_of(flow)->kind == HTML_DATA_TABLE &&
	    cell->pieces > 0 &&
	    flow->piece[cell->first].direct) {
		cell->pieces = 1;
		rest.first++;
		rest.pieces--;
	} else
		flow->entries--;
	add_entry(flow, &rest);
	give_rows(flow);
	flow->in_cell = false;
	innermost_table_of(flow)->flowing = true;
}

void
html_buffer_paragraph(struct html_flow *flow, const struct html_piece *piece)
{
	struct html_entry *entry;

	if (!flow->in_cell)
		add_entry(flow, &(struct html_entry){ .first = flow->pieces });
	entry = &flow->entry[flow->entries - 1];
	*MEMORY_APPEND(flow->piece, flow->pieces, flow->piece_room) = *piece;
	entry->pieces++;
	if (flow->in_cell) {
		size_t bytes = flow->text.n - flow->piece[entry->first].at;

		if ((entry->pieces >= RUNNING_PARAGRAPHS &&
		    bytes >= RUNNING_BYTES) || bytes >= HTML_PARAGRAPH_MAX)
			let_flow(flow);
	} else if (flow->entries == 1 && (flow->tables == 0 ||
	    innermost_table_of(flow)->flowing ||
	    innermost_table_of(flow)->kind != HTML_UNDECIDED))
		give_all(flow);
}

void
html_buffer_cell(struct html_flow *flow, const struct html_entry *cell)
{
	struct html_entry entry = *cell;

	if (innermost_table_of(flow)->kind == HTML_LAYOUT)
		return;
	entry.first = flow->pieces;
	add_entry(flow, &entry);
	flow->in_cell = true;
}

void
html_buffer_cell_end(struct html_flow *flow)
{
	struct html_table *table = innermost_table_of(flow);

	if (!flow->in_cell) {
		table->flowing = false;
		return;
	}
	flow->in_cell = false;
	table->cells++;
	table->texts += html_buffered_cell(flow)->pieces > 0;
	if (flow->entries < BUFFERED_CELLS && flow->text.n < BUFFERED_BYTES)
		return;
	if (table->kind == HTML_UNDECIDED)
		decide_by_rows(flow);
	give_all(flow);
}

void
html_buffer_hide_row(struct html_flow *flow)
{
	struct html_table *table = innermost_table_of(flow);

	for (size_t i = table->group; i < flow->entries; i++) {
		struct html_entry *entry = &flow->entry[i];

		entry->rows -= entry->cell &&
		    entry->rows > html_seen_row(table) + 1 - entry->row;
	}
}

void
html_buffer_group_end(struct html_flow *flow)
{
	struct html_table *table = innermost_table_of(flow);
	unsigned           last = html_seen_row(table);

	for (size_t i = table->group; i < flow->entries; i++) {
		struct html_entry *entry = &flow->entry[i];

		if (entry->cell && entry->rows > last - entry->row)
			entry->rows = last - entry->row + 1;
	}
	table->group = flow->entries;
	if (table->kind != HTML_UNDECIDED)
		give_all(flow);
}

void
html_buffer_table_end(struct html_flow *flow)
{
	if (innermost_table_of(flow)->kind == HTML_UNDECIDED)
		decide_by_rows(flow);
	give_all(flow);
}

void
html_buffer_release(struct html_flow *flow)
{
	if (flow->in_cell)
		let_flow(flow);
	else if (flow->tables > 0 && !innermost_table_of(flow)->flowing) {
		decide_early(flow);
		give_rows(flow);
	}
}

void
html_buffer_free(struct html_flow *flow)
{
	free(flow->entry);
	free(flow->piece);
}
