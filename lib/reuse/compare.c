#include "compare.h"

#include <stdlib.h>

#include "base/memory.h"

/* A sentence is shared where this much of it is covered by shingles of the other
 * section, of the form where this much of those chosen is. */
enum { SHARED_PERCENT = 60, FORM_PERCENT = 80 };

/* Larger tables are not kept. */
enum { SLOTS_KEPT = 4096 };

/* Of the sentences that have one shingle so many are looked at: of more it says little,
 * and all of them would be too many. */
enum { MODELS_MOST = 8 };

#define NO_SENTENCE ((size_t)-1)

unsigned
share_percent(struct share share)
{
	return share.characters == 0 ? 0 :
	    (unsigned)((uint64_t)share.shared * 100 / share.characters);
}

static void
forget(struct map *map)
{
	if (map->slots > SLOTS_KEPT)
		map_free(map);
	else if (map->n > 0)
		memset(map->slot, 0, map->slots * sizeof(*map->slot));
	map->n = 0;
}

/* Whether the sentence MODEL of the other section has SHINGLE, as far as is looked. */
static bool
has(const struct map *map, uint64_t shingle, size_t model)
{
	size_t probe = 0, found;
	int    looked_at = 0;

	while (looked_at++ < MODELS_MOST && (found = map_next(map,
	    hash_of_number(shingle), &probe)) != MAP_NONE)
		if (found == model)
			return true;
	return false;
}

/* Notes that the sentence MODEL has SHINGLE: of a shingle MODELS_MOST times at most. */
static void
note_shingle(struct map *map, uint64_t shingle, size_t model)
{
	const unsigned long long hash = hash_of_number(shingle);
	size_t                   probe = 0, found;
	int                      n = 0;

	while ((found = map_next(map, hash, &probe)) != MAP_NONE)
		if (found == model || ++n == MODELS_MOST)
			return;
	map_add(map, hash, model);
}

/* Makes OTHER the section that sentences are looked for in. */
static void
take_other(struct text_comparison *c, const struct sentences *other)
{
	const struct vote none = { NULL, 0 };

	forget(&c->shingles);
	c->votes = 0;
	for (size_t i = 0; i < other->n; i++) {
		const struct masked_sentence *sentence = &other->sentence[i];

		*MEMORY_APPEND(c->vote, c->votes, c->vote_room) = none;
		for (size_t k = 0; k < sentence->shingles; k++)
			note_shingle(&c->shingles,
			    other->shingle[sentence->first + k], i);
	}
}

static bool
is_form_sentence(const struct groups_of_shingles *groups, const struct sentences *in,
    const struct masked_sentence *sentence)
{
	size_t n = 0;

	for (size_t i = 0; i < sentence->chosen; i++)
		n += is_of_form(groups, in->chosen[sentence->first_chosen + i]);
	return n * 100 >= sentence->chosen * FORM_PERCENT;
}

/* Whether SENTENCE is no part of what is compared. */
static bool
is_left_out(const struct groups_of_shingles *groups, const struct sentences *in,
    const struct masked_sentence *sentence)
{
	return sentence->shingles == 0 || is_form_sentence(groups, in, sentence);
}

unsigned
own_characters(const struct groups_of_shingles *groups, const struct sentences *section)
{
	unsigned characters = 0;

	for (size_t i = 0; i < section->n; i++)
		if (!is_left_out(groups, section, &section->sentence[i]))
			characters += section->sentence[i].characters;
	return characters;
}

/* Which sentence of the other section has the most of the shingles of SENTENCE; NO_SENTENCE:
 * none has any. */
static size_t
find_model(struct text_comparison *c, const struct sentences *in,
    const struct masked_sentence *sentence)
{
	size_t best = NO_SENTENCE;

	for (size_t i = 0; i < sentence->shingles; i++) {
		size_t probe = 0, model;
		int    looked_at = 0;

		while (looked_at++ < MODELS_MOST && (model = map_next(&c->shingles,
		    hash_of_number(in->shingle[sentence->first + i]), &probe)) !=
		    MAP_NONE) {
			struct vote *vote = &c->vote[model];

			if (vote->from != sentence)
				*vote = (struct vote){ sentence, 0 };
			vote->n++;
			if (best == NO_SENTENCE || vote->n > c->vote[best].n)
				best = model;
		}
	}
	return best;
}

/* Whether SENTENCE stands, more or less, in the other section as one. */
static bool
is_shared(struct text_comparison *c, const struct sentences *in,
    const struct masked_sentence *sentence)
{
	const size_t model = find_model(c, in, sentence);
	size_t       covered = 0, end = 0;	/* units; the first one not covered */

	if (model == NO_SENTENCE)
		return false;
	for (size_t i = 0; i < sentence->shingles; i++) {
		if (!has(&c->shingles, in->shingle[sentence->first + i], model))
			continue;
		covered += i + SHINGLE - (end > i ? end : i);
		end = i + SHINGLE;
	}
	return covered * 100 >= (sentence->shingles + SHINGLE - 1) * SHARED_PERCENT;
}

/* Adds the NAME that stands at LOC to NAMES, unless it was the last one. */
static void
add_name(struct buffer *names, struct slice name, struct slice loc)
{
	const size_t before = names->n;
	struct slice old, new;

	if (before > 0)
		buffer_string(names, ",");
	buffer_add(names, name);
	if (loc.n > 0)
		buffer_string(names, "@");
	buffer_add(names, loc);
	if (before == 0)
		return;
	new = slice_from(buffer_slice(names), before + 1);
	old = (struct slice){ names->p, before };
	if (slice_ends(old, new) && (old.n == new.n || old.p[old.n - new.n - 1] == ','))
		names->n = before;
}

static void
find_names(const struct masked_sentence *sentence, const struct masks *foreign,
    struct buffer *names)
{
	size_t i = 0;

	while (i < sentence->text.n) {
		struct slice rest = slice_from(sentence->text, i);
		size_t       n = masks_at(foreign, rest);

		if (n > 0)
			add_name(names, (struct slice){ rest.p, n }, sentence->loc);
		i += n > 0 ? n : 1;
	}
}

struct share
compare_sections(struct text_comparison *comparison, const struct groups_of_shingles *groups,
    const struct sentences *section, const struct sentences *other,
    const struct masks *foreign, struct buffer *names, struct buffer *text)
{
	struct share share = { 0, 0 };

	take_other(comparison, other);
	for (size_t i = 0; i < section->n; i++) {
		const struct masked_sentence *sentence = &section->sentence[i];

		if (is_left_out(groups, section, sentence))
			continue;
		share.characters += sentence->characters;
		if (!is_shared(comparison, section, sentence))
			continue;
		share.shared += sentence->characters;
		find_names(sentence, foreign, names);
		if (text == NULL)
			continue;
		if (text->n > 0)
			buffer_string(text, "\\n");
		buffer_add(text, sentence->text);
	}
	return share;
}

void
comparison_free(struct text_comparison *comparison)
{
	map_free(&comparison->shingles);
	free(comparison->vote);
}
