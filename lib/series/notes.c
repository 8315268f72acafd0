#include "notes.h"

#include <stdlib.h>

#include "base/memory.h"

static struct series_note *
note_find(const struct series_notes *notes, struct slice key)
{
	size_t probe = 0, i;

	while ((i = map_next(&notes->map, hash_of(key), &probe)) != MAP_NONE)
		if (slice_eq(notes->note[i].key, key))
			return &notes->note[i];
	return NULL;
}

static struct series_note *
note_add(struct series_notes *notes, struct slice key)
{
	struct series_note *note;

	map_add(&notes->map, hash_of(key), notes->n);
	note = MEMORY_APPEND(notes->note, notes->n, notes->room);
	*note = (struct series_note){ .key = arena_copy(&notes->text, key) };
	return note;
}

struct series_note *
notes_find(struct series_notes *notes, struct slice key, bool may_add)
{
	struct series_note *note = note_find(notes, key);

	return note == NULL && may_add ? note_add(notes, key) : note;
}

bool
notes_has(const struct series_notes *notes, struct slice key)
{
	return note_find(notes, key) != NULL;
}

void
notes_take(struct series_notes *notes, struct slice key,
    const struct remark *remark)
{
	struct series_note    *note = notes_find(notes, key, true);
	enum crossing_relation relation = remark->crossing->relation;

	note->relations |= 1U << relation;
	if (remark->caveat >= 0)
		note->caveat[relation][remark->caveat / WORD_BITS] |=
		    (uint64_t)1 << remark->caveat % WORD_BITS;
	if (relation == CROSSING_NEVER)
		return;
	note->has_prose |= remark->crossing->is_prose;
	if (remark->form != NO_FORM)
		note->forms |= (uint64_t)1 << remark->form;
	if (remark->beside.n == 0)
		return;
	note->conflicts++;
	note->beside = remark->beside;
}

/* Writes WORD as a part of a field, behind MARK unless it is the first. */
static void
write_part(struct writer *w, struct slice mark, struct slice word,
    bool *is_first)
{
	if (!*is_first)
		writer_part_raw(w, mark);
	writer_part_raw(w, word);
	*is_first = false;
}

static void
write_forms(const struct series_note *note, const struct crosswalk *crosswalk,
    struct writer *w)
{
	bool is_first = true;

	writer_begin(w);
	for (size_t i = 0; i < crosswalk->forms->forms; i++)
		if ((note->forms >> i & 1) != 0)
			write_part(w, SLICE(","),
			    crosswalk->forms->form[i].name, &is_first);
	if (note->has_prose)
		write_part(w, SLICE(","), SLICE("prose"), &is_first);
}

/* The worst of how the figures stand; never only where there are no others. */
static enum crossing_relation
relation_of(const struct series_note *note)
{
	for (int r = CROSSING_NEVER - 1; r >= 0; r--)
		if ((note->relations >> r & 1) != 0)
			return (enum crossing_relation)r;
	return CROSSING_NEVER;
}

static void
write_caveats(const struct series_note *note,
    const struct crosswalk *crosswalk, int language, struct writer *w)
{
	bool is_never = relation_of(note) == CROSSING_NEVER;
	bool is_first = true;

	writer_begin(w);
	for (size_t i = 0; i < crosswalk->caveats; i++) {
		uint64_t bits = 0;

		for (int r = is_never ? CROSSING_NEVER : 0;
		    r < CROSSING_NEVER + is_never; r++)
			bits |= note->caveat[r][i / WORD_BITS];
		if ((bits >> i % WORD_BITS & 1) != 0)
			write_part(w, SLICE("; "),
			    crosswalk->caveat[i].text[language], &is_first);
	}
}

void
notes_write(const struct series_notes *notes,
    const struct crosswalk *crosswalk, struct slice key, int language,
    struct writer *w)
{
	const struct series_note *note = note_find(notes, key);

	write_forms(note, crosswalk, w);
	writer_raw(w, slice_of(crossing_relation_name[relation_of(note)]));
	write_caveats(note, crosswalk, language, w);
	writer_number(w, note->conflicts);
	writer_raw(w, note->conflicts == 1 ? note->beside :
	    (struct slice){ "", 0 });
}

void
notes_free(struct series_notes *notes)
{
	free(notes->note);
	map_free(&notes->map);
	arena_free(&notes->text);
}
