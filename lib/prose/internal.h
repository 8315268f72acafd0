/* What reading claims keeps in mind of the document, paragraph, sentence and
 * clause at hand, and the pieces it is made of, one file each: claim.c, time.c,
 * best_match.c, lists.c, zeros.c, read_claims.c. */
#ifndef PROSE_INTERNAL_H
#define PROSE_INTERNAL_H

#include "record/fact.h"
#include "passage.h"
#include "pattern.h"

enum { TOPICS_MAX = 2 };	/* 行政复议、行政诉讼 may be one subject */

/* What was counted last: the head of a list, and what 历年累计 refers to. */
struct topic {
	const struct item *item[TOPICS_MAX];
	int                items;
	struct figure      figure;
	bool               ever;
	int                other_year;	/* 0: the reporting year */
	int                age;		/* sentences since it was counted */
};

struct prose_document {
	int       year;			/* the reporting year, 0: not known */
	fact_fn  *emit;
	void     *context;
	uint64_t *heading;		/* concepts of the last heading */
};

struct prose_paragraph {
	struct passage passage;
	uint64_t      *before;		/* concepts up to before_end */
	size_t         before_end;
	bool           marked;		/* has marks of sentences */
	bool           future;		/* 下一步 was said */
	int            year;		/* that it opens with, or 0 */
	struct topic   topic;
	bool           among;		/* a list is open */
};

/* The part of a list that was read last. */
struct list_part {
	const struct item *list;	/* NULL: there is none */
	struct slice       name;
	size_t             start;	/* of its clause */
	bool               open;	/* its share may follow */
};

struct prose_sentence {
	struct sentence  cut;		/* into tokens */
	uint64_t        *words;		/* its concepts, */
	uint64_t         fold;		/* and folded */
	size_t           offset;	/* in its paragraph */
	bool             ever;		/* figures are since the beginning */
	bool             as_of;		/* 截至 was said, */
	bool             as_of_date;	/* and the date is still to come */
	int              year;		/* 0: none, the reporting year */
	bool             this_year;	/* was named */
	struct topic     outside;	/* the topic before the open bracket, */
	bool             outside_among;	/* and whether a list was open */
	struct list_part part;
};

struct prose_clause {
	size_t    first;		/* token */
	uint64_t *words;		/* its concepts */
	uint64_t *said;			/* those before the token at hand */
	int       year;			/* 0: the reporting year */
};

/* The pattern that fits a figure best. */
struct best_match {
	const struct pattern  *pattern;		/* NULL: none */
	struct pattern_match   match;
	const struct pattern **beside;		/* that claim too */
	size_t                 besides, room;
};

struct prose {
	struct lexicon         lexicon;
	struct patterns        patterns;
	struct prose_document  document;
	struct prose_paragraph paragraph;
	struct prose_sentence  sentence;
	struct prose_clause    clause;
	struct best_match      best;	/* of the figure at hand */
	const struct data_row *source;	/* of the claim being made */
	struct arena           sets;	/* of concepts, for good */
	struct arena           arena;	/* of one document */
};

/* A fact about to be written. */
struct prose_claim {
	struct slice           item, col;
	const struct figure   *figure;
	size_t                 start, end;	/* the clause in its sentence */
	bool                   ever;
	int                    other_year;
	const struct data_row *source;		/* line of patterns.tsv, or NULL */
};

static inline const struct token *
prose_token(const struct prose *prose, size_t i)
{
	return &prose->sentence.cut.token[i];
}

/* Whether token I is a word that steers the reading. */
static inline bool
prose_is(const struct prose *prose, size_t i, enum steering steering)
{
	return prose_token(prose, i)->concept ==
	    prose->lexicon.steering[steering];
}

/* Whether the open clause has had the word so far. */
static inline bool
prose_said(const struct prose *prose, enum steering steering)
{
	return bitset_has(prose->clause.said,
	    prose->lexicon.steering[steering]);
}

/* Whether token I is a word that may stand between any others. */
static inline bool
prose_is_filler(const struct prose *prose, size_t i)
{
	return prose_token(prose, i)->kind == TOKEN_WORD &&
	    bitset_has(prose->lexicon.filler, prose_token(prose, i)->concept);
}

/* Whether the clause ends before token I; the token that ends the clause of
 * token I, and the byte it begins at. */
bool   prose_ends_clause(const struct prose *prose, size_t i);
size_t prose_clause_end(const struct prose *prose, size_t i);
size_t prose_clause_start(const struct prose *prose, size_t i);

/* The claim of token I for ITEM, but for its column and, where it is said in
 * words, its figure. */
struct prose_claim prose_claim_at(const struct prose *prose,
    const struct item *item, size_t i);

void prose_emit(struct prose *prose, const struct prose_claim *claim);

/* Makes ITEM what lists and 历年累计 refer to from here on; with AGAIN beside
 * the one before. */
void prose_set_topic(struct prose *prose, const struct item *item,
    bool again, const struct prose_claim *claim);

/* Whether the figure is VALUE. */
static inline bool
prose_figure_is(const struct figure *figure, const char *value)
{
	return strcmp(figure->value, value) == 0;
}

/* Whether FIGURE has a unit that counts ITEM. */
bool prose_has_unit(const struct prose *prose, const struct item *item,
    const struct figure *figure);

/* Whether PATTERN holds at token I: the figure, or for a pattern in words its
 * first word. */
bool prose_holds(struct prose *prose, const struct pattern *pattern, size_t i,
    struct pattern_match *match);

/* Whether the figure I has a unit, or stands where a sentence has one that
 * has none: at the end of its clause. */
bool prose_is_placed(const struct prose *prose, size_t i);

/* The pattern that the figure I fits best; it is prose->best. */
const struct best_match *prose_best_match(struct prose *prose, size_t i);

/* Keeps account of the time a figure is of: called for each token of a
 * clause, and at its end. */
void prose_see_time(struct prose *prose, size_t i);
void prose_end_time(struct prose *prose, size_t end);

/* Claims what the patterns in words that begin with the word I say. */
void prose_read_words(struct prose *prose, size_t i);

/* Claims the figure I as a part of the open list, unless BEST, the pattern
 * found for it, knows better; or as the share of the part before. */
bool prose_take_part(struct prose *prose, size_t i,
    const struct best_match *best);
bool prose_take_share(struct prose *prose, size_t i);

/* Reads the paragraph at hand; a heading for what it says of those below. */
void prose_read_paragraph(struct prose *prose);

#endif
