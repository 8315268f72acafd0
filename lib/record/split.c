#include "split.h"

#include <stdint.h>
#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

/* Takes the bytes from *START to STOP as the next field of RECORD, number N. */
static inline void
take_field(struct record *record, size_t n, const char **start,
    const char *stop)
{
	if (n < RECORD_FIELDS_MAX)
		record->field[n] =
		    (struct slice){ *start, (size_t)(stop - *start) };
	*start = stop + 1;
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

/* Cuts off the fields of LINE, the last one excepted; *START becomes where that begins.
 * Returns how many there are.  Fields are short: tabs are looked for 64 bytes at a time
 * rather than by a call for each, beyond the line's end too: byte by byte the processor
 * guesses wrong where it ends, which took a tenth of aggregate. */
static size_t
split_off(struct slice line, struct record *record, const char **start)
{
	size_t n = 0;

	while (line.n > 0) {
		size_t   here = line.n < SPLIT_BEYOND ? line.n : SPLIT_BEYOND;
		uint64_t found = tabs_in(line);

		for (; found != 0; found &= found - 1)
			take_field(record, n++, start,
			    line.p + (unsigned)__builtin_ctzll(found));
		line = slice_from(line, here);
	}
	return n;
}
#else
static size_t
split_off(struct slice line, struct record *record, const char **start)
{
	const char *end = line.p + line.n, *stop;
	size_t      n = 0;

	while ((stop = memchr(*start, '\t', (size_t)(end - *start))) != NULL)
		take_field(record, n++, start, stop);
	return n;
}
#endif

int
record_split(struct slice line, struct record *record)
{
	const char *start = line.p;
	size_t      n = split_off(line, record, &start);

	take_field(record, n, &start, line.p + line.n);
	return (int)n + 1;
}
