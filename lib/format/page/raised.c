#include "raised.h"

#include "format/blocks/superscript.h"

/* In sizes of the letter beside it: no smaller letter is one of the line (Word
 * makes them 0.65, browsers 0.83); so far it stands off the line at least, and
 * a letter as large; so near it is at least. */
static const float small = 0.86f, off_line = 0.14f, far_off = 0.25f,
	near = 0.5f;

static float
baseline(const struct page_glyph *glyph)
{
	return (glyph->box.top + glyph->box.bottom) / 2 + 0.36f * glyph->size;
}

/* Signs that tell of a note, which are never raised digits. */
static bool
is_note_sign(uint32_t c)
{
	return c == '*' || c == 0xFF0A || c == 0x2020 || c == 0x2021 || c == 0xA7 ||
	    c == 0x203B;
}

bool
page_may_be_raised(const struct page_glyph *glyph)
{
	/* Most letters, told at once. */
	if ((glyph->code >= 'A' && glyph->code <= 'Z') ||
	    (glyph->code >= 'a' && glyph->code <= 'z') ||
	    (glyph->code >= 0x3400 && glyph->code <= 0x9FFF))
		return false;
	return is_note_sign(glyph->code) ||
	    superscript_of(glyph->code, ALIGN_SUPERSCRIPT) != glyph->code;
}

/* How GLYPH stands to LETTER, which is on the line. */
static enum vertical_align
align_of(const struct page_glyph *glyph, const struct page_glyph *letter)
{
	float above = baseline(letter) - baseline(glyph);
	bool  is_small = glyph->size < small * letter->size;
	float least = (is_small ? off_line : far_off) * letter->size;

	return above > least ? ALIGN_SUPERSCRIPT :
	    is_small && above < -least ? ALIGN_SUBSCRIPT : ALIGN_BASELINE;
}

/* How many glyphs from GLYPH on, of N, stand off the line of LETTER, each near
 * the one before, which ends or begins at X; they are marked. */
static size_t
mark_run(struct page_glyph *glyph, size_t n, const struct page_glyph *letter,
    float x)
{
	size_t i = 0;

	for (; i < n && page_may_be_raised(&glyph[i]); i++) {
		enum vertical_align align = align_of(&glyph[i], letter);

		if (align == ALIGN_BASELINE ||
		    glyph[i].box.left - x > near * letter->size)
			break;
		x = glyph[i].box.right;
		glyph[i].code = superscript_of(glyph[i].code, align);
	}
	return i;
}

/* The first of the N glyphs that is larger than those before it. */
static const struct page_glyph *
first_letter(const struct page_glyph *glyph, size_t n)
{
	for (size_t i = 1; i < n && page_may_be_raised(&glyph[i - 1]); i++)
		if (glyph[i - 1].size < small * glyph[i].size)
			return &glyph[i];
	return NULL;
}

void
page_mark_raised(struct page_glyph *glyph, size_t n)
{
	const struct page_glyph *letter = first_letter(glyph, n);
	size_t                  i = 0;

	if (letter != NULL && letter->box.left - letter[-1].box.right <
	    near * letter->size)
		i = mark_run(glyph, (size_t)(letter - glyph), letter,
		    glyph->box.left);
	for (; i < n; i++) {
		size_t marked = mark_run(glyph + i + 1, n - i - 1, &glyph[i],
		    glyph[i].box.right);

		i += marked;
	}
}
