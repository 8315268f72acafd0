#include "base/memory.h"
#include "xlsx.h"

enum { FORMATS_MAX = 4096, BORDERS_MAX = 65536, STYLES_MAX = 65536 };

enum name { FORMAT = 1, BORDER, EDGE, STYLES, STYLE, SKIPPED };

static const struct xml_name names[] = {
	{ "s:numFmt", FORMAT }, { "s:border", BORDER }, { "s:left", EDGE },
	{ "s:right", EDGE }, { "s:start", EDGE }, { "s:end", EDGE },
	{ "s:top", EDGE }, { "s:bottom", EDGE }, { "s:cellXfs", STYLES },
	{ "s:xf", STYLE }, { "s:dxfs", SKIPPED }, { NULL, 0 },
};

struct reader {
	struct xlsx_styles *styles;
	struct {
		long               id;
		struct cell_format format;
	} own[FORMATS_MAX];	/* formats the file defines */
	size_t n;
	bool   ruled[BORDERS_MAX];	/* whether each border draws an edge */
	size_t borders;
	bool   in_styles;	/* those of cells; there are others */
};

static struct cell_format
find_format(const struct reader *reader, long id)
{
	for (size_t i = 0; i < reader->n; i++)
		if (reader->own[i].id == id)
			return reader->own[i].format;
	return cell_format_builtin(id);
}

static void
add_style(struct xml *xml, struct reader *reader)
{
	struct xlsx_styles *styles = reader->styles;
	long                border = xml_number(xml, "borderId", 0);

	if (!reader->in_styles || styles->n >= STYLES_MAX)
		return;
	styles->style = memory_room(styles->style, &styles->capacity,
	    styles->n, sizeof(*styles->style));
	styles->style[styles->n++] = (struct xlsx_style){
		.format = find_format(reader, xml_number(xml, "numFmtId", 0)),
		.ruled = border >= 0 && (size_t)border < reader->borders &&
		    reader->ruled[border],
	};
}

static bool
start(struct xml *xml, int id)
{
	struct reader *reader = xml_context(xml);
	struct slice   line = xml_attribute(xml, "style");

	switch (id) {
	case SKIPPED: return false;
	case FORMAT:
		if (reader->n >= FORMATS_MAX)
			break;
		reader->own[reader->n].id = xml_number(xml, "numFmtId", -1);
		reader->own[reader->n++].format = cell_format_code(
		    xml_attribute(xml, "formatCode"));
		break;
	case BORDER:
		if (reader->borders < BORDERS_MAX)
			reader->ruled[reader->borders++] = false;
		break;
	case EDGE:
		if (reader->borders > 0 && line.n > 0 &&
		    !slice_is(line, "none"))
			reader->ruled[reader->borders - 1] = true;
		break;
	case STYLES: reader->in_styles = true; break;
	case STYLE: add_style(xml, reader); break;
	}
	return true;
}

static void
end(struct xml *xml, int id)
{
	struct reader *reader = xml_context(xml);

	if (id == STYLES)
		reader->in_styles = false;
}

static void
text(struct xml *xml, struct slice text)
{
	(void)xml;
	(void)text;
}

const char *
xlsx_styles_read(struct xlsx_styles *styles, struct package *package,
    struct slice part)
{
	static const struct xml_events events = { names, start, end, text };
	struct reader *reader = arena_alloc(package->arena, sizeof(*reader));

	*reader = (struct reader){ .styles = styles };
	return package_parse(package, part, &events, reader);
}
