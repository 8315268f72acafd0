#include "ink.h"

#include <math.h>

#include "base/digits.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "char_class.h"
#include "pages.h"

/* Colours nearer than this cannot be told apart on paper; points: no letter
 * fits on a lower ground. */
static const float near_colour = 0.06f, lowest_ground = 3;

enum { GROUNDS_MAX = 20000, LAYER_MIN = 24 };

static struct page_box
box_of_extent(const struct page_extent *extent)
{
	return (struct page_box){ (float)extent->left, (float)extent->top,
		(float)extent->right, (float)extent->bottom };
}

static struct page_box
clipped(const struct page_extent *shape, const struct page_extent *clip)
{
	return (struct page_box){
		(float)fmax(shape->left, clip->left),
		(float)fmax(shape->top, clip->top),
		(float)fmin(shape->right, clip->right),
		(float)fmin(shape->bottom, clip->bottom),
	};
}

static bool
holds_middle(const struct page_box *box, const struct page_box *glyph)
{
	float x = (glyph->left + glyph->right) / 2;
	float y = (glyph->top + glyph->bottom) / 2;

	return x >= box->left && x <= box->right && y >= box->top &&
	    y <= box->bottom;
}

/* The share of FROM to TO that is between LOW and HIGH. */
static float
share_within(float from, float to, float low, float high)
{
	float shown = fminf(to, high) - fmaxf(from, low);

	return to > from ? shown / (to - from) : shown >= 0 ? 1 : 0;
}

/* Whether CLIP leaves nothing of a letter in BOX that could be read: half of it
 * is wanted from the side, but a full stop is at its foot. */
static bool
is_clipped(const struct page_box *box, const struct page_box *clip)
{
	return share_within(box->left, box->right, clip->left, clip->right) <
	    0.4f || share_within(box->top, box->bottom, clip->top,
	    clip->bottom) < 0.15f;
}

static bool
is_near(const struct page_ink *a, const struct page_ink *b)
{
	return fabsf(a->red - b->red) < near_colour &&
	    fabsf(a->green - b->green) < near_colour &&
	    fabsf(a->blue - b->blue) < near_colour;
}

/* Whether INK shows on what lies below GLYPH: the last ground that was filled
 * there, or white paper. */
static bool
shows(const struct drawn_page *page, const struct page_box *glyph,
    const struct page_ink *ink)
{
	const struct page_ink paper = { PAGE_INK_PLAIN, 1, 1, 1 };

	if (ink->kind > PAGE_INK_GLAZE)
		return ink->kind != PAGE_INK_NONE;
	for (size_t i = page->grounds; i > 0; i--) {
		const struct page_ground *ground = &page->ground[i - 1];
		struct page_ink           below = { PAGE_INK_PLAIN, ground->red,
			ground->green, ground->blue };

		if (holds_middle(&ground->box, glyph))
			return ground->many || !is_near(ink, &below);
	}
	return !is_near(ink, &paper);
}

static bool
is_beyond(const struct drawn_page *page, const struct page_box *box)
{
	return box->right < 0 || box->left > page->width || box->bottom < 0 ||
	    box->top > page->height;
}

/* Whether CODE is a control character that has no meaning for text, as the number of a
 * glyph is that stands in place of its character.  Below them stand spaces. */
static bool
is_control(uint32_t code)
{
	return (code > 3 && code < '\t') || (code > '\r' && code < ' ') ||
	    (code >= 0x7F && code < 0xA0);
}

void
page_draw_glyph(struct drawn_page *page, const struct page_glyph *glyph,
    const struct page_ink *ink, const struct page_extent *clip)
{
	struct page_glyph drawn = *glyph;
	struct page_box   box = box_of_extent(clip);

	if (is_control(drawn.code))
		drawn.code = UTF8_REPLACEMENT;
	drawn.sight = is_beyond(page, &glyph->box) ||
	    is_clipped(&glyph->box, &box) ? PAGE_CUT :
	    shows(page, &glyph->box, ink) ? PAGE_SEEN : PAGE_UNSEEN;
	drawn.text = page->texts;
	drawn.string = page->strings;
	page_add_glyph(page, &drawn);
}

/* Hides the letters that were drawn before BOX was filled. */
static void
cover(struct drawn_page *page, const struct page_box *box)
{
	for (size_t i = 0; i < page->glyphs; i++)
		if (page->glyph[i].sight == PAGE_SEEN &&
		    holds_middle(box, &page->glyph[i].box))
			page->glyph[i].sight = PAGE_COVERED;
}

void
page_add_ground(struct drawn_page *page, const struct page_extent *clip,
    const struct page_extent *shape, const struct page_ink *ink)
{
	struct page_box box = clipped(shape, clip);

	if (ink->kind == PAGE_INK_NONE ||
	    !(box.right - box.left > lowest_ground) ||
	    !(box.bottom - box.top > lowest_ground))
		return;
	if (page->grounds == GROUNDS_MAX) {
		page->overfull = true;
		return;
	}
	page->ground = memory_room(page->ground, &page->ground_room,
	    page->grounds, sizeof(*page->ground));
	page->ground[page->grounds++] = (struct page_ground){ box, ink->red,
		ink->green, ink->blue, ink->kind == PAGE_INK_MANY };
	if (ink->kind == PAGE_INK_PLAIN)
		cover(page, &box);
}

void
page_draw_picture(struct drawn_page *page, const struct page_extent *clip,
    const struct page_extent *picture, bool opaque)
{
	const struct page_ink many = { PAGE_INK_MANY, 0, 0, 0 };
	struct page_box       box = clipped(picture, clip);

	page_add_picture(page, clip, picture);
	page_add_ground(page, clip, picture, &many);
	if (opaque)
		cover(page, &box);
}

static bool
is_hidden(const struct page_glyph *glyph)
{
	return glyph->sight == PAGE_COVERED || glyph->sight == PAGE_CUT;
}

/* Whether NEXT goes on with a figure that GLYPH is in, and one of them is hidden. */
static bool
is_half_hidden(const struct page_glyph *glyph, const struct page_glyph *next)
{
	float near = next->size / 4;

	return is_hidden(glyph) != is_hidden(next) &&
	    (glyph->sight == PAGE_SEEN || next->sight == PAGE_SEEN) &&
	    is_digit(glyph->code) && is_digit(next->code) && next->course == PAGE_ALONG &&
	    fabsf(next->box.left - glyph->box.right) < near &&
	    fabsf(next->box.bottom - glyph->box.bottom) < near;
}

/* Leaves U+FFFD where a figure that is seen goes on with a digit that is not, and
 * where it begins with one. */
static void
mark_cut_figures(struct drawn_page *page)
{
	struct page_glyph before = { .size = 0 };

	for (size_t i = 0; i < page->glyphs; i++) {
		struct page_glyph *glyph = &page->glyph[i], met = *glyph;

		if (i > 0 && is_half_hidden(&before, glyph)) {
			glyph->code = UTF8_REPLACEMENT;
			glyph->sight = PAGE_SEEN;
		}
		before = met;
	}
}

bool
page_keep_seen(struct drawn_page *page)
{
	size_t kept = 0, layer = 0;
	bool   is_layer;

	for (size_t i = 0; i < page->glyphs; i++)
		layer += (page->glyph[i].sight == PAGE_UNSEEN ||
		    page->glyph[i].sight == PAGE_COVERED) &&
		    page->glyph[i].code != UTF8_REPLACEMENT &&
		    !page_is_space(page->glyph[i].code);
	is_layer = page->recognised = layer >= LAYER_MIN &&
	    page_is_picture(page);
	if (!is_layer)
		mark_cut_figures(page);
	for (size_t i = 0; i < page->glyphs; i++)
		if (page->glyph[i].sight == PAGE_SEEN ||
		    (is_layer && page->glyph[i].sight != PAGE_CUT))
			page->glyph[kept++] = page->glyph[i];
	page->glyphs = kept;
	return is_layer;
}
