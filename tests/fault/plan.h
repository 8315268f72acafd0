/* What a program and all of its children count together, and which of their calls
 * is to fail: in a file that each of them maps, named by FAULT_PLAN. */
#ifndef FAULT_PLAN_H
#define FAULT_PLAN_H

#include <stdatomic.h>

/* Calls that fail alike.  MESSAGE: a write to standard error. */
#define FAULT_KINDS(K)                                                        \
	K(MALLOC, "malloc") K(CALLOC, "calloc") K(REALLOC, "realloc")          \
	K(MMAP, "mmap") K(OPEN, "open") K(READ, "read") K(WRITE, "write")      \
	K(MESSAGE, "message") K(CLOSE, "close") K(STAT, "stat")                \
	K(SEEK, "seek") K(LIST, "list") K(RENAME, "rename")                    \
	K(REMOVE, "remove") K(MAKE, "mkdir") K(SYNC, "sync")                   \
	K(RESIZE, "truncate") K(DUPLICATE, "dup") K(PIPE, "pipe")              \
	K(FORK, "fork") K(EXECUTE, "exec") K(WAIT, "wait") K(POLL, "poll")      \
	K(LOCK, "flock")

enum fault_kind {
#define FAULT_ENUM(kind, name) FAULT_##kind,
	FAULT_KINDS(FAULT_ENUM)
#undef FAULT_ENUM
	FAULT_KINDS_N
};

/* In the place of an errno: the call is done, but for one byte. */
enum { FAULT_SHORT = -1 };

/* Calls are told apart by their number, or by their place: the functions they are
 * within, of a program that was started so. */
enum { FAULT_PLACES = 1 << 16 };

struct fault_place {
	atomic_ulong key;		/* 0: none */
	atomic_ulong calls;
	int          kind;
	char         program[20];
};

struct fault_plan {
	atomic_ulong calls[FAULT_KINDS_N];
	atomic_ulong hits;		/* calls that failed */
	char         program[32];	/* whose last one was */
	int          kind;		/* of what fails; FAULT_KINDS_N: none */
	unsigned long first, last;	/* from 1 on: these fail ... */
	int          error;		/* ... with this errno, or FAULT_SHORT */
	int          by_place;		/* whether places are known */
	unsigned long place;		/* whose calls alone are counted; 0: all */
	atomic_ulong unplaced;		/* calls for whose places there was no room */
	struct fault_place places[FAULT_PLACES];
};

#endif
