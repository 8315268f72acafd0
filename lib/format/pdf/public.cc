// A page's glyphs and rules through public interfaces: poppler-cpp tells where
// the letters are, qpdf unpacks the content streams, content.c goes over them.
//
// It stands in for device.cc where that does not compile.  It takes twice the
// time, and poppler-cpp does not tell of letters beyond the edge of the page, of
// spaces (gaps stand for them), nor of letters of no known character: those are
// looked for in the content, by what their fonts tell of them.
#include <cmath>
#include <cstdlib>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <fontconfig/fontconfig.h>
#include <iconv.h>

#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>
#include <qpdf/qpdf-c.h>

#include "complaint.h"
#include "content.h"
#include "public_font.h"
#include "reader.h"

using Fonts = std::map<int, std::unique_ptr<Font>>;

struct pdf {
	std::unique_ptr<poppler::document> document;
	qpdf_data                          objects;
	bool                               has_objects;
	std::string                        title;
	Fonts                              fonts;	// by their numbers
};

namespace {

constexpr int forms_deep = 32;

// Older versions of poppler-cpp convert with iconv, whose modules cannot be
// loaded any more in a sandbox.
const iconv_t held = iconv_open("UTF-16", "UTF-8");

// Nor can fonts, which poppler looks for though nothing is drawn: let there be
// none.
const FcBool fontless = FcConfigSetCurrent(FcConfigCreate());

// Goes over a page, and over the forms that it draws.
struct Walk : pdf_content {
	Walk(pdf *pdf, drawn_page *to)
	    : pdf_content(), objects(pdf->objects), fonts(pdf->fonts)
	{
		page = to;
		draw = draw_object;
		font = font_named;
		opacity = opacity_named;
		plain = is_plain;
	}
	~Walk()
	{
		free(slant);
	}

	static void draw_object(pdf_content *content, const char *name,
	    size_t n, const pdf_place *place);
	static const pdf_font *font_named(pdf_content *content,
	    const char *name, size_t n);

	static double opacity_named(pdf_content *content, const char *name,
	    size_t n, bool *blends);
	static bool is_plain(pdf_content *content, const char *name, size_t n);

	qpdf_oh resource(const char *kind, const char *name, size_t n) const;
	void picture(qpdf_oh dictionary, const pdf_place *place);
	void form(qpdf_oh stream, const pdf_place *place);

	qpdf_data objects;
	Fonts    &fonts;
	// Those that are no objects of the file, by the resources they are in.
	std::map<std::pair<qpdf_oh, std::string>, std::unique_ptr<Font>>
	          own_fonts;
	qpdf_oh   resources = 0;
	int       depth = 0;
};

qpdf_oh
Walk::resource(const char *kind, const char *name, size_t n) const
{
	std::string key = "/" + std::string(name, n);

	return qpdf_oh_get_key_if_dict(objects,
	    qpdf_oh_get_key_if_dict(objects, resources, kind), key.c_str());
}

void
Walk::draw_object(pdf_content *content, const char *name, size_t n,
    const pdf_place *place)
{
	Walk   *walk = static_cast<Walk *>(content);
	qpdf_oh stream = walk->resource("/XObject", name, n);

	if (!qpdf_oh_is_stream(walk->objects, stream))
		return;

	qpdf_oh dictionary = qpdf_oh_get_dict(walk->objects, stream);

	if (is_named(walk->objects, dictionary, "/Subtype", "/Image"))
		walk->picture(dictionary, place);
	else if (is_named(walk->objects, dictionary, "/Subtype", "/Form"))
		walk->form(stream, place);
}

const pdf_font *
Walk::font_named(pdf_content *content, const char *name, size_t n)
{
	Walk   *walk = static_cast<Walk *>(content);
	qpdf_oh font = walk->resource("/Font", name, n);
	auto   &known = qpdf_oh_is_indirect(walk->objects, font)
	    ? walk->fonts[qpdf_oh_get_object_id(walk->objects, font)]
	    : walk->own_fonts[{ walk->resources, std::string(name, n) }];

	if (!known)
		known = std::make_unique<Font>(walk->objects, font);
	return known.get();
}

double
Walk::opacity_named(pdf_content *content, const char *name, size_t n,
    bool *blends)
{
	Walk     *walk = static_cast<Walk *>(content);
	qpdf_data objects = walk->objects;
	qpdf_oh   state = walk->resource("/ExtGState", name, n);
	qpdf_oh   opacity = qpdf_oh_get_key_if_dict(objects, state, "/ca");

	*blends = qpdf_oh_is_name(objects,
		      qpdf_oh_get_key_if_dict(objects, state, "/BM")) &&
	    !is_named(objects, state, "/BM", "/Normal") &&
	    !is_named(objects, state, "/BM", "/Compatible");
	*blends = *blends || qpdf_oh_is_dictionary(objects,
	    qpdf_oh_get_key_if_dict(objects, state, "/SMask"));
	return qpdf_oh_is_number(objects, opacity)
	    ? qpdf_oh_get_numeric_value(objects, opacity)
	    : *blends ? 1 : -1;
}

// Sets of colours that are numbered, or of inks of their own, or not of light,
// are not plain [ISO 32000-1, 8.6].
bool
Walk::is_plain(pdf_content *content, const char *name, size_t n)
{
	Walk   *walk = static_cast<Walk *>(content);
	qpdf_oh set = walk->resource("/ColorSpace", name, n);

	if (qpdf_oh_is_array(walk->objects, set))
		set = qpdf_oh_get_array_item(walk->objects, set, 0);

	std::string kind = qpdf_oh_is_name(walk->objects, set)
	    ? qpdf_oh_get_name(walk->objects, set)
	    : "/" + std::string(name, n);

	return kind.compare(0, 7, "/Device") == 0 ? kind != "/DeviceN"
	    : kind == "/ICCBased" || kind == "/CalRGB" || kind == "/CalGray";
}

void
Walk::picture(qpdf_oh dictionary, const pdf_place *place)
{
	const page_matrix &m = place->matrix;
	page_extent extent = page_extent_of_picture({ m.e, m.f }, { m.a, m.b },
	    { m.c, m.d });
	bool       opaque = !place->through && !place->shaped;

	for (const char *key : { "/Mask", "/SMask", "/ImageMask" })
		opaque = opaque && !qpdf_oh_has_key(objects, dictionary, key);
	page_draw_picture(page, &place->clip, &extent, opaque);
}

// The N numbers of the array KEY; otherwise NUMBER stays as it is.
void
read_numbers(qpdf_data objects, qpdf_oh dictionary, const char *key,
    double *number, int n)
{
	qpdf_oh array = qpdf_oh_get_key_if_dict(objects, dictionary, key);

	if (!qpdf_oh_is_array(objects, array) ||
	    qpdf_oh_get_array_n_items(objects, array) != n)
		return;
	for (int i = 0; i < n; i++)
		number[i] = qpdf_oh_get_numeric_value(objects,
		    qpdf_oh_get_array_item(objects, array, i));
}

// A form has its own coordinates and clip [ISO 32000-1, 8.10.1].
void
Walk::form(qpdf_oh stream, const pdf_place *place)
{
	double          m[6] = { 1, 0, 0, 1, 0, 0 }, box[4] = { };
	bytes_of_stream data;
	pdf_place       inner = *place;
	qpdf_oh         outer = resources;
	qpdf_oh         dictionary = qpdf_oh_get_dict(objects, stream);
	qpdf_oh         own = qpdf_oh_get_key(objects, dictionary,
		    "/Resources");

	if (depth == forms_deep ||
	    (qpdf_oh_get_stream_data(objects, stream, qpdf_dl_generalized,
		 nullptr, &data.bytes, &data.n) & QPDF_ERRORS) != 0)
		return;
	read_numbers(objects, dictionary, "/Matrix", m, 6);
	read_numbers(objects, dictionary, "/BBox", box, 4);

	page_matrix matrix = { m[0], m[1], m[2], m[3], m[4], m[5] };

	inner.matrix = page_matrix_after(&place->matrix, &matrix);
	pdf_clip(&inner.clip, &inner.matrix, { box[0], box[1] },
	    { box[2], box[3] });
	depth++;
	if (qpdf_oh_is_dictionary(objects, own))
		resources = own;
	pdf_content_read(this, data.all(), data.n, &inner);
	resources = outer;
	depth--;
}

pdf_place
place_with(const page_matrix &matrix, double width, double height)
{
	pdf_place place = pdf_place();

	place.matrix = matrix;
	place.clip = { 0, 0, width, height };
	return place;
}

// Where PAGE's own coordinates are on the page as it is shown, and its size.
pdf_place
place_of(const poppler::page &page)
{
	poppler::rectf box = page.page_rect();
	double         left = box.left(), right = box.right();
	double         low = box.top(), high = box.bottom();

	switch (page.orientation()) {
	case poppler::page::landscape:
		return place_with({ 0, 1, 1, 0, -low, -left }, high - low,
		    right - left);
	case poppler::page::upside_down:
		return place_with({ -1, 0, 0, 1, right, -low }, right - left,
		    high - low);
	case poppler::page::seascape:
		return place_with({ 0, -1, -1, 0, high, right }, high - low,
		    right - left);
	case poppler::page::portrait:
		break;
	}
	return place_with({ 1, 0, 0, -1, -left, high }, right - left,
	    high - low);
}

// Resources may be those of a folder of pages above [ISO 32000-1, 7.7.3.4].
qpdf_oh
resources_of(qpdf_data objects, qpdf_oh page)
{
	for (int i = 0; i < forms_deep; i++) {
		qpdf_oh found = qpdf_oh_get_key_if_dict(objects, page,
		    "/Resources");

		if (qpdf_oh_is_dictionary(objects, found))
			return found;
		page = qpdf_oh_get_key_if_dict(objects, page, "/Parent");
	}
	return page;
}

// Goes over what page NUMBER draws.  Returns whether it could be.
bool
walk_page(pdf *pdf, unsigned number, const pdf_place *place, Walk *walk)
{
	bytes_of_stream data;

	if (!pdf->has_objects ||
	    int(number) > qpdf_get_num_pages(pdf->objects))
		return false;

	qpdf_oh page = qpdf_get_page_n(pdf->objects, number - 1);

	walk->resources = resources_of(pdf->objects, page);
	if ((qpdf_oh_get_page_content_data(pdf->objects, page, &data.bytes,
		 &data.n) & QPDF_ERRORS) != 0)
		return false;
	pdf_content_read(walk, data.all(), data.n, place);
	return true;
}

// Poppler turns words by quarters, and those of upright letters that stand one
// below the other by one more.
page_course
course_of(const poppler::text_box &word, size_t i)
{
	bool vertical = word.get_wmode(int(i)) ==
	    poppler::text_box::vertical_wmode;

	switch ((word.rotation() + 4 - vertical) % 4) {
	case 0:
		return vertical ? PAGE_DOWNWARDS : PAGE_ALONG;
	case 1:
		return PAGE_TURNED_RIGHT;
	case 2:
		return PAGE_UPSIDE_DOWN;
	case 3:
		return PAGE_TURNED_LEFT;
	default:
		return PAGE_ASKEW;
	}
}

// Poppler's box is as high as the font says it is; a glyph's, as its size.
page_box
box_of(const poppler::rectf &box, page_course course, double size)
{
	double x = (box.left() + box.right()) / 2;
	double y = (box.top() + box.bottom()) / 2;

	if (course == PAGE_ALONG || course >= PAGE_UPSIDE_DOWN)
		return { float(box.left()), float(y - size / 2),
			float(box.right()), float(y + size / 2) };
	return { float(x - size / 2), float(box.top()), float(x + size / 2),
		float(box.bottom()) };
}

// Where a letter of SIZE in BOX was drawn from, nearly.
page_point
origin_of(const poppler::rectf &box, page_course course, double size)
{
	double below = 0.14 * size;	// its baseline

	switch (course) {
	case PAGE_TURNED_LEFT:
		return { box.right() - below, box.bottom() };
	case PAGE_TURNED_RIGHT:
		return { box.left() + below, box.top() };
	case PAGE_UPSIDE_DOWN:
		return { box.right(), box.top() + below };
	default:
		return { box.left(), box.bottom() - below };
	}
}

// Whether a letter of SIZE that was drawn from AT is one of a slanted string,
// which poppler takes for one that runs along or is turned by a quarter.
bool
is_slanted(const Walk &walk, page_point at, double size)
{
	for (size_t i = 0; i < walk.slants; i++) {
		const pdf_slant &slant = walk.slant[i];
		double dx = at.x - slant.from.x, dy = at.y - slant.from.y;
		double along = dx * slant.direction.x + dy * slant.direction.y;
		double off = dx * slant.direction.y - dy * slant.direction.x;

		if (std::fabs(slant.size - size) < 0.02 * size &&
		    std::fabs(off) < 0.3 * size && along > -0.3 * size &&
		    along < slant.length)
			return true;
	}
	return false;
}

// The characters of TEXT, which is UTF-16.
std::u32string
characters(const poppler::ustring &text)
{
	std::u32string all;

	for (size_t i = 0; i < text.size(); i++) {
		char32_t c = text[i];

		if (c >= 0xD800 && c < 0xDC00 && i + 1 < text.size())
			c = 0x10000 + ((c - 0xD800) << 10) +
			    (text[++i] - 0xDC00u);
		all.push_back(c);
	}
	return all;
}

// Letters as they were drawn, by their height on the page; and what is seen of
// most of them, for those that poppler has elsewhere, as their fonts do not tell
// how wide they are.
struct Letters : std::multimap<float, page_glyph> {
	page_sight most = PAGE_SEEN;
};

float
middle(float a, float b)
{
	return (a + b) / 2;
}

Letters
letters_of(const std::vector<page_glyph> &drawn)
{
	Letters letters;
	size_t  unseen = 0;

	for (const page_glyph &letter : drawn) {
		letters.emplace(middle(letter.box.top, letter.box.bottom),
		    letter);
		unseen += letter.sight == PAGE_UNSEEN;
	}
	if (unseen * 2 > drawn.size())
		letters.most = PAGE_UNSEEN;
	return letters;
}

// Notes what is seen of GLYPH, as poppler tells of it: nothing, if nothing is of
// any letter that was drawn in its place.  Poppler has one height for a word, so
// that digits above the line stand on it: each has that of its letter.
void
look_at(page_glyph &glyph, const Letters &letters)
{
	float x = middle(glyph.box.left, glyph.box.right);
	float y = middle(glyph.box.top, glyph.box.bottom);
	float near = glyph.size * 0.35f;
	const page_glyph *found = nullptr;
	bool covered = false;

	for (auto at = letters.lower_bound(y - near);
	    at != letters.end() && at->first <= y + near; ++at) {
		const page_glyph &letter = at->second;

		if (std::fabs(middle(letter.box.left, letter.box.right) - x) >
		    near)
			continue;
		covered = covered || letter.sight == PAGE_COVERED;
		if (found == nullptr || found->sight != PAGE_SEEN)
			found = &letter;
	}
	// Which of two letters in one place poppler tells of is not known.
	if (covered && found->sight == PAGE_SEEN)
		glyph.code = 0xFFFD;
	glyph.sight = found != nullptr ? found->sight : letters.most;
	if (found != nullptr) {
		glyph.text = found->text;
		glyph.string = found->string;
	}
	if (found != nullptr && glyph.course == PAGE_ALONG && found->course == PAGE_ALONG) {
		glyph.box.top = found->box.top;
		glyph.box.bottom = found->box.bottom;
	}
}

// Poppler does not tell of letters beyond the page: adds the one that was drawn
// right behind GLYPH, a digit, for a digit.
void
add_beyond(drawn_page *page, const page_glyph &glyph, const Letters &letters)
{
	float y = middle(glyph.box.top, glyph.box.bottom);
	float near = glyph.size * 0.25f;

	if (!(glyph.code >= '0' && glyph.code <= '9') ||
	    glyph.box.right < page->width - glyph.size)
		return;
	for (auto at = letters.lower_bound(y - near);
	    at != letters.end() && at->first <= y + near; ++at) {
		page_glyph letter = at->second;

		if (letter.box.left <= page->width ||
		    std::fabs(letter.box.left - glyph.box.right) > near)
			continue;
		letter.box.top = glyph.box.top;
		letter.box.bottom = glyph.box.bottom;
		letter.code = '0';
		page_add_glyph(page, &letter);
		return;
	}
}

void
add_word(const Walk &walk, const poppler::text_box &word,
    const Letters &letters)
{
	std::u32string text = characters(word.text());
	double         size = word.get_font_size();

	for (size_t i = 0; i < text.size(); i++) {
		poppler::rectf box = word.char_bbox(i);
		page_course     course = course_of(word, i);
		page_glyph      glyph;

		if (is_slanted(walk, origin_of(box, course, size), size))
			course = PAGE_ASKEW;
		glyph = { box_of(box, course, size), float(size), text[i],
			course, PAGE_SEEN, 0, 0 };
		look_at(glyph, letters);
		page_add_glyph(walk.page, &glyph);
		add_beyond(walk.page, glyph, letters);
	}
}

// Whether poppler told of a letter where GLYPH is.
bool
is_told(const drawn_page &page, size_t glyphs, const page_box &box)
{
	float x = middle(box.left, box.right), y = middle(box.top, box.bottom);

	for (size_t i = 0; i < glyphs; i++) {
		const page_box &other = page.glyph[i].box;

		if (x >= other.left && x <= other.right && y >= other.top &&
		    y <= other.bottom)
			return true;
	}
	return false;
}

// Poppler leaves out letters that stand for no character.
void
add_lost_letters(drawn_page *page, const std::vector<page_glyph> &drawn)
{
	size_t told = page->glyphs;

	for (page_glyph letter : drawn) {
		if (letter.code == PDF_CODE_KNOWN ||
		    letter.sight != PAGE_SEEN ||
		    (letter.code == PDF_CODE_DOUBTFUL &&
			is_told(*page, told, letter.box)))
			continue;
		letter.code = 0xFFFD;
		page_add_glyph(page, &letter);
		page->unmapped++;
	}
}

void
hear(const std::string &message, void *)
{
	pdf_complaint_hear(message.c_str());
}

std::string
title_of(qpdf_data objects)
{
	qpdf_oh information = qpdf_oh_get_key_if_dict(objects,
	    qpdf_get_trailer(objects), "/Info");
	qpdf_oh title = qpdf_oh_get_key_if_dict(objects, information,
	    "/Title");
	size_t      n;
	const char *bytes;

	if (!qpdf_oh_is_string(objects, title))
		return "";
	bytes = qpdf_oh_get_binary_string_value(objects, title, &n);
	return { bytes, n };
}

}

pdf *
pdf_open(const char *bytes, size_t n, const char **reason)
{
	auto opened = std::make_unique<pdf>();

	poppler::set_debug_error_function(hear, nullptr);
	pdf_complaint_begin();
	opened->document.reset(
	    poppler::document::load_from_raw_data(bytes, int(n)));
	pdf_complaint_end();
	if (!opened->document)
		*reason = "not a readable PDF";
	else if (opened->document->is_locked())
		*reason = "encrypted with a password";
	else if (opened->document->pages() <= 0)
		*reason = "no pages";
	else {
		opened->objects = qpdf_init();
		qpdf_silence_errors(opened->objects);
		qpdf_set_suppress_warnings(opened->objects, QPDF_TRUE);
		opened->has_objects = (qpdf_read_memory(opened->objects, "",
		    bytes, n, nullptr) & QPDF_ERRORS) == 0;
		if (opened->has_objects)
			opened->title = title_of(opened->objects);
		return opened.release();
	}
	return nullptr;
}

unsigned
pdf_pages(const pdf *pdf)
{
	return unsigned(pdf->document->pages());
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
	std::unique_ptr<poppler::page> source(
	    pdf->document->create_page(int(number) - 1));
	Walk walk(pdf, page);

	page_open(page, 0, 0);
	if (!source)
		return false;

	pdf_place place = place_of(*source);

	page_open(page, place.clip.right, place.clip.bottom);
	if (!(page->width > 0 && page->height > 0))
		return false;

	bool whole = walk_page(pdf, number, &place, &walk);

	// What the walk drew, and what of it is told instead.
	std::vector<page_glyph> drawn(page->glyph, page->glyph + page->glyphs);
	Letters                letters = letters_of(drawn);

	page->glyphs = 0;
	for (const poppler::text_box &word : source->text_list(
	    poppler::page::text_list_include_font))
		add_word(walk, word, letters);
	add_lost_letters(page, drawn);
	qpdf_oh_release_all(pdf->objects);
	return whole;
}

void
pdf_close(pdf *pdf)
{
	qpdf_cleanup(&pdf->objects);
	delete pdf;
}
