/* What extract and a process that reads documents for it tell each other.
 *
 * They share two spools: one that extract fills with a document's bytes, one
 * that the reader fills with its records.  A request and an answer go over
 * a socket for each document, in the byte order and layout of the machine,
 * which is the same for both. */
#ifndef CHILD_PROTOCOL_H
#define CHILD_PROTOCOL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Where a reader finds them when it is started. */
enum { ERRAND_SOCKET = 0, ERRAND_BYTES = 3, ERRAND_RECORDS = 4 };

struct errand_request {		/* these texts follow, one behind another */
	int64_t  mtime;
	uint64_t cells;		/* of one table's grid, at most */
	uint32_t dated;
	uint32_t name, url, title, date;	/* bytes */
};

struct errand_answer {		/* the reason follows, then what was said */
	uint32_t refused;	/* no document: there is a reason */
	uint32_t reason, said;	/* bytes */
};

/* All N bytes, over any number of reads or writes.  False when the other side
 * is gone. */
bool errand_send(int socket, const void *bytes, size_t n);
bool errand_receive(int socket, void *bytes, size_t n);

#endif
