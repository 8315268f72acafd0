#include "sentence.h"

#include <stdlib.h>

#include "base/digits.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "text/fold.h"
#include "marks.h"

enum {
	YEAR_MIN = 1949,
	YEAR_MAX = 2100,
	QUOTATION_MAX = 600,	/* bytes: longer, it was never closed */
};

/* What stands between words. */
static const struct {
	enum mark_kind  mark;
	enum token_kind token;
} boundary[] = {
	{ MARK_COMMA, TOKEN_COMMA }, { MARK_PAUSE, TOKEN_PAUSE },
	{ MARK_OPEN, TOKEN_OPEN }, { MARK_CLOSE, TOKEN_CLOSE },
};

static struct token *
add(struct sentence *sentence, enum token_kind kind, size_t start, size_t n)
{
	struct token *token = &sentence->token[sentence->tokens++];

	token->kind = kind;
	token->concept = -1;
	token->start = start;
	token->end = start + n;
	return token;
}

/* The bytes of a quotation that no figure is read in, a name or the number of a
 * document; 0 when none begins. */
static size_t
quotation_at(struct slice text)
{
	const struct marks *marks = marks_of(MARK_QUOTATION);

	if (!marks->first[(unsigned char)text.p[0]])
		return 0;
	for (size_t i = 0; i < marks->marks; i += 2) {
		const struct slice *mark = &marks->mark[i];
		const char         *close;

		if (!slice_starts(text, mark[0]))
			continue;
		if (text.n > QUOTATION_MAX)
			text.n = QUOTATION_MAX;
		close = slice_find(text, mark[1]);
		return close == NULL ? mark[0].n :
		    (size_t)(close - text.p) + mark[1].n;
	}
	return 0;
}

/* The bytes of the boundary that TEXT begins with, 0 if with none, and what
 * token it is. */
static size_t
boundary_at(struct slice text, enum token_kind *kind)
{
	for (size_t i = 0; i < sizeof(boundary) / sizeof(*boundary); i++) {
		size_t n = marks_at(boundary[i].mark, text);

		*kind = boundary[i].token;
		if (n > 0)
			return n;
	}
	return 0;
}

static bool
is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static bool
is_letter(char c)
{
	return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* The text before a figure without the blanks between. */
static struct slice
before_blanks(struct slice text, size_t at)
{
	while (at > 0 && is_space(text.p[at - 1]))
		at--;
	return (struct slice){ text.p, at };
}

/* Whether digits at AT continue something, or are the number of something. */
static bool
is_ordinal(struct slice text, size_t at)
{
	struct slice before = before_blanks(text, at);

	if (at > 0 && is_letter(text.p[at - 1]))
		return true;
	if (before.n < at && before.n > 0 && is_digit(before.p[before.n - 1]))
		return true;
	return marks_end(MARK_ORDINAL, before);
}

static bool
is_year(const struct figure *figure, int *year)
{
	int n = 0;

	if (figure->kind != UNIT_TIME || strlen(figure->value) != 4 ||
	    !slice_eq(figure->unit, marks_of(MARK_YEAR)->mark[0]))
		return false;
	for (int i = 0; i < 4; i++) {
		if (!is_digit(figure->value[i]))
			return false;
		n = n * 10 + (figure->value[i] - '0');
	}
	*year = n;
	return n >= YEAR_MIN && n <= YEAR_MAX;
}

static bool
is_digit_at(struct slice text)
{
	return text.n > 0 && (is_digit(text.p[0]) ||
	    (text.n > 2 && (unsigned char)text.p[0] == 0xEF &&
	    (unsigned char)text.p[1] == 0xBC &&
	    (unsigned char)text.p[2] >= 0x90 &&
	    (unsigned char)text.p[2] <= 0x99));
}

/* A number of digits followed, over blanks, by more digits: two cells, or one
 * number cut in two. */
static bool
is_followed_by_digits(struct slice text)
{
	size_t i = 0;

	while (i < text.n && is_space(text.p[i]))
		i++;
	return i > 0 && is_digit_at(slice_from(text, i));
}

static enum token_kind
kind_of(struct slice text, size_t at, size_t n, const struct figure *figure,
    int *year)
{
	if (is_year(figure, year) && !is_ordinal(text, at))
		return TOKEN_YEAR;
	if (figure->kind == UNIT_TIME || figure->kind == UNIT_ORDER)
		return TOKEN_ASIDE;
	if (figure->state == FIGURE_UNREADABLE || is_ordinal(text, at) ||
	    (figure->kind == UNIT_NONE &&
	    is_followed_by_digits(slice_from(text, at + n))))
		return TOKEN_DAMAGED;
	return TOKEN_FIGURE;
}

/* 为零 at the end of a clause. */
static bool
is_zero_at_end(struct slice rest, const struct figure *figure)
{
	enum token_kind kind;

	return strcmp(figure->value, "0") == 0 &&
	    (rest.n == 0 || boundary_at(rest, &kind) > 0);
}

/* Digits, or with NUMERAL a Chinese numeral, which counts only with a unit. */
static size_t
figure_at(struct sentence *sentence, size_t at, bool numeral)
{
	struct slice    text = sentence->text;
	struct figure   figure;
	struct token   *token;
	enum token_kind kind;
	int             year = 0;
	size_t          n = figure_in_text(slice_from(text, at), &figure);

	if (n == 0 || (numeral && figure.kind == UNIT_NONE &&
	    !is_zero_at_end(slice_from(text, at + n), &figure)))
		return 0;
	kind = kind_of(text, at, n, &figure, &year);
	token = add(sentence, kind, at, n);
	token->year = year;
	if (kind != TOKEN_FIGURE)
		return n;
	token->figure = &sentence->figure[sentence->figures++];
	*token->figure = figure;
	if (figure_hedge_before(before_blanks(text, at)) > 0)
		token->figure->state = FIGURE_APPROX;
	return n;
}

/* Whether the digits before TEXT, which are a name (12345), are a figure
 * here: more digits or a unit follow. */
static bool
is_counted(struct slice text)
{
	struct unit unit;

	return is_digit_at(text) ||
	    (unit_at(text, &unit) > 0 && unit.kind == UNIT_COUNT);
}

static size_t
word_at(struct sentence *sentence, const struct lexicon *lexicon,
    struct slice simple, size_t at)
{
	struct slice text = slice_from(simple, at);
	int          concept;
	size_t       n = lexicon_word(lexicon, text, &concept);

	if (n == 0 || (is_digit_at(slice_from(text, n - 1)) &&
	    is_counted(slice_from(text, n))))
		return 0;
	if (concept == lexicon->steering[STEER_NUMERAL])
		return figure_at(sentence, at, true);
	add(sentence, TOKEN_WORD, at, n)->concept = concept;
	return n;
}

static size_t
token_at(struct sentence *sentence, const struct lexicon *lexicon,
    struct slice simple, size_t at)
{
	struct slice    text = slice_from(sentence->text, at);
	size_t          n = word_at(sentence, lexicon, simple, at);
	enum token_kind kind;
	uint32_t        c;

	if (n > 0)
		return n;
	if (is_digit_at(text) && (n = figure_at(sentence, at, false)) > 0)
		return n;
	if (!marks_between(text))
		return utf8_decode(text, &c);
	if ((n = quotation_at(text)) > 0)
		return n;
	if ((n = boundary_at(text, &kind)) == 0)
		return utf8_decode(text, &c);
	add(sentence, kind, at, n);
	return n;
}

/* What the character C of three bytes is simplified to: itself, where that is
 * not another of three bytes.  Looked up once. */
static uint32_t
simple_of(uint32_t c)
{
	static uint16_t simple[0x10000];

	if (simple[c] == 0) {
		uint32_t folded = fold_character(c);

		simple[c] = (uint16_t)(folded >= 0x800 && folded < 0x10000 ?
		    folded : c);
	}
	return simple[c];
}

/* TEXT with traditional characters simplified, where the bytes stay as many:
 * TEXT itself where there are none. */
static struct slice
simplify(struct sentence *sentence, struct slice text)
{
	struct slice result = text;
	uint32_t     c;

	for (size_t i = 0, n; i < text.n; i += n) {
		n = utf8_decode(slice_from(text, i), &c);
		if (n != 3 || simple_of(c) == c)
			continue;
		if (result.p == text.p) {
			sentence->simple = memory_room(sentence->simple,
			    &sentence->simple_room, text.n, 1);
			result.p = memcpy(sentence->simple, text.p, text.n);
		}
		utf8_encode(sentence->simple + i, simple_of(c));
	}
	return result;
}

void
sentence_free(struct sentence *sentence)
{
	free(sentence->simple);
}

size_t
sentence_read(struct sentence *sentence, const struct lexicon *lexicon,
    struct slice text, int year)
{
	struct slice simple;
	size_t       at = 0;

	if (text.n > SENTENCE_BYTES)
		text.n = SENTENCE_BYTES;
	simple = simplify(sentence, text);

	sentence->text = text;
	sentence->tokens = sentence->figures = 0;
	while (at < text.n && sentence->tokens < SENTENCE_TOKENS)
		at += token_at(sentence, lexicon, simple, at);
	sentence_find_clauses(sentence, lexicon, year);
	sentence->token[sentence->tokens].kind = TOKEN_END;
	sentence->token[sentence->tokens].concept = -1;
	sentence->token[sentence->tokens].start = at;
	sentence->token[sentence->tokens].end = at;
	return at;
}
