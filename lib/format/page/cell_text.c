#include "cell_text.h"

#include "text.h"

void
page_cell_join(struct page_cell *cell, struct slice more, bool broken,
    struct arena *arena)
{
	struct buffer text = { .n = 0 };

	page_join_text(&text, cell->text, false);
	page_join_text(&text, more, broken);
	cell->text = arena_copy(arena, buffer_slice(&text));
	buffer_free(&text);
}
