#include "held_lines.h"

#include <stdlib.h>

#include "base/left_out.h"
#include "base/memory.h"

bool
held_add(struct held_lines *held, unsigned long number, struct slice line)
{
	if (held->count == HELD_LINES_MAX ||
	    line.n > HELD_BYTES_MAX - held->text.n) {
		left_out("more lines of one table than are read together");
		return false;
	}
	*MEMORY_APPEND(held->line, held->count, held->room) =
	    (struct held_line){ held->text.n, line.n, number };
	buffer_add(&held->text, line);
	return true;
}

struct slice
held_text(const struct held_lines *held, size_t i)
{
	return (struct slice){ buffer_slice(&held->text).p + held->line[i].at,
		held->line[i].n };
}

void
held_clear(struct held_lines *held)
{
	held->text.n = held->count = 0;
}

void
held_free(struct held_lines *held)
{
	buffer_free(&held->text);
	free(held->line);
}
