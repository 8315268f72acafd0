#include "lines.h"

#include "base/arena.h"
#include "data/data.h"

enum { LINES_MAX = 2048, FIELDS_MAX = 16, CHANGES_MAX = 6, BYTES_MAX = 256 };

struct lines {
	struct slice line[LINES_MAX];
	size_t       n;
	char         separator;
	struct arena arena;	/* of lines that are new */
};

struct fields {
	struct slice field[FIELDS_MAX];	/* the last one is all the rest */
	size_t       n;
};

static unsigned long long drawn = 1;

/* A number below N; 0 where there is none. */
static size_t
draw(size_t n)
{
	drawn ^= drawn << 13;
	drawn ^= drawn >> 7;
	drawn ^= drawn << 17;
	return n > 0 ? (size_t)(drawn % n) : 0;
}

static void
draw_from(unsigned seed)
{
	drawn = (seed + 1ull) * 0x9E3779B97F4A7C15u | 1;
}

static void
read_lines(struct lines *lines, struct slice text)
{
	lines->n = 0;
	while (text.n > 0 && lines->n < LINES_MAX) {
		const char *lf = memchr(text.p, '\n', text.n);
		size_t      n = lf != NULL ? (size_t)(lf - text.p) : text.n;

		lines->line[lines->n++] = (struct slice){ text.p, n };
		text = slice_from(text, n + (lf != NULL));
	}
}

/* As many whole lines as fit. */
static size_t
write_lines(const struct lines *lines, uint8_t *out, size_t most)
{
	size_t n = 0;

	for (size_t i = 0; i < lines->n; i++) {
		struct slice line = lines->line[i];

		if (line.n + 1 > most - n)
			break;
		memcpy(out + n, line.p, line.n);
		n += line.n;
		out[n++] = '\n';
	}
	return n;
}

static void
read_fields(const struct lines *lines, size_t line, struct fields *fields)
{
	struct slice rest = lines->line[line];
	const char  *end;

	fields->n = 0;
	while (fields->n + 1 < FIELDS_MAX && rest.n > 0 &&
	    (end = memchr(rest.p, lines->separator, rest.n)) != NULL) {
		size_t n = (size_t)(end - rest.p);

		fields->field[fields->n++] = (struct slice){ rest.p, n };
		rest = slice_from(rest, n + 1);
	}
	fields->field[fields->n++] = rest;
}

static void
write_fields(struct lines *lines, size_t line, const struct fields *fields)
{
	struct slice between = { &lines->separator, 1 };
	struct slice text = fields->field[0];

	for (size_t i = 1; i < fields->n; i++)
		text = arena_join(&lines->arena, arena_join(&lines->arena,
		    text, between), fields->field[i]);
	lines->line[line] = text;
}

/* Makes room for N lines at AT, as far as there is any; returns for how many. */
static size_t
open_gap(struct lines *lines, size_t at, size_t n)
{
	if (n > LINES_MAX - lines->n)
		n = LINES_MAX - lines->n;
	memmove(&lines->line[at + n], &lines->line[at],
	    (lines->n - at) * sizeof(*lines->line));
	lines->n += n;
	return n;
}

static void
insert_lines(struct lines *lines, size_t at, const struct slice line[],
    size_t n)
{
	n = open_gap(lines, at, n);
	memcpy(&lines->line[at], line, n * sizeof(*line));
}

static void
swap_lines(struct lines *lines)
{
	size_t       a = draw(lines->n), b = draw(lines->n);
	struct slice line = lines->line[a];

	lines->line[a] = lines->line[b];
	lines->line[b] = line;
}

/* A few lines, or many. */
static size_t
draw_run(const struct lines *lines, size_t *from)
{
	size_t most = draw(4) > 0 ? 4 : lines->n;

	*from = draw(lines->n);
	return 1 + draw(most < lines->n - *from ? most : lines->n - *from);
}

static void
copy_lines(struct lines *lines)
{
	static struct slice copy[LINES_MAX];
	size_t              from, n = draw_run(lines, &from);

	memcpy(copy, &lines->line[from], n * sizeof(*copy));
	insert_lines(lines, draw(lines->n + 1), copy, n);
}

static void
drop_lines(struct lines *lines)
{
	size_t from, n = draw_run(lines, &from);

	if (n == lines->n)
		return;
	memmove(&lines->line[from], &lines->line[from + n],
	    (lines->n - from - n) * sizeof(*lines->line));
	lines->n -= n;
}

static void
move_lines(struct lines *lines)
{
	static struct slice moved[LINES_MAX];
	size_t              from, n = draw_run(lines, &from);

	memcpy(moved, &lines->line[from], n * sizeof(*moved));
	memmove(&lines->line[from], &lines->line[from + n],
	    (lines->n - from - n) * sizeof(*lines->line));
	lines->n -= n;
	insert_lines(lines, draw(lines->n + 1), moved, n);
}

/* All lines from some on that begin alike are another document's. */
static void
rename_lines(struct lines *lines)
{
	static const char *const name[] = { "a", "b", "c", "a#2", "x!y", "" };
	size_t                   i = draw(lines->n);
	struct slice             new = slice_of(name[draw(6)]);
	struct fields            fields;
	struct slice             old;

	read_fields(lines, i, &fields);
	old = fields.field[0];
	for (; i < lines->n && slice_eq(fields.field[0], old); i++) {
		fields.field[0] = new;
		write_fields(lines, i, &fields);
		if (i + 1 < lines->n)
			read_fields(lines, i + 1, &fields);
	}
}

static const char *const figures[] = {
	"0", "1", "2", "9", "10", "12", "100", "2021", "2024", "-1", "+1",
	"0.5", "1.005", "1,234", "1 234", "12345678901234567890", "１２", "三",
	"十二", "一百零三", "两", "〇", "无", "—", "-", "/", "", "空", "约5",
	"5余", "5%", "百分之五", "1e9", "0x10", "5件", "5万元", "5（含3）",
	"1x1", "2x3", "99999x1", "1000000", "999999999999", "0.000001", "*", "?",
	"number", "blank", "unreadable", "absent", "na", "approx", "meta",
	"cell", "text", "head", "table", "prose", "structure", "\\n", "\\t",
};

/* What the suite knows words of. */
static const enum data_file files[] = {
	DATA_SPELLINGS, DATA_COLUMNS, DATA_FORMS, DATA_HEADINGS, DATA_LEXICON,
	DATA_DECISIONS, DATA_UNITS, DATA_TABLE_WORDS, DATA_SECTION_WORDS,
	DATA_OFFICES, DATA_OFFICE_NAMES, DATA_OFFICE_FRAMES, DATA_GENRES,
	DATA_PLACE_SUFFIXES, DATA_SENTENCE_MARKS, DATA_NUMERALS, DATA_MEASURES,
	DATA_PAGE_LINES, DATA_PAGE_FIELDS, DATA_ENUMERATORS, DATA_RULES,
	DATA_STRUCTURE_WORDS, DATA_LABEL_WORDS, DATA_FIGURE_WORDS,
	DATA_CHARACTERS, DATA_STRUCTURE_FACTS, DATA_RULE_WORDS,
};

static struct slice
draw_figure(void)
{
	return slice_of(figures[draw(sizeof(figures) / sizeof(*figures))]);
}

static struct slice
draw_word(void)
{
	const struct data_table *table =
	    data_table(files[draw(sizeof(files) / sizeof(*files))]);
	const struct data_row   *row = &table->row[draw(table->rows)];

	return row->field[draw((size_t)row->fields)];
}

/* Any line, and any field of it. */
static size_t
draw_field(const struct lines *lines, struct fields *fields, size_t *line)
{
	*line = draw(lines->n);
	read_fields(lines, *line, fields);
	return draw(fields->n);
}

static void
swap_fields(struct lines *lines)
{
	struct fields a, b;
	size_t        a_line, b_line = draw(lines->n);
	size_t        i = draw_field(lines, &a, &a_line);
	struct slice  field = a.field[i];

	read_fields(lines, b_line, &b);
	if (a_line == b_line || i >= b.n)
		return;
	a.field[i] = b.field[i];
	b.field[i] = field;
	write_fields(lines, a_line, &a);
	write_fields(lines, b_line, &b);
}

static void
copy_field(struct lines *lines)
{
	struct fields to, from;
	size_t        line, other;
	size_t        i = draw_field(lines, &to, &line);
	size_t        k = draw_field(lines, &from, &other);

	to.field[i] = from.field[draw(4) > 0 && i < from.n ? i : k];
	write_fields(lines, line, &to);
}

static void
drop_field(struct lines *lines)
{
	struct fields fields;
	size_t        line, i = draw_field(lines, &fields, &line);

	if (fields.n == 1)
		return;
	memmove(&fields.field[i], &fields.field[i + 1],
	    (fields.n - i - 1) * sizeof(*fields.field));
	fields.n--;
	write_fields(lines, line, &fields);
}

static void
add_field(struct lines *lines)
{
	struct fields fields;
	size_t        line, i = draw_field(lines, &fields, &line);

	if (fields.n == FIELDS_MAX)
		return;
	memmove(&fields.field[i + 1], &fields.field[i],
	    (fields.n - i) * sizeof(*fields.field));
	fields.n++;
	fields.field[i] = draw(2) > 0 ? draw_figure() : SLICE("");
	write_fields(lines, line, &fields);
}

static void
set_figure(struct lines *lines)
{
	struct fields fields;
	size_t        line, i = draw_field(lines, &fields, &line);

	fields.field[i] = draw_figure();
	write_fields(lines, line, &fields);
}

static void
set_word(struct lines *lines)
{
	struct fields fields;
	size_t        line, i = draw_field(lines, &fields, &line);

	fields.field[i] = draw_word();
	write_fields(lines, line, &fields);
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* One digit of a line, if it has any, becomes another. */
static void
change_digit(struct lines *lines)
{
	size_t       line = draw(lines->n), digits = 0;
	struct slice copy = arena_copy(&lines->arena, lines->line[line]);
	char        *p = (char *)(uintptr_t)copy.p;

	for (size_t i = 0; i < copy.n; i++)
		digits += is_digit(p[i]);
	if (digits == 0)
		return;
	digits = draw(digits) + 1;
	for (size_t i = 0; i < copy.n; i++)
		if (is_digit(p[i]) && --digits == 0)
			p[i] = (char)('0' + draw(10));
	lines->line[line] = copy;
}

/* A place in TEXT that no character stands across. */
static size_t
draw_place(struct slice text)
{
	size_t at = draw(text.n + 1);

	while (at > 0 && at < text.n && (text.p[at] & 0xC0) == 0x80)
		at--;
	return at;
}

/* A word, or a figure, amid a field. */
static void
insert_word(struct lines *lines)
{
	struct fields fields;
	size_t        line, i = draw_field(lines, &fields, &line);
	struct slice  field = fields.field[i];
	size_t        at = draw_place(field);
	struct slice  word = draw(3) > 0 ? draw_word() : draw_figure();

	fields.field[i] = arena_join(&lines->arena, arena_join(&lines->arena,
	    (struct slice){ field.p, at }, word), slice_from(field, at));
	write_fields(lines, line, &fields);
}

static void
cut_characters(struct lines *lines)
{
	struct fields fields;
	size_t        line, i = draw_field(lines, &fields, &line);
	struct slice  field = fields.field[i];
	size_t        from = draw_place(field), to = draw_place(field);

	if (from > to) {
		size_t swapped = from;

		from = to;
		to = swapped;
	}
	fields.field[i] = arena_join(&lines->arena,
	    (struct slice){ field.p, from }, slice_from(field, to));
	write_fields(lines, line, &fields);
}

/* The last field of a line runs on with that of another one, or with all of
 * it. */
static void
join_lines(struct lines *lines)
{
	struct fields fields, other;
	size_t        line = draw(lines->n), next = draw(lines->n);

	read_fields(lines, line, &fields);
	read_fields(lines, next, &other);
	fields.field[fields.n - 1] = arena_join(&lines->arena,
	    fields.field[fields.n - 1], draw(8) > 0 ?
	    other.field[other.n - 1] : lines->line[next]);
	write_fields(lines, line, &fields);
}

/* All else that the library can think of. */
static void
change_bytes(struct lines *lines)
{
	struct fields fields;
	size_t        line, i = draw_field(lines, &fields, &line);
	struct slice  field = fields.field[i];
	uint8_t       bytes[BYTES_MAX];
	size_t        n = field.n < BYTES_MAX ? field.n : BYTES_MAX;

	if (n > 0)
		memcpy(bytes, field.p, n);
	fields.field[i] = arena_join(&lines->arena, arena_copy(&lines->arena,
	    (struct slice){ (char *)bytes, LLVMFuzzerMutate(bytes, n,
	    BYTES_MAX) }), slice_from(field, n));
	write_fields(lines, line, &fields);
}

/* What is likelier stands here more than once. */
static void (*const changes[])(struct lines *) = {
	swap_lines, copy_lines, copy_lines, drop_lines, drop_lines, move_lines,
	rename_lines, swap_fields, swap_fields, copy_field, copy_field,
	drop_field, add_field, set_figure, set_figure, set_word, set_word,
	change_digit, change_digit, insert_word, insert_word, cut_characters,
	cut_characters, join_lines, change_bytes, change_bytes,
};

size_t
lines_mutate(char separator, uint8_t *bytes, size_t n, size_t most,
    unsigned seed)
{
	static struct lines lines;

	draw_from(seed);
	arena_reset(&lines.arena);
	lines.separator = separator;
	read_lines(&lines, arena_copy(&lines.arena,
	    (struct slice){ (const char *)bytes, n }));
	if (lines.n == 0)
		return LLVMFuzzerMutate(bytes, n, most);
	for (size_t left = 1 + draw(CHANGES_MAX); left > 0; left--)
		changes[draw(sizeof(changes) / sizeof(*changes))](&lines);
	return write_lines(&lines, bytes, most);
}

size_t
lines_cross(char separator, const uint8_t *a, size_t a_n, const uint8_t *b,
    size_t b_n, uint8_t *out, size_t most, unsigned seed)
{
	static struct lines lines, others;
	size_t              from, n;

	draw_from(seed);
	lines.separator = others.separator = separator;
	read_lines(&lines, (struct slice){ (const char *)a, a_n });
	read_lines(&others, (struct slice){ (const char *)b, b_n });
	if (others.n > 0) {
		n = draw_run(&others, &from);
		insert_lines(&lines, draw(lines.n + 1), &others.line[from], n);
	}
	return write_lines(&lines, out, most);
}
