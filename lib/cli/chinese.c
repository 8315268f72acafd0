#include "chinese.h"

#include <stdbool.h>

#include "base/tsv.h"

extern const struct slice data_chinese;

/* A line of the table is the format of a message with its conversions, or a
 * word of the help; in its Chinese {1} stands for what the first conversion made.
 * That of %.*s came from outside and stays as it is; that of %s may be a message
 * of its own, and is said in Chinese if it is. */
enum hole_kind { HOLE_TEXT, HOLE_WORDS, HOLE_NUMBER };

enum { HOLES_MAX = 6, DEPTH_MAX = 4 };

struct hole {
	enum hole_kind kind;
	struct slice   text;
};

struct holes {
	struct hole at[HOLES_MAX];
	int         n;
	bool        is_bare;	/* nothing but marks stands around them */
};

struct chinese {
	char  *p;
	size_t n, room;
	bool   is_full;
};

/* The length of the conversion that FORMAT begins with; 0: it is none.  Its kind
 * into *KIND. */
static size_t
conversion(struct slice format, enum hole_kind *kind)
{
	size_t n = 1;

	if (format.n < 2 || format.p[0] != '%' || format.p[1] == '%')
		return 0;
	while (n < format.n && strchr("0123456789.*lz", format.p[n]) != NULL)
		n++;
	if (n == format.n || strchr("sducf", format.p[n]) == NULL)
		return 0;
	*kind = format.p[n] == 'c' ? HOLE_TEXT :
	    format.p[n] != 's' ? HOLE_NUMBER :
	    n > 1 ? HOLE_TEXT : HOLE_WORDS;
	return n + 1;
}

/* The bytes of FORMAT before its next conversion. */
static struct slice
literal_of(struct slice format)
{
	enum hole_kind kind;
	size_t         n = 0;

	while (n < format.n && conversion(slice_from(format, n), &kind) == 0)
		n++;
	return (struct slice){ format.p, n };
}

static bool
is_number(struct slice text)
{
	size_t n = 0;

	while (n < text.n && strchr("0123456789.", text.p[n]) != NULL)
		n++;
	return text.n > 0 && n == text.n;
}

static bool
has_letter(struct slice text)
{
	for (size_t i = 0; i < text.n; i++)
		if ((text.p[i] | 0x20) >= 'a' && (text.p[i] | 0x20) <= 'z')
			return true;
	return false;
}

/* Takes what comes before LITERAL off *TEXT, and LITERAL itself.  What no literal
 * follows, AT_END, is all that is left. */
static bool
take_hole(struct slice *text, struct slice literal, bool at_end,
    struct slice *hole)
{
	const char *end = literal.n == 0 ? text->p + text->n :
	    at_end ? text->p + text->n - literal.n :
	    slice_find(*text, literal);

	if (end == NULL || (at_end && !slice_ends(*text, literal)))
		return false;
	*hole = (struct slice){ text->p, (size_t)(end - text->p) };
	*text = slice_from(*text, hole->n + literal.n);
	return true;
}

/* Whether TEXT is what FORMAT makes, and of what. */
static bool
fits(struct slice format, struct slice text, struct holes *holes)
{
	struct slice literal = literal_of(format);
	size_t       n;

	holes->n = 0;
	holes->is_bare = !has_letter(literal);
	if (!slice_starts(text, literal))
		return false;
	format = slice_from(format, literal.n);
	text = slice_from(text, literal.n);
	while (format.n > 0) {
		struct hole *hole = &holes->at[holes->n];

		if (holes->n++ == HOLES_MAX)
			return false;
		n = conversion(format, &hole->kind);
		format = slice_from(format, n);
		literal = literal_of(format);
		format = slice_from(format, literal.n);
		holes->is_bare &= !has_letter(literal);
		if (!take_hole(&text, literal, format.n == 0, &hole->text) ||
		    (hole->kind == HOLE_NUMBER && !is_number(hole->text)))
			return false;
	}
	return text.n == 0;
}

static void
add(struct chinese *out, struct slice text)
{
	out->is_full |= text.n > out->room - out->n;
	if (out->is_full)
		return;
	if (text.n > 0)
		memcpy(out->p + out->n, text.p, text.n);
	out->n += text.n;
}

static bool translate(struct slice text, int depth, struct chinese *out);

/* WORDS, {1} and the like filled in.  False where all that is said is what the
 * holes say, and one of them is not known. */
static bool
fill_in(struct slice words, const struct holes *holes, int depth,
    struct chinese *out)
{
	while (words.n > 0) {
		const struct hole *hole;
		const char        *mark = memchr(words.p, '{', words.n);
		size_t n = mark != NULL ? (size_t)(mark - words.p) : words.n;

		add(out, (struct slice){ words.p, n });
		words = slice_from(words, n);
		if (words.n < 3 || words.p[1] < '1' ||
		    words.p[1] > '0' + holes->n || words.p[2] != '}') {
			n = words.n > 0;
			add(out, (struct slice){ words.p, n });
			words = slice_from(words, n);
			continue;
		}
		hole = &holes->at[words.p[1] - '1'];
		words = slice_from(words, 3);
		if (hole->kind == HOLE_WORDS &&
		    translate(hole->text, depth + 1, out))
			continue;
		if (hole->kind == HOLE_WORDS && holes->is_bare)
			return false;
		add(out, hole->text);
	}
	return true;
}

/* Adds TEXT in the words of the first line that fits. */
static bool
translate(struct slice text, int depth, struct chinese *out)
{
	struct tsv   tsv = tsv_open(data_chinese);
	struct slice field[2];
	struct holes holes;
	size_t       before = out->n;

	while (depth < DEPTH_MAX && tsv_next(&tsv, field, 2) > 0) {
		if (!fits(field[0], text, &holes))
			continue;
		if (fill_in(field[1], &holes, depth, out))
			return !out->is_full;
		out->n = before;
	}
	return false;
}

struct slice
chinese_of(struct slice text, char *room, size_t n)
{
	struct chinese out = { .p = room, .room = n };

	return text.n > 0 && translate(text, 0, &out) ?
	    (struct slice){ out.p, out.n } : text;
}
