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

static struct pdf_box
box_of_extent(const struct pdf_extent *extent)
{
	return (struct pdf_box){ (float)extent->left, (float)extent->top,
		(float)extent->right, (float)extent->bottom };
}

static bool
holds_middle(const struct pdf_box *box, const struct pdf_box *glyph)
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
is_clipped(const struct pdf_box *box, const struct pdf_box *clip)
{
	return share_within(box->left, box->right, clip->left, clip->right) <
	    0.4f || share_within(box->top, box->bottom, clip->top,
	    clip->bottom) < 0.15f;
}

static bool
is_near(const struct pdf_ink *a, const struct pdf_ink *b)
{
	return fabsf(a->red - b->red) < near_colour &&
	    fabsf(a->green - b->green) < near_colour &&
	    fabsf(a->blue - b->blue) < near_colour;
}

/* Whether INK shows on what lies below GLYPH: the last ground that was filled
 * there, or white paper. */
static bool
shows(const struct pdf_page *page, const struct pdf_box *glyph,
    const struct pdf_ink *ink)
{
	const struct pdf_ink paper = { PDF_INK_PLAIN, 1, 1, 1 };

	if (ink->kind != PDF_INK_PLAIN)
		return ink->kind != PDF_INK_NONE;
	for (size_t i = page->grounds; i > 0; i--) {
		const struct pdf_ground *ground = &page->ground[i - 1];
		struct pdf_ink           below = { PDF_INK_PLAIN, ground->red,
			ground->green, ground->blue };

		if (holds_middle(&ground->box, glyph))
			return ground->many || !is_near(ink, &below);
	}
	return !is_near(ink, &paper);
}

static bool
is_beyond(const struct pdf_page *page, const struct pdf_box *box)
{
	return box->right < 0 || box->left > page->width || box->bottom < 0 ||
	    box->top > page->height;
}

void
pdf_draw_glyph(struct pdf_page *page, const struct pdf_glyph *glyph,
    const struct pdf_ink *ink, const struct pdf_extent *clip)
{
	struct pdf_glyph drawn = *glyph;
	struct pdf_box   box = box_of_extent(clip);

	drawn.sight = is_beyond(page, &glyph->box) ||
	    is_clipped(&glyph->box, &box) ? PDF_CUT :
	    shows(page, &glyph->box, ink) ? PDF_SEEN : PDF_UNSEEN;
	pdf_add_glyph(page, &drawn);
}

void
pdf_add_ground(struct pdf_page *page, const struct pdf_extent *clip,
    const struct pdf_extent *shape, const struct pdf_ink *ink)
{
	struct pdf_box box = {
		(float)fmax(shape->left, clip->left),
		(float)fmax(shape->top, clip->top),
		(float)fmin(shape->right, clip->right),
		(float)fmin(shape->bottom, clip->bottom),
	};

	if (ink->kind == PDF_INK_NONE || page->grounds == GROUNDS_MAX ||
	    !(box.right - box.left > lowest_ground) ||
	    !(box.bottom - box.top > lowest_ground))
		return;
	page->ground = memory_room(page->ground, &page->ground_room,
	    page->grounds, sizeof(*page->ground));
	page->ground[page->grounds++] = (struct pdf_ground){ box, ink->red,
		ink->green, ink->blue, ink->kind == PDF_INK_MANY };
}

void
pdf_draw_picture(struct pdf_page *page, const struct pdf_extent *clip,
    const struct pdf_extent *picture, bool opaque)
{
	const struct pdf_ink many = { PDF_INK_MANY, 0, 0, 0 };
	struct pdf_box       box = box_of_extent(picture);

	pdf_add_picture(page, clip, picture);
	pdf_add_ground(page, clip, picture, &many);
	if (!opaque || (box.right - box.left) * (box.bottom - box.top) <
	    page->width * page->height / 2)
		return;
	for (size_t i = 0; i < page->glyphs; i++)
		if (page->glyph[i].sight == PDF_SEEN &&
		    holds_middle(&box, &page->glyph[i].box))
			page->glyph[i].sight = PDF_UNSEEN;
}

/* Whether GLYPH goes on with a figure whose last digit so far is LAST. */
static bool
goes_on_figure(const struct pdf_glyph *last, const struct pdf_glyph *glyph)
{
	float near = glyph->size / 4;

	return last->sight == PDF_SEEN && is_digit(last->code) &&
	    is_digit(glyph->code) && glyph->course == PDF_ALONG &&
	    fabsf(glyph->box.left - last->box.right) < near &&
	    fabsf(glyph->box.bottom - last->box.bottom) < near;
}

bool
pdf_keep_seen(struct pdf_page *page)
{
	size_t kept = 0, layer = 0;
	bool   is_layer;

	for (size_t i = 0; i < page->glyphs; i++)
		layer += page->glyph[i].sight == PDF_UNSEEN &&
		    page->glyph[i].code != UTF8_REPLACEMENT &&
		    !pdf_is_space(page->glyph[i].code);
	is_layer = layer >= LAYER_MIN && page_is_picture(page);
	for (size_t i = 0; i < page->glyphs; i++) {
		struct pdf_glyph glyph = page->glyph[i];

		if (glyph.sight == PDF_CUT && kept > 0 &&
		    goes_on_figure(&page->glyph[kept - 1], &glyph)) {
			glyph.code = UTF8_REPLACEMENT;
			glyph.sight = PDF_SEEN;
		}
		if (glyph.sight == PDF_SEEN ||
		    (is_layer && glyph.sight == PDF_UNSEEN))
			page->glyph[kept++] = glyph;
	}
	page->glyphs = kept;
	return is_layer;
}
