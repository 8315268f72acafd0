/* A table in a run of text, as a page gives it that lost all ends of lines, often
 * with no blank between its cells: 规章000行政规范性文件 9 4 71.  Labels of the form
 * follow one another, and what stands between two of them are the cells of the
 * first.  Each label and its cells become a row of their own. */
#include "read_cells.h"

#include <stdlib.h>

#include "base/digits.h"
#include "base/left_out.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "form/label.h"
#include "text/fold.h"

enum {
	PIECES_MAX = 4096,	/* of one table, and of prose without a stop */
	SHORT_BYTES = 150,	/* a shorter line is no run of text */
	TEXT_BYTES = 120,	/* a longer piece is no label, but prose */
	FEW = 3,		/* labels with figures make a table, */
	HEAD = 12,		/* or as many in a row before figures, */
	MANY = 10,		/* or as many names at all with any figure, or */
	FEWER = 5,		/* as few with as many figures, */
	HEADS = 2,		/* names of heads that no sentence has, */
	LONG_DIGITS = 20,	/* or with more digits than a figure has, */
	FEW_BYTES = 120,	/* which take up so much without a stop, */
	HEAD_BYTES = 130,	/* or so much */
	YEAR_DIGITS = 4,
};

enum piece_kind { PIECE_NAME, PIECE_TEXT, PIECE_DIGITS, PIECE_MARK };

/* What the run is cut into. */
struct piece {
	struct slice             text;
	const struct known_name *name;	/* of a PIECE_NAME */
	enum piece_kind          kind;
	bool                     joined;	/* to the piece before it */
	bool                     numbered;	/* begins with an enumerator */
};

struct run_text {
	struct cells *to;
	struct slice  rest, loc;
	struct piece *piece;	/* owned by cells_add_run() */
	size_t        pieces, room;
	bool          joined;	/* is the next piece */
	unsigned      number;	/* of the last enumerated label */
	bool          row;	/* is open, and has figures */
	bool          head;	/* it has words of a head, */
	size_t        labels;	/* and as many labels of items behind those */
};

/* Whether C ends a sentence or a part of one: no table goes on behind it. */
static bool
is_stop(uint32_t c)
{
	enum { IDEOGRAPHIC_FULL_STOP = 0x3002 };

	return c == ',' || c == ';' || c == '!' || c == '?' || c == '%' ||
	    c == IDEOGRAPHIC_FULL_STOP;
}

/* Whether C stands behind the number of an enumerator. */
static bool
ends_enumerator(uint32_t c)
{
	enum { IDEOGRAPHIC_COMMA = 0x3001 };

	return c == '.' || c == ')' || c == IDEOGRAPHIC_COMMA;
}

static struct piece *
add_piece(struct run_text *run, enum piece_kind kind, size_t n)
{
	struct piece *piece = MEMORY_APPEND(run->piece, run->pieces,
	    run->room);

	*piece = (struct piece){ .text = { run->rest.p, n }, .kind = kind,
		.joined = run->joined };
	run->rest = slice_from(run->rest, n);
	run->joined = true;
	return piece;
}

/* The name that TEXT begins with, blanks and enumerators before it; its length, 0
 * for none.  *FRONT becomes the length of what stands before it. */
static size_t
name_at(struct run_text *run, struct slice text, size_t *front,
    const struct known_name **name)
{
	size_t n;

	*front = fold_enumerator(text).length;
	*front += utf8_blanks(slice_from(text, *front));
	if (*front == text.n)
		return 0;
	n = dictionary_prefix(run->to->dictionary, slice_from(text, *front),
	    name);
	return n > 0 ? *front + n : 0;
}

/* How many of the N digits that end at the number of an enumerator are its: those of
 * the number that the form gives an item called NAME.  0: no one number. */
static size_t
enumerator_digits(const struct run_text *run, size_t n,
    const struct known_name *name)
{
	const struct forms *forms = run->to->forms;
	size_t              found = 0;

	for (size_t t = 0; t < name->terms; t++) {
		char              end[DIGITS_BYTES];
		const char       *number;
		struct slice      digits;
		struct enumerator e;

		if (name->term[t].kind != TERM_ITEM)
			continue;
		e = fold_enumerator(forms->item[name->term[t].index].label);
		if (e.kind != ENUMERATOR_ARABIC)
			continue;
		number = digits_before(end + DIGITS_BYTES, e.number);
		digits = (struct slice){ number,
			(size_t)(end + DIGITS_BYTES - number) };
		if (n < digits.n || !slice_ends((struct slice){ run->rest.p, n },
		    digits))
			continue;
		if (found != 0 && found != digits.n)
			return 0;
		found = digits.n;
	}
	return found;
}

/* Where the digits that the rest begins with end, a decimal point with digits behind
 * it among them. */
static size_t
digits_length(struct slice rest)
{
	size_t n = 0;

	while (n < rest.n && (is_digit(rest.p[n]) || (n > 0 &&
	    rest.p[n] == '.' && n + 1 < rest.n && is_digit(rest.p[n + 1]))))
		n++;
	return n;
}

/* The same for a label that the form does not have: the number behind the one
 * before, or a number that nothing is joined to. */
static size_t
next_number_digits(const struct run_text *run, size_t n)
{
	char         end[DIGITS_BYTES];
	const char  *number = digits_before(end + DIGITS_BYTES,
	    run->number + 1);
	struct slice digits = { number, (size_t)(end + DIGITS_BYTES - number) };

	if (n >= digits.n &&
	    slice_ends((struct slice){ run->rest.p, n }, digits))
		return digits.n;
	return 0;
}

/* Takes N digits before the enumerated label that they run into, as 0000 and 2. of
 * 00002.其他: they are told apart by the number that the form has there.  Returns
 * whether there is such a label. */
static bool
take_enumerated(struct run_text *run, size_t n)
{
	struct slice             behind = slice_from(run->rest, n);
	const struct known_name *name = NULL;
	size_t                   length, own;
	uint32_t                 c;
	struct piece            *piece;

	if (behind.n == 0)
		return false;
	length = utf8_decode(behind, &c);
	if (!ends_enumerator(fold_character(c)))
		return false;
	behind = slice_from(behind, length);
	behind = slice_from(behind, utf8_blanks(behind));
	if (behind.n == 0 || is_digit(behind.p[0]))
		return false;
	length = dictionary_prefix(run->to->dictionary, behind, &name);
	own = length > 0 ? enumerator_digits(run, n, name) :
	    next_number_digits(run, n);
	if (own == 0 && n == 1)
		own = 1;
	if (own == 0)
		/* Whose the last digit is nobody knows. */
		add_piece(run, PIECE_TEXT, n);
	else if (own < n)
		add_piece(run, PIECE_DIGITS, n - own);
	run->number = fold_enumerator(run->rest).number;
	piece = add_piece(run, length > 0 ? PIECE_NAME : PIECE_TEXT,
	    (size_t)(behind.p - run->rest.p) + length);
	piece->name = name;
	piece->numbered = true;
	return true;
}

/* Whether what stands behind N digits goes on with them: 2012年度, but not 3307 （件）. */
static bool
goes_on(const struct run_text *run, size_t n)
{
	struct slice behind = slice_from(run->rest, n);
	uint32_t     c;

	if (behind.n == 0 || utf8_blanks(behind) > 0)
		return false;
	utf8_decode(behind, &c);
	return fold_character(c) != '(';
}

/* Takes the digits that the rest begins with; 2012年度 may name a column. */
static void
take_digits(struct run_text *run)
{
	size_t                   n = digits_length(run->rest), length = 0;
	const struct known_name *name;

	if (n == YEAR_DIGITS && goes_on(run, n))
		length = dictionary_prefix(run->to->dictionary, run->rest,
		    &name);
	if (length > n)
		add_piece(run, PIECE_NAME, length)->name = name;
	else if (!take_enumerated(run, n))
		add_piece(run, PIECE_DIGITS, n);
}

/* Takes a figure below 0: a sign of N bytes between a blank and digits, which a blank
 * ends. Returns whether there is one. */
static bool
take_negative(struct run_text *run, size_t n)
{
	struct slice digits = slice_from(run->rest, n);
	size_t       length = digits_length(digits);

	digits = slice_from(digits, length);
	if (run->joined || length == 0 ||
	    (digits.n > 0 && utf8_blanks(digits) == 0))
		return false;
	add_piece(run, PIECE_DIGITS, n + length);
	return true;
}

/* Takes a character that is neither digit nor of a name. */
static void
take_text(struct run_text *run, size_t n)
{
	struct piece *last = run->pieces > 0 ? &run->piece[run->pieces - 1] :
	    NULL;

	if (last != NULL && run->joined && last->kind == PIECE_TEXT) {
		last->text.n = (size_t)(run->rest.p - last->text.p) + n;
		run->rest = slice_from(run->rest, n);
	} else
		add_piece(run, PIECE_TEXT, n);
}

static bool
is_unit(const struct piece *piece)
{
	return piece->kind == PIECE_NAME && piece->name->unit;
}

/* Whether PIECE is a name that only heads of tables have. */
static bool
is_head(const struct piece *piece)
{
	return piece->kind == PIECE_NAME && !piece->name->unit &&
	    !known_name_is(piece->name, TERM_ITEM);
}

/* Whether piece number I is counted like a figure in a sentence: 18条. */
static bool
is_counted(const struct run_text *run, size_t i)
{
	return i > 0 && is_unit(&run->piece[i]) && run->piece[i].joined &&
	    !run->piece[i].numbered && run->piece[i - 1].kind == PIECE_DIGITS;
}

/* Whether piece number I is the unit of a row, right behind its label: no sentence has a
 * unit before its figure. */
static bool
is_rows_unit(const struct run_text *run, size_t i)
{
	return i > 0 && is_unit(&run->piece[i]) && run->piece[i].joined &&
	    run->piece[i - 1].kind == PIECE_NAME && !is_unit(&run->piece[i - 1]);
}

/* Whether so many figures are counted as in a sentence that this is one: in a table few
 * are, whose label or unit was lost. */
static bool
counts_like_prose(const struct run_text *run)
{
	enum { FOR_ONE = 5 };	/* names */
	size_t names = 0, counted = 0, heads = 0, units = 0;

	for (size_t i = 0; i < run->pieces; i++) {
		counted += is_counted(run, i);
		units += is_rows_unit(run, i);
		heads += is_head(&run->piece[i]);
		names += run->piece[i].kind == PIECE_NAME &&
		    !run->piece[i].name->unit;
	}
	return counted > 0 && units <= counted &&
	    ((names < MANY && heads < HEADS) || counted * FOR_ONE > names);
}

/* Steps over the note among the cells of a table that the rest begins with, up to its
 * full stop.  Returns whether it is one. */
static bool
skip_note(struct run_text *run)
{
	struct slice stop = SLICE("\xE3\x80\x82");
	const char  *end;

	if (run->pieces == 0 || !fold_is_note(run->rest))
		return false;
	end = slice_find(run->rest, stop);
	if (end == NULL || (size_t)(end - run->rest.p) > TEXT_BYTES)
		return false;
	run->rest = slice_from(run->rest,
	    (size_t)(end - run->rest.p) + stop.n);
	return true;
}

/* Takes the piece that the rest begins with.  Returns false where no table goes
 * on. */
static bool
take_piece(struct run_text *run)
{
	const struct known_name *name;
	size_t                   blanks = utf8_blanks(run->rest), n, front;
	uint32_t                 c;
	struct piece            *piece;

	if (blanks > 0) {
		run->rest = slice_from(run->rest, blanks);
		run->joined = false;
		return true;
	}
	n = utf8_decode(run->rest, &c);
	if (is_digit(c)) {
		take_digits(run);
		return true;
	}
	c = fold_character(c);
	if (is_stop(c))
		return false;
	if (skip_note(run))
		return true;
	if (c == '-' && take_negative(run, n))
		return true;
	if (c == '-' || c == '/') {
		add_piece(run, PIECE_MARK, n);
		return true;
	}
	if ((n = name_at(run, run->rest, &front, &name)) > 0) {
		piece = add_piece(run, PIECE_NAME, n);
		piece->name = name;
		piece->numbered = front > 0;
		if (front > 0)
			run->number = fold_enumerator(piece->text).number;
		return !is_counted(run, run->pieces - 1) ||
		    !counts_like_prose(run);
	}
	n = utf8_decode(run->rest, &c);
	if (label_is_punctuation(fold_character(c))) {
		run->rest = slice_from(run->rest, n);
		return true;
	}
	take_text(run, n);
	return run->piece[run->pieces - 1].text.n <= TEXT_BYTES;
}

/* Joins text before a name to it where it says nothing: 其中:1.网站公开. */
static void
join_fronts(struct run_text *run)
{
	size_t kept = 0;

	for (size_t i = 0; i < run->pieces; i++) {
		struct piece *last = &run->piece[kept > 0 ? kept - 1 : 0];
		struct piece  piece = run->piece[i];
		struct slice  whole = { last->text.p, (size_t)(piece.text.p +
			piece.text.n - last->text.p) };

		if (kept > 0 && last->kind == PIECE_TEXT && piece.joined &&
		    piece.kind == PIECE_NAME && dictionary_find(
		    run->to->dictionary, whole) == piece.name) {
			piece.text = whole;
			piece.joined = last->joined;
			piece.numbered = true;
			*last = piece;
		} else
			run->piece[kept++] = piece;
	}
	run->pieces = kept;
}

/* Whether piece number I is a part of a longer label that is unknown: 县级 before
 * 主动公开信息数, or 草案 behind 规章, with nothing between them. */
static bool
is_part(const struct run_text *run, size_t i)
{
	const struct piece *piece = &run->piece[i];

	if (piece->kind != PIECE_NAME || is_unit(piece))
		return false;
	return (i > 0 && piece->joined && !piece->numbered &&
	    piece[-1].kind == PIECE_TEXT) ||
	    (i + 1 < run->pieces && piece[1].joined &&
	    piece[1].kind == PIECE_TEXT);
}

/* Whether the pieces are a table's: labels with figures, or a long head of labels
 * before figures, and few texts. */
static bool
is_table(const struct run_text *run)
{
	size_t names = 0, texts = 0, figured = 0, labels = 0, figures = 0;
	size_t heads = 0;	/* right before, their row without its label */
	bool   head = false, together = false;

	if (counts_like_prose(run))
		return false;
	for (size_t i = 0; i < run->pieces; i++) {
		const struct piece *piece = &run->piece[i];

		if (piece->kind == PIECE_DIGITS) {
			figures++;
			figured += labels > 0 || heads >= HEADS;
			head |= labels >= HEAD;
			together |= piece->text.n > LONG_DIGITS;
			labels = 0;
		} else if (piece->kind == PIECE_TEXT || is_part(run, i)) {
			labels = 0;
			texts++;
		} else if (piece->kind == PIECE_NAME && !piece->name->unit) {
			if (known_name_is(piece->name, TERM_ITEM))
				labels++;
			else
				labels = 0;
			names++;
		}
		heads = is_head(piece) ? heads + 1 : 0;
	}
	return (figured >= FEW || head || together ||
	    (figures > 0 && names >= MANY) ||
	    (figured > 0 && names >= FEWER && figures >= MANY)) &&
	    texts <= names;
}

/* Whether PIECE is a label, or a name of a head. */
static bool
is_label(const struct piece *piece)
{
	return piece->kind == PIECE_TEXT ||
	    (piece->kind == PIECE_NAME && !piece->name->unit);
}

static bool
is_item(const struct piece *piece)
{
	return piece->kind == PIECE_NAME &&
	    known_name_is(piece->name, TERM_ITEM);
}

/* Whether a row begins with piece number I: a label behind figures; what has figures
 * behind words of a head, its label first if that may be an item's.  As many
 * labels as a head of labels has are none of these. */
static bool
begins_row(const struct run_text *run, size_t i)
{
	const struct piece *piece = &run->piece[i];
	bool                last = i + 1 == run->pieces ||
	    !is_label(piece + 1);

	if (is_label(piece) && run->row)
		return true;
	if (!run->head || run->labels >= HEAD)
		return false;
	return is_item(piece) ? last : !is_label(piece) &&
	    is_label(piece - 1) && !is_item(piece - 1);
}

/* Opens the row that begins with piece number I, if one does, as the FIRST does. */
static void
open_row(struct run_text *run, size_t i, bool first)
{
	struct cell_row *row;

	if (!first && !begins_row(run, i))
		return;
	row = cells_add_row(run->to, 0);
	row->flowing = row->in_run = true;
	run->row = run->head = false;
	run->labels = 0;
}

/* Notes what NAME makes of the row. */
static void
note_label(struct run_text *run, const struct known_name *name)
{
	if (known_name_is(name, TERM_ITEM))
		run->labels++;
	else if (!name->unit) {
		run->head = true;
		run->labels = 0;
	}
}

static void
add_cell(struct run_text *run, size_t i)
{
	const struct piece *piece = &run->piece[i];
	struct table_cell   cell = cells_classify(run->to->dictionary,
	    piece->text);
	bool                joined = piece->joined ||
	    (i + 1 < run->pieces && piece[1].joined);

	if (piece->kind == PIECE_TEXT || is_part(run, i)) {
		cell.kind = CELL_TEXT;
		cell.name = NULL;
	} else if (piece->kind == PIECE_NAME) {
		cell.kind = piece->name->unit ? CELL_UNIT : CELL_NAME;
		cell.name = piece->name;
		note_label(run, piece->name);
	} else {
		run->row = true;
		if (i + 1 < run->pieces && is_counted(run, i + 1))
			cell.kind = CELL_TEXT;	/* whose nobody knows */
		else if (piece->kind == PIECE_DIGITS && joined)
			cell.kind = CELL_DIGITS;
	}
	cell.loc = run->loc;
	cell.cols = 1;
	cell.joined = piece->joined;
	cells_add(run->to, cell);
}

/* Adds the pieces gathered to the cells, if they are a table's. */
static bool
end_table(struct run_text *run)
{
	size_t first = 0;
	bool   table;

	join_fronts(run);
	while (run->pieces > 0 &&
	    run->piece[run->pieces - 1].kind == PIECE_TEXT)
		run->pieces--;
	while (first < run->pieces && run->piece[first].kind == PIECE_TEXT)
		first++;
	table = is_table(run);
	if (table) {
		run->to->after_prose = true;
		run->row = run->head = false;
		run->labels = 0;
		for (size_t i = first; i < run->pieces; i++) {
			open_row(run, i, i == first);
			add_cell(run, i);
		}
		run->to->after_prose = true;
	}
	run->pieces = 0;
	run->joined = false;
	return table;
}

/* Whether the character at P, of three bytes, is a stop as is_stop knows them, in
 * full width. */
static bool
is_wide_stop(const unsigned char *p)
{
	return p[0] == 0xE3 ? p[1] == 0x80 && p[2] == 0x82 :
	    p[0] == 0xEF && p[1] == 0xBC && (p[2] == 0x8C || p[2] == 0x9B ||
	    p[2] == 0x81 || p[2] == 0x9F);
}

/* Whether TEXT has more digits in a row than any figure has. */
static bool
has_long_digits(struct slice text)
{
	size_t digits = 0;

	for (size_t i = 0; i < text.n; i++) {
		digits = is_digit(text.p[i]) ? digits + 1 : 0;
		if (digits > LONG_DIGITS)
			return true;
	}
	return false;
}

/* Whether a table may be in TEXT: figures among as much text as it has, with no stop
 * between, or more digits than any figure has.  Most prose is known for prose so, at a look
 * at each character. */
static bool
may_hold_table(struct slice text)
{
	const unsigned char *p = (const unsigned char *)text.p;
	size_t               begin = 0, figures = 0, digits = 0;

	if (!has_digit(text))
		return false;
	for (size_t i = 0; i + 2 < text.n;) {
		bool stop = p[i] >= 0x80 ? is_wide_stop(p + i) :
		    is_stop(p[i]);

		if (stop)
			figures = 0;
		digits = is_digit(p[i]) ? digits + 1 : 0;
		figures += digits == 1;
		if (digits > LONG_DIGITS)
			return true;
		i += p[i] < 0x80 ? 1 : 3;
		if (stop)
			begin = i;
		else if (figures > 0 && i - begin >= (figures >= FEW ?
		    FEW_BYTES : HEAD_BYTES))
			return true;
	}
	return false;
}

bool
cells_add_run(struct cells *cells, struct slice text, struct slice loc)
{
	struct run_text run = { .to = cells, .rest = text, .loc = loc };
	bool            table = false, full, ended;

	if ((text.n < SHORT_BYTES && !has_long_digits(text)) ||
	    !may_hold_table(text))
		return false;
	while (run.rest.n > 0) {
		uint32_t c;

		full = run.pieces >= PIECES_MAX;
		if (!full && take_piece(&run))
			continue;
		ended = end_table(&run);
		if (ended && full)
			left_out("a table in one line, longer than is read");
		table |= ended;
		if (run.rest.n > 0 && !full)
			run.rest = slice_from(run.rest,
			    utf8_decode(run.rest, &c));
	}
	table |= end_table(&run);
	free(run.piece);
	return table;
}
