#include "entity.h"

#include <ctype.h>
#include <stdlib.h>

#include "base/digits.h"
#include "base/utf8.h"

/* HTML 13.5: lines of name (with its `;' where it needs one), TAB, code points
 * in hexadecimal; in order of bytes. */
extern const struct slice data_html_entities;

enum { ENTITIES = 2231 };

struct entity {
	struct slice name;
	const char  *points;
};

/* The entities, and where those begin whose name starts with a letter. */
static struct entity entities[ENTITIES];
static size_t        first_of['z' + 2];

static void
load_entities(void)
{
	struct slice left = data_html_entities;
	size_t       n = 0;

	while (left.n > 0 && n < ENTITIES) {
		const char *tab = memchr(left.p, '\t', left.n);
		const char *end = memchr(left.p, '\n', left.n);

		entities[n++] = (struct entity){ { left.p,
		    (size_t)(tab - left.p) }, tab + 1 };
		left = slice_from(left, (size_t)(end + 1 - left.p));
	}
	for (size_t c = 0, i = 0; c < sizeof(first_of) / sizeof(size_t); c++) {
		while (i < n && (unsigned char)entities[i].name.p[0] < c)
			i++;
		first_of[c] = i;
	}
}

bool
html_reference_takes(const char *reference, size_t n, unsigned char c)
{
	if (n >= HTML_REFERENCE_MAX || reference[n - 1] == ';')
		return false;
	return (c >= 'a' && c <= 'z') || is_digit(c) ||
	    (c >= 'A' && c <= 'Z') || c == ';' || (c == '#' && n == 1);
}

/* HTML 13.2.5.80: what some numbers stand for, from windows-1252. */
static uint32_t
replaced(unsigned long c)
{
	static const uint16_t windows[] = {
		0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
		0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D, 0x8F,
		0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
		0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
	};

	if (c == 0 || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
		return UTF8_REPLACEMENT;
	if (c >= 0x80 && c <= 0x9F)
		return windows[c - 0x80];
	return (uint32_t)c;
}

static size_t
numeric(struct slice text, char out[], size_t *length)
{
	bool          hex = text.n > 2 && (text.p[2] | 0x20) == 'x';
	unsigned      base = hex ? 16 : 10;
	size_t        start = hex ? 3 : 2, i = start;
	unsigned long c = 0;

	for (; i < text.n && (hex ? hex_digit(text.p[i]) >= 0 :
	    is_digit(text.p[i])); i++)
		if (c <= 0x10FFFF)
			c = c * base + (unsigned)hex_digit(text.p[i]);
	if (i == start)
		return 0;
	*length = utf8_encode(out, replaced(c));
	return i + (i < text.n && text.p[i] == ';');
}

/* The entity with the longest name NAME begins with. */
static const struct entity *
longest(struct slice name)
{
	unsigned char        c = (unsigned char)name.p[0];
	const struct entity *found = NULL;

	if (c > 'z')
		return NULL;
	for (size_t low = first_of[c], high = first_of[c + 1]; low < high;) {
		size_t middle = (low + high) / 2;

		/* All that NAME begins with stand in front of it or are it,
		 * the shorter ones first. */
		if (slice_cmp(entities[middle].name, name) <= 0)
			low = middle + 1;
		else
			high = middle;
		if (low == high)
			found = low > first_of[c] ? &entities[low - 1] : NULL;
	}
	while (found != NULL && !slice_starts(name, found->name))
		found = found > &entities[first_of[c]] ? found - 1 : NULL;
	return found;
}

static size_t
named(struct slice text, bool attribute, char out[], size_t *length)
{
	const struct entity *entity = longest(slice_from(text, 1));
	char                *points;
	size_t               n;

	if (entity == NULL)
		return 0;
	n = entity->name.n + 1;
	if (attribute && text.p[n - 1] != ';' && n < text.n &&
	    (isalnum((unsigned char)text.p[n]) || text.p[n] == '='))
		return 0;
	*length = utf8_encode(out,
	    (uint32_t)strtoul(entity->points, &points, 16));
	if (*points == ' ')
		*length += utf8_encode(out + *length,
		    (uint32_t)strtoul(points, NULL, 16));
	return n;
}

size_t
html_reference(struct slice text, bool attribute,
    char out[HTML_REFERENCE_TEXT], size_t *length)
{
	if (entities[0].name.n == 0)
		load_entities();
	if (text.n < 2)
		return 0;
	if (text.p[1] == '#')
		return numeric(text, out, length);
	return isalpha((unsigned char)text.p[1]) ?
	    named(text, attribute, out, length) : 0;
}
