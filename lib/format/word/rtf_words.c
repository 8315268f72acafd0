#include <stdlib.h>

#include "charset/code_page.h"
#include "base/left_out.h"
#include "rtf.h"

enum action {
	PARAGRAPH, CHARACTER, CELL, ROW, ROW_BEGIN, LEFT, EDGE, JOINED, DOWN,
	IN_TABLE, NESTED, PARAGRAPH_PLAIN, PLAIN, UNICODE, FALLBACK,
	CODE_PAGE, FONT, FONT_CHARSET, FONT_PAGE, STYLE, OUTLINE, HIDDEN,
	STRUCK, DELETED, ALIGN, UP, DOWN_BY, DESTINATION, PAIR, PAIR_UNICODE,
	STORY, COLOUR, COLOUR_PART, GROUND, PATTERN, PAGE_GROUND, BEHIND
};

/* What has a ground of its own. */
enum { OF_RUN, OF_PARAGRAPH, OF_CELL, OF_ROW };

struct control_word {
	const char *name;
	enum action action;
	int         value;
};

/* The control words that matter, in the order of their names. */
static const struct control_word words[] = {
	{ "ansicpg", CODE_PAGE, 0 }, { "background", PAGE_GROUND, 0 },
	{ "blue", COLOUR_PART, 0 }, { "bullet", CHARACTER, 0x2022 },
	{ "cb", GROUND, OF_RUN }, { "cbpat", GROUND, OF_PARAGRAPH },
	{ "cell", CELL, 0 }, { "cellx", EDGE, 0 }, { "cf", COLOUR, 0 },
	{ "chcbpat", GROUND, OF_RUN }, { "chshdng", PATTERN, OF_RUN },
	{ "clcbpat", GROUND, OF_CELL }, { "clmrg", JOINED, 0 },
	{ "clshdng", PATTERN, OF_CELL }, { "clvmgf", DOWN, MERGE_FIRST },
	{ "clvmrg", DOWN, MERGE_NEXT },
	{ "colortbl", DESTINATION, RTF_COLOURS }, { "column", CHARACTER, ' ' },
	{ "cpg", FONT_PAGE, 0 }, { "deleted", DELETED, 0 },
	{ "dn", DOWN_BY, 0 }, { "do", DESTINATION, RTF_TEXT },
	{ "dptxbxtext", STORY, 0 }, { "emdash", CHARACTER, 0x2014 },
	{ "emspace", CHARACTER, ' ' }, { "endash", CHARACTER, 0x2013 },
	{ "enspace", CHARACTER, ' ' }, { "f", FONT, 0 },
	{ "fcharset", FONT_CHARSET, 0 }, { "field", DESTINATION, RTF_TEXT },
	{ "fldrslt", DESTINATION, RTF_TEXT },
	{ "fonttbl", DESTINATION, RTF_FONTS }, { "footnote", STORY, 0 },
	{ "green", COLOUR_PART, 0 }, { "highlight", GROUND, OF_RUN },
	{ "intbl", IN_TABLE, 0 }, { "itap", NESTED, 0 },
	{ "ldblquote", CHARACTER, 0x201C }, { "line", CHARACTER, ' ' },
	{ "listtext", DESTINATION, RTF_TEXT }, { "lquote", CHARACTER, 0x2018 },
	{ "nestcell", CELL, 1 }, { "nestrow", ROW, 1 },
	{ "nesttableprops", DESTINATION, RTF_NESTED_ROW },
	{ "nosupersub", ALIGN, ALIGN_BASELINE }, { "outlinelevel", OUTLINE, 0 },
	{ "page", CHARACTER, ' ' }, { "par", PARAGRAPH, 0 },
	{ "pard", PARAGRAPH_PLAIN, 0 }, { "plain", PLAIN, 0 },
	{ "pntext", DESTINATION, RTF_TEXT }, { "qmspace", CHARACTER, ' ' },
	{ "rdblquote", CHARACTER, 0x201D }, { "red", COLOUR_PART, 0 },
	{ "result", DESTINATION, RTF_TEXT }, { "row", ROW, 0 },
	{ "rquote", CHARACTER, 0x2019 }, { "rtf", DESTINATION, RTF_TEXT },
	{ "s", STYLE, 0 }, { "sect", PARAGRAPH, 0 },
	{ "shading", PATTERN, OF_PARAGRAPH }, { "shpfblwtxt", BEHIND, 0 },
	{ "shpinst", DESTINATION, RTF_TEXT }, { "shptxt", STORY, 0 },
	{ "softline", CHARACTER, ' ' }, { "softpage", CHARACTER, ' ' },
	{ "strike", STRUCK, 0 }, { "striked", STRUCK, 0 },
	{ "stylesheet", DESTINATION, RTF_STYLES },
	{ "sub", ALIGN, ALIGN_SUBSCRIPT },
	{ "super", ALIGN, ALIGN_SUPERSCRIPT }, { "tab", CHARACTER, ' ' },
	{ "trcbpat", GROUND, OF_ROW }, { "trleft", LEFT, 0 },
	{ "trowd", ROW_BEGIN, 0 }, { "trshdng", PATTERN, OF_ROW },
	{ "u", UNICODE, 0 }, { "uc", FALLBACK, 0 }, { "ud", PAIR_UNICODE, 0 },
	{ "up", UP, 0 }, { "upr", PAIR, 0 }, { "v", HIDDEN, 0 },
};

/* The words that begin what is no text of the document, in order. */
static const char *const skipped[] = {
	"aftncn", "aftnsep", "aftnsepc", "annotation", "atnauthor", "atnid",
	"bkmkend", "bkmkstart", "datafield", "datastore", "filetbl",
	"fldinst", "footer", "footerf", "footerl", "footerr", "ftncn", "ftnsep",
	"ftnsepc", "generator", "header", "headerf", "headerl", "headerr",
	"info", "latentstyles", "listoverridetable", "listtable",
	"nonesttables", "objclass", "objdata", "pgptbl", "pict", "revtbl",
	"rsidtbl", "rxe", "shprslt", "sp", "tc", "template", "themedata", "xe",
};

/* Both tables begin with a name. */
static int
compare_name(const void *key, const void *element)
{
	return slice_cmp(*(const struct slice *)key,
	    slice_of(*(const char *const *)element));
}

/* The code page of a character set of fonts, as Windows numbers them; 0 where it
 * is the document's. */
static unsigned
page_of_charset(long charset)
{
	enum { ANSI = 0, MACINTOSH = 77, GB2312 = 134, BIG5 = 136, PC = 254 };

	switch (charset) {
	case ANSI: return CODE_PAGE_LATIN;
	case GB2312: return CODE_PAGE_CHINESE;
	case BIG5: return 950;
	default:
		return charset >= MACINTOSH && charset < PC ? RTF_OTHER_PAGE :
		    0;
	}
}

static struct row_shape *
current_shape(struct rtf *rtf)
{
	return rtf_group(rtf)->destination == RTF_NESTED_ROW
	    ? &rtf->nested_shape : &rtf->shape;
}

/* Twips: 17 m.  Cells beyond keep their order, which is all that counts. */
enum { EDGE_MAX = 1000000 };

static void
set_left(struct rtf *rtf, long value)
{
	struct row_shape *row = current_shape(rtf);

	if (row->cells == 0 && value > -EDGE_MAX && value < EDGE_MAX)
		row->edge[0] = value;
}

static void
add_edge(struct rtf *rtf, long value)
{
	struct row_shape *row = current_shape(rtf);
	long              left = row->edge[row->cells];

	if (row->cells == ROW_CELLS_MAX) {
		left_out(ROW_TOO_LONG);
		return;
	}
	/* an edge left of the one before is as good as that */
	if (value < left)
		value = left;
	if (value > EDGE_MAX)
		value = EDGE_MAX;
	row->backed |= (uint64_t)(rtf->next_backed || rtf->row_backed) <<
	    row->cells;
	row->place[row->cells++] = rtf->next;
	row->edge[row->cells] = value;
	rtf->next = (struct cell_place){ .joined = false };
	rtf->next_backed = false;
}

static void
begin_row(struct rtf *rtf)
{
	*current_shape(rtf) = (struct row_shape){ .cells = 0 };
	rtf->next = (struct cell_place){ .joined = false };
	rtf->next_backed = rtf->row_backed = false;
}

static const char big_number[] = "fonts or styles of higher numbers than are kept";

static void
set_font(struct rtf *rtf, long value)
{
	if (value >= 0 && value < RTF_NUMBERS_MAX)
		rtf_group(rtf)->font = (unsigned)value;
	else if (value > 0)
		left_out(big_number);
}

static void
set_style(struct rtf *rtf, long value)
{
	struct rtf_group *group = rtf_group(rtf);

	if (value >= RTF_NUMBERS_MAX)
		left_out(big_number);
	if (value < 0 || value >= RTF_NUMBERS_MAX)
		return;
	group->style = (unsigned)value;
	if (group->destination != RTF_STYLES)
		group->outline = rtf->style_outline[value];
}

static void
set_outline(struct rtf *rtf, long value)
{
	enum { BODY_TEXT = 9 };
	struct rtf_group *group = rtf_group(rtf);

	group->outline = value >= 0 && value < BODY_TEXT ? (int)value : -1;
	if (group->destination == RTF_STYLES)
		rtf->style_outline[group->style] =
		    (signed char)group->outline;
}

static void
plain_paragraph(struct rtf_group *group)
{
	group->in_table = false;
	group->nested = 0;
	group->outline = -1;
	group->paragraph_backed = false;
}

static void
plain_text(struct rtf_group *group)
{
	group->hidden = group->struck = group->deleted = false;
	group->white = group->backed = false;
	group->align = ALIGN_BASELINE;
	group->position = 0;
}

static void
set_destination(struct rtf *rtf, enum rtf_destination destination)
{
	struct rtf_group *group = rtf_group(rtf);

	group->destination = destination;
	if (destination == RTF_STYLES)
		group->style = 0;
}

/* A box or note inside what is skipped is skipped with it. */
static void
begin_story(struct rtf *rtf)
{
	struct rtf_group *group = rtf_group(rtf);

	if (group->destination == RTF_SKIPPED || group->opens_story)
		return;
	rtf_open_story(rtf);
	group->opens_story = true;
	plain_paragraph(group);
}

static bool
is_white(const struct rtf *rtf, long colour)
{
	return colour > 0 && colour < RTF_COLOURS_MAX && rtf->white[colour];
}

/* WHOSE ground has a colour or pattern, or not. */
static void
set_ground(struct rtf *rtf, int whose, bool backed)
{
	struct rtf_group *group = rtf_group(rtf);

	switch (whose) {
	case OF_RUN: group->backed = backed; break;
	case OF_PARAGRAPH: group->paragraph_backed |= backed; break;
	case OF_CELL: rtf->next_backed |= backed; break;
	case OF_ROW: rtf->row_backed |= backed; break;
	}
}

/* \up and \dn: half points, 6 where no number stands there. */
static long
raised_by(long value)
{
	enum { USUAL = 6, MOST = 1000 };

	return value == 0 ? USUAL : value < MOST ? value : MOST;
}

static void
obey_word(struct rtf *rtf, const struct control_word *word, bool on, long value)
{
	struct rtf_group *group = rtf_group(rtf);

	switch (word->action) {
	case PARAGRAPH: rtf_end_paragraph(rtf); break;
	case CHARACTER: rtf_character(rtf, (uint32_t)word->value); break;
	case CELL: rtf_end_cell(rtf, word->value != 0); break;
	case ROW: rtf_end_row(rtf, word->value != 0); break;
	case ROW_BEGIN: begin_row(rtf); break;
	case LEFT: set_left(rtf, value); break;
	case EDGE: add_edge(rtf, value); break;
	case JOINED: rtf->next.joined = true; break;
	case DOWN: rtf->next.down = (enum cell_merge)word->value; break;
	case IN_TABLE: group->in_table = on; break;
	case NESTED:
		group->nested = value > 0 && value < 1000
		    ? (unsigned)value : 0;
		break;
	case PARAGRAPH_PLAIN: plain_paragraph(group); break;
	case PLAIN: plain_text(group); break;
	case UNICODE:
		rtf_unit(rtf, (uint32_t)value & 0xFFFF);
		break;
	case FALLBACK:
		group->fallback = value >= 0 && value < 16
		    ? (unsigned)value : 1;
		break;
	case CODE_PAGE: rtf->code_page = (unsigned)value; break;
	case FONT: set_font(rtf, value); break;
	case FONT_CHARSET:
		if (group->destination == RTF_FONTS)
			rtf->font_page[group->font] =
			    (unsigned short)page_of_charset(value);
		break;
	case FONT_PAGE:
		if (group->destination == RTF_FONTS)
			rtf->font_page[group->font] = (unsigned short)value;
		break;
	case STYLE: set_style(rtf, value); break;
	case OUTLINE: set_outline(rtf, value); break;
	case HIDDEN: group->hidden = on; break;
	case STRUCK: group->struck = on; break;
	case DELETED: group->deleted = on; break;
	case ALIGN:
		group->align = on ? (enum vertical_align)word->value
		    : ALIGN_BASELINE;
		break;
	case UP: group->position = on ? raised_by(value) : 0; break;
	case DOWN_BY: group->position = on ? -raised_by(value) : 0; break;
	case DESTINATION:
		set_destination(rtf, (enum rtf_destination)word->value);
		break;
	case PAIR:	/* a text twice, for old readers and for new */
		group->around = group->destination;
		set_destination(rtf, RTF_SKIPPED);
		break;
	case PAIR_UNICODE: set_destination(rtf, group->around); break;
	case STORY: begin_story(rtf); break;
	case COLOUR: group->white = is_white(rtf, value); break;
	case COLOUR_PART: rtf->parts += value == 255; break;
	case GROUND:
		set_ground(rtf, word->value, value > 0 &&
		    !is_white(rtf, value));
		break;
	case PATTERN: set_ground(rtf, word->value, value > 0); break;
	case PAGE_GROUND:
		rtf->backed = true;
		set_destination(rtf, RTF_SKIPPED);
		break;
	case BEHIND: rtf->backed |= value > 0; break;
	}
}

void
rtf_word(struct rtf *rtf, struct slice name, bool has_value, long value)
{
	struct rtf_group          *group = rtf_group(rtf);
	const struct control_word *word = bsearch(&name, words,
	    sizeof(words) / sizeof(words[0]), sizeof(words[0]), compare_name);
	bool                       may_skip = group->may_skip;

	group->may_skip = false;
	rtf_flush(rtf);		/* the text in front is as it was until here */
	if (word == NULL) {
		/* A style of characters begins text, though it may be skipped
		 * where styles are told. */
		if ((may_skip && !(slice_is(name, "cs") &&
		    group->destination == RTF_TEXT)) || bsearch(&name, skipped,
		    sizeof(skipped) / sizeof(skipped[0]), sizeof(skipped[0]),
		    compare_name) != NULL)
			set_destination(rtf, RTF_SKIPPED);
		return;
	}
	/* In what is skipped only the Unicode of a pair of texts matters. */
	if (group->destination == RTF_SKIPPED &&
	    word->action != PAIR_UNICODE)
		return;
	obey_word(rtf, word, !has_value || value != 0, value);
}
