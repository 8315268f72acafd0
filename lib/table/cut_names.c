/* Heads of tables in text whose names were cut over lines, or stand several on one:
 * 审结 总计 结果 / 维持.  Where all lines before figures are together nothing but
 * names, one behind the other, these are the head. */
#include "read_cells.h"

#include "base/utf8.h"

enum {
	ROWS_MAX = 80,		/* of a head */
	NAMES_MIN = 7,		/* as a head of applicants has, or of reviews */
	NAMES_MAX = 40,
};

/* The rows that one head was cut into. */
struct cut_head {
	size_t            begin, end;	/* rows; as many as none */
	struct table_cell name[NAMES_MAX];
	size_t            names;
};

/* Whether row number I of the cells may be a piece of a head. */
static bool
is_piece(const struct cells *cells, size_t i)
{
	const struct cell_row *row = &cells->row[i];

	for (size_t c = row->first; c < row->end; c++)
		if (cells->cell[c].kind != CELL_TEXT &&
		    cells->cell[c].kind != CELL_NAME)
			return false;
	return row->table == 0 && row->flowing && !row->in_run;
}

/* Whether row number I holds figures and no names. */
static bool
is_figures(const struct cells *cells, size_t i)
{
	const struct cell_row *row = &cells->row[i];
	size_t                 figures = 0;

	for (size_t c = row->first; c < row->end; c++) {
		if (cells->cell[c].kind == CELL_TEXT ||
		    cells->cell[c].kind == CELL_NAME)
			return false;
		figures += cells->cell[c].kind == CELL_FIGURE;
	}
	return row->flowing && !row->after_prose && figures > 0;
}

/* The texts of rows BEGIN to END - 1 in one; *AT becomes where each row begins. */
static struct slice
joined(const struct cells *cells, size_t begin, size_t end,
    size_t at[ROWS_MAX])
{
	size_t n = 0;
	char  *text;

	for (size_t c = cells->row[begin].first;
	    c < cells->row[end - 1].end; c++)
		n += cells->cell[c].text.n;
	text = arena_alloc(cells->arena, n + 1);
	n = 0;
	for (size_t i = begin; i < end; i++) {
		at[i - begin] = n;
		for (size_t c = cells->row[i].first; c < cells->row[i].end; c++) {
			struct slice piece = cells->cell[c].text;

			memcpy(text + n, piece.p, piece.n);
			n += piece.n;
		}
	}
	return (struct slice){ text, n };
}

/* Cuts TEXT into the names of HEAD.  Returns whether it is nothing else. */
static bool
cut(const struct cells *cells, struct slice text, struct cut_head *head)
{
	head->names = 0;
	while (text.n > 0) {
		const struct known_name *name;
		size_t n = dictionary_prefix(cells->dictionary, text, &name);

		if (n == 0 || head->names == NAMES_MAX)
			return false;
		head->name[head->names++] = (struct table_cell){
			.text = { text.p, n }, .kind = CELL_NAME, .name = name,
			.cols = 1 };
		text = slice_from(text, n);
		text = slice_from(text, utf8_blanks(text));
	}
	return head->names >= NAMES_MIN;
}

/* Whether a text is among rows BEGIN to END - 1: all names need no help. */
static bool
has_text(const struct cells *cells, size_t begin, size_t end)
{
	for (size_t c = cells->row[begin].first;
	    c < cells->row[end - 1].end; c++)
		if (cells->cell[c].kind == CELL_TEXT)
			return true;
	return false;
}

/* Notes which names of HEAD, cut from TEXT, the cells of rows from BEGIN on, go on in the
 * cell of the one before. */
static void
note_joined(const struct cells *cells, size_t begin, struct slice text,
    struct cut_head *head)
{
	size_t c = cells->row[begin].first, at = 0;	/* where cell C begins */

	for (size_t n = 0; n < head->names; n++) {
		size_t name = (size_t)(head->name[n].text.p - text.p);

		while (at + cells->cell[c].text.n <= name)
			at += cells->cell[c++].text.n;
		head->name[n].joined = n > 0 && name > at;
	}
}

/* Finds the head that ends before row number END. */
static bool
find_head(const struct cells *cells, size_t end, struct cut_head *head)
{
	size_t       begin = end, at[ROWS_MAX];
	struct slice text;

	while (begin > 0 && end - begin < ROWS_MAX &&
	    is_piece(cells, begin - 1)) {
		begin--;
		if (cells->row[begin].after_prose)
			break;
	}
	if (begin == end || !has_text(cells, begin, end))
		return false;
	text = joined(cells, begin, end, at);
	for (size_t i = begin; i + 1 < end; i++)
		if (cut(cells, slice_from(text, at[i - begin]), head)) {
			head->begin = i;
			head->end = end;
			note_joined(cells, i, slice_from(text, at[i - begin]),
			    head);
			return true;
		}
	return false;
}

static void
copy_row(struct cells *cells, const struct cells *from, size_t i,
    const void *context)
{
	const struct cut_head *head = context;
	struct cell_row       *row;

	if (i < head->begin || i >= head->end) {
		cells_copy_row(cells, from, i);
		return;
	}
	if (i > head->begin)
		return;
	row = cells_add_row(cells, 0);
	row->flowing = true;
	row->after_prose = from->row[i].after_prose;
	for (size_t n = 0; n < head->names; n++) {
		struct table_cell cell = head->name[n];

		cell.loc = from->cell[from->row[i].first].loc;
		cells_add(cells, cell);
	}
}

void
cells_join_names(struct cells *cells)
{
	struct cut_head head;

	for (size_t i = 1; i < cells->rows; i++) {
		if (!is_figures(cells, i) || !is_piece(cells, i - 1) ||
		    !find_head(cells, i, &head))
			continue;
		cells_rewrite(cells, copy_row, &head);
		i = head.begin + 1;
	}
}
