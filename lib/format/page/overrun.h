/* Figures that run over the rule between two cells, or touch across it. */
#ifndef PAGE_OVERRUN_H
#define PAGE_OVERRUN_H

#include <stdbool.h>
#include <stddef.h>

#include "page.h"

/* How often a glyph is drawn with the one that it stands right behind. */
struct page_habits {
	size_t pairs, text, string;
};

/* How the program that made a page draws its words. */
struct page_manner {
	bool by_text, by_string;	/* each in one */
};

/* Counts in HABITS the N glyphs at GLYPH, in the order of a line. */
void page_note_habits(struct page_habits *habits, const struct page_glyph *glyph,
    size_t n);

struct page_manner page_manner_of(const struct page_habits *habits);

/* Whether two glyphs that follow each other were drawn as two words. */
bool page_are_apart(const struct page_manner *manner,
    const struct page_glyph *glyph, const struct page_glyph *next);

/* The sides of the cell that OWNER, not 0, is the number of; OF is whose number. */
struct page_walls {
	struct page_box (*box)(const void *of, size_t owner);
	const void      *of;
};

/* OWNER tells for each glyph of PAGE the cell that its middle is in, 0 for none.
 * Gives all of a figure to one of them: to the cell at whose side it begins or
 * ends, or in whose middle it stands.  Two figures drawn one by one stay two.  What
 * might be either's is DOUBTED on both sides of the rule: these digits cannot be
 * read.  What runs on beyond the table belongs to where it began. */
void page_keep_figures(const struct drawn_page *page,
    const struct page_walls *walls, size_t *owner, bool *doubted);

#endif
