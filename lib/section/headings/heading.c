#include "heading.h"

#include "base/digits.h"
#include "base/utf8.h"
#include "section/date.h"
#include "section/line_pattern.h"
#include "section/word_list.h"

enum {
	CLAUSE_CHARACTERS = 48,		/* no heading is longer */
	UNNUMBERED_BYTES = 105,		/* nor one without a number */
	FOLDED_MAX = UTF8_BYTES_MAX * CLAUSE_CHARACTERS,
};

/* The words before the first punctuation, folded, with the way back: behind
 * which byte of the text each folded character ends. */
struct heading_clause {
	char         text[FOLDED_MAX];
	size_t       n;
	size_t       behind[FOLDED_MAX];	/* by folded byte */
	size_t       length;	/* bytes of text, the punctuation included */
	bool         ended;	/* by punctuation or the end of the text */
	size_t       comma;	/* the same up to the first comma; 0: none */
	size_t       comma_length;
};

unsigned
heading_bit(struct slice section)
{
	static const char *const code[] = { "overview", "proactive",
		"requests", "review", "problems", "other", "preamble",
		"respond", "consult", "fees", "organization", "annex" };

	for (unsigned i = 0; i < sizeof(code) / sizeof(*code); i++)
		if (slice_is(section, code[i]))
			return 1u << i;
	return 0;
}

/* What ends a clause besides a sentence's end. */
enum stop { STOP_COMMA = 1, STOP_SPACE = 2 };

/* Whether the character RAW, folded C, ends a clause. */
static bool
stops(uint32_t raw, uint32_t c, int stop)
{
	switch (c) {
	case 0x3002:			/* 。 */
	case ':':
	case ';':
	case '!':
		return true;
	case ',':
		return (stop & STOP_COMMA) != 0;
	default:
		return (stop & STOP_SPACE) != 0 && c == 0 &&
		    (raw == ' ' || raw == '\t' || raw == 0x3000 || raw == 0xA0);
	}
}

/* The bytes up to and with the bracket that closes 公开(gong kai), as a mirror
 * annotates its copies; 0 where no letter begins TEXT. */
static size_t
pinyin(struct slice text)
{
	enum { PINYIN_BYTES = 40 };
	size_t      n = text.n < PINYIN_BYTES ? text.n : PINYIN_BYTES;
	const char *bracket = memchr(text.p, ')', n);

	return bracket != NULL && text.p[0] >= 'a' && text.p[0] <= 'z' ?
	    (size_t)(bracket + 1 - text.p) : 0;
}

static void
read_clause(struct slice text, int stop, struct heading_clause *clause)
{
	size_t at = 0, characters = 0;

	clause->n = clause->comma = 0;
	clause->ended = true;
	while (at < text.n) {
		uint32_t raw, c;
		size_t   n = utf8_decode(slice_from(text, at), &raw), skipped;

		c = fold_character(raw);
		at += n;
		if (c == '(' && (skipped = pinyin(slice_from(text, at))) > 0) {
			at += skipped;
			continue;
		}
		if (stops(raw, c, stop) && clause->n > 0)
			break;
		if (c == 0)
			continue;
		if (c == ',' && clause->comma == 0) {
			clause->comma = clause->n;
			clause->comma_length = at;
		}
		if (++characters > CLAUSE_CHARACTERS) {
			clause->ended = false;
			break;
		}
		n = utf8_encode(clause->text + clause->n, c);
		for (size_t i = 0; i < n; i++)
			clause->behind[clause->n + i] = at;
		clause->n += n;
	}
	clause->length = at;
}

/* Without the year in front (2024年总体情况), an explanation in brackets behind,
 * and what tables of contents put behind: points and a page. */
static struct slice
bare(struct slice words)
{
	const char *bracket;
	size_t      year;

	while (words.n > 0 && (is_digit(words.p[words.n - 1]) ||
	    memchr(".-_,", words.p[words.n - 1], 4) != NULL))
		words.n--;
	words.n -= words_at_end(WORDS_BEHIND_HEADING, words);
	bracket = memchr(words.p, '(', words.n);
	if (bracket != NULL && bracket > words.p)
		words.n = (size_t)(bracket - words.p);
	if (words.n > 0 && is_digit(words.p[0]) &&
	    date_marked_year(words, &year) > 0)
		words = slice_from(words, year);
	return words;
}

/* Whether WORDS, without their number, are a heading; of what. */
static bool
match_heading(struct slice words, struct heading *heading)
{
	struct slice found = line_pattern_find(DATA_HEADINGS, bare(words),
	    &heading->alone);

	heading->section = found;
	heading->form = slice_is(found, "form");
	heading->label = heading->form || slice_is(found, "label");
	return found.n > 0 && !slice_is(found, "-");
}

/* 一概述: the mark behind the number was lost. */
static struct enumerator
bare_number(struct slice text)
{
	uint32_t c;
	size_t   n = text.n > 0 ? utf8_decode(text, &c) : 0;
	unsigned number = n > 0 ? enumerator_han(c) : 0;

	return (struct enumerator){ number > 0 ? ENUMERATOR_HAN :
	    ENUMERATOR_NONE, number, n };
}

/* Tries WORDS, which take up LENGTH bytes of TEXT with their number, as a
 * heading: one that text follows must be told from a sentence. */
static bool
try_words(struct slice text, struct slice words, size_t length,
    struct heading *heading)
{
	if (!match_heading(words, heading))
		return false;
	heading->length = length;
	if (utf8_trim(slice_from(text, length)).n == 0) {
		heading->length = text.n;
		return true;
	}
	return heading->alone;
}

/* Tries what stands behind the number of TEXT up to the end of the sentence,
 * then up to its first comma. */
static bool
try_clause(struct slice text, struct heading *heading)
{
	struct heading_clause clause;
	size_t        front = heading->enumerator.length;

	read_clause(slice_from(text, front), 0, &clause);
	return (clause.ended && try_words(text, (struct slice){ clause.text,
	    clause.n }, front + clause.length, heading)) ||
	    (clause.comma > 0 && try_words(text, (struct slice){ clause.text,
	    clause.comma }, front + clause.comma_length, heading));
}

/* A line without a number, or with one that lost its mark. */
static bool
unnumbered_at(struct slice text, struct slice folded, struct heading *heading)
{
	if (folded.n == 0 || folded.n > UNNUMBERED_BYTES ||
	    !line_pattern_may_find(DATA_HEADINGS, folded))
		return false;
	if (try_clause(text, heading) &&
	    (heading->alone || heading->label))
		return true;
	heading->enumerator = bare_number(text);
	return heading->enumerator.kind != ENUMERATOR_NONE &&
	    try_clause(text, heading) && heading->alone &&
	    heading->length == text.n;
}

bool
heading_at(struct slice text, struct slice folded, struct heading *heading)
{
	if (heading->enumerator.kind == ENUMERATOR_NONE)
		return unnumbered_at(text, folded, heading);
	if (heading->enumerator.kind == ENUMERATOR_RUN_IN)
		return false;
	return try_clause(text, heading);
}

/* Whether behind N bytes of CLAUSE, which end in figures, another number begins: what
 * stands before it is a row of a table, where nothing parts rows. */
static bool
ends_in_figures(const struct heading_clause *clause, size_t n)
{
	return is_digit(clause->text[n - 1]) && fold_enumerator((struct slice){
	    clause->text + n, clause->n - n }).kind == ENUMERATOR_HAN;
}

bool
heading_within(struct slice text, struct heading *heading)
{
	enum { JOINED_MAX = 11 * 3 };	/* bytes: 及改进情况, 与附表 ... */
	struct heading_clause  clause;
	struct heading longer;
	size_t         end = 0;

	heading->enumerator = fold_enumerator(text);
	if (heading->enumerator.kind == ENUMERATOR_NONE)
		return false;
	longer = *heading;
	read_clause(slice_from(text, heading->enumerator.length),
	    STOP_COMMA | STOP_SPACE, &clause);
	for (size_t n = 3; n <= clause.n; n++) {
		if (n < clause.n &&
		    ((unsigned char)clause.text[n] & 0xC0) == 0x80)
			continue;
		/* 存在的主要问题 goes on: 及改进情况. */
		if (end > 0 && (n > end + JOINED_MAX || words_at_start(
		    WORDS_HEADING_GOES_ON, (struct slice){ clause.text + end,
		    clause.n - end }) == 0))
			break;
		if (match_heading((struct slice){ clause.text, n },
		    &longer) &&
		    longer.alone) {
			*heading = longer;
			end = n;
		}
		if (ends_in_figures(&clause, n))
			break;
	}
	if (end == 0)
		return false;
	heading->length = heading->enumerator.length + (end == clause.n &&
	    clause.ended ? clause.length : clause.behind[end - 1]);
	return true;
}

bool
heading_is_unknown(struct slice text)
{
	enum { UNKNOWN_BYTES = 90 };
	struct heading_clause clause;
	struct slice          title;

	if (text.n > UNKNOWN_BYTES)
		return false;
	title = slice_from(text, fold_enumerator(text).length);
	read_clause(title, STOP_COMMA, &clause);
	return clause.length == title.n &&
	    line_pattern_find(DATA_HEADINGS, (struct slice){ clause.text,
	    clause.n }, NULL).n == 0;
}
