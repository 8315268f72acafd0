/* Text that reports share: which sections, how much of them, the sentences. */
#ifndef REUSE_REUSE_H
#define REUSE_REUSE_H

#include "archive.h"
#include "buckets.h"
#include "compare.h"
#include "groups.h"
#include "wholes.h"

/* How it is known which of two texts was first. */
enum reuse_order {
	REUSE_UNKNOWN,
	REUSE_BY_YEAR,		/* the reports are of one year and a later one */
	REUSE_BY_DAY,		/* of publication */
	REUSE_ORDERS
};

extern const char *const reuse_order_name[REUSE_ORDERS];

/* One side of what is told. */
struct reuse_side {
	const struct kept_report *report;
	struct report_head        head;
	struct slice              section;	/* empty: the whole report */
	struct slice              loc;		/* of the section */
	struct share              share;
	struct slice              names;	/* the other's, in the sentences shared */
};

struct reuse_pair {
	struct reuse_side now, earlier;	/* the later one, where that is known */
	enum reuse_order  order;
	bool              is_same;	/* word for word, but for names and figures */
	bool              is_own;	/* both are of one office */
	struct slice      text;		/* the sentences of NOW, `\n' between them */
};

/* What is done with each pair.  Its slices live for the call. */
typedef void reuse_fn(void *context, const struct reuse_pair *pair);

struct reuse_limits {
	unsigned characters;	/* that are shared at least */
	unsigned percent;	/* of the sentences of one of both, at least */
	size_t   common;	/* offices that may share it; 0: see common_of() */
};

/* One of two sections at hand. */
struct reuse_text {
	struct buffer      head_text, text;
	struct report_head head;
	struct masks       masks;	/* of its office */
	struct slice       lines, code;
	struct sentences   sentences;
	struct buffer      names;
};

struct reuse {			/* all zero but for the limits: to begin with */
	struct reuse_limits       limits;
	struct archive            archive;
	struct buckets            shingles;
	struct groups_of_shingles groups;
	struct text_comparison    comparison;
	struct reuse_text         now, earlier;
	struct reuse_text         plain;	/* NOW, only its own names masked */
	struct buffer             sentences;	/* that are shared */
	struct wholes             wholes;	/* of the report at hand */
	bool                      is_capped;	/* not all that are alike were compared */
	reuse_fn                 *tell;
	void                     *context;
};

/* Takes what DOCUMENT, blocks from sectionize, says. */
void reuse_take(struct reuse *reuse, const struct document *document);

/* Hands each pair of sections that share text to TELL, and each pair of reports of which
 * several do: by the name of the later one's document, its sections, the other's; reports
 * behind their sections. */
void reuse_tell(struct reuse *reuse, reuse_fn *tell, void *context);

void reuse_free(struct reuse *reuse);

#endif
