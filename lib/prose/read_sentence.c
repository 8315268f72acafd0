/* The figures, words and zeros of a sentence, clause by clause. */
#include "internal.h"
#include "marks.h"
#include "part_words.h"

/* Whether the figure I is the last of its clause. */
static bool
is_last(const struct prose *prose, size_t i)
{
	return prose_ends_clause(prose, i + 1) &&
	    prose_token(prose, i + 1)->start == prose_token(prose, i)->end;
}

/* 申请总数 件 5: the unit, set apart, stands before its figure in the row of
 * a table only. */
static bool
is_in_row(struct slice before)
{
	enum { UNIT_BYTES = 6 };
	size_t at = before.n, unit = 0;

	while (at > 0 && before.p[at - 1] == ' ')
		at--;
	if (at > 0 && before.p[at - 1] == '|')
		return true;
	while (at > unit && before.p[at - unit - 1] != ' ')
		unit++;
	return at < before.n && unit > 0 && unit <= UNIT_BYTES && at > unit;
}

/* Whether a verb stands before the figure I, the first of its clause, which no blank
 * sets apart: 共受理申请0. */
static bool
is_told(const struct prose *prose, size_t i)
{
	if (i == 0 || prose_token(prose, i - 1)->end !=
	    prose_token(prose, i)->start || prose_text(prose, i - 1, i).p[
	    prose_text(prose, i - 1, i).n - 1] == ' ')
		return false;
	while (i > 0 && !prose_ends_clause(prose, --i))
		if (prose_token(prose, i)->kind == TOKEN_FIGURE ||
		    prose_token(prose, i)->kind == TOKEN_DAMAGED)
			return false;
		else if (prose_is_content(prose, i) && classes_meet(
		    prose_token(prose, i)->classes,
		    prose->lexicon.kind[CLASS_VERB]))
			return true;
	return false;
}

/* Whether the figure I has a unit, or stands where a sentence has one that
 * has none: at the end of its clause. */
static bool
is_placed(const struct prose *prose, size_t i)
{
	const struct token *token = prose_token(prose, i);

	if (token->figure->kind != UNIT_NONE)
		return true;
	if (i > 0 && prose_is(prose, i - 1, STEER_AND_SO_ON))
		return false;
	if (!is_last(prose, i) || is_in_row((struct slice){
	    prose->sentence.cut.text.p, token->start }))
		return false;
	return prose->paragraph.marked ||
	    token->figure->state == FIGURE_APPROX ||
	    (prose_figure_is(token->figure, "0") && is_told(prose, i));
}

/* What a clause without a figure says of those that follow. */
static void
note_words(struct prose *prose, size_t from, size_t end)
{
	struct prose_sentence *sentence = &prose->sentence;
	struct classes         said = { { 0 } };
	bool                   joined = false, about = false, via = false;

	for (size_t i = from; i < end; i++)
		joined = joined || prose_token(prose, i)->kind == TOKEN_PAUSE ||
		    prose_is(prose, i, STEER_AND) || (prose_is_content(prose, i) &&
		    classes_meet(prose_token(prose, i)->classes,
		    prose->lexicon.kind[CLASS_VERB]));
	for (size_t i = from; i < end; i++) {
		said = classes_join(said, prose_token(prose, i)->classes);
		if (!joined && prose_is(prose, i, STEER_BELOW))
			sentence->whose = prose_text(prose, i, i + 1);
		else if (prose_is(prose, i, STEER_SELF))
			sentence->whose.n = 0;
		about = about || prose_is(prose, i, STEER_ABOUT);
		via = via || prose_is(prose, i, STEER_VIA);
		if ((!about && !via && prose_is(prose, i, STEER_OTHER)) ||
		    prose_is(prose, i, STEER_EXCLUDING))
			sentence->other = prose_text(prose, i, i + 1);
	}
	if (prose_has(prose, said, STEER_PRINCIPAL))
		said = classes_less(said, prose->lexicon.kind[CLASS_OUTLET]);
	if (!prose_has(prose, said, STEER_NONE) &&
	    !(prose_has(prose, said, STEER_CAUSE) &&	/* 涉及…等方面 */
	    (prose_has(prose, said, STEER_FIELD) ||
	    prose_has(prose, said, STEER_AND_SO_ON))))
		prose_carry(prose, said, classes_both(said,
		    prose->lexicon.kind[CLASS_OUTLET]));
	if (classes_meet(said, prose->lexicon.kind[CLASS_OUTLET]) &&
	    marks_end(MARK_WORKS, prose_text(prose, from, end)))
		sentence->outlet_left = true;
	if (prose_has(prose, said, STEER_COMPARE))
		sentence->pending = sentence->carried;
}

/* 招标公告均通过网站公开，全年发布18条: what was disclosed is named, and is not
 * all there is. */
static void
note_narrowing(struct prose *prose, size_t from, size_t end)
{
	struct classes listing = prose->decisions.listing;
	struct classes things = { { 0 } };
	bool           verb = false, thing = false;

	for (size_t i = from; i < end; i++) {
		struct classes classes = prose_token(prose, i)->classes;

		verb = verb || classes_meet(classes, classes_both(listing,
		    prose->lexicon.kind[CLASS_VERB]));
		if (prose_is(prose, i, STEER_CATEGORY) ||
		    (prose_is_content(prose, i) && classes_meet(classes,
		    prose->lexicon.kind[CLASS_OBJECT]) &&
		    !classes_meet(classes, listing))) {
			things = classes_join(things, classes);
			thing = true;
		}
	}
	if (verb && thing) {
		prose->sentence.narrowed = prose_text(prose, from, end);
		prose->sentence.narrowed_to = things;
		prose->sentence.column = false;
	}
}

/* 网站开设了乡村振兴专栏，发布信息18条: what follows is in the one column that is named. */
static void
note_column(struct prose *prose, size_t from, size_t end)
{
	const struct marks *marks = marks_of(MARK_SET_UP);
	struct slice        name = prose_text(prose, from, end), at;
	size_t              i = from;

	while (i < end && prose_token(prose, i)->kind != TOKEN_PAUSE &&
	    !prose_is(prose, i, STEER_AND) && !prose_is(prose, i, STEER_NONE) &&
	    !prose_is(prose, i, STEER_AND_SO_ON) &&
	    !prose_is(prose, i, STEER_GOVERNMENT))
		i++;
	if (i < end || !prose_is(prose, end - 1, STEER_PLACE))
		return;
	for (i = 0; i < marks->marks; i++)
		if ((at.p = slice_find(name, marks->mark[i])) != NULL)
			break;
	if (i == marks->marks)
		return;
	name = slice_from(name, (size_t)(at.p - name.p) + marks->mark[i].n);
	if (name.n < PART_NAME_MIN || name.n > PART_NAME_MAX)
		return;
	prose->sentence.narrowed = name;
	prose->sentence.narrowed_to = (struct classes){ { 0 } };
	prose->sentence.column = true;
}

/* Reads the words from FROM to END of a clause, behind its last figure. */
static void
read_words(struct prose *prose, size_t from, size_t end)
{
	if (from >= end || prose->paragraph.future || prose->sentence.plan)
		return;
	zeros_read(prose, from, end);
	note_words(prose, from, end);
	note_narrowing(prose, from, end);
	note_column(prose, from, end);
	named_begin_clause(prose, from, end);
}

static bool
has_figure(const struct prose *prose, size_t from, size_t end)
{
	while (from < end && prose_token(prose, from)->kind != TOKEN_FIGURE)
		from++;
	return from < end;
}

/* 没有一件: no figure, but a negation. */
static void
drop_denied(struct prose *prose, size_t end)
{
	bool none = false;

	for (size_t i = prose->clause.first; i < end; i++) {
		struct token *token = &prose->sentence.cut.token[i];

		none = none || prose_is(prose, i, STEER_NONE);
		if (none && token->kind == TOKEN_FIGURE &&
		    (prose_figure_is(token->figure, "1") ||
		    prose_figure_is(token->figure, "0")))
			token->kind = TOKEN_ASIDE;
	}
}

/* Whether token I is 一件 in characters, which may count nothing. */
static bool
is_one(const struct prose *prose, size_t i)
{
	const struct token *token = prose_token(prose, i);

	return token->kind == TOKEN_FIGURE &&
	    prose_figure_is(token->figure, "1") &&
	    !sentence_is_digit(prose_text(prose, i, i + 1));
}

/* 所要的是一份清单, 发布一条解读一条: articles, not figures. */
static void
drop_articles(struct prose *prose, size_t end)
{
	struct token *token = prose->sentence.cut.token;
	size_t        last = end;

	for (size_t i = prose->clause.first; i < end; i++) {
		if (token[i].kind != TOKEN_FIGURE)
			continue;
		if (last + 2 == i && is_one(prose, i) && is_one(prose, last) &&
		    prose_is_content(prose, i - 1))
			token[i].kind = token[last].kind = TOKEN_ASIDE;
		else if (is_one(prose, i) && prose_is_quoted(prose, i))
			token[i].kind = TOKEN_ASIDE;
		else if (last < end && is_one(prose, i) &&
		    prose_is(prose, i - 1, STEER_COUNT))
			token[i].kind = TOKEN_ASIDE;
		last = i;
	}
}

/* Whether what was counted last has parts by kind. */
static bool
is_listed(const struct prose *prose)
{
	const struct open_list *head = prose->sentence.head.head != NULL ||
	    prose->paragraph.age > 1 ? &prose->sentence.head :
	    &prose->paragraph.last;

	return head->head != NULL && head->head->share.n > 0;
}

/* Whether nothing but commas and words that restrict nothing stands between the last
 * figure and token I. */
static bool
is_behind_figure(const struct prose *prose, size_t i)
{
	while (i > 0 && prose_token(prose, i - 1)->kind != TOKEN_FIGURE) {
		i--;
		if (prose_token(prose, i)->kind == TOKEN_UNKNOWN ||
		    (prose_token(prose, i)->kind == TOKEN_WORD &&
		    !prose_is_filler(prose, i)))
			return false;
	}
	return i > 0;
}

/* 公开的信息中: a list whose head has no figure. */
static void
open_list_at(struct prose *prose, size_t i)
{
	const struct item *listing = prose->measures.listing;
	struct classes     verbs = classes_both(prose->decisions.listing,
	    prose->lexicon.kind[CLASS_VERB]);

	if (lists_top(prose) == NULL && listing != NULL &&
	    i > prose->clause.first && classes_meet(prose->clause.said, verbs) &&
	    (prose_is(prose, i, STEER_OF_INFORMATION) ? !is_listed(prose) :
	    prose->sentence.head.head == NULL &&
	    prose_ends_clause(prose, i + 1)))
		prose->sentence.head = (struct open_list){ .head = listing,
		    .scope = prose_scope(prose, listing) };
	lists_open(prose, is_behind_figure(prose, i));
}

/* 推送268期892条: what the issues had in all is counted behind. */
static void
drop_issues(struct prose *prose, size_t i)
{
	struct token *token = &prose->sentence.cut.token[i];
	size_t        next = i + 1;

	if (prose_token(prose, next)->kind == TOKEN_PAUSE ||
	    prose_token(prose, next)->kind == TOKEN_COMMA)
		next++;
	if (prose_token(prose, next)->kind == TOKEN_FIGURE &&
	    prose_token(prose, next)->figure->kind == UNIT_COUNT &&
	    marks_end(MARK_ISSUE, token->figure->unit) &&
	    (prose->measures.listing->units & measures_unit(&prose->measures,
	    prose_token(prose, next)->figure->unit)) != 0 &&
	    !marks_end(MARK_ISSUE, prose_token(prose, next)->figure->unit))
		token->kind = TOKEN_ASIDE;
}

/* 2024年我局将: whether a plan for a later year begins at token I. */
static bool
begins_plan(const struct prose *prose, size_t i)
{
	const struct token *token = prose_token(prose, i);

	if (!prose_is(prose, i, STEER_NEXT_YEAR) && (token->kind != TOKEN_YEAR ||
	    prose->document.year == 0 || token->year <= prose->document.year))
		return false;
	do
		i++;
	while (prose_is(prose, i, STEER_SELF) ||
	    prose_token(prose, i)->kind == TOKEN_COMMA);
	return !prose_ends_clause(prose, i) &&
	    marks_at(MARK_WILL, prose_text(prose, i, i + 1)) > 0;
}

/* Reads the clause before token END. */
static void
read_clause(struct prose *prose, size_t end)
{
	size_t from = prose->clause.first;

	prose->clause.end = end;
	prose->clause.said = (struct classes){ { 0 } };
	lists_begin_clause(prose);
	if (has_figure(prose, from, end)) {
		drop_denied(prose, end);
		drop_articles(prose, end);
	}
	for (size_t i = from; i < end; i++) {
		const struct token *token = prose_token(prose, i);

		prose_see_time(prose, i);
		if (prose_is(prose, i, STEER_PLAN))
			prose->sentence.plan = true;
		if (prose_is(prose, i, STEER_FUTURE) || begins_plan(prose, i))
			prose->paragraph.future = true;
		if (prose_is(prose, i, STEER_AMONG))
			open_list_at(prose, i);
		if (token->kind == TOKEN_FIGURE)
			drop_issues(prose, i);
		if (token->kind == TOKEN_FIGURE && is_placed(prose, i)) {
			segment_read(prose, from, i, end);
			prose_read_figure(prose, i);
			from = prose->segment.to;
			if (from > i + 1 && prose_is(prose, from - 1, STEER_AMONG))
				open_list_at(prose, from - 1);
			i = from - 1;
		} else
			prose->clause.said = classes_join(prose->clause.said,
			    token->classes);
	}
	read_words(prose, from, end);
	prose_end_time(prose, end);
}

/* Whether there is a figure in the brackets that open at token I. */
static bool
has_figure_inside(const struct prose *prose, size_t i)
{
	while (prose_token(prose, ++i)->kind != TOKEN_CLOSE &&
	    prose_token(prose, i)->kind != TOKEN_END)
		if (prose_token(prose, i)->kind == TOKEN_FIGURE)
			return true;
	return false;
}

void
prose_read_sentence(struct prose *prose)
{
	const struct sentence *sentence = &prose->sentence.cut;

	prose->clause.first = 0;
	if (prose->sentence.offset == 0 && prose->paragraph.last.head != NULL)
		lists_open(prose, false);
	for (size_t i = 0; i <= sentence->tokens; i++) {
		if (!prose_ends_clause(prose, i))
			continue;
		read_clause(prose, i);
		prose->clause.first = i + 1;
		if (sentence->token[i].kind == TOKEN_OPEN && i > 0 &&
		    sentence->token[i - 1].kind == TOKEN_FIGURE &&
		    has_figure_inside(prose, i))
			lists_open_bracket(prose);
		else if (sentence->token[i].kind == TOKEN_CLOSE)
			lists_close_bracket(prose);
		else if (sentence->token[i].kind == TOKEN_COLON && i > 0 &&
		    sentence->token[i - 1].kind == TOKEN_FIGURE &&
		    prose->sentence.head.head != NULL)
			lists_open(prose, false);	/* 公开208条：财政信息14条 */
	}
}
