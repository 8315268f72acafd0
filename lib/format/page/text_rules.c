#include "text_rules.h"

#include <stdlib.h>

#include "char_class.h"
#include "rules.h"

enum { RULES_MAX = 500 };	/* more are a drawing, which is left alone */

/* Whether RULE is of one of N grids. */
static bool
is_of_grid(const struct page_rule *rule, const struct page_grid *grid, size_t n)
{
	float middle = (rule->from + rule->to) / 2;

	for (size_t i = 0; i < n; i++)
		if (rule->at >= grid[i].y[0] - PAGE_SNAP &&
		    rule->at <= grid[i].y[grid[i].rows] + PAGE_SNAP &&
		    middle >= grid[i].x[0] && middle <= grid[i].x[grid[i].cols])
			return true;
	return false;
}

/* Whether LINE is a rule made of dashes, or one over each column. */
static bool
is_typed_rule(const struct page_line *line)
{
	enum { DASHES_MIN = 10 };

	for (size_t i = 0; i < line->glyphs; i++) {
		uint32_t c = line->glyph[i].code;

		if (c != '-' && c != '=' && (c < 0x2010 || c > 0x2015) &&
		    c != 0x2500 && c != 0x2550 && !page_is_space(c))
			return false;
	}
	return line->glyphs >= DASHES_MIN && line->course == PAGE_ALONG;
}

static int
by_height(const void *a, const void *b)
{
	const struct page_rule *r = a, *s = b;

	if (r->at != s->at)
		return r->at < s->at ? -1 : 1;
	return (r->from > s->from) - (r->from < s->from);
}

struct text_rules
text_rules_of(const struct drawn_page *page, const struct page_grid *grid, size_t n,
    struct page_line *line, size_t *lines, struct arena *arena)
{
	struct page_rule *rule = arena_alloc(arena,
	    (page->rules + *lines) * sizeof(*rule));
	size_t            rules = 0, kept = 0;

	for (size_t i = 0; i < page->rules; i++)
		if (page->rule[i].across && !is_of_grid(&page->rule[i], grid, n))
			rule[rules++] = page->rule[i];
	for (size_t i = 0; i < *lines; i++)
		if (is_typed_rule(&line[i]))
			rule[rules++] = (struct page_rule){ true,
				(line[i].box.top + line[i].box.bottom) / 2,
				line[i].box.left, line[i].box.right };
		else
			line[kept++] = line[i];
	*lines = kept;
	qsort(rule, rules, sizeof(*rule), by_height);
	return (struct text_rules){ rule, rules <= RULES_MAX ? rules : 0 };
}

bool
text_rule_between(const struct text_rules *rules, const struct line_row *a,
    const struct line_row *b, float width)
{
	for (size_t i = 0; i < rules->n; i++)
		if (rules->rule[i].at > line_row_middle(a) &&
		    rules->rule[i].at < line_row_middle(b) &&
		    rules->rule[i].to - rules->rule[i].from >= width)
			return true;
	return false;
}

bool
text_rule_passes(const struct text_rules *rules, const struct line_row *a,
    const struct line_row *b, float x)
{
	for (size_t i = 0; i < rules->n; i++)
		if (rules->rule[i].at > line_row_middle(a) &&
		    rules->rule[i].at < line_row_middle(b) &&
		    rules->rule[i].from < x && rules->rule[i].to > x)
			return true;
	return false;
}
