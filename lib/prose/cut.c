/* Cutting text into words so that the fewest characters stay unknown.  Taking
 * the longest word first would take 共收到 apart where 共收 is a word too. */
#include "base/utf8.h"
#include "text/number.h"
#include "marks.h"
#include "sentence.h"

enum {				/* what a piece costs */
	COST_UNKNOWN = 20,	/* a character */
	COST_LETTER = 9,	/* a word of one character */
	COST_WORD = 2,
	COST_FIGURE = 1,
};

static void
offer(struct cut *cut, unsigned cost, size_t n, enum token_kind kind,
    uint32_t set)
{
	if (cost > cut->cost)
		return;
	*cut = (struct cut){ cost, set, (unsigned short)n,
	    (unsigned char)kind };
}

/* A numeral with a unit, wholly before END, and its *COST: 三件, but not 统一件.  One of
 * time costs what a word does, so that a word with it goes before: 一季度. */
static size_t
numeral_at(const struct sentence *sentence, size_t at, size_t end,
    unsigned *cost)
{
	struct slice  before = { sentence->text.p, at };
	struct figure figure;
	size_t        n;

	if (marks_end(MARK_NO_NUMERAL, before))
		return 0;
	n = sentence_figure(sentence->text, at, &figure);
	if (n == 0 || at + n > end || figure.state == FIGURE_UNREADABLE ||
	    marks_at(MARK_NO_NUMERAL_BEHIND,
	    slice_from(sentence->text, at + n)) > 0)
		return 0;
	if (figure.kind == UNIT_NONE &&
	    (strcmp(figure.value, "0") != 0 || at + n < end))
		return 0;
	*cost = figure.kind == UNIT_TIME ? COST_WORD : COST_FIGURE;
	return n;
}

/* Whether a full stop in ASCII stands at AT, behind a Han character. */
static bool
is_dot(const struct sentence *sentence, size_t at, size_t end)
{
	const char *p = sentence->text.p;

	return p[at] == '.' && at > 0 && (unsigned char)p[at - 1] >= 0x80 &&
	    (at + 1 >= end || (unsigned char)p[at + 1] >= 0x80 ||
	    p[at + 1] == ' ');
}

/* What the character at AT is where it begins neither a word nor a numeral, and
 * *COST. */
static enum token_kind
character_at(const struct sentence *sentence, size_t at, size_t end,
    unsigned *cost)
{
	struct slice    text = { sentence->text.p + at, end - at };
	enum token_kind kind;

	*cost = 0;
	if (marks_between(text) && sentence_boundary(text, &kind) > 0)
		return kind;
	if (is_dot(sentence, at, end))
		return TOKEN_COMMA;
	if (text.p[0] != ' ')
		*cost = COST_UNKNOWN;
	return TOKEN_UNKNOWN;
}

/* The text that is being cut. */
struct run {
	const struct sentence *sentence;
	const struct lexicon  *lexicon;
	const bool            *plain;	/* marks_plain */
	size_t                 end;
};

/* Offers the names of the office that the text has at AT: 安镇街道 is no 镇街. */
static void
offer_own(const struct run *run, size_t at, struct cut *cut)
{
	const struct office_names *own = run->sentence->own;
	struct slice            text = { run->sentence->text.p + at,
	    run->end - at };

	for (size_t i = 0; i < own->names; i++)
		if (slice_starts(text, own->name[i]))
			offer(cut, cut[own->name[i].n].cost + COST_WORD,
			    own->name[i].n, TOKEN_WORD, run->lexicon->own);
}

/* Finds the best CUT of RUN from AT on; those of what follows stand behind. */
static void
cut_at(const struct run *run, size_t at, struct cut *cut)
{
	const struct lexicon *lexicon = run->lexicon;
	struct slice          text = { run->sentence->simplified.p + at,
	    run->end - at };
	struct word_match     match[WORD_MATCHES];
	uint32_t              c;
	size_t                n = utf8_decode(text, &c);
	size_t                matches = lexicon_words(lexicon, text, match);
	unsigned              cost = COST_UNKNOWN;
	enum token_kind       kind = TOKEN_UNKNOWN;

	if (c < 0x80 || !run->plain[(unsigned char)text.p[0]])
		kind = character_at(run->sentence, at, run->end, &cost);
	*cut = (struct cut){ cut[n].cost + cost, 0, (unsigned short)n,
	    (unsigned char)kind };
	for (size_t i = 0; i < matches; i++) {
		if (classes_has(lexicon_classes(lexicon, &match[i]),
		    lexicon->steering[STEER_NUMERAL])) {
			size_t figure = numeral_at(run->sentence, at, run->end,
			    &cost);

			if (figure > 0)
				offer(cut, cut[figure].cost + cost,
				    figure, TOKEN_FIGURE, 0);
		} else
			offer(cut, cut[match[i].n].cost +
			    (match[i].n <= 3 ? COST_LETTER : COST_WORD),
			    match[i].n, TOKEN_WORD, match[i].set);
	}
	if (run->sentence->own != NULL)
		offer_own(run, at, cut);
}

/* Adds the piece CUT at AT; what is unknown joins what is unknown before. */
static void
add_piece(struct sentence *sentence, const struct lexicon *lexicon,
    const struct cut *cut, size_t at)
{
	struct token *last = sentence->tokens > 0 ?
	    &sentence->token[sentence->tokens - 1] : NULL;

	if (cut->kind == TOKEN_FIGURE && sentence_add_figure(sentence, at, true))
		return;
	if (cut->kind != TOKEN_UNKNOWN && cut->kind != TOKEN_FIGURE) {
		sentence_add(sentence, (enum token_kind)cut->kind, at,
		    cut->n)->classes = lexicon->words.set[cut->set];
		return;
	}
	if (sentence->text.p[at] == ' ')
		return;
	if (last != NULL && last->kind == TOKEN_UNKNOWN && last->end == at)
		last->end += cut->n;
	else
		sentence_add(sentence, TOKEN_UNKNOWN, at, cut->n);
}

void
sentence_cut_run(struct sentence *sentence, const struct lexicon *lexicon,
    size_t at, size_t end)
{
	const struct run run = { sentence, lexicon, marks_plain(), end };
	size_t           start = at, i = end;

	sentence->cut[end - start].cost = 0;
	while (i > start) {
		do
			i--;
		while (i > start && !utf8_is_start(sentence->text.p[i]));
		cut_at(&run, i, &sentence->cut[i - start]);
	}
	while (at < end && sentence->tokens < SENTENCE_TOKENS) {
		const struct cut *cut = &sentence->cut[at - start];

		add_piece(sentence, lexicon, cut, at);
		at += cut->n;
	}
}
