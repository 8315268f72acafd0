#include "contenders.h"

#include "base/left_out.h"
#include "name.h"
#include "office_key.h"
#include "place/gazetteer.h"
#include "section/word_list.h"

/* All in tenths. */
enum {
	ENOUGH = 14,		/* less speaks for nobody */
	CLEAR = 5,		/* by less two are as good */
	STRONG = 35,
	LISTED_TITLE = 30,	/* added to a title that names a known office */
	SELF_FITS = 20, SELF_SPEAKS_AGAINST = 25,
	AGAIN = 2, AGAIN_MOST = 5,	/* for each time a sentence names it */
	PASSING_GOVERNMENT = 15,	/* every office names its government */
	ONLY_IN_PASSING = 6,
	ONE_SENTENCE = 5, ONE_FULL_NAME = 3,
	PAGE_ALONE = 20,	/* the page's data names it, and it fits what the
				   document calls itself */
	LONG_NAME = 15,		/* bytes: says more than what it ends with */
};

static bool
is_source(const struct contender *c, const char *source)
{
	return strcmp(c->source, source) == 0;
}

/* Whether NAME is but that of a kind of office, or of a part of any: 街道,
 * 党政办公室. */
static bool
is_any_part(struct slice name)
{
	const struct data_row *suffix = words_row(WORDS_PLACE_SUFFIX, name);

	return words_are(WORDS_ZONE_GOVERNMENT, name) ||
	    words_are(WORDS_SUB_OFFICE, name) ||
	    (suffix != NULL && suffix->field[1].n == name.n &&
	    slice_is(suffix->field[3], "town"));
}

/* Reads TEXT as a contender behind the last one.  NULL if it is no name. */
static struct contender *
put(struct contenders *c, struct slice text, bool for_government,
    const char *source)
{
	struct contender *contender = &c->contender[c->n];

	*contender = (struct contender){ .source = source, .times = 1,
	    .called = { "", 0 } };
	if (!org_read(c->arena, text, for_government, &contender->org) ||
	    is_any_part(contender->org.name))
		return NULL;
	contender->key = office_key_body(c->arena, &contender->org);
	return contender;
}

/* Whether A and B are one office, named in the same way. */
static bool
is_same(const struct contender *a, const struct contender *b)
{
	return strcmp(a->source, b->source) == 0 && a->trust == b->trust &&
	    a->sound == b->sound && a->listed == b->listed &&
	    slice_eq(a->key, b->key) && slice_eq(a->org.name, b->org.name) &&
	    slice_eq(a->called, b->called);
}

/* Keeps the contender that was put last, once it is read. */
static void
keep(struct contenders *c)
{
	for (size_t i = 0; i < c->n; i++)
		if (is_same(&c->contender[i], &c->contender[c->n])) {
			c->contender[i].times++;
			return;
		}
	if (c->n == CONTENDERS_MAX)
		left_out("more offices than are weighed");
	else
		c->n++;
}

/* Whether nothing tells that CONTENDER is an office at all: no list has its
 * name, and it has no place. */
static bool
is_any_name(struct arena *arena, const struct contender *contender)
{
	return !contender->listed && !org_says_place(arena, &contender->org);
}

void
contenders_add(struct contenders *c, struct slice text, const char *source,
    unsigned trust, const struct part *part)
{
	struct contender  *contender;
	struct office_name name = name_read(text);
	bool               all = name.length > 0 &&
	    name.start + name.length + name.part == text.n;

	if (!all && !name_is_plausible(text))
		return;
	/* A part of an office speaks for all of it, but in a title for
	 * itself. */
	if (all && strcmp(source, "title") != 0)
		text = (struct slice){ text.p + name.start, name.length };
	contender = put(c, text, false, source);
	if (contender == NULL)
		return;
	contender->part = part;
	contender->listed = name.listed && name.length == text.n;
	if (is_any_name(c->arena, contender) && !is_source(contender, "title"))
		return;
	contender->trust = trust;
	if (contender->listed && is_source(contender, "title"))
		contender->trust += LISTED_TITLE;
	contender->strong = contender->sound = true;
	keep(c);
}

/* Whether NAME is that of a town with its government, 柳桥镇人民政府, which no other
 * words end alike. */
static bool
is_whole_town(const struct org *org, struct slice name)
{
	enum { SHORTEST = 9 };

	return org->town && words_at_end(WORDS_TOWN, name) >= SHORTEST;
}

/* Whether C, of no place, is an office that a list has and that keeps no reports of
 * others: asked about a report it may be the one that the document calls itself. */
static bool
is_asked(const struct contender *c)
{
	return c->listed && words_are(WORDS_OFFICE_NAME, c->org.own) &&
	    words_at_end(WORDS_KEEPER, c->org.own) == 0 &&
	    !words_are(WORDS_OFFICE, c->org.own);
}

void
contenders_add_mention(struct contenders *c, const struct mention *mention)
{
	bool              contact = strcmp(mention->source, "contact") == 0;
	struct contender *contender;

	if (strcmp(mention->source, "government") == 0) {
		c->rules = true;
		return;
	}
	contender = put(c, mention->name, contact, mention->source);
	if (contender == NULL)
		return;
	contender->listed = mention->listed;
	contender->strong = mention->trust >= STRONG;
	if (is_any_name(c->arena, contender) && (!contender->strong ||
	    contender->org.own.n < LONG_NAME) && !(contact &&
	    is_asked(contender)))
		return;
	contender->sound = (mention->known && (mention->listed ||
	    contender->org.region.n > 0 || contender->org.generic)) ||
	    is_whole_town(&contender->org, mention->name) ||
	    org_begins_as_place(c->arena, &contender->org);
	contender->trust = mention->trust;
	contender->called = mention->called;
	keep(c);
}

const struct contender *
contenders_known_title(const struct contenders *c)
{
	const struct contender *first = &c->contender[0];

	return c->n > 0 && is_source(first, "title") && first->listed &&
	    !c->torn ? first : NULL;
}

/* How often the document calls itself what it calls itself most. */
static unsigned
most_often(const struct selves *selves)
{
	unsigned most = 0;

	for (size_t i = 0; i < selves->n; i++)
		if (selves->count[i] > most)
			most = selves->count[i];
	return most;
}

/* What the document calls itself most, or an empty slice. */
static struct slice
self_of(const struct selves *selves)
{
	size_t best = 0;

	for (size_t i = 1; i < selves->n; i++)
		if (selves->count[i] > selves->count[best])
			best = i;
	return selves->n > 0 ? selves->name[best] : (struct slice){ "", 0 };
}

/* Whether what a document calls itself is a place (我县): then it is that of a
 * whole government. */
static bool
is_government_self(struct slice self)
{
	return slice_starts(self, SLICE("="));
}

bool
contenders_know_kind(const struct contenders *c)
{
	struct slice self = self_of(&c->selves);

	return self.n > 0 && !is_government_self(self);
}

bool
contenders_govern(const struct contenders *c)
{
	enum { OFTEN = 2 };
	unsigned times = 0;

	for (size_t i = 0; i < c->selves.n; i++) {
		if (!is_government_self(c->selves.name[i]))
			return false;
		times += c->selves.count[i];
	}
	for (size_t i = 0; i < c->n; i++)
		if (!slice_starts(c->contender[i].key, SLICE("=")))
			return false;
	return times >= OFTEN && !c->acts;
}

/* Whether who governs a zone may call itself SELF: 我委, of 管理委员会. */
static bool
is_zone_self(struct slice self)
{
	const struct data_row *row;

	for (size_t i = 0; (row = words_nth(WORDS_ZONE_GOVERNMENT, i)) != NULL;
	    i++)
		if (slice_find(row->field[1], self) != NULL)
			return true;
	return false;
}

/* 1 if the document calls itself what ORG would, -1 if not, 0 if that tells
 * nothing: an office says 我县, too. */
static int
self_fits(const struct contenders *c, const struct org *org, struct slice key)
{
	struct slice self = self_of(&c->selves);
	bool         government = org->own.n == 0 || slice_starts(key,
	    SLICE("="));

	if (self.n == 0)
		return government && c->governs && !c->acts ? 1 : 0;
	if (government && org_is_zone(org) && is_zone_self(self))
		return 1;
	if (is_government_self(self))
		return !government || c->acts ? 0 : slice_ends(org->parent,
		    slice_from(self, 1)) ? 1 : -1;
	if (org->town && slice_ends(self, SLICE("\u529E")))
		return 0;
	return slice_find(org->own, self) != NULL ? 1 : -1;
}

/* What speaks for the contenders with one key. */
struct weighed {
	int    score;
	bool   only_page, only_contact, only_sentence, only_mention;
	bool   in_passing;	/* nothing but contact, sentences, page */
	bool   only_office;	/* nothing but who wrote, contact, page */
	size_t sentences;
	bool   listed, placed, sound;
	bool   national;	/* an office of the whole country */
};

static bool
is_again(const struct contenders *c, size_t i)
{
	for (size_t j = 0; j < i; j++)
		if (slice_eq(c->contender[j].key, c->contender[i].key) &&
		    strcmp(c->contender[j].source,
		    c->contender[i].source) == 0)
			return true;
	return false;
}

/* The highest trust of those with the key and source of contender I. */
static unsigned
highest(const struct contenders *c, size_t i)
{
	unsigned most = 0;

	for (size_t j = i; j < c->n; j++)
		if (slice_eq(c->contender[j].key, c->contender[i].key) &&
		    strcmp(c->contender[j].source,
		    c->contender[i].source) == 0 &&
		    c->contender[j].trust > most)
			most = c->contender[j].trust;
	return most;
}

static void
note_source(struct weighed *w, const struct contender *c)
{
	bool page = is_source(c, "page") || is_source(c, "source-claim");
	bool contact = is_source(c, "contact");
	bool sentence = is_source(c, "sentence");
	bool mention = is_source(c, "mention");

	if (!is_source(c, "called")) {	/* which tells nothing else */
		w->only_page &= page;
		w->only_contact &= contact;
		w->only_sentence &= sentence;
		w->only_mention &= mention;
		w->in_passing &= page || contact || sentence || mention;
		w->only_office &= page || contact || is_source(c, "author");
	}
	if (sentence || mention)
		w->sentences += c->times;
	w->listed |= c->listed;
	w->sound |= c->sound;
	w->placed |= c->org.region.n > 0 || (c->org.town &&
	    gazetteer_has(GAZETTEER_TOWNS, c->org.own));
	w->national |= c->listed &&
	    words_at_start(WORDS_NATIONAL, c->org.own) > 0;
}

/* The best that self_fits says of those called as C is: 市残联 is none, but
 * 青石市残疾人联合会 a 会. */
static int
best_fit(const struct contenders *all, const struct contender *c)
{
	int best = -1;

	for (size_t i = 0; i < all->n; i++) {
		const struct contender *other = &all->contender[i];
		int fits = slice_eq(other->key, c->key) ? self_fits(all,
		    &other->org, other->key) : -1;

		if (fits > best)
			best = fits;
	}
	return best;
}

/* Whether C is a town that no list has, but under another end of its name: 南桥乡,
 * which is 南桥镇 now. */
static bool
is_former_town(struct arena *arena, const struct contender *c)
{
	size_t end = words_at_end(WORDS_PLACE_SUFFIX, c->org.own);

	return c->org.town && end > 0 && place_is_town(arena,
	    (struct slice){ c->org.own.p, c->org.own.n - end });
}

static void
correct(struct weighed *w, const struct contenders *all,
    const struct contender *c)
{
	int  fits = best_fit(all, c);
	bool government = slice_starts(c->key, SLICE("="));
	int  again = w->sentences > AGAIN_MOST ? AGAIN_MOST :
	    (int)w->sentences;

	w->score += AGAIN * again;
	if (w->only_contact && fits <= 0)
		w->score = w->score * ((w->placed && !government) ||
		    w->national ? 3 : 2) / 4;
	w->score += fits > 0 ? SELF_FITS : fits < 0 ? -SELF_SPEAKS_AGAINST : 0;
	/* But for a zone that sentences are about: its offices would speak of
	 * themselves, too. */
	if (government && w->in_passing && !(org_is_zone(&c->org) &&
	    fits >= 0 && w->only_sentence && w->sentences > 1))
		w->score -= PASSING_GOVERNMENT;
	if (w->only_mention && fits <= 0)
		w->score -= ONLY_IN_PASSING;
	if (w->only_sentence && w->sentences < 2 && fits <= 0)
		w->score += w->listed && w->placed && !(c->org.town &&
		    ((all->governs && !all->acts) ||
		    all->selves.n > 0)) ? ONE_FULL_NAME :
		    -ONE_SENTENCE;
	/* One sentence, no list has the place or the name, and it is no zone
	 * that the document calls itself: it may be no name at all. */
	if (w->only_page)
		w->score = fits > 0 && w->sound && (!government ||
		    org_is_zone(&c->org)) ? PAGE_ALONE : 0;
	else if ((!w->sound && !(fits > 0 && (org_governs_zone(&c->org) ||
	    is_former_town(all->arena, c))) && w->sentences == 1 &&
	    (w->only_sentence || w->only_mention)))
		w->score = 0;
}

/* Whether C is the office that writes for a government, which another report is
 * the government's, this one its own. */
static bool
is_governments_office(const struct contender *c)
{
	struct slice own = slice_from(c->org.own, c->org.generic ?
	    words_at_start(WORDS_GENERIC, c->org.own) : 0);

	return words_are(WORDS_OFFICE, own);
}

/* Whether a sentence is about what the office of the government C does. */
static bool
acts_for(const struct contenders *all, const struct contender *c)
{
	for (size_t i = 0; i < all->n; i++)
		if (is_source(&all->contender[i], "sentence") &&
		    is_governments_office(&all->contender[i]) &&
		    (slice_eq(all->contender[i].org.parent, c->org.parent) ||
		    all->contender[i].org.generic))
			return true;
	return false;
}

/* Whether it stays open if the government reports or its office: one that keeps
 * the reports of all is only said to have written this one; the office is only
 * said to have done one thing; the government is only named in passing, and a
 * sentence is about its office. */
static bool
may_be_governments(const struct contenders *all, const struct contender *c,
    const struct weighed *w)
{
	if (self_fits(all, &c->org, c->key) > 0)
		return false;
	if (words_at_end(WORDS_KEEPER, c->org.own) > 0)
		return w->only_office;
	if (is_governments_office(c))
		return w->in_passing && w->sentences < 2 && all->governs;
	return w->in_passing && slice_starts(c->key, SLICE("=")) &&
	    acts_for(all, c);
}

static struct weighed
weigh(const struct contenders *c, size_t first)
{
	struct weighed w = { .only_page = true, .only_contact = true,
	    .only_sentence = true, .only_mention = true, .in_passing = true,
	    .only_office = true };

	for (size_t i = first; i < c->n; i++) {
		if (!slice_eq(c->contender[i].key, c->contender[first].key))
			continue;
		note_source(&w, &c->contender[i]);
		if (!is_again(c, i))
			w.score += (int)highest(c, i);
	}
	correct(&w, c, &c->contender[first]);
	return w;
}

static bool
is_first_of_key(const struct contenders *c, size_t i)
{
	for (size_t j = 0; j < i; j++)
		if (slice_eq(c->contender[j].key, c->contender[i].key))
			return false;
	return true;
}

/* The number of the first contender of the office that most speaks for; .n of
 * C when that is too little, or another is as good. */
static size_t
winner(const struct contenders *c)
{
	size_t best = c->n, second = c->n;
	int    best_score = 0, second_score = 0;

	for (size_t i = 0; i < c->n; i++) {
		int score;

		if (!is_first_of_key(c, i))
			continue;
		score = weigh(c, i).score;
		if (best == c->n || score > best_score) {
			second = best;
			second_score = best_score;
			best = i;
			best_score = score;
		} else if (second == c->n || score > second_score) {
			second = i;
			second_score = score;
		}
	}
	if (best == c->n || best_score < ENOUGH)
		return c->n;
	if (second < c->n && best_score - second_score < CLEAR &&
	    !org_agrees(&c->contender[best].org, &c->contender[second].org))
		return c->n;
	return best;
}

/* Whether the places A and B may be those above one office: of one the other
 * is the end, both with the same last place; for a town, also the beginning. */
static bool
places_agree(const struct org *a, const struct org *b)
{
	struct slice longer = a->region, shorter = b->region;

	if (longer.n < shorter.n) {
		longer = b->region;
		shorter = a->region;
	}
	return (slice_ends(longer, shorter) && slice_eq(a->parent,
	    b->parent)) || (a->town && b->town &&
	    slice_starts(longer, shorter));
}

/* Whether another contender of that office stands as firmly for places that
 * speak against those of CONTENDER; a zone in short, 青石经开区, is that zone. */
static bool
is_disputed(const struct contenders *c, const struct contender *contender)
{
	for (size_t i = 0; i < c->n; i++) {
		const struct contender *other = &c->contender[i];

		if (slice_eq(other->key, contender->key) &&
		    other->org.region.n > 0 &&
		    other->trust >= contender->trust &&
		    !org_is_zone(&other->org) &&
		    !places_agree(&other->org, &contender->org))
			return true;
	}
	return false;
}

/* Puts the places of the contenders of its office above BEST, the fullest that
 * nothing speaks against. */
static void
complete(const struct contenders *c, struct contender *best)
{
	const struct contender *fullest = NULL;

	for (size_t i = 0; i < c->n; i++) {
		const struct contender *other = &c->contender[i];

		if (!slice_eq(other->key, best->key) ||
		    other->org.parent.n == 0 ||
		    other->org.region.n <= best->org.region.n ||
		    (fullest != NULL && (other->org.region.n <=
		    fullest->org.region.n ||
		    !places_agree(&other->org, &fullest->org))))
			continue;
		if (best->org.region.n > 0 ?
		    places_agree(&other->org, &best->org) :
		    !is_disputed(c, other) &&
		    org_may_be_under(&best->org, other->org.parent))
			fullest = other;
	}
	if (fullest == NULL)
		return;
	org_put_under(c->arena, &best->org, fullest->org.region);
	best->org.parent = fullest->org.parent;
}

/* Whether CONTENDER is OTHER with a character for its place: 青市财政局 of
 * 青石市财政局. */
static bool
is_placed_in_short(const struct contender *contender,
    const struct contender *other)
{
	enum { CHARACTER = 3 };
	struct slice name = contender->org.own, place = other->org.parent;

	return contender->org.region.n == 0 && other->org.own.n > 0 &&
	    name.n == other->org.own.n + 2 * CHARACTER &&
	    place.n > 2 * CHARACTER && slice_ends(name, other->org.own) &&
	    slice_starts(place, (struct slice){ name.p, CHARACTER }) &&
	    slice_ends(place, (struct slice){ name.p + CHARACTER,
	    CHARACTER });
}

/* Gives BEST, called in short (市城管执法委), the name in full that another of its
 * place has: 青石市城市管理执法委员会. */
static void
spell_out(const struct contenders *c, struct contender *best)
{
	const struct contender *fullest = best;

	for (size_t i = 0; i < c->n; i++) {
		const struct contender *other = &c->contender[i];

		if (is_placed_in_short(fullest, other) ||
		    (other->org.region.n > 0 && (best->org.region.n > 0 ?
		    slice_eq(other->org.parent, best->org.parent) :
		    org_may_be_under(&best->org, other->org.parent)) &&
		    org_is_short_for(&fullest->org, &other->org)))
			fullest = other;
	}
	best->org = fullest->org;
}

/* Whether CONTENDER is named by what WHOLE says that it is called, 市北湖办, or by
 * the end of its name. */
static bool
is_called(const struct contenders *c, const struct contender *contender,
    const struct contender *whole)
{
	struct org called;

	return (whole->called.n > 0 && org_read(c->arena, whole->called, false,
	    &called) && slice_eq(contender->org.name, called.name)) ||
	    org_is_tail_of(c->arena, &contender->org, &whole->org);
}

/* Gives contenders that have but a short name of another the one in full: what
 * speaks for the one speaks for the other. */
static void
name_in_full(struct contenders *c)
{
	for (size_t i = 0; i < c->n; i++) {
		const struct contender *whole = &c->contender[i];

		for (size_t j = 0; j < c->n; j++) {
			struct contender *contender = &c->contender[j];

			if (!is_called(c, contender, whole))
				continue;
			contender->org = whole->org;
			contender->key = whole->key;
			contender->listed |= whole->listed;
			contender->sound |= whole->sound;
		}
	}
}

/* The office that writes for its government, named in a sentence, is that
 * government if this is what the document calls itself, or what else it
 * names. */
static void
let_speak(struct contenders *c)
{
	bool self = is_government_self(self_of(&c->selves)), government;
	bool often = self && most_often(&c->selves) > 1;

	/* Sentences that are about the office weigh more than one 全市各. */
	for (size_t i = 0; i < c->n; i++)
		if (is_source(&c->contender[i], "sentence") &&
		    words_are(WORDS_OFFICE, c->contender[i].org.own) &&
		    (!self || (!often && c->contender[i].times > 1)))
			c->acts = true;
	self = self && !c->acts;
	government = self || c->rules || (c->governs && !c->acts);
	for (size_t i = 0; i < c->n && !government; i++)
		government = c->contender[i].sound &&
		    ((c->contender[i].strong &&
		    !is_source(&c->contender[i], "page")) ||
		    is_source(&c->contender[i], "sentence")) &&
		    slice_starts(c->contender[i].key, SLICE("="));
	for (size_t i = 0; government && i < c->n; i++) {
		struct contender *contender = &c->contender[i];
		struct org        org;

		if (!is_source(contender, "author") && !(often &&
		    is_source(contender, "sentence")))
			continue;
		if (!words_are(WORDS_OFFICE,
		    contender->org.own) || !org_read(c->arena,
		    contender->org.name, true, &org))
			continue;
		contender->org = org;
		contender->key = office_key_body(c->arena, &org);
	}
}

const struct contender *
contenders_best(struct contenders *c)
{
	size_t            first, most;
	struct contender *best;
	struct weighed    weighed;

	name_in_full(c);
	let_speak(c);
	first = winner(c);
	if (first == c->n)
		return NULL;
	weighed = weigh(c, first);
	if (may_be_governments(c, &c->contender[first], &weighed)) {
		c->open = &c->contender[first];
		return NULL;
	}
	most = first;
	for (size_t i = first + 1; i < c->n; i++)
		if (slice_eq(c->contender[i].key, c->contender[first].key) &&
		    c->contender[i].trust > c->contender[most].trust)
			most = i;
	if (c->contender[most].org.region.n > 0 &&
	    is_disputed(c, &c->contender[most]))
		return NULL;	/* 青石县财政局, 云河县财政局 */
	best = arena_alloc(c->arena, sizeof(*best));
	*best = c->contender[most];
	best->sentences = (unsigned)weighed.sentences;
	best->fits = is_asked(best) && self_fits(c, &best->org, best->key) > 0;
	spell_out(c, best);
	complete(c, best);
	return best;
}
