/* From sentences to facts: clause by clause, with what the clauses before
 * have said about year and subject. */
#ifndef PROSE_READ_CLAIMS_H
#define PROSE_READ_CLAIMS_H

#include "record/fact.h"
#include "passage.h"
#include "pattern.h"

/* Concepts that steer the reading itself; words.tsv has to have them. */
enum steering {
	STEER_NONE,		/* 未, 没有 */
	STEER_NEGATIVE,		/* 未按: no nothing, but no claim either */
	STEER_NUMERAL,
	STEER_ALL,		/* 均为, 全部 */
	STEER_EACH,		/* 各, 均 */
	STEER_AMONG,		/* 其中, 包括 */
	STEER_SHARE,		/* 占 */
	STEER_EVER,		/* 历年 */
	STEER_AS_OF,		/* 截至 */
	STEER_TOTAL,		/* 累计 */
	STEER_SINCE,		/* 以来, behind a year */
	STEER_THIS_YEAR, STEER_LAST_YEAR, STEER_NEXT_YEAR,
	STEER_COMPARE,		/* 同比, 增长 */
	STEER_RATE,		/* 每, 平均 */
	STEER_PLAN,		/* 计划, 力争 */
	STEER_FUTURE,		/* 下一步: to the end of the paragraph */
	STEER_INFORMATION,	/* ends of a category's name: 信息, */
	STEER_COUNT,		/* 共计 */
	STEER_PUBLISH, STEER_PROACTIVE,	/* 发布: no part of a category's name */
	STEERINGS
};

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

struct claims {				/* set once */
	struct lexicon           lexicon;
	struct patterns          patterns;
	int                      steering[STEERINGS];
	struct sentence_concepts concepts;
	const struct item       *listing;	/* of lists without a head */

	/* For one document. */
	int      year;
	fact_fn *emit;
	void    *context;

	/* For the paragraphs under a heading. */
	struct concepts heading;

	/* For one paragraph. */
	const struct passage *passage;
	struct concepts         before;	/* the words up to before_end */
	size_t                  before_end;
	bool                    marked;		/* has marks of sentences */
	bool                    future;
	int                     paragraph_year;
	struct topic            topic;
	bool                    among;		/* a list is open */

	/* For one sentence. */
	struct sentence sentence;
	struct concepts sentence_words;
	size_t          offset;		/* of the sentence in its paragraph */
	bool            ever, as_of, as_of_date;
	int             year_said;	/* 0: none, the reporting year */
	struct topic    outside;	/* the topic before the open bracket, */
	bool            outside_among;	/* and whether a list was open */
	bool            this_year_said;
	const struct item *list;	/* the list of the part below */
	struct slice    part;		/* the category named last */
	size_t          part_start;
	bool            part_open;	/* its share may follow */

	/* For one clause. */
	size_t          clause;		/* its first token */
	struct concepts clause_words, said;
	int             clause_year;
	char            other_year[8];	/* room for a column */
	char            code[128];	/* room for an item with a suffix */
};

/* Reads PASSAGE; a heading for what it says of the paragraphs below. */
void claims_read(struct claims *claims, const struct passage *passage);

#endif
