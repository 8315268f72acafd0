#include "odf_styles.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/left_out.h"
#include "base/memory.h"
#include "format/word/list_number.h"

enum { BASES_MAX = 16, STYLES_MAX = 1 << 20 };

static unsigned long long
name_hash(struct slice name, struct slice family)
{
	return hash_on(hash_of(family), name);
}

static struct odf_style *
find_style(const struct odf_styles *styles, struct slice name,
    struct slice family)
{
	size_t probe = 0, i;

	while ((i = map_next(&styles->by_name, name_hash(name, family),
	    &probe)) != MAP_NONE)
		if (slice_eq(styles->style[i].name, name) &&
		    slice_eq(styles->style[i].family, family))
			return &styles->style[i];
	return NULL;
}

/* Of styles with one name the first counts. */
static void
open_style(struct odf_styles *styles, const struct xml *xml)
{
	struct odf_style style = { .run = RUN_SAYS_NOTHING, .ruled = -1,
		.name = xml_attribute(xml, "name"),
		.family = xml_attribute(xml, "family"),
		.parent = xml_attribute(xml, "parent-style-name") };

	styles->open = NULL;
	if (styles->n >= STYLES_MAX) {
		left_out("more styles than are kept");
		return;
	}
	if (style.name.n == 0 ||
	    find_style(styles, style.name, style.family) != NULL)
		return;
	style.name = arena_copy(&styles->arena, style.name);
	style.family = arena_copy(&styles->arena, style.family);
	style.parent = arena_copy(&styles->arena, style.parent);
	map_add(&styles->by_name, name_hash(style.name, style.family),
	    styles->n);
	styles->open = MEMORY_APPEND(styles->style, styles->n, styles->room);
	*styles->open = style;
}

/* "super 58%", "-33% 58%". */
static int
align_of(struct slice position)
{
	if (slice_starts(position, SLICE("super")))
		return ALIGN_SUPERSCRIPT;
	if (slice_starts(position, SLICE("sub")) ||
	    slice_starts(position, SLICE("-")))
		return ALIGN_SUBSCRIPT;
	return position.n > 0 && position.p[0] >= '1' &&
	    position.p[0] <= '9' ? ALIGN_SUPERSCRIPT : ALIGN_BASELINE;
}

static bool
is_white(struct slice colour)
{
	return slice_is_nocase(colour, SLICE("#ffffff"));
}

static bool
has_ground(const struct xml *xml)
{
	struct slice ground = xml_attribute(xml, "background-color");

	return ground.n > 0 && !slice_is(ground, "transparent") &&
	    !is_white(ground);
}

static void
take_ground(struct odf_style *style, const struct xml *xml)
{
	if (xml_attribute(xml, "background-color").n > 0)
		style->run.backed = has_ground(xml);
}

/* A page may be coloured, shapes lie behind its text. */
static bool
lies_behind(const struct xml *xml)
{
	return slice_is(xml_attribute(xml, "run-through"), "background") ||
	    has_ground(xml);
}

static void
text_properties(struct odf_style *style, const struct xml *xml)
{
	struct slice position = xml_attribute(xml, "text-position");
	struct slice display = xml_attribute(xml, "display");
	struct slice through = xml_attribute(xml, "text-line-through-style");

	if (position.n > 0)
		style->run.align = align_of(position);
	if (display.n > 0)
		style->run.hidden = slice_is(display, "none");
	if (through.n == 0)
		through = xml_attribute(xml, "text-line-through-type");
	if (through.n > 0)
		style->run.struck = !slice_is(through, "none");
	if (xml_attribute(xml, "color").n > 0)
		style->run.white = is_white(xml_attribute(xml, "color"));
	if (slice_is(xml_attribute(xml, "use-window-font-color"), "true"))
		style->run.white = false;
	take_ground(style, xml);
}

static void
cell_properties(struct odf_style *style, const struct xml *xml)
{
	static const char *const edges[] = { "border", "border-left",
		"border-right", "border-top", "border-bottom" };

	take_ground(style, xml);
	for (size_t i = 0; i < sizeof(edges) / sizeof(edges[0]); i++) {
		struct slice edge = xml_attribute(xml, edges[i]);

		if (edge.n > 0 && style->ruled <= 0)
			style->ruled = !slice_is(edge, "none") &&
			    !slice_is(edge, "hidden");
	}
}

static void
open_list(struct odf_styles *styles, const struct xml *xml, bool outline)
{
	long id = (long)styles->n_lists + 1;

	styles->open_list = 0;
	if (lists_define(&styles->lists, id) == NULL ||
	    lists_add(&styles->lists, id, id) == NULL)
		return;
	*MEMORY_APPEND(styles->list, styles->n_lists, styles->list_room) =
	    arena_copy(&styles->arena, xml_attribute(xml, "name"));
	styles->open_list = id;
	if (outline)
		styles->outline = id;
}

/* "%1%.%2%)", as LibreOffice has it since 7.0, beside what follows. */
static struct slice
listed_text(struct odf_styles *styles, struct slice format)
{
	char  *text = arena_alloc(&styles->arena, format.n);
	size_t n = 0;

	for (size_t i = 0; i < format.n; i++) {
		bool level = i + 2 < format.n && format.p[i] == '%' &&
		    format.p[i + 2] == '%' && format.p[i + 1] >= '1' &&
		    format.p[i + 1] <= '9';

		text[n++] = level ? (char)(format.p[i + 1] - '0') :
		    format.p[i];
		i += level ? 2 : 0;
	}
	return (struct slice){ text, n };
}

/* The text of a number: what stands before it, as many of the levels above as
 * are shown, what stands behind it. */
static struct slice
number_text(struct odf_styles *styles, const struct xml *xml, long level)
{
	long         shown = xml_number(xml, "display-levels", 1);
	struct slice text = arena_copy(&styles->arena,
	    xml_attribute(xml, "num-prefix"));

	for (long i = shown > level ? 0 : level - shown; i < level; i++) {
		char mark[2] = { (char)(i + 1), '.' };

		text = arena_join(&styles->arena, text,
		    (struct slice){ mark, i + 1 < level ? 2 : 1 });
	}
	return arena_join(&styles->arena, text,
	    xml_attribute(xml, "num-suffix"));
}

static void
add_level(struct odf_styles *styles, const struct xml *xml)
{
	long               level = xml_number(xml, "level", 0);
	long               start = xml_number(xml, "start-value", 1);
	struct slice       format = xml_attribute(xml, "num-format");
	struct list_level *to;

	if (styles->open_list == 0 || level < 1 || level > LIST_LEVELS)
		return;
	to = &styles->lists.definition[styles->lists.definitions - 1]
	    .level[level - 1];
	*to = (struct list_level){ .format = LIST_NUMBER_BULLET,
		.start = start < 0 ? 0 : (unsigned long)start,
		.restart = -1 };
	if (format.n == 0)
		return;
	to->format = list_number_format_like(format);
	to->text = xml_attribute(xml, "num-list-format").n > 0
	    ? listed_text(styles, xml_attribute(xml, "num-list-format"))
	    : number_text(styles, xml, level);
}

void
odf_styles_start(struct odf_styles *styles, const struct xml *xml, int id)
{
	struct odf_style *open = styles->open;

	if (id == ODF_STYLE)
		open_style(styles, xml);
	else if (id == ODF_LIST || id == ODF_OUTLINE)
		open_list(styles, xml, id == ODF_OUTLINE);
	else if (id == ODF_LEVEL)
		add_level(styles, xml);
	else if (id == ODF_PAGE_PROPERTIES || id == ODF_SHAPE_PROPERTIES)
		styles->backed |= lies_behind(xml);
	else if (open == NULL)
		return;
	else if (id == ODF_TEXT_PROPERTIES)
		text_properties(open, xml);
	else if (id == ODF_CELL_PROPERTIES)
		cell_properties(open, xml);
	else {
		take_ground(open, xml);
		if (id == ODF_TABLE_PROPERTIES)
			open->hidden = slice_is(xml_attribute(xml, "display"),
			    "false") || slice_is(xml_attribute(xml,
			    "display"), "none");
	}
}

void
odf_styles_end(struct odf_styles *styles, int id)
{
	if (id == ODF_STYLE)
		styles->open = NULL;
	else if (id == ODF_LIST || id == ODF_OUTLINE)
		styles->open_list = 0;
}

struct odf_style
odf_style_whole(const struct odf_styles *styles, struct slice name,
    const char *family)
{
	struct odf_style whole = { .run = RUN_SAYS_NOTHING, .ruled = -1 };

	for (int i = 0; i < BASES_MAX && name.n > 0; i++) {
		const struct odf_style *style = find_style(styles, name,
		    slice_of(family));

		if (style == NULL)
			break;
		run_style_inherit(&whole.run, &style->run);
		if (whole.ruled < 0)
			whole.ruled = style->ruled;
		whole.hidden |= style->hidden;
		name = style->parent;
		if (i + 1 == BASES_MAX && name.n > 0)
			left_out(STYLES_TOO_DEEP);
	}
	return whole;
}

long
odf_list_id(const struct odf_styles *styles, struct slice name)
{
	for (size_t i = 0; name.n > 0 && i < styles->n_lists; i++)
		if (slice_eq(styles->list[i], name))
			return (long)i + 1;
	return 0;
}

void
odf_styles_free(struct odf_styles *styles)
{
	map_free(&styles->by_name);
	free(styles->style);
	free(styles->list);
	lists_free(&styles->lists);
	arena_free(&styles->arena);
}
