/* What reading claims keeps in mind of the document, paragraph, sentence and
 * clause at hand, and the pieces it is made of, one file each: claim.c, time.c,
 * segment.c, licence.c, verdict.c, list_heads.c, list_members.c,
 * list_sums.c, list_shares.c, lists.c, named.c, part_words.c, refusals.c, inheritance.c,
 * share.c, sums.c, zeros.c,
 * read_figure.c, read_sentence.c, read_paragraph.c. */
#ifndef PROSE_INTERNAL_H
#define PROSE_INTERNAL_H

#include "record/fact.h"
#include "text/fold.h"
#include "agreement.h"
#include "decisions.h"
#include "passage.h"
#include "explanation.h"
#include "sentence.h"
#include "sums.h"

/* Whose figures they are, and of when, if not the office's own of the year. */
struct scope {
	bool         ever;
	int          other_year;	/* 0: the reporting year */
	struct slice period;		/* 上半年; empty: the whole year */
	struct slice whose;		/* 各乡镇; empty: the office's own */
};

/* A fact about to be written. */
struct prose_claim {
	const struct item     *item;
	struct slice           code;	/* the item's, or of the part of one */
	struct slice           col;
	struct slice           part;	/* words not accounted for, or empty */
	struct figure          figure;
	struct scope           scope;
	size_t                 start, end;	/* its clause in its sentence */
	bool                   same;	/* said of all: 均已答复 */
	bool                   dated;	/* of another year: 结转下年 */
	bool                   presumed;	/* as nothing of its list was said before */
	int                    licence;	/* how far its own words go */
	bool                   since;	/* 累计 and no year was said */
	bool                   outlet;	/* what one outlet disclosed */
	size_t                 list;	/* 1 + number of its list's head, or 0 */
	struct slice           words;	/* before the figure */
	const struct data_row *source;	/* line of decisions.tsv, or NULL */
};

/* The last part of a list by its name: a share may follow. */
struct last_part {
	struct slice       name;	/* empty: none */
	const struct item *of;		/* the head of its list */
	size_t             start;	/* of its clause in its sentence */
};

/* A list that is open: what it is a list of. */
struct open_list {
	const struct item *head;	/* NULL: of something unknown */
	struct slice       unit;	/* of its head, or empty */
	struct scope       scope;
	size_t             depth;	/* of brackets it was opened in */
	bool               open;	/* 其中 was said */
	bool               shares;	/* its parts have shares */
	bool               nested;	/* of a part of another list */
	bool               parted;	/* its parts stand between ； */
	bool               ended;	/* 等 stood behind a part */
	bool               proved;	/* its parts add up to its head */
	bool               outlets;	/* one of its parts is an outlet's */
	bool               kinds;	/* one of its parts is a named kind */
	size_t             members;
	struct classes     objects;	/* what was counted */
	size_t             claim;	/* 1 + number of its head, or 0 */
	unsigned           sum;		/* what its parts are of (sums.h) */
	struct count       count;	/* of its head */
};

/* The last of the named things that one verb discloses, 公开预算信息6条、…: those behind
 * it are disclosed too. */
struct named_row {
	const struct item *item;	/* that they are parts of; NULL: none */
	struct scope       scope;
	struct slice       unit;
	size_t             figure;	/* the last token of its words, or NAMED_BEFORE */
	size_t             members;	/* named so far */
	bool               told;	/* a colon told that kinds follow */
};

#define NAMED_BEFORE SIZE_MAX		/* the sentence */

enum { LISTS_MAX = 8 };

enum { HEADING_MAX = 120 };	/* bytes of a heading: forty characters */

struct prose_document {
	int            year;		/* the reporting year, 0: not known */
	struct slice   org;		/* whose report it is, or empty */
	struct office_names own;
	size_t         sentences;	/* so far */
	fact_fn       *emit;
	void          *context;
	char           heading_text[HEADING_MAX];
	size_t         heading_n;	/* 0: it was read */
	size_t         heading_from;	/* behind its enumerator */
	struct classes heading;		/* of the last heading, if it was */
};

struct prose_paragraph {
	struct passage passage;
	struct classes topic;		/* of the heading, or of what opens it */
	bool           opened;		/* it opens with a heading of its own */
	size_t         before;		/* where the sentence before begins */
	bool           marked;		/* has marks of sentences */
	bool           future;		/* 下一步 was said */
	bool           goes_on;		/* ended with a colon: a list follows */
	struct enumerator item;		/* that its last item opens with */
	bool           listed;		/* it is one of a list a colon began */
	bool           unended;		/* ended with ； within a list */
	bool           headed;		/* it is a heading before a colon */
	bool           contents;	/* and one that tells of them: 公开内容 */
	struct named_row row;		/* of the last sentence */
	int            year;		/* that it opens with, or 0 */
	struct open_list    last;		/* list or head of the last sentence */
	struct open_list    items;	/* what the colon before a list was said of */
	bool           partial;		/* the last figure of the last sentence
					   counted a part */
	struct open_list head[SUMS_HEADS];	/* of the last sentence that had one */
	size_t         heads;
	int            heads_age;	/* sentences since */
	int            age;		/* sentences since */
	struct prose_claim claim;	/* the last one of it */
	size_t         claim_number;
	struct prose_claim whole;	/* the last one that is of no part */
	size_t             whole_number;
};

struct prose_sentence {
	struct sentence     cut;	/* into tokens */
	size_t              offset;	/* in its paragraph */
	bool                ever;	/* figures are since the beginning */
	bool                as_of;	/* 截至 was said, */
	bool                as_of_date;	/* and the date is still to come; */
	bool                as_of_end;	/* it was the end of the year */
	int                 year;	/* 0: none, the reporting year */
	bool                this_year;	/* was named */
	struct slice        period;
	struct slice        whose;	/* said by a clause without a figure */
	struct slice        other;	/* the same: another office */
	struct slice        narrowed;	/* the same: some of what is disclosed, */
	struct classes      narrowed_to;	/* and which things */
	bool                column;	/* it is the name of a column */
	struct classes      carried;	/* objects and verbs said last */
	struct classes      heard;	/* all words said */
	struct classes      outlet;
	bool                via;	/* it was said to be used: 通过网站 */
	bool                outlet_left;	/* something else was counted since */
	struct classes      pending;	/* of what is compared with a figure */
	bool                plan;
	struct sums         sums;
	struct open_list    heading[SUMS_HEADS];	/* the heads so far */
	size_t              headings;
	bool                counted;	/* a figure was of something else than
					   what is disclosed */
	bool                uncounted;	/* the last figure counted nothing that is
					   known: 其中 is of that */
	bool                refused;	/* the last figure's verb was not
					   accounted for */
	struct open_list         list[LISTS_MAX];
	size_t              lists;
	bool                parted;	/* ； before the clause at hand */
	struct open_list         head;	/* the last figure that may head one */
	bool                sorted;	/* it was one of kinds of what is
					   disclosed */
	bool                partial;	/* the last figure counted a part, so
					   that parts of it are nothing's */
	struct open_list    nested;	/* the same, if it is part of a list */
	struct named_row    row;
	size_t              depth;	/* of brackets */
	struct last_part  member;
	struct last_part  outside[LISTS_MAX];	/* the last one before each
					   bracket that is open, */
	size_t              bracket[LISTS_MAX];	/* and where that opened */
	struct prose_claim *claim;	/* made so far; the first one is number
					   agreement.n of the document */
	size_t              claims, claim_room;
	struct prose_claim *change;	/* by how much they differ from last
					   year's; owned */
	size_t              changes, change_room;
};

struct prose_clause {
	size_t         first, end;	/* tokens */
	struct classes said;		/* by those before the token at hand */
	int            year;		/* 0: the reporting year */
};

/* A figure and the words that go with it: some before, some behind. */
struct segment {
	size_t         from, figure, to;	/* tokens */
	struct classes before, behind, own;
	struct classes outlet;		/* said here */
	bool           column;		/* none, but a column by its name */
	size_t         object;		/* the last token with an object, or to */
	size_t         loose[SENTENCE_TOKENS];	/* unknown words that nothing
						   accounts for */
	int            looses;
	unsigned char  free[SENTENCE_TOKENS + 1];	/* accounted for */
	struct slice   whose;
};

/* What was decided of a figure. */
struct verdict {
	const struct decision *decision;	/* NULL: nothing */
	const struct decision *also;	/* said by the same words (受理答复), or
					   NULL */
	bool                   licensed;	/* every word accounted for */
	struct slice           rest;	/* the words that are not */
};

struct prose {
	struct lexicon         lexicon;
	struct measures        measures;
	struct decisions       decisions;
	struct prose_document  document;
	struct prose_paragraph paragraph;
	struct prose_sentence  sentence;
	struct prose_clause    clause;
	struct segment         segment;	/* at hand */
	struct agreement       agreement;	/* what was stated so far */
	const struct data_row *source;	/* of the claim being written */
	prose_explain_fn      *explain;	/* or NULL */
	struct arena           data;	/* for good */
	struct arena           arena;	/* of one document */
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
	return classes_has(prose_token(prose, i)->classes,
	    prose->lexicon.steering[steering]);
}

static inline bool
prose_has(const struct prose *prose, struct classes set,
    enum steering steering)
{
	return classes_has(set, prose->lexicon.steering[steering]);
}

static inline struct classes
prose_steering(const struct prose *prose, enum steering steering)
{
	return classes_of(prose->lexicon.steering[steering]);
}

/* Whether the open clause has had the word so far. */
static inline bool
prose_said(const struct prose *prose, enum steering steering)
{
	return prose_has(prose, prose->clause.said, steering);
}

/* Whether token I is a word that restricts nothing, or that only counts. */
static inline bool
prose_is_filler(const struct prose *prose, size_t i)
{
	return classes_meet(prose_token(prose, i)->classes,
	    prose->lexicon.kind[CLASS_FILLER]);
}

/* The text of the tokens from FROM to before TO. */
static inline struct slice
prose_text(const struct prose *prose, size_t from, size_t to)
{
	size_t start = prose_token(prose, from)->start;

	return (struct slice){ prose->sentence.cut.text.p + start,
	    to > from ? prose_token(prose, to - 1)->end - start : 0 };
}

/* Whether token I is content: a verb, an object, a quality, and no filler too. */
static inline bool
prose_is_content(const struct prose *prose, size_t i)
{
	return classes_meet(prose_token(prose, i)->classes,
	    prose->lexicon.content) && !prose_is_filler(prose, i);
}

/* Whether token I is an object or a quality. */
static inline bool
prose_is_thing(const struct prose *prose, size_t i)
{
	return prose_is_content(prose, i) && classes_meet(
	    prose_token(prose, i)->classes, classes_join(
	    prose->lexicon.kind[CLASS_OBJECT],
	    prose->lexicon.kind[CLASS_QUALITY]));
}

/* Whether the clause ends before token I; the byte its clause begins at, and
 * the token that ends it. */
bool   prose_ends_clause(const struct prose *prose, size_t i);
size_t prose_clause_start(const struct prose *prose, size_t i);
size_t prose_clause_end(const struct prose *prose, size_t i);

/* Whether token I stands in quotes: “办好一件申请，公开一批信息” is a motto. */
bool prose_is_quoted(const struct prose *prose, size_t i);

/* The scope of a figure of ITEM in the clause at hand. */
struct scope prose_scope(const struct prose *prose, const struct item *item);

/* Puts by the claim of ITEM, column COL, for FIGURE, of the clause that token I
 * is in.  It is written when the sentence has been read; until then it may be
 * changed. */
struct prose_claim *prose_claim(struct prose *prose, const struct item *item,
    struct slice col, const struct figure *figure, size_t i);

/* ITEM with the SUFFIX of a figure that is not the office's of the year. */
struct slice prose_with_suffix(struct prose *prose, struct slice item,
    struct slice suffix);

/* Whether CLAIM stands in the clause before the one at hand, or before the figure I
 * in this one. */
bool prose_stands_before(const struct prose *prose,
    const struct prose_claim *claim, size_t i);

/* Puts by that the figure I, a comparison, says by how much what was claimed right before
 * it differs from last year's. */
void prose_claim_change(struct prose *prose, size_t i);

/* Hands the claims of the sentence to the document's. */
void prose_write_claims(struct prose *prose);

/* Writes the facts of the document. */
void prose_write_facts(struct prose *prose);

/* 1 + the number of CLAIM in the document. */
static inline size_t
prose_claim_number(const struct prose *prose, const struct prose_claim *claim)
{
	return prose->agreement.n + (size_t)(claim - prose->sentence.claim) + 1;
}

static inline bool
prose_figure_is(const struct figure *figure, const char *value)
{
	return strcmp(figure->value, value) == 0;
}

/* Keeps account of the time a figure is of: called for each token of a
 * clause, and at its end. */
void prose_see_time(struct prose *prose, size_t i);
void prose_end_time(struct prose *prose, size_t end);

/* Makes the segment at hand that of the figure I, whose words may begin at token
 * FROM and end before token END. */
void segment_read(struct prose *prose, size_t from, size_t i, size_t end);

/* Finds which words of the segment at hand nothing accounts for: those that are
 * neither known nor a subject, an outlet's name, a circumstance. */
void licence_account(struct prose *prose);

/* Whether the words NAME may be the office of the report: they are short for it,
 * or end as it does, at least with two characters; or are short for it, every
 * character in its order (南湖城管 for 南湖区城市管理局). */
bool own_office_is(const struct prose *prose, struct slice name);
bool own_office_is_short(const struct prose *prose, struct slice name);

/* Sets the names that the office of the report may have in its sentences. */
void own_office_begin(struct prose *prose, struct slice org);

/* The office's own field restricts nothing: 文旅信息 of 文化和旅游局. */
bool own_office_has_field(const struct prose *prose, struct slice text);

/* Settles which outlets the words of the sentence at hand are where that depends
 * on the office: 青石公安网, 省政府网站. */
void outlets_settle(struct prose *prose);

/* The outlet that 分别 gives FIGURE, a token of the clause at hand, by its place among
 * those before it: 微信、微博分别发布120条、80条.  Empty if it gives none. */
struct classes outlets_of_figure(const struct prose *prose, size_t figure);

/* What the words before the figure of the segment at hand call the outlets that they
 * name; empty if they name none. */
struct slice outlets_name(const struct prose *prose);

/* The tokens from *FIRST to before *END of the segment at hand that name an outlet which
 * no table knows: 在“青石之声”上, 通过阳光村务平台.  Whether some do. */
bool outlets_find_unknown(const struct prose *prose, size_t *first, size_t *end);

/* Whether neither an outlet was named in the sentence before nor anything that
 * has parts by kind counted in this one. */
bool verdict_is_fresh(const struct prose *prose);

/* Where the coordinate heads of the words from token FROM to TO begin: 因申请引发的
 * 行政复议、行政诉讼 has two. */
size_t zeros_heads(const struct prose *prose, size_t from, size_t to);

/* Claims the figure of the segment at hand for each of several heads before it,
 * where it is 0 or 各 is said.  False if there are not several. */
bool zeros_read_each(struct prose *prose);

/* Claims the figure of the segment at hand, a zero with nothing beside it, for what
 * the heading names: 五、行政复议、诉讼 / 均为零.  False if it is none. */
bool zeros_read_heading(struct prose *prose);

/* Whether claim I of the sentence is of one outcome, channel or kind of what a head
 * counts, or of some of what an earlier one counts: 收到9件，其中新收8件. */
bool zeros_is_within(const struct prose *prose, size_t i);

/* Decides the segment at hand; with the objects and verbs of MORE. */
struct verdict verdict_of(struct prose *prose, struct classes more);

/* The column that DECISION has the figure at hand in. */
static inline struct slice
verdict_col(const struct prose *prose, const struct decision *decision)
{
	return decision->named ? outlets_name(prose) : decision->col;
}

/* How far the words of the segment at hand go to make its figure a total: verb,
 * object, outlet; of all that is disclosed, time and 主动; examples (公告、通知等信息)
 * take from it. */
int verdict_licence(const struct prose *prose,
    const struct decision *decision);

/* The one outlet of SET, several as such; empty for none. */
struct classes verdict_outlet(const struct prose *prose, struct classes set);

/* Opens the list that the figure at hand is shown to be of by a sum, where that is of what
 * a sentence before counts, and no list of kinds: 收到申请15件。主动公开5件、…. */
void lists_open_proved(struct prose *prose);

/* Whether a sum shows the figure at hand, which its words have for ITEM, to be some of what
 * another item counts: 信箱收到30件，咨询12件、投诉8件、建议10件. */
bool lists_is_proved_part(const struct prose *prose, const struct item *item);

/* Reads the figure of the segment at hand as a part of the open list.  False if
 * it is none; then VERDICT holds. */
bool lists_take(struct prose *prose, const struct verdict *verdict);

/* 受理行政复议30件，其中涉及信息公开的5件: claims the figure of the segment at hand as what its
 * list counts, where that is of suits about anything, and makes the head a part.  False if
 * it is none. */
bool lists_narrow_suits(struct prose *prose);

/* Reads the percentage at hand as the share of a part of the open list. */
bool lists_take_share(struct prose *prose);

/* Takes the percentage at hand for the share that the part right before it is of its
 * list; for that of requests which were answered (办结率98%). */
bool share_take_part(struct prose *prose);
bool share_take_rate(struct prose *prose);

/* Opens a list at 其中, which may stand right BEHIND a FIGURE, a bracket, a clause such
 * as 公开的信息中; closes what was opened in brackets. */
void lists_open(struct prose *prose, bool behind_figure);
void lists_open_bracket(struct prose *prose);
void lists_close_bracket(struct prose *prose);

/* Notes how the clause at hand is parted from the one before. */
void lists_begin_clause(struct prose *prose);

/* Claims the figure of the segment at hand, which begins with a verb that discloses
 * something, or goes on with the row of one, as a part by its name.  False if it does
 * not, or if VERDICT has it as something else. */
bool named_begin(struct prose *prose);
bool named_go_on(struct prose *prose, const struct verdict *verdict);

/* Claims the figure of the segment at hand, of which nothing was made, as a part by its
 * words where something was disclosed and it counts that: 发布简报12条.  False if it may
 * count anything else, which it may not where it is LISTED. */
bool named_left(struct prose *prose, bool listed);

/* Whether the words of the segment at hand stand right behind the figure of a row. */
bool named_follows(const struct prose *prose);

/* Begins a row where the words from FROM to before END, a clause without a figure, are
 * of nothing but disclosure: 推进民生领域信息公开，救助信息12条、…; 公开的信息：…. */
void named_begin_clause(struct prose *prose, size_t from, size_t end);

/* Notes that the figure at hand was claimed as CLAIM: a row may begin with it. */
void named_note(struct prose *prose, const struct prose_claim *claim);

/* Makes CLAIM what lists and 历年累计 refer to from here on. */
void lists_set_head(struct prose *prose, const struct prose_claim *claim);

static inline struct open_list *
lists_top(struct prose *prose)
{
	return prose->sentence.lists == 0 ? NULL :
	    &prose->sentence.list[prose->sentence.lists - 1];
}

/* Reads the tokens from FROM to before END, among which there is no figure, for
 * figures said in words: 未收到申请, 均为维持. */
void zeros_read(struct prose *prose, size_t from, size_t end);

/* Tells, if somebody asked, what the segment at hand was read as. */
void prose_tell(struct prose *prose, const struct verdict *verdict);

/* Keeps what is SAID for later figures: objects, verbs; and the OUTLET. */
void prose_carry(struct prose *prose, struct classes said,
    struct classes outlet);

/* Reads the figure at token I, whose segment is at hand. */
void prose_read_figure(struct prose *prose, size_t i);

/* Reads the sentence that is cut into tokens. */
void prose_read_sentence(struct prose *prose);

/* Reads the paragraph at hand; a heading for what it says of those below. */
void prose_read_paragraph(struct prose *prose);

#endif
