#include "pages.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/memory.h"
#include "char_class.h"
#include "gutter.h"
#include "loose_break.h"
#include "paragraph.h"
#include "rules.h"
#include "turn.h"

/* A page with fewer letters than this beside a picture is a picture of text:
 * a scanner stamps its name or the page's number on it. */
enum { LETTERS_MIN = 24 };

/* Laid out pages on their way out. */
struct page_sender {
	struct sink             *sink;
	struct arena            *arena;
	const struct page_layout *page;
	size_t                   pages;
	unsigned                 tables;	/* sent so far */
	/* What may go on with the next part. */
	struct buffer          paragraph;
	const struct page_line *first, *last;	/* of the paragraph */
	struct page_measure     last_at;	/* measure of last's page */
	struct page_table      *table;
	/* Furniture met meanwhile, to be sent behind it. */
	const struct page_line **furniture;
	size_t                  furnitures, furniture_room;
};

bool
page_is_picture(const struct drawn_page *page)
{
	size_t letters = 0;

	for (size_t i = 0; i < page->glyphs; i++)
		letters += page->glyph[i].sight == PAGE_SEEN &&
		    !page_is_space(page->glyph[i].code);
	if (page->unmapped * 2 > letters)
		return true;
	return letters < LETTERS_MIN && page->pictures > 0.3f;
}

/* Notes in the cells of LAYOUT that they were recognised. */
static void
mark_recognised(struct page_layout *layout)
{
	for (size_t i = 0; i < layout->parts; i++) {
		struct page_table *table = layout->part[i].table;

		for (size_t j = 0; table != NULL && j < table->cells; j++)
			table->cell[j].recognised = true;
	}
}

void
pages_add(struct pages *pages, struct drawn_page *page, unsigned number)
{
	struct page_division part[PAGE_PARTS_MAX];
	unsigned             above = 0, lines = 0;
	size_t               parts;

	page_turn_page(page);
	pages->overfull |= page->overfull;
	parts = page_divide_page(page, part, &pages->scratch);
	pages->letters += page->glyphs - page->unmapped;
	for (size_t i = 0; i < parts; i++) {
		struct page_layout layout;

		above = part[i].beside ? above : lines;
		part[i].page.lines_above = above;
		layout = page_lay_out(&part[i].page, number,
		    pages->sink->limits.cells, &pages->scratch);
		layout.width = part[i].width;
		pages->overfull |= part[i].page.overfull;
		if (page->recognised)
			mark_recognised(&layout);
		lines = layout.lines > lines ? layout.lines : lines;
		*MEMORY_APPEND(pages->page, pages->n, pages->room) =
		    page_layout_copy(&layout, &pages->arena);
	}
	arena_reset(&pages->scratch);
}

static void
send_line(struct page_sender *d, const struct page_line *line,
    struct slice words)
{
	struct block block = {
		.kind = BLOCK_IS_TEXT,
		.page = line->page, .line = line->number,
		.furniture = line->furniture,
		.text = words,
	};

	d->sink->block(d->sink, &block);
}

/* Whether TABLE has an empty column beyond the edge of its page (rules.c): then
 * it ends there. */
static bool
ends_at_edge(const struct page_table *table)
{
	unsigned last = table->cols - 1;

	if (table->loose || table->cols < 2 ||
	    table->x[last] <= table->page_width - PAGE_NEAR_EDGE)
		return false;
	for (size_t i = 0; i < table->cells; i++)
		if (table->cell[i].col == last && table->cell[i].text.n > 0)
			return false;
	return true;
}

/* What CELL holds.  What was not recognised may be there all the same. */
static struct slice
text_of_cell(const struct page_cell *cell)
{
	return cell->text.n == 0 && cell->recognised ? SLICE("\uFFFC") :
	    cell->text;
}

/* Sends a cell of a table of COLS columns. */
static void
send_cell(struct page_sender *d, const struct page_cell *cell, unsigned cols)
{
	unsigned     right = cell->col + cell->cols;
	struct block block = {
		.kind = BLOCK_IS_CELL,
		.page = cell->page, .line = cell->line,
		.table = d->tables,
		.row = cell->row + 1, .col = cell->col + 1,
		.rows = cell->rows,
		.cols = (right < cols ? right : cols) - cell->col,
		.text = text_of_cell(cell),
	};

	d->sink->block(d->sink, &block);
}

static void
send_table(struct page_sender *d, const struct page_table *table)
{
	unsigned cols = table->cols - ends_at_edge(table);

	d->tables++;
	for (size_t i = 0; i < table->cells; i++)
		if (table->cell[i].col < cols)
			send_cell(d, &table->cell[i], cols);
}

/* Sends what was waiting for its continuation. */
static void
send_waiting(struct page_sender *d)
{
	if (d->first != NULL)
		send_line(d, d->first,
		    buffer_slice(&d->paragraph));
	d->first = NULL;
	d->paragraph.n = 0;
	if (d->table != NULL)
		send_table(d, d->table);
	d->table = NULL;
	for (size_t i = 0; i < d->furnitures; i++)
		send_line(d, d->furniture[i], d->furniture[i]->text);
	d->furnitures = 0;
}

static void
take_line(struct page_sender *d, const struct page_line *line,
    const struct page_measure *at)
{
	if (line->furniture) {
		*MEMORY_APPEND(d->furniture, d->furnitures,
		    d->furniture_room) = line;
		return;
	}
	if (d->first == NULL ||
	    !page_paragraph_goes_on(d->last, &d->last_at, line, at)) {
		send_waiting(d);
		d->first = line;
	}
	page_join_text(&d->paragraph, line->text, true);
	d->last = line;
	d->last_at = *at;
}

static bool
is_furniture_part(const struct page_part *part)
{
	return part->line != NULL && part->line->furniture;
}

/* The first part of page I from part J on that is no furniture, or NULL. */
static const struct page_part *
part_from(const struct page_sender *d, size_t i, size_t j)
{
	if (i == d->pages)
		return NULL;
	while (j < d->page[i].parts && is_furniture_part(&d->page[i].part[j]))
		j++;
	return j < d->page[i].parts ? &d->page[i].part[j] : NULL;
}

/* Whether the table that is part J of page I goes on on the next page. */
static bool
goes_on_next_page(const struct page_sender *d, size_t i, size_t j)
{
	const struct page_part *next;

	if (part_from(d, i, j + 1) != NULL)
		return false;
	next = part_from(d, i + 1, 0);
	return next != NULL && next->table != NULL &&
	    page_table_goes_on(d->page[i].part[j].table, next->table);
}

/* Takes the table that is part J of page I; FIRST there. */
static void
take_table(struct page_sender *d, size_t i, size_t j, bool first,
    const struct page_measure *at)
{
	struct page_table *table = d->page[i].part[j].table;

	if (first && d->table != NULL &&
	    page_table_goes_on(d->table, table)) {
		page_table_append(d->table, table, d->arena);
		return;
	}
	if (table->lines == 0 || goes_on_next_page(d, i, j)) {
		send_waiting(d);
		d->table = table;
		return;
	}
	for (size_t k = 0; k < table->lines; k++)
		take_line(d, &table->line[k], at);
}

static void
send_pages(struct page_sender *d)
{
	for (size_t i = 0; i < d->pages; i++) {
		const struct page_layout *page = &d->page[i];
		struct page_measure       at =
		    page_measure(d->page, d->pages, i);
		bool                     first = true;

		for (size_t j = 0; j < page->parts; j++) {
			const struct page_part *part = &page->part[j];

			if (first && part->line != NULL && d->table != NULL &&
			    page_loose_take_digits(d->table, part->line,
			    d->arena))
				continue;
			if (part->line != NULL)
				take_line(d, part->line, &at);
			else
				take_table(d, i, j, first, &at);
			first = first && is_furniture_part(part);
		}
	}
	send_waiting(d);
}

static void
send_count(struct sink *sink, const char *property, size_t n)
{
	char digits[24];
	int  length = snprintf(digits, sizeof(digits), "%zu", n);

	if (n > 0)
		sink->meta(sink, property,
		    (struct slice){ digits, (size_t)length });
}

static const char *
shortcoming(const struct pages *pages)
{
	if (pages->letters == 0 && !pages->broken)
		return pages->pictures.all;
	if (pages->unread > 0)
		return pages->pictures.some;
	if (pages->overfull)
		return "some pages draw more than is read";
	return pages->broken ? "some pages cannot be read" : NULL;
}

void
pages_send(struct pages *pages)
{
	struct page_sender sender = {
		.sink = pages->sink, .arena = &pages->arena,
		.page = pages->page, .pages = pages->n,
		.tables = pages->tables,
	};

	page_mark_furniture(pages->page, pages->n);
	send_pages(&sender);
	buffer_free(&sender.paragraph);
	free(sender.furniture);
	pages->tables = sender.tables;
	pages->n = 0;
	arena_reset(&pages->arena);
}

const char *
pages_end(struct pages *pages)
{
	send_count(pages->sink, "ocr", pages->seen);
	send_count(pages->sink, "needs-ocr", pages->unread);
	pages_send(pages);
	free(pages->page);
	arena_free(&pages->arena);
	arena_free(&pages->scratch);
	return shortcoming(pages);
}
