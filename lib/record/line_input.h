/* Lines of a file, whatever they hold, in bounded memory. */
#ifndef RECORD_LINE_INPUT_H
#define RECORD_LINE_INPUT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/slice.h"

struct line_input {
	const char        *file;	/* as named to the user */
	int                fd;
	unsigned long long line;	/* number of the last one, from 1 */
	char              *buffer;
	size_t             start, end, capacity;
	bool               ended;
};

/* Opens the file NAME; "-" is standard input.  False, and reported, when it
 * cannot be. */
bool line_input_open(struct line_input *input, const char *name);

/* The next line without its end, LF or CR LF, until the next call.  False at the
 * end; a read that fails and a line of more than READER_LINE_MAX bytes are
 * reported and an end too. */
bool line_input_next(struct line_input *input, struct slice *line);

void line_input_close(struct line_input *input);

#endif
