/* Offices named in running text, and what the words around each name tell of
 * its being the one that reports (office-frames.tsv). */
#ifndef IDENTITY_MENTIONS_H
#define IDENTITY_MENTIONS_H

#include <stdbool.h>

#include "base/slice.h"

struct mention {
	struct slice name;	/* 青石县财政局, without what names a part */
	const char  *source;	/* `preamble', `contact' ... */
	struct slice called;	/* of the source `called': from there on */
	unsigned     trust;	/* in tenths */
	bool         known, listed;	/* as in struct office_name */
};

typedef void mention_fn(void *context, const struct mention *mention);

/* Calls FN for each office that TEXT, folded, names in a frame, or that begins
 * a clause and is what it speaks of (source `sentence'); also for 县政府 there
 * (source `government'), with the kind of its place as the name, and for what
 * is given another name, (以下简称市水务局) (source `called').  HOW: bits. */
enum {
	MENTIONS_OPENING = 1,	/* the text stands before the first section */
	MENTIONS_LED = 2,	/* only names behind words that lead in to one
				   where a clause begins: 本报告由, 现公布 */
};
void mentions_each(struct slice text, int how, mention_fn *fn,
    void *context);

/* What the office calls itself in TEXT: counts 我局, 本局 ... under the row of
 * offices.tsv, at most SELVES_MAX different ones.  Returns whether TEXT has a
 * word that only the report of a whole government has. */
enum { SELVES_MAX = 64 };
struct selves {
	struct slice name[SELVES_MAX];	/* 局, 镇, government */
	unsigned     count[SELVES_MAX];
	size_t       n;
};
bool selves_count(struct slice text, struct selves *selves);

/* Reads office-frames.tsv; what is wrong with a line ends the process with
 * 2. */
void mentions_load(void);

#endif
