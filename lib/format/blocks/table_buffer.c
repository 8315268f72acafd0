#include "table_buffer.h"

#include <stdlib.h>

#include "base/memory.h"
#include "table_buffer_layout.h"

/* What follows a table or box.  The paragraphs of a table's first cell are
 * kept as well, in their place: a table of one cell is no table but a frame
 * around them, and then it is these that go on. */
struct behind {
	struct block block;
	bool         in_frame;
};

struct holder {
	struct holder    *outer;
	bool              box, in_row, in_cell;
	bool              frame;	/* a table that is none */
	unsigned          ordinal;
	struct held_cell *cell;		/* of a table */
	size_t            cells, cells_room;
	size_t            row_start;	/* first cell of the open row */
	unsigned          row;
	unsigned long     line;		/* of the open cell */
	struct paragraph  text;		/* of the open cell */
	struct behind    *behind;	/* what follows */
	size_t            behinds, behinds_room;
};

void
held_open(struct held *held, struct sink *sink)
{
	*held = (struct held){ .sink = sink };
}

static void
give(struct held *held, const struct block *block)
{
	held->any = true;
	held->sink->block(held->sink, block);
}

/* BLOCK, whose text must last as long as the arena. */
static void
put_behind(struct holder *holder, const struct block *block, bool in_frame)
{
	holder->behind = memory_room(holder->behind, &holder->behinds_room,
	    holder->behinds, sizeof(*holder->behind));
	holder->behind[holder->behinds++] =
	    (struct behind){ *block, in_frame };
}

static void
keep_or_give(struct held *held, const struct block *block)
{
	struct block copy = *block;

	if (held->top == NULL) {
		give(held, block);
		return;
	}
	copy.text = arena_copy(&held->arena, block->text);
	put_behind(held->top, &copy, false);
}

static struct holder *
push(struct held *held)
{
	struct holder *holder;

	if (held->depth >= held->sink->limits.depth) {
		held->failed = "tables or text boxes nested too deeply";
		return NULL;
	}
	holder = memory_get(sizeof(*holder));
	*holder = (struct holder){ .outer = held->top };
	held->top = holder;
	held->depth++;
	return holder;
}

/* Takes the innermost holder off. */
static struct holder *
take(struct held *held)
{
	struct holder *holder = held->top;

	held->top = holder->outer;
	held->depth--;
	return holder;
}

/* What HOLDER held goes on to the next. */
static void
release(struct held *held, struct holder *holder)
{
	for (size_t i = 0; i < holder->behinds; i++) {
		const struct behind *behind = &holder->behind[i];

		if (behind->in_frame && !holder->frame)
			continue;
		if (held->top != NULL)
			put_behind(held->top, &behind->block, false);
		else
			give(held, &behind->block);
	}
	free(holder->behind);
	free(holder->cell);
	paragraph_free(&holder->text);
	free(holder);
	if (held->top == NULL)
		arena_reset(&held->arena);
}

void
held_box_open(struct held *held)
{
	struct holder *holder = push(held);

	if (holder != NULL)
		holder->box = true;
}

struct holder *
held_box_take(struct held *held)
{
	return held->top != NULL && held->top->box ? take(held) : NULL;
}

void
held_box_release(struct held *held, struct holder *box)
{
	if (box != NULL)
		release(held, box);
}

void
held_table_open(struct held *held)
{
	struct holder *holder = push(held);

	if (holder != NULL)
		holder->ordinal = ++held->tables;
}

static struct holder *
open_table(const struct held *held)
{
	return held->top != NULL && !held->top->box ? held->top : NULL;
}

static void
hand_on(struct held *held, const struct holder *table,
    const struct held_cell *cell)
{
	struct block block = {
		.kind = BLOCK_IS_CELL, .line = cell->line,
		.table = table->ordinal, .row = cell->row, .col = cell->col,
		.rows = cell->rows, .cols = cell->cols, .text = cell->text,
	};

	if (table->outer != NULL)
		put_behind(table->outer, &block, false);
	else
		give(held, &block);
}

void
held_table_close(struct held *held)
{
	struct holder *table = open_table(held);

	if (table == NULL)
		return;
	held_row_close(held, true);
	held_layout(table->cell, table->cells);
	table->frame = table->cells == 1;
	for (size_t i = 0; i < table->cells && !table->frame; i++)
		if (!table->cell[i].covered)
			hand_on(held, table, &table->cell[i]);
	release(held, take(held));
}

const char *
held_close(struct held *held, const char *failed)
{
	while (held->top != NULL)
		if (held->top->box)
			release(held, take(held));
		else
			held_table_close(held);
	arena_free(&held->arena);
	return failed == NULL && !held->any ? "no text in it" : failed;
}

void
held_row_open(struct held *held)
{
	struct holder *table = open_table(held);

	if (table == NULL)
		return;
	held_row_close(held, true);
	table->row++;
	table->row_start = table->cells;
	table->in_row = true;
}

/* Lets the places of joined and deleted cells go to their neighbours. */
static void
close_up(struct held_cell *cell, size_t *cells, size_t start)
{
	size_t kept = start;

	for (size_t i = start; i < *cells; i++) {
		const struct cell_place *place = &cell[i].place;

		if (place->gone)
			continue;
		if (place->joined && kept > start) {
			if (cell[kept - 1].place.right < place->right)
				cell[kept - 1].place.right = place->right;
			continue;
		}
		cell[kept++] = cell[i];
	}
	*cells = kept;
}

void
held_row_close(struct held *held, bool keep)
{
	struct holder *table = open_table(held);

	if (table == NULL || !table->in_row)
		return;
	held_cell_close(held);
	table->in_row = false;
	if (!keep) {
		table->cells = table->row_start;
		table->row--;
	} else
		close_up(table->cell, &table->cells, table->row_start);
}

void
held_cell_open(struct held *held, unsigned long line)
{
	struct holder *table = open_table(held);

	if (table == NULL)
		return;
	if (!table->in_row)
		held_row_open(held);
	held_cell_close(held);
	if (table->cells >= held->sink->limits.cells) {
		held->failed = "a table of too many cells";
		return;
	}
	table->in_cell = true;
	table->line = line;
	paragraph_clear(&table->text);
}

void
held_cell_close(struct held *held)
{
	struct holder *table = open_table(held);

	if (table == NULL || !table->in_cell)
		return;
	table->in_cell = false;
	table->cell = memory_room(table->cell, &table->cells_room,
	    table->cells, sizeof(*table->cell));
	table->cell[table->cells++] = (struct held_cell){
		.line = table->line, .row = table->row,
		.text = arena_copy(&held->arena,
		    paragraph_text(&table->text)),
	};
}

static struct held_cell *
cell_of_row(struct held *held, size_t i)
{
	struct holder *table = open_table(held);

	if (table == NULL || !table->in_row ||
	    i >= table->cells - table->row_start)
		return NULL;
	return &table->cell[table->row_start + i];
}

struct cell_place *
held_place(struct held *held, size_t i)
{
	struct held_cell *cell = cell_of_row(held, i);

	return cell != NULL ? &cell->place : NULL;
}

bool
held_is_blank(struct held *held, size_t i)
{
	const struct held_cell *cell = cell_of_row(held, i);

	return cell == NULL || cell->text.n == 0;
}

struct paragraph *
held_cell_text(struct held *held)
{
	struct holder *table = open_table(held);

	return table != NULL && table->in_cell ? &table->text : NULL;
}

void
held_paragraph(struct held *held, const struct block *block)
{
	struct paragraph *cell = held_cell_text(held);

	if (block->text.n == 0)
		return;
	if (cell == NULL) {
		keep_or_give(held, block);
		return;
	}
	if (held->top->cells == 0) {
		struct block copy = *block;

		copy.text = arena_copy(&held->arena, block->text);
		put_behind(held->top, &copy, true);
	}
	if (cell->n > 0)
		paragraph_add(cell, SLICE(" "));
	paragraph_add(cell, block->text);
}
