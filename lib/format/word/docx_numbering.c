#include "docx.h"
#include "base/left_out.h"
#include "list_number.h"

enum {
	ABSTRACT = 1, LEVEL, START, FORMAT, TEXT, LEGAL, RESTART, SUFFIX,
	STYLE, STYLE_NAME, STYLE_LINK, LIST, ABSTRACT_ID, OVERRIDE,
	START_OVERRIDE
};

static const struct xml_name names[] = {
	{ "w:abstractNum", ABSTRACT }, { "w:lvl", LEVEL },
	{ "w:start", START }, { "w:numFmt", FORMAT }, { "w:lvlText", TEXT },
	{ "w:isLgl", LEGAL }, { "w:lvlRestart", RESTART },
	{ "w:suff", SUFFIX }, { "w:pStyle", STYLE },
	{ "w:styleLink", STYLE_NAME }, { "w:numStyleLink", STYLE_LINK },
	{ "w:num", LIST }, { "w:abstractNumId", ABSTRACT_ID },
	{ "w:lvlOverride", OVERRIDE },
	{ "w:startOverride", START_OVERRIDE }, { "c:Fallback", XML_SKIP },
	{ NULL, 0 },
};

struct numbering_reader {
	struct lists           *lists;
	struct arena           *arena;
	struct list_definition *definition;	/* the open one, or NULL */
	struct numbered_list   *list;		/* the same */
	struct list_level      *level;		/* the same */
	int                     override;	/* level of an lvlOverride */
};

static int
level_number(const struct xml *xml)
{
	long n = xml_number(xml, "ilvl", -1);

	return n >= 0 && n < LIST_LEVELS ? (int)n : -1;
}

static void
begin_level(struct xml *xml, struct numbering_reader *reader)
{
	int n = level_number(xml);

	reader->level = NULL;
	if (n < 0)
		return;
	if (reader->list != NULL) {
		reader->level = arena_alloc(reader->arena,
		    sizeof(*reader->level));
		*reader->level = (struct list_level){
			.start = 1, .restart = -1,
		};
		reader->list->level[n] = reader->level;
	} else if (reader->definition != NULL)
		reader->level = &reader->definition->level[n];
}

/* "%1.%2" with the bytes 1 and 2 for the numbers. */
static struct slice
docx_level_text(struct arena *arena, struct slice text)
{
	char  *copy = arena_alloc(arena, text.n);
	size_t n = 0;

	if (text.n > LIST_TEXT_MAX) {
		left_out(LIST_TEXT_TOO_LONG);
		text.n = LIST_TEXT_MAX;
	}
	for (size_t i = 0; i < text.n; i++)
		if (text.p[i] == '%' && i + 1 < text.n &&
		    text.p[i + 1] >= '1' && text.p[i + 1] <= '9')
			copy[n++] = (char)(text.p[++i] - '0');
		else
			copy[n++] = text.p[i];
	return (struct slice){ copy, n };
}

static void
level_property(struct xml *xml, struct numbering_reader *reader, int id)
{
	struct list_level *level = reader->level;
	long               n = xml_number(xml, "val", -1);

	if (level == NULL)
		return;
	switch (id) {
	case START: level->start = n < 0 ? 1 : (unsigned long)n; break;
	case FORMAT:
		level->format = list_number_format(xml_attribute(xml, "val"));
		break;
	case TEXT:
		level->text = docx_level_text(reader->arena,
		    xml_attribute(xml, "val"));
		break;
	case LEGAL: level->decimal = xml_on(xml, "val"); break;
	case RESTART: level->restart = (int)n; break;
	case SUFFIX:
		level->tight = slice_is(xml_attribute(xml, "val"), "nothing");
		break;
	case STYLE:
		level->style = arena_copy(reader->arena,
		    xml_attribute(xml, "val"));
		break;
	}
}

static void
list_property(struct xml *xml, struct numbering_reader *reader, int id)
{
	if (reader->list == NULL)
		return;
	switch (id) {
	case ABSTRACT_ID:
		reader->list->definition = xml_number(xml, "val", -1);
		break;
	case OVERRIDE: reader->override = level_number(xml); break;
	case START_OVERRIDE:
		if (reader->override >= 0)
			reader->list->start[reader->override] =
			    xml_number(xml, "val", -1);
		break;
	}
}

static bool
numbering_start(struct xml *xml, int id)
{
	struct numbering_reader *reader = xml_context(xml);

	switch (id) {
	case ABSTRACT:
		reader->definition = lists_define(reader->lists,
		    xml_number(xml, "abstractNumId", -1));
		break;
	case LIST:
		reader->list = lists_add(reader->lists,
		    xml_number(xml, "numId", -1), -1);
		break;
	case STYLE_NAME:
		if (reader->definition != NULL)
			reader->definition->name = arena_copy(reader->arena,
			    xml_attribute(xml, "val"));
		break;
	case STYLE_LINK:
		if (reader->definition != NULL)
			reader->definition->same_as = arena_copy(
			    reader->arena, xml_attribute(xml, "val"));
		break;
	case LEVEL: begin_level(xml, reader); break;
	case ABSTRACT_ID:
	case OVERRIDE:
	case START_OVERRIDE: list_property(xml, reader, id); break;
	default: level_property(xml, reader, id); break;
	}
	return true;
}

static void
numbering_end(struct xml *xml, int id)
{
	struct numbering_reader *reader = xml_context(xml);

	switch (id) {
	case ABSTRACT: reader->definition = NULL; break;
	case LIST: reader->list = NULL; break;
	case LEVEL: reader->level = NULL; break;
	}
}

const char *
docx_numbering_read(struct lists *lists, struct package *package,
    struct slice part)
{
	static const struct xml_events events = {
		.name = names, .start = numbering_start, .end = numbering_end,
	};
	struct numbering_reader reader = {
		.lists = lists, .arena = &package->arena, .override = -1,
	};

	return package_parse(package, part, &events, &reader);
}
