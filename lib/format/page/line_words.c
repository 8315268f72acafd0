#include "line_words.h"

#include <string.h>

#include "char_class.h"

/* In ems: a gap this wide within a line makes it one in columns. */
static const float wide = 1.2f;

/* In ems: where lines are in columns, what parts texts, a text from a figure, two
 * figures, two that are drawn one by one; what parts words, of letters and of Han
 * characters. */
static const float texts_apart = 1.0f, one_apart = 0.6f, figures_apart = 0.2f;
static const float drawn_apart = 0.08f;
static const float words_apart = 0.18f, han_apart = 0.1f;

enum { LEADER_MIN = 3 };	/* dots */

float
line_word_gap(const struct line_word *word, float size)
{
	return (word[1].box.left - word->box.right) / size;
}

size_t
line_piece_letters(const struct line_piece *piece)
{
	size_t n = 0;

	for (size_t i = 0; i < piece->words; i++)
		n += piece->word[i].glyphs;
	return n;
}

static bool
is_dot(uint32_t c)
{
	return c == '.' || c == 0x2026 || c == 0xB7 || c == 0x22EF;
}

/* Signs that figures have before, in and behind them. */
static bool
is_sign(uint32_t c)
{
	return (c > ' ' && c < 'A' && c != ':' && c != ';' && c != '@' && c != '&' &&
	    c != '"' && c != '\'') || (c >= 0x2010 && c <= 0x2044) ||
	    (c >= 0xA2 && c <= 0xA5) || c == 0xB1 || c == 0x20AC || c == 0x2212 ||
	    c == 0x25B3 || c == 0x25B2 || c == 0xFFE5 || c == 0xFF0D ||
	    (c >= 0x2070 && c <= 0x208E) || c == 0xB9 || c == 0xB2 || c == 0xB3 ||
	    c == 0x2264 || c == 0x2265 || c == 0xFF0F || c == 0xFF05;
}

/* Marks that stand where there is no figure. */
static bool
is_mark(uint32_t c)
{
	return c == '-' || c == '*' || c == '/' || (c >= 0x2010 && c <= 0x2015) ||
	    c == 0x2212 || c == 0xFF0D || c == 0xFF0F;
}

static void
classify(struct line_word *word)
{
	size_t digits = 0, signs = 0, dots = 0, marks = 0;

	for (size_t i = 0; i < word->glyphs; i++) {
		uint32_t c = word->glyph[i].code;

		digits += is_digit(c);
		signs += !is_digit(c) && is_sign(c);
		marks += is_mark(c);
		dots += is_dot(c);
	}
	word->leader = dots == word->glyphs;
	word->figure = !word->leader && (digits > 0 ?
	    digits + signs == word->glyphs : marks == word->glyphs);
}

/* How many dots the N glyphs at GLYPH begin with. */
static size_t
dots_at(const struct page_glyph *glyph, size_t n)
{
	size_t dots = 0;

	while (dots < n && is_dot(glyph[dots].code))
		dots++;
	return dots;
}

/* Whether glyph B begins another word than A, which stands before it. */
static bool
begins_word(const struct page_glyph *a, const struct page_glyph *b, float size)
{
	bool han = page_is_wide(a->code) && page_is_wide(b->code);

	return b->box.left - a->box.right >
	    (han ? han_apart : words_apart) * size;
}

/* A single dot is a leader only among others: 1 . 5 is none; dots alone lead
 * nowhere. */
static void
keep_leaders(struct line_row *row)
{
	size_t words = 0;

	for (size_t i = 0; i < row->words; i++)
		words += !row->word[i].leader;
	for (size_t i = 0, end, dots; i < row->words; i = end) {
		dots = 0;
		for (end = i; end < row->words && row->word[end].leader; end++)
			dots += row->word[end].glyphs;
		for (size_t j = i; j < end && (dots < LEADER_MIN || words == 0);
		    j++)
			row->word[j].leader = false;
		end += end == i;
	}
}

static void
find_words(struct line_row *row, const struct page_manner *manner,
    struct arena *arena)
{
	const struct page_line *line = row->line;
	struct line_word       *word = NULL;
	const struct page_glyph *before = NULL;

	row->words = 0;
	row->word = arena_alloc(arena, line->glyphs * sizeof(*row->word));
	for (size_t i = 0; i < line->glyphs; i++) {
		const struct page_glyph *glyph = &line->glyph[i];
		bool                    apart;

		if (page_is_space(glyph->code)) {
			word = NULL;
			continue;
		}
		apart = before != NULL && manner != NULL &&
		    page_are_apart(manner, before, glyph);
		if (word == NULL || apart || begins_word(before, glyph,
		    line->size) || (is_dot(before->code) ? word->leader &&
		    !is_dot(glyph->code) : dots_at(glyph, line->glyphs - i) >=
		    LEADER_MIN)) {
			word = &row->word[row->words++];
			*word = (struct line_word){ .box = glyph->box,
				.glyph = glyph, .apart = apart,
				.leader = is_dot(glyph->code) };
		}
		word->glyphs = (size_t)(glyph - word->glyph) + 1;
		if (glyph->box.right > word->box.right)
			word->box.right = glyph->box.right;
		before = glyph;
	}
	for (size_t i = 0; i < row->words; i++)
		classify(&row->word[i]);
	keep_leaders(row);
}

/* WORD as digits, in TEXT, which has room for N; empty when it is none of them. */
static struct slice
digits_of(const struct line_word *word, char *text, size_t n)
{
	if (word->glyphs > n)
		return (struct slice){ text, 0 };
	for (size_t i = 0; i < word->glyphs; i++)
		text[i] = word->glyph[i].code < 0x80 ?
		    (char)word->glyph[i].code : '?';
	return (struct slice){ text, word->glyphs };
}

/* Whether WORD and the one behind it may be one figure: 1 234. */
static bool
may_be_one(const struct line_word *word, float size)
{
	char a[8], b[8];

	return line_word_gap(word, size) < texts_apart / 2 &&
	    digits_may_be_parted(digits_of(word, a, sizeof(a)),
	    digits_of(word + 1, b, sizeof(b)));
}

/* Whether WORD and the one behind it are two pieces. */
static bool
parts(const struct line_word *word, float size)
{
	float gap = line_word_gap(word, size);

	if (word->figure && word[1].figure)
		return gap > (word[1].apart ? drawn_apart : figures_apart) &&
		    (word[1].apart || !may_be_one(word, size));
	if (word[1].apart && gap > han_apart &&
	    page_is_wide(word->glyph[word->glyphs - 1].code) &&
	    page_is_wide(word[1].glyph[0].code))
		return true;
	return gap > (word->figure || word[1].figure ? one_apart : texts_apart);
}

struct line_piece
line_piece_of(const struct line_row *row, size_t from, size_t end,
    struct arena *arena)
{
	const struct line_word *first = &row->word[from], *last = &row->word[end - 1];
	struct line_piece       piece = { .box = first->box, .word = first,
		.words = end - from };
	size_t                  letters = 0, of_figures = 0;

	for (const struct line_word *word = first; word <= last; word++) {
		if (word->box.right > piece.box.right)
			piece.box.right = word->box.right;
		letters += word->glyphs;
		of_figures += word->figure ? word->glyphs : 0;
	}
	piece.figure = of_figures * 2 >= letters;
	piece.text = page_line_text(first->glyph,
	    (size_t)(last->glyph - first->glyph) + last->glyphs, arena);
	return piece;
}

/* Whether the pieces at ROW end behind word number I. */
static bool
ends_piece(const struct line_row *row, size_t i, float gap)
{
	const struct line_word *word = &row->word[i];

	return i + 1 == row->words || word[1].leader || (gap > 0 ?
	    line_word_gap(word, row->line->size) > gap :
	    parts(word, row->line->size));
}

/* Makes the pieces of ROW: those that GAP ems keep apart, or if it is 0 as parts()
 * tells. */
static void
make_pieces(struct line_row *row, float gap, struct arena *arena)
{
	row->pieces = 0;
	row->piece = arena_alloc(arena, row->words * sizeof(*row->piece));
	for (size_t i = 0, from = 0; i < row->words; i++) {
		if (row->word[i].leader) {
			from = i + 1;
			continue;
		}
		if (ends_piece(row, i, gap)) {
			row->piece[row->pieces++] = line_piece_of(row, from,
			    i + 1, arena);
			from = i + 1;
		}
	}
}

struct line_row
line_row_of(struct page_line *line, struct arena *arena)
{
	struct line_row row = { .line = line };

	find_words(&row, NULL, arena);
	make_pieces(&row, wide, arena);
	line->apart = row.pieces > 2;
	row.in_columns = row.pieces >= 2 && line->course == PAGE_ALONG;
	return row;
}

void
line_row_split(struct line_row *row, const struct page_manner *manner,
    struct arena *arena)
{
	find_words(row, manner, arena);
	make_pieces(row, 0, arena);
	row->whole = row->pieces == 1;
}

float
line_row_middle(const struct line_row *row)
{
	return (row->line->box.top + row->line->box.bottom) / 2;
}

float
line_row_distance(const struct line_row *a, const struct line_row *b)
{
	return line_row_middle(b) - line_row_middle(a);
}

bool
line_rows_overlap(const struct line_row *a, const struct line_row *b)
{
	const float least = 0.8f;	/* of the size: a row is no lower */

	return line_row_distance(a, b) < least * b->line->size;
}
