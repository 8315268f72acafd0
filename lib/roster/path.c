#include "path.h"

#include <stdbool.h>

#include "base/digits.h"
#include "base/utf8.h"
#include "record/reader.h"
#include "section/date.h"
#include "section/identity/name.h"
#include "section/identity/place.h"
#include "text/fold.h"

enum { END_BYTES_MAX = 6, YEAR_DIGITS = 4 };

/* NAME without .docx, .pdf. */
static struct slice
without_end(struct slice name)
{
	for (size_t n = 1; n < name.n && n <= END_BYTES_MAX; n++)
		if (name.p[name.n - n] == '.')
			return (struct slice){ name.p, name.n - n };
	return name;
}

void
path_cut(struct path_parts *parts, struct slice path, struct arena *arena)
{
	size_t begin = 0;

	path = record_text(path, arena);
	parts->n = 0;
	for (size_t i = 0; i <= path.n; i++) {
		struct slice part = { path.p + begin, i - begin };

		if (i < path.n && path.p[i] != '/' && path.p[i] != '!')
			continue;
		begin = i + 1;
		if (part.n == 0)
			continue;
		if (parts->n == PATH_PARTS_MAX)
			memmove(parts->part, parts->part + 1,
			    --parts->n * sizeof(parts->part[0]));
		parts->part[parts->n++] = fold_text(arena,
		    without_end(part));
	}
}

/* The year that the four digits at byte I of PART are; 0: they are none, or a part of
 * a longer number. */
static int
year_at(struct slice part, size_t i)
{
	size_t length;

	if ((i > 0 && is_digit(part.p[i - 1])) || part.n - i < YEAR_DIGITS ||
	    (part.n - i > YEAR_DIGITS && is_digit(part.p[i + YEAR_DIGITS])))
		return 0;
	return date_year(slice_from(part, i), &length);
}

int
path_year(const struct path_parts *parts)
{
	int found = 0;

	for (size_t p = parts->n; p-- > 0 && found == 0;)
		for (size_t i = 0; i < parts->part[p].n; i++) {
			int year = year_at(parts->part[p], i);

			if (year > 0)
				found = found == 0 || found == year ? year :
				    -1;
		}
	return found;
}

struct slice
path_place(const struct path_parts *parts, size_t i)
{
	while (i-- > 0) {
		struct place place[PLACES_MAX];
		struct slice rest;

		if (place_chain(parts->part[i], place, &rest) > 0 &&
		    rest.n == 0)
			return parts->part[i];
	}
	return (struct slice){ "", 0 };
}

static bool
is_han(uint32_t c)
{
	return c >= 0x3400 && c < 0xE000;
}

/* The bytes at the beginning of PART that are no part of a name, though one may
 * follow: 2024年度, what is no character of words.  0 where there are none. */
static size_t
between_names(struct slice part)
{
	size_t   length;
	uint32_t c;

	if (date_year(part, &length) > 0)
		return length;
	length = utf8_decode(part, &c);
	return is_han(c) ? 0 : length;
}

void
path_offices_each(struct slice part, path_office_fn *fn, void *context)
{
	bool begins = true;

	while (part.n > 0) {
		struct office_name name = { .length = 0 };
		size_t             n = between_names(part);
		uint32_t           c;

		if (n == 0 && begins)
			name = name_read(part);
		begins = n > 0;
		if (name.length > 0)
			fn(context, (struct slice){ part.p + name.start,
			    name.length });
		if (n == 0)
			n = name.start + name.length;
		part = slice_from(part, n > 0 ? n : utf8_decode(part, &c));
	}
}
