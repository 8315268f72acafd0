#include "record_check.h"

#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "base/digits.h"
#include "base/utf8.h"

/* What has been read of the records of one document.  They end with a line end, at
 * which everything below stops. */
struct record_reading {
	const struct record_claim *claim;
	const char                *at, *end;
	bool                       typed, sized;
	bool                       blocks;	/* behind the properties */
};

static size_t
left(const struct record_reading *r)
{
	return (size_t)(r->end - r->at);
}

/* Steps over TEXT, if it is there. */
static bool
skip(struct record_reading *r, struct slice text)
{
	if (left(r) < text.n || memcmp(r->at, text.p, text.n) != 0)
		return false;
	r->at += text.n;
	return true;
}

static bool
skip_number(struct record_reading *r)
{
	enum { DIGITS = 10 };
	const char *from = r->at;

	while (is_digit((unsigned char)*r->at))
		r->at++;
	return r->at > from && r->at - from <= DIGITS;
}

static bool
skip_tab(struct record_reading *r)
{
	return *r->at++ == '\t';
}

/* Where the text that R is at has the first control character or backslash. */
static const char *
find_special(const struct record_reading *r)
{
	const char *p = r->at;

#ifdef __SSE2__
	for (; r->end - p >= 16; p += 16) {
		const __m128i bytes = _mm_loadu_si128((const __m128i *)p);
		unsigned      found = (unsigned)_mm_movemask_epi8(_mm_or_si128(
		    _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\\')),
		    _mm_cmpeq_epi8(_mm_min_epu8(bytes, _mm_set1_epi8(0x1F)),
		    bytes)));

		if (found != 0)
			return p + __builtin_ctz(found);
	}
#endif
	while ((unsigned char)*p >= ' ' && *p != '\\')
		p++;
	return p;
}

/* Whether what R is at, a control character or a backslash, stands in texts: what
 * moves a terminal's cursor is kept, what ends a field or a line is escaped. */
static bool
skip_special(struct record_reading *r)
{
	char c = *r->at++;

	if (c != '\\')
		return c != '\0' && c != '\t' && c != '\r';
	c = *r->at++;
	return c == 't' || c == 'n' || c == 'r' || c == '\\';
}

/* The rest of the line, with its end. */
static bool
skip_text(struct record_reading *r)
{
	for (;;) {
		r->at = find_special(r);
		if (*r->at == '\n')
			break;
		if (!skip_special(r))
			return false;
	}
	r->at++;
	return true;
}

/* The name of a property: letters, digits, dashes. */
static struct slice
skip_property(struct record_reading *r)
{
	const char *from = r->at;

	while (is_digit((unsigned char)*r->at) || *r->at == '-' ||
	    (*r->at >= 'a' && *r->at <= 'z'))
		r->at++;
	return (struct slice){ from, (size_t)(r->at - from) };
}

static bool
skip_numbers(struct record_reading *r)
{
	return skip_tab(r) && skip_number(r) && skip_tab(r) && skip_number(r) &&
	    skip_tab(r) && skip_number(r) && skip_tab(r);
}

/* The value of a property that is known must be it, and stand there once: the type
 * begins a document. */
static bool
judge_property(struct record_reading *r, struct slice name, struct slice value)
{
	unsigned long long bytes;

	if (!r->typed) {
		r->typed = slice_is(name, "type") &&
		    slice_eq(value, r->claim->type);
		return r->typed;
	}
	if (slice_is(name, "type"))
		return false;
	if (!slice_is(name, "bytes"))
		return true;
	if (r->sized || !digits_read(value, r->claim->bytes, &bytes))
		return false;
	r->sized = true;
	return bytes == r->claim->bytes;
}

static bool
skip_meta(struct record_reading *r)
{
	struct slice name = skip_property(r);
	const char  *value;

	if (r->blocks || name.n == 0 || !skip_numbers(r) || !skip_tab(r))
		return false;
	value = r->at;
	return skip_text(r) && judge_property(r, name, (struct slice){ value,
	    (size_t)(r->at - value) - 1 });
}

/* What follows the kind of a block. */
static bool
skip_block(struct record_reading *r, bool cell)
{
	r->blocks = true;
	if (*r->at != '\t' && !skip(r, SLICE("furniture")))
		return false;
	if (!skip_numbers(r))
		return false;
	if (cell && (!skip_number(r) || *r->at++ != 'x' || !skip_number(r)))
		return false;
	return skip_tab(r) && skip_text(r);
}

/* Where a block stands, which may be a sheet of any name. */
static bool
skip_loc(struct record_reading *r)
{
	for (;;) {
		r->at = find_special(r);
		if (*r->at == '\t')
			break;
		if (*r->at == '\n' || !skip_special(r))
			return false;
	}
	return skip_tab(r);
}

static bool
skip_record(struct record_reading *r)
{
	if (!skip(r, r->claim->name) || !skip_tab(r) || !skip_loc(r))
		return false;
	if (skip(r, SLICE("cell\t")))
		return skip_block(r, true);
	if (skip(r, SLICE("text\t")) || skip(r, SLICE("head\t")))
		return skip_block(r, false);
	return skip(r, SLICE("meta\t")) && skip_meta(r);
}

bool
records_are_of(struct slice records, const struct record_claim *claim)
{
	struct record_reading r = { .claim = claim, .at = records.p,
		.end = records.p + records.n };

	if (records.n == 0 || *(r.end - 1) != '\n' || !utf8_is_valid(records))
		return false;
	while (r.at < r.end)
		if (!skip_record(&r))
			return false;
	return r.typed && r.sized;
}
