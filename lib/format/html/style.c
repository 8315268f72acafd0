/* Declarations of CSS: `display: none; color: #fff'. */
#include "look.h"

#include <stdint.h>

#include "base/digits.h"

typedef unsigned value_fn(struct slice value);

static struct slice
skip_blanks(struct slice text)
{
	while (text.n > 0 && (unsigned char)text.p[0] <= ' ')
		text = slice_from(text, 1);
	return text;
}

static bool
begins_with_word(struct slice value, struct slice word)
{
	return slice_starts_nocase(value, word) && (value.n == word.n ||
	    strchr(" \t\n\f\r!,/", value.p[word.n]) != NULL);
}

/* A keyword and what it makes of the look. */
struct keyword {
	struct slice word;
	unsigned     look;
};

/* The look of the first of WORDS, up to one without letters, that VALUE is. */
static unsigned
keyword_of(struct slice value, const struct keyword *words)
{
	for (; words->word.n > 0; words++)
		if (begins_with_word(value, words->word))
			return words->look;
	return 0;
}

static unsigned
display(struct slice value)
{
	static const struct keyword words[] = {
		{ { "none", 4 }, HTML_GONE },
		{ { "table", 5 }, HTML_AS_TABLE },
		{ { "inline-table", 12 }, HTML_AS_TABLE },
		{ { "table-row", 9 }, HTML_AS_ROW },
		{ { "table-cell", 10 }, HTML_AS_CELL },
		{ { "table-row-group", 15 }, HTML_AS_GROUP },
		{ { "table-header-group", 18 }, HTML_AS_GROUP },
		{ { "table-footer-group", 18 }, HTML_AS_GROUP },
		{ { NULL, 0 }, 0 },
	};

	return keyword_of(value, words);
}

static unsigned
visibility(struct slice value)
{
	static const struct keyword words[] = {
		{ { "hidden", 6 }, HTML_VEILED },
		{ { "collapse", 8 }, HTML_COLLAPSED },
		{ { NULL, 0 }, 0 },
	};

	return keyword_of(value, words);
}

/* Whether the number that VALUE begins with is 0. */
static bool
is_zero(struct slice value)
{
	size_t digits = 0, n = 0;

	for (; n < value.n && (value.p[n] == '.' || (value.p[n] >= '0' &&
	    value.p[n] <= '9')); n++) {
		if (value.p[n] >= '1' && value.p[n] <= '9')
			return false;
		digits += value.p[n] == '0';
	}
	return digits > 0;
}

/* By a length or a share of the line: 4pt, 50%, -2px. */
static unsigned
raise(struct slice value)
{
	size_t at = value.n > 0 && value.p[0] == '-' ? 1 : 0;

	if (at == value.n || !(is_digit(value.p[at]) || value.p[at] == '.') ||
	    is_zero(slice_from(value, at)))
		return 0;
	return at == 0 ? HTML_RAISED : HTML_LOWERED;
}

static unsigned
vertical_align(struct slice value)
{
	static const struct keyword words[] = {
		{ { "super", 5 }, HTML_RAISED },
		{ { "sub", 3 }, HTML_LOWERED },
		{ { NULL, 0 }, 0 },
	};

	unsigned look = keyword_of(value, words);

	return look != 0 ? look : raise(value);
}

static unsigned
text_decoration(struct slice value)
{
	for (; value.n > 0; value = slice_from(value, 1))
		if (begins_with_word(value, SLICE("line-through")))
			return HTML_STRUCK;
	return 0;
}

static unsigned
opacity(struct slice value)
{
	return is_zero(value) ? HTML_CLEAR : 0;
}

static unsigned
font_size(struct slice value)
{
	return is_zero(value) ? HTML_TINY : 0;
}

/* -9999px and its like, which no page is as wide as. */
static unsigned
offset(struct slice value)
{
	enum { DIGITS = 3 };	/* more: 1000 and up, or -999 */
	size_t n = 1;

	if (value.n == 0 || value.p[0] != '-')
		return 0;
	while (n < value.n && value.p[n] >= '0' && value.p[n] <= '9')
		n++;
	return n > DIGITS + 1 || (n == DIGITS + 1 && value.p[1] == '9') ?
	    HTML_OUTSIDE : 0;
}

static unsigned
top(struct slice value)
{
	unsigned outside = offset(value);

	return outside != 0 ? outside : raise(value) == HTML_LOWERED ?
	    HTML_UP : 0;
}

static unsigned
bottom(struct slice value)
{
	return raise(value) == HTML_RAISED ? HTML_UP : 0;
}

/* The numbers of COLOR in brackets, `rgb(255, 255, 255)', `hsl(0 0% 100% / 0)': how
 * many, up to COMPONENTS. */
enum { COMPONENTS = 4 };

static size_t
components_of(struct slice color, double component[COMPONENTS])
{
	size_t n = 0, at = 0;

	while (at < color.n && color.p[at] != ')' && n < COMPONENTS) {
		double unit = 1, number = 0;
		size_t start = at;

		for (; at < color.n && is_digit(color.p[at]); at++)
			number = number * 10 + (color.p[at] - '0');
		if (at < color.n && color.p[at] == '.')
			for (at++; at < color.n && is_digit(color.p[at]); at++)
				number += (color.p[at] - '0') * (unit /= 10);
		if (at > start)
			component[n++] = number;
		else
			at++;
	}
	return n;
}

/* Whether COLOR in brackets, or with eight digits, is white or lets all shine
 * through. */
static bool
is_white_or_clear(struct slice color)
{
	double c[COMPONENTS];
	size_t n;

	if (color.n == 9 && color.p[0] == '#')
		return slice_ends(color, SLICE("00"));
	if (!slice_starts_nocase(color, SLICE("rgb")) &&
	    !slice_starts_nocase(color, SLICE("hsl")))
		return false;
	n = components_of(color, c);
	if (n == 4 && c[3] <= 0)
		return true;
	return n >= 3 && (color.p[0] == 'h' || color.p[0] == 'H' ? c[2] >= 100 :
	    c[0] >= 255 && c[1] >= 255 && c[2] >= 255);
}

bool
html_is_white(struct slice color)
{
	static const struct slice whites[] = {
		{ "#ffffff", 7 }, { "#fff", 4 }, { "white", 5 },
		{ "ffffff", 6 },
	};

	for (size_t i = 0; i < sizeof(whites) / sizeof(whites[0]); i++) {
		struct slice rest;

		if (!slice_starts_nocase(color, whites[i]))
			continue;
		rest = skip_blanks(slice_from(color, whites[i].n));
		if (rest.n == 0 || rest.p[0] == '!')
			return true;
	}
	return is_white_or_clear(color);
}

static unsigned
color(struct slice value)
{
	static const struct keyword none[] = {
		{ { "transparent", 11 }, HTML_WHITE },
		{ { NULL, 0 }, 0 },
	};

	return html_is_white(value) ? HTML_WHITE : keyword_of(value, none);
}

/* Nothing, or a point, is left, as of what only screen readers are to have. */
static unsigned
clip(struct slice value)
{
	double side[COMPONENTS];
	size_t n = components_of(value, side);

	if (!slice_starts_nocase(value, SLICE("rect(")))
		return 0;
	for (size_t i = 0; i < n; i++)
		if (side[i] > 1)
			return 0;
	return n == COMPONENTS ? HTML_OUTSIDE : 0;
}

static unsigned
clip_path(struct slice value)
{
	enum { HALF = 50 };
	double side[COMPONENTS];

	return slice_starts_nocase(value, SLICE("inset(")) &&
	    components_of(value, side) == 1 && side[0] >= HALF ?
	    HTML_OUTSIDE : 0;
}

static unsigned
position(struct slice value)
{
	return begins_with_word(value, SLICE("relative")) ? HTML_RELATIVE : 0;
}

/* Word says `background:white' of all that it prints. */
static unsigned
background(struct slice value)
{
	static const struct keyword none[] = {
		{ { "none", 4 }, 1 }, { { "transparent", 11 }, 1 },
		{ { "inherit", 7 }, 1 }, { { "initial", 7 }, 1 },
		{ { NULL, 0 }, 0 },
	};

	return html_is_white(value) || keyword_of(value, none) != 0 ? 0 :
	    HTML_BACKED;
}

/* In order of their first letters. */
static const struct property {
	struct slice name;
	unsigned     said;
	value_fn    *look;
} properties[] = {
	{ { "background", 10 }, HTML_BACKED, background },
	{ { "background-color", 16 }, HTML_BACKED, background },
	{ { "background-image", 16 }, HTML_BACKED, background },
	{ { "bottom", 6 }, HTML_UP, bottom },
	{ { "clip", 4 }, HTML_OUTSIDE, clip },
	{ { "clip-path", 9 }, HTML_OUTSIDE, clip_path },
	{ { "color", 5 }, HTML_WHITE, color },
	{ { "display", 7 }, HTML_GONE | HTML_AS_PART, display },
	{ { "font-size", 9 }, HTML_TINY, font_size },
	{ { "left", 4 }, HTML_OUTSIDE, offset },
	{ { "mso-text-raise", 14 }, HTML_RAISED | HTML_LOWERED, raise },
	{ { "opacity", 7 }, HTML_CLEAR, opacity },
	{ { "position", 8 }, HTML_RELATIVE, position },
	{ { "text-decoration", 15 }, HTML_STRUCK, text_decoration },
	{ { "text-decoration-line", 20 }, HTML_STRUCK, text_decoration },
	{ { "text-indent", 11 }, HTML_OUTSIDE, offset },
	{ { "top", 3 }, HTML_OUTSIDE | HTML_UP, top },
	{ { "vertical-align", 14 }, HTML_RAISED | HTML_LOWERED,
	    vertical_align },
	{ { "visibility", 10 }, HTML_VEILED | HTML_COLLAPSED, visibility },
	{ { "", 0 }, 0, NULL },
};

/* The first property that begins with the letter C, or NULL, as of most that
 * Word writes. */
static const struct property *
first_property(char c)
{
	static const unsigned char first[] = {
		['b' - 'a'] = 1, ['c' - 'a'] = 5, ['d' - 'a'] = 8,
		['f' - 'a'] = 9, ['l' - 'a'] = 10, ['m' - 'a'] = 11,
		['o' - 'a'] = 12, ['p' - 'a'] = 13, ['t' - 'a'] = 14,
		['v' - 'a'] = 18, ['z' - 'a'] = 0,
	};

	return c >= 'a' && c <= 'z' && first[c - 'a'] > 0 ?
	    &properties[first[c - 'a'] - 1] : NULL;
}

/* Whether TEXT is a declaration of the property NAME. */
static bool
is_of(struct slice text, struct slice name)
{
	return text.n > name.n && (text.p[name.n] == ':' ||
	    (unsigned char)text.p[name.n] <= ' ') &&
	    slice_starts_nocase(text, name);
}

/* What the declaration TEXT says. */
static struct html_style
declaration(struct slice text)
{
	for (const struct property *p = first_property((char)(text.p[0] | 0x20));
	    p != NULL && p->name.p[0] == (text.p[0] | 0x20); p++) {
		struct slice value;

		if (!is_of(text, p->name))
			continue;
		value = skip_blanks(slice_from(text, p->name.n));
		if (value.n == 0 || value.p[0] != ':')
			continue;
		value = slice_trim(slice_from(value, 1));
		return (struct html_style){ p->said, p->look(value) };
	}
	return (struct html_style){ 0, 0 };
}

static struct html_style
read_style(struct slice text)
{
	struct html_style style = { 0, 0 };

	while ((text = skip_blanks(text)).n > 0) {
		const char *end = memchr(text.p, ';', text.n);
		size_t      n = end != NULL ? (size_t)(end - text.p) : text.n;

		style = html_style_over(style,
		    declaration((struct slice){ text.p, n }));
		text = slice_from(text, end != NULL ? n + 1 : n);
	}
	return style;
}

/* Word writes the same long declarations with each run of text.  They are kept
 * in sets of two. */
enum { SETS = 512, KEPT_BYTES = 304, SHORT = 16 };

static struct kept_styles {
	struct kept {
		size_t            n;
		struct html_style style;
		char              text[KEPT_BYTES];
	} style[2];
	unsigned oldest;
} kept[SETS];

static uint64_t
eight_bytes(const char *p)
{
	uint64_t bytes;

	memcpy(&bytes, p, sizeof(bytes));
	return bytes;
}

static uint64_t
mix(uint64_t hash, uint64_t bytes)
{
	hash = (hash ^ bytes) * 0x9E3779B97F4A7C15u;
	return hash ^ hash >> 32;
}

/* Where a text of at least SHORT bytes may be kept: widths, which differ most, are
 * at its beginning. */
static struct kept_styles *
set_of(struct slice text)
{
	uint64_t hash = mix(text.n, eight_bytes(text.p + 4));

	hash = mix(hash, eight_bytes(text.p + text.n / 2 - 4));
	hash = mix(hash, eight_bytes(text.p + text.n - 8));
	return &kept[hash % SETS];
}

static bool
is_kept(const struct kept *kept, struct slice text)
{
	return kept->n == text.n && memcmp(kept->text, text.p, text.n) == 0;
}

struct html_style
html_style(struct slice text)
{
	struct kept_styles *set;
	struct kept        *k;

	if (text.n < SHORT || text.n > KEPT_BYTES)
		return read_style(text);
	set = set_of(text);
	for (int i = 0; i < 2; i++)
		if (is_kept(&set->style[i], text))
			return set->style[i].style;
	k = &set->style[set->oldest];
	set->oldest ^= 1;
	k->style = read_style(text);
	k->n = text.n;
	memcpy(k->text, text.p, text.n);
	return k->style;
}
