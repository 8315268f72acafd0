/* Which names are those of the office whose report it is. */
#include "base/utf8.h"
#include "text/fold.h"
#include "internal.h"
#include "marks.h"

/* Whether A and B, names of offices, may be one: one ends in the other, or is
 * in it. */
static bool
is_same_office(struct slice a, struct slice b)
{
	return a.n == 0 || b.n == 0 || slice_find(a, b) != NULL ||
	    slice_find(b, a) != NULL;
}

/* Whether NAME, in traditional characters or not, is short for ORG: 区城管局 for
 * 南湖区城市管理局. */
static bool
is_short_for(struct slice name, struct slice org)
{
	while (name.n > 0) {
		uint32_t c, other = 0;

		name = slice_from(name, utf8_decode(name, &c));
		c = fold_character(c);
		while (org.n > 0 && other != c) {
			org = slice_from(org, utf8_decode(org, &other));
			other = fold_character(other);
		}
		if (other != c)
			return false;
	}
	return true;
}

bool
own_office_is(const struct prose *prose, struct slice name)
{
	enum { LIKE_MIN = 6 };
	struct slice org = prose->document.org;
	size_t       like = 0;

	if (is_same_office(org, name) || is_short_for(name, org))
		return true;
	while (like < org.n && like < name.n &&
	    org.p[org.n - 1 - like] == name.p[name.n - 1 - like])
		like++;
	return like >= LIKE_MIN;
}

bool
own_office_is_short(const struct prose *prose, struct slice name)
{
	return name.n > 0 && prose->document.org.n > 0 &&
	    is_short_for(name, prose->document.org);
}

bool
own_office_has_field(const struct prose *prose, struct slice text)
{
	enum { FIELD_MIN = 6 };
	const struct slice kind = marks_of(MARK_KIND)->mark[0];

	if (text.n > kind.n && marks_end(MARK_KIND, text))
		text.n -= kind.n;	/* 农业类信息 */
	return text.n >= FIELD_MIN && prose->document.org.n > 0 &&
	    is_short_for(text, prose->document.org);
}

enum { OWN_NAME_MIN = 12 };	/* bytes: four characters; 教育局 is anybody's */

static void
add_name(struct office_names *own, struct slice name)
{
	if (name.n < OWN_NAME_MIN || own->names == OFFICE_NAMES)
		return;
	own->set[own->names] = set_of_bytes(name);
	own->name[own->names++] = name;
}

/* Adds ORG, and what is left of it behind each 省, 市, 区. */
static void
add_names(struct office_names *own, struct slice org)
{
	add_name(own, org);
	for (size_t n = 3; n < org.n; n += 3)
		if (marks_end(MARK_ORGAN, (struct slice){ org.p, n }))
			add_name(own, slice_from(org, n));
}

void
own_office_begin(struct prose *prose, struct slice org)
{
	const struct marks *tail = marks_of(MARK_OFFICE_TAIL);

	prose->document.org = org;
	prose->document.own.names = 0;
	prose->sentence.cut.own = &prose->document.own;
	add_names(&prose->document.own, org);
	for (size_t i = 0; i < tail->marks; i++)
		if (slice_ends(org, tail->mark[i]))
			add_names(&prose->document.own, (struct slice){ org.p,
			    org.n - tail->mark[i].n });
}
