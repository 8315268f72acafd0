#include "period.h"

#include "base/digits.h"
#include "section/word_list.h"

enum {
	CONTEXT_BYTES = 60,	/* how far before the span its words may stand */
	GAP_BYTES = 75,		/* between the two dates, at most */
};

/* Whether what stands before byte AT of TEXT says that the span there is the
 * one the figures cover. */
static bool
has_context(struct slice text, size_t at)
{
	size_t from = at > CONTEXT_BYTES ? at - CONTEXT_BYTES : 0;

	return words_in(WORDS_BEFORE_PERIOD, (struct slice){ text.p + from,
	    at - from });
}

/* The end of the span: `至2018年12月31日' or `至12月31日', not too far on.
 * Returns the bytes up to and with it, 0 when there is none. */
static size_t
read_end(struct slice text, int year, struct date *end)
{
	for (size_t at = 0; at < text.n && at < GAP_BYTES; at++) {
		size_t       to = words_at_start(WORDS_PERIOD_TO,
		    slice_from(text, at)), n;
		struct slice behind;

		if (to == 0)
			continue;
		behind = slice_from(text, at + to);
		n = date_read(behind, end);
		if (n == 0 || end->day == 0)
			n = date_read_in(behind, year, end);
		if (n > 0 && end->day > 0)
			return at + to + n;
	}
	return 0;
}

/* Whether a report may cover this span: some months, a year at most. */
static bool
is_plausible(const struct period *p)
{
	int months = 12 * (p->end.year - p->start.year) + p->end.month -
	    p->start.month;

	return p->start.day > 0 && months >= 4 && months <= 12 &&
	    date_number(&p->start) < date_number(&p->end);
}

static bool
is_whole_year(const struct period *p)
{
	return p->end.year == p->start.year &&
	    date_number(&p->start) % 10000 == 101 &&
	    date_number(&p->end) % 10000 == 1231;
}

static bool
read_at(struct slice text, struct period *period)
{
	size_t start = date_read(text, &period->start), end;

	if (start == 0)
		return false;
	end = read_end(slice_from(text, start), period->start.year,
	    &period->end);
	period->text = (struct slice){ text.p, start + end };
	period->repaired = false;
	return end > 0 && is_plausible(period);
}

/* Steps over the number DIGITS, or `0' and it, at the start of *TEXT, and over
 * MARK if it was not lost. */
static bool
take_number(struct slice *text, struct slice digits, uint32_t mark)
{
	struct slice rest = *text;

	if (rest.n > 0 && rest.p[0] == '0')
		rest = slice_from(rest, 1);
	if (!slice_starts(rest, digits))
		return false;
	rest = slice_from(rest, digits.n);
	*text = slice_from(rest, date_mark(rest, mark));
	return true;
}

static bool
take_day(struct slice *text, struct slice month, struct slice day)
{
	return take_number(text, month, DATE_MARK_MONTH) &&
	    take_number(text, day, DATE_MARK_DAY);
}

/* 201811日至20181231日 and the like: the marks 年, 月, 日 were styled and lost,
 * the digits are all there. */
static bool
repair_at(struct slice text, struct period *period)
{
	struct slice rest = text;
	size_t       n, to;
	int          year = date_year(rest, &n);

	rest = slice_from(rest, n);
	if (year == 0 || !take_day(&rest, SLICE("1"), SLICE("1")))
		return false;
	rest = slice_from(rest, words_at_start(WORDS_PERIOD_START, rest));
	to = words_at_start(WORDS_PERIOD_TO, rest);
	rest = slice_from(rest, to);
	if (date_year(rest, &n) == year)
		rest = slice_from(rest, n);
	if (to == 0 || !take_day(&rest, SLICE("12"), SLICE("31")))
		return false;
	period->start = (struct date){ year, 1, 1 };
	period->end = (struct date){ year, 12, 31 };
	period->repaired = true;
	period->text = (struct slice){ text.p, (size_t)(rest.p - text.p) };
	return true;
}

bool
period_find(struct slice text, struct period *period)
{
	struct period found;
	bool          any = false;

	for (size_t i = digits_skip(text); i + 4 < text.n;
	    i += 1 + digits_skip(slice_from(text, i + 1))) {
		struct slice rest = slice_from(text, i);

		if ((text.p[i] != '1' && text.p[i] != '2') ||
		    !is_digit(text.p[i + 1]) ||
		    (i > 0 && is_digit(text.p[i - 1])))
			continue;
		if (!read_at(rest, &found) && !repair_at(rest, &found))
			continue;
		if (has_context(text, i)) {
			*period = found;
			return true;
		}
		if (!any && is_whole_year(&found)) {
			*period = found;
			any = true;
		}
	}
	return any;
}
