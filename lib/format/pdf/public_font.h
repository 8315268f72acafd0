// What a font of a PDF tells, through qpdf, of its letters: how wide they are, and
// which of them are characters.  For public.cc only.
#ifndef PDF_PUBLIC_FONT_H
#define PDF_PUBLIC_FONT_H

#include <cstdlib>
#include <map>
#include <memory>
#include <string>

#include <qpdf/qpdf-c.h>

#include "cmap.h"
#include "pen.h"

namespace {

struct bytes_of_stream {
	unsigned char *bytes = nullptr;
	size_t         n = 0;

	~bytes_of_stream() { free(bytes); }
	const char *all() const { return reinterpret_cast<char *>(bytes); }
};

bool
is_named(qpdf_data objects, qpdf_oh dictionary, const char *key,
    const char *name)
{
	return qpdf_oh_is_name_and_equals(objects,
	    qpdf_oh_get_key_if_dict(objects, dictionary, key), name);
}

// A font, as far as it tells which of its letters are characters.
struct Font : pdf_font {
	Font(qpdf_data objects, qpdf_oh font);

	static double width_of(const pdf_font *font, unsigned code);
	static pdf_code look_at(const pdf_font *font, unsigned code);

	qpdf_oh key(qpdf_oh dictionary, const char *name) const
	{
		return qpdf_oh_get_key_if_dict(objects, dictionary, name);
	}
	double number(qpdf_oh array, int i) const
	{
		return qpdf_oh_get_numeric_value(objects,
		    qpdf_oh_get_array_item(objects, array, i));
	}
	bool is_array(qpdf_oh array, int i) const
	{
		return qpdf_oh_is_array(objects,
		    qpdf_oh_get_array_item(objects, array, i));
	}

	void add_odd(unsigned code)
	{
		if (code < PDF_CODES)
			odd->is_in[code / 8] |= uint8_t(1u << code % 8);
	}

	void read_map(qpdf_oh font);
	void read_simple(qpdf_oh font);
	void read_composite(qpdf_oh font);
	void read_widths(qpdf_oh array);
	void read_predefined(qpdf_oh encoding);

	qpdf_data                  objects;
	pdf_code                   others = PDF_CODE_KNOWN;
	bool                       has_map = false;
	std::unique_ptr<pdf_codes> map;		// what it tells
	std::unique_ptr<pdf_codes> odd;		// codes that may mean nothing
	double                     usual = 1000;
	unsigned                   ascii = 0;	// in widths, of a space
	std::map<unsigned, double> widths;
};

Font::Font(qpdf_data objects, qpdf_oh font)
    : pdf_font(), objects(objects), map(std::make_unique<pdf_codes>()),
      odd(std::make_unique<pdf_codes>())
{
	code_bytes = 1;
	width = width_of;
	look = look_at;
	read_map(font);
	if (is_named(objects, font, "/Subtype", "/Type0"))
		read_composite(font);
	else
		read_simple(font);
}

double
Font::width_of(const pdf_font *font, unsigned code)
{
	const Font *self = static_cast<const Font *>(font);
	bool        is_ascii = self->ascii != 0 && code >= ' ' && code <= '~';
	auto        found = self->widths.find(is_ascii ?
		    self->ascii + code - ' ' : code);

	return found != self->widths.end() ? found->second : self->usual;
}

pdf_code
Font::look_at(const pdf_font *font, unsigned code)
{
	const Font *self = static_cast<const Font *>(font);

	if (pdf_codes_have(self->map.get(), code))
		return PDF_CODE_KNOWN;
	return pdf_codes_have(self->odd.get(), code) ? PDF_CODE_DOUBTFUL
						     : self->others;
}

void
Font::read_map(qpdf_oh font)
{
	bytes_of_stream data;
	qpdf_oh         stream = key(font, "/ToUnicode");

	has_map = qpdf_oh_is_stream(objects, stream) &&
	    (qpdf_oh_get_stream_data(objects, stream, qpdf_dl_generalized,
		 nullptr, &data.bytes, &data.n) & QPDF_ERRORS) == 0;
	if (has_map)
		pdf_cmap_read(data.all(), data.n, map.get());
}

// Fonts that come with every reader need not tell their widths [ISO 32000-1,
// 9.6.2.2]; this is that of the figures of most.
constexpr double standard_width = 500;

// Letters of a name that is not a character's are no character, unless poppler
// makes one out of it: then it tells where it is.
void
Font::read_simple(qpdf_oh font)
{
	qpdf_oh  names = key(key(font, "/Encoding"), "/Differences");
	qpdf_oh  array = key(font, "/Widths");
	unsigned code = 0;

	if (!qpdf_oh_is_array(objects, array)) {
		usual = standard_width;
		return;
	}
	code = unsigned(qpdf_oh_get_int_value_as_int(objects,
	    key(font, "/FirstChar")));
	for (int i = 0; i < qpdf_oh_get_array_n_items(objects, array); i++)
		widths[code++] = number(array, i);
	if (is_named(objects, font, "/Subtype", "/Type3"))
		return;
	for (code = 0; code < ' '; code++)
		add_odd(code);
	if (!qpdf_oh_is_array(objects, names))
		return;
	for (int i = 0; i < qpdf_oh_get_array_n_items(objects, names); i++) {
		qpdf_oh name = qpdf_oh_get_array_item(objects, names, i);

		if (!qpdf_oh_is_name(objects, name)) {
			code = unsigned(qpdf_oh_get_int_value_as_int(objects,
			    name));
			continue;
		}
		if (std::string(qpdf_oh_get_name(objects, name))
			.find("space") == std::string::npos)
			add_odd(code);
		code++;
	}
}

// Codes that are numbers of glyphs say nothing without a map, but in the
// collections of characters that Adobe numbered [ISO 32000-1, 9.7.5.2].
void
Font::read_composite(qpdf_oh font)
{
	qpdf_oh encoding = key(font, "/Encoding");
	qpdf_oh inner = qpdf_oh_get_array_item(objects,
	    key(font, "/DescendantFonts"), 0);
	qpdf_oh system = key(inner, "/CIDSystemInfo");
	qpdf_oh ordering = key(system, "/Ordering");
	bool    is_numbered = false;

	code_bytes = 2;
	read_predefined(encoding);
	if (qpdf_oh_is_number(objects, key(inner, "/DW")))
		usual = qpdf_oh_get_numeric_value(objects, key(inner, "/DW"));
	if (ascii != 0) {
		read_widths(key(inner, "/W"));
		return;
	}
	vertical = qpdf_oh_is_name_and_equals(objects, encoding,
	    "/Identity-V");
	if (!vertical && !qpdf_oh_is_name_and_equals(objects, encoding,
		"/Identity-H"))
		return;
	for (const char *known : { "GB1", "CNS1", "Japan1", "Korea1" })
		is_numbered |= qpdf_oh_is_string(objects, ordering) &&
		    std::string(qpdf_oh_get_string_value(objects,
			ordering)) == known;
	if (has_map || !is_numbered)
		others = PDF_CODE_UNKNOWN;
	read_widths(key(inner, "/W"));
}

// Of the predefined maps for Chinese those in which the widths of ASCII are
// found elsewhere [ISO 32000-1, 9.7.5.2, and Adobe-GB1]: two bytes a letter, or
// one for ASCII, which is half as wide there but for one of them.
void
Font::read_predefined(qpdf_oh encoding)
{
	std::string name = qpdf_oh_is_name(objects, encoding)
	    ? qpdf_oh_get_name(objects, encoding) : "";

	if (name.find("/UniGB-U") == 0) {
		ascii = 1;
	} else if (name.find("/GB") == 0) {
		mixed = true;
		ascii = name.find("GBKp") != std::string::npos ? 1 : 814;
	}
	vertical = vertical || (ascii != 0 && name.back() == 'V');
}

// first [w1 w2 ...], or first last w.
void
Font::read_widths(qpdf_oh array)
{
	int n = qpdf_oh_is_array(objects, array)
	    ? qpdf_oh_get_array_n_items(objects, array) : 0;

	for (int i = 0; i + 1 < n;) {
		unsigned first = unsigned(number(array, i++)) % PDF_CODES;

		if (is_array(array, i)) {
			qpdf_oh list = qpdf_oh_get_array_item(objects, array,
			    i++);

			for (int k = 0; k < qpdf_oh_get_array_n_items(objects,
					    list); k++)
				widths[first++] = number(list, k);
			continue;
		}
		if (i + 1 >= n)
			break;

		unsigned last = unsigned(number(array, i)) % PDF_CODES;

		for (; first <= last; first++)
			widths[first] = number(array, i + 1);
		i += 2;
	}
}

}

#endif
