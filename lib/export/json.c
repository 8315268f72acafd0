#include "json.h"

#include "export/decimal.h"

/* The character behind the backslash that stands for C, or NUL. */
static char
escape_of(char c)
{
	switch (c) {
	case '"': case '\\':
		return c;
	case '\n':
		return 'n';
	case '\r':
		return 'r';
	case '\t':
		return 't';
	default:
		return '\0';
	}
}

static void
put_escaped(struct writer *w, char c)
{
	static const char digit[] = "0123456789abcdef";
	char short_form[2] = { '\\', escape_of(c) };
	char code[6] = { '\\', 'u', '0', '0', digit[(unsigned char)c >> 4],
	    digit[(unsigned char)c & 15] };

	if (short_form[1] != '\0')
		writer_part_raw(w, (struct slice){ short_form, 2 });
	else
		writer_part_raw(w, (struct slice){ code, sizeof(code) });
}

void
json_string(struct writer *w, struct slice text)
{
	size_t start = 0;

	writer_part_raw(w, SLICE("\""));
	for (size_t i = 0; i < text.n; i++) {
		unsigned char c = (unsigned char)text.p[i];

		if (c >= ' ' && c != '"' && c != '\\' && c != 0x7F)
			continue;
		writer_part_raw(w, (struct slice){ text.p + start, i - start });
		put_escaped(w, (char)c);
		start = i + 1;
	}
	writer_part_raw(w, slice_from(text, start));
	writer_part_raw(w, SLICE("\""));
}

void
json_value(struct writer *w, enum value_type type, struct slice cell)
{
	struct slice sign, rest;

	if (cell.n == 0)
		writer_part_raw(w, SLICE("null"));
	else if (type == VALUE_TEXT)
		json_string(w, cell);
	else {
		decimal_cut(cell, &sign, &rest);
		writer_part_raw(w, sign);
		writer_part_raw(w, rest);
	}
}
