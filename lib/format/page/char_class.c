#include "char_class.h"

#include "base/utf8.h"
#include "data/data.h"

/* Names of the classes, in the order of their bits. */
static const char *const names[] = {
	"closing", "opening", "sentence-end", "clause-end", "behind-end",
	"numeral", "bracket", "bracket-end", "mark", "ordinal",
	"ordinal-unit", "page-number",
};

enum { NAMES = sizeof(names) / sizeof(names[0]), CODES = 0x10000 };

static uint16_t class_of[CODES];
static bool     loaded;

static void
read_class(const struct data_row *row)
{
	struct slice rest = row->field[1], next;
	int          i = data_choice(row, 0, names, NAMES);
	uint32_t     c;

	for (; rest.n > 0; rest = next) {
		next = slice_from(rest, utf8_decode(rest, &c));
		if (c >= CODES)
			data_refuse(row, rest, "beyond U+FFFF");
		class_of[c] |= (uint16_t)(1u << i);
	}
}

void
page_classes_load(void)
{
	const struct data_table *table = data_table(DATA_CHAR_CLASSES);

	if (loaded)
		return;
	loaded = true;
	for (size_t i = 0; i < table->rows; i++)
		read_class(&table->row[i]);
}

bool
page_is(uint32_t c, unsigned classes)
{
	if (!loaded)
		page_classes_load();
	return c < CODES && (class_of[c] & classes) != 0;
}

bool
page_is_space(uint32_t c)
{
	return c <= ' ' || c == 0xA0 || (c >= 0x2000 && c <= 0x200B) ||
	    c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

bool
page_is_wide(uint32_t c)
{
	return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7A3) ||
	    (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE4F) ||
	    (c >= 0xFF00 && c <= 0xFFEF) || (c >= 0x20000 && c <= 0x3FFFD) ||
	    (c >= 0x2460 && c <= 0x24FF) ||
	    page_is(c, PAGE_CLOSING | PAGE_OPENING);
}

uint32_t
page_first(struct slice text)
{
	uint32_t c = 0;

	if (text.n > 0)
		utf8_decode(text, &c);
	return c;
}

uint32_t
page_last(struct slice text)
{
	size_t at = text.n;

	while (at > 0 && text.n - at < UTF8_BYTES_MAX &&
	    (text.p[at - 1] & 0xC0) == 0x80)
		at--;
	return at > 0 ? page_first(slice_from(text, at - 1)) : 0;
}

bool
page_ends(struct slice text, unsigned classes)
{
	uint32_t c = page_last(text);

	while (page_is(c, PAGE_BEHIND_END)) {
		char bytes[UTF8_BYTES_MAX];

		text.n -= utf8_encode(bytes, c);
		c = page_last(text);
	}
	return page_is(c, classes);
}

/* TEXT without its first character. */
static struct slice
behind_first(struct slice text)
{
	uint32_t c;

	return text.n > 0 ? slice_from(text, utf8_decode(text, &c)) : text;
}

bool
page_begins_item(struct slice text)
{
	uint32_t     c = page_first(text);
	bool         ordinal = page_is(c, PAGE_ORDINAL);
	bool         prefix = ordinal || page_is(c, PAGE_BRACKET);
	struct slice number = prefix ? behind_first(text) : text;
	struct slice rest = number;

	if ((c >= 0x2460 && c <= 0x249B) || (c >= 0x3220 && c <= 0x3229))
		return true;
	while (page_is(page_first(rest), PAGE_NUMERAL))
		rest = behind_first(rest);
	if (rest.n == number.n || !page_is(page_first(rest), ordinal ?
	    PAGE_ORDINAL_UNIT : prefix ? PAGE_BRACKET_END : PAGE_MARK))
		return false;
	/* 3.5 is a number, 3.其他 an item */
	return prefix || !is_digit(page_first(behind_first(rest)));
}
