#include "layout.h"

#include <string.h>

static void *
copy_of(const void *from, size_t n, size_t size, struct arena *arena)
{
	void *copy = arena_alloc(arena, n * size);

	return n > 0 ? memcpy(copy, from, n * size) : copy;
}

static struct page_line *
copy_lines(const struct page_line *line, size_t n, struct arena *arena)
{
	struct page_line *copy = copy_of(line, n, sizeof(*line), arena);

	for (size_t i = 0; i < n; i++) {
		copy[i].text = arena_copy(arena, line[i].text);
		copy[i].glyph = NULL;
		copy[i].glyphs = 0;
	}
	return copy;
}

static struct page_table *
copy_table(const struct page_table *table, struct arena *arena)
{
	struct page_table *copy = copy_of(table, 1, sizeof(*table), arena);

	copy->x = copy_of(table->x, table->cols + 1, sizeof(float), arena);
	copy->cell = copy_of(table->cell, table->cells, sizeof(*copy->cell),
	    arena);
	copy->line = copy_lines(table->line, table->lines, arena);
	for (size_t i = 0; i < copy->cells; i++)
		copy->cell[i].text = arena_copy(arena, copy->cell[i].text);
	return copy;
}

struct page_layout
page_layout_copy(const struct page_layout *layout, struct arena *arena)
{
	struct page_layout copy = *layout;

	copy.part = copy_of(layout->part, layout->parts, sizeof(*copy.part),
	    arena);
	for (size_t i = 0; i < copy.parts; i++) {
		struct page_part *part = &copy.part[i];

		if (part->line != NULL)
			part->line = copy_lines(part->line, 1, arena);
		else
			part->table = copy_table(part->table, arena);
	}
	return copy;
}
