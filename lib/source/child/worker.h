/* Reading documents, each in a process of its own: for oneself, or for an extract
 * that sends them. */
#ifndef CHILD_WORKER_H
#define CHILD_WORKER_H

#include "child.h"
#include "served.h"

struct worker {
	media_fn           *find;	/* what it reads */
	struct limits       limits;
	struct child_limits child;
	/* Makes what reading needs besides, before rights are given up; that is not to
	 * keep the descriptor UNWANTED.  NULL: nothing. */
	void              (*prepare)(int unwanted);
	char *const        *readable;	/* paths its libraries read from, */
	int                 readables;	/* all else is given up; negative:
					   nothing is */
};

/* Reads MEMBER, of whose file FD the bytes are if it is not negative; without a media
 * type it is found out.  Its records are in the spool RECORDS, behind where it stands,
 * when OUTCOME has no reason. */
void worker_read(const struct worker *worker, const struct member *member,
    int fd, int records, struct child_outcome *outcome);

/* Reads MEMBER, of whose file FD the bytes are if it is not negative, and answers. */
bool worker_answer(const struct worker *worker, const struct member *member,
    int fd);

/* Answers requests (protocol.h) until the other side closes the socket. */
void worker_serve(struct worker *worker);

#endif
