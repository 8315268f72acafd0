#include "struck.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* In sizes of the letters: how far from their middle the line may be, which is
 * at a third of their height above the baseline; how far it may reach beyond
 * them. */
static const float off_middle = 0.22f, beyond = 0.4f;

/* Points: no letters are taller. */
static const float tallest = 60;

/* The letters of a page that run from left to right, by their middles. */
struct letter_row {
	float             middle;
	struct pdf_glyph *glyph;
};

static int
by_middle(const void *a, const void *b)
{
	float x = *(const float *)a, y = *(const float *)b;

	return (x > y) - (x < y);
}

static size_t
rows_of_letters(struct pdf_page *page, struct letter_row *row)
{
	size_t n = 0;

	for (size_t i = 0; i < page->glyphs; i++) {
		struct pdf_glyph *glyph = &page->glyph[i];

		if (glyph->course == PDF_ALONG)
			row[n++] = (struct letter_row){
				(glyph->box.top + glyph->box.bottom) / 2,
				glyph };
	}
	qsort(row, n, sizeof(*row), by_middle);
	return n;
}

/* The first of the N rows that is not above AT. */
static size_t
first_from(const struct letter_row *row, size_t n, float at)
{
	size_t low = 0, high = n;

	while (low < high) {
		size_t half = (low + high) / 2;

		if (row[half].middle < at)
			low = half + 1;
		else
			high = half;
	}
	return low;
}

static bool
runs_through(const struct pdf_rule *rule, const struct pdf_glyph *glyph)
{
	float middle = (glyph->box.left + glyph->box.right) / 2;
	float height = (glyph->box.top + glyph->box.bottom) / 2;

	return middle >= rule->from && middle <= rule->to &&
	    fabsf(rule->at - height) <= off_middle * glyph->size;
}

/* Marks in STRUCK, by the numbers of PAGE's glyphs, those that RULE strikes out.
 * Returns whether there are any. */
static bool
strike(const struct pdf_page *page, const struct pdf_rule *rule,
    const struct letter_row *row, size_t n, bool *struck)
{
	float  from = HUGE_VALF, to = -HUGE_VALF, size = 0;
	float  reach = tallest * off_middle;
	size_t first = first_from(row, n, rule->at - reach), end = first;

	for (; end < n && row[end].middle <= rule->at + reach; end++) {
		const struct pdf_glyph *glyph = row[end].glyph;

		if (!runs_through(rule, glyph))
			continue;
		from = fminf(from, glyph->box.left);
		to = fmaxf(to, glyph->box.right);
		size = fmaxf(size, glyph->size);
	}
	if (from - rule->from > beyond * size || rule->to - to > beyond * size)
		return false;
	for (size_t i = first; i < end; i++)
		if (runs_through(rule, row[i].glyph))
			struck[row[i].glyph - page->glyph] = true;
	return size > 0;
}

void
pdf_drop_struck(struct pdf_page *page, struct arena *arena)
{
	struct letter_row *row = arena_alloc(arena,
	    page->glyphs * sizeof(*row));
	bool  *struck = arena_alloc(arena, page->glyphs);
	size_t n = rows_of_letters(page, row), rules = 0, kept = 0;

	memset(struck, 0, page->glyphs);
	for (size_t i = 0; i < page->rules; i++) {
		struct pdf_rule rule = page->rule[i];

		if (!rule.across || !strike(page, &rule, row, n, struck))
			page->rule[rules++] = rule;
	}
	if (rules == page->rules)
		return;
	page->rules = rules;
	for (size_t i = 0; i < page->glyphs; i++)
		if (!struck[i])
			page->glyph[kept++] = page->glyph[i];
	page->glyphs = kept;
}
