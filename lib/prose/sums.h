/* Figures of a sentence that add up to another: what is a list whatever its words
 * are. */
#ifndef PROSE_SUMS_H
#define PROSE_SUMS_H

#include "sentence.h"

struct lexicon;

enum {
	SUMS_NOTHING,		/* adds up to no figure */
	SUMS_BEFORE,		/* to what the sentence before counted */
	SUMS_FIGURE,		/* to the figure of this number less SUMS_FIGURE */
};

/* A figure that counts something, a whole number. */
struct counted {
	size_t        number;		/* among the sentence's figures */
	size_t        token;
	size_t        depth;		/* of brackets */
	unsigned long value;
};

struct sums {
	unsigned short of[SENTENCE_TOKENS];	/* for each figure of the sentence, by
						   its number, what it is a part of */
	struct counted counted[SENTENCE_TOKENS];
	size_t         n;		/* counted */
};

/* The whole number that FIGURE counts; 0: it is none, or rough. */
unsigned long sums_value(const struct figure *figure);

/* Whether some figure is a part of OF. */
bool sums_has_parts(const struct sums *sums, unsigned of);

/* Finds the parts among the figures of SENTENCE: those behind a figure, to the
 * last of which they add up to it exactly; two if 其中, a colon or a bracket stands
 * between, else three and no small sum.  BEFORE, a whole number or 0: what was
 * counted in the sentence before. */
void sums_find(struct sums *sums, const struct sentence *sentence,
    const struct lexicon *lexicon, unsigned long before);

#endif
