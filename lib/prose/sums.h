/* Figures of a sentence that add up to another: what is a list whatever its words
 * are. */
#ifndef PROSE_SUMS_H
#define PROSE_SUMS_H

#include "sentence.h"

struct lexicon;

enum { SUMS_HEADS = 4 };

enum {
	SUMS_NOTHING,		/* adds up to no figure */
	SUMS_BEFORE,		/* to a figure of the sentence before, its number
				   less SUMS_BEFORE */
	SUMS_FIGURE = SUMS_BEFORE + SUMS_HEADS,	/* to one of this sentence */
};

/* How many of something there are: a whole number, or about that many. */
struct count {
	unsigned long value;	/* 0: none, or no whole number */
	bool          rough;
};

/* A figure that counts something. */
struct counted {
	size_t       number;		/* among the sentence's figures */
	size_t       token;
	size_t       depth;		/* of brackets */
	struct slice unit;
	struct count count;
};

/* What was counted in sentences before. */
struct sums_before {
	struct count count[SUMS_HEADS];
	struct slice unit[SUMS_HEADS];
	size_t       heads;
	bool         far;		/* not in the last one, but before that */
};

struct sums {
	unsigned short of[SENTENCE_TOKENS];	/* for each figure of the sentence, by
						   its number, what it is a part of */
	struct counted counted[SENTENCE_TOKENS];
	size_t         n;		/* counted */
};

/* What FIGURE counts. */
struct count sums_count(const struct figure *figure);

/* Whether some figure is a part of OF. */
bool sums_has_parts(const struct sums *sums, unsigned of);

/* Finds the parts among the figures of SENTENCE: those behind a figure, to the
 * last of which they add up to it; two if 其中, a colon or a bracket stands
 * between, else three and no small sum; to a rough figure, four, and all that are
 * left.  Behind such a list another one may follow, of the same figure.  To one of
 * the figures BEFORE that are far, three of one unit, and nothing rough. */
void sums_find(struct sums *sums, const struct sentence *sentence,
    const struct lexicon *lexicon, const struct sums_before *before);

#endif
