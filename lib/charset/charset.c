#include "charset.h"

#include <strings.h>

#include "base/utf8.h"
#include "claim.h"

/* A document that has more UTF-8 than damage is UTF-8; one of fewer
 * characters than these must be without damage. */
enum { UTF8_SAMPLE = 64 };

/* If this much has so many characters and no damage, the rest is not asked:
 * no text in another character set reads like that. */
enum { UTF8_WINDOW = 16 * 1024 };

/* So many characters tell one double-byte set from the other. */
enum { SAMPLE = 32 * 1024 };

/* What an invalid byte costs, in common characters, and by how much, a
 * character, Big5 must look better than GB18030: measured on reports cut to
 * 4, 8, 16 and 32 hanzi. */
static const double invalid_cost = 8.0, big5_lead = 0.05;

static const char *const names[CHARSETS] = {
	[CHARSET_UNKNOWN] = "unknown", [CHARSET_UTF8] = "UTF-8",
	[CHARSET_GB18030] = "GB18030", [CHARSET_BIG5] = "Big5",
	[CHARSET_UTF16LE] = "UTF-16LE", [CHARSET_UTF16BE] = "UTF-16BE",
};

/* Labels of the WHATWG Encoding Standard, 4.2, that Chinese pages use. */
static const struct {
	const char  *label;
	enum charset charset;
} labels[] = {
	{ "utf-8", CHARSET_UTF8 }, { "utf8", CHARSET_UTF8 },
	{ "gb2312", CHARSET_GB18030 }, { "gb_2312-80", CHARSET_GB18030 },
	{ "gb_2312", CHARSET_GB18030 }, { "csgb2312", CHARSET_GB18030 },
	{ "gbk", CHARSET_GB18030 }, { "x-gbk", CHARSET_GB18030 },
	{ "cp936", CHARSET_GB18030 }, { "gb18030", CHARSET_GB18030 },
	{ "chinese", CHARSET_GB18030 }, { "euc-cn", CHARSET_GB18030 },
	{ "big5", CHARSET_BIG5 }, { "big5-hkscs", CHARSET_BIG5 },
	{ "cn-big5", CHARSET_BIG5 }, { "csbig5", CHARSET_BIG5 },
	{ "x-x-big5", CHARSET_BIG5 }, { "cp950", CHARSET_BIG5 },
	{ "utf-16le", CHARSET_UTF16LE }, { "utf-16", CHARSET_UTF16LE },
	{ "utf-16be", CHARSET_UTF16BE },
};

const char *
charset_name(enum charset charset)
{
	return names[charset];
}

enum charset
charset_named(struct slice label)
{
	label = slice_trim(label);
	for (size_t i = 0; i < sizeof(labels) / sizeof(labels[0]); i++)
		if (strlen(labels[i].label) == label.n &&
		    strncasecmp(labels[i].label, label.p, label.n) == 0)
			return labels[i].charset;
	return CHARSET_UNKNOWN;
}

enum charset
charset_claimed(struct slice head)
{
	return charset_named(charset_claim(head));
}

static enum charset
byte_order_mark(struct slice head)
{
	if (slice_starts(head, SLICE("\xEF\xBB\xBF")))
		return CHARSET_UTF8;
	if (slice_starts(head, SLICE("\xFF\xFE")))
		return CHARSET_UTF16LE;
	if (slice_starts(head, SLICE("\xFE\xFF")))
		return CHARSET_UTF16BE;
	return CHARSET_UNKNOWN;
}

/* The characters of several bytes in valid UTF-8, as far as MOST of them. */
static size_t
wide_characters(const char *p, size_t n, size_t most)
{
	size_t wide = 0;

	for (size_t i = 0; i < n && wide < most; i++)
		wide += ((unsigned char)p[i] & 0xC0) == 0xC0;
	return wide;
}

/* Whether what is valid UTF-8 outweighs the bytes that are not.  A character
 * that the end of an incomplete HEAD cuts is neither. */
static bool
is_utf8(struct slice head, bool complete)
{
	struct slice window = { head.p, head.n < UTF8_WINDOW ? 0 : UTF8_WINDOW };
	size_t       good = 0, bad = 0;

	if (window.n > 0 && utf8_valid_length(window) > window.n -
	    UTF8_BYTES_MAX && wide_characters(window.p, window.n,
	    UTF8_SAMPLE) == UTF8_SAMPLE)
		return true;
	for (;;) {
		size_t n = utf8_valid_length(head);

		if (n == head.n && bad == 0)
			return true;
		good += wide_characters(head.p, n, n);
		head = slice_from(head, n);
		if (head.n == 0)
			break;
		bad += complete || head.n >= UTF8_BYTES_MAX;
		head = slice_from(head, 1);
		/* No more is to come than one for two bytes: GBK is known for
		 * none by a third of it. */
		if (bad > good + head.n / 2)
			return false;
	}
	return bad == 0 || (good >= UTF8_SAMPLE && good >= bad);
}

/* Whether a unit of UTF-16 is what Chinese text consists of: Latin, marks,
 * kana, hanzi, full-width forms. */
static bool
is_usual(unsigned unit)
{
	return (unit >= ' ' && unit < 0x100) || unit == '\t' || unit == '\n' ||
	    unit == '\r' || (unit >= 0x2000 && unit < 0x2700) ||
	    (unit >= 0x3000 && unit < 0x3400) ||
	    (unit >= 0x4E00 && unit < 0xA000) || unit >= 0xFF00;
}

/* So many bytes tell. */
enum { UTF16_BYTES = 4096 };

/* How much a string looks like UTF-16 of one byte order. */
struct pairs {
	size_t all, usual, latin;	/* latin: a NUL and something */
};

static struct pairs
pairs_of(struct slice head, size_t low)
{
	struct pairs pairs = { .all = (head.n < UTF16_BYTES ?
	    head.n : UTF16_BYTES) / 2 };

	for (size_t i = 0; i < pairs.all; i++) {
		unsigned char c = (unsigned char)head.p[2 * i + low];
		unsigned char high = (unsigned char)head.p[2 * i + 1 - low];

		pairs.usual += is_usual((unsigned)high << 8 | c);
		pairs.latin += high == 0 && c != 0;
	}
	return pairs;
}

/* UTF-16 without a mark shows by its line ends, spaces and digits: Latin makes
 * up a good part, or all is usual in that reading and no UTF-8. */
static bool
is_unmarked_utf16(struct slice head, size_t low)
{
	struct pairs pairs;

	if (memchr(head.p, '\0', head.n < UTF16_BYTES ? head.n : UTF16_BYTES) ==
	    NULL)
		return false;
	pairs = pairs_of(head, low);
	if (pairs.latin == 0 || 20 * pairs.usual < 19 * pairs.all)
		return false;
	return 4 * pairs.latin >= pairs.all || !is_utf8(head, false);
}

static bool
between(unsigned char c, unsigned char low, unsigned char high)
{
	return c >= low && c <= high;
}

/* How much a string looks like a double-byte character set. */
struct score {
	size_t common, characters, invalid;
};

static double
score_of(const struct score *s)
{
	size_t all = s->characters + s->invalid;

	if (all == 0)
		return 0;
	return ((double)s->common - invalid_cost * (double)s->invalid) /
	    (double)all;
}

/* GB 18030: two bytes, 81-FE and 40-7E or 80-FE, or four with digits second
 * and fourth.  Common are the marks (A1-A3) and the first level of GB 2312
 * (B0-D7), ordered by sound: the characters in use. */
static size_t
score_gb(const unsigned char *p, size_t n, struct score *s)
{
	if (!between(p[0], 0x81, 0xFE))
		return s->invalid++, 1;
	if (n >= 4 && between(p[1], '0', '9') && between(p[2], 0x81, 0xFE) &&
	    between(p[3], '0', '9'))
		return s->characters++, 4;
	if (p[1] < 0x40 || p[1] == 0x7F || p[1] == 0xFF)
		return s->invalid++, 1;
	s->characters++;
	s->common += p[1] >= 0xA1 &&
	    (between(p[0], 0xA1, 0xA3) || between(p[0], 0xB0, 0xD7));
	return 2;
}

/* Big5: 81-FE and 40-7E or A1-FE.  Common are the marks (A1) and the first
 * level (A4-C6), ordered by strokes. */
static size_t
score_big5(const unsigned char *p, size_t n, struct score *s)
{
	(void)n;
	if (!between(p[0], 0x81, 0xFE) ||
	    !(between(p[1], 0x40, 0x7E) || between(p[1], 0xA1, 0xFE)))
		return s->invalid++, 1;
	s->characters++;
	s->common += p[0] == 0xA1 || between(p[0], 0xA4, 0xC6);
	return 2;
}

static double
score(struct slice head, size_t step(const unsigned char *, size_t,
    struct score *))
{
	const unsigned char *p = (const unsigned char *)head.p;
	struct score         s = { 0 };

	for (size_t i = 0; i + 1 < head.n && s.characters < SAMPLE;)
		i += p[i] < 0x80 ? 1 : step(p + i, head.n - i, &s);
	return score_of(&s);
}

static enum charset
double_byte(struct slice head, enum charset claim)
{
	double gb = score(head, score_gb);
	double big5 = score(head, score_big5);

	if (big5 > gb + big5_lead)
		return CHARSET_BIG5;
	if (claim == CHARSET_BIG5 && big5 >= gb - big5_lead)
		return CHARSET_BIG5;
	return CHARSET_GB18030;
}

/* What a mark says, or the look of UTF-16 without one; else CHARSET_UNKNOWN. */
static enum charset
charset_at_sight(struct slice head)
{
	enum charset charset = byte_order_mark(head);

	if (charset != CHARSET_UNKNOWN)
		return charset;
	if (is_unmarked_utf16(head, 0))
		return CHARSET_UTF16LE;
	return is_unmarked_utf16(head, 1) ? CHARSET_UTF16BE : CHARSET_UNKNOWN;
}

bool
charset_is_utf16(struct slice head)
{
	enum charset charset = charset_at_sight(head);

	return charset == CHARSET_UTF16LE || charset == CHARSET_UTF16BE;
}

enum charset
charset_detect(struct slice head, bool complete, enum charset claim)
{
	enum charset charset = charset_at_sight(head);

	if (charset != CHARSET_UNKNOWN)
		return charset;
	if (is_utf8(head, complete))
		return CHARSET_UTF8;
	return double_byte(head, claim);
}

enum charset
charset_of_name(struct slice name)
{
	return double_byte(name, CHARSET_GB18030);
}
