#include "line_input.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/diagnostics.h"
#include "base/memory.h"
#include "reader.h"

enum { BLOCK_BYTES = 64 * 1024 };

bool
line_input_open(struct line_input *input, const char *name)
{
	bool standard = strcmp(name, "-") == 0;

	*input = (struct line_input){ .file = standard ? "standard input" : name };
	input->fd = standard ? STDIN_FILENO : open(name, O_RDONLY | O_CLOEXEC);
	if (input->fd < 0)
		warn_at(input->file, "%s", strerror(errno));
	return input->fd >= 0;
}

/* Makes room for one more block. */
static void
make_room(struct line_input *input)
{
	size_t held = input->end - input->start;

	if (input->start > 0 && held > 0)
		memmove(input->buffer, input->buffer + input->start, held);
	input->start = 0;
	input->end = held;
	if (input->capacity - held >= BLOCK_BYTES)
		return;
	input->capacity = 2 * input->capacity + BLOCK_BYTES;
	input->buffer = memory_resize(input->buffer, input->capacity, 1);
}

/* Reads one more block.  False when there is none. */
static bool
fill(struct line_input *input)
{
	ssize_t n;

	if (input->ended)
		return false;
	make_room(input);
	do
		n = read(input->fd, input->buffer + input->end, BLOCK_BYTES);
	while (n < 0 && errno == EINTR);
	if (n < 0)
		warn_at(input->file, "%s", strerror(errno));
	input->ended = n <= 0;
	if (n > 0)
		input->end += (size_t)n;
	return n > 0;
}

/* Hands out N bytes from the start as LINE and steps over them and SKIP more. */
static bool
cut(struct line_input *input, struct slice *line, size_t n, size_t skip)
{
	*line = (struct slice){ input->buffer + input->start, n };
	input->start += n + skip;
	input->line++;
	if (n > 0 && line->p[n - 1] == '\r')
		line->n--;
	return true;
}

bool
line_input_next(struct line_input *input, struct slice *line)
{
	size_t searched = 0;	/* bytes of the line */

	for (;;) {
		size_t      held = input->end - input->start;
		const char *from = held > 0 ? input->buffer + input->start :
		    NULL;
		const char *lf = held > searched ? memchr(from + searched,
		    '\n', held - searched) : NULL;

		if (lf != NULL)
			return cut(input, line, (size_t)(lf - from), 1);
		if (held > READER_LINE_MAX) {
			warn_at_line(input->file, input->line + 1,
			    "line longer than %d bytes", READER_LINE_MAX);
			return false;
		}
		searched = held;
		if (!fill(input))
			return held > 0 && status_now() != CLI_TROUBLE &&
			    cut(input, line, held, 0);
	}
}

void
line_input_close(struct line_input *input)
{
	free(input->buffer);
	if (input->fd > STDIN_FILENO)
		close(input->fd);
}
