/* Lines of words that spaces keep apart, measured: at which display columns each
 * word stands, and which of them are figures. */
#ifndef PLAIN_SPACED_WORDS_H
#define PLAIN_SPACED_WORDS_H

#include "base/arena.h"
#include "base/display.h"
#include "held_lines.h"

struct spaced_word {
	struct slice text;
	/* By each measure: its columns, FROM ... TO - 1. */
	unsigned     from[DISPLAY_RULES], to[DISPLAY_RULES];
};

struct spaced_line {
	unsigned long       number;
	struct spaced_word *word;
	size_t              words;
	size_t              texts;	/* words before the figures at its end */
	bool                unit;	/* the last of them is one by itself */
	bool                page;	/* a page begins with it */
};

struct spaced_text {
	struct spaced_line *line;
	size_t              lines;
};

/* Measures HELD; all of TEXT lives in ARENA, the words in HELD. */
void spaced_measure(struct spaced_text *text, const struct held_lines *held,
    struct arena *arena);

/* How many figures LINE ends with. */
size_t spaced_figures(const struct spaced_line *line);

#endif
