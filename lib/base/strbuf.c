#include "strbuf.h"

#include <stdlib.h>

#include "memory.h"
#include "record/amount.h"

void
phrase_add(struct phrase *phrase, struct slice text)
{
	if (text.n == 0)
		return;
	if (phrase->room - phrase->n < text.n) {
		phrase->room = 2 * phrase->room + text.n + 256;
		phrase->p = memory_resize(phrase->p, phrase->room, 1);
	}
	memcpy(phrase->p + phrase->n, text.p, text.n);
	phrase->n += text.n;
}

void
phrase_string(struct phrase *phrase, const char *text)
{
	phrase_add(phrase, slice_of(text));
}

static void
add_amount(struct phrase *phrase, long long amount)
{
	char text[AMOUNT_BYTES_MAX];

	phrase_add(phrase, (struct slice){ text,
	    amount_format(text, 0, amount) });
}

void
phrase_quantity(struct phrase *phrase, struct quantity q)
{
	bool above = q.hi == QUANTITY_INFINITY;
	bool below = q.lo == -QUANTITY_INFINITY;

	if (quantity_is_point(q) && !above && !below)
		add_amount(phrase, q.lo);
	else if (above && !below && q.lo != 0) {
		phrase_string(phrase, ">=");
		add_amount(phrase, q.lo);
	} else if (below && !above) {
		phrase_string(phrase, "<=");
		add_amount(phrase, q.hi);
	} else if (!above && !below) {
		add_amount(phrase, q.lo);
		phrase_string(phrase, "..");
		add_amount(phrase, q.hi);
	}
}

struct slice
phrase_text(const struct phrase *phrase)
{
	return (struct slice){ phrase->p != NULL ? phrase->p : "", phrase->n };
}

void
phrase_free(struct phrase *phrase)
{
	free(phrase->p);
	*phrase = (struct phrase){ .n = 0 };
}
