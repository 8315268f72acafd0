#include "cell_format.h"

#include <ctype.h>

#include "base/utf8.h"

/* What stands in brackets: a condition, the hours of [h], a currency [$¥-804],
 * else a colour, a language or a kind of digits. */
static struct format_token
bracket_token(struct slice inside)
{
	struct format_token token = { FORMAT_NOTHING, inside };
	const char         *end;

	if (inside.n == 0)
		return token;
	if (strchr("<>=", inside.p[0]) != NULL)
		token.kind = FORMAT_CONDITION;
	else if (strchr("hHmMsS", inside.p[0]) != NULL &&
	    (inside.n == 1 || inside.p[1] == inside.p[0]))
		token.kind = FORMAT_DATE;
	else if (inside.p[0] == '$') {
		token.kind = FORMAT_LITERAL;
		token.text = slice_from(inside, 1);
		end = memchr(token.text.p, '-', token.text.n);
		if (end != NULL)
			token.text.n = (size_t)(end - token.text.p);
	}
	return token;
}

/* The length of TEXT, behind an opening mark, up to CLOSE. */
static size_t
length_to(struct slice text, char close)
{
	const char *end = memchr(text.p, close, text.n);

	return end == NULL ? text.n : (size_t)(end - text.p);
}

/* A token that begins with a mark which something belongs to. */
static bool
marked_token(struct slice code, struct format_token *token, size_t *used)
{
	struct slice rest = slice_from(code, 1);
	uint32_t     c;
	size_t       n = rest.n > 0 ? utf8_decode(rest, &c) : 0;

	switch (code.p[0]) {
	case '"':
		n = length_to(rest, '"');
		*token = (struct format_token){ FORMAT_LITERAL,
		    { rest.p, n } };
		*used = 1 + n + (n < rest.n);
		return true;
	case '[':
		n = length_to(rest, ']');
		*token = bracket_token((struct slice){ rest.p, n });
		*used = 1 + n + (n < rest.n);
		return true;
	case '\\':
	case '!':
		*token = (struct format_token){ FORMAT_LITERAL,
		    { rest.p, n } };
		break;
	case '_':
		*token = (struct format_token){ FORMAT_BLANK, { " ", 1 } };
		break;
	case '*':
		*token = (struct format_token){ FORMAT_NOTHING,
		    { rest.p, n } };
		break;
	default:
		return false;
	}
	*used = 1 + n;
	return true;
}

/* Words that are tokens. */
static const struct {
	struct slice           word;
	enum format_token_kind kind;
} words[] = {
	{ { "General", 7 }, FORMAT_GENERAL }, { { "AM/PM", 5 }, FORMAT_NOTHING },
	{ { "A/P", 3 }, FORMAT_NOTHING }, { { "E+", 2 }, FORMAT_EXPONENT },
	{ { "E-", 2 }, FORMAT_EXPONENT },
};

/* The length of the word CODE begins with, which is a token of *KIND. */
static size_t
word_token(struct slice code, enum format_token_kind *kind)
{
	size_t n = 2;

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (slice_starts_nocase(code, words[i].word)) {
			*kind = words[i].kind;
			return words[i].word.n;
		}
	/* Chinese editions say G/ and a Chinese word for General */
	if (!slice_starts(code, SLICE("G/")))
		return 0;
	while (n < code.n && (unsigned char)code.p[n] >= 0x80)
		n++;
	*kind = FORMAT_GENERAL;
	return n > 2 ? n : 0;
}

static enum format_token_kind
kind_of(char c)
{
	switch (c) {
	case ';': return FORMAT_END;
	case '0': case '#': case '?': return FORMAT_DIGIT;
	case '.': return FORMAT_POINT;
	case ',': return FORMAT_COMMA;
	case '%': return FORMAT_PERCENT;
	case '/': return FORMAT_FRACTION;
	case '@': return FORMAT_TEXT;
	}
	return strchr("ymdhsabeg", tolower((unsigned char)c)) != NULL
	    ? FORMAT_DATE : FORMAT_LITERAL;
}

struct format_token
format_token_next(struct slice *code)
{
	struct format_token token = { FORMAT_END, { code->p, 0 } };
	uint32_t            c;
	size_t              n = 0;

	if (code->n == 0)
		return token;
	if (!marked_token(*code, &token, &n)) {
		token.kind = kind_of(code->p[0]);
		n = word_token(*code, &token.kind);
		if (n == 0)
			n = utf8_decode(*code, &c);
		token.text.n = n;
	}
	*code = slice_from(*code, n);
	return token;
}

/* What the tokens of a section tell together. */
struct section_facts {
	bool     seen[FORMAT_DATE + 1];
	bool     letter[256];		/* of dates */
	unsigned digits;		/* places for them */
};

static struct section_facts
collect(struct slice code)
{
	struct section_facts facts = { .digits = 0 };
	struct format_token  token;

	while ((token = format_token_next(&code)).kind != FORMAT_END) {
		facts.seen[token.kind] = true;
		facts.digits += token.kind == FORMAT_DIGIT;
		if (token.kind == FORMAT_DATE)
			facts.letter[tolower((unsigned char)token.text.p[0])] =
			    true;
	}
	return facts;
}

/* An `m' is a month unless hours or seconds stand beside it. */
static unsigned
date_parts(const bool letter[])
{
	unsigned parts = 0;

	if (letter['y'] || letter['e'])
		parts |= DATE_YEAR;
	if (letter['d'])
		parts |= DATE_DAY;
	if (letter['h'] || letter['s'])
		parts |= DATE_TIME;
	if (letter['m'] && parts != DATE_TIME)
		parts |= DATE_MONTH;
	if (parts == 0 && letter['a'])	/* the day of the week */
		parts = DATE_YEAR | DATE_MONTH | DATE_DAY;
	return parts;
}

/* Counts places, per cents and scaling commas: those right before the point
 * or behind the last place.  Commas between places only group. */
static void
count_places(struct format_section *s, unsigned digits)
{
	struct slice        code = s->code;
	struct format_token token;
	bool                point = false;
	int                 commas = 0;

	while ((token = format_token_next(&code)).kind != FORMAT_END) {
		if (token.kind == FORMAT_POINT && !point) {
			point = true;
			s->power -= 3 * commas;
			commas = 0;
		}
		if (token.kind == FORMAT_PERCENT)
			s->power += 2;
		if (token.kind == FORMAT_COMMA)
			commas++;
		else if (digits > 0)
			commas = 0;
		if (token.kind == FORMAT_DIGIT) {
			digits--;
			*(point ? &s->decimals : &s->whole) += 1;
		}
	}
	if (digits == 0)
		s->power -= 3 * commas;
}

static void
read_condition(struct slice text, struct format_condition *condition)
{
	while (text.n > 0 && strchr("<>=", text.p[0]) != NULL) {
		condition->less |= text.p[0] == '<';
		condition->greater |= text.p[0] == '>';
		condition->equal |= text.p[0] == '=';
		text = slice_from(text, 1);
	}
	if (!scaled_parse(slice_trim(text), &condition->limit))
		condition->limit = (struct scaled_digits){ .n = 0 };
}

static void
find_condition(struct format_section *s)
{
	struct slice        code = s->code;
	struct format_token token;

	while ((token = format_token_next(&code)).kind != FORMAT_END)
		if (token.kind == FORMAT_CONDITION) {
			s->conditional = true;
			read_condition(token.text, &s->condition);
		}
}

static bool
is_date(const struct section_facts *facts)
{
	const bool *letter = facts->letter;

	return facts->seen[FORMAT_DATE] && (facts->digits == 0 ||
	    letter['y'] || letter['d'] || letter['h'] || letter['s']);
}

/* Reads the section that begins CODE; returns whether it is one of text. */
static bool
read_section(struct format_section *s, struct slice code)
{
	struct section_facts facts = collect(code);

	*s = (struct format_section){ .code = code, .style = CELL_WORDS };
	if (facts.seen[FORMAT_CONDITION])
		find_condition(s);
	if (facts.seen[FORMAT_GENERAL]) {
		s->style = CELL_GENERAL;
	} else if (is_date(&facts)) {
		s->parts = date_parts(facts.letter);
		s->style = s->parts != 0 ? CELL_DATE : CELL_GENERAL;
		if (s->parts == 0)
			s->code = SLICE("General");
	} else if (facts.digits > 0) {
		/* exponents and fractions say no more than the number */
		bool odd = facts.seen[FORMAT_EXPONENT] ||
		    facts.seen[FORMAT_FRACTION];

		s->style = odd ? CELL_GENERAL : CELL_NUMBER;
		if (odd)
			s->code = SLICE("General");
		else
			count_places(s, facts.digits);
	}
	return s->style == CELL_WORDS && facts.seen[FORMAT_TEXT];
}

void
cell_format_read(struct cell_format *format, struct slice code)
{
	unsigned n = 0;
	bool     text = false;

	*format = (struct cell_format){ .numbers = 0 };
	if (code.n == 0)
		return;
	while (n < FORMAT_SECTIONS) {
		struct format_token token;

		text = read_section(&format->section[n++], code);
		while ((token = format_token_next(&code)).kind != FORMAT_END)
			continue;
		if (token.text.n == 0)	/* the last has no mark at its end */
			break;
	}
	format->has_text = text || n == FORMAT_SECTIONS;
	format->numbers = n - format->has_text;
}

struct slice
cell_format_builtin(long id)
{
	/* 27 to 36 and 50 to 58 are dates in China */
	static const struct {
		short       first, last;
		const char *code;
	} builtin[] = {
		{ 1, 1, "0" }, { 2, 2, "0.00" }, { 3, 3, "#,##0" },
		{ 4, 4, "#,##0.00" }, { 9, 9, "0%" }, { 10, 10, "0.00%" },
		{ 14, 15, "y-m-d" }, { 16, 16, "m-d" }, { 17, 17, "y-m" },
		{ 18, 21, "h:s" }, { 22, 22, "y-m-d h:s" },
		{ 27, 27, "y-m" }, { 28, 29, "m-d" }, { 30, 31, "y-m-d" },
		{ 32, 35, "h:s" }, { 36, 36, "y-m" }, { 37, 38, "#,##0" },
		{ 39, 40, "#,##0.00" },
		{ 41, 42, "_ * #,##0_ ;_ * -#,##0_ ;_ * \"-\"_ ;_ @_ " },
		{ 43, 44,
		    "_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ " },
		{ 45, 47, "h:s" }, { 50, 50, "y-m" }, { 51, 51, "m-d" },
		{ 52, 52, "y-m" }, { 53, 54, "m-d" }, { 55, 56, "h:s" },
		{ 57, 57, "y-m" }, { 58, 58, "m-d" },
	};

	for (size_t i = 0; i < sizeof(builtin) / sizeof(builtin[0]); i++)
		if (id >= builtin[i].first && id <= builtin[i].last)
			return slice_of(builtin[i].code);
	return (struct slice){ NULL, 0 };
}
