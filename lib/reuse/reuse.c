#include "reuse.h"

#include <stdlib.h>

#include "rivals.h"
#include "up_to.h"

/* Sections are compared that have so many shingles in common. */
enum { SHINGLES_LEAST = 3 };

const char *const reuse_order_name[REUSE_ORDERS] = {
	[REUSE_UNKNOWN] = "unknown", [REUSE_BY_YEAR] = "year",
	[REUSE_BY_DAY] = "published",
};

void
reuse_take(struct reuse *reuse, const struct document *document)
{
	struct archive    *archive = &reuse->archive;
	struct reuse_text *t = &reuse->now;
	size_t             n = archive_take(archive, document);

	if (n == 0)
		return;
	t->head = archive_head(archive, &archive->report[archive->reports - 1],
	    &t->head_text);
	t->masks = (struct masks){ .n = 0 };
	masks_add_office(&t->masks, t->head.org, t->head.region);
	for (size_t i = archive->sections - n; i < archive->sections; i++) {
		sentences_read(&t->sentences, archive_text(archive, i, &t->text,
		    &t->code), &t->masks);
		for (size_t c = 0; c < t->sentences.choices; c++) {
			uint64_t hash = t->sentences.chosen[c];

			buckets_add(&reuse->shingles, hash / (UINT64_MAX / BUCKETS + 1),
			    (struct bucket_entry){ hash, i });
		}
	}
}

/* What says that NOW is later than EARLIER. */
static enum reuse_order
order_of(const struct kept_report *now, const struct kept_report *earlier)
{
	const bool years = now->year > 0 && earlier->year > 0 && now->year != earlier->year;
	const bool days = now->published > 0 && earlier->published > 0 &&
	    now->published != earlier->published;

	if ((years && now->year < earlier->year) ||
	    (days && now->published < earlier->published))
		return REUSE_UNKNOWN;
	return days ? REUSE_BY_DAY : years ? REUSE_BY_YEAR : REUSE_UNKNOWN;
}

/* Whether the division CODE is above that of INNER: 330800 is above 330803. */
static bool
is_above(struct slice code, struct slice inner)
{
	while (code.n > 2 && code.p[code.n - 1] == '0' && code.p[code.n - 2] == '0')
		code.n -= 2;
	return code.n > 0 && code.n < inner.n && slice_starts(inner, code) &&
	    !slice_eq(code, inner);
}

/* The names of THEIRS that can be no part of what the office of OURS may say of
 * itself or of the places above it. */
static struct masks
foreign_names(const struct reuse_text *theirs, const struct reuse_text *ours)
{
	struct masks foreign = { .n = 0 };
	const bool   place = !is_above(theirs->head.code, ours->head.code);

	for (size_t i = 0; i < theirs->masks.n; i++) {
		struct slice name = theirs->masks.name[i];

		if (slice_find(ours->head.org, name) == NULL &&
		    slice_find(ours->head.region, name) == NULL &&
		    (place || slice_find(theirs->head.region, name) == NULL))
			masks_add(&foreign, name);
	}
	return foreign;
}

/* Reads the head of REPORT into T. */
static void
open_report(const struct reuse *reuse, const struct kept_report *report,
    struct reuse_text *t)
{
	t->head = archive_head(&reuse->archive, report, &t->head_text);
	t->masks = (struct masks){ .n = 0 };
	masks_add_office(&t->masks, t->head.org, t->head.region);
}

/* Reads the sentences of SECTION, of the report that T has, its own names masked and
 * those of OTHER, which may be NULL. */
static void
open_section(const struct reuse *reuse, size_t section, const struct reuse_text *other,
    struct reuse_text *t)
{
	struct masks masks = t->masks;

	for (size_t i = 0; other != NULL && i < other->masks.n; i++)
		masks_add(&masks, other->masks.name[i]);
	t->lines = archive_text(&reuse->archive, section, &t->text, &t->code);
	sentences_read(&t->sentences, t->lines, &masks);
	t->names.n = 0;
}

static struct reuse_side
side_of(const struct kept_report *report, const struct reuse_text *t, struct share share)
{
	struct slice lines = t->lines;

	return (struct reuse_side){ report, t->head, t->code, up_to(&lines, '\t'), share,
		buffer_slice(&t->names) };
}

/* Whether one of both sides shares as much of itself as is told. */
static bool
is_much(const struct reuse *reuse, struct share now, struct share earlier)
{
	return now.shared > 0 && (share_percent(now) >= reuse->limits.percent ||
	    share_percent(earlier) >= reuse->limits.percent);
}

/* Adds PAIR to what the reports share, be it too little to be told by itself. */
static void
add_up(struct reuse *reuse, const struct reuse_pair *pair)
{
	struct whole *whole = wholes_find(&reuse->wholes,
	    (uint32_t)(pair->earlier.report - reuse->archive.report));

	whole->sections++;
	whole->is_same &= pair->is_same;
	whole->now.shared += pair->now.share.shared;
	whole->other.shared += pair->earlier.share.shared;
	names_add(&whole->names, pair->now.names);
	names_add(&whole->other_names, pair->earlier.names);
}

/* Whether the section in PLAIN shares a sentence with OTHER, whose report is in EARLIER,
 * by their own names alone: most that have a few shingles in common do not. */
static bool
shares_any(struct reuse *reuse, size_t other)
{
	const struct masks none = { .n = 0 };
	struct reuse_text *b = &reuse->earlier;

	open_section(reuse, other, NULL, b);
	return compare_sections(&reuse->comparison, &reuse->groups,
	    &reuse->plain.sentences, &b->sentences, &none, &b->names, NULL).shared > 0;
}

/* Compares SECTION with OTHER, which belongs to another report. */
static void
compare_pair(struct reuse *reuse, const struct kept_report *report, size_t section,
    size_t other)
{
	const struct archive     *archive = &reuse->archive;
	const struct kept_report *earlier =
	    &archive->report[archive->section[other].report];
	struct reuse_text        *a = &reuse->now, *b = &reuse->earlier;
	struct reuse_pair         pair = { .order = order_of(report, earlier),
	    .is_own = report->office == earlier->office };
	const struct masks        none = { .n = 0 };
	struct masks              theirs, ours;
	struct share              now, before;

	open_report(reuse, earlier, b);
	if (!shares_any(reuse, other))
		return;
	open_section(reuse, section, b, a);
	open_section(reuse, other, a, b);
	theirs = pair.is_own ? none : foreign_names(b, a);
	ours = pair.is_own ? none : foreign_names(a, b);
	reuse->sentences.n = 0;
	now = compare_sections(&reuse->comparison, &reuse->groups, &a->sentences,
	    &b->sentences, &theirs, &a->names, &reuse->sentences);
	before = compare_sections(&reuse->comparison, &reuse->groups, &b->sentences,
	    &a->sentences, &ours, &b->names, NULL);
	if (!is_much(reuse, now, before))
		return;
	pair.now = side_of(report, a, now);
	pair.earlier = side_of(earlier, b, before);
	pair.is_same = a->sentences.hash == b->sentences.hash;
	pair.text = buffer_slice(&reuse->sentences);
	add_up(reuse, &pair);
	if (now.shared >= reuse->limits.characters)
		reuse->tell(reuse->context, &pair);
}

static int
by_section(const void *left, const void *right)
{
	const struct rival *a = left, *b = right;

	return (a->section > b->section) - (a->section < b->section);
}

/* The section of the first of the N entries, with how many of them are of it.  Of those
 * of its own office the nearest one goes first, of the others the earliest. */
static struct rival
read_rival(const struct archive *archive, const struct kept_report *report,
    const struct bucket_entry entry[], size_t n)
{
	struct rival              rival = { .section = (uint32_t)(entry->value >> 32) };
	const struct kept_report *other =
	    &archive->report[archive->section[rival.section].report];

	rival.distance = other->office == report->office ? report->rank - other->rank :
	    other->rank;
	while (rival.shingles < n && entry[rival.shingles].value >> 32 == rival.section)
		rival.shingles++;
	return rival;
}

/* Finds whom a section of REPORT is to be compared with: the N entries are a pair of it
 * and another one each, for each shingle.  Returns how many there are in RIVAL. */
static size_t
find_rivals(struct reuse *reuse, const struct kept_report *report,
    const struct bucket_entry entry[], size_t n, struct rival rival[2 * RIVALS_MOST])
{
	const struct archive *archive = &reuse->archive;
	struct rivals         own = { .n = 0 }, others = { .n = 0 };
	size_t                k = 0;

	for (size_t i = 0; i < n;) {
		struct rival one = read_rival(archive, report, &entry[i], n - i);
		uint32_t     office = archive->report[archive->section[one.section]
		    .report].office;

		i += one.shingles;
		if (one.shingles >= SHINGLES_LEAST)
			reuse->is_capped |= rivals_add(office == report->office ?
			    &own : &others, one);
	}
	for (int i = 0; i < own.n; i++)
		rival[k++] = own.rival[i];
	for (int i = 0; i < others.n; i++)
		rival[k++] = others.rival[i];
	return k;
}

/* Compares SECTION of REPORT with those that have the most of its shingles, see
 * find_rivals(). */
static void
tell_section(struct reuse *reuse, const struct kept_report *report, size_t section,
    const struct bucket_entry entry[], size_t n)
{
	struct rival rival[2 * RIVALS_MOST];
	const size_t rivals = find_rivals(reuse, report, entry, n, rival);

	if (rivals == 0)
		return;
	reuse->plain.masks = reuse->now.masks;
	open_section(reuse, section, NULL, &reuse->plain);
	qsort(rival, rivals, sizeof(*rival), by_section);
	for (size_t i = 0; i < rivals; i++)
		compare_pair(reuse, report, section, rival[i].section);
}

/* The characters of all sections of REPORT that are not of the form, with the help of
 * T. */
static unsigned
characters_of(const struct reuse *reuse, const struct kept_report *report,
    struct reuse_text *t)
{
	unsigned characters = 0;

	open_report(reuse, report, t);
	for (uint32_t i = 0; i < report->sections; i++) {
		open_section(reuse, report->first + i, NULL, t);
		characters += own_characters(&reuse->groups, &t->sentences);
	}
	t->code = t->lines = (struct slice){ "", 0 };
	t->names.n = 0;
	return characters;
}

/* Tells what REPORT, which has so many CHARACTERS, shares as a whole with another one. */
static void
tell_whole(struct reuse *reuse, const struct kept_report *report, struct whole *whole,
    unsigned characters)
{
	const struct kept_report *earlier = &reuse->archive.report[whole->report];
	struct reuse_pair         pair = { .order = order_of(report, earlier),
	    .is_own = report->office == earlier->office, .text = { "", 0 } };

	whole->now.characters = characters;
	whole->other.characters = characters_of(reuse, earlier, &reuse->earlier);
	if (!is_much(reuse, whole->now, whole->other))
		return;
	pair.is_same = whole->is_same && whole->now.shared == characters;
	pair.now = side_of(report, &reuse->now, whole->now);
	pair.now.names = buffer_slice(&whole->names);
	pair.earlier = side_of(earlier, &reuse->earlier, whole->other);
	pair.earlier.names = buffer_slice(&whole->other_names);
	reuse->tell(reuse->context, &pair);
}

/* Tells what REPORT shares as a whole with those of which several sections do. */
static void
tell_wholes(struct reuse *reuse, const struct kept_report *report)
{
	unsigned characters = 0;

	wholes_sort(&reuse->wholes);
	for (size_t i = 0; i < reuse->wholes.n; i++) {
		struct whole *whole = &reuse->wholes.whole[i];

		if (whole->sections < 2 || whole->now.shared < reuse->limits.characters)
			continue;
		if (characters == 0)
			characters = characters_of(reuse, report, &reuse->now);
		tell_whole(reuse, report, whole, characters);
	}
	wholes_forget(&reuse->wholes);
}

/* Tells what the report shares to which the N entries belong. */
static void
tell_report(struct reuse *reuse, const struct bucket_entry entry[], size_t n)
{
	const struct archive     *archive = &reuse->archive;
	const struct kept_report *report =
	    &archive->report[archive->section[entry->key].report];
	size_t                    end;

	open_report(reuse, report, &reuse->now);
	for (size_t i = 0; i < n; i = end) {
		for (end = i; end < n && entry[end].key == entry[i].key;)
			end++;
		tell_section(reuse, report, entry[i].key, &entry[i], end - i);
	}
	tell_wholes(reuse, report);
}

/* A bucket_fn: the entries are pairs of sections. */
static void
tell_reports(void *context, const struct bucket_entry entry[], size_t n)
{
	struct reuse           *reuse = context;
	const struct kept_text *section = reuse->archive.section;
	size_t                  end;

	for (size_t i = 0; i < n; i = end) {
		for (end = i; end < n &&
		    section[entry[end].key].report == section[entry[i].key].report;)
			end++;
		tell_report(reuse, &entry[i], end - i);
	}
}

void
reuse_tell(struct reuse *reuse, reuse_fn *tell, void *context)
{
	uint32_t *number = archive_settle(&reuse->archive);

	reuse->tell = tell;
	reuse->context = context;
	reuse->groups.archive = &reuse->archive;
	reuse->groups.number = number;
	reuse->groups.common = reuse->limits.common > 0 ? reuse->limits.common :
	    common_of(reuse->archive.offices);
	buckets_each(&reuse->shingles, groups_read, &reuse->groups);
	free(number);
	reuse->is_capped = reuse->groups.is_capped;
	buckets_each(&reuse->groups.pairs, tell_reports, reuse);
}

static void
text_free(struct reuse_text *t)
{
	buffer_free(&t->head_text);
	buffer_free(&t->text);
	buffer_free(&t->names);
	sentences_free(&t->sentences);
}

void
reuse_free(struct reuse *reuse)
{
	text_free(&reuse->now);
	text_free(&reuse->earlier);
	text_free(&reuse->plain);
	buffer_free(&reuse->sentences);
	free(reuse->wholes.whole);
	comparison_free(&reuse->comparison);
	groups_of_shingles_free(&reuse->groups);
	buckets_free(&reuse->shingles);
	archive_free(&reuse->archive);
}
