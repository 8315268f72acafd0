#include "drawing.h"

#include <math.h>
#include <stdlib.h>

#include "base/memory.h"

/* Points. */
static const double thickest_rule = 2.5, shortest_rule = 3, off_axis = 0.5;

/* In ems. */
static const double above_baseline = 0.86, below_baseline = 0.14;

const struct page_extent page_nowhere = { HUGE_VAL, HUGE_VAL, -HUGE_VAL,
	-HUGE_VAL };

void
page_reach(struct page_extent *extent, struct page_point p)
{
	extent->left = fmin(extent->left, p.x);
	extent->top = fmin(extent->top, p.y);
	extent->right = fmax(extent->right, p.x);
	extent->bottom = fmax(extent->bottom, p.y);
}

struct page_matrix
page_matrix_after(const struct page_matrix *m, const struct page_matrix *first)
{
	return (struct page_matrix){
		first->a * m->a + first->b * m->c,
		first->a * m->b + first->b * m->d,
		first->c * m->a + first->d * m->c,
		first->c * m->b + first->d * m->d,
		first->e * m->a + first->f * m->c + m->e,
		first->e * m->b + first->f * m->d + m->f,
	};
}

struct page_point
page_transform(const struct page_matrix *m, struct page_point p)
{
	return (struct page_point){ m->a * p.x + m->c * p.y + m->e,
		m->b * p.x + m->d * p.y + m->f };
}

void
page_open(struct drawn_page *page, double width, double height)
{
	page->width = (float)width;
	page->height = (float)height;
	page->glyphs = page->rules = page->grounds = page->unmapped = 0;
	page->texts = page->strings = 0;
	page->pictures = 0;
	page->overfull = false;
}

void
page_free(struct drawn_page *page)
{
	free(page->glyph);
	free(page->rule);
	free(page->ground);
	*page = (struct drawn_page){ 0 };
}

struct page_box
page_letter_box(enum page_course course, struct page_point at,
    struct page_point by, double size)
{
	double x[2] = { at.x, at.x }, y[2] = { at.y, at.y };

	switch (course) {
	case PAGE_DOWNWARDS:
		x[0] -= size / 2, x[1] += size / 2;
		y[1] += by.y;
		break;
	case PAGE_TURNED_LEFT:
		x[0] -= above_baseline * size, x[1] += below_baseline * size;
		y[1] += by.y;
		break;
	case PAGE_TURNED_RIGHT:
		x[0] -= below_baseline * size, x[1] += above_baseline * size;
		y[1] += by.y;
		break;
	case PAGE_UPSIDE_DOWN:
		x[1] += by.x;
		y[0] -= below_baseline * size, y[1] += above_baseline * size;
		break;
	case PAGE_ALONG:
	case PAGE_ASKEW:
		x[1] += by.x;
		y[0] -= above_baseline * size, y[1] += below_baseline * size;
		break;
	}
	return (struct page_box){ (float)fmin(x[0], x[1]),
		(float)fmin(y[0], y[1]), (float)fmax(x[0], x[1]),
		(float)fmax(y[0], y[1]) };
}

enum page_course
page_course_of(struct page_point by, bool vertical)
{
	if (vertical)
		return PAGE_DOWNWARDS;
	if (fabs(by.y) <= 0.1 * fabs(by.x))
		return by.x < 0 ? PAGE_UPSIDE_DOWN : PAGE_ALONG;
	if (fabs(by.x) <= 0.1 * fabs(by.y))
		return by.y < 0 ? PAGE_TURNED_LEFT : PAGE_TURNED_RIGHT;
	return PAGE_ASKEW;
}

void
page_add_glyph(struct drawn_page *page, const struct page_glyph *glyph)
{
	if (page->glyphs == PAGE_GLYPHS_MAX) {
		page->overfull = true;
		return;
	}
	page->glyph = memory_room(page->glyph, &page->glyph_room,
	    page->glyphs, sizeof(*page->glyph));
	page->glyph[page->glyphs++] = *glyph;
}

static void
add_rule(struct drawn_page *page, bool across, double at, double from,
    double to)
{
	if (page->rules == PAGE_RULES_MAX) {
		page->overfull = true;
		return;
	}
	page->rule = memory_room(page->rule, &page->rule_room, page->rules,
	    sizeof(*page->rule));
	page->rule[page->rules++] = (struct page_rule){ across, (float)at,
		(float)from, (float)to };
}

static bool
is_shown(const struct page_extent *clip, struct page_point a,
    struct page_point b)
{
	return fmax(a.x, b.x) >= clip->left - thickest_rule &&
	    fmin(a.x, b.x) <= clip->right + thickest_rule &&
	    fmax(a.y, b.y) >= clip->top - thickest_rule &&
	    fmin(a.y, b.y) <= clip->bottom + thickest_rule;
}

void
page_add_line(struct drawn_page *page, const struct page_extent *clip,
    struct page_point a, struct page_point b)
{
	bool   across = fabs(b.y - a.y) <= fabs(b.x - a.x);
	double off = across ? b.y - a.y : b.x - a.x;
	double from = across ? fmin(a.x, b.x) : fmin(a.y, b.y);
	double to = across ? fmax(a.x, b.x) : fmax(a.y, b.y);

	if (!across) {
		from = fmax(from, clip->top);
		to = fmin(to, clip->bottom);
	}
	if (fabs(off) <= off_axis && to - from >= shortest_rule &&
	    is_shown(clip, a, b))
		add_rule(page, across, across ? (a.y + b.y) / 2
		                              : (a.x + b.x) / 2, from, to);
}

void
page_add_bar(struct drawn_page *page, const struct page_extent *clip,
    const struct page_extent *bar)
{
	double x = (bar->left + bar->right) / 2;
	double y = (bar->top + bar->bottom) / 2;
	double width = bar->right - bar->left;
	double height = bar->bottom - bar->top;

	if (height <= thickest_rule && height < width)
		page_add_line(page, clip, (struct page_point){ bar->left, y },
		    (struct page_point){ bar->right, y });
	else if (width <= thickest_rule)
		page_add_line(page, clip, (struct page_point){ x, bar->top },
		    (struct page_point){ x, bar->bottom });
}

bool
page_is_along_axis(struct page_point a, struct page_point b)
{
	return fabs(a.x - b.x) <= off_axis || fabs(a.y - b.y) <= off_axis;
}

struct page_extent
page_extent_of_picture(struct page_point corner, struct page_point across,
    struct page_point down)
{
	double left = fmin(corner.x, corner.x + across.x + down.x);
	double top = fmin(corner.y, corner.y + across.y + down.y);

	return (struct page_extent){ left, top, left +
	    fabs(across.x + down.x), top + fabs(across.y + down.y) };
}

void
page_add_picture(struct drawn_page *page, const struct page_extent *clip,
    const struct page_extent *picture)
{
	double share = (picture->right - picture->left) *
	    (picture->bottom - picture->top) /
	    ((double)page->width * (double)page->height);

	page_add_bar(page, clip, picture);
	if (isfinite(share))
		page->pictures = (float)fmin(1,
		    (double)page->pictures + share);
}
