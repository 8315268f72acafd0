#include "claim.h"

#include <ctype.h>
#include <stdbool.h>
#include <strings.h>

enum { PRESCAN_BYTES = 4096 };	/* HTML says 1024; editors put more first */

static bool
is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Behind the next NEEDLE in TEXT, compared without case; empty without one. */
static struct slice
behind(struct slice text, struct slice needle)
{
	for (; text.n >= needle.n; text = slice_from(text, 1))
		if (strncasecmp(text.p, needle.p, needle.n) == 0)
			return slice_from(text, needle.n);
	return (struct slice){ NULL, 0 };
}

/* What TEXT, behind the word "charset" or "encoding", sets it to. */
static struct slice
setting(struct slice text)
{
	char   quote = 0;
	size_t n = 0;

	while (text.n > 0 && is_space(text.p[0]))
		text = slice_from(text, 1);
	if (text.n == 0 || text.p[0] != '=')
		return (struct slice){ NULL, 0 };
	do
		text = slice_from(text, 1);
	while (text.n > 0 && is_space(text.p[0]));
	if (text.n > 0 && (text.p[0] == '"' || text.p[0] == '\'')) {
		quote = text.p[0];
		text = slice_from(text, 1);
	}
	while (n < text.n && (quote != 0 ? text.p[n] != quote :
	    isalnum((unsigned char)text.p[n]) ||
	    strchr("-_.:", text.p[n]) != NULL))
		n++;
	return slice_trim((struct slice){ text.p, n });
}

/* The setting of WORD in a tag, TEXT being what is behind its name. */
static struct slice
setting_of(struct slice text, struct slice word)
{
	const char  *close = text.n > 0 ? memchr(text.p, '>', text.n) : NULL;
	struct slice found = { NULL, 0 };

	if (close != NULL)
		text.n = (size_t)(close - text.p);
	while (found.n == 0 && text.n > 0) {
		text = behind(text, word);
		found = setting(text);
	}
	return found;
}

struct slice
charset_claim(struct slice head)
{
	struct slice found = { NULL, 0 };

	if (head.n > PRESCAN_BYTES)
		head.n = PRESCAN_BYTES;
	if (slice_starts(head, SLICE("\xEF\xBB\xBF")))
		head = slice_from(head, 3);
	if (slice_starts(head, SLICE("<?xml")))
		found = setting_of(slice_from(head, 5), SLICE("encoding"));
	while (found.n == 0 && head.n > 0) {
		const char *less = memchr(head.p, '<', head.n);

		if (less == NULL)
			break;
		head = slice_from(head, (size_t)(less + 1 - head.p));
		if (slice_starts(head, SLICE("!--"))) {
			head = behind(head, SLICE("-->"));
			continue;
		}
		if (head.n >= 4 && strncasecmp(head.p, "meta", 4) == 0)
			found = setting_of(slice_from(head, 4),
			    SLICE("charset"));
	}
	return found;
}
