#include "word.h"

#include "base/digits.h"

struct word
word_read(const struct data_row *row, struct slice notation)
{
	struct word word = { notation, 0 };

	if (notation.n > 0 && notation.p[0] == '^') {
		word.anchors |= ANCHOR_START;
		word.text = slice_from(word.text, 1);
	} else if (notation.n > 0 && notation.p[0] == '#') {
		word.anchors |= ANCHOR_DIGIT;
		word.text = slice_from(word.text, 1);
	}
	if (word.text.n > 0 && word.text.p[word.text.n - 1] == '$') {
		word.anchors |= ANCHOR_END;
		word.text.n--;
	}
	if (word.text.n == 0)
		data_refuse(row, notation, "an empty word");
	return word;
}

/* Whether TEXT stands right behind a digit of LINE; at its end, if AT_END. */
static bool
is_behind_digit(struct slice text, struct slice line, bool at_end)
{
	const char *at;

	while ((at = slice_find(line, text)) != NULL) {
		struct slice rest = slice_from(line, (size_t)(at - line.p));

		if (at > line.p && is_digit(at[-1]) &&
		    (!at_end || rest.n == text.n))
			return true;
		line = slice_from(line, (size_t)(at - line.p) + 1);
	}
	return false;
}

bool
word_is_in(const struct word *word, struct slice line)
{
	if ((word->anchors & ANCHOR_DIGIT) != 0)
		return is_behind_digit(word->text, line,
		    (word->anchors & ANCHOR_END) != 0);
	switch (word->anchors) {
	case 0:
		return slice_find(line, word->text) != NULL;
	case ANCHOR_START:
		return slice_starts(line, word->text);
	case ANCHOR_END:
		return slice_ends(line, word->text);
	default:
		return slice_eq(line, word->text);
	}
}

bool
word_implies(const struct word *a, const struct word *b)
{
	if ((b->anchors & ANCHOR_DIGIT) != 0 && (a->anchors & ANCHOR_DIGIT) !=
	    0 && slice_starts(a->text, b->text))
		return (b->anchors & ANCHOR_END) == 0 ||
		    ((a->anchors & ANCHOR_END) != 0 &&
		    a->text.n == b->text.n);
	return (a->anchors & b->anchors) == b->anchors &&
	    word_is_in(b, a->text);
}

struct slice
word_cut(struct slice *text, char mark)
{
	const char  *at = memchr(text->p, mark, text->n);
	struct slice before = *text;

	if (at != NULL)
		before.n = (size_t)(at - text->p);
	*text = slice_from(*text, before.n + (at != NULL));
	return before;
}

size_t
word_row_number(const struct data_row *row, int column)
{
	enum { MOST = 999999 };
	struct slice       field = row->field[column];
	unsigned long long number = 0;

	if (field.n > 0 && !digits_read(field, MOST, &number))
		data_refuse(row, field, "not a number");
	return (size_t)number;
}

/* What the columns that are no words may say. */
static const struct {
	enum data_file file;
	const char    *kind;	/* of rows, in their first column; NULL: any */
	int            column;
	const char    *values;	/* with a space behind each */
} columns[] = {
	{ DATA_HEADINGS, NULL, 0, "preamble overview proactive requests "
	    "respond consult fees review organization problems other annex "
	    "label form - " },
	{ DATA_GENRES, NULL, 0, "report secondary quarterly university rules "
	    "notice news other " },
	{ DATA_GENRES, NULL, 4, "title office line text cell " },
	{ DATA_GENRES, NULL, 5, "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 " },
	{ DATA_OFFICE_FRAMES, NULL, 0, "preamble author contact mention " },
	{ DATA_OFFICE_FRAMES, NULL, 2, "quoted opening any " },
	{ DATA_PAGE_LINES, NULL, 0, "office closing key furniture " },
	{ DATA_PAGE_FIELDS, NULL, 2,
	    "published signed publisher docno index column - " },
	{ DATA_PLACE_SUFFIXES, "suffix", 2, "1 2 3 4 5 6 7 8 9 " },
	{ DATA_PLACE_SUFFIXES, "suffix", 3, "province city county zone town " },
	{ DATA_PLACE_SUFFIXES, "suffix", 4, "yes town  " },
	{ DATA_PLACE_SUFFIXES, "authority", 2, "government site " },
	{ DATA_PLACE_SUFFIXES, "own", 2, "province city county - " },
};

static bool
is_one_of(struct slice values, struct slice value)
{
	while (values.n > 0)
		if (slice_eq(word_cut(&values, ' '), value))
			return true;
	return false;
}

void
word_check_columns(enum data_file file, const struct data_row *row)
{
	if (data_folder() == NULL)
		return;
	for (size_t i = 0; i < sizeof(columns) / sizeof(*columns); i++) {
		struct slice field;

		if (columns[i].file != file)
			continue;
		field = row->field[columns[i].column];
		if ((columns[i].kind == NULL ||
		    slice_is(row->field[0], columns[i].kind)) &&
		    !is_one_of(slice_of(columns[i].values), field))
			data_refuse(row, field, field.n > 0 ?
			    "nothing the suite knows" : "a column is missing");
	}
}
