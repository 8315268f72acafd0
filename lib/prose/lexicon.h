/* The words that sentences are made of, and the classes they are in. */
#ifndef PROSE_LEXICON_H
#define PROSE_LEXICON_H

#include <stddef.h>

#include "base/map.h"
#include "base/slice.h"
#include "data/data.h"
#include "classes.h"
#include "word_graph.h"

/* What a word of a class does in a sentence. */
enum class_kind {
	CLASS_TIME,
	CLASS_WHOSE,
	CLASS_OUTLET,
	CLASS_VERB, CLASS_OBJECT, CLASS_QUALITY,	/* content */
	CLASS_MARK,		/* steers the reading */
	CLASS_FILLER,		/* restricts nothing */
	CLASS_KINDS
};

/* Classes that steer the reading itself; there have to be some. */
enum steering {
	STEER_NONE,		/* 未, 没有 */
	STEER_NEGATIVE,		/* 未按: no nothing, but no claim either */
	STEER_NUMERAL,		/* characters a Chinese numeral begins with */
	STEER_ALL,		/* 均为, 全部 */
	STEER_EACH,		/* 各, 均 */
	STEER_AMONG,		/* 其中, 包括 */
	STEER_SHARE,		/* 占 */
	STEER_SHARE_OF,		/* 占答复总数: of what, it says */
	STEER_DONE_RATE,	/* 办结率: of all that came in */
	STEER_EVER,		/* 历年 */
	STEER_AS_OF,		/* 截至 */
	STEER_TOTAL,		/* 累计 */
	STEER_SINCE,		/* 以来, behind a year */
	STEER_THIS_YEAR, STEER_LAST_YEAR, STEER_NEXT_YEAR,
	STEER_PERIOD,		/* 上半年, 近三年: less or more than the year */
	STEER_COMPARE,		/* 同比, 较 */
	STEER_YEARLY,		/* 同比, 较上年: with last year */
	STEER_RISE, STEER_FALL,	/* 增加, 减少 */
	STEER_REACH,		/* 至: what a comparison arrives at */
	STEER_RATE,		/* 每, 平均 */
	STEER_PLAN,		/* 计划, 力争 */
	STEER_FUTURE,		/* 下一步: to the end of the paragraph */
	STEER_PROACTIVE,	/* 主动公开 */
	STEER_PUBLISH,		/* 发布 */
	STEER_DISCLOSE,		/* 公开, as opposed to 发布 */
	STEER_INFORMATION,	/* what is disclosed, without its kind */
	STEER_COUNT,		/* 共计 */
	STEER_AND,		/* 和, 及 */
	STEER_AND_SO_ON,	/* 等: what stands before it are examples */
	STEER_ALL_KINDS,	/* 各类信息: takes in what is named beside it */
	STEER_APPLY, STEER_REQUEST,	/* 申请, 政府信息公开申请 */
	STEER_RECONSIDERATION, STEER_LITIGATION,	/* what is applied for */
	STEER_CAUSE,		/* 引发 */
	STEER_CARRY,		/* 结转 */
	STEER_HANDLE,		/* 办理: not yet done with */
	STEER_WHOLE_AREA,	/* 全县: its office and those below */
	STEER_SELF, STEER_BELOW, STEER_LEVEL, STEER_OTHER,
	STEER_SEVERAL,		/* several outlets */
	STEER_NEW_MEDIA,	/* any of those that have names too */
	STEER_SITE,		/* the office's website */
	STEER_GAZETTE,		/* an outlet, and a kind of what is disclosed */
	STEER_OUTLET,		/* one that has no figure of its own */
	STEER_AGAINST_US,	/* 针对我局: another office's case, but ours */
	STEER_REST,		/* 其余: all but what was said before */
	STEER_EXCLUDING,	/* 不含: all but these */
	STEER_OF_INFORMATION,	/* 公开的信息中: of all that was disclosed */
	STEER_DISTINCT,	/* 分别: the figures are of one head each */
	STEER_PROGRESS,	/* 实施情况: names a kind of information */
	STEER_DONE,	/* 已: said of the last figure only */
	STEER_SPHERE,	/* 领域: only what concerns something was counted */
	STEER_DENIED,		/* 不予公开 */
	STEER_FOREIGN,		/* 意见: counted, and no figure of these reports */
	STEER_TELLING,	/* 发布: a verb that names of kinds do not end in */
	STEER_EXAMPLES,	/* 等信息: what stands before are examples */
	STEER_OWN_LIST,		/* 公开目录: all that is disclosed */
	STEER_BOARD,		/* 公开栏: of a website it is a column */
	STEER_PLACE,		/* 栏目: a named part of an outlet */
	STEER_DOCUMENT,		/* 文件 */
	STEER_CATEGORY,		/* 财政信息: some of what is disclosed */
	STEER_NAMED,		/* 热线: a name may stand before it */
	STEER_GOVERNMENT,	/* 政府信息公开工作: what a suit is about */
	STEER_FIELD,		/* 领域: what stands before it restricts */
	STEER_VIA,		/* 通过: an outlet or a means follows */
	STEER_ABOUT,		/* 围绕: a circumstance follows */
	STEER_FULL_TEXT,	/* 全文电子化: how, not what, was disclosed */
	STEER_MEANS,		/* 方式: which ends here */
	STEER_PLATFORM,		/* 平台: an outlet, whatever its name */
	STEER_AT,		/* 在: where, not what */
	STEER_PRINCIPAL,	/* 为主渠道: what an outlet is, not what it has */
	STEERINGS
};

struct word_class {
	struct slice           name;
	enum class_kind        kind;
	const struct data_row *row;	/* its first line; NULL: compiled */
	bool                   used;	/* in a decision, or to steer by */
};

/* The text of the section CODE is about CLASS. */
struct section_class {
	struct slice code;
	int          class;
};

struct lexicon {			/* all zero: empty */
	struct word_class    class[CLASSES_MAX];
	int                  classes;
	struct map           named;	/* numbers of classes by their names */
	int                  steering[STEERINGS];
	struct classes       kind[CLASS_KINDS];
	struct classes       content;	/* of the three kinds of content */
	struct classes       timing;	/* that say when (time.c) */
	struct word_graph    words;
	uint32_t             own;	/* set of an office's own name */
	struct section_class *section;	/* owned */
	size_t                sections, section_room;
	bool                  is_compiled;	/* but for named nothing of it is owned */
};

/* What lexicon_load makes of the lines built in: lib/compile/lexicon.c writes it as C, and
 * tabulate is linked with that.  Empty where it is not (compiled.c). */
extern const struct lexicon compiled_lexicon;

/* The words of the suite's data. */
void lexicon_load(struct lexicon *lexicon);

/* Reads TABLE, lexicon.tsv.  A malformed line, a line that adds nothing, and the lack
 * of a class that steers the reading end the process with 2. */
void lexicon_read(struct lexicon *lexicon, const struct data_table *table);
void lexicon_free(struct lexicon *lexicon);

/* The number of the class NAME, which is used by that; -1: there is none. */
int lexicon_class(struct lexicon *lexicon, struct slice name);

/* The words TEXT begins with, shortest first; how many. */
static inline size_t
lexicon_words(const struct lexicon *lexicon, struct slice text,
    struct word_match match[WORD_MATCHES])
{
	return word_graph_match(&lexicon->words, text, match);
}

/* The classes of the word MATCH. */
static inline struct classes
lexicon_classes(const struct lexicon *lexicon, const struct word_match *match)
{
	return lexicon->words.set[match->set];
}

/* The classes that the text of the section CODE is about: lines of the kind
 * `section'. */
struct classes lexicon_section(const struct lexicon *lexicon,
    struct slice code);

/* Ends the process with 2 if a class of the user's own is used by nothing: no
 * decision names it, nor is it content or a filler, which work by being there. */
void lexicon_refuse_dead(const struct lexicon *lexicon);

#endif
