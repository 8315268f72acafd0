#include "title.h"

#include "text/fold.h"
#include "base/utf8.h"
#include "date.h"

enum {
	TITLE_BYTES = 190,	/* folded; a longer line is a sentence */
	LINE_BYTES = 100,	/* of a line that a title is broken into */
	LINES_MAX = 3,		/* that a title is broken into */
	LOOKED_AT = 120,	/* parts without a section, at most */
};

/* What is published; the first in a title ends the office's name. */
static const char *const subject[] = { "政府信息公开", "政务信息公开",
	"政府政务公开", "政府信息和政务公开", "政务公开", "信息公开" };

static const char *const report_word[] = { "报告书", "报告", "年报" };

static const char *find_first(struct slice text, const char *const word[],
    size_t words, size_t *length);

/* What may stand between the office's name and the year or the subject. */
static const char *const filler[] = { "关于", "印发", "发布", "公布", "报送",
	"的", "学年度", "学年", "年度", "全年" };

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

static const char *
find_first(struct slice text, const char *const word[], size_t words,
    size_t *length)
{
	const char *first = NULL;

	for (size_t i = 0; i < words; i++) {
		struct slice needle = slice_of(word[i]);
		const char  *at = slice_find(text, needle);

		if (at != NULL && (first == NULL || at < first)) {
			first = at;
			*length = needle.n;
		}
	}
	return first;
}

static bool
is_sentence(struct slice line)
{
	static const char *const never[] = { "。", ";", ">", "根据", "按照", "如下",
		"本报告", "编制", "现将", "本年度报告" };
	static const char *const start[] = { "本", "现", "为", "根据", "按",
		"如对" };
	size_t length;

	if (find_first(line, never, COUNT(never), &length) != NULL)
		return true;
	for (size_t i = 0; i < COUNT(start); i++)
		if (slice_starts(line, slice_of(start[i])))
			return true;
	return false;
}

/* The line up to where the words of a title end: a page's title goes on with
 * the names of its sites. */
static struct slice
up_to_end(struct slice line, const char *from)
{
	struct slice rest = { from, (size_t)(line.p + line.n - from) };
	const char  *found;
	size_t       length;

	while ((found = find_first(rest, report_word, COUNT(report_word),
	    &length)) != NULL) {
		rest = slice_from(rest, (size_t)(found + length - rest.p));
		if (rest.n == 0 || strchr("_-|>(~·", rest.p[0]) != NULL)
			break;
	}
	if (found == NULL)
		return (struct slice){ line.p, 0 };
	return (struct slice){ line.p, (size_t)(rest.p - line.p) };
}

/* Without a leading part in brackets, as (图解), and 附件1:. */
static struct slice
without_front(struct slice text)
{
	const char *close;

	if (text.n > 0 && text.p[0] == '(' &&
	    (close = memchr(text.p, ')', text.n)) != NULL)
		text = slice_from(text, (size_t)(close + 1 - text.p));
	close = text.n > 0 ? memchr(text.p, ':', text.n) : NULL;
	if (close != NULL)
		text = slice_from(text, (size_t)(close + 1 - text.p));
	return text;
}

/* Cuts fillers off both ends of the office's name. */
static struct slice
without_fillers(struct slice name)
{
	for (size_t i = 0; i < COUNT(filler); i++) {
		struct slice f = slice_of(filler[i]);

		if (slice_starts(name, f)) {
			name = slice_from(name, f.n);
			i = (size_t)-1;
		} else if (slice_ends(name, f)) {
			name.n -= f.n;
			i = (size_t)-1;
		}
	}
	return name;
}

/* The year in TEXT, and the bytes it covers with 年, 年度, a second year of a
 * range. */
static int
find_year(struct slice text, size_t *at, size_t *length)
{
	for (*at = 0; *at < text.n;) {
		uint32_t c;
		struct slice rest = slice_from(text, *at);
		int      year = date_year(rest, length);
		size_t   second;

		if (year > 0) {
			rest = slice_from(rest, *length);
			if (rest.n > 4 && (rest.p[0] == '-' ||
			    rest.p[0] == '~') && date_year(slice_from(rest, 1),
			    &second) > 0)
				*length += 1 + second;
			return year;
		}
		*at += utf8_decode(rest, &c);
	}
	return 0;
}

static bool
is_academic(struct slice line)
{
	return slice_find(line, SLICE("学年")) != NULL;
}

/* The office named in NAME, which is what stands before the subject, without
 * the year, wherever that stands. */
static struct slice
office_in(struct report *report, struct slice name, struct title *title)
{
	size_t at, length;

	title->year = find_year(name, &at, &length);
	if (title->year > 0 && at == 0)
		name = slice_from(name, length);
	else if (title->year > 0 && at + length == name.n)
		name.n = at;
	else if (title->year > 0) {
		char *joined = arena_alloc(&report->arena, name.n);

		memcpy(joined, name.p, at);
		memcpy(joined + at, name.p + at + length, name.n - at - length);
		name = (struct slice){ joined, name.n - length };
	}
	name = without_fillers(name);
	/* 镇人民政府信息公开: the government is not the subject's. */
	if (slice_ends(name, SLICE("人民")))
		name.n -= strlen("人民");
	return without_fillers(name);
}

bool
title_read(struct report *report, struct slice line, struct title *title)
{
	size_t       at, length;
	const char  *found;
	struct slice whole = without_front(line);

	*title = (struct title){ .part = report->parts };
	line = whole;
	found = find_first(line, subject, COUNT(subject), &length);
	if (found == NULL || line.n > 2 * TITLE_BYTES)
		return false;
	line = up_to_end(line, found);
	if (line.n == 0 || line.n > TITLE_BYTES || is_sentence(line))
		return false;
	title->folded = title->text = line;
	title->academic = is_academic(line);
	title->org = office_in(report, (struct slice){ line.p,
	    (size_t)(found - line.p) }, title);
	/* Behind the subject, or in brackets behind it all. */
	if (title->year == 0)
		title->year = find_year(slice_from(whole,
		    (size_t)(found - whole.p)), &at, &length);
	return true;
}

static unsigned
worth(const struct title *title)
{
	return (title->org.n > 0 ? 2u : 0u) + (title->year > 0 ? 2u : 0u);
}

/* The lines from part I on, N of them, as one. */
static struct slice
joined(struct report *report, size_t i, size_t n)
{
	struct slice line[LINES_MAX];
	char        *out;
	size_t       lines = 0, bytes = 0;

	for (; i < report->parts && lines < n; i++) {
		const struct part *part = &report->part[i];

		if (!part_is_line(part) || part->folded.n > LINE_BYTES ||
		    (lines == 0 && slice_ends(part->folded, SLICE("文件"))) ||
		    memchr(part->folded.p, ':', part->folded.n) != NULL)
			return (struct slice){ NULL, 0 };
		bytes += part->folded.n;
		line[lines++] = part->folded;
	}
	if (lines < n)
		return (struct slice){ NULL, 0 };
	out = arena_alloc(&report->arena, bytes);
	for (size_t j = 0, at = 0; j < n; at += line[j++].n)
		memcpy(out + at, line[j].p, line[j].n);
	return (struct slice){ out, bytes };
}

static void
take_better(struct title *best, const struct title *found, size_t part)
{
	if (best->text.n > 0 && worth(found) <= worth(best))
		return;
	*best = *found;
	best->part = part;
}

/* Titles on a single line, then those broken into two or three. */
static void
find_in_text(struct report *report, struct title *best, size_t lines)
{
	size_t looked_at = 0;

	for (size_t i = report->metas; i < report->body &&
	    looked_at < LOOKED_AT && worth(best) < 4; i++) {
		const struct part *part = &report->part[i];
		struct slice       line = part->folded;
		struct title       found;

		if (!part_is_line(part))
			continue;
		looked_at++;
		if (lines > 1)
			line = joined(report, i, lines);
		if (line.n > 0 && title_read(report, line, &found))
			take_better(best, &found, i);
	}
}

/* A title that stands in a cell, as behind 名称 in a page's table. */
static void
find_in_cells(struct report *report, struct title *best)
{
	for (size_t i = report->metas; i < report->body && worth(best) < 4;
	    i++) {
		const struct part *part = &report->part[i];
		struct title       found;

		if (part->kind == PART_CELL && part->text.n > 0 &&
		    part->text.n <= PART_SHORT && title_read(report,
		    fold_text(&report->arena, part->text), &found))
			take_better(best, &found, report->parts);
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
title_find(struct report *report, struct title *title)
{
	struct title found;

	*title = (struct title){ .part = report->parts };
	for (size_t lines = 1; lines <= LINES_MAX; lines++)
		find_in_text(report, title, lines);
	find_in_cells(report, title);
	for (size_t i = 0; i < report->metas && worth(title) < 4; i++) {
		const struct part *part = &report->part[i];

		if (slice_is(part->record->field[BLOCK_SECTION], "title") &&
		    title_read(report, fold_text(&report->arena, part->text),
		    &found))
			take_better(title, &found, report->parts);
	}
	title->folded = title->text = once(title->folded);
}
