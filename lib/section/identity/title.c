#include "title.h"

#include "base/utf8.h"
#include "name.h"
#include "section/date.h"
#include "section/word_list.h"
#include "text/fold.h"

enum {
	TITLE_BYTES = 190,	/* folded; a longer line is a sentence */
	LINE_BYTES = 100,	/* of a line that a title is broken into */
	LINES_MAX = 3,		/* that a title is broken into */
	LOOKED_AT = 120,	/* parts without a section, at most */
};

/* The line up to where the words of a title end: a page's title goes on with
 * the names of its sites. */
static struct slice
up_to_end(struct slice line, const char *from)
{
	struct slice rest = { from, (size_t)(line.p + line.n - from) };
	const char  *found;
	size_t       length;

	while ((found = words_find(WORDS_TITLE_END, rest, &length)) != NULL) {
		rest = slice_from(rest, (size_t)(found + length - rest.p));
		if (rest.n == 0 || words_at_start(WORDS_BEHIND_TITLE, rest) > 0)
			break;
	}
	if (found == NULL)
		return (struct slice){ line.p, 0 };
	return (struct slice){ line.p, (size_t)(rest.p - line.p) };
}

/* Cuts fillers off both ends of the office's name. */
static struct slice
without_fillers(struct slice name)
{
	size_t n;

	while ((n = words_at_start(WORDS_TITLE_FILLER, name)) > 0)
		name = slice_from(name, n);
	while ((n = words_at_end(WORDS_TITLE_FILLER, name)) > 0)
		name.n -= n;
	return name;
}

/* The year of the range, FIRST and what REST begins with behind a mark, that its
 * report is called after: the later one, but the first of a 学年.  *LENGTH grows by
 * what that covers. */
static int
year_of_range(struct slice rest, int first, size_t *length)
{
	size_t second;
	int    last;

	if (rest.n <= 4 || (rest.p[0] != '-' && rest.p[0] != '~'))
		return first;
	last = date_year(slice_from(rest, 1), &second);
	if (last == 0)
		return first;
	*length += 1 + second;
	return last == first + 1 && words_at_start(WORDS_SCHOOL_YEAR,
	    slice_from(rest, 1 + second)) == 0 ? last : first;
}

/* The year in TEXT, and the bytes it covers with 年, 年度, a second year of a
 * range.  A day, 2019-01-28, is that of the page. */
static int
find_year(struct slice text, size_t *at, size_t *length)
{
	for (*at = 0; *at < text.n;) {
		uint32_t c;
		struct slice rest = slice_from(text, *at);
		int      year = date_year(rest, length);
		struct date day;
		size_t   days = year > 0 ? date_read(rest, &day) : 0;

		if (days > 0 && day.day > 0) {
			*at += days;
			continue;
		}
		if (year > 0)
			return year_of_range(slice_from(rest, *length), year,
			    length);
		*at += utf8_decode(rest, &c);
	}
	return 0;
}

/* Where the year in TEXT, a title behind 签发人:, begins, which the signer's name
 * may stand before; 0 where that is no name. */
static size_t
behind_signer(struct slice text)
{
	enum { NAME_BYTES = 12 };
	size_t at, length;

	return find_year(text, &at, &length) > 0 && at <= NAME_BYTES ? at : 0;
}

/* Without a leading part in brackets, as (图解), and 附件1:, and 标题. */
static struct slice
without_front(struct slice text)
{
	const char  *close;
	struct slice front = { text.p, 0 };

	if (text.n > 0 && text.p[0] == '(' &&
	    (close = memchr(text.p, ')', text.n)) != NULL)
		text = slice_from(text, (size_t)(close + 1 - text.p));
	close = text.n > 0 ? memchr(text.p, ':', text.n) : NULL;
	if (close != NULL) {
		front = (struct slice){ text.p, (size_t)(close - text.p) };
		text = slice_from(text, front.n + 1);
	}
	if (words_in(WORDS_DOCUMENT_HEAD, front))
		text = slice_from(text, behind_signer(text));
	return slice_from(text, words_at_start(WORDS_TITLE_FRONT, text));
}

/* The office that LINE names before a colon: 青石县财政局:2022年…报告; else an empty
 * slice. */
static struct slice
front_office(struct slice line)
{
	const char        *colon = memchr(line.p, ':', line.n);
	struct slice       front = { line.p, colon != NULL ?
	    (size_t)(colon - line.p) : 0 };
	struct office_name name = name_read(front);

	return name.start == 0 && name.length + name.part == front.n ? front :
	    (struct slice){ line.p, 0 };
}

/* What stands around the year, the LENGTH bytes at byte AT of NAME; what is said
 * before the year is not said once more: 云河海关2015年海关, 海关总署2015年海关. */
static struct slice
around_year(struct parts *parts, struct slice name, size_t at, size_t length)
{
	struct slice front = without_fillers((struct slice){ name.p, at });
	struct slice back = without_fillers(slice_from(name, at + length));

	return back.n == 0 || slice_find(front, back) != NULL ? front :
	    arena_join(&parts->arena, front, back);
}

/* The office named in NAME, which is what stands before the subject, without
 * the year, wherever that stands. */
static struct slice
office_in(struct parts *parts, struct slice name, struct title *title)
{
	size_t at, length;

	title->year = find_year(name, &at, &length);
	if (title->year > 0 && at == 0)
		name = slice_from(name, length);
	else if (title->year > 0 && at + length == name.n)
		name.n = at;
	else if (title->year > 0)
		name = around_year(parts, name, at, length);
	name = without_fillers(name);
	/* 镇人民政府信息公开: the government is not the subject's. */
	name.n -= words_at_end(WORDS_PEOPLE, name);
	return without_fillers(name);
}

bool
title_read(struct parts *parts, struct slice line, struct title *title)
{
	size_t       at, length;
	const char  *found;
	struct slice whole = without_front(line);
	struct slice front = front_office(line);

	line = whole;
	found = words_find(WORDS_SUBJECT, line, &length);
	if (found == NULL || line.n > 2 * TITLE_BYTES)
		return false;
	line = up_to_end(line, found);
	if (line.n == 0 || line.n > TITLE_BYTES ||
	    words_in(WORDS_NO_TITLE, line))
		return false;
	title->text = line;
	title->org = office_in(parts, (struct slice){ line.p,
	    (size_t)(found - line.p) }, title);
	if (title->org.n == 0)
		title->org = front;
	/* Behind the subject, or in brackets behind it all. */
	if (title->year == 0)
		title->year = find_year(slice_from(whole,
		    (size_t)(found - whole.p)), &at, &length);
	return true;
}

/* How much of office and year TITLE names. */
static int
completeness(const struct title *title)
{
	return (title->org.n > 0) + (title->year > 0);
}

static bool
is_complete(const struct title *title)
{
	return completeness(title) == 2;
}

/* The lines from part I on, N of them, as one. */
static struct slice
joined(struct parts *parts, size_t i, size_t n)
{
	struct slice line[LINES_MAX];
	char        *out;
	size_t       lines = 0, bytes = 0;

	for (; i < parts->n && lines < n; i++) {
		struct part *part = &parts->part[i];

		if (!part_is_line(part) || part->folded.n > LINE_BYTES ||
		    part_is_date(part) ||
		    (lines == 0 && words_in(WORDS_LETTERHEAD, part->folded)) ||
		    words_at_end(WORDS_DOCUMENT_NUMBER, part->folded) > 0 ||
		    words_at_start(WORDS_PAGE_KEY, part->folded) > 0 ||
		    memchr(part->folded.p, ':', part->folded.n) != NULL)
			return (struct slice){ NULL, 0 };
		bytes += part->folded.n;
		line[lines++] = part->folded;
	}
	if (lines < n)
		return (struct slice){ NULL, 0 };
	out = arena_alloc(&parts->arena, bytes);
	for (size_t j = 0, at = 0; j < n; at += line[j++].n)
		memcpy(out + at, line[j].p, line[j].n);
	return (struct slice){ out, bytes };
}

/* Takes LINE, which part I begins with, for the title if it is one that names
 * more than BEST. */
static void
consider(struct parts *parts, struct slice line, size_t i, struct title *best)
{
	struct title found;

	if (line.n == 0 || !title_read(parts, line, &found) ||
	    (best->text.n > 0 && completeness(&found) <= completeness(best)))
		return;
	*best = found;
	best->part = i;
}

/* Whether LINE begins with a key of the page and its value: 索引号: 0123/2022.
 * But a key that says nothing may stand before the title: 名称: */
static bool
is_page_data(struct slice line)
{
	const struct data_row *key = words_row(WORDS_PAGE_KEY, line);

	return key != NULL && !slice_is(key->field[2], "-") &&
	    line.n > key->field[1].n && line.p[key->field[1].n] == ':';
}

/* Titles on a single line, or on several. */
static void
find_in_text(struct parts *parts, struct title *best, size_t lines)
{
	size_t looked_at = 0;

	for (size_t i = parts->metas; i < parts->body &&
	    looked_at < LOOKED_AT && !is_complete(best); i++) {
		if (!part_is_line(&parts->part[i]) ||
		    is_page_data(parts->part[i].folded))
			continue;
		looked_at++;
		consider(parts, lines > 1 ? joined(parts, i, lines) :
		    parts->part[i].folded, i, best);
	}
}

/* 报告…报告报告…报告: the same title twice on a line. */
static struct slice
once(struct slice text)
{
	size_t half = text.n / 2;

	if (half > 0 && text.n % 2 == 0 &&
	    memcmp(text.p, text.p + half, half) == 0)
		text.n = half;
	return text;
}

void
title_find(struct parts *parts, struct title *title)
{
	*title = (struct title){ .part = parts->n };
	for (size_t lines = 1; lines <= LINES_MAX; lines++)
		find_in_text(parts, title, lines);
	/* In a cell, as behind 名称 in a page's table. */
	for (size_t i = parts->metas; i < parts->body && !is_complete(title);
	    i++)
		consider(parts, part_short_cell(parts, &parts->part[i]),
		    parts->n, title);
	for (size_t i = 0; i < parts->metas && !is_complete(title); i++)
		if (slice_is(parts->part[i].section, "title"))
			consider(parts, fold_text(&parts->arena,
			    parts->part[i].text), parts->n, title);
	title->text = once(title->text);
}
