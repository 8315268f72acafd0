#include "document_group.h"

#include <stdlib.h>

#include "base/memory.h"
#include "split.h"

/* All fields of RECORD, with the tabs between them. */
static struct slice
line_of(const struct document_group *group, const struct record *record)
{
	struct slice last = record->field[group->fields - 1];
	const char  *start = record->field[0].p;

	return (struct slice){ start, (size_t)(last.p + last.n - start) };
}

/* Notes where the records of DOCUMENT are. */
static void
note_spots(struct document_group *group, const struct document *document,
    const char *text)
{
	for (size_t i = 0; i < document->records; i++) {
		const struct record *record = &document->record[i];
		struct slice         line = line_of(group, record);

		*MEMORY_APPEND(group->spot, group->spots, group->spot_room) =
		    (struct spot){ (unsigned)(line.p - text), (unsigned)line.n,
		    record->line };
	}
}

bool
document_group_add(struct document_group *group,
    const struct document *document, struct slice key, size_t from,
    const char *text)
{
	bool        is_cut = from + document->records <= GROUP_CUT_MAX;
	struct held held = { .is_cut = is_cut, .records = document->records,
	    .first = is_cut ? from : group->spots };

	if (group->documents == 0) {
		group->key.n = 0;
		buffer_add(&group->key, key);
	}
	if (document->name.p != document->record[0].field[0].p)
		held.name = document->name;
	if (!is_cut)
		note_spots(group, document, text);
	*MEMORY_APPEND(group->held, group->documents, group->held_room) = held;
	return is_cut;
}

struct slice
document_group_key(const struct document_group *group)
{
	return buffer_slice(&group->key);
}

void
document_group_begin(struct document_group *group, const char *text,
    struct record *record)
{
	group->text = text;
	group->record = record;
}

void
document_name_all(const struct document *document)
{
	for (size_t i = 0; i < document->records; i++)
		document->record[i].field[0] = document->name;
}

/* Cuts the first N records of HELD. */
static struct record *
cut(struct document_group *group, const struct held *held, size_t n)
{
	while (group->again_room < n)
		group->again = memory_room(group->again, &group->again_room,
		    group->again_room, sizeof(*group->again));
	for (size_t i = 0; i < n; i++) {
		const struct spot *spot = &group->spot[held->first + i];

		group->again[i].line = spot->line;
		record_split((struct slice){ group->text + spot->at, spot->n },
		    &group->again[i]);
	}
	return group->again;
}

/* Document I with its first N records. */
static const struct document *
take(struct document_group *group, size_t i, size_t n)
{
	const struct held *held = &group->held[i];
	struct record     *record = held->is_cut ?
	    &group->record[held->first] : cut(group, held, n);

	group->document = (struct document){ held->name, record, n };
	if (held->name.p == NULL)
		group->document.name = record[0].field[0];
	else
		document_name_all(&group->document);
	return &group->document;
}

const struct document *
document_group_document(struct document_group *group, size_t i)
{
	return take(group, i, group->held[i].records);
}

const struct document *
document_group_head(struct document_group *group, size_t i)
{
	return take(group, i, 1);
}

void
document_group_empty(struct document_group *group)
{
	group->documents = group->spots = 0;
}

void
document_group_free(struct document_group *group)
{
	free(group->held);
	free(group->spot);
	free(group->again);
	buffer_free(&group->key);
}
