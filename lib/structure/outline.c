#include "outline.h"

#include "base/digits.h"
#include "section/word_list.h"
#include "structure_words.h"
#include "text/fold.h"

/* The sections that every form has, in its order. */
static const char *const in_order[PLACES] = { "overview", "proactive", "requests",
    "review", "problems", "other" };

static int
place_of(struct slice code)
{
	for (int i = 0; i < PLACES; i++)
		if (slice_is(code, in_order[i]))
			return i + 1;
	return 0;
}

/* What is wrong with a heading of the section at PLACE that bears NUMBER. */
static enum outline_fault
fault_of(const struct section_order *outline, int place, unsigned number)
{
	if (place < outline->place)
		return OUTLINE_MISPLACED;
	if (outline->number > 0 && number <= outline->number)
		return OUTLINE_MISNUMBERED;
	return outline->number > 0 && number > outline->reached + 1 ?
	    OUTLINE_SKIPPED : OUTLINE_RIGHT;
}

/* What TEXT numbers a section by: 一是 and （一） number what stands within one.  0:
 * nothing. */
static unsigned
section_number(struct slice text)
{
	struct enumerator enumerator = fold_enumerator(text);

	return enumerator.kind == ENUMERATOR_HAN ? enumerator.number : 0;
}

enum outline_fault
outline_head(struct section_order *outline, struct slice code, struct slice text)
{
	unsigned           number = section_number(text);
	int                place = place_of(code);
	enum outline_fault fault = OUTLINE_RIGHT;

	if (number == 0)
		return OUTLINE_RIGHT;
	/* When the first section begins again, or behind headings without a word
	 * below, a table of contents is over. */
	if (place == 1 && (outline->met[0] || !outline->told))
		outline->place = outline->number = outline->reached = 0;
	outline->told = false;
	if (place != 0 && place != outline->place) {
		fault = fault_of(outline, place, number);
		outline->place = place;
		outline->number = number;
		outline->met[place - 1] = true;
	}
	outline->wrong |= fault == OUTLINE_MISPLACED ||
	    fault == OUTLINE_MISNUMBERED;
	if (number > outline->reached || fault != OUTLINE_RIGHT)
		outline->reached = number;
	return fault;
}

bool
outline_only_skips(const struct section_order *outline)
{
	for (int i = 0; i < PLACES; i++)
		if (!outline->met[i])
			return false;
	return !outline->wrong;
}

enum { YEAR_DIGITS = 4 };

/* The four digits that end at AT in TEXT, and no more; or 0. */
static unsigned
year_before(struct slice text, size_t at)
{
	unsigned long long year;

	if (at < YEAR_DIGITS || (at > YEAR_DIGITS &&
	    is_digit(text.p[at - YEAR_DIGITS - 1])) ||
	    !digits_read((struct slice){ text.p + at - YEAR_DIGITS,
	    YEAR_DIGITS }, 9999, &year))
		return 0;
	return (unsigned)year;
}

void
outline_text(struct section_order *outline, struct slice text)
{
	struct slice rest = text;
	unsigned     number = section_number(text);
	const char  *mark;
	size_t       length;

	while ((mark = words_find(WORDS_YEAR_MARK, rest, &length)) != NULL) {
		size_t   at = (size_t)(mark - text.p);
		unsigned year = year_before(text, at);

		if (year >= 2000 && year < 2000 + MENTIONS_MAX &&
		    !(at + length < text.n && is_digit(mark[length]))) {
			outline->mentions[year - 2000]++;
			outline->openings[year - 2000] += year_opens_clause(
			    text, at - YEAR_DIGITS, at + length);
		}
		rest = slice_from(text, at + length);
	}
	outline->told = true;
	if (number == outline->reached + 1)
		outline->reached = number;
}

unsigned
outline_stale(const struct section_order *outline, int year, int *stale)
{
	enum { STALE_MIN = 2, STALE_TIMES = 3 };
	unsigned most = 0;

	if (year <= 2000 || year >= 2000 + MENTIONS_MAX)
		return 0;
	for (int i = 0; i < year - 2000; i++)
		if (outline->openings[i] >= most) {
			most = outline->openings[i];
			*stale = 2000 + i;
		}
	return most >= STALE_MIN && most >= STALE_TIMES *
	    outline->mentions[year - 2000] ? most : 0;
}
