/* What Markdown says with marks (CommonMark 0.30). */
#ifndef PLAIN_MARKDOWN_H
#define PLAIN_MARKDOWN_H

#include <stdbool.h>

#include "base/slice.h"

struct markdown_line {
	struct slice text;	/* without marks */
	bool         heading;
	bool         rule;	/* says nothing: `---', `***', a fence */
};

/* Reads LINE; the text may be written over the line itself. */
struct markdown_line markdown_read(char *line, size_t n);

/* The text at TEXT, N bytes, without the marks that stand for something else in
 * running text; written over it. */
struct slice markdown_inline(char *text, size_t n);

#endif
