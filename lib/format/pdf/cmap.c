#include "cmap.h"

#include "scanner.h"

/* What stands before an operator that ends a list: strings, of which those in an
 * array count as one. */
struct list {
	unsigned code[3];	/* the last strings as numbers */
	bool     empty;		/* the last one is */
	int      strings;
	bool     in_array;
};

static void
add_code(struct pdf_codes *codes, unsigned code)
{
	if (code < PDF_CODES)
		codes->is_in[code / 8] |= (uint8_t)(1u << code % 8);
}

/* Takes a line of a list, of SIZE strings: <code> <text>, or <first> <last> and
 * the text of the first. */
static void
end_line(struct list *list, int size, struct pdf_codes *codes)
{
	unsigned first = list->code[0];
	unsigned last = size == 3 ? list->code[1] : first;

	list->strings = 0;
	for (unsigned code = first; code <= last && code < PDF_CODES &&
	    !list->empty; code++)
		add_code(codes, code);
}

static void
add_string(struct list *list, struct slice string, struct buffer *bytes)
{
	unsigned code = 0;

	bytes->n = 0;
	pdf_string_read(string, bytes);
	for (size_t i = 0; i < bytes->n && i < sizeof(code); i++)
		code = code << 8 | (unsigned char)bytes->p[i];
	list->empty = bytes->n == 0;
	list->code[list->strings++] = code;
}

void
pdf_cmap_read(const char *text, size_t n, struct pdf_codes *codes)
{
	struct slice    stream = { text, n };
	struct list     list = { .strings = 0 };
	struct buffer   bytes = { .n = 0 };
	struct pdf_word word;
	int             size = 0;	/* of a line; 0: in no list */

	while ((word = pdf_word_next(&stream)).kind != PDF_WORD_END) {
		if (word.kind == PDF_WORD_OPERATOR) {
			size = slice_is(word.text, "beginbfchar") ? 2 :
			    slice_is(word.text, "beginbfrange") ? 3 : 0;
			list = (struct list){ .strings = 0 };
		} else if (word.kind == PDF_WORD_STRING && size > 0 &&
		    !list.in_array) {
			add_string(&list, word.text, &bytes);
			if (list.strings == size)
				end_line(&list, size, codes);
		} else if (slice_is(word.text, "[")) {
			list.in_array = true;
		} else if (slice_is(word.text, "]")) {
			list.in_array = false;
			if (list.strings == 2 && size == 3)
				end_line(&list, size, codes);
		}
	}
	buffer_free(&bytes);
}
