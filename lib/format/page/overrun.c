#include "overrun.h"

#include <math.h>

#include "base/digits.h"
#include "base/utf8.h"
#include "char_class.h"

/* Whether NEXT was drawn right behind GLYPH in one word. */
static bool
follows(const struct page_glyph *glyph, const struct page_glyph *next)
{
	float near = glyph->size / 8;

	return glyph->course == PAGE_ALONG && next->course == PAGE_ALONG &&
	    fabsf(next->box.left - glyph->box.right) < near &&
	    fabsf(next->box.bottom - glyph->box.bottom) < near &&
	    !page_is_space(glyph->code) && !page_is_space(next->code);
}

static bool
in_figure(const struct page_glyph *glyph)
{
	return is_digit(glyph->code) || glyph->code == '.' ||
	    glyph->code == ',' || glyph->code == UTF8_REPLACEMENT;
}

void
page_note_habits(struct page_habits *habits, const struct page_glyph *glyph,
    size_t n)
{
	for (size_t i = 1; i < n; i++) {
		if (!follows(&glyph[i - 1], &glyph[i]))
			continue;
		habits->pairs++;
		habits->text += glyph[i - 1].text == glyph[i].text;
		habits->string += glyph[i - 1].string == glyph[i].string;
	}
}

struct page_manner
page_manner_of(const struct page_habits *habits)
{
	return (struct page_manner){ habits->text * 2 > habits->pairs,
		habits->string * 2 > habits->pairs };
}

bool
page_are_apart(const struct page_manner *manner, const struct page_glyph *glyph,
    const struct page_glyph *next)
{
	return (manner->by_text && glyph->text != next->text) ||
	    (manner->by_string && glyph->string != next->string);
}

/* What there is of the cells that a figure of N glyphs begins and ends in, in digits
 * of it: before it and behind it.  Outside of the table there is no wall. */
struct margins {
	float before, behind;
};

static struct margins
margins_of(const struct page_glyph *glyph, size_t n,
    const struct page_walls *walls, const size_t *owner)
{
	float          left = glyph[0].box.left, right = glyph[n - 1].box.right;
	float          digit = (right - left) / (float)n;
	struct margins m = { HUGE_VALF, HUGE_VALF };

	if (owner[0] != 0)
		m.before = (left - walls->box(walls->of, owner[0]).left) / digit;
	if (owner[n - 1] != 0)
		m.behind = (walls->box(walls->of, owner[n - 1]).right - right) /
		    digit;
	return m;
}

/* Whether the middle of N glyphs is that of BOX. */
static bool
is_amid(const struct page_glyph *glyph, size_t n, struct page_box box)
{
	float left = glyph[0].box.left, right = glyph[n - 1].box.right;

	return fabsf((left - box.left) - (box.right - right)) <
	    (right - left) / (float)n / 2;
}

/* The cell that a figure of N glyphs, which are not all in one, stands in by its
 * place, or 0: it begins at a side, ends at one, or is as far beyond both. */
static size_t
owner_of(const struct page_glyph *glyph, size_t n,
    const struct page_walls *walls, const size_t *owner)
{
	const float    near = 0.6f, far = 1;
	size_t         first = owner[0], last = owner[n - 1], amid = owner[n / 2];
	struct margins m = margins_of(glyph, n, walls, owner);

	if (m.before < near && m.behind > far)
		return first;
	if (m.behind < near && m.before > far)
		return last;
	if (m.before > near && m.behind > near && amid != 0 && amid != first &&
	    amid != last && is_amid(glyph, n, walls->box(walls->of, amid)))
		return amid;
	return 0;
}

static void
keep_digits(const struct page_glyph *glyph, size_t n,
    const struct page_walls *walls, size_t *owner, bool *doubted)
{
	size_t whole;

	for (whole = 1; whole < n && owner[whole] == owner[0]; )
		whole++;
	if (whole == n)
		return;
	whole = owner_of(glyph, n, walls, owner);
	if (whole == 0 && (owner[0] == 0 || owner[n - 1] == 0))
		whole = owner[n / 2];
	for (size_t i = 1; i < n && whole == 0; i++)
		if (owner[i - 1] != owner[i])
			doubted[i - 1] = doubted[i] = true;
	for (size_t i = 0; i < n && whole != 0; i++)
		owner[i] = whole;
}

static void
keep_figure(const struct page_glyph *glyph, size_t n,
    const struct page_walls *walls, size_t *owner, bool *doubted)
{
	size_t digits = n;

	while (digits > 1 && !is_digit(glyph[digits - 1].code) &&
	    glyph[digits - 1].code != UTF8_REPLACEMENT)
		digits--;
	keep_digits(glyph, digits, walls, owner, doubted);
	for (; digits < n; digits++)	/* a full stop stays at the last */
		owner[digits] = owner[digits - 1];
}

/* Whether a rule goes through GLYPH or the one right behind which it stands, of the
 * cell that OWNER tells of before its own. */
static bool
is_struck(const struct page_glyph *glyph, const struct page_walls *walls,
    const size_t *owner)
{
	float least = glyph->size * 0.1f;

	return owner[0] != 0 && owner[-1] != 0 && owner[0] != owner[-1] &&
	    follows(&glyph[-1], glyph) && (glyph->box.left <
	    walls->box(walls->of, owner[0]).left - least ||
	    glyph[-1].box.right >
	    walls->box(walls->of, owner[-1]).right + least);
}

/* Gives a word of N glyphs, no figure, that begins at the side of a cell to that cell:
 * of 三安全 the first letter alone would be a figure in the next one.  GO_ON: there is
 * one before, whose word it may go on with. */
static void
keep_word(const struct page_glyph *glyph, size_t n,
    const struct page_walls *walls, size_t *owner, bool go_on)
{
	const float near = 0.6f;
	bool        figure = true;

	for (size_t i = 0; i < n; i++)
		figure = figure && in_figure(&glyph[i]);
	if (!figure && go_on && is_struck(glyph, walls, owner))
		owner[0] = owner[-1];
	else if (figure || owner[0] == 0 ||
	    margins_of(glyph, n, walls, owner).before > near)
		return;
	for (size_t i = 1; i < n; i++)
		owner[i] = owner[0];
}

void
page_keep_figures(const struct drawn_page *page,
    const struct page_walls *walls, size_t *owner, bool *doubted)
{
	const struct page_glyph *glyph = page->glyph;
	struct page_habits      habits = { 0 };
	struct page_manner      manner;

	page_note_habits(&habits, glyph, page->glyphs);
	manner = page_manner_of(&habits);

	for (size_t i = 0, end; i < page->glyphs &&
	    (manner.by_text || manner.by_string); i = end) {
		for (end = i + 1; end < page->glyphs; end++)
			if (!follows(&glyph[end - 1], &glyph[end]) ||
			    page_are_apart(&manner, &glyph[end - 1], &glyph[end]))
				break;
		keep_word(&glyph[i], end - i, walls, &owner[i], i > 0);
	}
	for (size_t i = 0, end; i < page->glyphs; i = end) {
		for (end = i + 1; end < page->glyphs; end++)
			if (!in_figure(&glyph[end - 1]) ||
			    !in_figure(&glyph[end]) ||
			    !follows(&glyph[end - 1], &glyph[end]) ||
			    page_are_apart(&manner, &glyph[end - 1], &glyph[end]))
				break;
		keep_figure(&glyph[i], end - i, walls, &owner[i], &doubted[i]);
		if (i > 0 && owner[i] == 0 && owner[i - 1] != 0 &&
		    follows(&glyph[i - 1], &glyph[i]))
			for (size_t j = i; j < end; j++)
				owner[j] = owner[i - 1];
	}
}
