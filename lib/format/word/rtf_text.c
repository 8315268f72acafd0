#include <stdlib.h>
#include <strings.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "charset/charset.h"
#include "rtf.h"
#include "charset/windows1252.h"

static bool
is_shown(struct rtf *rtf)
{
	const struct rtf_group *group = rtf_group(rtf);

	return group->destination == RTF_TEXT && !group->hidden &&
	    !group->deleted;
}

static const char *
take(void *context, struct slice utf8)
{
	struct rtf *rtf = context;

	paragraph_add(&rtf->story->text, utf8);
	return NULL;
}

/* Code pages of Windows that we decode; a document in Chinese that names
 * none for a font means its own. */
static const struct {
	unsigned     page;
	enum charset charset;
} pages[] = {
	{ 936, CHARSET_GB18030 }, { 950, CHARSET_BIG5 },
	{ 54936, CHARSET_GB18030 }, { 65001, CHARSET_UTF8 },
};

static enum charset
charset_of(struct rtf *rtf)
{
	unsigned page = rtf->font_page[rtf_group(rtf)->font];

	if (page == 0)
		page = rtf->code_page;
	for (size_t i = 0; i < sizeof(pages) / sizeof(pages[0]); i++)
		if (pages[i].page == page)
			return pages[i].charset;
	return CHARSET_UNKNOWN;
}

/* The name of a style, "heading 1;": some writers give no other sign. */
static void
name_style(struct rtf *rtf, struct slice name)
{
	static const char word[] = "heading ";
	signed char      *outline = &rtf->style_outline[rtf_group(rtf)->style];

	name = slice_trim(name);
	if (name.n < sizeof(word) || *outline >= 0 ||
	    strncasecmp(name.p, word, sizeof(word) - 1) != 0)
		return;
	name = slice_from(name, sizeof(word) - 1);
	if (name.p[0] >= '1' && name.p[0] <= '9' &&
	    (name.n == 1 || name.p[1] == ';'))
		*outline = (signed char)(name.p[0] - '1');
}

void
rtf_flush(struct rtf *rtf)
{
	enum charset    charset = charset_of(rtf);
	struct slice    bytes = { rtf->run, rtf->run_bytes };
	struct decoding decoding;

	if (bytes.n == 0)
		return;
	rtf->run_bytes = 0;
	if (rtf_group(rtf)->destination == RTF_STYLES)
		name_style(rtf, bytes);
	if (!is_shown(rtf))
		return;
	if (charset == CHARSET_UNKNOWN) {
		for (size_t i = 0; i < bytes.n; i++)
			paragraph_character(&rtf->story->text,
			    windows1252_character((unsigned char)bytes.p[i]));
		return;
	}
	decoding_start(&decoding, charset, take, rtf);
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
	else if (is_shown(rtf))
		paragraph_character(&rtf->story->text, c);
}

void
rtf_unit(struct rtf *rtf, uint32_t unit)
{
	rtf_flush(rtf);
	rtf->skip = rtf_group(rtf)->fallback;
	unit &= 0xFFFF;		/* whatever number stands there */
	if (unit >= 0xD800 && unit < 0xDC00) {
		rtf->high = unit;
		return;
	}
	if (unit >= 0xDC00 && unit < 0xE000)
		unit = rtf->high == 0 ? UTF8_REPLACEMENT : 0x10000 +
		    ((rtf->high - 0xD800) << 10) + (unit - 0xDC00);
	rtf->high = 0;
	if (is_shown(rtf))
		paragraph_character(&rtf->story->text, unit);
}

/* The text so far is a paragraph inside DEPTH tables. */
static void
end_paragraph(struct rtf *rtf, unsigned depth)
{
	struct rtf_story *story = rtf->story;
	struct held      *held = &rtf->held;
	struct holder    *box = NULL;
	struct block      block = {
		.kind = rtf_group(rtf)->outline >= 0 ? BLOCK_IS_HEAD
		    : BLOCK_IS_TEXT,
	};

	if (story->line == 0)
		story->line = ++rtf->line;
	block.line = story->line;

	rtf_flush(rtf);
	if (story->holds_boxes)
		box = held_box_take(held);
	story->holds_boxes = false;
	row_shape_depth(held, &story->depth, depth, block.line);
	if (held->failed == NULL) {
		if (depth > 0 && held_cell_text(held) == NULL)
			held_cell_open(held, block.line);
		block.text = paragraph_text(&story->text);
		held_paragraph(held, &block);
	}
	held_box_release(held, box);
	paragraph_clear(&story->text);
	story->line = 0;
	rtf->failed = held->failed;
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
		end_paragraph(rtf, depth_of(rtf));
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
	end_paragraph(rtf, mark_depth(rtf, nested));
	held_cell_close(&rtf->held);
}

void
rtf_end_row(struct rtf *rtf, bool nested)
{
	unsigned depth = mark_depth(rtf, nested);

	rtf_flush(rtf);
	if (rtf_group(rtf)->destination == RTF_SKIPPED ||
	    rtf->story->depth < depth)
		return;
	row_shape_depth(&rtf->held, &rtf->story->depth, depth, rtf->line);
	row_shape_close(nested ? &rtf->nested_shape : &rtf->shape,
	    &rtf->held, true);
}

void
rtf_open_story(struct rtf *rtf)
{
	struct rtf_story *story = memory_get(sizeof(*story));

	rtf_flush(rtf);
	if (rtf->story != NULL && !rtf->story->holds_boxes) {
		held_box_open(&rtf->held);
		rtf->story->holds_boxes = rtf->held.failed == NULL;
		rtf->story->line = ++rtf->line;
	}
	*story = (struct rtf_story){ .outer = rtf->story };
	rtf->story = story;
	rtf->failed = rtf->held.failed;
}

void
rtf_close_story(struct rtf *rtf)
{
	struct rtf_story *story = rtf->story;

	rtf_flush(rtf);
	if (rtf->held.failed == NULL)
		end_paragraph(rtf, story->text.n > 0 ? depth_of(rtf) : 0);
	row_shape_depth(&rtf->held, &story->depth, 0, rtf->line);
	rtf->story = story->outer;
	paragraph_free(&story->text);
	free(story);
}
