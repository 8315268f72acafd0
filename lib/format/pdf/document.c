#include "document.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/memory.h"
#include "furniture.h"
#include "copy.h"
#include "layout.h"
#include "char_class.h"
#include "ocr.h"
#include "paragraph.h"
#include "rules.h"
#include "page_break.h"
#include "title.h"

/* A page with fewer letters than this beside a picture is a picture of text:
 * a scanner stamps its name or the page's number on it. */
enum { LETTERS_MIN = 24 };

struct text {			/* of one document, on its way out */
	struct sink              *sink;
	struct arena              arena;
	struct pdf_layout        *page;
	size_t                    pages, room;
	size_t                    letters;
	unsigned                  unread;	/* pages that need OCR */
	unsigned                  seen;		/* pages read by it */
	bool                      broken;	/* a page could not be read */
	unsigned                  tables;	/* sent so far */
	/* What may go on with the next part. */
	struct pdf_string         paragraph;
	const struct pdf_line    *first, *last;	/* of the paragraph */
	struct pdf_measure        last_at;	/* measure of last's page */
	struct pdf_table         *table;
	/* Furniture met meanwhile, to be sent behind it. */
	const struct pdf_line   **furniture;
	size_t                    furnitures, furniture_room;
};

static bool
is_picture_of_text(const struct pdf_page *page)
{
	size_t letters = 0;

	for (size_t i = 0; i < page->glyphs; i++)
		letters += !pdf_is_space(page->glyph[i].code);
	if (page->unmapped * 2 > letters)
		return true;
	return letters < LETTERS_MIN && page->pictures > 0.3f;
}

/* Notes whether PAGE, which is number NUMBER, can be read; by OCR if that is
 * wanted. */
static void
judge(struct text *text, struct slice bytes, unsigned number,
    struct pdf_page *page)
{
	if (!is_picture_of_text(page))
		return;
	if (pdf_ocr_wanted && pdf_ocr_page(bytes, number, page))
		text->seen++;
	else
		text->unread++;
}

static void
read_pages(struct text *text, struct pdf *pdf, struct slice bytes,
    unsigned cells)
{
	struct arena    scratch = { NULL, NULL };
	struct pdf_page page = { 0 };
	unsigned        pages = pdf_pages(pdf);

	for (unsigned i = 1; i <= pages; i++) {
		struct pdf_layout layout;

		if (!pdf_read_page(pdf, i, &page)) {
			text->broken = true;
			continue;
		}
		judge(text, bytes, i, &page);
		text->letters += page.glyphs - page.unmapped;
		layout = pdf_lay_out(&page, i, cells, &scratch);
		text->page = memory_room(text->page, &text->room, text->pages,
		    sizeof(*text->page));
		text->page[text->pages++] = pdf_keep(&layout, &text->arena);
		arena_reset(&scratch);
	}
	arena_free(&scratch);
	pdf_page_free(&page);
}

static void
send_line(struct text *text, const struct pdf_line *line, struct slice words)
{
	struct block block = {
		.kind = BLOCK_IS_TEXT,
		.page = line->page, .line = line->number,
		.furniture = line->furniture,
		.text = words,
	};

	text->sink->block(text->sink, &block);
}

/* Whether TABLE has an empty column beyond the edge of its page (rules.c): then
 * it ends there. */
static bool
ends_at_edge(const struct pdf_table *table)
{
	unsigned last = table->cols - 1;

	if (table->loose || table->cols < 2 ||
	    table->x[last] <= table->page_width - PDF_NEAR_EDGE)
		return false;
	for (size_t i = 0; i < table->cells; i++)
		if (table->cell[i].col == last && table->cell[i].text.n > 0)
			return false;
	return true;
}

/* Sends a cell of a table of COLS columns. */
static void
send_cell(struct text *text, const struct pdf_cell *cell, unsigned cols)
{
	unsigned     right = cell->col + cell->cols;
	struct block block = {
		.kind = BLOCK_IS_CELL,
		.page = cell->page, .line = cell->line,
		.table = text->tables,
		.row = cell->row + 1, .col = cell->col + 1,
		.rows = cell->rows,
		.cols = (right < cols ? right : cols) - cell->col,
		.text = cell->text,
	};

	text->sink->block(text->sink, &block);
}

static void
send_table(struct text *text, const struct pdf_table *table)
{
	unsigned cols = table->cols - ends_at_edge(table);

	text->tables++;
	for (size_t i = 0; i < table->cells; i++)
		if (table->cell[i].col < cols)
			send_cell(text, &table->cell[i], cols);
}

/* Sends what was waiting for its continuation. */
static void
flush(struct text *text)
{
	if (text->first != NULL)
		send_line(text, text->first,
		    (struct slice){ text->paragraph.bytes, text->paragraph.n });
	text->first = NULL;
	text->paragraph.n = 0;
	if (text->table != NULL)
		send_table(text, text->table);
	text->table = NULL;
	for (size_t i = 0; i < text->furnitures; i++)
		send_line(text, text->furniture[i], text->furniture[i]->text);
	text->furnitures = 0;
}

static void
take_line(struct text *text, const struct pdf_line *line,
    const struct pdf_measure *at)
{
	if (line->furniture) {
		text->furniture = memory_room(text->furniture,
		    &text->furniture_room, text->furnitures,
		    sizeof(const struct pdf_line *));
		text->furniture[text->furnitures++] = line;
		return;
	}
	if (text->first == NULL ||
	    !pdf_goes_on(text->last, &text->last_at, line, at)) {
		flush(text);
		text->first = line;
	}
	pdf_string_add(&text->paragraph, line->text, true);
	text->last = line;
	text->last_at = *at;
}

static bool
is_furniture(const struct pdf_part *part)
{
	return part->line != NULL && part->line->furniture;
}

/* The first part of page I from part J on that is no furniture, or NULL. */
static const struct pdf_part *
part_from(const struct text *text, size_t i, size_t j)
{
	if (i == text->pages)
		return NULL;
	while (j < text->page[i].parts && is_furniture(&text->page[i].part[j]))
		j++;
	return j < text->page[i].parts ? &text->page[i].part[j] : NULL;
}

/* Whether the table that is part J of page I goes on on the next page. */
static bool
table_goes_on(const struct text *text, size_t i, size_t j)
{
	const struct pdf_part *next;

	if (part_from(text, i, j + 1) != NULL)
		return false;
	next = part_from(text, i + 1, 0);
	return next != NULL && next->table != NULL &&
	    pdf_continues(text->page[i].part[j].table, next->table);
}

/* Takes the table that is part J of page I; FIRST there. */
static void
take_table(struct text *text, size_t i, size_t j, bool first,
    const struct pdf_measure *at)
{
	struct pdf_table *table = text->page[i].part[j].table;

	if (first && text->table != NULL &&
	    pdf_continues(text->table, table)) {
		pdf_sew(text->table, table, &text->arena);
		return;
	}
	if (table->lines == 0 || table_goes_on(text, i, j)) {
		flush(text);
		text->table = table;
		return;
	}
	for (size_t k = 0; k < table->lines; k++)
		take_line(text, &table->line[k], at);
}

static void
send_pages(struct text *text)
{
	for (size_t i = 0; i < text->pages; i++) {
		const struct pdf_layout *page = &text->page[i];
		struct pdf_measure       at =
		    pdf_measure(text->page, text->pages, i);
		bool                     first = true;

		for (size_t j = 0; j < page->parts; j++) {
			if (page->part[j].line != NULL)
				take_line(text, page->part[j].line, &at);
			else
				take_table(text, i, j, first, &at);
			first = first && is_furniture(&page->part[j]);
		}
	}
	flush(text);
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

static void
send_title(struct text *text, struct pdf *pdf)
{
	size_t       n;
	const char  *bytes = pdf_title(pdf, &n);
	struct slice title = pdf_text_string((struct slice){ bytes, n },
	    &text->arena);

	if (title.n > 0)
		text->sink->meta(text->sink, "title", title);
}

static const char *
shortcoming(const struct text *text)
{
	if (text->letters == 0)
		return "no text layer: needs OCR";
	if (text->unread > 0)
		return "pages without a text layer: need OCR";
	return text->broken ? "some pages cannot be read" : NULL;
}

const char *
pdf_decode(struct pdf *pdf, struct slice bytes, struct sink *sink)
{
	struct text text = { .sink = sink };
	const char *reason;

	read_pages(&text, pdf, bytes, sink->limits.cells);
	if (text.letters == 0)
		text.unread = pdf_pages(pdf);
	reason = shortcoming(&text);
	send_title(&text, pdf);
	send_count(sink, "ocr", text.seen);
	send_count(sink, "needs-ocr", text.unread);
	pdf_mark_furniture(text.page, text.pages);
	send_pages(&text);
	free(text.paragraph.bytes);
	free(text.furniture);
	free(text.page);
	arena_free(&text.arena);
	return reason;
}
