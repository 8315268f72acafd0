#include "value.h"

#include "base/digits.h"
#include "record/amount.h"

enum { VALUE_BYTES_MAX = 64 };

/* A decimal cut in its parts: no zeros in front, none behind the point's last. */
struct decimal_parts {
	bool         is_negative;
	struct slice whole, places;
};

static bool
cut(struct slice text, struct decimal_parts *parts)
{
	const char *point;

	*parts = (struct decimal_parts){ .is_negative = text.n > 0 &&
	    text.p[0] == '-' };
	text = slice_from(text, parts->is_negative);
	point = memchr(text.p, '.', text.n);
	parts->whole = (struct slice){ text.p, point != NULL ?
	    (size_t)(point - text.p) : text.n };
	parts->places = point != NULL ? slice_from(text, parts->whole.n + 1) :
	    slice_from(text, text.n);
	if (parts->whole.n == 0 || (point != NULL && parts->places.n == 0) ||
	    text.n > VALUE_BYTES_MAX)
		return false;
	for (size_t i = 0; i < text.n; i++)
		if (!is_digit((unsigned char)text.p[i]) && &text.p[i] != point)
			return false;
	while (parts->whole.n > 0 && parts->whole.p[0] == '0')
		parts->whole = slice_from(parts->whole, 1);
	while (parts->places.n > 0 &&
	    parts->places.p[parts->places.n - 1] == '0')
		parts->places.n--;
	return true;
}

bool
value_is(struct slice text)
{
	struct decimal_parts parts;

	return cut(text, &parts);
}

bool
value_eq(struct slice a, struct slice b)
{
	struct decimal_parts l, r;

	if (!cut(a, &l) || !cut(b, &r))
		return slice_eq(a, b);
	return slice_eq(l.whole, r.whole) && slice_eq(l.places, r.places) &&
	    (l.is_negative == r.is_negative ||
	    l.whole.n + l.places.n == 0);
}

/* The digit of PARTS whose worth is ten to the PLACE. */
static char
digit_at(const struct decimal_parts *parts, int place)
{
	int whole = (int)parts->whole.n, places = (int)parts->places.n;

	if (place >= 0)
		return place < whole ? parts->whole.p[whole - 1 - place] : '0';
	return -place <= places ? parts->places.p[-place - 1] : '0';
}

bool
value_scale(struct slice *value, int power, struct arena *arena)
{
	struct decimal_parts parts;
	char         text[2 * VALUE_BYTES_MAX], *p = text;
	int          most, least;

	if (!cut(*value, &parts))
		return false;
	if (power == 0)
		return true;
	if (parts.whole.n + parts.places.n == 0) {
		*value = SLICE("0");
		return true;
	}
	most = (int)parts.whole.n - 1 + power;
	least = -(int)parts.places.n + power;
	if (parts.is_negative)
		*p++ = '-';
	for (int place = most > 0 ? most : 0; place >= 0; place--)
		if (digit_at(&parts, place - power) != '0' || place == 0 ||
		    p > text + parts.is_negative)
			*p++ = digit_at(&parts, place - power);
	if (least < 0)
		*p++ = '.';
	for (int place = -1; place >= least; place--)
		*p++ = digit_at(&parts, place - power);
	while (least < 0 && p[-1] == '0')
		p--;
	p -= p[-1] == '.';
	*value = arena_copy(arena, (struct slice){ text,
	    (size_t)(p - text) });
	return true;
}

bool
value_add(const struct slice value[], size_t n, struct slice *sum,
    struct arena *arena)
{
	char      text[AMOUNT_BYTES_MAX];
	long long whole = 0, millionths = 0, amount;

	for (size_t i = 0; i < n; i++) {
		if (!amount_parse(value[i], &amount))
			return false;
		whole += amount / AMOUNT_ONE;
		millionths += amount % AMOUNT_ONE;
	}
	*sum = arena_copy(arena, (struct slice){ text,
	    amount_format(text, whole, millionths) });
	return true;
}
