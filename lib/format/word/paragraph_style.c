#include "paragraph_style.h"

#include <strings.h>

void
style_inherit(struct paragraph_style *style,
    const struct paragraph_style *base)
{
	if (style->outline < 0)
		style->outline = base->outline;
	if (style->list < 0)
		style->list = base->list;
	if (style->level < 0)
		style->level = base->level;
	run_style_inherit(&style->run, &base->run);
}

int
style_heading_level(struct slice name)
{
	return name.n == 9 && strncasecmp(name.p, "heading ", 8) == 0 &&
	    name.p[8] >= '1' && name.p[8] <= '9' ? name.p[8] - '1' : -1;
}

void
style_write_paragraph(const struct paragraph_style *style, struct slice text,
    unsigned long number, struct lists *lists, struct table_buffer *tables)
{
	struct buffer *numbered = &lists->numbered;
	struct block   block = {
		.kind = style->outline >= 0 &&
		    style->outline < OUTLINE_BODY_TEXT ? BLOCK_IS_HEAD
		    : BLOCK_IS_TEXT,
	};

	numbered->n = 0;
	if (style->list > 0)
		lists_number(lists, style->list,
		    style->level > 0 ? style->level : 0, numbered);
	paragraph_add(numbered, text);
	block.text = paragraph_text(numbered);
	table_buffer_paragraph(tables, &block, number);
}
