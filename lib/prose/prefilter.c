/* Whether text is worth reading at all.  Most is not; this looks at every
 * byte of a report, the rest of this room at one in five. */
#include "base/digits.h"
#include "base/utf8.h"
#include "marks.h"
#include "sentence.h"

enum { PLANE = 0x10000 };

enum character {
	CHARACTER_CLAIM = 1 << 0,
	CHARACTER_NUMERAL = 1 << 1,
	CHARACTER_COUNTED = 1 << 2,	/* may follow a numeral's last */
	CHARACTER_STOP = 1 << 3,	/* ends a sentence */
	CHARACTER_NAMING = 1 << 4,	/* behind digits that count nothing */
	CHARACTER_YEAR = 1 << 5,
	CHARACTER_ORDINAL = 1 << 6,
};

static unsigned char character[PLANE];
static bool          prepared;

static void
note(enum mark_kind mark, unsigned char kind)
{
	const struct marks *marks = marks_of(mark);

	for (size_t i = 0; i < marks->marks; i++) {
		uint32_t c;

		utf8_decode(marks->mark[i], &c);
		if (c < PLANE)
			character[c] |= kind;
	}
}

static void
prepare(void)
{
	note(MARK_CLAIM, CHARACTER_CLAIM);
	note(MARK_NUMERAL, CHARACTER_NUMERAL);
	note(MARK_COUNTED, CHARACTER_COUNTED);
	note(MARK_STOP, CHARACTER_STOP);
	note(MARK_NAMING, CHARACTER_NAMING);
	note(MARK_YEAR, CHARACTER_YEAR);
	note(MARK_ORDINAL, CHARACTER_ORDINAL);
	prepared = true;
}

static unsigned
kind_at(const unsigned char *p)
{
	return character[(p[0] & 0x0Fu) << 12 | (p[1] & 0x3Fu) << 6 |
	    (p[2] & 0x3Fu)];
}

/* Passes the digits at *P.  Whether they may be a claim, and not a day, the
 * number of a document or YEAR itself. */
static bool
digits_claim(const unsigned char **p, const unsigned char *end, int year)
{
	const unsigned char *q = *p;
	int                  n = 0;

	for (; q < end && is_digit(*q); q++)
		n = n < 10000 ? n * 10 + (*q - '0') : n;
	*p = q;
	while (q < end && *q == ' ')
		q++;
	if (end - q < 3)
		return true;
	return (kind_at(q) & CHARACTER_NAMING) == 0 &&
	    (n != year || (kind_at(q) & CHARACTER_YEAR) == 0);
}

bool
sentence_may_enumerate(struct slice text)
{
	const unsigned char *p = (const unsigned char *)text.p;

	if (text.n < 3 || p[0] < 0xE4 || p[0] > 0xE9)
		return text.n > 0;
	if (!prepared)
		prepare();
	return (kind_at(p) & (CHARACTER_NUMERAL | CHARACTER_ORDINAL)) != 0;
}

/* Whether the point at P, in a text from FIRST to END, stands for 。: between
 * Han characters, or behind one and before a blank. */
static bool
is_full_stop(const unsigned char *p, const char *first,
    const unsigned char *end)
{
	return p > (const unsigned char *)first && p[-1] >= 0x80 &&
	    (p + 1 == end || p[1] == ' ' || p[1] >= 0xE0);
}

/* Passes the Han characters at P that are of no kind, which most are: half the
 * steps that a look at each for what it might be would take. */
static const unsigned char *
skip_plain(const unsigned char *p, const unsigned char *end)
{
	while (end - p >= 3 && *p >= 0xE0 && kind_at(p) == 0)
		p += 3;
	return p;
}

size_t
sentence_length(struct slice text, int year, bool *claims)
{
	const unsigned char *p = (const unsigned char *)text.p;
	const unsigned char *end = p + text.n;
	unsigned             last = 0, all = 0;

	if (!prepared)
		prepare();
	while (p < end && (all & CHARACTER_STOP) == 0) {
		const unsigned char *from = p;

		if ((p = skip_plain(p, end)) > from)
			last = 0;
		else if (is_digit(*p)) {
			if (digits_claim(&p, end, year))
				all |= CHARACTER_CLAIM;
			last = 0;
		} else if (*p < 0x80) {
			if (*p == '.' && is_full_stop(p, text.p, end))
				all |= CHARACTER_STOP;
			last = *p++ == ' ' ? last : 0;
		} else if (*p < 0xE0 || end - p < 3) {
			p++;
			last = 0;
		} else {
			unsigned now = kind_at(p);

			all |= now & (CHARACTER_CLAIM | CHARACTER_STOP);
			if ((last & CHARACTER_NUMERAL) != 0 &&
			    (now & CHARACTER_COUNTED) != 0)
				all |= CHARACTER_CLAIM;
			p += 3;
			last = now;
		}
	}
	*claims = (all & CHARACTER_CLAIM) != 0;
	return (size_t)((const char *)p - text.p);
}
