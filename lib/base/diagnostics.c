#include "diagnostics.h"

#include <stdarg.h>
#include <stdio.h>

#include "digits.h"
#include "utf8.h"
#include "visible.h"

/* Longer messages, and places, are cut, and end in "...". */
enum {
	MESSAGE_BYTES = 2048, PLACE_BYTES = 1024,
	/* Four bytes may be made of one. */
	LINE_BYTES = 4 * (MESSAGE_BYTES + 2 * PLACE_BYTES) + 64,
};

const char *program_name = "nianbao";

static enum cli_status status = CLI_DONE;
static bool            cut_short;
static bool            is_showing;	/* progress */

static struct slice
as_it_is(struct slice text, char *room, size_t n)
{
	(void)room;
	(void)n;
	return text;
}

static struct slice (*words_for)(struct slice, char *, size_t) = as_it_is;

void
diagnostics_speak(struct slice (*words)(struct slice text, char *room,
    size_t n))
{
	words_for = words;
}

void
status_raise(enum cli_status to)
{
	if (to > status)
		status = to;
}

enum cli_status
status_now(void)
{
	return status;
}

void
status_cut_short(void)
{
	cut_short = true;
}

bool
status_is_cut_short(void)
{
	return cut_short;
}

/* ECMA-48: EL erases to the end of the line. */
#define ERASE "\033[K"

/* A line in the making.  On the stack: it may be what says that memory ended. */
struct line {
	char   text[LINE_BYTES];
	size_t n;
};

/* TEXT, as far as there is room. */
static void
add(struct line *line, struct slice text)
{
	size_t room = sizeof(line->text) - line->n;

	text.n = text.n < room ? text.n : room;
	if (text.n > 0)
		memcpy(line->text + line->n, text.p, text.n);
	line->n += text.n;
}

/* TEXT so that nothing in it is hidden, no more of it than MOST bytes. */
static void
add_shown(struct line *line, struct slice text, size_t most)
{
	struct slice rest = utf8_head(text, most);
	bool         is_cut = rest.n < text.n;
	char         escape[VISIBLE_ESCAPE];

	while (rest.n > 0) {
		size_t n = visible_length(rest);

		add(line, (struct slice){ rest.p, n });
		rest = slice_from(rest, n);
		if (rest.n > 0)
			add(line, (struct slice){ escape,
			    visible_escape(escape, &rest) });
	}
	if (is_cut)
		add(line, SLICE("..."));
}

/* One write a line, so that the lines of several processes do not mix. */
static void
end(struct line *line)
{
	add(line, SLICE("\n"));
	fwrite(line->text, 1, line->n, stderr);
}

static void
tell(struct slice place, unsigned long long number, struct slice message)
{
	struct line line;
	char        text[DIGITS_BYTES + 1], *digits = text + DIGITS_BYTES;
	char        said[PLACE_BYTES], room[MESSAGE_BYTES + 2];

	clear_progress();
	line.n = 0;
	*digits = '\0';
	place = words_for(place, said, sizeof(said));
	message = words_for(message, room, sizeof(room));
	add_shown(&line, slice_of(program_name), PLACE_BYTES);
	add(&line, SLICE(": "));
	if (place.n > 0) {
		add_shown(&line, place, PLACE_BYTES);
		if (number > 0) {
			add(&line, SLICE(":"));
			add(&line, slice_of(digits_before(digits, number)));
		}
		add(&line, SLICE(": "));
	}
	add_shown(&line, message, MESSAGE_BYTES);
	end(&line);
}

static void
say(const char *place, unsigned long long line, const char *format,
    va_list arguments)
{
	char text[MESSAGE_BYTES + 2];	/* one more, and it is cut */
	int  n = vsnprintf(text, sizeof(text), format, arguments);

	if (n < 0)
		n = 0;
	if ((size_t)n > sizeof(text) - 1)
		n = (int)sizeof(text) - 1;
	tell(slice_of(place != NULL ? place : ""), line,
	    (struct slice){ text, (size_t)n });
}

void
warn_at(const char *place, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	say(place, 0, format, arguments);
	va_end(arguments);
	status_raise(CLI_TROUBLE);
}

void
warn_of(struct slice place, const char *reason)
{
	tell(place, 0, slice_of(reason));
	status_raise(CLI_TROUBLE);
}

void
warn_at_line(const char *file, unsigned long long line, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	say(file, line, format, arguments);
	va_end(arguments);
	status_raise(CLI_TROUBLE);
}

void
remark(const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	say(NULL, 0, format, arguments);
	va_end(arguments);
}

void
show_progress(const char *format, ...)
{
	char         text[PLACE_BYTES], room[PLACE_BYTES];
	struct slice said;
	va_list      arguments;
	int          n;

	va_start(arguments, format);
	n = vsnprintf(text, sizeof(text), format, arguments);
	va_end(arguments);
	if (n < 0 || (size_t)n >= sizeof(text))
		return;
	said = words_for((struct slice){ text, (size_t)n }, room,
	    sizeof(room));
	fprintf(stderr, "%.*s" ERASE "\r", (int)said.n, said.p);
	is_showing = true;
}

void
clear_progress(void)
{
	if (is_showing)
		fputs(ERASE, stderr);
	is_showing = false;
}
