#include "masked.h"

#include <utf8proc.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "data/data.h"

/* What the characters of the basic plane are here. */
enum unit_class { UNKNOWN, LETTER, FIGURE, MARK, BLANK };

enum { PLANE = 0x10000, NAME_BYTES_LEAST = 6 };

static unsigned char class[PLANE];
static bool          is_loaded;

/* The characters of Chinese numerals are figures. */
static void
load(void)
{
	const struct data_table *numerals = data_table(DATA_NUMERALS);

	for (size_t i = 0; i < numerals->rows; i++) {
		uint32_t c = data_character(&numerals->row[i], 0);

		if (c < PLANE)
			class[c] = FIGURE;
	}
	is_loaded = true;
}

/* The class of C, by its general category. */
static enum unit_class
find_class(uint32_t c)
{
	switch (utf8proc_category((utf8proc_int32_t)c)) {
	case UTF8PROC_CATEGORY_LU: case UTF8PROC_CATEGORY_LL:
	case UTF8PROC_CATEGORY_LT: case UTF8PROC_CATEGORY_LM:
	case UTF8PROC_CATEGORY_LO:
		return LETTER;
	case UTF8PROC_CATEGORY_ND: case UTF8PROC_CATEGORY_NL:
	case UTF8PROC_CATEGORY_NO:
		return FIGURE;
	case UTF8PROC_CATEGORY_ZS: case UTF8PROC_CATEGORY_ZL:
	case UTF8PROC_CATEGORY_ZP: case UTF8PROC_CATEGORY_CC:
	case UTF8PROC_CATEGORY_CF:
		return BLANK;
	default:
		return MARK;
	}
}

static inline enum unit_class
class_of(uint32_t c)
{
	if (c >= PLANE)
		return LETTER;
	if (class[c] == UNKNOWN)
		class[c] = (unsigned char)find_class(c);
	return class[c];
}

bool
masks_add(struct masks *masks, struct slice name)
{
	uint32_t c;
	size_t   at = masks->n;

	if (name.n < NAME_BYTES_LEAST || masks->n == MASKS_MAX)
		return false;
	for (size_t i = 0; i < masks->n; i++)
		if (slice_eq(masks->name[i], name))
			return false;
	while (at > 0 && masks->name[at - 1].n < name.n) {
		masks->name[at] = masks->name[at - 1];
		at--;
	}
	masks->name[at] = name;
	masks->n++;
	utf8_decode(name, &c);
	masks->begins |= 1ULL << (c & 63);
	return true;
}

/* The suffixes of provinces and cities, in their order. */
static struct slice *suffix;
static size_t        suffixes;

static void
load_suffixes(void)
{
	enum { KIND, WORD, LEAST, LEVEL };
	const struct data_table *table = data_table(DATA_PLACE_SUFFIXES);

	suffix = memory_resize(NULL, table->rows, sizeof(*suffix));
	for (size_t i = 0; i < table->rows; i++) {
		const struct slice *f = table->row[i].field;

		if (slice_is(f[KIND], "suffix") &&
		    (slice_is(f[LEVEL], "province") || slice_is(f[LEVEL], "city")))
			suffix[suffixes++] = f[WORD];
	}
}

/* The bytes of the suffix of a province or city that TEXT begins with; 0: none. */
static size_t
suffix_at(struct slice text)
{
	if (suffix == NULL)
		load_suffixes();
	for (size_t i = 0; i < suffixes; i++)
		if (slice_starts(text, suffix[i]))
			return suffix[i].n;
	return 0;
}

/* Adds the parts of REGION: each behind the suffix of the one before. */
static void
add_parts(struct masks *masks, struct slice region)
{
	size_t from = 0, i = 0;

	while (i < region.n) {
		size_t n = utf8_is_start(region.p[i]) ?
		    suffix_at(slice_from(region, i)) : 0;

		i += n > 0 ? n : 1;
		if (n == 0 || i - from < 2 * NAME_BYTES_LEAST - 3)
			continue;
		masks_add(masks, (struct slice){ region.p + from, i - from });
		from = i;
	}
	masks_add(masks, slice_from(region, from));
}

void
masks_add_office(struct masks *masks, struct slice org, struct slice region)
{
	masks_add(masks, org);
	masks_add(masks, region);
	add_parts(masks, region);
	if (region.n > 0 && slice_starts(org, region))
		masks_add(masks, slice_from(org, region.n));
}

size_t
masks_at(const struct masks *masks, struct slice text)
{
	for (size_t i = 0; i < masks->n; i++)
		if (slice_starts(text, masks->name[i]))
			return masks->name[i].n;
	return 0;
}

struct masked
masked_begin(struct slice text, const struct masks *masks)
{
	static const struct masks none;

	if (!is_loaded)
		load();
	return (struct masked){ .rest = text, .last = MASKED_END,
	    .masks = masks != NULL ? masks : &none };
}

/* Reads a name that REST may begin with, whose first character is C. */
static inline bool
read_name(struct masked *m, uint32_t c)
{
	size_t n;

	if ((m->masks->begins >> (c & 63) & 1) == 0)
		return false;
	n = masks_at(m->masks, m->rest);
	if (n == 0)
		return false;
	m->characters += (unsigned)utf8_length((struct slice){ m->rest.p, n });
	m->rest = slice_from(m->rest, n);
	return true;
}

uint32_t
masked_next(struct masked *m)
{
	while (m->rest.n > 0) {
		uint32_t        c;
		size_t          n = utf8_decode(m->rest, &c);
		enum unit_class is = class_of(c);

		if (read_name(m, c)) {
			c = MASKED_NAME;
		} else {
			m->rest = slice_from(m->rest, n);
			m->characters += is != BLANK;
			if (is == BLANK || is == MARK)
				continue;
			if (is == FIGURE)
				c = MASKED_FIGURE;
		}
		if (c == m->last && c >= MASKED_FIGURE)
			continue;
		return m->last = c;
	}
	return MASKED_END;
}

/* The hash of the letters of three bytes that the rest of M begins with, and that begin
 * no name, behind HASH: nine of ten characters, in a third of the instructions that
 * masked_next() takes for them. */
static uint64_t
hash_letters(struct masked *m, uint64_t hash)
{
	const uint64_t       begins = m->masks->begins;
	const unsigned char *p = (const unsigned char *)m->rest.p;
	size_t               left = m->rest.n;
	uint32_t             last = m->last;

	for (; left >= 3 && utf8_is_three(p); p += 3, left -= 3) {
		uint32_t c = utf8_three(p);

		if (class[c] != LETTER || (begins >> (c & 63) & 1) != 0)
			break;
		hash = masked_hash_on(hash, c);
		last = c;
	}
	m->last = last;
	m->characters += (unsigned)(m->rest.n - left) / 3;
	m->rest = slice_from(m->rest, m->rest.n - left);
	return hash;
}

uint64_t
masked_hash(uint64_t hash, struct slice text, const struct masks *masks,
    unsigned *characters)
{
	struct masked m = masked_begin(text, masks);
	uint32_t      unit;

	for (;;) {
		hash = hash_letters(&m, hash);
		unit = masked_next(&m);
		if (unit == MASKED_END)
			break;
		hash = masked_hash_on(hash, unit);
	}
	*characters += m.characters;
	return hash;
}
