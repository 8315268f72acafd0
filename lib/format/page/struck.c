#include "struck.h"

#include <math.h>
#include <string.h>

/* In sizes of the letters: how far from their middle the line may be, which is
 * at a third of their height above the baseline; how far it may reach beyond
 * them. */
static const float off_middle = 0.22f, beyond = 0.4f;

enum { BANDS = 256 };

/* The letters of a page that run from left to right, in bands of a height by
 * their middles; each has the number of the next in its band, or none. */
struct letter_bands {
	float   height, tallest;	/* points */
	size_t  n;
	size_t *first, *next;
};

static const size_t none = (size_t)-1;

static float
middle_of(const struct page_glyph *glyph)
{
	return (glyph->box.top + glyph->box.bottom) / 2;
}

static size_t
band_of(const struct letter_bands *bands, float at)
{
	float band = at / bands->height;

	return band < 0 ? 0 : band >= (float)bands->n ? bands->n - 1
	                                               : (size_t)band;
}

static void
bands_fill(struct letter_bands *bands, const struct drawn_page *page,
    struct arena *arena)
{
	bands->first = arena_alloc(arena, bands->n * sizeof(size_t));
	bands->next = arena_alloc(arena, page->glyphs * sizeof(size_t));
	memset(bands->first, 0xff, bands->n * sizeof(size_t));
	for (size_t i = page->glyphs; i > 0; i--) {
		const struct page_glyph *glyph = &page->glyph[i - 1];
		size_t band = band_of(bands, middle_of(glyph));

		if (glyph->course != PAGE_ALONG)
			continue;
		bands->next[i - 1] = bands->first[band];
		bands->first[band] = i - 1;
		bands->tallest = fmaxf(bands->tallest, glyph->size);
	}
}

static bool
runs_through(const struct page_rule *rule, const struct page_glyph *glyph)
{
	float middle = (glyph->box.left + glyph->box.right) / 2;

	return middle >= rule->from && middle <= rule->to &&
	    fabsf(rule->at - middle_of(glyph)) <= off_middle * glyph->size;
}

/* Marks in STRUCK, by the numbers of PAGE's glyphs, those that RULE strikes out.
 * Returns whether there are any. */
static bool
strike(const struct drawn_page *page, const struct page_rule *rule,
    const struct letter_bands *bands, bool *struck)
{
	float  from = HUGE_VALF, to = -HUGE_VALF, size = 0;
	float  reach = bands->tallest * off_middle;
	size_t first = band_of(bands, rule->at - reach);
	size_t last = band_of(bands, rule->at + reach);

	for (size_t b = first; b <= last; b++)
		for (size_t i = bands->first[b]; i != none;
		    i = bands->next[i]) {
			const struct page_glyph *glyph = &page->glyph[i];

			if (!runs_through(rule, glyph))
				continue;
			from = fminf(from, glyph->box.left);
			to = fmaxf(to, glyph->box.right);
			size = fmaxf(size, glyph->size);
		}
	if (from - rule->from > beyond * size || rule->to - to > beyond * size)
		return false;
	for (size_t b = first; b <= last; b++)
		for (size_t i = bands->first[b]; i != none; i = bands->next[i])
			struck[i] = struck[i] ||
			    runs_through(rule, &page->glyph[i]);
	return size > 0;
}

void
page_drop_struck(struct drawn_page *page, struct arena *arena)
{
	struct letter_bands bands = { .height = page->height / BANDS + 1,
		.n = BANDS };
	bool  *struck;
	size_t rules = 0, kept = 0;

	if (page->rules == 0 || page->glyphs == 0)
		return;
	struck = arena_alloc(arena, page->glyphs);
	memset(struck, 0, page->glyphs);
	bands_fill(&bands, page, arena);
	for (size_t i = 0; i < page->rules; i++) {
		struct page_rule rule = page->rule[i];

		if (!rule.across || !strike(page, &rule, &bands, struck))
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
