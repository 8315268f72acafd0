#include "furniture.h"

#include <math.h>
#include <stdlib.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "char_class.h"

/* Furniture is among the first or the last two lines of a page. */
enum { EDGE_LINES = 2 };

struct candidate {
	struct pdf_line   *line;
	unsigned long long key;		/* of its text but for numbers */
	unsigned long      value;	/* of the number in it */
	bool               only_number;	/* - 3 -, 第3页, 3/12 */
	bool               bare;	/* a number and nothing else */
	bool               margin;	/* far from the middle of the page */
};

/* What may stand around the number of a page. */
static bool
frames_number(uint32_t c)
{
	static const uint32_t set[] = { '-', U'－', U'—', U'–', U'―', U'─',
		'/', U'／', '|', '.', '~', U'·', U'•', U'第', U'页', U'頁',
		U'共', ',', U'，', 'P', 'p', 'a', 'g', 'e', 'o', 'f', 0 };
	const uint32_t       *at = set;

	while (*at != 0 && *at != c)
		at++;
	return *at != 0 || pdf_is_space(c);
}

static uint32_t
narrow(uint32_t c)
{
	return c >= U'０' && c <= U'９' ? c - U'０' + '0' : c;
}

static void
judge(struct candidate *candidate)
{
	struct slice text = candidate->line->text;
	unsigned     numbers = 0;
	bool         inside = false, framed = true, frame = false;

	candidate->key = 14695981039346656037ULL;
	while (text.n > 0) {
		uint32_t c;

		text = slice_from(text, utf8_decode(text, &c));
		c = narrow(c);
		if (is_digit(c)) {
			numbers += !inside;
			if (numbers == 1 && candidate->value < 100000)
				candidate->value =
				    candidate->value * 10 + (c - '0');
			inside = true;
			continue;
		}
		inside = false;
		framed = framed && frames_number(c);
		frame = true;
		if (!pdf_is_space(c))
			candidate->key =
			    (candidate->key ^ c) * 1099511628211ULL;
	}
	candidate->only_number = framed && numbers >= 1 && numbers <= 2;
	candidate->bare = candidate->only_number && !frame;
}

/* Adds up to EDGE_LINES lines of PAGE, from its top or its bottom, as long as
 * no table comes between, to the N at CANDIDATE.  Returns how many. */
static size_t
gather(const struct pdf_layout *page, bool bottom, struct candidate *candidate)
{
	size_t n = 0;

	for (size_t i = 0; i < page->parts && n < EDGE_LINES; i++) {
		size_t           at = bottom ? page->parts - 1 - i : i;
		struct pdf_line *line = page->part[at].line;
		float            middle;

		if (line == NULL)
			break;
		if (line->furniture)
			continue;
		middle = (line->box.top + line->box.bottom) / 2;
		candidate[n] = (struct candidate){ .line = line };
		candidate[n].margin = middle < page->height * 0.12f ||
		    middle > page->height * 0.88f;
		judge(&candidate[n++]);
	}
	return n;
}

static int
by_key(const void *a, const void *b)
{
	const struct candidate *c = a, *d = b;

	if (c->key != d->key)
		return c->key < d->key ? -1 : 1;
	return (c->line->page > d->line->page) -
	    (c->line->page < d->line->page);
}

/* Whether B is on another page and at the same place as A. */
static bool
repeats(const struct candidate *a, const struct candidate *b)
{
	return a->line->page != b->line->page &&
	    fabsf(a->line->box.top - b->line->box.top) < a->line->size;
}

/* Whether the numbers of A and B run with their pages. */
static bool
counts_on(const struct candidate *a, const struct candidate *b)
{
	return (long)b->value - (long)a->value ==
	    (long)b->line->page - (long)a->line->page;
}

static void
mark(struct candidate *candidate, size_t n, size_t pages)
{
	for (size_t i = 0; i < n; i++) {
		struct candidate *c = &candidate[i];
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

void
pdf_mark_furniture(struct pdf_layout *page, size_t n)
{
	struct candidate *candidate =
	    memory_get(n * 2 * EDGE_LINES * sizeof(*candidate));
	size_t            found = 0;

	for (size_t i = 0; i < n; i++) {
		found += gather(&page[i], false, &candidate[found]);
		found += gather(&page[i], true, &candidate[found]);
	}
	qsort(candidate, found, sizeof(*candidate), by_key);
	mark(candidate, found, n);
	free(candidate);
}
