#include "follow.h"

#include <stdlib.h>

#include "base/memory.h"

/* Whether groups of CENSUS go by series. */
static bool
is_series(const struct key *key)
{
	return key->origin == KEY_FACT && key->field == FACT_ITEM;
}

static const char *
add_key(struct census *census, int field)
{
	return census_goes_by(census, KEY_FACT, field) ? NULL :
	    census_add_keys(census, slice_of(fact_schema.field[field]));
}

static bool
remarks_eq(const struct remark *a, const struct remark *b)
{
	return a->crossing == b->crossing && a->form == b->form &&
	    a->caveat == b->caveat && slice_eq(a->beside, b->beside);
}

/* The number of REMARK, from 1. */
static unsigned
number_of_remark(struct following *following, struct remark remark)
{
	unsigned long long hash = hash_of(remark.beside) ^
	    ((size_t)(remark.crossing - following->crosswalk->crossing) <<
	    16 ^ remark.form << 8 ^ (size_t)remark.caveat);
	size_t             probe = 0, i;

	while ((i = map_next(&following->map, hash, &probe)) != MAP_NONE)
		if (remarks_eq(&following->remark[i], &remark))
			return (unsigned)i + 1;
	remark.beside = arena_copy(&following->text, remark.beside);
	map_add(&following->map, hash, following->remarks);
	*MEMORY_APPEND(following->remark, following->remarks,
	    following->remark_room) = remark;
	return (unsigned)following->remarks;
}

static unsigned
note(void *context, const struct record *record)
{
	struct following           *following = context;
	const struct series_source *source = series_source_of(
	    &following->reader, record);

	return source == NULL ? 0 : number_of_remark(following,
	    (struct remark){ source->crossing,
	    form_number(following->forms, source->form), source->caveat,
	    record->field[FACT_RAW] });
}

static void
noted(void *context, struct slice key, unsigned number)
{
	struct following *following = context;

	notes_take(&following->notes, key, &following->remark[number - 1]);
}

static int
order(void *context, unsigned left, unsigned right)
{
	const struct following *following = context;
	const struct remark    *l = &following->remark[left - 1];
	const struct remark    *r = &following->remark[right - 1];

	if (l->crossing != r->crossing)
		return l->crossing < r->crossing ? -1 : 1;
	if (l->form != r->form)
		return l->form < r->form ? -1 : 1;
	if (l->caveat != r->caveat)
		return l->caveat < r->caveat ? -1 : 1;
	return slice_cmp(l->beside, r->beside);
}

static unsigned
notes(void *context)
{
	return (unsigned)((const struct following *)context)->remarks;
}

static void
write_note(void *context, unsigned number, struct writer *w)
{
	const struct following *following = context;

	remark_write(following->crosswalk, &following->remark[number - 1], w);
}

static unsigned
read_note(void *context, struct slice fields)
{
	struct following *following = context;
	struct remark     remark;

	return remark_read(following->crosswalk, fields, &remark) ?
	    number_of_remark(following, remark) : 0;
}

static void
write_group(void *context, struct slice key, struct writer *w)
{
	const struct following *following = context;

	notes_write_part(&following->notes, following->crosswalk, key, w);
}

static bool
read_group(void *context, struct slice key, struct slice fields)
{
	struct following *following = context;

	return notes_read_part(&following->notes, following->crosswalk, key,
	    fields);
}

void
follow_note(struct following *following, struct census *census)
{
	following->census = census;
	following->forms = forms_load();
	following->crosswalk = crosswalk_load(following->forms);
	following->noting = (struct noting){ note, noted, order, notes,
	    write_note, read_note, write_group, read_group, following };
	census->noting = &following->noting;
}

const char *
follow_begin(struct following *following, struct census *census)
{
	const char *reason = add_key(census, FACT_ITEM);

	if (reason == NULL)
		reason = add_key(census, FACT_YEAR);
	following->sources = census->sources;
	following->reader.crosswalk = following->crosswalk;
	following->reader.sources = &following->sources;
	census->sources = (struct choice){ .n = 0 };
	choice_add(&census->sources, SLICE("table,prose"));
	return reason;
}

void
follow_document(void *context, const struct document *document)
{
	struct following *following = context;

	document = series_read(&following->reader, document);
	if (document->records > 0)
		census_document(following->census, document);
}

void
follow_header_key(const struct following *following, struct writer *w)
{
	const struct census *census = following->census;

	for (int i = 0; i < census->keys; i++) {
		if (!is_series(census->key[i])) {
			writer_string(w, census->key[i]->name);
			continue;
		}
		writer_string(w, "series");
		writer_string(w, "label");
	}
	writer_string(w, "unit");
}

void
follow_header_notes(struct writer *w)
{
	static const char *const names[] = { "forms", "relation", "caveat",
		"conflicts", "stated" };

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		writer_string(w, names[i]);
}

bool
follow_counts(const struct following *following, struct slice key)
{
	return notes_has(&following->notes, key);
}

/* The series KEY; a part of somebody else's may name one that is none. */
static struct series_definition
definition_of(const struct following *following, struct slice key)
{
	size_t i = crosswalk_series(following->crosswalk, key);

	return i < following->crosswalk->n ? following->crosswalk->series[i] :
	    (struct series_definition){ .key = key };
}

void
follow_write_key(const struct following *following, struct slice key,
    struct writer *w)
{
	const struct census     *census = following->census;
	struct series_definition series = { .key = { "", 0 } };

	for (int i = 0; i < census->keys; i++) {
		struct slice field;

		key_cut(&key, &field);
		writer_raw(w, field);
		if (!is_series(census->key[i]))
			continue;
		series = definition_of(following, field);
		writer_raw(w, series.label[following->language]);
	}
	writer_raw(w, series.unit.name);
}

void
follow_write_notes(const struct following *following, struct slice key,
    struct writer *w)
{
	notes_write(&following->notes, following->crosswalk, key,
	    (int)following->language, w);
}

void
follow_end(struct following *following)
{
	if (following->crosswalk == NULL)
		return;
	series_reader_free(&following->reader);
	notes_free(&following->notes);
	free(following->remark);
	map_free(&following->map);
	arena_free(&following->text);
	choice_free(&following->sources);
	crosswalk_free(following->crosswalk);
	forms_free(following->forms);
}
