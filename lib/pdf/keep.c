#include "keep.h"

#include <string.h>

static void *
copy_of(const void *from, size_t n, size_t size, struct arena *arena)
{
	void *copy = arena_alloc(arena, n * size);

	return n > 0 ? memcpy(copy, from, n * size) : copy;
}

static struct pdf_line *
keep_line(const struct pdf_line *line, struct arena *arena)
{
	struct pdf_line *kept = copy_of(line, 1, sizeof(*line), arena);

	kept->text = arena_copy(arena, line->text);
	kept->glyph = NULL;
	kept->glyphs = 0;
	return kept;
}

static struct pdf_table *
keep_table(const struct pdf_table *table, struct arena *arena)
{
	struct pdf_table *kept = copy_of(table, 1, sizeof(*table), arena);

	kept->x = copy_of(table->x, table->cols + 1, sizeof(float), arena);
	kept->cell = copy_of(table->cell, table->cells, sizeof(*kept->cell),
	    arena);
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
			part->line = keep_line(part->line, arena);
		else
			part->table = keep_table(part->table, arena);
	}
	return kept;
}
