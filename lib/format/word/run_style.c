#include "run_style.h"

void
run_style_inherit(struct run_style *style, const struct run_style *base)
{
	if (style->hidden < 0)
		style->hidden = base->hidden;
	if (style->struck < 0)
		style->struck = base->struck;
	if (style->align < 0)
		style->align = base->align;
	if (style->white < 0)
		style->white = base->white;
	if (style->backed < 0)
		style->backed = base->backed;
}

struct run_style
run_style_joined(const struct run_style *paragraph,
    const struct run_style *character)
{
	return (struct run_style){
		.hidden = (paragraph->hidden > 0) != (character->hidden > 0),
		.struck = (paragraph->struck > 0) != (character->struck > 0),
		.align = character->align >= 0 ? character->align
		    : paragraph->align,
		.white = character->white >= 0 ? character->white
		    : paragraph->white,
		.backed = character->backed >= 0 ? character->backed
		    : paragraph->backed,
	};
}

bool
run_style_shows(const struct run_style *style)
{
	return style->hidden <= 0 && style->struck <= 0;
}

enum vertical_align
run_style_raised(long position, long base)
{
	enum { LEAST = 6 };	/* half points: a third of the usual size */

	return position >= base + LEAST ? ALIGN_SUPERSCRIPT
	    : position <= base - LEAST ? ALIGN_SUBSCRIPT : ALIGN_BASELINE;
}
