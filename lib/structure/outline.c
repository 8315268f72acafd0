#include "outline.h"

#include "base/digits.h"
#include "section/word_list.h"
#include "structure_words.h"
#include "text/fold.h"

/* The sections that every form has, in its order. */
static const char *const in_order[] = { "overview", "proactive", "requests",
    "review", "problems", "other" };

static int
place_of(struct slice code)
{
	for (int i = 0; i < (int)(sizeof(in_order) / sizeof(*in_order)); i++)
		if (slice_is(code, in_order[i]))
			return i + 1;
	return 0;
}

enum outline_fault
outline_head(struct section_order *outline, struct slice code, struct slice text)
{
	struct enumerator enumerator = fold_enumerator(text);
	int               place = place_of(code);
	int               before = place == 1 ? 0 : outline->place;
	unsigned          last = place == 1 ? 0 : outline->number;

	/* 一是 and （一） number what stands within a section; with the first section a
	 * table of contents may be over. */
	if (place == 0 || place == before || enumerator.kind != ENUMERATOR_HAN)
		return OUTLINE_RIGHT;
	outline->place = place;
	outline->number = enumerator.number;
	if (place < before)
		return OUTLINE_MISPLACED;
	return last > 0 && enumerator.number <= last ? OUTLINE_MISNUMBERED :
	    OUTLINE_RIGHT;
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
