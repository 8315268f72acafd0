/* Who reports.  The title names the office, often without its county; the
 * other lines that name it complete the name or contradict it. */
#include <stdint.h>

#include "text/fold.h"
#include "base/utf8.h"
#include "closing.h"
#include "org.h"
#include "page_fields.h"
#include "identity_internal.h"

enum {
	SOURCES_MAX = 24,
	CLAUSE_BYTES = 120,	/* a name in a sentence is shorter */
};

struct source {
	struct org         org;
	const char        *name;
	const struct part *part;
};

struct sources {
	struct report *report;
	struct source  source[SOURCES_MAX];
	size_t         n;
};

/* Whether TEXT may be a name although it is no title: not so short as 街道
 * alone, no list, no site. */
static bool
may_be_name(struct slice text)
{
	enum { SHORTEST = 9 };

	return text.n >= SHORTEST && slice_find(text, SLICE("、")) == NULL &&
	    slice_find(text, SLICE("公开")) == NULL &&
	    slice_find(text, SLICE("网")) == NULL;
}

static void
add(struct sources *s, struct slice text, bool for_government,
    const char *name, const struct part *part)
{
	struct org org;

	if (s->n < SOURCES_MAX && org_read(&s->report->arena, text,
	    for_government, &org))
		s->source[s->n++] = (struct source){ org, name, part };
}

/* Names on lines of their own: the head of an official document, the office
 * below the title, the signature. */
static void
add_lines(struct sources *s, struct slice section, const char *name)
{
	for (size_t i = 0; i < s->report->arounds; i++) {
		const struct part *part = s->report->around[i];

		if (part_is_line(part) && slice_eq(part->section, section) &&
		    may_be_name(part->folded))
			add(s, closing_office(part->folded), false, name,
			    part);
	}
}

/* Where in a sentence of the preamble the office's name stands: between these
 * words. */
static const struct {
	const char *before, *behind[4];
} clause[] = {
	{ "请与", { "联系", "(", ",", NULL } },
	{ "请联系", { "(", ",", "。", NULL } },
	{ "本报告由", { "编制", "根据", "依据", "按照" } },
	{ "年报由", { "编制", "根据", "依据", "按照" } },
	{ ",由", { "编制的", "根据", "依据", NULL } },
	{ "现公布", { "19", "20", NULL, NULL } },
	{ "联系单位:", { ",", "。", ";", "联系" } },
};

static void
add_clauses(struct sources *s, struct slice text)
{
	for (size_t i = 0; i < sizeof(clause) / sizeof(*clause); i++) {
		const char  *at = slice_find(text, slice_of(clause[i].before));
		struct slice rest;
		size_t       n;

		if (at == NULL)
			continue;
		rest = slice_from(text, (size_t)(at - text.p) +
		    strlen(clause[i].before));
		n = rest.n = rest.n < CLAUSE_BYTES ? rest.n : CLAUSE_BYTES;
		for (int j = 0; j < 4 && clause[i].behind[j] != NULL; j++) {
			const char *end = slice_find(rest,
			    slice_of(clause[i].behind[j]));

			if (end != NULL && (size_t)(end - rest.p) < n)
				n = (size_t)(end - rest.p);
		}
		if (n < rest.n && may_be_name((struct slice){ rest.p, n }))
			add(s, (struct slice){ rest.p, n }, true, "text",
			    NULL);
	}
}

static void
add_publisher(void *context, struct slice says, struct slice value,
    const struct part *part)
{
	struct sources *s = context;
	struct slice    name = fold_text(&s->report->arena, value);

	if (slice_is(says, "publisher") && may_be_name(name))
		add(s, name, false, "page", part);
}

/* What the page's source names as its source. */
static void
add_claims(struct sources *s)
{
	for (size_t i = 0; i < s->report->metas; i++) {
		const struct part *part = &s->report->part[i];

		if (slice_is(part->section, "source-claim"))
			add(s, fold_text(&s->report->arena, part->text), false,
			    "source-claim", part);
	}
}

/* The government the report is addressed to: 晋江市人民政府: */
static struct slice
addressee(const struct report *report)
{
	for (size_t i = 0; i < report->arounds; i++) {
		const struct part *part = report->around[i];

		if (slice_eq(part->section, section_preamble) &&
		    part_is_line(part) && part->folded.n < 90 &&
		    slice_ends(part->folded, SLICE(":")))
			return org_government_in(part->folded);
	}
	return (struct slice){ "", 0 };
}

/* The government whose site the page is on. */
static struct slice
site(struct report *report)
{
	size_t n = 0;
	char  *all;

	for (size_t i = 0; i < report->arounds; i++)
		n += report->around[i]->folded.n + 1;
	all = arena_alloc(&report->arena, n);
	n = 0;
	for (size_t i = 0; i < report->arounds; i++) {
		const struct part *part = report->around[i];

		if (!part_is_line(part) ||
		    !slice_eq(part->section, section_furniture))
			continue;
		memcpy(all + n, part->folded.p, part->folded.n);
		n += part->folded.n;
		all[n++] = ' ';
	}
	return org_government_in((struct slice){ all, n });
}

/* The place above ORG as the sources have it that name the same office. */
static struct slice
parent_in(const struct sources *s, const struct org *org)
{
	for (size_t i = 0; i < s->n; i++) {
		const struct org *other = &s->source[i].org;

		if (other->parent.n > 0 && other->own.n > 0 &&
		    slice_ends(org->own, other->own) &&
		    (org->generic || slice_eq(other->own, org->own)))
			return other->parent;
	}
	return (struct slice){ "", 0 };
}

/* Completes the name of an office that stands without its county. */
static void
complete(const struct sources *s, struct slice preamble, struct org *org)
{
	struct slice parent = parent_in(s, org);

	if (org->region.n > 0 || org->own.n == 0)
		return;
	if (parent.n == 0)
		parent = addressee(s->report);
	if (parent.n == 0)
		parent = site(s->report);
	if (parent.n == 0)
		parent = org_government_in(preamble);
	if (parent.n > 0)
		org_put_under(&s->report->arena, org, parent);
}

void
identity_org(struct report *report, const struct title *title,
    struct slice preamble, struct identity *id)
{
	struct sources   s = { .report = report };
	struct property *property = &id->property[IDENTITY_ORG];
	struct org       org;

	add(&s, title->org, false, "title", title->part < report->parts ?
	    &report->part[title->part] : NULL);
	add_lines(&s, section_signature, "signature");
	add_lines(&s, section_preamble, "heading");
	add_clauses(&s, preamble);
	page_each(report, add_publisher, &s);
	add_claims(&s);
	if (s.n == 0)
		return;
	org = s.source[0].org;
	complete(&s, preamble, &org);
	said(property, org.name, s.source[0].name, s.source[0].part);
	said(&id->property[IDENTITY_REGION], org.region, s.source[0].name,
	    s.source[0].part);
	if (org.doubtful)
		property->note = SLICE("letters in place of a name");
	for (size_t i = 1; i < s.n; i++) {
		struct org other = s.source[i].org;

		complete(&s, preamble, &other);
		if (!org_agrees(&org, &other))
			said(property, other.name, s.source[i].name,
			    s.source[i].part);
	}
}
