#include "turn.h"

#include "char_class.h"

/* The course of letters after a quarter turn of the page to the right. */
static const enum page_course turned[] = {
	[PAGE_ALONG] = PAGE_TURNED_RIGHT,
	[PAGE_DOWNWARDS] = PAGE_DOWNWARDS,
	[PAGE_TURNED_LEFT] = PAGE_ALONG,
	[PAGE_TURNED_RIGHT] = PAGE_UPSIDE_DOWN,
	[PAGE_UPSIDE_DOWN] = PAGE_TURNED_LEFT,
	[PAGE_ASKEW] = PAGE_ASKEW,
};

enum { COURSES = sizeof(turned) / sizeof(turned[0]) };

static struct page_box
turned_box(struct page_box box, float height)
{
	return (struct page_box){ height - box.bottom, box.left,
		height - box.top, box.right };
}

static void
turn_quarter(struct drawn_page *page)
{
	float width = page->width, height = page->height;

	for (size_t i = 0; i < page->glyphs; i++) {
		struct page_glyph *glyph = &page->glyph[i];

		glyph->box = turned_box(glyph->box, height);
		glyph->course = turned[glyph->course];
	}
	for (size_t i = 0; i < page->grounds; i++)
		page->ground[i].box = turned_box(page->ground[i].box, height);
	for (size_t i = 0; i < page->rules; i++) {
		struct page_rule rule = page->rule[i];

		page->rule[i] = rule.across ? (struct page_rule){ false,
			height - rule.at, rule.from, rule.to } :
			(struct page_rule){ true, rule.at, height - rule.to,
			height - rule.from };
	}
	page->width = height;
	page->height = width;
}

void
page_turn_page(struct drawn_page *page)
{
	size_t          letters[COURSES] = { 0 }, all = 0;
	enum page_course most = PAGE_ALONG;

	for (size_t i = 0; i < page->glyphs; i++)
		letters[page->glyph[i].course] +=
		    !page_is_space(page->glyph[i].code);
	for (enum page_course c = 0; c < PAGE_ASKEW; c++) {
		all += letters[c];
		if (letters[c] > letters[most])
			most = c;
	}
	if (most == PAGE_DOWNWARDS || letters[most] * 2 <= all)
		return;
	for (; most != PAGE_ALONG; most = turned[most])
		turn_quarter(page);
}
