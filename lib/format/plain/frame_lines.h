/* The lines of a frame, measured: at which columns its verticals stand, and
 * where each line has one, or a piece of a rule. */
#ifndef PLAIN_FRAME_LINES_H
#define PLAIN_FRAME_LINES_H

#include <stdint.h>

#include "base/arena.h"
#include "base/display.h"
#include "held_lines.h"

/* Whither a character draws lines. */
enum frame_edge {
	FRAME_LEFT = 1, FRAME_RIGHT = 2, FRAME_UP = 4, FRAME_DOWN = 8,
	FRAME_ACROSS = FRAME_LEFT | FRAME_RIGHT,
	FRAME_UPRIGHT = FRAME_UP | FRAME_DOWN,
};

/* The edges of C; of a character that draws none, 0. */
unsigned frame_edges(uint32_t c);

enum { FRAME_VERTICALS_MAX = 64 };

struct framed_line {
	unsigned long number;
	/* Bit J: at vertical J there is a line; from vertical J to the next
	 * one there is a rule. */
	uint64_t      bars, rules;
	struct slice  at[FRAME_VERTICALS_MAX];	/* the character there */
};

struct frame_lines {
	unsigned            column[FRAME_VERTICALS_MAX];
	size_t              verticals;
	struct framed_line *line;
	size_t              lines;
	enum display_rule   rule;	/* by which all of it fits */
};

/* Measures HELD into LINES, in ARENA.  Returns false where the lines of the
 * frame do not meet. */
bool frame_measure(struct frame_lines *lines, const struct held_lines *held,
    struct arena *arena);

/* What stands on LINE between its bars FROM and TO, blanks too. */
struct slice frame_text(const struct framed_line *line, size_t from,
    size_t to);

/* How many columns TEXT takes. */
unsigned frame_columns(const struct frame_lines *lines, struct slice text);

/* How many columns there are between verticals FROM and TO. */
unsigned frame_room(const struct frame_lines *lines, size_t from, size_t to);

#endif
