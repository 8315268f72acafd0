#include "table_buffer.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/utf8.h"

/* What follows a table or box.  The paragraphs of a table's first cell are
 * kept as well, in their place: a table of one cell is no table but a frame
 * around them, and then it is these that go on. */
struct follower {
	struct block block;
	bool         in_frame;
};

struct open_table {		/* or box */
	struct open_table    *outer;
	bool                  box, in_row, in_cell;
	bool                  on_next;	/* a box on a paragraph to come */
	bool                  picture;	/* in the open cell, or what else is seen
					   there and is no part of its text */
	bool                  frame;	/* a table that is none */
	unsigned              ordinal;
	struct buffered_cell *cell;	/* of a table */
	size_t                cells, cells_room;
	size_t                row_start;	/* first cell of the open row */
	unsigned              row;
	struct buffer         text;	/* of the open cell */
	unsigned long         paragraphs;	/* likewise */
	struct follower      *follower;
	size_t                followers, followers_room;
};

void
table_buffer_open(struct table_buffer *tables, struct sink *sink)
{
	*tables = (struct table_buffer){ .sink = sink };
}

/* Hands BLOCK, whose text lasts as long as the arena, on to OUTER, or to the
 * sink where that is NULL. */
static void
pass_on(struct table_buffer *tables, struct open_table *outer,
    const struct block *block, bool in_frame)
{
	if (outer != NULL) {
		outer->picture |= !in_frame && block->text.n > 0;
		*MEMORY_APPEND(outer->follower, outer->followers,
		    outer->followers_room) =
		    (struct follower){ *block, in_frame };
		return;
	}
	tables->any = true;
	tables->sink->block(tables->sink, block);
}

/* The same, with a text that lasts no longer than the call. */
static void
copy_and_pass_on(struct table_buffer *tables, const struct block *block,
    bool in_frame)
{
	struct block copy = *block;

	if (tables->top != NULL) {
		copy.text = arena_copy(&tables->arena, block->text);
		copy.address = arena_copy(&tables->arena, block->address);
	}
	pass_on(tables, tables->top, &copy, in_frame);
}

void
table_buffer_foreign(struct table_buffer *tables, const struct block *block,
    unsigned above, unsigned long number)
{
	const struct text_place place = { .paragraph = number };
	struct block            copy = *block;
	char                    address[ADDRESS_BYTES];

	if (copy.table > 0)
		copy.table += above;
	if (copy.table > tables->tables)
		tables->tables = copy.table;
	copy.address = text_address(address, &place);
	copy_and_pass_on(tables, &copy, false);
}

static struct open_table *
push_table(struct table_buffer *tables, bool box)
{
	struct open_table *table;

	if (tables->depth >= tables->sink->limits.depth) {
		tables->failed = "tables or text boxes nested too deeply";
		return NULL;
	}
	table = memory_get(sizeof(*table));
	*table = (struct open_table){ .outer = tables->top, .box = box };
	tables->top = table;
	tables->depth++;
	return table;
}

/* Takes the innermost table or box off. */
static struct open_table *
pop_table(struct table_buffer *tables)
{
	struct open_table *table = tables->top;

	tables->top = table->outer;
	tables->depth--;
	return table;
}

void
box_release(struct table_buffer *tables, struct open_table *table)
{
	struct open_table *outer = tables->top;
	bool               in_cell = outer != NULL && outer->in_cell;

	if (table == NULL)
		return;
	for (size_t i = 0; i < table->followers; i++) {
		bool framed = table->follower[i].in_frame;

		if (!framed || (table->frame && (!in_cell || outer->cells == 0)))
			pass_on(tables, outer, &table->follower[i].block,
			    framed && in_cell);
	}
	free(table->follower);
	free(table->cell);
	buffer_free(&table->text);
	free(table);
	if (outer == NULL)
		arena_reset(&tables->arena);
}

void
box_open(struct table_buffer *tables, bool counted)
{
	struct open_table *box = push_table(tables, true);

	if (box != NULL)
		box->on_next = !counted;
}

struct open_table *
box_take(struct table_buffer *tables)
{
	return tables->top != NULL && tables->top->box ? pop_table(tables)
	    : NULL;
}

void
table_open(struct table_buffer *tables)
{
	struct open_table *table = push_table(tables, false);

	if (table != NULL)
		table->ordinal = ++tables->tables;
}

static struct open_table *
innermost_table(const struct table_buffer *tables)
{
	return tables->top != NULL && !tables->top->box ? tables->top : NULL;
}

static void
pass_cell_on(struct table_buffer *tables, const struct open_table *table,
    const struct buffered_cell *cell)
{
	const struct text_place place = { table->ordinal, cell->row,
		cell->number, 0 };
	char                    address[ADDRESS_BYTES];
	struct block            block = {
		.kind = BLOCK_IS_CELL, .address = text_address(address, &place),
		.table = table->ordinal, .row = cell->row, .col = cell->col,
		.rows = cell->rows, .cols = cell->cols, .text = cell->text,
	};

	if (table->outer != NULL)
		block.address = arena_copy(&tables->arena, block.address);
	pass_on(tables, table->outer, &block, false);
}

static void
add_to_cell(struct open_table *table, struct slice paragraph)
{
	if (table->text.n > 0 && paragraph.n > 0)
		paragraph_add(&table->text, SLICE(" "));
	paragraph_add(&table->text, paragraph);
}

void
table_close(struct table_buffer *tables)
{
	struct open_table *table = innermost_table(tables);

	if (table == NULL)
		return;
	row_close(tables, true);
	cells_to_grid(table->cell, table->cells);
	table->frame = table->cells == 1;
	if (table->frame && table->outer != NULL && table->outer->in_cell)
		add_to_cell(table->outer, table->cell[0].text);
	for (size_t i = 0; i < table->cells && !table->frame; i++)
		if (!table->cell[i].covered)
			pass_cell_on(tables, table, &table->cell[i]);
	box_release(tables, pop_table(tables));
}

const char *
table_buffer_close(struct table_buffer *tables, const char *failed)
{
	while (tables->top != NULL)
		if (tables->top->box)
			box_release(tables, box_take(tables));
		else
			table_close(tables);
	arena_free(&tables->arena);
	return failed == NULL && !tables->any ? "no text in it" : failed;
}

void
row_open(struct table_buffer *tables)
{
	struct open_table *table = innermost_table(tables);

	if (table == NULL)
		return;
	row_close(tables, true);
	table->row++;
	table->row_start = table->cells;
	table->in_row = true;
}

void
row_close(struct table_buffer *tables, bool keep)
{
	struct open_table *table = innermost_table(tables);

	if (table == NULL || !table->in_row)
		return;
	cell_close(tables);
	table->in_row = false;
	table->row -= !keep;
	table->cells = !keep ? table->row_start : cells_close_up(table->cell,
	    table->row_start, table->cells);
	for (size_t i = table->row_start; i < table->cells; i++)
		table->cell[i].number = (unsigned)(i - table->row_start + 1);
}

void
cell_open(struct table_buffer *tables)
{
	struct open_table *table = innermost_table(tables);

	if (table == NULL)
		return;
	if (!table->in_row)
		row_open(tables);
	cell_close(tables);
	if (table->cells >= tables->sink->limits.cells) {
		tables->failed = "a table of too many cells";
		return;
	}
	table->in_cell = true;
	table->picture = false;
	table->text.n = 0;
	table->paragraphs = 0;
}

void
cell_picture(struct table_buffer *tables)
{
	struct open_table *table = innermost_table(tables);

	if (table != NULL && table->in_cell)
		table->picture = true;
}

void
cell_close(struct table_buffer *tables)
{
	struct open_table *table = innermost_table(tables);

	if (table == NULL || !table->in_cell)
		return;
	if (table->picture && paragraph_text(&table->text).n == 0)
		paragraph_character(&table->text, UTF8_OBJECT);
	table->in_cell = false;
	*MEMORY_APPEND(table->cell, table->cells, table->cells_room) =
	    (struct buffered_cell){
		.row = table->row,
		.text = arena_copy(&tables->arena,
		    paragraph_text(&table->text)),
	};
}

static struct buffered_cell *
cell_of_row(struct table_buffer *tables, size_t i)
{
	struct open_table *table = innermost_table(tables);

	if (table == NULL || !table->in_row ||
	    i >= table->cells - table->row_start)
		return NULL;
	return &table->cell[table->row_start + i];
}

size_t
row_cells(const struct table_buffer *tables)
{
	const struct open_table *table = innermost_table(tables);

	return table != NULL && table->in_row ? table->cells -
	    table->row_start : 0;
}

struct cell_place *
row_cell_place(struct table_buffer *tables, size_t i)
{
	struct buffered_cell *cell = cell_of_row(tables, i);

	return cell != NULL ? &cell->place : NULL;
}

bool
row_cell_is_blank(struct table_buffer *tables, size_t i)
{
	const struct buffered_cell *cell = cell_of_row(tables, i);

	return cell == NULL || cell->text.n == 0;
}

bool
cell_is_open(const struct table_buffer *tables)
{
	const struct open_table *table = innermost_table(tables);

	return table != NULL && table->in_cell;
}

/* The table whose open cell what comes next stands in, through boxes; NULL: none. */
static struct open_table *
table_around(const struct table_buffer *tables)
{
	struct open_table *table = tables->top;

	while (table != NULL && !table->in_cell)
		table = table->outer;
	return table;
}

unsigned long
table_buffer_count(struct table_buffer *tables)
{
	const struct open_table *top = tables->top;
	struct open_table       *around = table_around(tables);
	unsigned long           *count = around != NULL ? &around->paragraphs
	    : &tables->paragraphs;

	return top != NULL && top->box ? *count + top->on_next : ++*count;
}

static struct slice
address_of(const struct table_buffer *tables, unsigned long number,
    char address[ADDRESS_BYTES])
{
	const struct open_table *around = table_around(tables);
	struct text_place        place = { .paragraph = number };

	if (around != NULL) {
		place.table = around->ordinal;
		place.row = around->row;
		place.cell = (unsigned)(around->cells - around->row_start + 1);
	}
	return text_address(address, &place);
}

void
table_buffer_paragraph(struct table_buffer *tables, const struct block *block,
    unsigned long number)
{
	struct block placed = *block;
	char         address[ADDRESS_BYTES];

	if (block->text.n == 0)
		return;
	placed.address = address_of(tables, number, address);
	if (!cell_is_open(tables)) {
		copy_and_pass_on(tables, &placed, false);
		return;
	}
	if (tables->top->cells == 0)
		copy_and_pass_on(tables, &placed, true);
	add_to_cell(tables->top, block->text);
}
