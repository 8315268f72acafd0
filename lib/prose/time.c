/* Which year, or how many, a figure is of. */
#include <stdlib.h>

#include "base/digits.h"
#include "internal.h"
#include "marks.h"

/* Unknown text beside a year that still makes no clause: 自, 起, 底. */
enum { TIME_GAP_MAX = 9 };

static void
say_this_year(struct prose *prose)
{
	prose->sentence.ever = prose->sentence.as_of = false;
	prose->sentence.this_year = true;
	prose->sentence.period.n = 0;
	prose->clause.year = 0;
}

static void
see_year(struct prose *prose, size_t i)
{
	const struct token *token = prose_token(prose, i);

	if (prose->sentence.as_of_date || prose->document.year == 0)
		return;
	if (i > prose->clause.first && prose_is(prose, i - 1, STEER_COMPARE))
		return;
	if (token->year == prose->document.year)
		say_this_year(prose);
	else
		prose->clause.year = token->year;
}

/* 以来 behind a date: from an earlier year on, or this year only. */
static void
see_since(struct prose *prose, size_t i)
{
	const struct token *token = prose->sentence.cut.token;
	size_t              year = i;

	while (year > prose->clause.first && token[year - 1].kind == TOKEN_ASIDE)
		year--;
	if (year == prose->clause.first || token[year - 1].kind != TOKEN_YEAR ||
	    token[i].start != token[i - 1].end)
		return;
	prose->clause.year = 0;
	prose->sentence.ever = token[year - 1].year != prose->document.year;
}

/* 累计5928条, …本年2110条: the first is not this year's.  With AMONG, only where
 * 其中 stands before 本年. */
static bool
this_year_follows(const struct prose *prose, size_t i, bool among)
{
	while (!prose->sentence.this_year &&
	    prose_token(prose, ++i)->kind != TOKEN_END) {
		if (!among && prose_is(prose, i, STEER_THIS_YEAR))
			return true;
		if (prose_is(prose, i, STEER_AMONG))
			among = false;
	}
	return false;
}

/* 180条（本年新增24条）: whether brackets right behind the figure at token I have this
 * year's, and no more, which are fewer. */
static bool
is_added_to(const struct prose *prose, size_t i)
{
	const struct token *token = prose_token(prose, i), *added = token + 2;
	bool                this_year = false;

	if (token[1].kind != TOKEN_OPEN)
		return false;
	for (; added->kind == TOKEN_WORD || added->kind == TOKEN_YEAR; added++)
		this_year = this_year || classes_meet(added->classes,
		    prose_steering(prose, STEER_THIS_YEAR));
	return this_year && added->kind == TOKEN_FIGURE &&
	    added[1].kind == TOKEN_CLOSE && slice_eq(added->figure->unit,
	    token->figure->unit) && strtod(added->figure->value, NULL) <
	    strtod(token->figure->value, NULL);
}

/* 截至2023年底公开5928条, 其中本年2110条: likewise. */
static void
see_figure(struct prose *prose, size_t i)
{
	struct prose_sentence *sentence = &prose->sentence;

	if (is_added_to(prose, i) || (sentence->as_of && !sentence->this_year &&
	    this_year_follows(prose, i, true)))
		sentence->ever = true;
}

/* 由去年的5件增至8件: what is arrived at is this year's again. */
static void
see_reach(struct prose *prose, size_t i)
{
	while (i-- > prose->clause.first)
		if (prose_token(prose, i)->kind == TOKEN_FIGURE)
			prose->clause.year = prose->sentence.year;
}

/* 截至6月底: what is counted is less than the year's, unless little is left of that. */
static void
see_month(struct prose *prose, size_t i)
{
	enum { LATE = 10 };
	struct slice text = prose_text(prose, i, i + 1);
	int          month = 0;

	for (; text.n > 0 && is_digit(*text.p); text = slice_from(text, 1))
		month = month < LATE ? month * 10 + (*text.p - '0') : month;
	if (month > 0 && month < LATE && marks_at(MARK_MONTH, text) > 0 &&
	    (i == 0 || prose_token(prose, i - 1)->kind != TOKEN_YEAR ||
	    prose_token(prose, i - 1)->year == prose->document.year))
		prose->sentence.period = prose_text(prose, i, i + 1);
}

/* 截至2023年12月31日, also 20231231日: what a report counts ends then, so 累计 behind it
 * is said of the year.  截至2023年底 is not so clear. */
static void
see_date(struct prose *prose, size_t i)
{
	enum { DIGITS = 8, DAY = 1231, DAYS = 10000 };
	const int    year = prose->document.year;
	struct slice text = prose_text(prose, i - (i > 0), i + 1);
	int          date = 0, digits = 0;

	for (; text.n > 0; text = slice_from(text, 1))
		if (is_digit(*text.p) && digits++ < DIGITS)
			date = date * 10 + (*text.p - '0');
	see_month(prose, i);
	if (date % DAYS != DAY || year == 0 ||
	    (date != DAY && date / DAYS != year))
		return;
	if (i > 1 && prose_token(prose, i - 2)->kind == TOKEN_YEAR &&
	    prose_token(prose, i - 2)->year != year)
		return;
	prose->sentence.as_of_end = true;
}

/* 自2023年1月至2023年12月底: whether the clause names, before token I, more dates than one
 * behind the reporting year, so that what is counted is of that. */
static bool
spans_year(const struct prose *prose, size_t i)
{
	int dates = 0;

	for (; i-- > prose->clause.first; dates += prose_token(prose, i)->kind ==
	    TOKEN_ASIDE || prose_token(prose, i)->kind == TOKEN_DAMAGED)
		if (prose_token(prose, i)->kind == TOKEN_YEAR)
			return dates > 1 && prose_token(prose, i)->year ==
			    prose->document.year;
	return false;
}

static void
see_word(struct prose *prose, size_t i)
{
	struct prose_sentence *sentence = &prose->sentence;

	if (!prose_is_filler(prose, i) && !classes_meet(
	    prose_token(prose, i)->classes, prose->lexicon.kind[CLASS_TIME]))
		sentence->as_of_date = false;
	if (!classes_meet(prose_token(prose, i)->classes, prose->lexicon.timing))
		return;
	if (prose_is(prose, i, STEER_AS_OF)) {
		sentence->as_of = sentence->as_of_date = true;
		sentence->as_of_end |= spans_year(prose, i);
	} else if (prose_is(prose, i, STEER_EVER) ||
	    (prose_is(prose, i, STEER_TOTAL) && ((sentence->as_of &&
	    (!sentence->as_of_end || sentence->claims > 0)) ||
	    this_year_follows(prose, i, false)))) {
		sentence->ever = true;
		prose->clause.year = 0;
	} else if (prose_is(prose, i, STEER_SINCE)) {
		see_since(prose, i);
	} else if (prose_is(prose, i, STEER_REACH)) {
		see_reach(prose, i);
	} else if (prose_is(prose, i, STEER_THIS_YEAR)) {
		say_this_year(prose);
	} else if (prose_is(prose, i, STEER_PERIOD)) {
		sentence->period = prose_text(prose, i, i + 1);
	} else if (prose_is(prose, i, STEER_LAST_YEAR) &&
	    prose->document.year > 0)
		prose->clause.year = prose->document.year - 1;
}

/* The year that TEXT begins with, 0 if with none. */
static int
year_at(struct slice text)
{
	enum { DIGITS = 4 };
	int year = 0;

	if (text.n < DIGITS || (text.n > DIGITS && is_digit(text.p[DIGITS])))
		return 0;
	for (size_t i = 0; i < DIGITS; i++) {
		if (!is_digit(text.p[i]))
			return 0;
		year = year * 10 + (text.p[i] - '0');
	}
	return year;
}

/* Whether 累计 stands between token I and the next figure. */
static bool
is_total_behind(const struct prose *prose, size_t i)
{
	while (prose_token(prose, ++i)->kind != TOKEN_FIGURE &&
	    prose_token(prose, i)->kind != TOKEN_END)
		if (prose_is(prose, i, STEER_TOTAL) ||
		    prose_is(prose, i, STEER_EVER))
			return true;
	return false;
}

/* 2021年至2023年: whether token I names years from one to another, so that what is counted is
 * of several; with 累计, since the beginning. */
static bool
is_span(const struct prose *prose, size_t i)
{
	struct slice text = prose_text(prose, i, i + 1);
	const int    first = year_at(text);
	size_t       mark;

	if (first == 0)
		return false;
	text = slice_from(text, 4);
	text = slice_from(text, marks_at(MARK_YEAR, text));
	mark = marks_at(MARK_SPAN, text);
	return mark > 0 && year_at(slice_from(text, mark)) > first &&
	    !is_total_behind(prose, i);
}

/* 2022年、2023年共收到5件: whether the year I and the one before it are counted together. */
static bool
is_of_two_years(const struct prose *prose, size_t i)
{
	return i > prose->clause.first + 1 &&
	    prose_token(prose, i - 2)->kind == TOKEN_YEAR &&
	    prose_token(prose, i - 2)->year != prose_token(prose, i)->year &&
	    (prose_token(prose, i - 1)->kind == TOKEN_PAUSE ||
	    prose_is(prose, i - 1, STEER_AND) ||
	    prose_is(prose, i - 1, STEER_REACH));
}

void
prose_see_time(struct prose *prose, size_t i)
{
	if (prose_token(prose, i)->kind == TOKEN_FIGURE)
		see_figure(prose, i);
	else if (prose_token(prose, i)->kind == TOKEN_YEAR) {
		see_year(prose, i);
		if (is_of_two_years(prose, i))
			prose->sentence.period = prose_text(prose, i - 2, i + 1);
	} else if (prose_token(prose, i)->kind == TOKEN_ASIDE &&
	    prose->sentence.as_of_date)
		see_date(prose, i);
	else if (prose_token(prose, i)->kind == TOKEN_WORD)
		see_word(prose, i);
	else if (is_span(prose, i))
		prose->sentence.period = prose_text(prose, i, i + 1);
}

/* Whether the clause before END says when, and nothing else. */
static bool
is_time_only(const struct prose *prose, size_t end)
{
	size_t gap = 0, from = prose_clause_start(prose, end);

	for (size_t i = prose->clause.first; i <= end; i++) {
		const struct token *token = prose_token(prose, i);

		gap += token->start - from;
		from = token->end;
		if (i < end && token->kind == TOKEN_UNKNOWN)
			gap += token->end - token->start;
		if (i < end && token->kind == TOKEN_WORD &&
		    !prose_is_filler(prose, i) &&
		    !prose_is(prose, i, STEER_THIS_YEAR) &&
		    !prose_is(prose, i, STEER_LAST_YEAR))
			return false;
	}
	return gap <= TIME_GAP_MAX;
}

/* Whether the clause opens with a year (2018年我街道…, 我局2018年…). */
static bool
opens_with_year(const struct prose *prose, size_t end)
{
	size_t i = prose->clause.first;

	while (i < end && prose_is_filler(prose, i))
		i++;
	return i < end && prose_token(prose, i)->kind == TOKEN_YEAR &&
	    prose_token(prose, i)->start <=
	    prose_clause_start(prose, i) + TIME_GAP_MAX;
}

/* 2022年未结转申请: the year of what was carried in is only its own. */
static bool
is_carried(const struct prose *prose, size_t end)
{
	for (size_t i = prose->clause.first; i < end; i++)
		if (prose_is(prose, i, STEER_CARRY))
			return true;
	return false;
}

void
prose_end_time(struct prose *prose, size_t end)
{
	struct prose_sentence *sentence = &prose->sentence;
	bool                   year = false;

	for (size_t i = prose->clause.first; i < end; i++)
		year = year || prose_token(prose, i)->kind == TOKEN_YEAR ||
		    prose_is(prose, i, STEER_THIS_YEAR);
	if (year && !sentence->as_of_date && is_time_only(prose, end))
		prose->paragraph.year = sentence->year = prose->clause.year;
	else if (opens_with_year(prose, end) && !is_carried(prose, end))
		sentence->year = prose->clause.year;
	sentence->as_of_date = false;
	prose->clause.year = sentence->year;
}
