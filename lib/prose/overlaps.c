/* Lines of decisions.tsv that say different things of the same words, and lines
 * of a user's own that another one hides. */
#include <stdio.h>

#include "decisions.h"

static bool
claim_alike(const struct decision *a, const struct decision *b)
{
	return a->item == b->item && slice_eq(a->col, b->col);
}

/* Whether what stands around the words may be right for both. */
static bool
circumstances_meet(const struct decision *a, const struct decision *b)
{
	if ((a->units & b->units) == 0 || a->list != b->list)
		return false;
	if (classes_any(a->topic) != classes_any(b->topic) ||
	    (classes_any(a->topic) && !classes_meet(a->topic, b->topic)))
		return false;
	if (classes_any(a->beside) && classes_any(b->beside) &&
	    !classes_meet(a->beside, b->beside))
		return false;
	return (a->no_outlet && b->no_outlet) ||
	    classes_meet(a->outlets, b->outlets);
}

/* Whether B bears all that A needs. */
static bool
bears(const struct decision *b, const struct decision *a)
{
	for (int i = 0; i < a->needs; i++)
		if (!classes_meet(a->need[i].any, b->allowed))
			return false;
	return true;
}

/* Whether A claims whatever B claims. */
static bool
hides(const struct decision *a, const struct decision *b)
{
	if ((a->rank < b->rank && !claim_alike(a, b)) ||
	    !classes_within(b->allowed, a->allowed) ||
	    (b->units & ~a->units) != 0 || a->list != b->list ||
	    (b->zero && !a->zero) || (b->figure && !a->figure) ||
	    (b->no_outlet && !a->no_outlet) ||
	    !classes_within(b->outlets, a->outlets) ||
	    !classes_within(b->topic, a->topic) ||
	    !classes_within(b->beside, a->beside) ||
	    !classes_within(a->apart, b->apart) ||
	    classes_any(a->beside) != classes_any(b->beside) ||
	    classes_any(a->topic) != classes_any(b->topic))
		return false;
	for (int i = 0; i < a->needs; i++) {
		int j = 0;

		while (j < b->needs && (!classes_within(b->need[j].any,
		    a->need[i].any) || b->need[j].carried > a->need[i].carried))
			j++;
		if (j == b->needs)
			return false;
	}
	return true;
}

static _Noreturn void
refuse(const struct decision *b, const struct decision *a, const char *what)
{
	char reason[80];

	snprintf(reason, sizeof(reason), "line %lu %s", a->row->line, what);
	data_refuse(b->row, b->row->field[2], reason);
}

static void
compare(const struct decision *a, const struct decision *b)
{
	if (a < b && a->rank == b->rank && !claim_alike(a, b) &&
	    circumstances_meet(a, b) && bears(a, b) && bears(b, a))
		refuse(b, a, "claims something else of the same words");
	if (b->row->own && hides(a, b))
		refuse(b, a, "claims all that this one could");
}

void
decisions_refuse_overlaps(const struct decisions *decisions)
{
	const struct decision *first = decisions->decision;
	const struct decision *end = first + decisions->decisions;

	for (const struct decision *b = first; b < end; b++)
		for (const struct decision *a = first; a < end; a++)
			if (a != b)
				compare(a, b);
}
