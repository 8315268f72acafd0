/* Who reports.  The title names the office, often without its county; so do
 * the signature, sentences, the page's data.  What names the same office is
 * weighed together (contenders.c); the best is taken if enough speaks for it
 * and nothing as strong against it, and its name completed from the others. */
#include "base/digits.h"
#include "base/utf8.h"
#include "contenders.h"
#include "identity.h"
#include "mentions.h"
#include "name.h"
#include "office_key.h"
#include "page_fields.h"
#include "page_places.h"
#include "section/word_list.h"
#include "text/fold.h"
#include "zone.h"

enum {
	/* In tenths; those of sentences are in office-frames.tsv. */
	TITLE_TRUST = 60,
	TORN_TITLE_TRUST = 35,	/* other words stand beside the name */
	SIGNATURE_TRUST = 50,
	HEADING_TRUST = 40,
	PAGE_TRUST = 40,
	NAMED_TRUST = 10,	/* wherever it is */
	SENTENCES_BYTES = 16 * 1024,	/* that are read at once */
	SURE_SENTENCES = 2,	/* that act as an office without its place */
	WRAPPED_BYTES = 90,	/* a line that is shorter was not wrapped */
};

struct inquiry {
	struct identity  *id;
	struct slice      opening;	/* a line a paragraph */
	struct contenders offices;
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
add(struct inquiry *s, struct slice text, const char *source, unsigned trust,
    const struct part *part)
{
	contenders_add(&s->offices, text, source, trust, part);
}

/* The name within TEXT, a title's, when other words stand behind it or before
 * it, such as a mirror's: .n is 0 when there is none. */
static struct slice
torn_name(struct slice text)
{
	enum { FRONT_BYTES = 30 };
	struct office_name name = name_read(text);

	if (name.length > 0 && name.listed)
		return (struct slice){ text.p + name.start, name.length };
	for (size_t at = 1; at + 9 < text.n && at <= FRONT_BYTES; at++) {
		struct slice rest = slice_from(text, at);

		if ((unsigned char)rest.p[0] < 0x80 || !utf8_is_start(rest.p[0]))
			continue;
		name = name_read(rest);
		if (name.listed && name.start == 0 &&
		    name.length + name.part == rest.n)
			return (struct slice){ rest.p, name.length };
	}
	return (struct slice){ text.p, 0 };
}

/* NAME without the marks of a bracket that holds a part of it. */
static struct slice
joined_brackets(struct arena *arena, struct slice name)
{
	const char  *open = name.n > 0 ? memchr(name.p, '(', name.n) : NULL;
	struct slice front = { name.p, open != NULL ?
	    (size_t)(open - name.p) : 0 };
	size_t       n = name_bracket(slice_from(name, front.n));

	return n == 0 ? name : arena_join(arena, arena_join(arena, front,
	    (struct slice){ open + 1, n - 2 }), slice_from(name,
	    front.n + n));
}

static void
add_title(struct inquiry *s)
{
	const struct title *title = s->id->title;
	const struct part  *part = parts_at(s->id->parts, title->part);
	struct slice        org = joined_brackets(&s->id->parts->arena,
	    title->org), torn;
	struct office_name  name = name_read(org);
	bool                all = name.start == 0 && name.length > 0 &&
	    name.length + name.part == org.n;

	/* A name that no list has is taken as it stands, but not one with
	 * something, or another office, behind it. */
	if (all || (name.start == 0 && name_is_plausible(org) &&
	    (!name.listed || (words_at_end(WORDS_NAME_END, org) > 0 &&
	    !slice_starts(slice_from(org, name.length),
	    SLICE("\u3001")))))) {
		add(s, org, "title", TITLE_TRUST, part);
		return;
	}
	torn = torn_name(org);
	if (torn.n == 0)
		return;
	add(s, torn, "title", TORN_TITLE_TRUST, part);
	s->offices.torn = true;
}

/* The name of an office that LINE is. */
static struct slice
office_line(struct slice line)
{
	struct slice       office = closing_office(line);
	struct office_name name;

	if (office.n > 0)
		return office;
	name = name_read(line);
	return name.listed && name.start == 0 && name.length == line.n ?
	    line : office;
}

/* Names on lines of their own: the head of an official document, the office
 * below the title, the signature. */
static void
add_lines(struct inquiry *s, struct slice section, const char *source,
    unsigned trust)
{
	const struct parts *parts = s->id->parts;

	for (size_t i = 0; i < parts->arounds; i++) {
		const struct part *part = parts->around[i];

		if (part_is_line(part) && part_is_in(part, section) &&
		    may_be_name(part->folded))
			add(s, office_line(part->folded), source, trust,
			    part);
	}
}

static void
add_publisher(void *context, struct slice field, struct slice value,
    const struct part *part)
{
	struct inquiry *s = context;
	struct slice   name = fold_text(&s->id->parts->arena, value);

	if (slice_is(field, "publisher") && may_be_name(name))
		add(s, name, "page", PAGE_TRUST, part);
}

/* Whether STEP names an office that is not the government whose site it is. */
static bool
is_office_step(struct arena *arena, struct slice step)
{
	struct office_name name = name_read(step);
	struct org         org;

	return may_be_name(step) && name.start == 0 && name.length == step.n && org_read(arena, step, true, &org) &&
	    org.own.n > 0;
}

/* The last step of LINE, which tells where on its site the page stands, that names
 * an office and no more: 首页 > 部门 > 青石县财政局 > 年报; else an empty slice. */
static struct slice
office_of_steps(struct arena *arena, struct slice line)
{
	struct slice last = { "", 0 };

	if (memchr(line.p, '>', line.n) == NULL &&
	    memchr(line.p, '/', line.n) == NULL)
		return last;
	for (size_t at = 0, start = 0; at <= line.n; at++) {
		struct slice step = { line.p + start, at - start };

		if (at < line.n && line.p[at] != '>' && line.p[at] != '/')
			continue;
		start = at + 1;
		if (is_office_step(arena, step))
			last = step;
	}
	return last;
}

/* Where on its site the page stands. */
static void
add_steps(struct inquiry *s)
{
	struct parts *parts = s->id->parts;

	for (size_t i = 0; i < parts->arounds; i++) {
		const struct part *part = parts->around[i];

		if (part_is_line(part) && part_is_furniture(part))
			add(s, office_of_steps(&parts->arena, part->folded),
			    "page", PAGE_TRUST, part);
	}
}

/* What the page's source names as its source. */
static void
add_claims(struct inquiry *s)
{
	struct parts *parts = s->id->parts;

	for (size_t i = 0; i < parts->metas; i++) {
		const struct part *part = &parts->part[i];

		if (slice_is(part->section, "source-claim"))
			add(s, fold_text(&parts->arena, part->text),
			    "source-claim", PAGE_TRUST, part);
	}
}

static void
add_mention(void *context, const struct mention *mention)
{
	struct inquiry *s = context;

	contenders_add_mention(&s->offices, mention);
}

/* The bytes of an explanation in brackets that TEXT, from its bracket on, begins
 * with: 青石县政府(机关); any with a year behind it, 青石县农办(县农业局)2018年; else
 * 0. */
static size_t
explanation(struct slice text)
{
	enum { LONGEST = 90 };
	size_t      year;
	const char *close = memchr(text.p, ')', text.n < LONGEST ? text.n :
	    LONGEST);
	size_t      n = close != NULL ? (size_t)(close + 1 - text.p) : 0;

	if (words_are(WORDS_EXPLANATION, (struct slice){ text.p, n }))
		return n;
	return n > 0 && n < text.n && !is_digit(text.p[1]) &&
	    date_year(slice_from(text, n), &year) > 0 ? n : 0;
}

/* Takes explanations that part the name of an office from the year, and the marks of
 * brackets that hold a part of one, out of the N bytes at TEXT.  Returns how many
 * are left. */
static size_t
drop_explanations(char *text, size_t n)
{
	size_t kept = 0, length;

	for (size_t at = 0; at < n; at += length) {
		const char *bracket = memchr(text + at, '(', n - at);

		length = bracket != NULL ? (size_t)(bracket - text) - at :
		    n - at;
		memmove(text + kept, text + at, length);
		kept += length;
		at += length;
		length = 0;
		if (bracket == NULL)
			continue;
		length = name_bracket((struct slice){ text + at, n - at });
		if (length > 0) {
			memmove(text + kept, text + at + 1, length - 2);
			kept += length - 2;
			continue;
		}
		length = explanation((struct slice){ text + at, n - at });
		if (length == 0) {
			text[kept++] = '(';
			length = 1;
		}
	}
	return kept;
}

/* The paragraphs from part I up to part END, folded, at most SENTENCES_BYTES of
 * them, a line end between two: but none where a line was only wrapped. */
static struct slice
sentences(struct parts *parts, size_t i, size_t end)
{
	char  *out = arena_alloc(&parts->arena, SENTENCES_BYTES);
	size_t n = 0;

	for (; i < end; i++) {
		struct part *part = &parts->part[i];
		struct slice text;

		if (part->kind == PART_CELL || part_is_furniture(part))
			continue;
		text = part_fold(parts, part);
		if (text.n + 1 > SENTENCES_BYTES - n)
			break;
		memcpy(out + n, text.p, text.n);
		n += text.n;
		if (text.n < WRAPPED_BYTES || words_at_end(
		    WORDS_SENTENCE_END, text) > 0)
			out[n++] = '\n';
	}
	return (struct slice){ out, drop_explanations(out, n) };
}

/* Names in the sentences of TEXT. */
static void
add_sentences(struct inquiry *s, struct slice text, int how)
{
	mentions_each(text, how, add_mention, s);
	if ((how & MENTIONS_LED) != 0)
		return;
	s->offices.governs |= selves_count(text, &s->offices.selves);
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

/* The only place of the kind that ORG leaves unsaid that other names have:
 * 县财政局 beside 青石县门户网站. */
static struct slice
only_place_of_kind(const struct inquiry *s, const struct org *org)
{
	struct slice only = { "", 0 };

	for (size_t i = 0; org->generic && i < s->offices.n; i++) {
		struct slice place = s->offices.contender[i].org.parent;

		if (!org_may_be_under(org, place) || slice_eq(place, only))
			continue;
		if (only.n > 0)
			return (struct slice){ "", 0 };
		only = place;
	}
	return only;
}

/* The place that the page around the report names and ORG may be under, or an
 * empty slice. */
static struct slice
place_around(const struct inquiry *s, const struct org *org)
{
	struct slice place = addressee(s->id->parts);

	if (!org_may_be_under(org, place))
		place = site(s->id->parts);
	return org_may_be_under(org, place) ? place : (struct slice){ "", 0 };
}

/* The places that the page somewhere has before another name of the office NAME:
 * 青石市 of 青石市城市管理局 for 城管局.  Empty when it has different ones. */
static struct slice
places_before_other_name(struct page_places *page, struct slice name)
{
	const struct data_row *row;
	struct slice           key = office_present_name(name);
	struct slice           only = { "", 0 };

	for (size_t i = 0; (row = words_nth(WORDS_OFFICE_NAME, i)) != NULL;
	    i++) {
		struct slice other = row->field[1], places;

		if (slice_eq(other, name) || !slice_eq(row->field[2].n > 0 ?
		    row->field[2] : other, key))
			continue;
		places = page_places_before(page, other, 0);
		if (only.n > 0 && places.n > 0 && !slice_eq(places, only))
			return (struct slice){ "", 0 };
		if (places.n > 0)
			only = places;
	}
	return only;
}

/* Puts the places that the page names elsewhere before the name of ORG there. */
static void
complete_as_named(const struct inquiry *s, struct org *org)
{
	struct arena      *arena = &s->id->parts->arena;
	struct page_places page = { .parts = s->id->parts, .arena = arena };
	size_t             kind = org->generic ?
	    words_at_start(WORDS_GENERIC, org->own) : 0;
	struct slice       places = page_places_before(&page, org->own, kind),
		rest;
	struct place       place[PLACES_MAX];
	int                n;

	if (places.n == 0 && kind > 0)
		places = places_before_other_name(&page, slice_from(org->own,
		    kind));
	n = place_chain(places, place, &rest);
	if (n == 0 || !org_may_be_under(org, place[n - 1].name) ||
	    (!org->generic && place[n - 1].level == DIVISION_PROVINCE))
		return;
	org_put_under(arena, org, places);
	org->parent = place[n - 1].name;
}

/* Completes the name of an office that stands without its county, out of what
 * the page says of itself and the governments that the opening names. */
static void
complete(const struct inquiry *s, struct org *org)
{
	struct slice parent;

	if (org->region.n == 0 && org->own.n > 0)
		complete_as_named(s, org);
	/* What is called after a place, 汉中航空新城管委会, lies there. */
	if (org->region.n > 0 || org->own.n == 0 || (!org->town &&
	    !org->generic && org_begins_as_place(&s->id->parts->arena, org)))
		return;
	parent = place_around(s, org);
	if (parent.n == 0 && (org->town || org->generic))
		parent = org_government_in(s->opening);
	if (!org_may_be_under(org, parent))
		parent = only_place_of_kind(s, org);
	if (org_may_be_under(org, parent))
		org_put_under(&s->id->parts->arena, org, parent);
}

/* Whether the title names the office, and it or the page around the report tells
 * the place: no sentence will say more. */
static bool
is_told(const struct inquiry *s)
{
	const struct contender *title = contenders_known_title(&s->offices);

	return title != NULL && (title->org.region.n > 0 ||
	    (title->org.town && place_around(s, &title->org).n > 0));
}

/* Fills S, the best source first.  Sentences of the sections are read only
 * where what stands around them does not tell all. */
static void
collect(struct inquiry *s)
{
	struct parts *parts = s->id->parts;
	bool          told;

	add_title(s);
	told = is_told(s);
	add_lines(s, section_signature, "signature", SIGNATURE_TRUST);
	add_lines(s, section_preamble, "heading", HEADING_TRUST);
	s->opening = sentences(parts, parts->metas, parts->body);
	add_sentences(s, s->opening, MENTIONS_OPENING |
	    (told ? MENTIONS_LED : 0));
	page_fields_each(s->id->parts, add_publisher, s);
	add_claims(s);
	add_steps(s);
	if (!told)
		add_sentences(s, sentences(parts, parts->body, parts->n),
		    0);
}

/* Whether the office NAME may be one that the document, which does not call
 * itself a place, speaks of as itself and not as the one above it: of a province
 * are 厅, as a rule. */
static bool
may_be_own(struct inquiry *s, struct slice name)
{
	struct org   org;
	struct place place;

	return org_read(&s->id->parts->arena, name, false, &org) &&
	    (!place_read(org.parent, &place) ||
	    place.level != DIVISION_PROVINCE ||
	    words_at_end(WORDS_OF_PROVINCE, org.own) > 0);
}

/* Whether the N bytes at byte AT of TEXT are one of several of a list. */
static bool
is_listed_at(struct slice text, size_t at, size_t n)
{
	const struct slice comma = SLICE("\u3001");	/* 、 */
	struct slice       behind = slice_from(text, at + n);

	return slice_ends((struct slice){ text.p, at }, comma) ||
	    slice_starts(behind, comma) ||
	    slice_starts(behind, SLICE("\u7B49"));	/* 等 */
}

/* Fills S with the offices that TEXT names in full, whatever stands around them:
 * the one may be what the document calls itself. */
static void
add_named(struct inquiry *s, struct slice text)
{
	for (size_t at = 0; at < text.n;) {
		struct slice       rest = slice_from(text, at);
		struct office_name name = { .length = 0 };
		struct mention     mention = { .source = "mention",
		    .trust = NAMED_TRUST, .known = true, .listed = true };
		uint32_t           c;

		if (place_begins(rest))
			name = name_read(rest);
		mention.name = (struct slice){ rest.p, name.length };
		if (name.length > 0 && name.start == 0 && name.known &&
		    name.listed && !is_listed_at(text, at, name.length) &&
		    words_at_start(WORDS_ORDERS, slice_from(rest,
		    name.length)) == 0 &&
		    may_be_own(s, mention.name))
			contenders_add_mention(&s->offices, &mention);
		at += name.length > 0 ? name.start + name.length :
		    utf8_decode(rest, &c);
	}
}

/* Adds the offices that the page names in short and elsewhere in full: 市教育局
 * and 青石市教育局.  Returns whether there are any. */
static bool
add_full_names(struct inquiry *s)
{
	size_t n = s->offices.n;

	for (size_t i = 0; i < n; i++) {
		struct org     org = s->offices.contender[i].org;
		struct mention mention = { .source = "mention",
		    .trust = NAMED_TRUST, .known = true, .listed = true };

		if (!org.generic || !s->offices.contender[i].listed)
			continue;
		complete_as_named(s, &org);
		mention.name = org.name;
		if (org.region.n > 0)
			contenders_add_mention(&s->offices, &mention);
	}
	return s->offices.n > n;
}

/* What most speaks for, after another look where nothing does enough. */
static const struct contender *
find_best(struct inquiry *s)
{
	struct parts           *parts = s->id->parts;
	const struct contender *best = contenders_best(&s->offices);

	if (best == NULL && s->offices.open == NULL && add_full_names(s))
		best = contenders_best(&s->offices);
	if (best != NULL || s->offices.open != NULL ||
	    !contenders_know_kind(&s->offices))
		return best;
	add_named(s, s->opening);
	add_named(s, sentences(parts, parts->body, parts->n));
	return contenders_best(&s->offices);
}

/* Whether ORG is only called after the kind of its zone: 园区管委会. */
static bool
says_no_zone(const struct org *org)
{
	size_t       end = words_at_end(WORDS_ZONE_GOVERNMENT, org->own);
	struct slice front = { org->own.p, org->own.n - end };

	return org->region.n == 0 && end > 0 && (front.n == 0 ||
	    words_are(WORDS_PLACE_SUFFIX, front) ||
	    words_are(WORDS_PLACE_WORD, front));
}

/* Reads ORG as the zone that the page means by its KIND alone. */
static bool
read_zone(const struct inquiry *s, struct slice kind, struct org *org)
{
	struct arena      *arena = &s->id->parts->arena;
	struct page_places page = { .parts = s->id->parts, .arena = arena };
	struct slice       zone = zone_meant(&page, kind);

	return zone.n > 0 && org_read(arena, zone, false, org);
}

/* Gives who governs a zone that is only called by its kind, 高新区管委会, the name
 * that the page has for it. */
static void
complete_zone(const struct inquiry *s, struct org *org)
{
	struct slice kind = { org->name.p, org->name.n - words_at_end(
	    WORDS_ZONE_GOVERNMENT, org->name) };
	struct org   zone;

	if (words_are(WORDS_PLACE_SUFFIX, kind) && read_zone(s, kind, &zone))
		*org = zone;
}

/* Whether letters stand where the place of ORG stood, so that what is left begins in the
 * middle: example体育城市管理局 is of no 体育城市. */
static bool
is_beheaded(const struct org *org)
{
	return org->lettered && org->region.n > 0 && !place_begins(org->region);
}

static void
take(struct inquiry *s, const struct contender *best)
{
	struct identity *id = s->id;
	struct property *property = &id->property[IDENTITY_ORG];
	struct org       org = best->org;

	complete_zone(s, &org);
	complete(s, &org);
	if (!best->strong && (says_no_zone(&org) ||
	    (!org_says_place(&s->id->parts->arena, &org) && !best->fits) ||
	    (org.generic &&
	    org.region.n == 0 && !best->listed &&
	    best->sentences < SURE_SENTENCES)))
		return;		/* 县河湖局 in one sentence, 统计局 in any */
	if (is_beheaded(&org)) {
		property_add_other(property, org.name, best->source, best->part);
		return;
	}
	id->office = org;
	property_add(property, org.name, best->source, best->part);
	if (org.doubtful)
		property->note = SLICE("letters in place of a name");
	else if (s->offices.torn)
		property->note = SLICE("other words beside the name");
}

/* Says which office it may be, or the government that it writes for. */
static void
leave_open(struct inquiry *s)
{
	const struct contender *open = s->offices.open;

	s->id->open = open->org;
	complete(s, &s->id->open);
	property_add_other(&s->id->property[IDENTITY_ORG], s->id->open.name,
	    open->source, open->part);
}

/* Takes the zone that sentences mean by its kind alone. */
static bool
take_zone(struct inquiry *s)
{
	struct identity *id = s->id;

	if (contenders_know_kind(&s->offices) ||
	    !read_zone(s, (struct slice){ "", 0 }, &id->office))
		return false;
	property_add(&id->property[IDENTITY_ORG], id->office.name, "text",
	    NULL);
	return true;
}

void
identity_office(struct identity *id)
{
	struct inquiry           s = { .id = id,
	    .offices = { .arena = &id->parts->arena } };
	struct property        *property = &id->property[IDENTITY_ORG];
	const struct contender *best;

	id->office = id->open = (struct org){ .name = { "", 0 } };
	collect(&s);
	best = find_best(&s);
	if (best != NULL)
		take(&s, best);
	else if (s.offices.open != NULL)
		leave_open(&s);
	else if (!take_zone(&s))
		id->governs = contenders_govern(&s.offices);
	for (size_t i = 0; i < s.offices.n; i++) {
		const struct contender *other = &s.offices.contender[i];
		struct org              org = other->org;

		if (!other->strong)
			continue;
		complete(&s, &org);
		if (id->office.name.n > 0 && org_agrees(&id->office, &org))
			continue;
		property_add_other(property, org.name, other->source,
		    other->part);
	}
}
