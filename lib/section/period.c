#include "period.h"

#include <stddef.h>

#include "base/digits.h"

/* What tells that a span of time is the one the figures cover. */
static const char *const context[] = { "统计", "期限", "时限", "时间段", "时段",
	"起止", "数据" };

enum {
	CONTEXT_BYTES = 60,	/* how far before the span that may stand */
	GAP_BYTES = 75,		/* between the two dates, at most */
};

static bool
has_context(struct slice text, size_t at)
{
	size_t       from = at > CONTEXT_BYTES ? at - CONTEXT_BYTES : 0;
	struct slice before = { text.p + from, at - from };

	if (slice_ends(before, SLICE("自")) || slice_ends(before, SLICE("从")))
		return true;
	for (size_t i = 0; i < sizeof(context) / sizeof(*context); i++)
		if (slice_find(before, slice_of(context[i])) != NULL)
			return true;
	return false;
}

/* The length of what says `to' at the start of TEXT. */
static size_t
joint(struct slice text)
{
	static const char *const to[] = { "至", "到", "--", "-", "~" };

	for (size_t i = 0; i < sizeof(to) / sizeof(*to); i++)
		if (slice_starts(text, slice_of(to[i])))
			return strlen(to[i]);
	return 0;
}

/* The end of the span: `至2018年12月31日' or `至12月31日', not too far on.
 * Returns the bytes up to and with it, 0 when there is none. */
static size_t
read_end(struct slice text, int year, struct date *end)
{
	for (size_t at = 0; at < text.n && at < GAP_BYTES; at++) {
		size_t to = joint(slice_from(text, at)), n;
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

static int
months_between(const struct date *start, const struct date *end)
{
	return 12 * (end->year - start->year) + end->month - start->month;
}

/* Whether a report may cover this span: some months, a year at most. */
static bool
is_plausible(const struct period *p)
{
	int months = months_between(&p->start, &p->end);

	return p->start.day > 0 && months >= 4 && months <= 12 &&
	    date_number(&p->start) < date_number(&p->end);
}

static bool
is_whole_year(const struct period *p)
{
	return p->start.month == 1 && p->start.day == 1 &&
	    p->end.year == p->start.year && p->end.month == 12 &&
	    p->end.day == 31;
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

/* Steps over LITERAL at the start of *TEXT. */
static bool
take(struct slice *text, const char *literal)
{
	if (!slice_starts(*text, slice_of(literal)))
		return false;
	*text = slice_from(*text, strlen(literal));
	return true;
}

/* A part of a date whose mark may be lost: `01月', `1', `12月'. */
static bool
take_part(struct slice *text, const char *padded, const char *digits,
    const char *mark)
{
	if (!take(text, padded) && !take(text, digits))
		return false;
	take(text, mark);
	return true;
}

/* 201811日至20181231日 and the like: the marks 年, 月, 日 were styled and lost,
 * the digits are all there. */
static bool
repair_at(struct slice text, struct period *period)
{
	struct slice rest = text, behind;
	size_t       n, to = 0;
	int          year = date_year(rest, &n), end = 0;

	if (year == 0)
		return false;
	rest = slice_from(rest, n);
	if (!take_part(&rest, "01", "1", "月") ||
	    !take_part(&rest, "01", "1", "日"))
		return false;
	take(&rest, "起");
	take(&rest, ",");
	if ((to = joint(rest)) == 0)
		return false;
	rest = slice_from(rest, to);
	behind = rest;
	end = date_year(rest, &n);
	if (end == year)
		behind = slice_from(rest, n);
	if (!take_part(&behind, "12", "12", "月") ||
	    !take_part(&behind, "31", "31", "日"))
		return false;
	period->start = (struct date){ year, 1, 1 };
	period->end = (struct date){ year, 12, 31 };
	period->repaired = true;
	period->text = (struct slice){ text.p, (size_t)(behind.p - text.p) };
	return true;
}

bool
period_find(struct slice text, struct period *period)
{
	struct period found;
	bool          any = false;

	for (size_t i = 0; i + 4 < text.n; i++) {
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
