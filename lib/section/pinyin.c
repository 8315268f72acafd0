#include "pinyin.h"

#include <stdbool.h>
#include <stdint.h>

#include "base/utf8.h"
#include "text/fold.h"

/* a to z, with or without the mark of a tone (Latin-1, Latin Extended-A and
 * -B; the g that some print, U+0261). */
static bool
is_letter(uint32_t c)
{
	return (c >= 'a' && c <= 'z') || (c >= 0xE0 && c <= 0x1DC) ||
	    c == 0x261;
}

/* The bytes of the pinyin in brackets that FOLDED has at byte AT; 0 where
 * there is none. */
static size_t
length_at(struct slice folded, size_t at)
{
	size_t end = at + 1;

	if (folded.p[at] != '(' || at == 0)
		return 0;
	while (end < folded.n) {
		uint32_t c;
		size_t   n = utf8_decode(slice_from(folded, end), &c);

		if (!is_letter(c))
			break;
		end += n;
	}
	return end > at + 1 && end < folded.n && folded.p[end] == ')' ?
	    end + 1 - at : 0;
}

struct slice
pinyin_fold(struct arena *arena, struct slice text)
{
	struct slice folded = fold_text(arena, text);
	char        *out;
	size_t       n = 0;

	if (folded.n == 0 || memchr(folded.p, '(', folded.n) == NULL)
		return folded;
	out = arena_alloc(arena, folded.n);
	for (size_t i = 0; i < folded.n;) {
		size_t pinyin = length_at(folded, i);

		i += pinyin;
		if (pinyin == 0)
			out[n++] = folded.p[i++];
	}
	return (struct slice){ out, n };
}
