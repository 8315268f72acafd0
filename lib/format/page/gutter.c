#include "gutter.h"

#include <math.h>

#include "char_class.h"
#include "rules.h"
#include "text.h"
#include "text_columns.h"

enum {
	BINS = 512,
	LINES_MIN = 4,			/* in a column */
};

/* In ems: the width of its lines, on average. */
static const float line_min = 8;

/* In ems: no gap between words of a line is as wide. */
static const float gutter_min = 1.2f;

/* The share of the letters' rows that the gutter may be crossed by, of titles
 * and text over both columns; the part of the text's width that it is in. */
static const float crossed_max = 0.7f, middle_from = 0.3f, middle_to = 0.7f;

/* Text whose digits are more than this share is a table. */
static const float digits_max = 0.3f;

struct gutter {
	float x, top, bottom;
};

/* Points to a bin, and how many bins the page has. */
struct bins {
	float    width;
	unsigned n, count[BINS];
};

static bool
is_letter(const struct page_glyph *glyph)
{
	return glyph->course == PAGE_ALONG && !page_is_space(glyph->code);
}

static unsigned
bin_of(const struct bins *bins, float at)
{
	float bin = at / bins->width;

	return bin < 0 ? 0 : bin >= (float)bins->n ? bins->n - 1
	                                            : (unsigned)bin;
}

static struct bins
bins_of(float extent)
{
	struct bins bins = { .width = 2, .n = BINS };

	if (extent > bins.width * BINS)
		bins.width = extent / BINS;
	return bins;
}

/* The box of PAGE's letters; false if it has none. */
static bool
extent_of(const struct drawn_page *page, struct page_box *extent)
{
	bool any = false;

	*extent = (struct page_box){ HUGE_VALF, HUGE_VALF, -HUGE_VALF,
		-HUGE_VALF };
	for (size_t i = 0; i < page->glyphs; i++) {
		const struct page_box *box = &page->glyph[i].box;

		if (!is_letter(&page->glyph[i]))
			continue;
		extent->left = fminf(extent->left, box->left);
		extent->right = fmaxf(extent->right, box->right);
		extent->top = fminf(extent->top, box->top);
		extent->bottom = fmaxf(extent->bottom, box->bottom);
		any = true;
	}
	return any;
}

/* The middle of the widest place that the fewest letters cover, in the middle
 * of the page; false when most lines have text there. */
static bool
find_x(const struct drawn_page *page, const struct page_box *extent, float *x)
{
	struct bins bins = bins_of(page->width);
	float       width = extent->right - extent->left;
	unsigned    from = bin_of(&bins, extent->left + middle_from * width);
	unsigned    to = bin_of(&bins, extent->left + middle_to * width);
	unsigned    least, best = 0, run = 0, all = 0;

	for (size_t i = 0; i < page->glyphs; i++) {
		const struct page_box *box = &page->glyph[i].box;

		if (!is_letter(&page->glyph[i]))
			continue;
		for (unsigned b = bin_of(&bins, box->left);
		    b <= bin_of(&bins, box->right); b++)
			bins.count[b]++;
	}
	least = bins.count[from];
	for (unsigned b = from; b <= to; b++) {
		all += bins.count[b];
		least = bins.count[b] < least ? bins.count[b] : least;
	}
	if ((float)least * (float)(to - from + 1) > crossed_max * (float)all)
		return false;
	for (unsigned b = from; b <= to; b++) {
		run = bins.count[b] <= least + least / 8 ? run + 1 : 0;
		if (run > best) {
			best = run;
			*x = ((float)b + 1 - (float)run / 2) * bins.width;
		}
	}
	return true;
}

/* Marks in BINS the heights at which something crosses the gutter at X. */
static void
mark_crossed(const struct drawn_page *page, float x, struct bins *bins)
{
	for (size_t i = 0; i < page->glyphs; i++) {
		const struct page_glyph *glyph = &page->glyph[i];
		float                   half = gutter_min / 2 * glyph->size;

		if (!is_letter(glyph) || glyph->box.left >= x + half ||
		    glyph->box.right <= x - half)
			continue;
		for (unsigned b = bin_of(bins, glyph->box.top);
		    b <= bin_of(bins, glyph->box.bottom); b++)
			bins->count[b]++;
	}
}

static bool
crosses(const struct page_rule *rule, float x)
{
	return rule->across && rule->from < x && rule->to > x;
}

/* Whether RULE, downwards, begins, ends or goes on at a rule over the gutter. */
static bool
is_of_table(const struct drawn_page *page, const struct page_rule *rule,
    float x)
{
	for (size_t i = 0; i < page->rules; i++) {
		const struct page_rule *over = &page->rule[i];

		if (crosses(over, x) && over->at >= rule->from - PAGE_SNAP &&
		    over->at <= rule->to + PAGE_SNAP)
			return true;
	}
	return false;
}

/* Marks in BINS the heights of the tables that the gutter would cut. */
static void
mark_tables(const struct drawn_page *page, float x, struct bins *bins)
{
	bool any = false;

	for (size_t i = 0; i < page->rules; i++)
		if (crosses(&page->rule[i], x)) {
			bins->count[bin_of(bins, page->rule[i].at)]++;
			any = true;
		}
	for (size_t i = 0; any && i < page->rules; i++)
		if (!page->rule[i].across &&
		    is_of_table(page, &page->rule[i], x))
			for (unsigned b = bin_of(bins, page->rule[i].from);
			    b <= bin_of(bins, page->rule[i].to); b++)
				bins->count[b]++;
}

/* The stretch of PAGE with most letters that nothing crosses the gutter in. */
static void
find_stretch(const struct drawn_page *page, struct gutter *gutter)
{
	struct bins crossed = bins_of(page->height), letters = crossed;
	unsigned    begin = 0, end = 0, inside = 0, most = 0;

	mark_crossed(page, gutter->x, &crossed);
	mark_tables(page, gutter->x, &crossed);
	for (size_t i = 0; i < page->glyphs; i++)
		if (is_letter(&page->glyph[i]))
			letters.count[bin_of(&letters,
			    page->glyph[i].box.top)]++;
	for (unsigned b = 0; b < crossed.n; b++) {
		if (crossed.count[b] > 0) {
			begin = b + 1;
			inside = 0;
			continue;
		}
		inside += letters.count[b];
		if (inside <= most)
			continue;
		most = inside;
		gutter->top = (float)begin * crossed.width;
		end = b;
	}
	while (end < crossed.n && crossed.count[end] == 0)
		end++;
	gutter->bottom = (float)end * crossed.width;
}

/* Whether N LINES are as wide as running text, most of them equally, and few
 * with gaps as between columns. */
static bool
are_sentences(struct page_line *line, size_t n, struct arena *arena)
{
	float  widest = 0, sum = 0, sizes = 0;
	size_t gaps = 0;

	for (size_t i = 0; i < n; i++) {
		float           width = line[i].box.right - line[i].box.left;
		struct line_row row = line_row_of(&line[i], arena);

		widest = fmaxf(widest, width);
		sum += width;
		sizes += line[i].size;
		gaps += row.in_columns;
	}
	return n >= LINES_MIN && gaps * 5 <= n && sum >= line_min * sizes &&
	    sum >= widest * (float)n / 2;
}

/* Whether the letters in BOX of PAGE are running text. */
static bool
runs_on(const struct drawn_page *page, const struct page_box *box,
    struct arena *arena)
{
	struct page_glyph *glyph = arena_alloc(arena,
	    page->glyphs * sizeof(*glyph));
	struct page_line  *line;
	size_t            n = 0, lines, digits = 0;

	for (size_t i = 0; i < page->glyphs; i++) {
		const struct page_glyph *g = &page->glyph[i];
		float x = (g->box.left + g->box.right) / 2;
		float y = (g->box.top + g->box.bottom) / 2;

		if (!is_letter(g) || x < box->left || x > box->right ||
		    y < box->top || y > box->bottom)
			continue;
		digits += is_digit(g->code);
		glyph[n++] = *g;
	}
	if (n == 0 || (float)digits > digits_max * (float)n)
		return false;
	lines = page_lines(glyph, n, arena, &line);
	return are_sentences(line, lines, arena);
}

static bool
find_gutter(const struct drawn_page *page, struct gutter *gutter,
    struct arena *arena)
{
	struct page_box extent;

	if (!extent_of(page, &extent) || !find_x(page, &extent, &gutter->x))
		return false;
	find_stretch(page, gutter);
	return runs_on(page, &(struct page_box){ extent.left, gutter->top,
	    gutter->x, gutter->bottom }, arena) &&
	    runs_on(page, &(struct page_box){ gutter->x, gutter->top,
	    extent.right, gutter->bottom }, arena);
}

static bool
clip_rule(struct page_rule *rule, const struct page_box *box)
{
	float low = rule->across ? box->left : box->top;
	float high = rule->across ? box->right : box->bottom;
	float least = rule->across ? box->top : box->left;
	float most = rule->across ? box->bottom : box->right;

	rule->from = fmaxf(rule->from, low);
	rule->to = fminf(rule->to, high);
	return rule->at >= least && rule->at < most && rule->from < rule->to;
}

/* What of PAGE is in BOX. */
static struct drawn_page
part_of(const struct drawn_page *page, const struct page_box *box,
    struct arena *arena)
{
	struct drawn_page part = *page;

	part.glyph = arena_alloc(arena, page->glyphs * sizeof(*part.glyph));
	part.rule = arena_alloc(arena, page->rules * sizeof(*part.rule));
	part.glyphs = part.rules = 0;
	for (size_t i = 0; i < page->glyphs; i++) {
		const struct page_box *glyph = &page->glyph[i].box;
		float                 x = (glyph->left + glyph->right) / 2;
		float                 y = (glyph->top + glyph->bottom) / 2;

		if (x >= box->left && x < box->right && y >= box->top &&
		    y < box->bottom)
			part.glyph[part.glyphs++] = page->glyph[i];
	}
	for (size_t i = 0; i < page->rules; i++) {
		struct page_rule rule = page->rule[i];

		if (clip_rule(&rule, box))
			part.rule[part.rules++] = rule;
	}
	return part;
}

size_t
page_divide_page(const struct drawn_page *page,
    struct page_division part[PAGE_PARTS_MAX], struct arena *arena)
{
	struct gutter g = { 0, 0, 0 };
	const float   far = HUGE_VALF;
	size_t        n = 0;

	part[0] = (struct page_division){ *page, page->width, false };
	if (!find_gutter(page, &g, arena))
		return 1;

	const struct page_box box[PAGE_PARTS_MAX] = {
		{ -far, -far, far, g.top }, { -far, g.top, g.x, g.bottom },
		{ g.x, g.top, far, g.bottom }, { -far, g.bottom, far, far },
	};
	const float width[PAGE_PARTS_MAX] = { page->width, g.x,
		page->width - g.x, page->width };

	for (size_t i = 0; i < PAGE_PARTS_MAX; i++) {
		part[n] = (struct page_division){ part_of(page, &box[i],
		    arena), width[i], i == 2 };
		n += part[n].page.glyphs > 0;
	}
	return n;
}
