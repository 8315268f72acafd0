/* A slice is a run of bytes inside somebody else's buffer: it owns nothing
 * and lives as long as that buffer.  Slices are not NUL-terminated. */
#ifndef BASE_SLICE_H
#define BASE_SLICE_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>
#include <strings.h>

struct slice {
	const char *p;
	size_t      n;		/* bytes */
};

/* A slice over a string literal or another array with a trailing NUL. */
#define SLICE(literal) ((struct slice){ (literal), sizeof(literal) - 1 })

static inline struct slice
slice_of(const char *string)
{
	return (struct slice){ string, strlen(string) };
}

static inline bool
slice_eq(struct slice a, struct slice b)
{
	return a.n == b.n && (a.n == 0 || (a.p[a.n - 1] == b.p[b.n - 1] &&
	    memcmp(a.p, b.p, a.n - 1) == 0));
}

/* With a literal, STRING's length is known and the comparison is inlined. */
static inline bool
slice_is(struct slice a, const char *string)
{
	return a.n == strlen(string) && (a.n == 0 ||
	    memcmp(a.p, string, strlen(string)) == 0);
}

/* Words are told apart by their last byte more often than not: Han characters
 * share their first ones.  Looking there first saves most calls of memcmp. */
static inline bool
slice_starts(struct slice a, struct slice prefix)
{
	return prefix.n == 0 || (a.n >= prefix.n &&
	    a.p[prefix.n - 1] == prefix.p[prefix.n - 1] &&
	    memcmp(a.p, prefix.p, prefix.n - 1) == 0);
}

static inline bool
slice_ends(struct slice a, struct slice suffix)
{
	return suffix.n == 0 || (a.n >= suffix.n &&
	    a.p[a.n - 1] == suffix.p[suffix.n - 1] &&
	    memcmp(a.p + a.n - suffix.n, suffix.p, suffix.n - 1) == 0);
}

/* The same, Latin letters of either case being alike. */
static inline bool
slice_starts_nocase(struct slice a, struct slice prefix)
{
	return prefix.n == 0 || (a.n >= prefix.n &&
	    strncasecmp(a.p, prefix.p, prefix.n) == 0);
}

static inline bool
slice_is_nocase(struct slice a, struct slice b)
{
	return a.n == b.n && slice_starts_nocase(a, b);
}

/* What is left of A behind its first N bytes; N <= a.n. */
static inline struct slice
slice_from(struct slice a, size_t n)
{
	/* No pointer is reckoned with where there is none. */
	return (struct slice){ n > 0 ? a.p + n : a.p, a.n - n };
}

/* The first place of NEEDLE in A, or NULL. */
const char *slice_find(struct slice a, struct slice needle);

/* A without ASCII white space at its ends. */
struct slice slice_trim(struct slice a);

/* Order by bytes, which for UTF-8 is the order of code points. */
int slice_cmp(struct slice a, struct slice b);

/* Cuts the next word off LIST, whose words MARK parts: into *WORD.  False when
 * none is left. */
bool slice_cut(struct slice *list, char mark, struct slice *word);

#endif
