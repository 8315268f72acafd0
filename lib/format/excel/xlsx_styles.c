#include <stdlib.h>
#include <strings.h>

#include "base/left_out.h"
#include "base/memory.h"
#include "xlsx.h"
#include "xlsx_text.h"

enum { SHARED_MAX = 65536 };	/* fonts, fills and borders, each */

static const char too_many[] = "a workbook of more styles than are kept";

enum { FORMAT = 1, FONT, COLOUR, FILL, PATTERN, BORDER, EDGE, STYLES, STYLE };

static const struct xml_name names[] = {
	{ "s:numFmt", FORMAT }, { "s:font", FONT }, { "s:color", COLOUR },
	{ "s:strike", XLSX_STRUCK }, { "s:vertAlign", XLSX_ALIGN },
	{ "s:fill", FILL }, { "s:patternFill", PATTERN },
	{ "s:gradientFill", PATTERN }, { "s:border", BORDER }, { "s:left", EDGE },
	{ "s:right", EDGE }, { "s:start", EDGE }, { "s:end", EDGE },
	{ "s:top", EDGE }, { "s:bottom", EDGE }, { "s:cellXfs", STYLES },
	{ "s:xf", STYLE }, { "s:dxfs", XML_SKIP }, { NULL, 0 },
};

struct cell_styles_reader {
	struct workbook     *book;
	bool                *ruled;	/* whether each border draws an edge */
	bool                *filled;	/* and each fill fills */
	size_t               borders, borders_room, fills, fills_room;
	struct workbook_font font;	/* the open one */
	bool                 in_font;
	bool                 in_styles;	/* those of cells; there are others */
};

static bool
is_set(const bool *flag, size_t n, long number)
{
	return number >= 0 && (size_t)number < n && flag[number];
}

static void
add_cell_style(struct xml *xml, struct cell_styles_reader *reader)
{
	if (reader->in_styles)
		workbook_add_style(reader->book, (struct workbook_style){
			.format_id = xml_number(xml, "numFmtId", 0),
			.font = xml_number(xml, "fontId", -1),
			.ruled = is_set(reader->ruled, reader->borders,
			    xml_number(xml, "borderId", -1)),
			.filled = is_set(reader->filled, reader->fills,
			    xml_number(xml, "fillId", -1)),
		});
}

/* 18.8.19: white as such, as the ground of the theme, or among the colours that
 * have numbers (18.8.27). */
static bool
is_white(struct xml *xml)
{
	struct slice rgb = xml_attribute(xml, "rgb");
	long         number = xml_number(xml, "indexed", -1);

	if (xml_attribute(xml, "tint").n > 0)
		return false;
	return (rgb.n >= 6 && strncasecmp(rgb.p + rgb.n - 6, "FFFFFF",
	    6) == 0) || number == 1 || number == 9 ||
	    xml_number(xml, "theme", -1) == 0;
}

static bool
cell_styles_start(struct xml *xml, int id)
{
	struct cell_styles_reader *reader = xml_context(xml);
	struct slice               line = xml_attribute(xml, "style");
	struct slice               pattern = xml_attribute(xml, "patternType");

	switch (id) {
	case FORMAT:
		workbook_add_number_format(reader->book,
		    xml_number(xml, "numFmtId", -1),
		    xml_attribute(xml, "formatCode"));
		break;
	case FONT:
		reader->font = (struct workbook_font){ .struck = false };
		reader->in_font = true;
		break;
	case COLOUR:
		if (reader->in_font)
			reader->font.white = is_white(xml);
		break;
	case FILL:
		if (reader->fills < SHARED_MAX)
			*MEMORY_APPEND(reader->filled, reader->fills,
			    reader->fills_room) = false;
		else
			left_out(too_many);
		break;
	case PATTERN:
		if (reader->fills > 0)
			reader->filled[reader->fills - 1] = pattern.n > 0 &&
			    !slice_is(pattern, "none");
		break;
	case BORDER:
		if (reader->borders < SHARED_MAX)
			*MEMORY_APPEND(reader->ruled, reader->borders,
			    reader->borders_room) = false;
		else
			left_out(too_many);
		break;
	case EDGE:
		if (reader->borders > 0 && line.n > 0 &&
		    !slice_is(line, "none"))
			reader->ruled[reader->borders - 1] = true;
		break;
	case STYLES: reader->in_styles = true; break;
	case STYLE: add_cell_style(xml, reader); break;
	default: xlsx_font_property(&reader->font, xml, id);
	}
	return true;
}

static void
cell_styles_end(struct xml *xml, int id)
{
	struct cell_styles_reader *reader = xml_context(xml);

	if (id == STYLES)
		reader->in_styles = false;
	if (id != FONT)
		return;
	reader->in_font = false;
	workbook_add_font(reader->book, reader->font);
}

const char *
xlsx_styles_read(struct workbook *book, struct package *package,
    struct slice part)
{
	static const struct xml_events events = {
		.name = names, .start = cell_styles_start,
		.end = cell_styles_end,
	};
	struct cell_styles_reader reader = { .book = book };
	const char *failed = package_parse(package, part, &events, &reader);

	workbook_ready(book);
	free(reader.ruled);
	free(reader.filled);
	return failed;
}
