#include "sentence.h"

#include <stdlib.h>

#include "base/digits.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "text/fold.h"
#include "text/numeral.h"
#include "marks.h"

enum {
	QUOTATION_MAX = 600,	/* bytes: longer, it was never closed */
	NAME_MAX = 90,		/* bytes of a name in quotes */
};

/* The bytes of TEXT from the opening mark of KIND through its closing one, no
 * more than MAX; *OPEN of them are the opening mark.  0 where none begins, *OPEN
 * where it is never closed. */
static size_t
enclosed_at(struct slice text, enum mark_kind kind, size_t max, size_t *open)
{
	const struct marks *marks = marks_of(kind);

	if (!marks->first[(unsigned char)text.p[0]])
		return 0;
	for (size_t i = 0; i < marks->marks; i += 2) {
		const struct slice *mark = &marks->mark[i];
		const char         *close;

		if (!slice_starts(text, mark[0]))
			continue;
		if (text.n > max)
			text.n = max;
		*open = mark[0].n;
		close = slice_find(slice_from(text, mark[0].n), mark[1]);
		return close == NULL ? mark[0].n :
		    (size_t)(close - text.p) + mark[1].n;
	}
	return 0;
}

/* Whether the digits before TEXT, which are a name (12345), are a figure
 * here: more digits or a unit follow. */
static bool
is_counted(struct slice text)
{
	struct unit unit;

	return sentence_is_digit(text) ||
	    (unit_at(text, &unit) > 0 && unit.kind == UNIT_COUNT);
}

/* A word that begins with digits (12345热线), where they are no figure. */
static size_t
numbered_word_at(struct sentence *sentence, const struct lexicon *lexicon,
    size_t at)
{
	struct slice         text = slice_from(sentence->simplified, at);
	struct word_match match[WORD_MATCHES];
	size_t               matches = lexicon_words(lexicon, text, match);

	while (matches > 0) {
		const struct word_match *longest = &match[--matches];
		struct slice                behind = slice_from(text, longest->n);

		if (sentence_is_digit(slice_from(text, longest->n - 1)) &&
		    is_counted(behind))
			continue;
		sentence_add(sentence, TOKEN_WORD, at, longest->n)->classes =
		    lexicon_classes(lexicon, longest);
		return longest->n;
	}
	return 0;
}

/* Whether a run of words ends at TEXT. */
static bool
ends_run(struct slice text)
{
	enum token_kind kind;

	if (!marks_between(text))
		return sentence_is_digit(text);
	return sentence_boundary(text, &kind) == 0 || kind == TOKEN_COMMA ||
	    kind == TOKEN_COLON;
}

static size_t
run_at(struct sentence *sentence, const struct lexicon *lexicon, size_t at)
{
	const bool  *plain = marks_plain();
	struct slice text = sentence->text;
	size_t       start = at, most = at + RUN_BYTES - UTF8_BYTES_MAX;
	size_t       end = most < text.n ? most : text.n;

	do
		do
			at++;
		while (at < end && plain[(unsigned char)text.p[at]]);
	while (at < text.n && (!utf8_is_start(text.p[at]) || (at < most &&
	    !ends_run(slice_from(text, at)))));
	sentence_cut_run(sentence, lexicon, start, at);
	return at - start;
}

/* Whether TEXT begins with a word of one of CLASSES. */
static bool
begins_with(const struct lexicon *lexicon, struct slice text,
    struct classes classes)
{
	struct word_match match[WORD_MATCHES];
	size_t               matches = lexicon_words(lexicon, text, match);

	while (matches > 0)
		if (classes_meet(lexicon_classes(lexicon, &match[--matches]),
		    classes))
			return true;
	return false;
}

/* Whether TEXT is one word. */
static bool
is_word(const struct lexicon *lexicon, struct slice text)
{
	struct word_match match[WORD_MATCHES];
	size_t               matches = lexicon_words(lexicon, text, match);

	return matches > 0 && match[matches - 1].n == text.n;
}

/* The outlet that NAME ends in: 《青石市人民政府公报》, “青石政务网”; or nothing. */
static struct classes
outlet_of(const struct lexicon *lexicon, struct slice name)
{
	struct classes none = { { 0 } };
	uint32_t       c;

	while (name.n > 0) {
		struct word_match match[WORD_MATCHES];
		size_t               matches = lexicon_words(lexicon, name,
		    match);

		if (matches > 0 && match[matches - 1].n == name.n)
			return classes_both(lexicon_classes(lexicon,
			    &match[matches - 1]), lexicon->kind[CLASS_OUTLET]);
		name = slice_from(name, utf8_decode(name, &c));
	}
	return none;
}

/* Whether the quotation of N bytes at AT names something that is known without
 * its name: “云上青石”微信公众号, 微信公众号“云上青石”. */
static bool
is_name(const struct sentence *sentence, const struct lexicon *lexicon,
    size_t at, size_t n)
{
	struct classes named = classes_join(lexicon->kind[CLASS_OUTLET],
	    classes_of(lexicon->steering[STEER_PLACE]));
	struct slice   behind = slice_from(sentence->simplified, at + n);
	size_t         open;

	if (sentence->tokens > 0 && sentence->token[sentence->tokens - 1].end ==
	    at && classes_meet(sentence->token[sentence->tokens - 1].classes,
	    named))
		return true;
	return behind.n > 0 && (begins_with(lexicon, behind, named) ||
	    enclosed_at(slice_from(behind, marks_at(MARK_PAUSE, behind)),
	    MARK_QUOTE, NAME_MAX, &open) > open);
}

/* The bytes taken at AT where a quotation begins or ends: a name, also that of a
 * website, as a whole, else the mark alone. */
static size_t
quote_at(struct sentence *sentence, const struct lexicon *lexicon, size_t at)
{
	struct slice        text = slice_from(sentence->text, at);
	const struct marks *marks = marks_of(MARK_QUOTE);
	size_t              open = 0;
	size_t              n = enclosed_at(text, MARK_QUOTE, NAME_MAX, &open);

	if (n > open && !is_word(lexicon, (struct slice){
	    sentence->simplified.p + at + open, n - 2 * open }) &&
	    (marks_end(MARK_WEBSITE, (struct slice){ text.p, n - open }) ||
	    is_name(sentence, lexicon, at, n))) {
		struct token *name = sentence_add(sentence, TOKEN_NAME, at, n);

		if (!begins_with(lexicon, slice_from(sentence->simplified,
		    at + n), lexicon->kind[CLASS_OUTLET]))
			name->classes = outlet_of(lexicon, (struct slice){
			    sentence->simplified.p + at + open, n - 2 * open });
		return n;
	}
	for (size_t i = 0; i < marks->marks; i++)
		if (slice_starts(text, marks->mark[i]))
			return marks->mark[i].n;
	return 0;
}

/* Whether a clause begins behind the last token: an enumerator may. */
static bool
begins_clause(const struct sentence *sentence)
{
	const struct token *last;

	if (sentence->tokens == 0)
		return true;
	last = &sentence->token[sentence->tokens - 1];
	return last->kind == TOKEN_COMMA || last->kind == TOKEN_COLON;
}

/* 三、依申请公开 全年收到…: what follows the blank is a sentence of its own. */
size_t
sentence_heading(struct slice text, size_t n)
{
	enum { RUN_IN_MAX = 72, HAN_BYTES = 3 };	/* twenty-four characters */
	const bool     *plain = marks_plain();
	enum token_kind kind;

	for (size_t end = n; end < text.n && end < RUN_IN_MAX; end++) {
		struct slice rest = slice_from(text, end);

		if (plain[(unsigned char)text.p[end]])
			continue;
		if (sentence_is_digit(rest) || (sentence_boundary(rest, &kind) > 0 &&
		    kind != TOKEN_PAUSE))
			return 0;
		if (end > n + HAN_BYTES && utf8_blanks(rest) > 0)
			return end;
	}
	return 0;
}

/* The bytes of 四 and the blanks behind it, which stand before a heading without
 * any mark; 0: TEXT does not begin so. */
static size_t
bare_numeral(struct slice text)
{
	enum { NUMERAL_MAX = 6 };	/* bytes: two characters */
	struct decimal number = { 0 };
	bool           valid = false;
	size_t         n = numeral_read(text, &number, &valid), blanks;

	if (n == 0 || n > NUMERAL_MAX || !valid)
		return 0;
	blanks = utf8_blanks(slice_from(text, n));
	return blanks > 0 && n + blanks < text.n ? n + blanks : 0;
}

size_t
sentence_enumerator(struct slice text)
{
	size_t n;

	if (!sentence_may_enumerate(text))
		return 0;
	n = fold_enumerator(text).length;
	return n > 0 ? n : bare_numeral(text);
}

struct opening
sentence_opening(struct slice text)
{
	struct opening opening = { sentence_enumerator(text), 0 };

	if (opening.enumerator > 0)
		opening.heading = sentence_heading(text, opening.enumerator);
	return opening;
}

/* The bytes of OPENING, which stands at AT.  A heading is a clause of its own. */
static size_t
take_opening(struct sentence *sentence, size_t at,
    const struct opening *opening)
{
	size_t left = sentence->text.n - at;

	if (opening->heading > 0 && opening->heading < left) {
		sentence_add(sentence, TOKEN_COMMA, at, opening->heading);
		return opening->heading;
	}
	return opening->enumerator < left ? opening->enumerator : 0;
}

/* The bytes of the enumerator that may stand at AT. */
static size_t
enumerator_at(struct sentence *sentence, size_t at)
{
	struct slice   text = slice_from(sentence->text, at);
	struct opening opening = { 0, 0 };

	if (sentence->tokens == 0)
		opening = sentence_opening(text);
	else if (sentence_may_enumerate(text))
		opening.enumerator = fold_enumerator(text).length;
	return take_opening(sentence, at, &opening);
}

static size_t
token_at(struct sentence *sentence, const struct lexicon *lexicon, size_t at)
{
	struct slice    text = slice_from(sentence->text, at);
	enum token_kind kind;
	size_t          n, open;

	if (at > 0 && begins_clause(sentence)) {
		n = enumerator_at(sentence, at);
		if (n > 0)
			return n;
	}
	if (sentence_is_digit(text)) {
		n = numbered_word_at(sentence, lexicon, at);
		if (n == 0)
			n = sentence_add_figure(sentence, at, false);
		if (n > 0)
			return n;
	}
	if (marks_between(text)) {
		n = enclosed_at(text, MARK_QUOTATION, QUOTATION_MAX, &open);
		if (n > 0) {
			struct classes outlet = { { 0 } };

			if (n > 2 * open)
				outlet = outlet_of(lexicon, (struct slice){
				    sentence->simplified.p + at + open,
				    n - 2 * open });
			sentence_add(sentence, classes_any(outlet) ?
			    TOKEN_WORD : TOKEN_UNKNOWN, at, n)->classes =
			    outlet;
			return n;
		}
		n = quote_at(sentence, lexicon, at);
		if (n > 0)
			return n;
		n = sentence_boundary(text, &kind);
		if (n > 0) {
			sentence_add(sentence, kind, at, n);
			return n;
		}
	}
	return run_at(sentence, lexicon, at);
}

/* What the character C of three bytes is simplified to: itself, where that is
 * not another of three bytes.  Those that are known to be simple are bits, which take
 * an eighth of the nearest cache. */
static uint32_t
simple_of(uint32_t c)
{
	static uint64_t simple[0x10000 / 64];
	uint32_t        folded;

	if ((simple[c / 64] >> c % 64 & 1) != 0)
		return c;
	folded = fold_character(c);
	if (folded >= 0x800 && folded < 0x10000 && folded != c)
		return folded;
	simple[c / 64] |= (uint64_t)1 << c % 64;
	return c;
}

/* TEXT with traditional characters simplified, where the bytes stay as many:
 * TEXT itself where there are none. */
static struct slice
simplify(struct sentence *sentence, struct slice text)
{
	const unsigned char *p = (const unsigned char *)text.p;
	struct slice         result = text;

	for (size_t i = 0; i < text.n; i++) {
		uint32_t c, simple;

		if (p[i] < 0xE0 || p[i] >= 0xF0 || text.n - i < 3)
			continue;
		c = (p[i] & 0x0Fu) << 12 | (p[i + 1] & 0x3Fu) << 6 |
		    (p[i + 2] & 0x3Fu);
		simple = simple_of(c);
		if (simple != c && result.p == text.p) {
			sentence->simple = memory_room(sentence->simple,
			    &sentence->simple_room, text.n, 1);
			result.p = memcpy(sentence->simple, text.p, text.n);
		}
		if (simple != c)
			utf8_encode(sentence->simple + i, simple);
		i += 2;
	}
	return result;
}

void
sentence_free(struct sentence *sentence)
{
	free(sentence->simple);
	free(sentence->known);
}

size_t
sentence_read(struct sentence *sentence, const struct lexicon *lexicon,
    struct slice text, const struct opening *opening, int year)
{
	size_t at;

	if (text.n > SENTENCE_BYTES)
		text.n = SENTENCE_BYTES;
	sentence->text = text;
	sentence->simplified = simplify(sentence, text);
	sentence->tokens = sentence->figures = 0;
	at = take_opening(sentence, 0, opening);
	while (at < text.n && sentence->tokens < SENTENCE_TOKENS)
		at += token_at(sentence, lexicon, at);
	sentence_find_clauses(sentence, lexicon, year);
	sentence->token[sentence->tokens] = (struct token){
	    .kind = TOKEN_END, .start = at, .end = at };
	return at;
}
