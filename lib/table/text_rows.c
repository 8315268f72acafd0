/* Lines of text that are parts of a table: a label or a figure by itself, a
 * label with its figures behind spaces, or run together with them. */
#include "read_cells.h"

#include "base/digits.h"
#include "base/utf8.h"
#include "text/fold.h"
#include "text/page_number.h"

enum {
	PIECES_MAX = 512,	/* of one line */
	JOINED_MAX = 6,		/* pieces that may make one name */
	LABEL_BYTES = 200,	/* a longer line is no label by itself */
	NOTE_BYTES = 600,	/* but what explains it, in brackets, may be long */
	FRAGMENT_BYTES = 120,	/* nor a longer one a piece of a label */
	NAME_CHARACTERS = 40,	/* the longest name of a column's header */
	MANY_SPACES = 24,
	MANY_VALUES = 10,	/* a row of so many by itself is a table's */
};

struct text_row {
	struct cells     *to;		/* where it goes if it is one */
	struct slice      text, loc;
	struct slice      piece[PIECES_MAX];	/* between spaces */
	size_t            pieces;
	struct table_cell cell[2 * PIECES_MAX];	/* what they are, units apart */
	size_t            count;
};

static bool
is_space(uint32_t c)
{
	return c == ' ' || c == '\t' || c == 0xA0 || c == 0x3000 ||
	    (c >= 0x2000 && c <= 0x200B);
}

/* How much of TEXT, which begins with a bracket, goes up to the one that closes
 * it; 0 if none does within MOST bytes. */
static size_t
closed_within(struct slice text, size_t most)
{
	struct slice rest = text;
	unsigned     depth = 0;

	while (rest.n > 0 && text.n - rest.n < most) {
		uint32_t c;

		rest = slice_from(rest, utf8_decode(rest, &c));
		c = fold_character(c);
		depth += c == '(';
		if (c == ')' && --depth == 0)
			return text.n - rest.n;
	}
	return 0;
}

static size_t
bracket_length(struct slice text)
{
	return closed_within(text, LABEL_BYTES);
}

/* Whether TEXT ends with the end of a bracket. */
static bool
ends_bracket(struct slice text)
{
	size_t   at = text.n;
	uint32_t c = 0;

	while (at > 0 && !utf8_is_start(text.p[--at]))
		continue;
	if (text.n > 0)
		utf8_decode(slice_from(text, at), &c);
	return fold_character(c) == ')';
}

/* TEXT without the bracket that it ends with: that may explain a label at length. */
static struct slice
without_note(struct slice text)
{
	struct slice rest = text;

	if (!ends_bracket(text))	/* most lines are paragraphs */
		return text;
	while (rest.n > 0) {
		uint32_t c;
		size_t   n = utf8_decode(rest, &c);

		if (fold_character(c) == '(')
			return closed_within(rest, NOTE_BYTES) == rest.n ?
			    (struct slice){ text.p, text.n - rest.n } : text;
		rest = slice_from(rest, n);
	}
	return text;
}

/* Cuts the line at white space, but not in brackets: what they hold explains a
 * label, figures too.  Returns false for more than PIECES_MAX. */
static bool
cut(struct text_row *line)
{
	struct slice rest = line->text;
	bool         open = false;

	line->pieces = 0;
	while (rest.n > 0) {
		uint32_t c;
		size_t   n = utf8_decode(rest, &c);

		if (fold_character(c) == '(' && bracket_length(rest) > 0)
			n = bracket_length(rest);
		if (is_space(c))
			open = false;
		else if (open)
			line->piece[line->pieces - 1].n += n;
		else if (line->pieces == PIECES_MAX)
			return false;
		else {
			line->piece[line->pieces++] =
			    (struct slice){ rest.p, n };
			open = true;
		}
		rest = slice_from(rest, n);
	}
	return true;
}

/* The bytes between piece AT and the one before it. */
static size_t
gap_before(const struct text_row *line, size_t at)
{
	return (size_t)(line->piece[at].p - line->piece[at - 1].p) -
	    line->piece[at - 1].n;
}

/* Whether piece AT stands right behind the one before it, as no other does: those are
 * columns that stand apart. */
static bool
is_near(const struct text_row *line, size_t at)
{
	if (at == 0 || gap_before(line, at) > 1)
		return false;
	for (size_t i = 1; i < line->pieces; i++)
		if (i != at && gap_before(line, i) == 1)
			return false;
	return line->pieces > 2;
}

/* Pieces FROM to TO - 1 and what stands between them. */
static struct slice
joined(const struct text_row *line, size_t from, size_t to)
{
	const char *begin = line->piece[from].p;
	const char *end = line->piece[to - 1].p + line->piece[to - 1].n;

	return (struct slice){ begin, (size_t)(end - begin) };
}

static void
take(struct text_row *line, struct table_cell cell)
{
	cell.loc = line->loc;
	cell.cols = 1;
	line->cell[line->count++] = cell;
}

static bool
is_number(struct slice piece)
{
	unsigned long long number;

	return digits_at(piece, &number) == piece.n;
}

/* Takes the most pieces from AT on that make a name; returns how many. */
static size_t
take_name(struct text_row *line, size_t at, size_t end)
{
	size_t most = 1;

	/* No name goes on behind a number of its own: 规章 0 0 0. */
	while (at + most < end && most < JOINED_MAX &&
	    !is_number(line->piece[at + most]))
		most++;
	for (size_t n = most; n > 0; n--) {
		struct table_cell cell = cells_classify(line->to->dictionary,
		    joined(line, at, at + n));

		if (cell.kind == CELL_NAME || (n == 1 && cell.kind == CELL_UNIT)) {
			take(line, cell);
			return n;
		}
	}
	return 0;
}

/* Takes PIECE as a label that runs into its unit: 收到申请数件.  Returns whether it is
 * one. */
static bool
take_with_unit(struct text_row *line, struct slice piece)
{
	enum { LONGEST = 6 };		/* bytes: 人次 */

	for (size_t n = 3; n <= LONGEST && n < piece.n; n += 3) {
		struct table_cell unit = cells_classify(line->to->dictionary,
		    slice_from(piece, piece.n - n));
		struct table_cell label;

		if (unit.kind != CELL_UNIT)
			continue;
		label = cells_classify(line->to->dictionary,
		    (struct slice){ piece.p, piece.n - n });
		if (label.kind != CELL_NAME ||
		    !known_name_is(label.name, TERM_ITEM))
			continue;
		take(line, label);
		take(line, unit);
		return true;
	}
	return false;
}

static void
add_row(struct text_row *line)
{
	cells_add_row(line->to, 0)->flowing = true;
	for (size_t i = 0; i < line->count; i++)
		cells_add(line->to, line->cell[i]);
	line->to->in_table = true;
}

/* How long piece AT may be as a text: where the line ends in figures several labels may
 * stand in one cell, which begin with a number. */
static size_t
most_of_text(const struct text_row *line, size_t at)
{
	return line->to->in_table && at + 2 < line->pieces &&
	    is_number(line->piece[line->pieces - 1]) &&
	    fold_enumerator(line->piece[at]).kind != ENUMERATOR_NONE ?
	    NOTE_BYTES : FRAGMENT_BYTES;
}

/* Whether LINE is a label, a unit and figures: in a sentence that stands behind these. */
static bool
has_rows_unit(const struct text_row *line)
{
	for (size_t i = 2; i < line->count; i++)
		if (line->cell[i].kind != CELL_FIGURE)
			return false;
	return line->count > 2 && line->cell[1].kind == CELL_UNIT;
}

/* Names and figures by turns: any line of a table written with spaces, up to
 * a whole report on one line.  What is neither becomes a text, if short. */
static bool
read_pieces(struct text_row *line)
{
	size_t names = 0, values = 0, texts = 0;

	line->count = 0;
	for (size_t i = 0; i < line->pieces;) {
		struct table_cell cell = cells_classify(line->to->dictionary,
		    line->piece[i]);
		size_t      n = 1;

		if (cell.kind == CELL_FIGURE) {
			cell.near = is_near(line, i);
			take(line, cell);
			values++;
		} else if ((n = take_name(line, i, line->pieces)) > 0)
			names++;
		else if (take_with_unit(line, line->piece[i])) {
			names++;
			n = 1;
		} else if (line->piece[i].n > most_of_text(line, i))
			return false;
		else {
			take(line, cell);
			texts++;
			n = 1;
		}
		i += n;
	}
	if (texts == 0)
		return names >= 2 || (names == 1 && values > 0) ||
		    (values >= 2 && line->to->in_table) || values >= MANY_VALUES;
	return (names >= 3 && values >= 3 && texts <= names) ||
	    (texts == 1 && has_rows_unit(line)) ||
	    (line->to->in_table && texts <= 2 && names <= 1 && (values >= 2 ||
	    /* Half a unit stands between them. */
	    (values == 1 && names == 1 && texts == 1)));
}

/* Where the digits at the end of TEXT begin. */
static size_t
digits_at_end(struct slice text)
{
	size_t i = text.n;

	while (i > 0 && (is_digit(text.p[i - 1]) ||
	    text.p[i - 1] == '.'))
		i--;
	return i;
}

/* 规章000: a label and its figures, nothing between them. */
static bool
read_digits(struct text_row *line)
{
	size_t            at = digits_at_end(line->text);
	struct table_cell label, digits;

	if (at == 0 || at == line->text.n)
		return false;
	label = cells_classify(line->to->dictionary,
	    (struct slice){ line->text.p, at });
	if (label.kind != CELL_NAME)
		return false;
	digits = cells_classify(line->to->dictionary,
	    slice_from(line->text, at));
	digits.kind = CELL_DIGITS;
	line->count = 0;
	take(line, label);
	take(line, digits);
	return true;
}

/* The longest name that TEXT begins with, NAME_CHARACTERS at most. */
static struct table_cell
longest_name(struct text_row *line, struct slice text)
{
	struct table_cell longest = { .kind = CELL_TEXT };
	struct slice      rest = text;

	for (int i = 0; i < NAME_CHARACTERS && rest.n > 0; i++) {
		struct table_cell cell;
		uint32_t    c;

		rest = slice_from(rest, utf8_decode(rest, &c));
		cell = cells_classify(line->to->dictionary,
		    (struct slice){ text.p, (size_t)(rest.p - text.p) });
		if (cell.kind == CELL_NAME)
			longest = cell;
	}
	return longest;
}

/* 信息内容本年制发件数本年废止件数: the names of a header run together. */
static bool
read_header(struct text_row *line)
{
	struct slice rest = line->text;

	if (dictionary_head_prefix(line->to->dictionary, rest).n == 0)
		return false;
	line->count = 0;
	while (rest.n > 0 && line->count < PIECES_MAX) {
		struct table_cell cell = longest_name(line, rest);

		if (cell.kind != CELL_NAME)
			break;
		take(line, cell);
		rest = slice_from(rest, cell.text.n);
	}
	return line->count >= 2;
}

/* Whether TEXT ends with two figures that a blank parts. */
static bool
ends_in_figures(struct slice text)
{
	size_t at = text.n, figures = 0;

	while (figures < 2 && at > 0 && is_digit(text.p[at - 1])) {
		while (at > 0 && is_digit(text.p[at - 1]))
			at--;
		if (at == 0 || text.p[at - 1] != ' ')
			return false;
		while (at > 0 && text.p[at - 1] == ' ')
			at--;
		figures++;
	}
	return figures == 2;
}

/* Prose has few spaces; a table written on one line has one in every cell. */
static bool
worth_cutting(struct slice text, bool sentence)
{
	struct slice rest = text;
	size_t       spaces = 0;
	size_t       enough = sentence && !ends_in_figures(text) ?
	    MANY_SPACES : 1;
	const char  *space;

	while ((space = memchr(rest.p, ' ', rest.n)) != NULL) {
		rest = slice_from(rest, (size_t)(space + 1 - rest.p));
		if (++spaces >= enough)
			return true;
	}
	return enough == 1 &&
	    (slice_find(text, SLICE("\xE3\x80\x80")) != NULL ||
	    slice_find(text, SLICE("\xC2\xA0")) != NULL);
}

/* Whether more than MOST bytes of TEXT are no spaces: columns may stand far apart.  In
 * prose none does, which a call tells of all. */
static bool
is_longer(struct slice text, size_t most)
{
	size_t n = 0;

	if (text.n > most && memchr(text.p, ' ', most + 1) == NULL)
		return true;
	for (size_t i = 0; text.n > most && i < text.n && n <= most; i++)
		n += text.p[i] != ' ';
	return n > most;
}

static bool
holds(struct slice text, struct slice mark)
{
	return slice_find(text, mark) != NULL;
}

/* Takes LINE as the one cell it is: by itself a name, or the unit of a row that lost its
 * own, in a table any. */
static bool
read_cell(struct text_row *line, const struct table_cell *whole)
{
	if (whole->kind != CELL_NAME && whole->kind != CELL_UNIT &&
	    (whole->kind == CELL_TEXT || !line->to->in_table))
		return false;
	line->count = 0;
	take(line, *whole);
	return true;
}

/* Whether a part of a sentence ends in TEXT, but in what brackets hold. */
static bool
has_clauses(struct slice text)
{
	enum { COMMA = 0xFF0C, SEMICOLON = 0xFF1B };

	while (text.n > 0) {
		uint32_t c;
		size_t   n = utf8_decode(text, &c);

		if (fold_character(c) == '(' && bracket_length(text) > 0)
			n = bracket_length(text);
		else if (c == COMMA || c == SEMICOLON)
			return true;
		text = slice_from(text, n);
	}
	return false;
}

/* How long a label TEXT may be: in a table several may stand in one cell, which begin with
 * a number and have no clauses. */
static size_t
most_of_label(const struct cells *cells, struct slice text)
{
	return cells->in_table && !has_clauses(text) &&
	    fold_enumerator(text).kind != ENUMERATOR_NONE ?
	    NOTE_BYTES : LABEL_BYTES;
}

/* Takes LINE as a piece of a label that a table's cell was cut into, or as several labels
 * in one cell, which begin with a number. */
static bool
read_fragment(struct text_row *line, const struct table_cell *whole)
{
	size_t most = fold_enumerator(line->text).kind != ENUMERATOR_NONE ?
	    most_of_label(line->to, line->text) : FRAGMENT_BYTES;

	if (!line->to->in_table || is_longer(line->text, most) ||
	    (has_clauses(line->text) && !cells_in_brackets(line->to)))
		return false;
	line->count = 0;
	take(line, *whole);
	return true;
}

/* Whether TEXT is a note among the lines of a table, or, behind one that ends with no
 * stop, the rest of it. */
static bool
is_note(struct cells *cells, struct slice text)
{
	bool ends = slice_ends(text, SLICE("。"));
	bool note = cells->in_table && (fold_is_note(text) ||
	    (cells->in_note && ends && text.n <= FRAGMENT_BYTES));

	cells->in_note = note && !ends;
	return note;
}

void
cells_add_line(struct cells *cells, struct slice text, struct slice loc)
{
	struct text_row   line;		/* large: not to be cleared each time */
	struct table_cell whole;
	bool              sentence;

	line.to = cells;
	line.text = slice_trim(text);
	line.loc = loc;
	line.count = 0;
	if (is_page_number(line.text) || is_note(cells, line.text)) {
		cells->note = cells->note.n == 0 ? loc : cells->note;
		return;
	}
	sentence = holds(line.text, SLICE("。")) ||
	    (is_longer(without_note(line.text), LABEL_BYTES) &&
	    is_longer(line.text, most_of_label(cells, line.text)));
	if (!sentence) {
		whole = cells_classify(cells->dictionary, line.text);
		if (whole.kind == CELL_BLANK)
			return;
	}
	if (cells_add_run(cells, line.text, loc))
		return;
	if ((!sentence && read_cell(&line, &whole)) ||
	    (worth_cutting(line.text, sentence) && cut(&line) &&
	    read_pieces(&line)) ||
	    (!sentence && (read_digits(&line) || read_header(&line) ||
	    take_with_unit(&line, line.text) ||
	    read_fragment(&line, &whole)))) {
		add_row(&line);
		return;
	}
	cells->in_table = false;
	cells->after_prose = true;
}
