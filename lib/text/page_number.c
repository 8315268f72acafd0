#include "page_number.h"

#include "base/digits.h"
#include "base/utf8.h"
#include "figure_words.h"

enum { NUMBERS_MAX = 2, PAGES_MAX = 9999, LINE_BYTES = 60 };

/* What a line consists of. */
struct number_line {
	unsigned long long number[NUMBERS_MAX];
	size_t             numbers;
	size_t             marks_before, marks_between, marks_behind;
	bool               word;	/* it has one of those of pages */
	bool               slash;	/* a mark of it is one */
};

static void
note_mark(struct number_line *line, struct slice mark)
{
	line->slash |= slice_is(mark, "/") || slice_is(mark, "／");
	if (line->numbers == 0)
		line->marks_before++;
	else
		line->marks_behind++;
}

/* Takes the number that TEXT begins with; its length, 0 where it is that of no
 * page. */
static size_t
take_number(struct number_line *line, struct slice text)
{
	unsigned long long n;
	size_t             length = digits_at(text, &n);

	if (line->numbers == NUMBERS_MAX || n == 0 || n > PAGES_MAX)
		return 0;
	line->number[line->numbers++] = n;
	line->marks_between = line->marks_behind;
	line->marks_behind = 0;
	return length;
}

/* Takes what TEXT begins with; its length, 0 where no number of a page has it. */
static size_t
take(struct number_line *line, struct slice text)
{
	size_t n = utf8_blanks(text);

	if (n > 0)
		return n;
	if (is_digit((unsigned char)text.p[0]))
		return take_number(line, text);
	n = figure_word_at(text, FIGURE_WORD_MARK);
	if (n > 0) {
		note_mark(line, (struct slice){ text.p, n });
		return n;
	}
	n = figure_word_at(text, FIGURE_WORD_PAGE);
	line->word |= n > 0;
	return n;
}

bool
is_page_number(struct slice line)
{
	struct number_line l = { .numbers = 0 };
	struct slice     rest = line;
	size_t           n;

	if (line.n > LINE_BYTES)
		return false;
	while (rest.n > 0) {
		n = take(&l, rest);
		if (n == 0)
			return false;
		rest = slice_from(rest, n);
	}
	if (l.numbers == NUMBERS_MAX && l.number[0] > l.number[1])
		return false;
	if (l.word)
		return l.numbers > 0;
	return l.numbers == 1 ?
	    l.marks_before > 0 && l.marks_behind > 0 && !l.slash :
	    l.numbers == NUMBERS_MAX && l.slash && l.marks_between == 1 &&
	    (l.marks_before > 0) == (l.marks_behind > 0);
}
