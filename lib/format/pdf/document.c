#include "pdf.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/memory.h"
#include "char_class.h"
#include "layout.h"
#include "ocr.h"
#include "paragraph.h"
#include "rules.h"

/* A page with fewer letters than this beside a picture is a picture of text:
 * a scanner stamps its name or the page's number on it. */
enum { LETTERS_MIN = 24 };

struct pdf_document {			/* of one document, on its way out */
	struct sink       *sink;
	struct arena       arena;
	struct pdf_layout *page;
	size_t             pages, room;
	size_t             letters;
	unsigned           unread;	/* pages that need OCR */
	unsigned           seen;		/* pages read by it */
	bool               broken;	/* a page could not be read */
	unsigned           tables;	/* sent so far */
	/* What may go on with the next part. */
	struct buffer          paragraph;
	const struct pdf_line *first, *last;	/* of the paragraph */
	struct pdf_measure     last_at;	/* measure of last's page */
	struct pdf_table      *table;
	/* Furniture met meanwhile, to be sent behind it. */
	const struct pdf_line **furniture;
	size_t                  furnitures, furniture_room;
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
judge_page(struct pdf_document *d, struct slice bytes, unsigned number,
    struct pdf_page *page)
{
	if (!is_picture_of_text(page))
		return;
	if (pdf_ocr_wanted && pdf_ocr_page(bytes, number, page))
		d->seen++;
	else
		d->unread++;
}

static void
lay_out_pages(struct pdf_document *d, struct pdf *pdf, struct slice bytes,
    unsigned cells)
{
	struct arena    scratch = { NULL, NULL };
	struct pdf_page page = { 0 };
	unsigned        pages = pdf_pages(pdf);

	for (unsigned i = 1; i <= pages; i++) {
		struct pdf_layout layout;

		if (!pdf_read_page(pdf, i, &page)) {
			d->broken = true;
			continue;
		}
		judge_page(d, bytes, i, &page);
		d->letters += page.glyphs - page.unmapped;
		layout = pdf_lay_out(&page, i, cells, &scratch);
		*MEMORY_APPEND(d->page, d->pages, d->room) =
		    pdf_layout_copy(&layout, &d->arena);
		arena_reset(&scratch);
	}
	arena_free(&scratch);
	pdf_page_free(&page);
}

static void
send_line(struct pdf_document *d, const struct pdf_line *line,
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
send_cell(struct pdf_document *d, const struct pdf_cell *cell, unsigned cols)
{
	unsigned     right = cell->col + cell->cols;
	struct block block = {
		.kind = BLOCK_IS_CELL,
		.page = cell->page, .line = cell->line,
		.table = d->tables,
		.row = cell->row + 1, .col = cell->col + 1,
		.rows = cell->rows,
		.cols = (right < cols ? right : cols) - cell->col,
		.text = cell->text,
	};

	d->sink->block(d->sink, &block);
}

static void
send_table(struct pdf_document *d, const struct pdf_table *table)
{
	unsigned cols = table->cols - ends_at_edge(table);

	d->tables++;
	for (size_t i = 0; i < table->cells; i++)
		if (table->cell[i].col < cols)
			send_cell(d, &table->cell[i], cols);
}

/* Sends what was waiting for its continuation. */
static void
send_waiting(struct pdf_document *d)
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
take_pdf_line(struct pdf_document *d, const struct pdf_line *line,
    const struct pdf_measure *at)
{
	if (line->furniture) {
		*MEMORY_APPEND(d->furniture, d->furnitures,
		    d->furniture_room) = line;
		return;
	}
	if (d->first == NULL ||
	    !pdf_paragraph_goes_on(d->last, &d->last_at, line, at)) {
		send_waiting(d);
		d->first = line;
	}
	pdf_join_text(&d->paragraph, line->text, true);
	d->last = line;
	d->last_at = *at;
}

static bool
is_furniture_part(const struct pdf_part *part)
{
	return part->line != NULL && part->line->furniture;
}

/* The first part of page I from part J on that is no furniture, or NULL. */
static const struct pdf_part *
part_from(const struct pdf_document *d, size_t i, size_t j)
{
	if (i == d->pages)
		return NULL;
	while (j < d->page[i].parts && is_furniture_part(&d->page[i].part[j]))
		j++;
	return j < d->page[i].parts ? &d->page[i].part[j] : NULL;
}

/* Whether the table that is part J of page I goes on on the next page. */
static bool
goes_on_next_page(const struct pdf_document *d, size_t i, size_t j)
{
	const struct pdf_part *next;

	if (part_from(d, i, j + 1) != NULL)
		return false;
	next = part_from(d, i + 1, 0);
	return next != NULL && next->table != NULL &&
	    pdf_table_goes_on(d->page[i].part[j].table, next->table);
}

/* Takes the table that is part J of page I; FIRST there. */
static void
take_table(struct pdf_document *d, size_t i, size_t j, bool first,
    const struct pdf_measure *at)
{
	struct pdf_table *table = d->page[i].part[j].table;

	if (first && d->table != NULL &&
	    pdf_table_goes_on(d->table, table)) {
		pdf_table_append(d->table, table, &d->arena);
		return;
	}
	if (table->lines == 0 || goes_on_next_page(d, i, j)) {
		send_waiting(d);
		d->table = table;
		return;
	}
	for (size_t k = 0; k < table->lines; k++)
		take_pdf_line(d, &table->line[k], at);
}

static void
send_pages(struct pdf_document *d)
{
	for (size_t i = 0; i < d->pages; i++) {
		const struct pdf_layout *page = &d->page[i];
		struct pdf_measure       at =
		    pdf_measure(d->page, d->pages, i);
		bool                     first = true;

		for (size_t j = 0; j < page->parts; j++) {
			if (page->part[j].line != NULL)
				take_pdf_line(d, page->part[j].line, &at);
			else
				take_table(d, i, j, first, &at);
			first = first && is_furniture_part(&page->part[j]);
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

static void
send_title(struct pdf_document *d, struct pdf *pdf)
{
	size_t       n;
	const char  *bytes = pdf_title(pdf, &n);
	struct slice title = pdf_text_string((struct slice){ bytes, n },
	    &d->arena);

	if (title.n > 0)
		d->sink->meta(d->sink, "title", title);
}

static const char *
shortcoming(const struct pdf_document *d)
{
	if (d->letters == 0)
		return "no text layer: needs OCR";
	if (d->unread > 0)
		return "pages without a text layer: need OCR";
	return d->broken ? "some pages cannot be read" : NULL;
}

const char *
pdf_decode(struct pdf *pdf, struct slice bytes, struct sink *sink)
{
	struct pdf_document d = { .sink = sink };
	const char         *reason;

	lay_out_pages(&d, pdf, bytes, sink->limits.cells);
	if (d.letters == 0)
		d.unread = pdf_pages(pdf);
	reason = shortcoming(&d);
	send_title(&d, pdf);
	send_count(sink, "ocr", d.seen);
	send_count(sink, "needs-ocr", d.unread);
	pdf_mark_furniture(d.page, d.pages);
	send_pages(&d);
	buffer_free(&d.paragraph);
	free(d.furniture);
	free(d.page);
	arena_free(&d.arena);
	return reason;
}

const char *
pdf_read(struct slice bytes, struct sink *sink)
{
	const char *reason = NULL;
	struct pdf *pdf = pdf_open(bytes.p, bytes.n, &reason);

	if (pdf == NULL)
		return reason;
	reason = pdf_decode(pdf, bytes, sink);
	pdf_close(pdf);
	return reason;
}
