// A page's glyphs and rules through poppler's interpreter.
//
// The public interfaces give glyphs but no rules; rules could be had through
// them only by drawing the page (cairo's SVG surface: 25 ms a page, its
// recording surface 5 ms on top of 2 ms for the text), which also decodes
// every picture and looks for fonts that are not embedded.  An output device
// of our own sees both in one pass of 1-2 ms, so this file, and this file
// only, uses poppler's private headers, and of these what has kept its shape.
#include <cmath>
#include <memory>
#include <string>
#include <type_traits>
#include <vector>

#include <Error.h>
#include <ErrorCodes.h>
#include <GfxFont.h>
#include <GfxState.h>
#include <GlobalParams.h>
#include <OutputDev.h>
#include <PDFDoc.h>
#include <Stream.h>

#include "format/page/ink.h"
#include "complaint.h"
#include "pen.h"
#include "reader.h"

namespace {

// Patterns are no text and no rules.  The types of this function's arguments
// differ between poppler's versions, so they are taken from the base class.
template <typename Signature> class WithoutPatterns;

template <typename... Arguments>
class WithoutPatterns<bool (OutputDev::*)(Arguments...)> : public OutputDev {
public:
	bool useTilingPatternFill() override { return true; }
	bool tilingPatternFill(Arguments...) override { return true; }
};

// What is drawn within a group or through a mask may be seen through, as the group
// is mixed with what is below when it is whole.
template <typename Group, typename Mask> class WithGroups;

template <typename... Group, typename... Mask>
class WithGroups<void (OutputDev::*)(Group...), void (OutputDev::*)(Mask...)>
    : public WithoutPatterns<decltype(&OutputDev::tilingPatternFill)> {
public:
	void beginTransparencyGroup(Group...) override { groups++; }
	void endTransparencyGroup(GfxState *) override { groups--; }
	void setSoftMask(Mask...) override { masked = true; }

protected:
	bool is_mixed() const { return groups > 0 || masked; }

private:
	int  groups = 0;
	bool masked = false;	// so far on the page
};

class Collector
    : public WithGroups<decltype(&OutputDev::beginTransparencyGroup),
	  decltype(&OutputDev::setSoftMask)> {
public:
	explicit Collector(drawn_page *to) : page(to) { }

	bool upsideDown() override { return true; }
	bool useDrawChar() override { return true; }
	bool interpretType3Chars() override { return false; }

	void beginTextObject(GfxState *) override { page->texts++; }
	void beginStringOp(GfxState *) override { page->strings++; }

	void drawChar(GfxState *state, double x, double y, double dx,
	    double dy, double originX, double originY, CharCode code,
	    int bytes, const Unicode *u, int length) override;

	void saveState(GfxState *) override { shaped.push_back(shaped.back()); }
	void restoreState(GfxState *) override
	{
		if (shaped.size() > 1)
			shaped.pop_back();
	}
	void clip(GfxState *state) override
	{
		shaped.back() = shaped.back() || !is_rectangle(state);
	}
	void eoClip(GfxState *state) override { clip(state); }
	void clipToStrokePath(GfxState *) override { shaped.back() = true; }

	void stroke(GfxState *state) override;
	void fill(GfxState *state) override;
	void eoFill(GfxState *state) override { fill(state); }

	bool useShadedFills(int) override { return true; }
	bool functionShadedFill(GfxState *state, GfxFunctionShading *) override
	{
		return shade(state);
	}
	bool axialShadedFill(GfxState *state, GfxAxialShading *, double,
	    double) override
	{
		return shade(state);
	}
	bool radialShadedFill(GfxState *state, GfxRadialShading *, double,
	    double) override
	{
		return shade(state);
	}
	bool gouraudTriangleShadedFill(GfxState *state,
	    GfxGouraudTriangleShading *) override
	{
		return shade(state);
	}
	bool patchMeshShadedFill(GfxState *state, GfxPatchMeshShading *) override
	{
		return shade(state);
	}

	void drawImageMask(GfxState *state, Object *ref, Stream *stream,
	    int width, int height, bool invert, bool interpolate,
	    bool inlined) override;
	void drawImage(GfxState *state, Object *ref, Stream *stream,
	    int width, int height, GfxImageColorMap *colours,
	    bool interpolate, const int *mask, bool inlined) override;
	void drawMaskedImage(GfxState *state, Object *, Stream *, int, int,
	    GfxImageColorMap *, bool, Stream *, int, int, bool, bool) override
	{
		picture(state);
	}
	void drawSoftMaskedImage(GfxState *state, Object *, Stream *, int,
	    int, GfxImageColorMap *, bool, Stream *, int, int,
	    GfxImageColorMap *, bool) override
	{
		picture(state);
	}

private:
	void picture(GfxState *state, bool opaque = false);
	bool shade(GfxState *state);
	static bool is_rectangle(const GfxState *state);

	drawn_page       *page;
	std::vector<bool> shaped{ false };	// whether the clip is no rectangle
};

// Poppler 26 has an enumeration for it, older versions an int.
bool
is_vertical(GfxFont *font)
{
	return static_cast<int>(font->getWMode()) != 0;
}

page_course
course_of(const GfxState *state, GfxFont *font)
{
	double a, b, c, d;

	state->getFontTransMat(&a, &b, &c, &d);
	if (std::fabs(b) + std::fabs(c) <= 0.1 * (std::fabs(a) + std::fabs(d))) {
		if (a < 0)
			return d > 0 ? PAGE_UPSIDE_DOWN : PAGE_ASKEW;
		return is_vertical(font) ? PAGE_DOWNWARDS : PAGE_ALONG;
	}
	if (std::fabs(a) + std::fabs(d) <= 0.1 * (std::fabs(b) + std::fabs(c)))
		return b < 0 ? PAGE_TURNED_LEFT : PAGE_TURNED_RIGHT;
	return PAGE_ASKEW;
}

// Poppler 26 has a string, older versions one of their own.
inline bool
is_identity(const std::string &collection)
{
	return collection == "Adobe-Identity";
}

template <typename String>
bool
is_identity(const String *collection)
{
	return collection && is_identity(collection->toStr());
}

// Codes of a font without a map that are numbers of its glyphs: poppler takes them
// for characters, as a few programs do that write Unicode; of these only what is no
// Latin letter or digit can be believed.
bool
is_number_of_glyph(GfxFont *font, const Unicode *u, int length)
{
	constexpr Unicode han = 0x2E80;

	return length == 1 && u[0] > ' ' && u[0] < han && font->isCIDFont() &&
	    !font->hasToUnicodeCMap() &&
	    is_identity(static_cast<GfxCIDFont *>(font)->getCollection());
}

// A Type 3 font has its own scale; most keep to a thousand or two thousand
// units an em, as Skia's, and with others the size of the font says nothing.
bool
has_usual_scale(GfxFont *font)
{
	return std::fabs(font->getFontMatrix()[0]) < 0.005;
}

page_extent
clip_of(const GfxState *state)
{
	page_extent clip;

	state->getClipBBox(&clip.left, &clip.top, &clip.right, &clip.bottom);
	return clip;
}

// Opacity less than this leaves nothing that can be seen.
constexpr double opacity_least = 0.05;

page_ink
ink_of(GfxColorSpaceMode mode, const GfxRGB &colour, double opacity)
{
	return { opacity < opacity_least ? PAGE_INK_NONE
		: mode == csPattern	 ? PAGE_INK_MANY
					 : PAGE_INK_PLAIN,
		float(colToDbl(colour.r)), float(colToDbl(colour.g)),
		float(colToDbl(colour.b)) };
}

page_ink
ink_of_fill(GfxState *state)
{
	GfxRGB colour;

	state->getFillRGB(&colour);
	return ink_of(state->getFillColorSpace()->getMode(), colour,
	    state->getFillOpacity());
}

// What shows through, or is mixed with what is below, has no one colour.
page_ink
ink_of_ground(GfxState *state)
{
	page_ink ink = ink_of_fill(state);

	if (ink.kind == PAGE_INK_PLAIN && (state->getFillOpacity() < 1 ||
	    state->getBlendMode() != gfxBlendNormal))
		ink.kind = PAGE_INK_MANY;
	return ink;
}

// Letters are filled, drawn with lines, both or neither [ISO 32000-1, 9.3.6]; or
// what is drawn later is seen in their shape.
page_ink
ink_of_text(GfxState *state)
{
	GfxRGB colour;

	switch (state->getRender()) {
	case 1:
	case 5:
		state->getStrokeRGB(&colour);
		return ink_of(state->getStrokeColorSpace()->getMode(), colour,
		    state->getStrokeOpacity());
	case 3:
		return { PAGE_INK_NONE, 0, 0, 0 };
	case 7:
		return { PAGE_INK_MANY, 0, 0, 0 };
	default:
		return ink_of_fill(state);
	}
}

void
Collector::drawChar(GfxState *state, double x, double y, double dx, double dy,
    double, double, CharCode, int, const Unicode *u, int length)
{
	GfxFont *font = &*state->getFont();
	double         spacing = state->getCharSpace();
	double         sx, sy, size;

	if (!font)
		return;
	if (length == 1 && u[0] == ' ')
		spacing += state->getWordSpace();
	state->textTransformDelta(spacing * state->getHorizScaling(), 0, &sx,
	    &sy);
	if (!is_vertical(font))
		dx -= sx, dy -= sy;
	state->transform(x, y, &x, &y);
	state->transformDelta(dx, dy, &dx, &dy);
	size = state->getTransformedFontSize();
	if (font->getType() == fontType3 && !has_usual_scale(font))
		size = std::fmax(std::fabs(dx), std::fabs(dy));
	if (!std::isfinite(x + y + dx + dy + size))
		return;

	if (is_number_of_glyph(font, u, length))
		length = 0;

	page_course course = course_of(state, font);

	page_ink    ink = ink_of_text(state);
	page_extent clip = clip_of(state);

	if (state->getRender() >= 4)	// it clips what is drawn later
		shaped.back() = true;

	size_t     before = page->glyphs;

	for (int i = 0; i < (length > 0 ? length : 1); i++) {
		double    part = length > 0 ? 1.0 / length : 1;
		page_glyph glyph = {
			page_letter_box(course,
			    { x + dx * part * i, y + dy * part * i },
			    { dx * part, dy * part }, size),
			float(size), u && length > 0 ? u[i] : 0xFFFD, course,
			PAGE_SEEN, 0, 0,
		};

		page_draw_glyph(page, &glyph, &ink, &clip);
	}
	if (!u || length == 0)
		page->unmapped += page->glyphs > before &&
		    page->glyph[before].sight == PAGE_SEEN;
}

template <typename Subpath>
page_point
point_of(const GfxState *state, const Subpath *path, int i)
{
	page_point point;

	state->transform(path->getX(i), path->getY(i), &point.x, &point.y);
	return point;
}

void
Collector::stroke(GfxState *state)
{
	const auto *path = state->getPath();
	page_extent  clip = clip_of(state);

	for (int i = 0; i < path->getNumSubpaths(); i++) {
		const auto *part = path->getSubpath(i);

		for (int j = 1; j < part->getNumPoints(); j++)
			if (!part->getCurve(j) && !part->getCurve(j - 1))
				page_add_line(page, &clip,
				    point_of(state, part, j - 1),
				    point_of(state, part, j));
	}
}

// Whether the path is one rectangle along the axes.
bool
Collector::is_rectangle(const GfxState *state)
{
	const auto *path = state->getPath();

	if (path->getNumSubpaths() != 1)
		return false;

	const auto *part = path->getSubpath(0);
	int         n = part->getNumPoints();

	for (int j = 1; j < n; j++)
		if (part->getCurve(j) || !page_is_along_axis(
		    point_of(state, part, j - 1), point_of(state, part, j)))
			return false;
	return n == 4 || n == 5;
}

void
Collector::fill(GfxState *state)
{
	const auto *path = state->getPath();
	page_extent  clip = clip_of(state);
	page_ink     ink = ink_of_ground(state);

	if (ink.kind == PAGE_INK_PLAIN && (is_mixed() || shaped.back()))
		ink.kind = PAGE_INK_GLAZE;
	if (ink.kind <= PAGE_INK_GLAZE && !is_rectangle(state))
		ink.kind = PAGE_INK_MANY;

	for (int i = 0; i < path->getNumSubpaths(); i++) {
		const auto *part = path->getSubpath(i);
		page_point   at = point_of(state, part, 0);
		page_extent  bar = { at.x, at.y, at.x, at.y };

		for (int j = 1; j < part->getNumPoints(); j++) {
			at = point_of(state, part, j);
			bar.left = std::fmin(bar.left, at.x);
			bar.right = std::fmax(bar.right, at.x);
			bar.top = std::fmin(bar.top, at.y);
			bar.bottom = std::fmax(bar.bottom, at.y);
		}
		page_add_bar(page, &clip, &bar);
		page_add_ground(page, &clip, &bar, &ink);
	}
}

constexpr page_ink many_colours = { PAGE_INK_MANY, 0, 0, 0 };

bool
Collector::shade(GfxState *state)
{
	page_extent clip = clip_of(state);

	page_add_ground(page, &clip, &clip, &many_colours);
	return true;
}

void
Collector::picture(GfxState *state, bool opaque)
{
	page_extent clip = clip_of(state);
	page_point  corner, across, down;

	state->transform(0, 0, &corner.x, &corner.y);
	state->transformDelta(1, 0, &across.x, &across.y);
	state->transformDelta(0, 1, &down.x, &down.y);

	page_extent extent = page_extent_of_picture(corner, across, down);

	page_draw_picture(page, &clip, &extent, opaque &&
	    state->getFillOpacity() >= 1 &&
	    state->getBlendMode() == gfxBlendNormal && !is_mixed() &&
	    !shaped.back());
}

void
Collector::drawImageMask(GfxState *state, Object *ref, Stream *stream,
    int width, int height, bool invert, bool interpolate, bool inlined)
{
	picture(state);
	if (inlined)	// its bytes stand in the page and must be read over
		OutputDev::drawImageMask(state, ref, stream, width, height,
		    invert, interpolate, inlined);
}

void
Collector::drawImage(GfxState *state, Object *ref, Stream *stream, int width,
    int height, GfxImageColorMap *colours, bool interpolate, const int *mask,
    bool inlined)
{
	picture(state, mask == nullptr);
	if (inlined)
		OutputDev::drawImage(state, ref, stream, width, height,
		    colours, interpolate, mask, inlined);
}

// Poppler 25 takes the stream in a unique_ptr, older versions a bare pointer.
template <typename Document>
std::unique_ptr<Document>
document_of(const char *bytes, size_t n)
{
	auto stream = std::make_unique<MemStream>(bytes, 0, n,
	    Object());

	if constexpr (std::is_constructible_v<Document, BaseStream *>)
		return std::make_unique<Document>(
		    static_cast<BaseStream *>(stream.release()));
	else
		return std::make_unique<Document>(std::move(stream));
}

const char *
reason_of(int error)
{
	switch (error) {
	case errEncrypted:
		return "encrypted with a password";
	case errDamaged:
		return "damaged beyond repair";
	case errBadCatalog:
		return "damaged: no catalogue of pages";
	case errPermission:
		return "its permissions forbid reading";
	default:
		return "not a readable PDF";
	}
}

void
hear(ErrorCategory, Goffset, const char *message)
{
	pdf_complaint_hear(message);
}

}

struct pdf {
	std::unique_ptr<PDFDoc> document;
	std::string             title;
};

pdf *
pdf_open(const char *bytes, size_t n, const char **reason)
{
	if (!globalParams) {
		pdf_complaint_begin();
		globalParams = std::make_unique<GlobalParams>();
		pdf_complaint_end();
		setErrorCallback(hear);
	}

	auto opened = std::make_unique<pdf>();

	opened->document = document_of<PDFDoc>(bytes, n);
	if (!opened->document->isOk()) {
		*reason = reason_of(opened->document->getErrorCode());
		return nullptr;
	}
	if (opened->document->getNumPages() <= 0) {
		*reason = "no pages";
		return nullptr;
	}
	if (auto title = opened->document->getDocInfoTitle())
		opened->title = title->toStr();
	return opened.release();
}

unsigned
pdf_pages(const pdf *pdf)
{
	return unsigned(pdf->document->getNumPages());
}

const char *
pdf_title(const pdf *pdf, size_t *n)
{
	*n = pdf->title.size();
	return pdf->title.data();
}

bool
pdf_read_page(pdf *pdf, unsigned number, drawn_page *page)
{
	int    index = int(number);
	double width = pdf->document->getPageCropWidth(index);
	double height = pdf->document->getPageCropHeight(index);
	bool   turned = pdf->document->getPageRotate(index) % 180 != 0;

	page_open(page, turned ? height : width,
	    turned ? width : height);
	if (!pdf->document->getPage(index) || !(width > 0 && height > 0))
		return false;

	Collector collector(page);

	pdf->document->displayPage(&collector, index, 72, 72, 0, false, true,
	    false);
	return true;
}

void
pdf_close(pdf *pdf)
{
	delete pdf;
}
