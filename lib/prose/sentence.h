/* A sentence as words, figures, years and boundaries. */
#ifndef PROSE_SENTENCE_H
#define PROSE_SENTENCE_H

#include "text/number.h"
#include "lexicon.h"

enum token_kind {
	TOKEN_WORD,		/* of the lexicon */
	TOKEN_FIGURE,		/* a number, or an approximate one */
	TOKEN_YEAR,		/* a calendar year */
	TOKEN_ASIDE,		/* other dates, ordinals; brackets without
				   a figure */
	TOKEN_DAMAGED,		/* digits that state no single number */
	TOKEN_COMMA,		/* the end of a clause: ， ； */
	TOKEN_PAUSE,		/* 、 inside one */
	TOKEN_OPEN, TOKEN_CLOSE,	/* brackets */
	TOKEN_END,		/* behind the last */
};

struct token {
	enum token_kind kind;
	int             concept;	/* of a word or year, or -1 */
	int             year;
	size_t          start, end;	/* bytes of the sentence */
	struct figure  *figure;		/* of a figure */
};

enum {				/* of what is longer the rest is another */
	SENTENCE_TOKENS = 1024,
	SENTENCE_BYTES = 32 * 1024,
};

struct sentence {
	struct slice text;		/* as printed */
	struct token token[SENTENCE_TOKENS + 1];	/* TOKEN_END behind */
	size_t       tokens;
	struct figure figure[SENTENCE_TOKENS];
	size_t       figures;
	char        *simple;		/* text in simplified characters, */
	size_t       simple_room;	/* the same bytes long */
};

/* Cuts TEXT into the tokens of SENTENCE.  YEAR is the reporting year or 0: the
 * years around it are words too (the last year, the next).  Returns the bytes
 * taken, less than text.n only when it is too long. */
size_t sentence_read(struct sentence *sentence, const struct lexicon *lexicon,
    struct slice text, int year);
void   sentence_free(struct sentence *sentence);

/* Called by sentence_read when the tokens are cut: names the years around
 * YEAR, and settles which brackets and pauses end clauses. */
void sentence_find_clauses(struct sentence *sentence, const struct lexicon *lexicon,
    int year);

/* The bytes of the sentence TEXT begins with, its full stop included.
 * *CLAIMS tells whether it may state a figure: has digits, a Chinese numeral
 * beside a unit, a word for none.  Digits that are a day, a document's number
 * or YEAR do not count.  Fast, for it looks at all text. */
size_t sentence_length(struct slice text, int year, bool *claims);

#endif
