#include "text.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "char_class.h"
#include "raised.h"

/* In ems.  Between Latin letters a gap stands for a space early, as fonts
 * rarely draw one wider than a quarter; Han characters are spaced out. */
static const float letter_gap = 0.18f, han_gap = 0.85f;

/* A letter drawn again this near is the same letter made bold: in ems, and of its own
 * width, as two thin ones may stand beside each other. */
static const float again = 0.2f, again_of_width = 0.5f;

static float
middle(const struct page_glyph *glyph)
{
	return (glyph->box.top + glyph->box.bottom) / 2;
}

static int
by_middle(const void *a, const void *b)
{
	float x = middle(a), y = middle(b);

	return (x > y) - (x < y);
}

static int
by_left(const void *a, const void *b)
{
	const struct page_glyph *g = a, *h = b;

	if (g->box.left != h->box.left)
		return g->box.left < h->box.left ? -1 : 1;
	return (g->code > h->code) - (g->code < h->code);
}

/* Leaves out what is drawn twice.  Returns how many remain of N glyphs. */
static size_t
drop_repeated(struct page_glyph *glyph, size_t n)
{
	size_t kept = 0;

	for (size_t i = 0; i < n; i++) {
		const struct page_glyph *g = &glyph[i];
		bool                    repeated = false;

		for (size_t j = kept; j > 0 && !repeated; j--) {
			const struct page_glyph *h = &glyph[j - 1];
			float                   near = again * g->size;

			if (g->box.left - h->box.left > near)
				break;
			repeated = g->code == h->code &&
			    g->box.left - h->box.left <= again_of_width *
			    (g->box.right - g->box.left) &&
			    fabsf(g->box.top - h->box.top) <= near;
		}
		if (!repeated)
			glyph[kept++] = *g;
	}
	return kept;
}

/* Whether SPACE keeps nothing apart that stands beside it, up to RIGHT and from LEFT
 * on: a letter is drawn over its middle, or these touch. */
static bool
is_covered(const struct page_glyph *space, float right, float left)
{
	float middle = (space->box.left + space->box.right) / 2;
	float least = 0.05f * space->size;

	return right > middle + least || left < middle - least ||
	    fabsf(left - right) < least;
}

/* Where the next letter of N glyphs begins. */
static float
next_letter(const struct page_glyph *glyph, size_t n)
{
	size_t i = 0;

	while (i < n && page_is_space(glyph[i].code))
		i++;
	return i < n ? glyph[i].box.left : HUGE_VALF;
}

/* Leaves out spaces that letters are drawn over, as fields of forms are over
 * the blanks of a line. */
static size_t
drop_covered_spaces(struct page_glyph *glyph, size_t n)
{
	size_t kept = 0;
	float  right = -HUGE_VALF, left = -HUGE_VALF;
	bool   among_spaces = false;

	for (size_t i = 0; i < n; i++) {
		bool space = page_is_space(glyph[i].code);

		if (space && !among_spaces)
			left = next_letter(&glyph[i], n - i);
		else if (!space && glyph[i].box.right > right)
			right = glyph[i].box.right;
		among_spaces = space;
		if (!space || !is_covered(&glyph[i], right, left))
			glyph[kept++] = glyph[i];
	}
	return kept;
}

static void
widen(struct page_box *box, const struct page_box *by)
{
	if (by->left < box->left)
		box->left = by->left;
	if (by->right > box->right)
		box->right = by->right;
	if (by->top < box->top)
		box->top = by->top;
	if (by->bottom > box->bottom)
		box->bottom = by->bottom;
}

float
page_head_width(const struct page_glyph *glyph, size_t n)
{
	size_t i = 0;

	while (i + 1 < n) {
		uint32_t c = glyph[i].code, next = glyph[i + 1].code;

		if (page_is_space(next))
			break;
		if ((page_is_wide(c) || page_is_wide(next)) &&
		    !page_is(c, PAGE_OPENING) && !page_is(next, PAGE_CLOSING))
			break;
		i++;
	}
	return glyph[i].box.right - glyph[0].box.left;
}

int
page_floats_in_order(const void *a, const void *b)
{
	float x = *(const float *)a, y = *(const float *)b;

	return (x > y) - (x < y);
}

static float
usual_size(const struct page_glyph *glyph, size_t n, struct arena *arena)
{
	float *size = arena_alloc(arena, n * sizeof(*size));

	for (size_t i = 0; i < n; i++)
		size[i] = glyph[i].size;
	qsort(size, n, sizeof(*size), page_floats_in_order);
	return size[n / 2];
}

/* Makes a line of N glyphs that stand beside each other.  Returns false when
 * nothing of it can be seen. */
static bool
make_line(struct page_line *line, struct page_glyph *glyph, size_t n,
    struct arena *arena)
{
	qsort(glyph, n, sizeof(*glyph), by_left);
	n = drop_covered_spaces(glyph, drop_repeated(glyph, n));
	while (n > 0 && page_is_space(glyph[0].code))
		glyph++, n--;
	while (n > 0 && page_is_space(glyph[n - 1].code))
		n--;
	if (n == 0)
		return false;
	*line = (struct page_line){ .box = glyph[0].box, .glyph = glyph,
		.glyphs = n, .course = glyph[0].course };
	page_mark_raised(glyph, n);
	for (size_t i = 1; i < n; i++)
		widen(&line->box, &glyph[i].box);
	line->size = usual_size(glyph, n, arena);
	line->head = page_head_width(glyph, n);
	line->text = page_line_text(glyph, n, arena);
	return line->text.n > 0;
}

static bool
may_all_be_raised(const struct page_glyph *glyph, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (!page_may_be_raised(&glyph[i]))
			return false;
	return true;
}

/* How far the middle of glyph number N may be from that of the N before it, the
 * LARGEST of which is so large, in one line: further, if what is smaller may be
 * raised, but not out of the line. */
static float
reach_of_line(const struct page_glyph *glyph, size_t n, float largest)
{
	float size = glyph[n].size;
	float least = size < largest ? size : largest;
	float most = size < largest ? largest : size;
	float raised = most / 2 - least * 0.1f;

	if (raised <= least * 0.45f || !(size < largest ?
	    page_may_be_raised(&glyph[n]) : may_all_be_raised(glyph, n)))
		return least * 0.45f;
	return raised;
}

/* How many of the N glyphs, sorted by their middles, are in the first line. */
static size_t
first_line_end(const struct page_glyph *glyph, size_t n)
{
	float  sum = middle(glyph), largest = glyph->size;
	size_t end = 1;

	while (end < n) {
		float apart = middle(&glyph[end]) - sum / (float)end;

		if (apart > reach_of_line(glyph, end, largest))
			break;
		sum += middle(&glyph[end]);
		if (glyph[end].size > largest)
			largest = glyph[end].size;
		end++;
	}
	return end;
}

size_t
page_lines(struct page_glyph *glyph, size_t n, struct arena *arena,
    struct page_line **lines)
{
	size_t count = 0, made = 0;

	qsort(glyph, n, sizeof(*glyph), by_middle);
	for (size_t i = 0; i < n; i += first_line_end(&glyph[i], n - i))
		count++;
	*lines = arena_alloc(arena, count * sizeof(**lines));
	for (size_t i = 0, end; i < n; i += end) {
		end = first_line_end(&glyph[i], n - i);
		made += make_line(&(*lines)[made], &glyph[i], end, arena);
	}
	return made;
}

/* Whether the gap between two glyphs stands for a space. */
static bool
gap_is_space(const struct page_glyph *g, const struct page_glyph *next)
{
	bool  han = page_is_wide(g->code) || page_is_wide(next->code);
	float size = g->size > next->size ? g->size : next->size;

	return next->box.left - g->box.right >
	    size * (han ? han_gap : letter_gap);
}

/* CODE, unless a PDF's own table made it no character. */
static uint32_t
valid_character(uint32_t code)
{
	return code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)
	    ? (uint32_t)UTF8_REPLACEMENT
	    : code;
}

struct slice
page_line_text(const struct page_glyph *glyph, size_t n, struct arena *arena)
{
	char  *text = arena_alloc(arena, n * (UTF8_BYTES_MAX + 1));
	size_t used = 0;
	bool   space = false;

	for (size_t i = 0; i < n; i++) {
		if (i > 0 && gap_is_space(&glyph[i - 1], &glyph[i]))
			space = true;
		if (page_is_space(glyph[i].code)) {
			space = true;
			continue;
		}
		if (space && used > 0)
			text[used++] = ' ';
		space = false;
		used += utf8_encode(text + used,
		    valid_character(glyph[i].code));
	}
	return (struct slice){ text, used };
}

bool
page_was_full(float room, float size, float head)
{
	return room < head + size * 0.6f;
}

void
page_join_text(struct buffer *string, struct slice text, bool broken)
{
	uint32_t a = page_last(buffer_slice(string)), b = page_first(text);
	bool     numeral = is_digit(b) && (is_digit(a) || a == '.' || a == ',');

	if (text.n == 0)
		return;
	if (string->n > 0 && !page_is_wide(a) && !page_is_wide(b) && a != '-' &&
	    !(numeral && broken))
		buffer_add(string, SLICE(" "));
	buffer_add(string, text);
}

static float
room_behind(const struct page_line *line, float width)
{
	return width - (line->box.right - line->box.left);
}

bool
page_lines_are_apart(const struct page_line *line, size_t n, float width)
{
	for (size_t i = 1; i < n; i++)
		if (!page_was_full(room_behind(&line[i - 1], width),
		    line[i].size, line[i].head))
			return true;
	return false;
}

struct slice
page_join_lines(const struct page_line *line, size_t n, float width,
    struct arena *arena)
{
	struct buffer string = { .n = 0 };
	struct slice  text;

	if (n == 1)
		return line->text;
	for (size_t i = 0; i < n; i++) {
		float room = i == 0 ? 0 : room_behind(&line[i - 1], width);

		page_join_text(&string, line[i].text,
		    i > 0 && page_was_full(room, line[i].size, line[i].head));
	}
	text = arena_copy(arena, buffer_slice(&string));
	buffer_free(&string);
	return text;
}
