#include "office_order.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/diagnostics.h"
#include "base/memory.h"
#include "base/nameless_file.h"
#include "base/spool.h"
#include "schema.h"

/* Lines of a document, one behind the other. */
struct extent {
	struct slice       key;		/* office, year, name, with tabs between */
	off_t              at, end;
	unsigned long long line;	/* the number of the first */
};

int
office_order_file(int fd, const char *file)
{
	char    block[16 * 1024];
	int     copy;
	ssize_t n;

	if (lseek(fd, 0, SEEK_CUR) >= 0)
		return fd;
	copy = nameless_open();
	if (copy < 0)
		exit(CLI_TROUBLE);
	while ((n = read(fd, block, sizeof(block))) != 0)
		if (n < 0 ? errno != EINTR : !spool_write(copy,
		    (struct slice){ block, (size_t)n })) {
			warn_at(file, "%s", strerror(errno));
			exit(CLI_TROUBLE);
		}
	if (dup2(copy, fd) < 0 || close(copy) != 0 ||
	    lseek(fd, 0, SEEK_SET) != 0) {
		warn_at(file, "%s", strerror(errno));
		exit(CLI_TROUBLE);
	}
	return fd;
}

/* Finds the first N fields of LINE; those it lacks are empty. */
static void
find_fields(struct slice line, struct slice field[], int n)
{
	for (int i = 0; i < n; i++) {
		const char *tab = line.n > 0 ? memchr(line.p, '\t', line.n) :
		    NULL;

		field[i] = line;
		if (tab != NULL)
			field[i].n = (size_t)(tab - line.p);
		line = slice_from(line, field[i].n + (tab != NULL));
	}
}

/* What the document of LINE is sorted by: the key of its office, which tabulate tells
 * first of a document, or else the name. */
static struct slice
key_of(struct office_order *order, struct slice line)
{
	struct slice  field[FACT_FIELDS];
	struct buffer key = { NULL, 0, 0 };
	struct slice  kept;

	find_fields(line, field, FACT_FIELDS);
	buffer_add(&key, slice_is(field[FACT_ITEM], "structure.office") ?
	    field[FACT_RAW] : field[FACT_ORG]);
	buffer_string(&key, "\t");
	buffer_add(&key, field[FACT_YEAR]);
	buffer_string(&key, "\t");
	buffer_add(&key, field[FACT_DOC]);
	kept = arena_copy(&order->keys, buffer_slice(&key));
	buffer_free(&key);
	return kept;
}

void
office_order_note(struct office_order *order, struct slice line, off_t at,
    unsigned long long number)
{
	struct slice name;

	if (order->extents > 0 && slice_starts(line,
	    buffer_slice(&order->head)))
		return;
	find_fields(line, &name, 1);
	order->head.n = 0;
	buffer_add(&order->head, name);
	buffer_string(&order->head, "\t");
	if (order->extents > 0)
		order->extent[order->extents - 1].end = at;
	*MEMORY_APPEND(order->extent, order->extents, order->room) =
	    (struct extent){ key_of(order, line), at, at, number };
}

static int
by_key(const void *left, const void *right)
{
	const struct extent *l = left, *r = right;
	int                  order = slice_cmp(l->key, r->key);

	return order != 0 ? order : (l->at > r->at) - (l->at < r->at);
}

void
office_order_begin(struct office_order *order, off_t end)
{
	if (order->extents == 0)
		return;
	order->extent[order->extents - 1].end = end;
	qsort(order->extent, order->extents, sizeof(*order->extent), by_key);
}

ssize_t
office_order_read(struct office_order *order, char *out, size_t n,
    unsigned long long *lines)
{
	const struct extent *extent;
	off_t                left;
	ssize_t              got;

	if (order->turn == order->extents)
		return 0;
	extent = &order->extent[order->turn];
	left = extent->end - extent->at - order->done;
	if (order->done == 0)
		*lines = extent->line - 1;
	n--;	/* for the end of a line */
	got = pread(order->fd, out, left < (off_t)n ? (size_t)left : n,
	    extent->at + order->done);
	if (got == 0)
		errno = EIO;	/* it has become shorter */
	if (got <= 0)
		return -1;
	order->done += got;
	if (got < left)
		return got;
	order->turn++;
	order->done = 0;
	if (out[got - 1] != '\n')
		out[got++] = '\n';
	return got;
}

void
office_order_free(struct office_order *order)
{
	free(order->extent);
	arena_free(&order->keys);
	buffer_free(&order->head);
	*order = (struct office_order){ .extent = NULL };
}
