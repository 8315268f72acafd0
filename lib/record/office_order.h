/* The documents of a file of facts office by office, each office's by year, those of a
 * year by name, in whatever order they stand.  It is as if the lines were sorted, but a
 * document's stand together, so that documents are: ten times as fast.
 *
 *	order.fd = office_order_file(fd, file);
 *	office_order_note(&order, line, at, number);	for each line
 *	office_order_begin(&order, end);
 *	n = office_order_read(&order, room, sizeof(room), &number);
 */
#ifndef RECORD_OFFICE_ORDER_H
#define RECORD_OFFICE_ORDER_H

#include <sys/types.h>

#include "base/arena.h"
#include "base/buffer.h"

struct office_order {		/* all zero but for fd: nothing noted */
	int            fd;
	struct extent *extent;		/* of the documents */
	size_t         extents, room;
	struct arena   keys;
	struct buffer  head;		/* what all lines of the last one begin with */
	size_t         turn;		/* which is read, */
	off_t          done;		/* and how many bytes of it were */
};

/* FD, or of what cannot be read in any order, such as a pipe, a copy on the disk in its
 * place, named FILE to the user.  What fails ends the run. */
int office_order_file(int fd, const char *file);

/* Notes LINE, the NUMBERth, from the byte AT on. */
void office_order_note(struct office_order *order, struct slice line, off_t at,
    unsigned long long number);

/* Puts in order what was noted; the file has END bytes. */
void office_order_begin(struct office_order *order, off_t end);

/* As read(2), at most the rest of a document, whose last line ends.  At the beginning of
 * one, *LINES is how many lines stand before it. */
ssize_t office_order_read(struct office_order *order, char *out, size_t n,
    unsigned long long *lines);

void office_order_free(struct office_order *order);

#endif
