/* The marks and characters that sentences are cut by (sentence-marks.tsv). */
#ifndef PROSE_MARKS_H
#define PROSE_MARKS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/slice.h"

enum mark_kind {
	MARK_CLAIM,		/* 未: a sentence with it may claim something */
	MARK_AGAIN,		/* 均: one behind what claims may say it of all */
	MARK_NUMERAL, MARK_COUNTED,	/* 三件: and with one before the other */
	MARK_NAMING,		/* 月: the digits before count nothing */
	MARK_STOP,		/* ends a sentence */
	MARK_COMMA,		/* ends a clause */
	MARK_PAUSE,		/* 、 */
	MARK_OPEN, MARK_CLOSE,	/* brackets */
	MARK_COLON,
	MARK_QUOTE,		/* “ and ”, around a name: in pairs */
	MARK_QUOTATION,		/* opening marks, each before its closing one */
	MARK_ORDINAL,		/* 第: the digits behind count nothing */
	MARK_FINISH,		/* ends a paragraph that is whole */
	MARK_SENTENCE,		/* sentences have it, cells have not */
	MARK_NO_NUMERAL,	/* 统: no numeral begins behind it */
	MARK_NO_NUMERAL_BEHIND,	/* 化: none ends before it */
	MARK_ORGAN,		/* 局: what ends so may be an office */
	MARK_OFFICE_TAIL,	/* 办事处: may be left out of an office's name */
	MARK_PRESS,		/* 报》: a newspaper */
	MARK_WEBSITE,		/* 网: a website */
	MARK_INFORMATION,	/* ends of a part's name: 信息, */
	MARK_WHOLE,		/* but not of 政府信息 */
	MARK_OPENING,		/* 方面: ends of what says what follows is about */
	MARK_SEMICOLON,
	MARK_ISSUE,		/* 期: units of what has several of what is counted */
	MARK_SIGNED,		/* 南方+: names that end like an ordinal mark */
	MARK_PIECE,		/* 条: units of information and hardly anything else */
	MARK_VOLUME,		/* 部: units of it, where the words say so */
	MARK_WILL,		/* 将: behind a later year it begins a plan */
	MARK_TITLE,		/* 年度报告: the title of a report ends */
	MARK_SET_UP,		/* 开设: what is behind it is new, a column */
	MARK_CONTENTS,		/* 公开内容: headings of lists of what was disclosed */
	MARK_REVIEWER,		/* 司法局: names of who decides on others' suits */
	MARK_WORKS,		/* 建设: was done to an outlet, and not in it */
	MARK_SUED,		/* 被申请: the suit is against whom it is said of */
	MARK_KIND, MARK_OF, MARK_YEAR, MARK_MONTH,
	MARK_SPAN,		/* 至: from one year to another */
	MARK_KINDS
};

struct marks {
	struct slice *mark;
	size_t        marks;
	bool          first[256];	/* the bytes they begin with */
	uint64_t      third, last;	/* and, by their lower six bits, the third byte
					   of those that begin with a Han character,
					   and the last one */
};

/* Reads sentence-marks.tsv; a malformed line, and a kind without marks, end the
 * process with 2.  The functions below do it at their first call. */
void marks_load(void);

/* The marks of KIND, which live as long as the process. */
const struct marks *marks_of(enum mark_kind kind);

/* The bytes of the mark of KIND that TEXT begins with; 0 if with none. */
size_t marks_at(enum mark_kind kind, struct slice text);

/* Whether TEXT may begin with a comma, pause, bracket or quotation mark. */
bool marks_between(struct slice text);

/* By a byte: whether it is neither the first one of a digit, a blank or what
 * marks_between asks for; most text is passed over with one look at each byte.
 * Lives as long as the process. */
const bool *marks_plain(void);

/* Whether a mark of MARKS may end with BYTE. */
static inline bool
marks_may_end(const struct marks *marks, char byte)
{
	return (marks->last >> ((unsigned char)byte & 63) & 1) != 0;
}

/* Whether a mark of KIND stands in TEXT. */
bool marks_in(enum mark_kind kind, struct slice text);

/* Whether TEXT ends with a mark of KIND. */
bool marks_end(enum mark_kind kind, struct slice text);

#endif
