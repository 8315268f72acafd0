/* Which system calls the process may make from some point on, as a program for the
 * kernel (seccomp_filter.rst).  It is made without memory from the heap and without a
 * library: one of those, where memory ended, left calls out of the filter in silence,
 * and the process could not even end. */
#ifndef SOURCE_CALL_FILTER_H
#define SOURCE_CALL_FILTER_H

#include <linux/filter.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A call that is allowed if the bits of MASK of argument ARGUMENT, from 0 on, are
 * VALUE. */
struct call_condition {
	int      call;
	unsigned argument;
	uint64_t mask, value;
};

enum { CALL_FILTER_MAX = 512 };

struct call_filter {
	struct sock_filter step[CALL_FILTER_MAX];
	unsigned short     n;
	bool               overflows;
};

/* Every call is refused with EPERM but those allowed in between. */
void call_filter_begin(struct call_filter *filter);
void call_filter_allow(struct call_filter *filter, const int call[], size_t n);
void call_filter_allow_if(struct call_filter *filter,
    const struct call_condition *condition);

/* From here on the process has FILTER, for good; it must have given up gaining
 * privileges before.  False: the kernel refuses it. */
bool call_filter_enter(struct call_filter *filter);

#endif
