/* Reading documents of one media type, each in a process of its own: for
 * oneself, or for an extract that sends them. */
#ifndef CHILD_WORKER_H
#define CHILD_WORKER_H

#include "child.h"
#include "source/source.h"

struct worker {
	const struct media *media;
	struct limits       limits;
	struct child_limits child;
	char               *const        *readable;	/* paths its libraries read from, */
	int                 readables;	/* all else is given up; negative:
					   nothing is */
};

/* Reads MEMBER, of whose file FD the bytes are if it is not negative; its records
 * are in the spool RECORDS, behind where it stands, when OUTCOME has no reason. */
void worker_read(const struct worker *worker, const struct member *member,
    int fd, int records, struct child_outcome *outcome);

/* Answers requests (protocol.h) until the other side closes the socket. */
void worker_serve(struct worker *worker);

#endif
