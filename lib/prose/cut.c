/* Cutting text into words so that the fewest characters stay unknown.  Taking
 * the longest word first would take 共收到 apart where 共收 is a word too. */
#include "base/memory.h"
#include "base/utf8.h"
#include "text/number.h"
#include "text/numeral.h"
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

/* What stands before the numeral that goes on at AT of TEXT: of 第五十条 the 十 is none of
 * its own. */
static struct slice
before_numeral(struct slice text, size_t at)
{
	enum { CHARACTER = 3 };		/* bytes of a Han one */
	bool valid;

	while (at >= CHARACTER && numeral_read((struct slice){
	    text.p + at - CHARACTER, CHARACTER }, &(struct decimal){ 0 },
	    &valid) == CHARACTER)
		at -= CHARACTER;
	return (struct slice){ text.p, at };
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

	if (marks_end(MARK_NO_NUMERAL, before) || marks_end(MARK_NO_NUMERAL,
	    before_numeral(sentence->text, at)))
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
	size_t                 start, end;
	bool                   own;	/* may have a name of the office */
	bool                   alone;	/* cut so whatever stands around it */
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

/* Offers the numeral that the text may have at AT. */
static void
offer_numeral(struct run *run, size_t at, struct cut *cut)
{
	unsigned cost;
	size_t   n = numeral_at(run->sentence, at, run->end, &cost);

	run->alone = false;
	if (n > 0)
		offer(cut, cut[n].cost + cost, n, TOKEN_FIGURE, 0);
}

/* Offers the words that the text has at AT. */
static void
offer_words(struct run *run, size_t at, struct cut *cut)
{
	const struct word_graph *words = &run->lexicon->words;
	const int                numeral = run->lexicon->steering[STEER_NUMERAL];
	struct slice             text = { run->sentence->simplified.p + at,
	    run->end - at };
	struct word_walk         walk = { .at = words->root };

	while (word_walk(&walk, words->step, text))
		if (classes_has(words->set[walk.set], numeral))
			offer_numeral(run, at, cut);
		else
			offer(cut, cut[walk.n].cost +
			    (walk.n <= 3 ? COST_LETTER : COST_WORD), walk.n,
			    TOKEN_WORD, walk.set);
}

/* Finds the best CUT of RUN from AT on; those of what follows stand behind. */
static void
cut_at(struct run *run, size_t at, struct cut *cut)
{
	struct slice    text = { run->sentence->simplified.p + at,
	    run->end - at };
	uint32_t        c;
	size_t          n = utf8_decode(text, &c);
	unsigned        cost = COST_UNKNOWN;
	enum token_kind kind = TOKEN_UNKNOWN;

	if (c < 0x80 || !run->plain[(unsigned char)text.p[0]])
		kind = character_at(run->sentence, at, run->end, &cost);
	*cut = (struct cut){ cut[n].cost + cost, 0, (unsigned short)n,
	    (unsigned char)kind };
	offer_words(run, at, cut);
	if (run->own)
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

/* Cuts RUN, from its end: the pieces are in CUT. */
static void
cut_run(struct run *run, struct cut *cut)
{
	const char *p = run->sentence->text.p;
	size_t      i = run->end;

	cut[run->end - run->start].cost = 0;
	while (i > run->start) {
		do
			i--;
		while (i > run->start && !utf8_is_start(p[i]));
		cut_at(run, i, &cut[i - run->start]);
	}
}

/* Whether a text of the set of bytes SET may have a name of the office. */
static bool
may_have_own(const struct sentence *sentence, uint64_t set)
{
	const struct office_names *own = sentence->own;

	for (size_t i = 0; own != NULL && i < own->names; i++)
		if ((own->set[i] & ~set) == 0)
			return true;
	return false;
}

/* Adds the pieces of KNOWN, a run at AT. */
static void
add_known(struct sentence *sentence, const struct lexicon *lexicon,
    const struct known_run *known, size_t at)
{
	for (size_t i = 0; i < known->pieces &&
	    sentence->tokens < SENTENCE_TOKENS; i++) {
		const struct known_piece *piece = &known->piece[i];
		const struct cut    cut = { 0, piece->set, piece->n,
		    piece->kind };

		add_piece(sentence, lexicon, &cut, at);
		at += piece->n;
	}
}

/* Keeps how TEXT, of the set of bytes SET, was cut in KNOWN, unless there are too many
 * pieces. */
static void
keep_run(struct known_run *known, struct slice text, uint64_t set,
    const struct cut *cut)
{
	size_t pieces = 0;

	known->bytes = 0;
	for (size_t at = 0; at < text.n; at += cut[at].n) {
		if (pieces == RUN_PIECES_KNOWN)
			return;
		known->piece[pieces++] = (struct known_piece){ (uint8_t)cut[at].n,
		    cut[at].kind, (uint16_t)cut[at].set };
	}
	known->pieces = (uint8_t)pieces;
	known->bytes = (uint8_t)text.n;
	known->set = set;
	memcpy(known->text, text.p, text.n);
}

/* Where TEXT is kept, or may be; NULL where that would not pay, or depends on more
 * than the text: a point ends a clause behind a Han character. */
static struct known_run *
place_of(struct sentence *sentence, struct slice text)
{
	if (text.n > RUN_BYTES_KNOWN || text.p[0] == '.')
		return NULL;
	if (sentence->known == NULL)
		sentence->known = memory_zeroed(sizeof(*sentence->known));
	return known_run_at(sentence->known, text);
}

void
sentence_cut_run(struct sentence *sentence, const struct lexicon *lexicon,
    size_t at, size_t end)
{
	struct slice      text = { sentence->text.p + at, end - at };
	struct known_run *known = place_of(sentence, text);
	const bool        is_known = known != NULL && known_run_is(known, text);
	uint64_t          set = is_known ? known->set : set_of_bytes(text);
	struct run        run = { sentence, lexicon, marks_plain(), at, end,
	    may_have_own(sentence, set), true };

	if (is_known && !run.own) {
		add_known(sentence, lexicon, known, at);
		return;
	}
	cut_run(&run, sentence->cut);
	if (known != NULL && run.alone && !run.own)
		keep_run(known, text, set, sentence->cut);
	while (at < end && sentence->tokens < SENTENCE_TOKENS) {
		const struct cut *cut = &sentence->cut[at - run.start];

		add_piece(sentence, lexicon, cut, at);
		at += cut->n;
	}
}
