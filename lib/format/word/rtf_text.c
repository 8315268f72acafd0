#include <stdlib.h>

#include "base/memory.h"
#include "base/utf16.h"
#include "base/utf8.h"
#include "charset/charset.h"
#include "charset/windows1252.h"
#include "paragraph_style.h"
#include "rtf.h"

static bool
shows_text(struct rtf *rtf)
{
	const struct rtf_group *group = rtf_group(rtf);

	return group->destination == RTF_TEXT && !group->hidden &&
	    !group->struck && !group->deleted;
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

/* Code pages of Windows that we decode besides WINDOWS_LATIN. */
static const struct {
	unsigned     page;
	enum charset charset;
} pages[] = {
	{ 936, CHARSET_GB18030 }, { 950, CHARSET_BIG5 },
	{ 54936, CHARSET_GB18030 }, { 65001, CHARSET_UTF8 },
};

static enum charset
charset_of(unsigned page)
{
	for (size_t i = 0; i < sizeof(pages) / sizeof(pages[0]); i++)
		if (pages[i].page == page)
			return pages[i].charset;
	return CHARSET_UNKNOWN;
}

/* Whether BYTES are characters of a double-byte set: all that are not ASCII
 * lead a pair, and the second of some pair is not ASCII either.  In Latin text
 * an accented letter stands by itself. */
static bool
is_in_pairs(struct slice bytes)
{
	const unsigned char *p = (const unsigned char *)bytes.p;
	bool                 found = false;

	for (size_t i = 0; i < bytes.n; i++) {
		if (p[i] < 0x80)
			continue;
		if (++i == bytes.n || p[i] < 0x40)
			return false;
		found |= p[i] > 0x80;
	}
	return found;
}

/* The code page of BYTES in the font at hand.  Many writers of Chinese give all
 * fonts the character set 0. */
static unsigned
page_of(const struct rtf *rtf, struct slice bytes)
{
	unsigned page = rtf->font_page[rtf->group[rtf->groups - 1].font];

	if (page == 0 || (page == WINDOWS_LATIN &&
	    charset_of(rtf->code_page) != CHARSET_UNKNOWN &&
	    is_in_pairs(bytes)))
		page = rtf->code_page;
	return page != 0 ? page : WINDOWS_LATIN;
}

/* Each byte of BYTES is a character of PAGE; of pages that we do not know only
 * ASCII is certain. */
static void
add_single_bytes(struct rtf *rtf, struct slice bytes, unsigned page)
{
	for (size_t i = 0; i < bytes.n; i++) {
		unsigned char c = (unsigned char)bytes.p[i];

		add_character(rtf, page == WINDOWS_LATIN || c < 0x80 ?
		    windows1252_character(c) : UTF8_REPLACEMENT);
	}
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

void
rtf_flush(struct rtf *rtf)
{
	struct slice    bytes = { rtf->run, rtf->run_bytes };
	struct decoding decoding;
	unsigned        page;

	if (bytes.n == 0)
		return;
	rtf->run_bytes = 0;
	if (rtf_group(rtf)->destination == RTF_STYLES)
		name_style(rtf, bytes);
	if (!shows_text(rtf))
		return;
	page = page_of(rtf, bytes);
	if (charset_of(page) == CHARSET_UNKNOWN) {
		add_single_bytes(rtf, bytes, page);
		return;
	}
	decoding_start(&decoding, charset_of(page), take_decoded, rtf);
	decoding_feed(&decoding, bytes);
	decoding_end(&decoding);
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

	if (story->line == 0)
		story->line = ++rtf->line;
	block.line = story->line;
	rtf_flush(rtf);
	if (story->holds_boxes)
		box = box_take(tables);
	story->holds_boxes = false;
	row_shape_depth(tables, &story->depth, depth, block.line);
	if (tables->failed == NULL) {
		if (!cell_is_open(tables))
			cell_open(tables, block.line);
		block.text = paragraph_text(&story->text);
		table_buffer_paragraph(tables, &block);
	}
	box_release(tables, box);
	story->text.n = 0;
	story->line = 0;
}

static unsigned
depth_of(struct rtf *rtf)
{
	const struct rtf_group *group = rtf_group(rtf);

	return group->nested > 0 ? group->nested : group->in_table;
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
	row_shape_depth(&rtf->tables, &rtf->story->depth, depth, rtf->line);
	row_shape_close(nested ? &rtf->nested_shape : &rtf->shape,
	    &rtf->tables, true);
}

void
rtf_open_story(struct rtf *rtf)
{
	struct rtf_story *story = memory_get(sizeof(*story));

	if (rtf->story != NULL && !rtf->story->holds_boxes) {
		box_open(&rtf->tables);
		rtf->story->holds_boxes = rtf->tables.failed == NULL;
		rtf->story->line = ++rtf->line;
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
	row_shape_depth(&rtf->tables, &story->depth, 0, rtf->line);
	rtf->story = story->outer;
	buffer_free(&story->text);
	free(story);
}
