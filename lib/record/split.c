#include "split.h"

#include <stdint.h>
#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

/* A record in the making. */
struct cutting {
	struct slice *next, *end;	/* the fields that there is room for */
	const char   *start;		/* of the next one */
	int           beyond;		/* fields for which there is none */
};

/* The next field ends at STOP. */
static inline void
cut_field(struct cutting *c, const char *stop)
{
	if (c->next == c->end)
		c->beyond++;
	else
		*c->next++ = (struct slice){ c->start,
		    (size_t)(stop - c->start) };
	c->start = stop + 1;
}

#ifdef __SSE2__
/* Which of the sixteen bytes at P are tabs, a bit each. */
static inline uint64_t
tabs_at(const char *p)
{
	return (uint64_t)_mm_movemask_epi8(_mm_cmpeq_epi8(_mm_loadu_si128(
	    (const __m128i *)p), _mm_set1_epi8('\t')));
}

/* The same of the first SPLIT_BEYOND bytes of REST, or of fewer, behind which others
 * are. */
static inline uint64_t
tabs_in(struct slice rest)
{
	const char *p = rest.p;
	uint64_t    found = tabs_at(p) | tabs_at(p + 16) << 16 |
	    tabs_at(p + 32) << 32 | tabs_at(p + 48) << 48;

	return rest.n >= SPLIT_BEYOND ? found :
	    found & (((uint64_t)1 << rest.n) - 1);
}

/* Cuts off the fields of LINE, the last one excepted.  Fields are short: tabs are looked
 * for 64 bytes at a time rather than by a call for each, beyond the line's end too: byte by
 * byte the processor guesses wrong where it ends, which took a tenth of aggregate. */
static inline void
cut_off(struct slice line, struct cutting *c)
{
	while (line.n > 0) {
		size_t   here = line.n < SPLIT_BEYOND ? line.n : SPLIT_BEYOND;
		uint64_t found = tabs_in(line);

		for (; found != 0; found &= found - 1)
			cut_field(c, line.p + (unsigned)__builtin_ctzll(found));
		line = slice_from(line, here);
	}
}
#else
static inline void
cut_off(struct slice line, struct cutting *c)
{
	const char *end = line.p + line.n, *stop;

	while ((stop = memchr(c->start, '\t', (size_t)(end - c->start))) != NULL)
		cut_field(c, stop);
}
#endif

int
record_split(struct slice line, struct record *record)
{
	struct cutting c = { record->field, record->field + RECORD_FIELDS_MAX,
	    line.p, 0 };

	cut_off(line, &c);
	cut_field(&c, line.p + line.n);
	return (int)(c.next - record->field) + c.beyond;
}
