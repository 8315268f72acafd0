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

/* The bytes of the pinyin in brackets that FOLDED has at byte AT, a bracket; 0
 * where it is another. */
static size_t
length_at(struct slice folded, size_t at)
{
	size_t end = at + 1;

	if (at == 0)
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

/* The first pinyin in brackets of FOLDED from byte FROM on: its bytes, and
 * where it stands; 0 when there is none. */
static size_t
find(struct slice folded, size_t from, size_t *at)
{
	const char *bracket;

	while ((bracket = memchr(folded.p + from, '(', folded.n - from)) !=
	    NULL) {
		size_t n;

		*at = (size_t)(bracket - folded.p);
		n = length_at(folded, *at);
		if (n > 0)
			return n;
		from = *at + 1;
	}
	return 0;
}

struct slice
pinyin_fold(struct arena *arena, struct slice text)
{
	struct slice folded = fold_text(arena, text);
	size_t       at, pinyin, from = 0, n = 0;
	char        *out;

	if (folded.n == 0 || (pinyin = find(folded, 0, &at)) == 0)
		return folded;
	out = arena_alloc(arena, folded.n);
	for (; pinyin > 0; pinyin = find(folded, from, &at)) {
		memcpy(out + n, folded.p + from, at - from);
		n += at - from;
		from = at + pinyin;
	}
	memcpy(out + n, folded.p + from, folded.n - from);
	return (struct slice){ out, n + folded.n - from };
}
