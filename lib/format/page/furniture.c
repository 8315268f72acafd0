#include "layout.h"

#include <math.h>
#include <stdlib.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "char_class.h"

/* Furniture is among the first or the last two lines of a page. */
enum { EDGE_LINES = 2 };

struct edge_line {
	struct page_line   *line;
	unsigned long long key;		/* of its text but for numbers */
	unsigned long      value;	/* of the number in it */
	bool               only_number;	/* - 3 -, 第3页, 3/12 */
	bool               bare;	/* a number and nothing else */
	bool               margin;	/* far from the middle of the page */
};

static uint32_t
narrow_digit(uint32_t c)
{
	return c >= U'０' && c <= U'９' ? c - U'０' + '0' : c;
}

static void
read_edge_line(struct edge_line *candidate)
{
	struct slice text = candidate->line->text;
	unsigned     numbers = 0;
	bool         inside = false, framed = true, frame = false;

	candidate->key = 14695981039346656037ULL;
	while (text.n > 0) {
		uint32_t c;

		text = slice_from(text, utf8_decode(text, &c));
		c = narrow_digit(c);
		if (is_digit(c)) {
			numbers += !inside;
			if (numbers == 1 && candidate->value < 100000)
				candidate->value =
				    candidate->value * 10 + (c - '0');
			inside = true;
			continue;
		}
		inside = false;
		framed = framed && (page_is(c, PAGE_PAGE_NUMBER) ||
		    page_is_space(c));
		frame = true;
		if (!page_is_space(c))
			candidate->key =
			    (candidate->key ^ c) * 1099511628211ULL;
	}
	candidate->only_number = framed && numbers >= 1 && numbers <= 2;
	candidate->bare = candidate->only_number && !frame;
}

/* Adds up to EDGE_LINES lines of PAGE, from its top or its bottom, as long as
 * no table comes between, to the N at CANDIDATE.  Returns how many. */
static size_t
add_edge_lines(const struct page_layout *page, bool bottom,
    struct edge_line *candidate)
{
	size_t n = 0;

	for (size_t i = 0; i < page->parts && n < EDGE_LINES; i++) {
		size_t           at = bottom ? page->parts - 1 - i : i;
		struct page_line *line = page->part[at].line;
		float            middle;

		if (line == NULL)
			break;
		if (line->furniture)
			continue;
		middle = (line->box.top + line->box.bottom) / 2;
		candidate[n] = (struct edge_line){ .line = line };
		candidate[n].margin = middle < page->height * 0.12f ||
		    middle > page->height * 0.88f;
		read_edge_line(&candidate[n++]);
	}
	return n;
}

static int
edge_lines_in_order(const void *a, const void *b)
{
	const struct edge_line *c = a, *d = b;

	if (c->key != d->key)
		return c->key < d->key ? -1 : 1;
	return (c->line->page > d->line->page) -
	    (c->line->page < d->line->page);
}

/* Whether B is on another page and at the same place as A. */
static bool
repeats(const struct edge_line *a, const struct edge_line *b)
{
	return a->line->page != b->line->page &&
	    fabsf(a->line->box.top - b->line->box.top) < a->line->size;
}

/* Whether the numbers of A and B run with their pages. */
static bool
counts_on(const struct edge_line *a, const struct edge_line *b)
{
	return (long)b->value - (long)a->value ==
	    (long)b->line->page - (long)a->line->page;
}

static void
mark_edge_lines(struct edge_line *candidate, size_t n, size_t pages)
{
	for (size_t i = 0; i < n; i++) {
		struct edge_line *c = &candidate[i];
		size_t            same = 1, counted = 0;

		/* Neighbours in the order of keys and pages will do. */
		for (size_t j = i > 4 ? i - 4 : 0; j < n && j < i + 5; j++) {
			if (candidate[j].key != c->key ||
			    !repeats(c, &candidate[j]))
				continue;
			same++;
			counted += counts_on(c, &candidate[j]);
		}
		if (c->only_number)
			c->line->furniture = !c->bare || counted > 0 ||
			    (c->margin && pages == 1);
		else
			c->line->furniture = c->margin &&
			    same >= (pages > 3 ? 3 : 2);
	}
}

/* Marks the numbers at the sides of PAGE, whose text was drawn sideways on an
 * upright page. */
static void
mark_side_lines(struct page_layout *page)
{
	for (size_t i = 0; i < page->parts; i++) {
		struct edge_line candidate = { .line = page->part[i].line };
		float            left = page->width * 0.12f;

		if (candidate.line == NULL ||
		    (candidate.line->course != PAGE_TURNED_LEFT &&
		    candidate.line->course != PAGE_TURNED_RIGHT))
			continue;
		read_edge_line(&candidate);
		candidate.line->furniture = candidate.only_number &&
		    (candidate.line->box.right < left ||
		    candidate.line->box.left > page->width - left);
	}
}

void
page_mark_furniture(struct page_layout *page, size_t n)
{
	struct edge_line *candidate =
	    memory_get(n * 2 * EDGE_LINES * sizeof(*candidate));
	size_t            found = 0;

	for (size_t i = 0; i < n; i++) {
		mark_side_lines(&page[i]);
		found += add_edge_lines(&page[i], false, &candidate[found]);
		found += add_edge_lines(&page[i], true, &candidate[found]);
	}
	qsort(candidate, found, sizeof(*candidate), edge_lines_in_order);
	mark_edge_lines(candidate, found, n);
	free(candidate);
}
