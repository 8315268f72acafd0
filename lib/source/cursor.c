#include "cursor.h"

#include <string.h>

static bool
refill(struct cursor *c)
{
	if (c->left.n > 0)
		return true;
	if (c->ended)
		return false;
	if (!c->from->next(c->from, &c->left)) {
		c->stream.reason = c->from->reason;
		c->left.n = 0;
	}
	c->ended = c->left.n == 0;
	return !c->ended;
}

static bool
cursor_next(struct stream *stream, struct slice *chunk)
{
	struct cursor *c = (struct cursor *)stream;

	refill(c);
	*chunk = c->left;
	c->left.n = 0;
	return stream->reason == NULL;
}

void
cursor_open(struct cursor *c, struct stream *from)
{
	*c = (struct cursor){ .stream = { .next = cursor_next }, .from = from };
}

struct slice
cursor_peek(struct cursor *c)
{
	refill(c);
	return c->left;
}

bool
cursor_line(struct cursor *c, char text[CURSOR_LINE_MAX], struct slice *line)
{
	size_t n = 0;
	bool   any = false, whole = false;

	while (!whole && refill(c)) {
		const char *end = memchr(c->left.p, '\n', c->left.n);
		size_t      part = end == NULL ? c->left.n :
		    (size_t)(end - c->left.p);
		size_t      room = CURSOR_LINE_MAX - n;

		memcpy(text + n, c->left.p, part < room ? part : room);
		n += part < room ? part : room;
		whole = end != NULL;
		any = true;
		c->left = slice_from(c->left, part + whole);
	}
	if (n > 0 && text[n - 1] == '\r')
		n--;
	*line = (struct slice){ text, n };
	return any;
}

static bool
bounded_next(struct stream *stream, struct slice *chunk)
{
	struct bounded *b = (struct bounded *)stream;

	*chunk = (struct slice){ NULL, 0 };
	if (b->left == 0)
		return true;
	if (!refill(b->from)) {
		stream->reason = b->from->stream.reason != NULL ?
		    b->from->stream.reason : "is cut off";
		return false;
	}
	*chunk = b->from->left;
	if (chunk->n > b->left)
		chunk->n = (size_t)b->left;
	b->left -= chunk->n;
	b->from->left = slice_from(b->from->left, chunk->n);
	return true;
}

void
bounded_open(struct bounded *b, struct cursor *from, unsigned long long bytes)
{
	*b = (struct bounded){ .stream = { .next = bounded_next },
		.from = from, .left = bytes };
}
