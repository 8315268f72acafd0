/* Who reports.  The title names the office, often without its county; the
 * other lines that name it complete the name or contradict it. */
#include "identity.h"
#include "org.h"
#include "page_fields.h"
#include "section/word_list.h"
#include "text/fold.h"

enum {
	NAMES_MAX = 24,
	CLAUSE_BYTES = 120,	/* a name in a sentence is shorter */
};

/* An office that a line names. */
struct named_office {
	struct org         org;
	const char        *source;
	const struct part *part;
};

struct named_offices {
	struct parts       *parts;
	struct named_office office[NAMES_MAX];
	size_t              n;
};

/* Whether TEXT may be a name although it is no title: not so short as 街道
 * alone, no list, no site. */
static bool
may_be_name(struct slice text)
{
	enum { SHORTEST = 9 };

	return text.n >= SHORTEST && !words_in(WORDS_NO_OFFICE, text);
}

static void
add(struct named_offices *s, struct slice text, bool for_government,
    const char *source, const struct part *part)
{
	struct org org;

	if (s->n < NAMES_MAX && org_read(&s->parts->arena, text,
	    for_government, &org))
		s->office[s->n++] = (struct named_office){ org, source, part };
}

/* Names on lines of their own: the head of an official document, the office
 * below the title, the signature. */
static void
add_lines(struct named_offices *s, struct slice section, const char *source)
{
	for (size_t i = 0; i < s->parts->arounds; i++) {
		const struct part *part = s->parts->around[i];

		if (part_is_line(part) && part_is_in(part, section) &&
		    may_be_name(part->folded))
			add(s, closing_office(part->folded), false, source,
			    part);
	}
}

/* The name that TEXT begins with, up to the first of the words ENDS; empty
 * where none is near. */
static struct slice
name_before(struct slice text, struct slice ends)
{
	size_t longest = text.n < CLAUSE_BYTES ? text.n : CLAUSE_BYTES;
	size_t n = longest;

	while (ends.n > 0) {
		const char *end = slice_find((struct slice){ text.p, longest },
		    word_cut(&ends, '|'));

		if (end != NULL && (size_t)(end - text.p) < n)
			n = (size_t)(end - text.p);
	}
	return (struct slice){ text.p, n < longest ? n : 0 };
}

/* Names in sentences of the preamble: 请与青石县财政局联系. */
static void
add_clauses(struct named_offices *s, struct slice text)
{
	const struct data_row *row;

	for (size_t i = 0; (row = words_nth(WORDS_CLAUSE, i)) != NULL; i++) {
		const char  *at = slice_find(text, row->field[1]);
		struct slice name;

		if (at == NULL)
			continue;
		name = name_before(slice_from(text, (size_t)(at - text.p) +
		    row->field[1].n), row->field[2]);
		if (may_be_name(name))
			add(s, name, true, "text", NULL);
	}
}

static void
add_publisher(void *context, struct slice field, struct slice value,
    const struct part *part)
{
	struct named_offices *s = context;
	struct slice    name = fold_text(&s->parts->arena, value);

	if (slice_is(field, "publisher") && may_be_name(name))
		add(s, name, false, "page", part);
}

/* What the page's source names as its source. */
static void
add_claims(struct named_offices *s)
{
	for (size_t i = 0; i < s->parts->metas; i++) {
		const struct part *part = &s->parts->part[i];

		if (slice_is(part->section, "source-claim"))
			add(s, fold_text(&s->parts->arena, part->text), false,
			    "source-claim", part);
	}
}

/* The government the report is addressed to: 晋江市人民政府: */
static struct slice
addressee(const struct parts *parts)
{
	enum { ADDRESSEE_BYTES = 90 };

	for (size_t i = 0; i < parts->arounds; i++) {
		const struct part *part = parts->around[i];

		if (part_is_in(part, section_preamble) &&
		    part_is_line(part) && part->folded.n < ADDRESSEE_BYTES &&
		    slice_ends(part->folded, SLICE(":")))
			return org_government_in(part->folded);
	}
	return (struct slice){ "", 0 };
}

/* The government whose site the page is on. */
static struct slice
site(struct parts *parts)
{
	size_t n = 1;
	char  *all;

	for (size_t i = 0; i < parts->arounds; i++)
		n += parts->around[i]->folded.n + 1;
	all = arena_alloc(&parts->arena, n);
	n = 0;
	for (size_t i = 0; i < parts->arounds; i++) {
		const struct part *part = parts->around[i];

		if (part_is_line(part) && part_is_furniture(part)) {
			memcpy(all + n, part->folded.p, part->folded.n);
			n += part->folded.n;
			all[n++] = ' ';
		}
	}
	return org_government_in((struct slice){ all, n });
}

/* The place above ORG as the sources have it that name the same office. */
static struct slice
parent_in(const struct named_offices *s, const struct org *org)
{
	for (size_t i = 0; i < s->n; i++) {
		const struct org *other = &s->office[i].org;

		if (other->parent.n > 0 && other->own.n > 0 &&
		    slice_ends(org->own, other->own) &&
		    (org->generic || slice_eq(other->own, org->own)))
			return other->parent;
	}
	return (struct slice){ "", 0 };
}

/* Completes the name of an office that stands without its county. */
static void
complete(const struct named_offices *s, struct slice opening, struct org *org)
{
	struct slice parent;

	if (org->region.n > 0 || org->own.n == 0)
		return;
	parent = parent_in(s, org);
	if (parent.n == 0)
		parent = addressee(s->parts);
	if (parent.n == 0)
		parent = site(s->parts);
	if (parent.n == 0)
		parent = org_government_in(opening);
	if (parent.n > 0)
		org_put_under(&s->parts->arena, org, parent);
}

/* Fills S, the best source first. */
static void
collect(struct named_offices *s, const struct identity *id)
{
	add(s, id->title->org, false, "title",
	    parts_at(id->parts, id->title->part));
	add_lines(s, section_signature, "signature");
	add_lines(s, section_preamble, "heading");
	add_clauses(s, id->opening);
	page_fields_each(id->parts, add_publisher, s);
	add_claims(s);
}

void
identity_office(struct identity *id)
{
	struct named_offices s = { .parts = id->parts };
	struct property     *property = &id->property[IDENTITY_ORG];
	struct org           org = { .doubtful = false };

	collect(&s, id);
	for (size_t i = 0; i < s.n; i++) {
		const struct named_office *named = &s.office[i];
		struct org                 other = named->org;

		complete(&s, id->opening, &other);
		if (i > 0 && org_agrees(&org, &other))
			continue;
		property_add(property, other.name, named->source, named->part);
		if (i > 0)
			continue;
		id->office = org = other;
		if (org.doubtful)
			property->note = SLICE("letters in place of a name");
	}
}
