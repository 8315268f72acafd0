#include "turn.h"

#include "char_class.h"

/* The course of letters after a quarter turn of the page to the right. */
static const enum pdf_course turned[] = {
	[PDF_ALONG] = PDF_TURNED_RIGHT,
	[PDF_DOWNWARDS] = PDF_DOWNWARDS,
	[PDF_TURNED_LEFT] = PDF_ALONG,
	[PDF_TURNED_RIGHT] = PDF_UPSIDE_DOWN,
	[PDF_UPSIDE_DOWN] = PDF_TURNED_LEFT,
	[PDF_ASKEW] = PDF_ASKEW,
};

enum { COURSES = sizeof(turned) / sizeof(turned[0]) };

static void
turn_quarter(struct pdf_page *page)
{
	float width = page->width, height = page->height;

	for (size_t i = 0; i < page->glyphs; i++) {
		struct pdf_glyph *glyph = &page->glyph[i];
		struct pdf_box    box = glyph->box;

		glyph->box = (struct pdf_box){ height - box.bottom, box.left,
			height - box.top, box.right };
		glyph->course = turned[glyph->course];
	}
	for (size_t i = 0; i < page->rules; i++) {
		struct pdf_rule rule = page->rule[i];

		page->rule[i] = rule.across ? (struct pdf_rule){ false,
			height - rule.at, rule.from, rule.to } :
			(struct pdf_rule){ true, rule.at, height - rule.to,
			height - rule.from };
	}
	page->width = height;
	page->height = width;
}

void
pdf_turn_page(struct pdf_page *page)
{
	size_t          letters[COURSES] = { 0 }, all = 0;
	enum pdf_course most = PDF_ALONG;

	for (size_t i = 0; i < page->glyphs; i++)
		letters[page->glyph[i].course] +=
		    !pdf_is_space(page->glyph[i].code);
	for (enum pdf_course c = 0; c < PDF_ASKEW; c++) {
		all += letters[c];
		if (letters[c] > letters[most])
			most = c;
	}
	if (most == PDF_DOWNWARDS || letters[most] * 2 <= all)
		return;
	for (; most != PDF_ALONG; most = turned[most])
		turn_quarter(page);
}
