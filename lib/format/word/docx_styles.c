#include <stdlib.h>

#include "base/left_out.h"
#include "base/memory.h"
#include "docx.h"

enum { STYLES_MAX = 8192, BASES_MAX = 16 };

enum { STYLE = 1, NAME, BASED_ON, OUTLINE, LIST, LEVEL };

static const struct xml_name names[] = {
	{ "w:style", STYLE }, { "w:name", NAME }, { "w:basedOn", BASED_ON },
	{ "w:outlineLvl", OUTLINE }, { "w:numId", LIST },
	{ "w:ilvl", LEVEL }, DOCX_RUN_PROPERTIES,
	{ "w:pPrChange", XML_SKIP },
	{ "w:docDefaults", XML_SKIP }, { "w:latentStyles", XML_SKIP },
	{ NULL, 0 },
};

struct styles_reader {
	struct docx_styles *styles;
	struct arena       *arena;
};

static bool
begin_style(struct xml *xml, struct styles_reader *reader)
{
	struct docx_styles *styles = reader->styles;
	struct slice        type = xml_attribute(xml, "type");

	if (slice_is(type, "numbering"))
		return false;
	if (styles->n >= STYLES_MAX) {
		xml_stop(xml, "too many styles");
		return false;
	}
	*MEMORY_APPEND(styles->style, styles->n, styles->capacity) =
	    (struct docx_style){
		.id = arena_copy(reader->arena, xml_attribute(xml, "styleId")),
		.own = STYLE_SAYS_NOTHING,
		.of_tables = slice_is(type, "table"),
		.standard = (type.n == 0 || slice_is(type, "paragraph")) &&
		    xml_attribute(xml, "default").n > 0 &&
		    xml_on(xml, "default"),
	};
	return true;
}

/* Of a table any part may have the ground: its head, its odd rows. */
static void
style_run_property(struct xml *xml, int id, struct docx_style *style)
{
	bool backed = style->of_tables && style->own.run.backed > 0;

	docx_run_property(xml, id, &style->own.run);
	style->own.run.backed |= backed;
}

static bool
style_start(struct xml *xml, int id)
{
	struct styles_reader *reader = xml_context(xml);
	struct docx_style    *style;

	if (id == STYLE)
		return begin_style(xml, reader);
	if (reader->styles->n == 0)
		return true;
	style = &reader->styles->style[reader->styles->n - 1];
	switch (id) {
	case NAME:
		style->own.outline = style_heading_level(
		    xml_attribute(xml, "val"));
		break;
	case BASED_ON:
		style->based_on = arena_copy(reader->arena,
		    xml_attribute(xml, "val"));
		break;
	case OUTLINE:
		style->own.outline = (int)xml_number(xml, "val", -1);
		break;
	case LIST:
		style->own.list = xml_number(xml, "val", -1);
		break;
	case LEVEL:
		style->own.level = (int)xml_number(xml, "val", -1);
		break;
	default: style_run_property(xml, id, style);
	}
	return true;
}

static bool
is_white(struct slice colour)
{
	return slice_is_nocase(colour, SLICE("ffffff")) ||
	    slice_is_nocase(colour, SLICE("white"));
}

/* A pattern is drawn in a colour over the fill [ECMA-376-1, 17.3.5]. */
bool
docx_shades(const struct xml *xml)
{
	struct slice pattern = xml_attribute(xml, "val");
	struct slice fill = xml_attribute(xml, "fill");

	if (!slice_is(pattern, "clear") && !slice_is(pattern, "nil"))
		return pattern.n > 0;
	return fill.n > 0 && !slice_is(fill, "auto") && !is_white(fill);
}

void
docx_run_property(struct xml *xml, int id, struct run_style *run)
{
	struct slice value = xml_attribute(xml, "val");

	switch (id) {
	case DOCX_HIDDEN: run->hidden = xml_on(xml, "val"); break;
	case DOCX_STRUCK: run->struck = xml_on(xml, "val"); break;
	case DOCX_ALIGN:
		run->align = slice_is(value, "superscript") ? ALIGN_SUPERSCRIPT
		    : slice_is(value, "subscript") ? ALIGN_SUBSCRIPT
		    : ALIGN_BASELINE;
		break;
	case DOCX_COLOUR: run->white = is_white(value); break;
	case DOCX_SHADE: run->backed = docx_shades(xml); break;
	case DOCX_HIGHLIGHT:
		run->backed = !slice_is(value, "none") && !is_white(value);
		break;
	}
}

static int
styles_in_order(const void *a, const void *b)
{
	const struct docx_style *x = a, *y = b;

	return slice_cmp(x->id, y->id);
}

const char *
docx_styles_read(struct docx_styles *styles, struct package *package,
    struct slice part)
{
	static const struct xml_events events = {
		.name = names, .start = style_start,
	};
	struct styles_reader reader = { styles, &package->arena };
	const char   *failed = package_parse(package, part, &events, &reader);

	if (styles->n > 0)
		qsort(styles->style, styles->n, sizeof(*styles->style),
		    styles_in_order);
	return failed;
}

const struct docx_style *
docx_style(const struct docx_styles *styles, struct slice id)
{
	struct docx_style wanted = { .id = id };

	if (styles->n == 0)
		return NULL;
	if (id.n > 0)
		return bsearch(&wanted, styles->style, styles->n,
		    sizeof(*styles->style), styles_in_order);
	for (size_t i = 0; i < styles->n; i++)
		if (styles->style[i].standard)
			return &styles->style[i];
	return NULL;
}

struct paragraph_style
docx_style_whole(const struct docx_styles *styles,
    const struct docx_style *style)
{
	struct paragraph_style whole = STYLE_SAYS_NOTHING;

	for (int i = 0; style != NULL && i < BASES_MAX; i++) {
		style_inherit(&whole, &style->own);
		style = style->based_on.n == 0 ? NULL
		    : docx_style(styles, style->based_on);
	}
	if (style != NULL)
		left_out(STYLES_TOO_DEEP);
	return whole;
}

void
docx_styles_free(struct docx_styles *styles)
{
	free(styles->style);
	*styles = (struct docx_styles){ .n = 0 };
}
