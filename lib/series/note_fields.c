/* Remarks and what is noted of groups as fields, for parts of a census: by names, since
 * numbers are those of one run. */
#include "notes.h"

#include <limits.h>

#include "summary/key.h"

/* Fields of crosswalk.tsv that tell one line from another. */
enum { CROSSING_FIELDS = 4 };

static void
write_caveat_key(const struct crosswalk *crosswalk, int caveat,
    struct writer *w)
{
	writer_raw(w, caveat < 0 ? (struct slice){ "", 0 } :
	    crosswalk->caveat[caveat].key);
}

/* The number of the caveat KEY, -1: none is named so. */
static int
read_caveat_key(const struct crosswalk *crosswalk, struct slice key)
{
	for (size_t i = 0; i < crosswalk->caveats; i++)
		if (slice_eq(crosswalk->caveat[i].key, key))
			return (int)i;
	return -1;
}

void
remark_write(const struct crosswalk *crosswalk, const struct remark *remark,
    struct writer *w)
{
	writer_raws(w, remark->crossing->row->field, CROSSING_FIELDS);
	writer_raw(w, remark->form == NO_FORM ? (struct slice){ "", 0 } :
	    crosswalk->forms->form[remark->form].name);
	write_caveat_key(crosswalk, remark->caveat, w);
	writer_raw(w, remark->beside);
}

static const struct crossing *
find_crossing(const struct crosswalk *crosswalk,
    const struct slice field[CROSSING_FIELDS])
{
	for (size_t i = 0; i < crosswalk->crossings; i++) {
		const struct slice *of = crosswalk->crossing[i].row->field;
		int                 k = 0;

		while (k < CROSSING_FIELDS && slice_eq(of[k], field[k]))
			k++;
		if (k == CROSSING_FIELDS)
			return &crosswalk->crossing[i];
	}
	return NULL;
}

bool
remark_read(const struct crosswalk *crosswalk, struct slice fields,
    struct remark *remark)
{
	struct slice field[CROSSING_FIELDS], form, caveat;

	for (int i = 0; i < CROSSING_FIELDS; i++)
		key_cut(&fields, &field[i]);
	key_cut(&fields, &form);
	key_cut(&fields, &caveat);
	*remark = (struct remark){ find_crossing(crosswalk, field),
	    form_number(crosswalk->forms, form),
	    read_caveat_key(crosswalk, caveat), fields };
	return remark->crossing != NULL &&
	    (remark->form != NO_FORM || form.n == 0) &&
	    (remark->caveat >= 0 || caveat.n == 0);
}

/* Writes the names of the caveats of NOTE with RELATION, parted by commas. */
static void
write_caveats(const struct crosswalk *crosswalk,
    const struct series_note *note, int relation, struct writer *w)
{
	const char *mark = "";

	writer_begin(w);
	for (size_t i = 0; i < crosswalk->caveats; i++)
		if ((note->caveat[relation][i / WORD_BITS] >>
		    i % WORD_BITS & 1) != 0) {
			writer_part_raw(w, slice_of(mark));
			writer_part_raw(w, crosswalk->caveat[i].key);
			mark = ",";
		}
}

static bool
read_caveats(const struct crosswalk *crosswalk, struct slice list,
    struct series_note *note, int relation)
{
	struct slice key;

	while (slice_cut(&list, ',', &key)) {
		int i = read_caveat_key(crosswalk, key);

		if (i < 0)
			return false;
		note->caveat[relation][i / WORD_BITS] |=
		    (uint64_t)1 << i % WORD_BITS;
	}
	return true;
}

static void
write_forms(const struct crosswalk *crosswalk, const struct series_note *note,
    struct writer *w)
{
	const char *mark = "";

	writer_begin(w);
	for (size_t i = 0; i < crosswalk->forms->forms; i++)
		if ((note->forms >> i & 1) != 0) {
			writer_part_raw(w, slice_of(mark));
			writer_part_raw(w, crosswalk->forms->form[i].name);
			mark = ",";
		}
}

static bool
read_forms(const struct crosswalk *crosswalk, struct slice list,
    struct series_note *note)
{
	struct slice name;

	while (slice_cut(&list, ',', &name)) {
		size_t i = form_number(crosswalk->forms, name);

		if (i == NO_FORM)
			return false;
		note->forms |= (uint64_t)1 << i;
	}
	return true;
}

void
notes_write_part(const struct series_notes *notes,
    const struct crosswalk *crosswalk, struct slice key, struct writer *w)
{
	const struct series_note  none = { .conflicts = 0 };
	const struct series_note *note = notes_find(
	    (struct series_notes *)notes, key, false);

	if (note == NULL)
		note = &none;
	writer_number(w, note->relations);
	writer_number(w, note->has_prose);
	writer_number(w, note->conflicts);
	write_forms(crosswalk, note, w);
	for (int r = 0; r < CROSSING_RELATIONS; r++)
		write_caveats(crosswalk, note, r, w);
	writer_raw(w, note->conflicts > 0 ? note->beside :
	    (struct slice){ "", 0 });
}

bool
notes_read_part(struct series_notes *notes,
    const struct crosswalk *crosswalk, struct slice key, struct slice fields)
{
	struct series_note *note = notes_find(notes, key, true);
	unsigned long long  relations, has_prose, conflicts;
	struct slice        list;

	if (!key_cut_number(&fields, (1U << CROSSING_RELATIONS) - 1,
	    &relations) || !key_cut_number(&fields, 1, &has_prose) ||
	    !key_cut_number(&fields, LLONG_MAX / 2, &conflicts))
		return false;
	note->relations |= (unsigned)relations;
	note->has_prose |= has_prose;
	note->conflicts += (long long)conflicts;
	key_cut(&fields, &list);
	if (!read_forms(crosswalk, list, note))
		return false;
	for (int r = 0; r < CROSSING_RELATIONS; r++) {
		key_cut(&fields, &list);
		if (!read_caveats(crosswalk, list, note, r))
			return false;
	}
	if (conflicts > 0)
		note->beside = arena_copy(&notes->text, fields);
	return true;
}
