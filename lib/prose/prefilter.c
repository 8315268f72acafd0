/* Whether text is worth reading at all.  Most is not; this looks at every
 * byte of a report, the rest of this room at one in five. */
#include "base/digits.h"
#include "base/utf8.h"
#include "sentence.h"

enum { PLANE = 0x10000 };

enum character {
	CHARACTER_CLAIM = 1 << 0,	/* 未 没 无 零, full-width digits */
	CHARACTER_NUMERAL = 1 << 1,
	CHARACTER_COUNTED = 1 << 2,	/* may follow a numeral's last */
	CHARACTER_STOP = 1 << 3,	/* ends a sentence */
	CHARACTER_NAMED = 1 << 4,	/* behind digits that count nothing */
};

static const char claims[] = "未没無无零０１２３４５６７８９";
static const char numerals[] = "一二三四五六七八九十两百千万亿壹贰叁余多";
static const char counted[] = "件条项份宗起次篇期个场人名位册张批部例则单万亿余"
    "多元百千十分條項個場職职";

static const char stops[] = "。！？";
static const char named[] = "月日号〕﹞號";

static unsigned char character[PLANE];

static void
note(const char *characters, size_t n, unsigned char kind)
{
	struct slice rest = { characters, n };

	while (rest.n > 0) {
		uint32_t c;

		rest = slice_from(rest, utf8_decode(rest, &c));
		character[c] |= kind;
	}
}

static void
prepare(void)
{
	note(claims, sizeof(claims) - 1, CHARACTER_CLAIM);
	note(numerals, sizeof(numerals) - 1, CHARACTER_NUMERAL);
	note(counted, sizeof(counted) - 1, CHARACTER_COUNTED);
	note(stops, sizeof(stops) - 1, CHARACTER_STOP);
	note(named, sizeof(named) - 1, CHARACTER_NAMED);
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
	return (kind_at(q) & CHARACTER_NAMED) == 0 &&
	    (n != year || memcmp(q, "年", 3) != 0);
}

size_t
sentence_length(struct slice text, int year, bool *claims)
{
	const unsigned char *p = (const unsigned char *)text.p;
	const unsigned char *end = p + text.n;
	unsigned             last = 0, all = 0;

	if (character[0x3002 /* 。 */] == 0)
		prepare();
	while (p < end && (all & CHARACTER_STOP) == 0) {
		unsigned now = 0;

		if (is_digit(*p)) {
			if (digits_claim(&p, end, year))
				all |= CHARACTER_CLAIM;
		} else if (*p < 0x80)
			now = *p++ == ' ' ? last : 0;
		else if (*p < 0xE0 || end - p < 3)
			p++;
		else {
			now = kind_at(p);
			all |= now & (CHARACTER_CLAIM | CHARACTER_STOP);
			if ((last & CHARACTER_NUMERAL) != 0 &&
			    (now & CHARACTER_COUNTED) != 0)
				all |= CHARACTER_CLAIM;
			p += 3;
		}
		last = now;
	}
	*claims = (all & CHARACTER_CLAIM) != 0;
	return (size_t)((const char *)p - text.p);
}
