/* A title: an office, a year, 年度报告, without a mark between, and the sentence
 * right behind.  公开2018年度报告3份 names no office before the year. */
#include "running_title.h"

#include "base/digits.h"
#include "base/utf8.h"
#include "marks.h"

enum { TITLE_MAX = 150 };	/* bytes: fifty characters */

/* Whether an office ends where the digits of the year before AT begin. */
static bool
is_of_office(struct slice text, size_t at)
{
	enum { YEAR_DIGITS = 4 };
	size_t digits = 0;

	while (digits < at && is_digit(text.p[at - digits - 1]))
		digits++;
	return digits == YEAR_DIGITS &&
	    marks_end(MARK_ORGAN, (struct slice){ text.p, at - digits });
}

/* Whether a sentence begins with REST: no mark, and no figure of what stands
 * before it, but 2018年. */
static bool
begins_sentence(struct slice rest)
{
	bool digit = rest.n > 0 && is_digit(*rest.p);

	if (rest.n == 0 || marks_between(rest) || marks_at(MARK_STOP, rest) > 0)
		return false;
	while (rest.n > 0 && is_digit(*rest.p))
		rest = slice_from(rest, 1);
	return !digit || marks_at(MARK_YEAR, rest) > 0;
}

size_t
running_title(struct slice text)
{
	bool   year = false;
	size_t n = 0;

	for (size_t at = 0; at < text.n && at < TITLE_MAX; at++) {
		struct slice rest = slice_from(text, at);

		if (!utf8_is_start(*rest.p))
			continue;
		if (marks_between(rest) && marks_at(MARK_COMMA, rest) > 0)
			break;
		if (marks_at(MARK_YEAR, rest) > 0)
			year = year || is_of_office(text, at);
		n = year ? marks_at(MARK_TITLE, rest) : 0;
		if (n > 0)
			return begins_sentence(slice_from(rest, n)) ?
			    at + n : 0;
	}
	return 0;
}
