#include "flow.h"

#include <stdlib.h>


void
html_flow_open(struct html_flow *flow, struct sink *sink,
    struct html_tokenizer *tokens)
{
	*flow = (struct html_flow){ .sink = sink, .tokens = tokens };
}

void
html_flow_close(struct html_flow *flow)
{
	html_flow_block(flow);
	html_buffer_free(flow);
	for (int i = 0; i < HTML_TABLES_MAX; i++)
		html_grid_free(&flow->table[i].grid);
	html_text_free(&flow->text);
	html_text_free(&flow->aside);
	html_text_free(&flow->small.text);
	buffer_free(&flow->small.made);
	buffer_free(&flow->small.as_written);
}

static void
add_text(struct html_flow *flow, struct slice text, const char *at)
{
	if (flow->small.open > 0 && flow->asides == 0)
		html_small_text(flow, text, at);
	else
		html_flow_add(flow, text, at);
}

void
html_flow_text(struct html_flow *flow, struct slice text, const char *at)
{
	bool        in_chunk = at == text.p;
	const char *lf;

	while (flow->preformatted > 0 &&
	    (lf = memchr(text.p, '\n', text.n)) != NULL) {
		size_t n = (size_t)(lf - text.p);

		add_text(flow, (struct slice){ text.p, n }, at);
		html_flow_end_paragraph(flow);
		text = slice_from(text, n + 1);
		if (text.n == 0)
			return;
		at = in_chunk ? text.p : at;
	}
	add_text(flow, text, at);
}

void
html_flow_picture(struct html_flow *flow)
{
	if (flow->in_cell && flow->asides == 0)
		flow->entry[flow->entries - 1].picture = true;
}

bool
html_flow_is_open(const struct html_flow *flow)
{
	return flow->in_cell || flow->text.n > flow->text.start ||
	    flow->small.text.n > 0;
}

void
html_flow_space(struct html_flow *flow)
{
	if (flow->small.open > 0 && flow->asides == 0)
		html_small_flush(flow);
	html_flow_add(flow, SLICE(" "), NULL);
}

/* Spaces keep the figures of two fields apart. */
void
html_flow_field(struct html_flow *flow, struct slice text, unsigned long line)
{
	const char *first = NULL;
	bool        aside = flow->asides > 0;

	if (text.n == 0)
		return;
	html_flow_space(flow);
	html_text_add(aside ? &flow->aside : &flow->text, text, &first);
	if (first != NULL && aside)
		flow->aside_line = line;
	else if (first != NULL)
		flow->line = line;
	if (!aside)
		flow->fields += text.n + 1;
	html_flow_space(flow);
}

void
html_flow_block(struct html_flow *flow)
{
	if (!html_text_is_empty(&flow->text) ||
	    flow->small.text.n > 0)
		html_flow_end_paragraph(flow);
	if (flow->asides > 0)
		html_flow_end_aside(flow);
	flow->behind_block = true;
}

void
html_flow_line(struct html_flow *flow)
{
	if (flow->headings > 0 || flow->asides > 0)
		html_flow_space(flow);
	else
		html_flow_end_paragraph(flow);
}

void
html_flow_furniture(struct html_flow *flow, enum html_furniture kind)
{
	flow->unseen += kind == HTML_UNSEEN;
	if (kind == HTML_NAVIGATION && flow->navigation++ == 0)
		flow->navigation_refuted = false;
}

void
html_flow_furniture_end(struct html_flow *flow, enum html_furniture kind)
{
	flow->unseen -= kind == HTML_UNSEEN;
	flow->navigation -= kind == HTML_NAVIGATION;
}

void
html_flow_aside(struct html_flow *flow)
{
	flow->asides++;
}

void
html_flow_aside_end(struct html_flow *flow)
{
	if (--flow->asides == 0)
		html_flow_end_aside(flow);
}

unsigned
html_flow_reveal(struct html_flow *flow)
{
	unsigned asides = flow->asides;

	if (asides > 0)
		html_flow_end_aside(flow);
	flow->asides = 0;
	return asides;
}

void
html_flow_conceal(struct html_flow *flow, unsigned asides)
{
	flow->asides = asides;
}

bool
html_flow_table(struct html_flow *flow)
{
	struct html_table *table;
	struct html_grid   grid;

	html_flow_block(flow);
	if (flow->tables >= flow->sink->limits.depth ||
	    flow->tables >= HTML_TABLES_MAX)
		return false;
	html_buffer_release(flow);
	table = &flow->table[flow->tables++];
	grid = table->grid;
	html_grid_reset(&grid);
	*table = (struct html_table){ .grid = grid,
	    .headings = flow->headings, .preformatted = flow->preformatted };
	flow->headings = flow->preformatted = 0;
	return true;
}

void
html_flow_table_end(struct html_flow *flow)
{
	struct html_table *table;

	html_buffer_table_end(flow);
	table = &flow->table[--flow->tables];
	flow->headings = table->headings;
	flow->preformatted = table->preformatted;
}

void
html_flow_row(struct html_flow *flow, bool hidden)
{
	struct html_table *table = &flow->table[flow->tables - 1];

	if (hidden)
		html_buffer_hide_row(flow);
	html_count_row(table);
	html_grid_row(&table->grid);
	table->hidden_rows += hidden;
	table->row_hidden = hidden;
}

void
html_flow_columns(struct html_flow *flow, unsigned n, bool hidden)
{
	struct html_table *table = &flow->table[flow->tables - 1];

	if (hidden && table->columns + n <= flow->sink->limits.cells)
		html_grid_hide(&table->grid, table->columns, n);
	table->columns += n;
}

bool
html_flow_row_has_cells(const struct html_flow *flow)
{
	return flow->table[flow->tables - 1].cells > 0;
}

void
html_flow_group_end(struct html_flow *flow)
{
	html_buffer_group_end(flow);
	html_grid_group(&flow->table[flow->tables - 1].grid);
}

bool
html_flow_cell(struct html_flow *flow, unsigned rows, unsigned cols,
    const struct html_tag *tag)
{
	struct html_table *table = &flow->table[flow->tables - 1];
	struct html_grid  *grid = &table->grid;
	unsigned           seen;

	if (!html_grid_cell(grid, rows, cols, flow->sink->limits.cells)) {
		flow->reason = "table with more cells than allowed";
		return true;
	}
	seen = html_grid_seen(grid, grid->col - 1, cols);
	if (table->row_hidden || seen == 0)
		return false;
	html_buffer_cell(flow, &(struct html_entry){ .cell = true,
	    .row = html_seen_row(table),
	    .col = html_grid_seen(grid, 0, grid->col - 1) + 1,
	    .rows = rows, .cols = seen,
	    .line = html_tag_line(flow->tokens, tag),
	    .furniture = html_is_around_report(flow) });
	flow->behind_block = false;
	return true;
}
