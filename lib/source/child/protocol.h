/* What extract and a worker, a process that reads documents for it, tell each
 * other.
 *
 * They share two spools: one that extract fills with a document's bytes, one
 * that the worker fills with its records.  A request and an answer go over
 * a socket for each document, in the byte order and layout of the machine,
 * which is the same for both. */
#ifndef CHILD_PROTOCOL_H
#define CHILD_PROTOCOL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Where a worker finds them when it is started. */
enum { PROTOCOL_SOCKET = 0, PROTOCOL_BYTES = 3, PROTOCOL_RECORDS = 4 };

/* Documents that are kept are read later, all of them in the order they came; only
 * then others may be kept. */
enum request_kind { REQUEST_READ, REQUEST_KEEP, REQUEST_READ_KEPT };

struct read_request {		/* these texts follow, one behind another */
	uint32_t kind;
	int64_t  mtime;
	uint64_t cells;		/* of one table's grid, at most */
	uint32_t dated;
	uint32_t name, url, title, date, type;	/* bytes */
};

struct read_answer {		/* the reason follows, then diagnostics */
	uint32_t refused;	/* no document: there is a reason */
	uint32_t reason, diagnostics;	/* bytes */
};

/* All N bytes, over any number of reads or writes.  False when the other side
 * is gone. */
bool protocol_send(int socket, const void *bytes, size_t n);
bool protocol_receive(int socket, void *bytes, size_t n);

#endif
