#include "ocr.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/digits.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "format/page/char_class.h"
#include "format/page/drawing.h"
#include "format/scan/ink.h"
#include "ocr_programs.h"

bool pdf_ocr_wanted;

/* A line or a word as tesseract's TSV has it: level page block paragraph line
 * word left top width height confidence text. */
struct ocr_record {
	long            level;
	struct page_box box;	/* points */
	struct slice    text;
};

enum { FIELD_LEFT = 6, FIELD_TEXT = 11, LEVEL_LINE = 4, LEVEL_WORD = 5 };

/* What one reader saw on a page. */
struct ocr_reading {
	struct ocr_record *record;
	size_t             n, room;
	float              digit;	/* how wide a digit is, by its height */
};

static bool
read_record(char *line, struct ocr_record *seen)
{
	float place[4];
	char *field = line;

	seen->level = strtol(line, NULL, 10);
	for (int i = 0; i < FIELD_TEXT; i++) {
		if (i >= FIELD_LEFT && i < FIELD_LEFT + 4)
			place[i - FIELD_LEFT] = (float)strtol(field, NULL,
			    10) * 72 / OCR_DOTS_PER_INCH;
		field = strchr(field, '\t');
		if (field == NULL)
			return false;
		field++;
	}
	seen->box = (struct page_box){ place[0], place[1], place[0] + place[2],
		place[1] + place[3] };
	seen->text = slice_trim(slice_of(field));
	return seen->level == LEVEL_LINE || seen->level == LEVEL_WORD;
}

/* Reads TEXT, which is tesseract's for one reader after the other, each below a head. */
static void
read_records(char *text, struct ocr_reading reading[OCR_READERS])
{
	struct ocr_record seen;
	int               reader = -1;

	for (char *next; text != NULL && *text != '\0'; text = next) {
		next = strchr(text, '\n');
		if (next != NULL)
			*next++ = '\0';
		reader += slice_starts(slice_of(text), SLICE("level\t"));
		if (reader >= 0 && reader < OCR_READERS && read_record(text, &seen))
			*MEMORY_APPEND(reading[reader].record, reading[reader].n,
			    reading[reader].room) = seen;
	}
}

static size_t
digits_of(struct slice text)
{
	size_t n = 0;

	while (n < text.n && text.p[n] >= '0' && text.p[n] <= '9')
		n++;
	return n;
}

/* How wide the digits of a record are by their height, if it is nothing else; or 0. */
static float
digit_of(const struct ocr_record *record)
{
	const struct page_box *box = &record->box;

	return record->level == LEVEL_WORD && record->text.n > 0 &&
	    digits_of(record->text) == record->text.n && box->bottom > box->top ?
	    (box->right - box->left) / (float)record->text.n /
	    (box->bottom - box->top) : 0;
}

static int
compare_floats(const void *a, const void *b)
{
	const float x = *(const float *)a, y = *(const float *)b;

	return (x > y) - (x < y);
}

/* Finds what a digit of READING is like, in the middle of all. */
static void
measure_digits(struct ocr_reading *reading)
{
	float *digit = memory_get((reading->n + 1) * sizeof(*digit));
	size_t n = 0;

	for (size_t i = 0; i < reading->n; i++) {
		digit[n] = digit_of(&reading->record[i]);
		n += digit[n] > 0 && reading->record[i].text.n > 1;
	}
	qsort(digit, n, sizeof(*digit), compare_floats);
	reading->digit = n > 0 ? digit[n / 2] : 0;
	free(digit);
}

/* What the other reader has where a word is. */
struct ocr_opinion {
	struct buffer text;
	bool          digits;	/* it is digits and nothing else, */
	bool          fits;	/* of the width of as many */
};

static void
add_opinion(struct ocr_opinion *opinion, const struct ocr_reading *reading,
    const struct ocr_record *record)
{
	const float digit = digit_of(record), usual = reading->digit;

	opinion->digits = opinion->text.n == 0 && digit > 0;
	/* 2278 may be read 278 by both. */
	opinion->fits = usual <= 0 || (digit < 1.15f * usual &&
	    (record->text.n == 1 || digit > 0.85f * usual));
	buffer_add(&opinion->text, record->text);
}

/* Asks READING what it has in BOX. */
static void
ask_reading(const struct ocr_reading *reading, const struct page_box *box,
    struct ocr_opinion *opinion)
{
	opinion->text.n = 0;
	opinion->digits = opinion->fits = false;
	for (size_t i = 0; i < reading->n; i++) {
		const struct ocr_record *record = &reading->record[i];
		float middle = (record->box.top + record->box.bottom) / 2;

		if (record->level == LEVEL_WORD &&
		    record->box.left < box->right && record->box.right > box->left &&
		    middle > box->top && middle < box->bottom)
			add_opinion(opinion, reading, record);
	}
}

/* Whether FIGURE stands in TEXT, no digit beside it. */
static bool
has_figure(struct slice text, struct slice figure)
{
	while (text.n > 0) {
		size_t n = digits_of(text);

		if (n > 0 && slice_eq((struct slice){ text.p, n }, figure))
			return true;
		text = slice_from(text, n > 0 ? n : 1);
	}
	return false;
}

/* Whether REST begins with the number of an item of a list, `4.' before Han characters:
 * nothing is counted by it. */
static bool
is_list_number(struct slice rest, struct slice next)
{
	struct slice follows = slice_from(rest, digits_of(rest));

	if (follows.n == 0)
		follows = next;
	return slice_starts(follows, SLICE("\u3001")) ||
	    (slice_starts(follows, SLICE(".")) &&
	    digits_of(slice_from(follows, 1)) == 0);
}

/* Whether TEXT is FIGURE and one mark before or behind it. */
static bool
is_figure_and_mark(struct slice text, struct slice figure)
{
	uint32_t     c;
	struct slice rest = text;

	if (figure.n == 0 || digits_of(figure) < figure.n || text.n <= figure.n)
		return false;
	if (slice_starts(text, figure))
		rest = slice_from(text, figure.n);
	else if (slice_eq(slice_from(text, text.n - figure.n), figure))
		rest.n = text.n - figure.n;
	return utf8_decode(rest, &c) == rest.n && !utf8_is_han(c);
}

/* Adds WORD to TEXT, before NEXT; a figure of which the other reader is not of the same
 * OPINION is U+FFFC, as who mistakes a 6 for a 0 is as sure of it as of any other.  A mark
 * beside a figure that the other does not see is what a rule left, and what it takes for a
 * figure may be none. */
static void
add_agreed(struct slice word, struct slice next,
    const struct ocr_opinion *opinion, struct buffer *text)
{
	struct slice seen = buffer_slice(&opinion->text);

	if (opinion->digits && is_figure_and_mark(word, seen))
		word = seen;
	else if (opinion->digits && !has_digit(word))
		word = SLICE("\uFFFC");
	while (word.n > 0) {
		size_t       n = digits_of(word);
		struct slice part = { word.p, n > 0 ? n : 1 };

		if (n == 0 || (n == 1 && is_list_number(word, next)) ||
		    (has_figure(seen, part) &&
		    (!opinion->digits || opinion->fits)))
			buffer_add(text, part);
		else
			buffer_string(text, "\uFFFC");
		word = slice_from(word, part.n);
	}
}

static float
share_of(uint32_t c)
{
	return page_is_wide(c) ? 2 : 1;
}

static void
add_ocr_glyph(struct drawn_page *page, struct page_box box, float size,
    uint32_t c)
{
	const struct page_glyph glyph = { .box = box, .size = size, .code = c,
		.course = PAGE_ALONG };

	page_add_glyph(page, &glyph);
}

/* Adds TEXT, a word of LINE at BOX.  It gets the line's height, as its own varies with its
 * letters, and stands behind the words before, which end at *END.  Its letters share its
 * box by their widths. */
static void
add_ocr_word(struct drawn_page *page, struct slice text, struct page_box box,
    const struct ocr_record *line, float *end)
{
	float          shares = 0, width;
	uint32_t       c;

	box.top = line->box.top;
	box.bottom = line->box.bottom;
	if (box.left < *end)
		box.left = *end;
	width = box.right > box.left ? box.right - box.left : 0;
	for (struct slice rest = text; rest.n > 0; shares += share_of(c))
		rest = slice_from(rest, utf8_decode(rest, &c));
	for (struct slice rest = text; rest.n > 0; ) {
		rest = slice_from(rest, utf8_decode(rest, &c));
		box.right = box.left + width * share_of(c) / shares;
		add_ocr_glyph(page, box, box.bottom - box.top, c);
		box.left = box.right;
	}
	*end = box.left;
}

/* The word behind record I of READING, on its line; or "". */
static struct slice
next_word(const struct ocr_reading *reading, size_t i)
{
	return i + 1 < reading->n && reading->record[i + 1].level == LEVEL_WORD ?
	    reading->record[i + 1].text : SLICE("");
}

/* Adds the words of the first reader, as far as both agree. */
static void
add_words(struct drawn_page *page, const struct ocr_reading reading[OCR_READERS])
{
	const struct ocr_record *line = NULL;
	struct ocr_opinion       opinion = { .digits = false };
	struct buffer            text = { .n = 0 };
	float                    end = 0;

	for (size_t i = 0; i < reading[0].n; i++) {
		const struct ocr_record *record = &reading[0].record[i];

		if (record->level == LEVEL_LINE) {
			line = record;
			end = 0;
		} else if (line != NULL) {
			text.n = 0;
			ask_reading(&reading[1], &record->box, &opinion);
			add_agreed(record->text, next_word(&reading[0], i),
			    &opinion, &text);
			add_ocr_word(page, buffer_slice(&text), record->box, line,
			    &end);
		}
	}
	buffer_free(&opinion.text);
	buffer_free(&text);
}

static float
points(size_t dots)
{
	return (float)dots * 72 / OCR_DOTS_PER_INCH;
}

/* A picture_box_fn; CONTEXT is a page. */
static void
add_rule(void *context, const struct picture_box *box)
{
	const struct page_extent bar = { points(box->left), points(box->top),
		points(box->right + 1), points(box->bottom + 1) };
	const struct page_extent all = { 0, 0, 1e6, 1e6 };

	page_add_bar(context, &all, &bar);
}

/* A picture_box_fn; CONTEXT is a page.  What nobody read may be a figure. */
static void
add_unread(void *context, const struct picture_box *box)
{
	const struct page_box at = { points(box->left), points(box->top),
		points(box->right + 1), points(box->bottom + 1) };

	add_ocr_glyph(context, at, at.bottom - at.top, UTF8_OBJECT);
}

/* Makes FROM and TO end at the rules of PAGE that run the other way, ACROSS or not, past
 * MIDDLE of them and at BESIDE along themselves. */
static void
end_at_rules(const struct drawn_page *page, bool across, float middle,
    float beside, float *from, float *to)
{
	for (size_t i = 0; i < page->rules; i++) {
		const struct page_rule *rule = &page->rule[i];

		if (rule->across != across || beside < rule->from ||
		    beside > rule->to)
			continue;
		if (rule->at < middle && rule->at > *from)
			*from = rule->at;
		if (rule->at > middle && rule->at < *to)
			*to = rule->at;
	}
}

static bool
ends_in_han(struct slice text)
{
	uint32_t c = 0;

	while (text.n > 0)
		text = slice_from(text, utf8_decode(text, &c));
	return utf8_is_han(c);
}

/* What WORD of PAGE takes up: a little more than its box, within its cell.  What stands
 * beside a digit may be another one; of Han characters the boxes are told less well. */
static struct page_box
reach_of(const struct drawn_page *page, const struct ocr_record *word)
{
	enum { NEAR = 3 };	/* points */

	struct page_box box = word->box;
	const float x = (box.left + box.right) / 2, y = (box.top + box.bottom) / 2;
	const float around = ends_in_han(word->text) ? box.bottom - box.top : NEAR;

	box.left = box.left > around ? box.left - around : 0;
	box.right += around;
	box.top = box.top > NEAR ? box.top - NEAR : 0;
	box.bottom += NEAR;
	end_at_rules(page, false, x, y, &box.left, &box.right);
	end_at_rules(page, true, y, x, &box.top, &box.bottom);
	return box;
}

/* Makes what READING has of PICTURE white. */
static void
forget_read(struct picture *picture, const struct drawn_page *page,
    const struct ocr_reading *reading)
{
	const float scale = OCR_DOTS_PER_INCH / 72.0f;

	for (size_t i = 0; i < reading->n; i++) {
		const struct page_box    box = reach_of(page, &reading->record[i]);
		const struct picture_box dots = {
			(size_t)(box.left * scale), (size_t)(box.top * scale),
			(size_t)(box.right * scale), (size_t)(box.bottom * scale),
		};

		if (reading->record[i].level == LEVEL_WORD)
			picture_forget(picture, &dots);
	}
}

/* The bytes of PICTURE as a PGM, in PGM. */
static void
write_picture(const struct picture *picture, struct buffer *pgm)
{
	char head[64];

	snprintf(head, sizeof(head), "P5\n%zu %zu\n%d\n", picture->width,
	    picture->height, PICTURE_WHITE);
	buffer_string(pgm, head);
	buffer_add(pgm, (struct slice){ (const char *)picture->grey,
		picture->width * picture->height });
}

/* Adds to PAGE the letters that are seen in PICTURE, and what is seen that is none. */
static void
read_picture(struct picture *picture, struct drawn_page *page)
{
	struct buffer      pgm = { .n = 0 }, tsv = { .n = 0 };
	struct ocr_reading reading[OCR_READERS] = { { NULL, 0, 0, 0 } };

	write_picture(picture, &pgm);
	if (ocr_recognise(buffer_slice(&pgm), &tsv)) {
		buffer_add(&tsv, (struct slice){ "", 1 });
		read_records(tsv.p, reading);
		measure_digits(&reading[1]);
		add_words(page, reading);
	}
	if (page->glyphs > 0) {
		forget_read(picture, page, &reading[0]);
		picture_ink_left(picture, add_unread, page);
	}
	for (int i = 0; i < OCR_READERS; i++)
		free(reading[i].record);
	buffer_free(&pgm);
	buffer_free(&tsv);
}

bool
pdf_ocr_page(struct slice bytes, unsigned number, struct drawn_page *page)
{
	struct buffer  pgm = { .n = 0 };
	struct picture picture;

	page->glyphs = page->rules = 0;
	if (ocr_draw(bytes, number, &pgm) &&
	    picture_read(&picture, buffer_slice(&pgm))) {
		picture_straighten(&picture);
		picture_take_rules(&picture, add_rule, page);
		read_picture(&picture, page);
		picture_free(&picture);
	}
	buffer_free(&pgm);
	return page->glyphs > 0;
}
