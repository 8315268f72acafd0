#include <stdlib.h>

#include "base/left_out.h"
#include "base/memory.h"
#include "base/utf16.h"
#include "base/utf8.h"
#include "charset/code_page.h"
#include "paragraph_style.h"
#include "rtf.h"

static unsigned
depth_of(struct rtf *rtf)
{
	const struct rtf_group *group = rtf_group(rtf);

	return group->nested > 0 ? group->nested : group->in_table;
}

/* Whether the cell that the text at hand falls into may have a ground.  Tables in
 * tables tell their cells too late. */
static bool
cell_backs(struct rtf *rtf)
{
	unsigned depth = depth_of(rtf);

	if (depth == 0)
		return false;
	return depth > 1 || rtf->story->depth > 1 || row_shape_backs(
	    &rtf->shape, rtf->story->depth > 0 ? row_cells(&rtf->tables) : 0);
}

/* Whether white letters may have something below them: what boxes are filled with
 * is not read. */
static bool
is_backed(struct rtf *rtf)
{
	const struct rtf_group *group = rtf_group(rtf);

	return rtf->backed || group->backed || group->paragraph_backed ||
	    rtf->story->outer != NULL || cell_backs(rtf);
}

static bool
shows_text(struct rtf *rtf)
{
	const struct rtf_group *group = rtf_group(rtf);

	return group->destination == RTF_TEXT && !group->hidden &&
	    !group->struck && !group->deleted &&
	    (!group->white || is_backed(rtf));
}

static enum vertical_align
align_of(struct rtf *rtf)
{
	const struct rtf_group *group = rtf_group(rtf);
	struct rtf_story       *story = rtf->story;

	if (paragraph_text(&story->text).n == 0)
		story->position = group->position;
	return group->align != ALIGN_BASELINE || group->position == 0
	    ? group->align
	    : run_style_raised(group->position, story->position);
}

static void
add_character(struct rtf *rtf, uint32_t c)
{
	superscript_character(&rtf->story->text, c, align_of(rtf));
}

static const char *
take_decoded(void *context, struct slice utf8)
{
	struct rtf *rtf = context;

	superscript_add(&rtf->story->text, utf8, align_of(rtf));
	return NULL;
}

/* The code page of BYTES in the font at hand.  Many writers of Chinese give all
 * fonts the character set 0. */
static unsigned
page_of(const struct rtf *rtf, struct slice bytes)
{
	unsigned page = rtf->font_page[rtf->group[rtf->groups - 1].font];

	if (page == 0 || (page == CODE_PAGE_LATIN &&
	    code_page_is_wide(rtf->code_page) && code_page_in_pairs(bytes)))
		page = rtf->code_page;
	return page != 0 ? page : CODE_PAGE_LATIN;
}

/* The name of a style, "heading 1;": some writers give no other sign. */
static void
name_style(struct rtf *rtf, struct slice name)
{
	signed char *outline = &rtf->style_outline[rtf_group(rtf)->style];
	const char  *end;

	name = slice_trim(name);
	end = memchr(name.p, ';', name.n);
	if (end != NULL)
		name.n = (size_t)(end - name.p);
	if (*outline < 0)
		*outline = (signed char)style_heading_level(name);
}

/* The semicolons among BYTES each end a colour of the table. */
static void
end_colours(struct rtf *rtf, struct slice bytes)
{
	for (size_t i = 0; i < bytes.n; i++)
		if (bytes.p[i] == ';') {
			if (rtf->colours < RTF_COLOURS_MAX)
				rtf->white[rtf->colours++] = rtf->parts == 3;
			else
				left_out("more colours than are kept");
			rtf->parts = 0;
		}
}

void
rtf_flush(struct rtf *rtf)
{
	struct slice bytes = { rtf->run, rtf->run_bytes };

	if (bytes.n == 0)
		return;
	rtf->run_bytes = 0;
	if (rtf_group(rtf)->destination == RTF_STYLES)
		name_style(rtf, bytes);
	if (rtf_group(rtf)->destination == RTF_COLOURS)
		end_colours(rtf, bytes);
	if (shows_text(rtf))
		code_page_decode(page_of(rtf, bytes), bytes, take_decoded,
		    rtf);
}

void
rtf_byte(struct rtf *rtf, char c)
{
	if (rtf->skip > 0) {
		rtf->skip--;
		return;
	}
	rtf->high = 0;
	if (rtf->run_bytes == RTF_RUN_MAX)
		rtf_flush(rtf);
	rtf->run[rtf->run_bytes++] = c;
}

void
rtf_character(struct rtf *rtf, uint32_t c)
{
	rtf_flush(rtf);
	if (rtf->skip > 0)
		rtf->skip--;
	else if (shows_text(rtf))
		add_character(rtf, c);
}

void
rtf_unit(struct rtf *rtf, uint32_t unit)
{
	uint32_t c;

	rtf->skip = rtf_group(rtf)->fallback;
	/* whatever number stands there */
	if (utf16_take(&rtf->high, unit & 0xFFFF, &c) && shows_text(rtf))
		add_character(rtf, c);
}

/* The text so far is a paragraph inside DEPTH tables. */
static void
write_paragraph_at(struct rtf *rtf, unsigned depth)
{
	struct rtf_story    *story = rtf->story;
	struct table_buffer *tables = &rtf->tables;
	struct open_table   *box = NULL;
	struct block         block = {
		.kind = rtf_group(rtf)->outline >= 0 ? BLOCK_IS_HEAD
		    : BLOCK_IS_TEXT,
	};

	rtf_flush(rtf);
	if (story->holds_boxes)
		box = box_take(tables);
	story->holds_boxes = false;
	row_shape_depth(tables, &story->depth, depth);
	if (tables->failed == NULL) {
		if (!cell_is_open(tables))
			cell_open(tables);
		block.text = paragraph_text(&story->text);
		table_buffer_paragraph(tables, &block,
		    table_buffer_count(tables));
	}
	box_release(tables, box);
	story->text.n = 0;
}

void
rtf_end_paragraph(struct rtf *rtf)
{
	if (rtf_group(rtf)->destination == RTF_TEXT)
		write_paragraph_at(rtf, depth_of(rtf));
}

/* A mark that names no depth belongs to the tables that are open. */
static unsigned
mark_depth(struct rtf *rtf, bool nested)
{
	unsigned depth = depth_of(rtf);

	if (!nested)
		return 1;
	if (depth < 2)
		depth = rtf->story->depth;
	return depth < 2 ? 2 : depth;
}

void
rtf_end_cell(struct rtf *rtf, bool nested)
{
	if (rtf_group(rtf)->destination != RTF_TEXT)
		return;
	write_paragraph_at(rtf, mark_depth(rtf, nested));
	cell_close(&rtf->tables);
}

void
rtf_end_row(struct rtf *rtf, bool nested)
{
	unsigned depth = mark_depth(rtf, nested);

	if (rtf->story->depth < depth)
		return;
	row_shape_depth(&rtf->tables, &rtf->story->depth, depth);
	row_shape_close(nested ? &rtf->nested_shape : &rtf->shape,
	    &rtf->tables, true);
}

void
rtf_open_story(struct rtf *rtf)
{
	struct rtf_story *story = memory_get(sizeof(*story));

	if (rtf->story != NULL && !rtf->story->holds_boxes) {
		box_open(&rtf->tables, false);
		rtf->story->holds_boxes = rtf->tables.failed == NULL;
	}
	*story = (struct rtf_story){ .outer = rtf->story };
	rtf->story = story;
}

void
rtf_close_story(struct rtf *rtf)
{
	struct rtf_story *story = rtf->story;

	rtf_flush(rtf);
	if (rtf->tables.failed == NULL)
		write_paragraph_at(rtf, story->text.n > 0 ? depth_of(rtf) : 0);
	row_shape_depth(&rtf->tables, &story->depth, 0);
	rtf->story = story->outer;
	buffer_free(&story->text);
	free(story);
}

/* U+FFFD at its end makes a figure, and its row, unreadable. */
void
rtf_mark_cut(struct rtf *rtf)
{
	struct rtf_story *story = rtf->story;

	rtf_flush(rtf);
	if (story->text.n > 0 || (story->depth > 0 &&
	    row_cell_place(&rtf->tables, 0) != NULL))
		paragraph_character(&story->text, UTF8_REPLACEMENT);
}
