#include "copy.h"

#include <string.h>

static void *
copy_of(const void *from, size_t n, size_t size, struct arena *arena)
{
	void *copy = arena_alloc(arena, n * size);

	return n > 0 ? memcpy(copy, from, n * size) : copy;
}

static struct pdf_line *
keep_lines(const struct pdf_line *line, size_t n, struct arena *arena)
{
	struct pdf_line *kept = copy_of(line, n, sizeof(*line), arena);

	for (size_t i = 0; i < n; i++) {
		kept[i].text = arena_copy(arena, line[i].text);
		kept[i].glyph = NULL;
		kept[i].glyphs = 0;
	}
	return kept;
}

static struct pdf_table *
keep_table(const struct pdf_table *table, struct arena *arena)
{
	struct pdf_table *kept = copy_of(table, 1, sizeof(*table), arena);

	kept->x = copy_of(table->x, table->cols + 1, sizeof(float), arena);
	kept->cell = copy_of(table->cell, table->cells, sizeof(*kept->cell),
	    arena);
	kept->line = keep_lines(table->line, table->lines, arena);
	for (size_t i = 0; i < kept->cells; i++)
		kept->cell[i].text = arena_copy(arena, kept->cell[i].text);
	return kept;
}

struct pdf_layout
pdf_keep(const struct pdf_layout *layout, struct arena *arena)
{
	struct pdf_layout kept = *layout;

	kept.part = copy_of(layout->part, layout->parts, sizeof(*kept.part),
	    arena);
	for (size_t i = 0; i < kept.parts; i++) {
		struct pdf_part *part = &kept.part[i];

		if (part->line != NULL)
			part->line = keep_lines(part->line, 1, arena);
		else
			part->table = keep_table(part->table, arena);
	}
	return kept;
}
