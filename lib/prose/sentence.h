/* A sentence as words, figures, years and boundaries. */
#ifndef PROSE_SENTENCE_H
#define PROSE_SENTENCE_H

#include "text/number.h"
#include "known_runs.h"
#include "lexicon.h"

enum token_kind {
	TOKEN_WORD,		/* of the lexicon */
	TOKEN_UNKNOWN,		/* text between the words that are known */
	TOKEN_NAME,		/* in quotes: restricts nothing */
	TOKEN_FIGURE,		/* a number, or an approximate one */
	TOKEN_YEAR,		/* a calendar year */
	TOKEN_ASIDE,		/* other dates, ordinals; brackets without
				   a figure */
	TOKEN_DAMAGED,		/* digits that state no single number */
	TOKEN_COMMA,		/* the end of a clause: ， ； */
	TOKEN_COLON,
	TOKEN_PAUSE,		/* 、 inside one */
	TOKEN_OPEN, TOKEN_CLOSE,	/* brackets */
	TOKEN_END,		/* behind the last */
};

struct token {
	enum token_kind kind;
	struct classes  classes;	/* of a word or year */
	int             year;
	size_t          start, end;	/* bytes of the sentence */
	struct figure  *figure;		/* of a figure */
};

enum {				/* of what is longer the rest is another */
	SENTENCE_TOKENS = 2048,
	SENTENCE_BYTES = 32 * 1024,
	OFFICE_NAMES = 8,
	RUN_BYTES = 1536,	/* cut at once; of what is longer, pieces */
};

/* The best cut of a run from one of its bytes on. */
struct cut {
	unsigned       cost;
	uint32_t       set;	/* of the classes of a word; 0: none */
	unsigned short n;	/* bytes of its first piece */
	unsigned char  kind;	/* WORD, UNKNOWN, FIGURE, a boundary */
};

/* The names of the office whose sentences they are, in full and without what may be
 * left out, as printed. */
struct office_names {
	struct slice name[OFFICE_NAMES];
	uint64_t     set[OFFICE_NAMES];	/* set_of_bytes of each */
	size_t       names;
};

struct sentence {
	const struct office_names *own;	/* NULL: not known */
	struct slice  text;		/* as printed */
	struct slice  simplified;	/* in simplified characters, as long */
	struct token  token[SENTENCE_TOKENS + 1];	/* TOKEN_END behind */
	size_t        tokens;
	struct figure figure[SENTENCE_TOKENS];
	size_t        figures;
	char         *simple;
	size_t        simple_room;
	struct cut    cut[RUN_BYTES + 1];
	struct known_runs *known;	/* NULL at first */
};

/* What a text opens with, in bytes; 0: with none. */
struct opening {
	size_t enumerator;
	size_t heading;		/* enumerator included, before a blank */
};

/* Cuts TEXT into the tokens of SENTENCE.  OPENING is what it opens with; of a
 * heading as long as TEXT, or longer, nothing follows and it is none.  YEAR is
 * the reporting year or 0: the years around it are words too (the last year, the
 * next).  Returns the bytes taken, less than text.n only when it is too long. */
size_t sentence_read(struct sentence *sentence, const struct lexicon *lexicon,
    struct slice text, const struct opening *opening, int year);
void   sentence_free(struct sentence *sentence);

/* Adds a token of N bytes at START. */
struct token *sentence_add(struct sentence *sentence, enum token_kind kind,
    size_t start, size_t n);

/* Reads the figure at AT of TEXT, as figure_in_text does, and the 百 of 近百件, 百余件. */
size_t sentence_figure(struct slice text, size_t at, struct figure *figure);

/* Adds the figure at AT, digits, or with NUMERAL a Chinese numeral, which counts
 * only with a unit.  Its bytes, 0 if there is none. */
size_t sentence_add_figure(struct sentence *sentence, size_t at, bool numeral);

/* The bytes of the comma, pause or bracket that TEXT begins with, 0 if with none,
 * and what token it is. */
size_t sentence_boundary(struct slice text, enum token_kind *kind);

/* Whether TEXT begins with a digit, ASCII or full-width. */
bool sentence_is_digit(struct slice text);

/* Cuts the text from AT to END, which has neither digits nor commas, into words
 * so that the fewest characters stay unknown, and of such cuts into the fewest
 * words; adds them. */
void sentence_cut_run(struct sentence *sentence,
    const struct lexicon *lexicon, size_t at, size_t end);

/* Called by sentence_read when the tokens are cut: names the years around
 * YEAR, and settles which brackets, quotes and pauses end clauses. */
void sentence_find_clauses(struct sentence *sentence,
    const struct lexicon *lexicon, int year);

/* Whether TEXT may begin with an enumerator: most text is told at once that it
 * does not. */
bool sentence_may_enumerate(struct slice text);

/* The bytes of the enumerator that TEXT begins with, also of a numeral with nothing
 * but a blank behind it (四 复议情况); 0: none. */
size_t sentence_enumerator(struct slice text);

/* What TEXT opens with. */
struct opening sentence_opening(struct slice text);

/* The bytes of the heading that TEXT, which an enumerator of N bytes opens, begins
 * with, where the text goes on behind a blank; 0 for none. */
size_t sentence_heading(struct slice text, size_t n);

/* The bytes of the sentence TEXT begins with, its full stop included.
 * *CLAIMS tells whether it may state a figure: has digits, a Chinese numeral
 * beside a unit, a word for none.  Digits that are a day, a document's number
 * or YEAR do not count.  Fast, for it looks at all text. */
size_t sentence_length(struct slice text, int year, bool *claims);

#endif
