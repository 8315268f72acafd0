#include "fault_list.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/digits.h"
#include "base/diagnostics.h"
#include "base/hash.h"
#include "base/memory.h"
#include "record/whole_file.h"
#include "rule_note.h"
#include "weight.h"
#include "words.h"

enum { ANSWERS_TOLD = 3 };	/* of those that are as likely */

struct fault_row {
	const struct slice  *first;	/* of its findings, as check told them */
	const struct slice **repair;	/* all that pinpoint says of it */
	size_t               repairs;
	struct slice         rules;	/* Q-ROW,Q-SUM */
	size_t               findings;
	enum rule_level      level;
	long long            weight;
	bool                 is_likely;	/* beyond doubt, says pinpoint */
	struct slice         message;
	struct slice         kind;	/* the same without places */
	size_t               documents;	/* copies that have it too; 0: one of these */
};

static bool
is_best(const struct slice *repair)
{
	return slice_is(repair[REPAIR_RANK], "1");
}

/* Whether FINDING is of no one document: of none, or of copies that differ. */
static bool
is_shared(const struct slice *finding)
{
	return finding[FINDING_DOC].n == 0 ||
	    slice_starts(finding[FINDING_RULE], SLICE("Y-"));
}

/* What such findings are of one fault by. */
static const enum finding_field subject[] = { FINDING_REGION, FINDING_ORG,
	FINDING_YEAR, FINDING_RULE };

enum { SUBJECT_FIELDS = sizeof(subject) / sizeof(subject[0]) };

static bool
is_same_subject(const struct slice *a, const struct slice *b)
{
	int same = 0;

	for (int i = 0; i < SUBJECT_FIELDS; i++)
		same += slice_eq(a[subject[i]], b[subject[i]]);
	return same == SUBJECT_FIELDS;
}

static struct fault_row *
new_row(struct fault_list *list)
{
	struct fault_row *row = MEMORY_APPEND(list->row, list->n, list->room);

	*row = (struct fault_row){ .level = LEVEL_NOTE, .documents = 1 };
	return row;
}

/* The row of what FINDING, which is of no one document, is about; a new one if need
 * be. */
static struct fault_row *
shared_row(struct fault_list *list, const struct slice *finding)
{
	unsigned long long hash = hash_of(SLICE(""));
	size_t             probe = 0, i;

	for (int k = 0; k < SUBJECT_FIELDS; k++)
		hash = hash_on(hash, finding[subject[k]]);
	while ((i = map_next(&list->subjects, hash, &probe)) != MAP_NONE)
		if (is_same_subject(list->row[i].first, finding))
			return &list->row[i];
	map_add(&list->subjects, hash, list->n);
	return new_row(list);
}

/* Whether the RULES, between commas, have RULE. */
static bool
has_rule(struct slice rules, struct slice rule)
{
	struct slice one;

	while (slice_cut(&rules, ',', &one))
		if (slice_eq(one, rule))
			return true;
	return false;
}

static void
add_finding(struct fault_list *list, struct fault_row *row,
    const struct slice *finding)
{
	enum rule_level level = level_of(finding[FINDING_LEVEL]);
	long long       weight = finding_weight(finding);
	struct slice    rule = finding[FINDING_RULE];

	if (row->findings++ == 0)
		row->first = finding;
	if (level < row->level)
		row->level = level;
	if (weight > row->weight)
		row->weight = weight;
	if (row->rules.n == 0)
		row->rules = rule;
	else if (!has_rule(row->rules, rule))
		row->rules = arena_join(&list->arena, arena_join(&list->arena,
		    row->rules, SLICE(",")), rule);
}

/* Notes what pinpoint says of the fault that REPAIR is of, in DOCUMENT. */
static void
add_repairs(struct fault_row *row, const struct material *material,
    struct slice document, const struct slice *repair)
{
	size_t               n;
	const struct slice **record = record_file_of(&material->repairs,
	    document, &n);

	for (size_t i = 0; i < n; i++) {
		unsigned long long weight = 0;

		if (!slice_eq(record[i][REPAIR_FAULT], repair[REPAIR_FAULT]))
			continue;
		if (row->repairs++ == 0)
			row->repair = record + i;
		if (!is_best(record[i]))
			continue;
		digits_read(record[i][REPAIR_WEIGHT], 1000000000, &weight);
		if ((long long)weight > row->weight)
			row->weight = (long long)weight;
		row->is_likely |= slice_is(record[i][REPAIR_VERDICT],
		    "likely");
	}
}

/* Whether FINDING is a fault, or no more than a note. */
static bool
is_fault(const struct slice *finding)
{
	return slice_is(finding[FINDING_VERDICT], "fail") &&
	    level_of(finding[FINDING_LEVEL]) < LEVEL_NOTE;
}

static bool
is_of_same_fault(const struct fault_entry *a, const struct fault_entry *b)
{
	return a == b || (a->repair != NULL && b->repair != NULL &&
	    slice_eq(a->repair->field[REPAIR_FAULT],
	    b->repair->field[REPAIR_FAULT]));
}

/* In the order of their file. */
static int
compare_findings(const void *a, const void *b)
{
	const struct slice *x = *(const struct slice *const *)a;
	const struct slice *y = *(const struct slice *const *)b;

	return (x > y) - (x < y);
}

/* The findings of a fault. */
struct findings_of {
	const struct slice **finding;
	size_t               n, room;
};

/* Gathers in FOUND the findings of all ENTRIES of the fault that number I is of, if
 * none before it is. */
static void
gather(const struct entries *entries, size_t i, struct findings_of *found)
{
	const struct fault_entry *entry = &entries->entry[i];

	found->n = 0;
	for (size_t k = 0; k < entries->n; k++) {
		const struct fault_entry *other = &entries->entry[k];

		if (!is_of_same_fault(entry, other))
			continue;
		if (k < i)
			return;
		for (const struct told *t = other->finding; t != NULL;
		    t = t->next)
			if (is_fault(t->field))
				*MEMORY_APPEND(found->finding, found->n,
				    found->room) = t->field;
	}
	if (found->n > 0)
		qsort(found->finding, found->n, sizeof(*found->finding),
		    compare_findings);
}

void
fault_list_add(struct fault_list *list, const struct entries *entries,
    const struct material *material, struct slice document)
{
	static struct findings_of found;

	for (size_t i = 0; i < entries->n; i++) {
		const struct told *repair = entries->entry[i].repair;
		struct fault_row  *row;

		gather(entries, i, &found);
		if (found.n == 0)
			continue;
		row = repair == NULL && is_shared(found.finding[0]) ?
		    shared_row(list, found.finding[0]) : new_row(list);
		for (size_t k = 0; k < found.n; k++)
			add_finding(list, row, found.finding[k]);
		if (repair != NULL)
			add_repairs(row, material, document, repair->field);
	}
}

/* Adds the faults that are of no document. */
static void
add_others(struct fault_list *list, const struct material *material)
{
	size_t               n;
	const struct slice **finding = record_file_of(&material->findings,
	    SLICE(""), &n);

	for (size_t i = 0; i < n; i++)
		if (is_fault(finding[i]))
			add_finding(list, shared_row(list, finding[i]),
			    finding[i]);
}

/* Adds to TEXT the phrase KEY with the number N. */
static void
add_count(struct buffer *text, enum rule_language language, const char *key,
    size_t n)
{
	char               digits[24];
	struct place_value value = { "n", { digits, (size_t)snprintf(digits,
	    sizeof(digits), "%zu", n) } };

	phrase_add_plain(text, language, key, &value, 1);
}

/* What pinpoint says of a fault, told set by set. */
struct answers {
	struct buffer text;
	size_t        sets;
	bool          explains;	/* no set is but several cells like no slip */
};

/* How many cells of the set that RECORD begins, one of N that are left, are no slip, if
 * all are; else 0. */
static size_t
count_unlike(const struct slice **record, size_t n)
{
	size_t i = 0;

	for (; i < n && slice_eq(record[i][REPAIR_SET],
	    record[0][REPAIR_SET]); i++)
		if (!slice_is(record[i][REPAIR_SLIP], "other"))
			return 0;
	return i;
}

static void
find_answers(const struct fault_row *row, enum rule_language language,
    struct answers *answers)
{
	struct slice set = { "", 0 };

	answers->text.n = answers->sets = 0;
	answers->explains = true;
	for (size_t i = 0; i < row->repairs; i++) {
		const struct slice **r = row->repair + i;

		if (!is_best(*r) || slice_eq((*r)[REPAIR_SET], set))
			continue;
		set = (*r)[REPAIR_SET];
		if (count_unlike(r, row->repairs - i) > 1)
			answers->explains = false;
		if (++answers->sets > ANSWERS_TOLD)
			continue;
		if (answers->sets > 1)
			buffer_add(&answers->text, report_word(language,
			    "faults.or"));
		buffer_add(&answers->text, (*r)[REPAIR_MESSAGE]);
	}
}

/* Adds to TEXT what is wrong: which cells, where that is beyond doubt; else what does
 * not agree, with its place if HAS_PLACE, and what may be wrong. */
static void
add_message(const struct fault_row *row, enum rule_language language,
    const struct answers *answers, bool has_place, struct buffer *text)
{
	struct place_value place = { "place", row->first[FINDING_LOC] };

	if (row->is_likely) {
		buffer_add(text, buffer_slice(&answers->text));
		return;
	}
	buffer_add(text, row->first[FINDING_MESSAGE]);
	if (has_place && place.markup.n > 0)
		phrase_add_plain(text, language, "faults.place", &place, 1);
	if (row->findings > 1)
		add_count(text, language, "faults.in-all", row->findings);
	if (answers->sets == 0 || !answers->explains)
		return;
	buffer_add(text, report_word(language, "faults.stop"));
	if (answers->sets > ANSWERS_TOLD)
		add_count(text, language, "faults.ways", answers->sets);
	else
		buffer_add(text, buffer_slice(&answers->text));
}

static void
word_row(struct fault_list *list, struct fault_row *row,
    enum rule_language language)
{
	static struct answers answers;
	static struct buffer  text;

	find_answers(row, language, &answers);
	text.n = 0;
	add_message(row, language, &answers, true, &text);
	row->message = arena_copy(&list->arena, buffer_slice(&text));
	text.n = 0;
	add_message(row, language, &answers, false, &text);
	row->kind = arena_copy(&list->arena, buffer_slice(&text));
	if (row->is_likely)
		row->level = LEVEL_ERROR;
}

static bool
is_same_kind(const struct fault_row *a, const struct fault_row *b)
{
	return slice_eq(a->kind, b->kind) && slice_eq(a->rules, b->rules) &&
	    slice_eq(a->first[FINDING_ORG], b->first[FINDING_ORG]) &&
	    slice_eq(a->first[FINDING_YEAR], b->first[FINDING_YEAR]);
}

/* Has of those of a kind the one of the first document by name stand for all: copies
 * share their faults. */
static void
join_copies(struct fault_list *list)
{
	struct map kinds = { NULL, 0, 0, 0 };

	for (size_t i = 0; i < list->n; i++) {
		struct fault_row  *row = &list->row[i], *other = NULL;
		unsigned long long hash = hash_on(hash_of(row->kind),
		    row->first[FINDING_ORG]);
		size_t             probe = 0, k;

		while (other == NULL && (k = map_next(&kinds, hash, &probe)) !=
		    MAP_NONE)
			if (list->row[k].documents > 0 &&
			    is_same_kind(&list->row[k], row))
				other = &list->row[k];
		if (other == NULL || slice_cmp(row->first[FINDING_DOC],
		    other->first[FINDING_DOC]) < 0)
			map_add(&kinds, hash, i);
		else {
			struct fault_row *copy = row;

			row = other;
			other = copy;
		}
		if (other == NULL)
			continue;
		row->documents += other->documents;
		other->documents = 0;
	}
	map_free(&kinds);
}

/* What weighs most first; else by office, year, document and place. */
static int
compare_rows(const void *a, const void *b)
{
	static const enum finding_field fields[] = { FINDING_ORG, FINDING_YEAR,
		FINDING_DOC, FINDING_LOC };
	const struct fault_row *x = a, *y = b;
	int                     order = 0;

	if (x->weight != y->weight)
		return x->weight > y->weight ? -1 : 1;
	for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]) &&
	    order == 0; i++)
		order = slice_cmp(x->first[fields[i]], y->first[fields[i]]);
	return order != 0 ? order : (x->first > y->first) -
	    (x->first < y->first);
}

static void
write_header(struct writer *w, enum rule_language language)
{
	static const char *const columns[] = { "number", "weight", "level",
		"org", "year", "message", "rules", "findings", "mend", "loc",
		"doc" };

	for (size_t i = 0; i < sizeof(columns) / sizeof(columns[0]); i++) {
		char key[32] = "faults.";

		strcpy(key + 7, columns[i]);
		writer_raw(w, report_word(language, key));
	}
	writer_end(w);
}

static void
write_row(struct writer *w, const struct fault_row *row, size_t number,
    enum rule_language language)
{
	static struct buffer text;
	char                 level[32] = "level.";

	strcpy(level + 6, rule_level_name[row->level]);
	text.n = 0;
	if (row->documents > 1)
		add_count(&text, language, "faults.copies", row->documents);
	writer_number(w, (long long)number);
	writer_number(w, row->weight);
	writer_raw(w, report_word(language, level));
	writer_raw(w, row->first[FINDING_ORG]);
	writer_raw(w, row->first[FINDING_YEAR]);
	writer_begin(w);
	writer_part_raw(w, row->message);
	writer_part_raw(w, buffer_slice(&text));
	writer_raw(w, row->rules);
	writer_number(w, (long long)row->findings);
	writer_raw(w, row->is_likely ? report_word(language, "faults.likely") :
	    rule_note(row->first[FINDING_RULE], NOTE_MEND, language));
	writer_raw(w, row->first[FINDING_LOC]);
	writer_raw(w, row->first[FINDING_DOC]);
	writer_end(w);
	writer_commit(w);
}

void
fault_list_write(struct fault_list *list, const struct material *material,
    const char *path)
{
	struct whole_file file;
	size_t            number = 0;

	add_others(list, material);
	for (size_t i = 0; i < list->n; i++)
		word_row(list, &list->row[i], material->language);
	join_copies(list);
	if (list->n > 0)
		qsort(list->row, list->n, sizeof(*list->row), compare_rows);
	if (!whole_file_open(&file, path))
		return;
	write_header(&file.writer, material->language);
	for (size_t i = 0; i < list->n; i++)
		if (list->row[i].documents > 0)
			write_row(&file.writer, &list->row[i], ++number,
			    material->language);
	whole_file_keep(&file);
}

void
fault_list_free(struct fault_list *list)
{
	free(list->row);
	arena_free(&list->arena);
	map_free(&list->subjects);
}
