#include "typst_table.h"

#include "base/digits.h"
#include "base/utf8.h"

/* Where the arguments of the table begin that LINE calls; its end: nowhere. */
static size_t
arguments(struct slice line)
{
	struct slice text = utf8_trim(line), call = SLICE("#table(");
	const char  *at = slice_find(line, call);

	if (at != NULL)
		return (size_t)(at - line.p) + call.n;
	call = slice_from(call, 1);
	return slice_starts(text, call) ?
	    (size_t)(text.p - line.p) + call.n : line.n + 1;
}

bool
typst_begins(struct slice line)
{
	return arguments(line) <= line.n;
}

/* What stands behind NAME in TEXT. */
static struct slice
setting(struct slice text, struct slice name)
{
	const char *at = slice_find(text, name);

	text = at == NULL ? slice_from(text, text.n) :
	    slice_from(text, (size_t)(at - text.p) + name.n);
	return slice_from(text, utf8_blanks(text));
}

/* How many columns SETTING says there are: 3, or (auto, 1fr, 1fr). */
static unsigned
count_columns(struct slice setting)
{
	struct slice list, width;
	const char  *end;
	unsigned     columns = 0;

	if (!slice_starts(setting, SLICE("(")))
		return placed_span(setting);
	end = memchr(setting.p, ')', setting.n);
	list = (struct slice){ setting.p + 1,
		(end != NULL ? (size_t)(end - setting.p) : setting.n) - 1 };
	while (slice_cut(&list, ',', &width))
		columns += utf8_trim(width).n > 0;
	return columns;
}

static void
begin_cell(struct typst_table *y, struct placed_cells *cells,
    struct text_table *t, unsigned long number)
{
	struct slice before = buffer_slice(&y->settings);
	struct slice columns = setting(before, SLICE("columns:"));

	if (columns.n > 0)
		y->columns = count_columns(columns);
	if (y->columns > 0 && placed_is_full(cells, y->columns))
		placed_row(cells, t);
	placed_cell(cells, t, number,
	    placed_span(setting(before, SLICE("rowspan:"))),
	    placed_span(setting(before, SLICE("colspan:"))));
	y->settings.n = 0;
	y->brackets = 1;
}

/* Takes a character of what stands between cells. */
static void
take_setting(struct typst_table *y, struct placed_cells *cells,
    struct text_table *t, unsigned long number, char c)
{
	if (c == '[') {
		begin_cell(y, cells, t, number);
		return;
	}
	y->depth += c == '(';
	y->depth -= c == ')';
	buffer_add(&y->settings, (struct slice){ &c, 1 });
	if (y->depth == 0)
		placed_end(cells, t);
}

/* The bytes of the function that TEXT calls, #strong or #h(1em). */
static size_t
call(struct slice text)
{
	size_t n = 1;
	const char *end;

	while (n < text.n && ((text.p[n] >= 'a' && text.p[n] <= 'z') ||
	    text.p[n] == '.'))
		n++;
	if (n == text.n || text.p[n] != '(')
		return n;
	end = memchr(text.p, ')', text.n);
	return end != NULL ? (size_t)(end + 1 - text.p) : text.n;
}

/* Takes what the content of a cell goes on with.  Returns how many bytes. */
static size_t
take_content(struct typst_table *y, struct placed_cells *cells,
    struct slice text)
{
	char c = text.p[0];

	if (c == '#')
		return call(text);
	y->brackets += c == '[';
	y->brackets -= c == ']';
	if (c == '\\' && text.n > 1) {
		buffer_add(&cells->text, (struct slice){ text.p + 1, 1 });
		return 2;
	}
	if (c == '~')
		buffer_add(&cells->text, SLICE(" "));
	else if (strchr("[]*_\\", c) == NULL)
		buffer_add(&cells->text, (struct slice){ &c, 1 });
	return 1;
}

void
typst_take(struct typst_table *y, struct placed_cells *cells,
    struct text_table *t, unsigned long number, struct slice line)
{
	if (!cells->open) {
		placed_open(cells, t);
		line = slice_from(line, arguments(line));
		y->settings.n = 0;
		y->brackets = y->columns = 0;
		y->depth = 1;
	} else if (y->brackets > 0)
		placed_text(cells, SLICE(" "));
	while (line.n > 0 && y->depth > 0) {
		size_t n = 1;

		if (y->brackets > 0)
			n = take_content(y, cells, line);
		else
			take_setting(y, cells, t, number, line.p[0]);
		line = slice_from(line, n);
	}
}

void
typst_free(struct typst_table *y)
{
	buffer_free(&y->settings);
}
