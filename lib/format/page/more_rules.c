#include "more_rules.h"

#include <string.h>

void
page_make_room_for_rules(struct drawn_page *page, size_t more,
    struct arena *arena)
{
	struct page_rule *rule = arena_alloc(arena,
	    (page->rules + more) * sizeof(*rule));

	memcpy(rule, page->rule, page->rules * sizeof(*rule));
	page->rule = rule;
}

size_t
page_region_lines(const struct page_cell_glyphs *glyphs, size_t owner,
    struct arena *arena, struct page_line **line)
{
	size_t             at = glyphs->from[owner];
	size_t             n = glyphs->from[owner + 1] - at;
	struct page_glyph *glyph = arena_alloc(arena, n * sizeof(*glyph));

	if (n == 0)
		return 0;
	memcpy(glyph, glyphs->glyph + at, n * sizeof(*glyph));
	return page_lines(glyph, n, arena, line);
}
