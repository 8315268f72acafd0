#include "sentences.h"

#include <stdlib.h>

#include "base/memory.h"
#include "prose/marks.h"
#include "up_to.h"

/* No output may depend on the run, so the hash has no key: whoever builds shingles
 * that meet gains a comparison of two sections, which tells what they share only where
 * eight and more shingles of a sentence do. */
static uint64_t
mixed(uint64_t hash)
{
	hash = (hash ^ hash >> 33) * 0xff51afd7ed558ccdULL;
	hash = (hash ^ hash >> 33) * 0xc4ceb9fe1a85ec53ULL;
	return hash ^ hash >> 33;
}

/* Writes the hashes of the shingles of SIZE units that the N units have to HASH: there
 * are N - SIZE + 1 of them.  Each is had from the one before (Karp, Rabin, 1987). */
static void
hash_shingles(const uint32_t *unit, size_t n, size_t size, uint64_t *hash)
{
	const uint64_t base = 0x9e3779b97f4a7c15ULL;
	uint64_t       rolled = 0, gone = 1;	/* what a unit adds that falls out */

	for (size_t i = 0; i < n; i++) {
		rolled = rolled * base + unit[i];
		if (i < size)
			gone *= base;
		else
			rolled -= unit[i - size] * gone;
		if (i + 1 >= size)
			hash[i + 1 - size] = mixed(rolled);
	}
}

/* Makes room for N more numbers behind USED ones of LIST.  Returns where they go. */
static uint64_t *
more_room(uint64_t **list, size_t *room, size_t used, size_t n)
{
	while (*room < used + n)
		*list = memory_room(*list, room, *room, sizeof(**list));
	return *list + used;
}

/* The last of the least of the WINDOW large shingles from FROM on. */
static size_t
least(const struct sentences *s, size_t from)
{
	size_t end = s->larges - from > WINDOW ? from + WINDOW : s->larges, best = from;

	for (size_t i = from + 1; i < end; i++)
		if (s->large[i] <= s->large[best])
			best = i;
	return best;
}

/* Chooses from the large shingles: of each window the last of the least, each once. */
static void
choose(struct sentences *s)
{
	size_t last = (size_t)-1, from = 0;

	do {
		size_t best = last;

		if (last == (size_t)-1 || last < from)
			best = least(s, from);
		else if (s->large[from + WINDOW - 1] <= s->large[last])
			best = from + WINDOW - 1;
		if (best != last)
			*MEMORY_APPEND(s->chosen, s->choices, s->chosen_room) =
			    s->large[best];
		last = best;
	} while (++from + WINDOW <= s->larges);
}

/* Finds the shingles of SENTENCE, whose units are at hand. */
static void
find_shingles(struct sentences *s, struct masked_sentence *sentence)
{
	const size_t large = s->units < LARGE_SHINGLE ? s->units : LARGE_SHINGLE;

	if (s->units < SHINGLE)
		return;
	sentence->shingles = s->units - SHINGLE + 1;
	hash_shingles(s->unit, s->units, SHINGLE, more_room(&s->shingle,
	    &s->shingle_room, s->shingles, sentence->shingles));
	s->shingles += sentence->shingles;
	s->larges = s->units - large + 1;
	hash_shingles(s->unit, s->units, large, more_room(&s->large, &s->large_room, 0,
	    s->larges));
	choose(s);
	sentence->chosen = s->choices - sentence->first_chosen;
}

static void
add_sentence(struct sentences *s, struct slice text, struct slice loc,
    const struct masks *masks)
{
	struct masked           m = masked_begin(text, masks);
	struct masked_sentence *sentence;
	uint32_t                unit;

	m.last = s->last;
	s->units = 0;
	while (s->unit_room < text.n)
		s->unit = memory_room(s->unit, &s->unit_room, s->unit_room, sizeof(*s->unit));
	while ((unit = masked_next(&m)) != MASKED_END) {
		s->unit[s->units++] = unit;
		s->hash = masked_hash_on(s->hash, unit);
	}
	s->last = m.last;
	if (s->units == 0)
		return;
	sentence = MEMORY_APPEND(s->sentence, s->n, s->room);
	*sentence = (struct masked_sentence){ .text = slice_trim(text), .loc = loc,
	    .first = s->shingles, .first_chosen = s->choices,
	    .characters = m.characters };
	find_shingles(s, sentence);
}

/* The bytes of the mark at the end of a sentence that TEXT begins with. */
static size_t
stop_at(struct slice text)
{
	size_t n = marks_at(MARK_STOP, text);

	return n > 0 ? n : marks_at(MARK_SEMICOLON, text);
}

static void
cut(struct sentences *s, struct slice text, struct slice loc,
    const struct masks *masks)
{
	const bool *stop = marks_of(MARK_STOP)->first;
	const bool *semicolon = marks_of(MARK_SEMICOLON)->first;
	size_t      from = 0, i = 0;

	while (i < text.n) {
		const unsigned char c = (unsigned char)text.p[i];
		size_t n = stop[c] || semicolon[c] ? stop_at(slice_from(text, i)) : 0;

		i += n > 0 ? n : 1;
		if (n == 0)
			continue;
		add_sentence(s, (struct slice){ text.p + from, i - from }, loc, masks);
		from = i;
	}
	add_sentence(s, slice_from(text, from), loc, masks);
}

void
sentences_read(struct sentences *s, struct slice section, const struct masks *masks)
{
	s->n = s->shingles = s->choices = 0;
	s->hash = MASKED_HASH_NONE;
	while (section.n > 0) {
		struct slice text = up_to(&section, '\n');
		struct slice loc = up_to(&text, '\t');

		s->last = MASKED_END;
		cut(s, text, loc, masks);
	}
}

void
sentences_free(struct sentences *s)
{
	free(s->sentence);
	free(s->shingle);
	free(s->chosen);
	free(s->large);
	free(s->unit);
}
