#include <stdlib.h>

#include "base/memory.h"
#include "xlsx.h"

enum { BORDERS_MAX = 65536 };

enum { FORMAT = 1, BORDER, EDGE, STYLES, STYLE };

static const struct xml_name names[] = {
	{ "s:numFmt", FORMAT }, { "s:border", BORDER }, { "s:left", EDGE },
	{ "s:right", EDGE }, { "s:start", EDGE }, { "s:end", EDGE },
	{ "s:top", EDGE }, { "s:bottom", EDGE }, { "s:cellXfs", STYLES },
	{ "s:xf", STYLE }, { "s:dxfs", XML_SKIP }, { NULL, 0 },
};

struct cell_styles_reader {
	struct workbook *book;
	bool            *ruled;	/* whether each border draws an edge */
	size_t           borders, borders_room;
	bool             in_styles;	/* those of cells; there are others */
};

static void
add_cell_style(struct xml *xml, struct cell_styles_reader *reader)
{
	long border = xml_number(xml, "borderId", 0);

	if (reader->in_styles)
		workbook_add_style(reader->book,
		    xml_number(xml, "numFmtId", 0), border >= 0 &&
		    (size_t)border < reader->borders && reader->ruled[border]);
}

static bool
cell_styles_start(struct xml *xml, int id)
{
	struct cell_styles_reader *reader = xml_context(xml);
	struct slice               line = xml_attribute(xml, "style");

	switch (id) {
	case FORMAT:
		workbook_add_format(reader->book,
		    xml_number(xml, "numFmtId", -1),
		    xml_attribute(xml, "formatCode"));
		break;
	case BORDER:
		if (reader->borders < BORDERS_MAX)
			*MEMORY_APPEND(reader->ruled, reader->borders,
			    reader->borders_room) = false;
		break;
	case EDGE:
		if (reader->borders > 0 && line.n > 0 &&
		    !slice_is(line, "none"))
			reader->ruled[reader->borders - 1] = true;
		break;
	case STYLES: reader->in_styles = true; break;
	case STYLE: add_cell_style(xml, reader); break;
	}
	return true;
}

static void
cell_styles_end(struct xml *xml, int id)
{
	struct cell_styles_reader *reader = xml_context(xml);

	if (id == STYLES)
		reader->in_styles = false;
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
	return failed;
}
