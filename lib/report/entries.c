#include "entries.h"

#include <stdlib.h>

#include "base/digits.h"
#include "base/memory.h"
#include "record/amount.h"
#include "sides.h"
#include "weight.h"

const char *const change_word[CHANGES] = {
	[CHANGE_UNKNOWN] = "", [CHANGE_NEW] = "change.new",
	[CHANGE_LEFT] = "change.left",
};

bool
cells_next(struct slice *cells, struct slice *item, struct slice *col)
{
	const char *at;

	if (!slice_cut(cells, ',', item))
		return false;
	at = item->n > 0 ? memchr(item->p, '@', item->n) : NULL;
	*col = at != NULL ? slice_from(*item, (size_t)(at - item->p) + 1) :
	    SLICE("");
	if (at != NULL)
		item->n = (size_t)(at - item->p);
	return true;
}

bool
cells_have(struct slice cells, struct slice item, struct slice col)
{
	struct slice one, at;

	while (cells_next(&cells, &one, &at))
		if (slice_eq(one, item) && slice_eq(at, col))
			return true;
	return false;
}

static struct fault_entry *
new_entry(struct entries *entries, enum entry_kind kind)
{
	struct fault_entry *entry = MEMORY_APPEND(entries->entry, entries->n,
	    entries->room);

	*entry = (struct fault_entry){ .kind = kind, .level = LEVEL_NOTE,
	    .blank = FIGURE_NONE };
	return entry;
}

/* Adds FIELD behind the list that begins at *FIRST and ends at *LAST. */
static void
add_told(struct entries *entries, struct told **first, struct told ***last,
    const struct slice *field)
{
	struct told *told = arena_alloc(&entries->arena, sizeof(*told));

	*told = (struct told){ field, NULL };
	if (*first == NULL)
		*first = told;
	else
		**last = told;
	*last = &told->next;
}

static void
add_repair(struct entries *entries, struct fault_entry *entry,
    const struct slice *field)
{
	unsigned long long weight = 0;

	if (entry->repair == NULL ||
	    !slice_eq(entry->repair->field[REPAIR_SET], field[REPAIR_SET]))
		entry->sets++;
	add_told(entries, &entry->repair, &entry->last_repair, field);
	digits_read(field[REPAIR_WEIGHT], 1000000000, &weight);
	if ((long long)weight > entry->weight)
		entry->weight = (long long)weight;
	entry->is_likely |= slice_is(field[REPAIR_VERDICT], "likely");
}

static void
add_finding(struct entries *entries, struct fault_entry *entry,
    const struct slice *field)
{
	enum rule_level level = level_of(field[FINDING_LEVEL]);
	long long       weight = finding_weight(field);

	add_told(entries, &entry->finding, &entry->last_finding, field);
	entry->findings++;
	if (level < entry->level)
		entry->level = level;
	if (weight > entry->weight)
		entry->weight = weight;
}

/* The mistakes that are figures gone wrong one by one (pinpoint(1)). */
static bool
is_slip(struct slice slip)
{
	static const char *const slips[] = { "digit", "transposed", "shift",
		"lost-digit", "doubled-digit", "omitted", "not-carried",
		"other" };

	for (size_t i = 0; i < sizeof(slips) / sizeof(slips[0]); i++)
		if (slice_is(slip, slips[i]))
			return true;
	return false;
}

/* Records of pinpoint of one fault, those of its best sets. */
struct blame {
	const struct slice **record;
	size_t               n;
	size_t               sets;	/* of the first rank */
};

static bool
is_best(const struct slice *field)
{
	return slice_is(field[REPAIR_RANK], "1");
}

/* Whether A and B change the same cell of the same report to the same. */
static bool
is_same_change(const struct slice *a, const struct slice *b)
{
	return slice_eq(a[REPAIR_ITEM], b[REPAIR_ITEM]) &&
	    slice_eq(a[REPAIR_COL], b[REPAIR_COL]) &&
	    slice_eq(a[REPAIR_REPORT], b[REPAIR_REPORT]) &&
	    slice_eq(a[REPAIR_REPAIRED], b[REPAIR_REPAIRED]);
}

/* Whether every best set of BLAME has the change of FIELD. */
static bool
is_common(const struct blame *blame, const struct slice *field)
{
	size_t n = 0;

	for (size_t i = 0; i < blame->n; i++)
		n += is_best(blame->record[i]) &&
		    is_same_change(blame->record[i], field);
	return n == blame->sets;
}

/* By how much FIELD changes its cell; 0 where that is not known. */
static long long
change_of(const struct slice *field)
{
	long long from, to;

	return amount_parse(field[REPAIR_VALUE], &from) &&
	    amount_parse(field[REPAIR_REPAIRED], &to) ? to - from : 0;
}

/* Whether the changes A and B of a set are one mistake: in a row, by as much, of
 * which one is the total. */
static bool
is_same_row(const struct slice *a, const struct slice *b)
{
	return slice_eq(a[REPAIR_ITEM], b[REPAIR_ITEM]) &&
	    slice_eq(a[REPAIR_REPORT], b[REPAIR_REPORT]) &&
	    (slice_is(a[REPAIR_COL], "total") ||
	    slice_is(b[REPAIR_COL], "total")) &&
	    change_of(a) != 0 && change_of(a) == change_of(b);
}

/* The entry from number FIRST on that FIELD is one mistake with; else a new
 * one. */
static struct fault_entry *
entry_of_change(struct entries *entries, size_t first,
    const struct slice *field)
{
	for (size_t i = first; i < entries->n; i++)
		if (entries->entry[i].kind == ENTRY_CELL &&
		    is_same_row(entries->entry[i].repair->field, field))
			return &entries->entry[i];
	return new_entry(entries, ENTRY_CELL);
}

/* The entries of figures typed wrong: one for each cell that all of the best sets
 * change, one for what they differ in. */
static void
split_blame(struct entries *entries, const struct blame *blame)
{
	size_t first = entries->n;
	bool   differ = false;

	for (size_t i = 0; i < blame->n; i++) {
		const struct slice *field = blame->record[i];

		if (!is_best(field))
			continue;
		if (!is_common(blame, field))
			differ = true;
		else if (slice_is(field[REPAIR_SET], "1"))
			add_repair(entries, entry_of_change(entries, first,
			    field), field);
	}
	if (!differ)
		return;
	new_entry(entries, ENTRY_CHOICE);
	for (size_t i = 0; i < blame->n; i++)
		if (is_best(blame->record[i]) &&
		    !is_common(blame, blame->record[i]))
			add_repair(entries, &entries->entry[entries->n - 1],
			    blame->record[i]);
}

/* The one entry of a mistake that moved many figures. */
static void
keep_blame(struct entries *entries, const struct blame *blame)
{
	struct fault_entry *entry = new_entry(entries, blame->sets > 1 ?
	    ENTRY_CHOICE : ENTRY_CELL);

	entry->is_move = true;
	for (size_t i = 0; i < blame->n; i++)
		if (is_best(blame->record[i]))
			add_repair(entries, entry, blame->record[i]);
}

static void
take_blame(struct entries *entries, struct blame *blame)
{
	bool               slips = true;
	const struct slice none = { "", 0 };
	struct slice       set = none;

	for (size_t i = 0; i < blame->n; i++) {
		const struct slice *field = blame->record[i];

		if (!is_best(field))
			continue;
		slips = slips && is_slip(field[REPAIR_SLIP]);
		blame->sets += !slice_eq(set, field[REPAIR_SET]);
		set = field[REPAIR_SET];
	}
	if (slips)
		split_blame(entries, blame);
	else
		keep_blame(entries, blame);
}

/* Whether the fault of REPAIR explains FINDING. */
static bool
is_explained(const struct slice *repair, const struct slice *finding,
    struct arena *arena)
{
	struct slice list = repair[REPAIR_FINDINGS], one;
	struct slice name = arena_join(arena, arena_join(arena,
	    finding[FINDING_RULE], SLICE(":")), finding[FINDING_WHERE]);

	while (slice_cut(&list, ',', &one))
		if (slice_eq(one, name))
			return true;
	return false;
}

/* Whether FINDING is about a cell that ENTRY changes. */
static bool
is_about(const struct fault_entry *entry, const struct slice *finding)
{
	for (const struct told *t = entry->repair; t != NULL; t = t->next)
		if (cells_have(finding[FINDING_CELLS], t->field[REPAIR_ITEM],
		    t->field[REPAIR_COL]))
			return true;
	return false;
}

/* The entry that explains FINDING: of those of its fault the one about its cells, or
 * the first; else one that is about its cells. */
static struct fault_entry *
explaining_entry(struct entries *entries, const struct slice *finding)
{
	struct fault_entry *of_fault = NULL, *of_cell = NULL;

	for (size_t i = 0; i < entries->n; i++) {
		struct fault_entry *entry = &entries->entry[i];
		bool          explains, about;

		if (entry->kind == ENTRY_FINDING)
			continue;
		explains = is_explained(entry->repair->field, finding,
		    &entries->arena);
		about = is_about(entry, finding);
		if (explains && about)
			return entry;
		if (explains && of_fault == NULL)
			of_fault = entry;
		if (about && of_cell == NULL && entry->kind == ENTRY_CELL)
			of_cell = entry;
	}
	return of_fault != NULL ? of_fault : of_cell;
}

/* Whether B belongs to the entry that A began: of one rule; of sentences about one
 * figure at one place; shares make sums that do not fit. */
static bool
is_alike(const struct slice *a, const struct slice *b)
{
	struct slice sentence = SLICE("T-"), share = SLICE("T-PCT");

	if (slice_starts(a[FINDING_RULE], share) &&
	    slice_starts(b[FINDING_RULE], share))
		return slice_eq(a[FINDING_LOC], b[FINDING_LOC]);
	return slice_eq(a[FINDING_RULE], b[FINDING_RULE]) &&
	    (!slice_starts(a[FINDING_RULE], sentence) ||
	    (slice_eq(a[FINDING_LOC], b[FINDING_LOC]) &&
	    slice_eq(a[FINDING_LEFT], b[FINDING_LEFT])));
}

/* The only figure without a value that a sum of FINDING has, an error; FIGURE_NONE:
 * none, or several. */
static size_t
only_blank(const struct figures *figures, const struct slice *finding)
{
	struct slice cells = finding[FINDING_CELLS], item, col;
	size_t       blank = FIGURE_NONE;

	if (level_of(finding[FINDING_LEVEL]) != LEVEL_ERROR)
		return FIGURE_NONE;
	while (cells_next(&cells, &item, &col)) {
		size_t i = figures_find(figures, item, col);

		if (i == FIGURE_NONE || slice_is(figure_fields(figures,
		    i)[FACT_SOURCE], "structure") ||
		    figure_fields(figures, i)[FACT_VALUE].n > 0)
			continue;
		if (blank != FIGURE_NONE)
			return FIGURE_NONE;
		blank = i;
	}
	return blank;
}

/* The entry that FINDING goes with, of which BLANK is the only blank: one of the same
 * blank, or of its kind; else a new one. */
static struct fault_entry *
alike_entry(struct entries *entries, const struct slice *finding, size_t blank)
{
	struct fault_entry *entry;

	for (size_t i = 0; i < entries->n; i++) {
		entry = &entries->entry[i];
		if (entry->kind == ENTRY_FINDING && entry->blank == blank &&
		    (blank != FIGURE_NONE ||
		    is_alike(entry->finding->field, finding)))
			return entry;
	}
	entry = new_entry(entries, ENTRY_FINDING);
	entry->blank = blank;
	return entry;
}

static void
take_finding(struct entries *entries, const struct figures *figures,
    const struct slice *finding)
{
	struct fault_entry *entry;

	if (!slice_is(finding[FINDING_VERDICT], "fail") ||
	    level_of(finding[FINDING_LEVEL]) > LEVEL_NOTE)
		return;
	entry = explaining_entry(entries, finding);
	if (entry == NULL)
		entry = alike_entry(entries, finding,
		    only_blank(figures, finding));
	add_finding(entries, entry, finding);
}

/* Whether check found something of the fault that ENTRY is of: what is waived, or
 * no rule of this run says, is none. */
static bool
is_found(const struct entries *entries, const struct fault_entry *entry)
{
	for (size_t i = 0; i < entries->n; i++) {
		const struct fault_entry *other = &entries->entry[i];

		if (other->findings > 0 && other->repair != NULL &&
		    slice_eq(other->repair->field[REPAIR_FAULT],
		    entry->repair->field[REPAIR_FAULT]))
			return true;
	}
	return false;
}

/* Takes away the entries of which check found nothing; what pinpoint has no doubt
 * about, or is of such a fault, is an error. */
static void
settle_entries(struct entries *entries)
{
	size_t n = 0;

	for (size_t i = 0; i < entries->n; i++) {
		struct fault_entry *entry = &entries->entry[i];

		if (entry->repair != NULL &&
		    (entry->is_likely || entry->findings == 0))
			entry->level = LEVEL_ERROR;
		entry->is_dropped = entry->repair != NULL &&
		    !is_found(entries, entry);
	}
	for (size_t i = 0; i < entries->n; i++)
		if (!entries->entry[i].is_dropped)
			entries->entry[n++] = entries->entry[i];
	entries->n = n;
}

/* What is worse first, then what weighs more; else as they were found. */
static int
compare_entries(const void *a, const void *b)
{
	const struct fault_entry *x = a, *y = b;

	if (x->level != y->level)
		return x->level < y->level ? -1 : 1;
	if (x->weight != y->weight)
		return x->weight > y->weight ? -1 : 1;
	return 0;
}

/* A stable sort: there are few. */
static void
sort_entries(struct entries *entries)
{
	for (size_t i = 1; i < entries->n; i++) {
		struct fault_entry entry = entries->entry[i];
		size_t       at = i;

		for (; at > 0 && compare_entries(&entry,
		    &entries->entry[at - 1]) < 0; at--)
			entries->entry[at] = entries->entry[at - 1];
		entries->entry[at] = entry;
	}
}

/* Returns whether a cell of this report is one of those. */
static bool
mark_repairs(const struct fault_entry *entry, size_t number,
    struct figures *figures)
{
	bool is_marked = false;

	for (const struct told *t = entry->repair; t != NULL; t = t->next) {
		struct figure_mark mark = { entry->is_likely ? MARK_WRONG :
		    MARK_MAYBE, number, { "", 0 } };

		if (!slice_eq(t->field[REPAIR_REPORT],
		    figures->document->name))
			continue;
		if (entry->is_likely)
			mark.repaired = t->field[REPAIR_REPAIRED];
		figures_mark(figures, t->field[REPAIR_ITEM],
		    t->field[REPAIR_COL], mark);
		is_marked = true;
	}
	return is_marked;
}

/* The one figure that FINDING holds a sum against, if there is one. */
static void
mark_stated(const struct slice *finding, size_t number,
    struct figures *figures, const struct rules *rules)
{
	static struct sides sides;
	int                 side;

	if (!sides_find(&sides, rules, figures, finding))
		return;
	side = sides_stated(&sides);
	if (side >= 0) {
		const struct side_term *term =
		    &sides.term[side == 0 ? 0 : sides.left];

		figures_mark(figures, term->item, term->col,
		    (struct figure_mark){ MARK_MAYBE, number, { "", 0 } });
	}
}

/* The cells of FINDING are terms of its sum; where nothing says which of them is
 * wrong, one of few. */
static void
mark_finding(const struct slice *finding, size_t number, bool is_blamed,
    struct figures *figures, const struct rules *rules)
{
	struct slice       cells = finding[FINDING_CELLS], item, col;
	struct figure_mark mark = { MARK_TERM, number, { "", 0 } };
	size_t             n = 0;

	while (cells_next(&cells, &item, &col))
		n += figures_find(figures, item, col) != FIGURE_NONE;
	if (!is_blamed && n <= 2)
		mark.mark = MARK_MAYBE;
	else if (!is_blamed)
		mark_stated(finding, number, figures, rules);
	cells = finding[FINDING_CELLS];
	while (cells_next(&cells, &item, &col))
		figures_mark(figures, item, col, mark);
}

static void
mark_entry(const struct fault_entry *entry, size_t number,
    struct figures *figures, const struct rules *rules)
{
	bool is_blamed = mark_repairs(entry, number, figures);

	if (entry->blank != FIGURE_NONE) {
		const struct slice *field = figure_fields(figures,
		    entry->blank);

		figures_mark(figures, field[FACT_ITEM], field[FACT_COL],
		    (struct figure_mark){ MARK_MAYBE, number, { "", 0 } });
		is_blamed = true;
	}
	for (const struct told *t = entry->finding; t != NULL; t = t->next)
		if (level_of(t->field[FINDING_LEVEL]) < LEVEL_NOTE)
			mark_finding(t->field, number, is_blamed, figures,
			    rules);
}

static void
take_repairs(struct entries *entries, const struct material *material,
    struct slice document)
{
	size_t               n, end;
	const struct slice **record = record_file_of(&material->repairs,
	    document, &n);

	for (size_t i = 0; i < n; i = end) {
		struct blame blame = { record + i, 0, 0 };

		for (end = i; end < n && slice_eq(record[end][REPAIR_FAULT],
		    record[i][REPAIR_FAULT]);)
			end++;
		blame.n = end - i;
		take_blame(entries, &blame);
	}
}

/* Whether check found something of ENTRY in the last round too. */
static bool
was_there(const struct fault_entry *entry, const struct last_round *round)
{
	for (const struct told *t = entry->finding; t != NULL; t = t->next)
		if (last_round_had(round, t->field))
			return true;
	return false;
}

/* Whether an entry of the fault that ENTRY is of was there. */
static bool
fault_was_there(const struct entries *entries, const struct fault_entry *entry,
    const struct last_round *round)
{
	for (size_t i = 0; i < entries->n; i++) {
		const struct fault_entry *other = &entries->entry[i];

		if (other->repair != NULL && slice_eq(
		    other->repair->field[REPAIR_FAULT],
		    entry->repair->field[REPAIR_FAULT]) &&
		    was_there(other, round))
			return true;
	}
	return false;
}

static void
note_changes(struct entries *entries, const struct last_round *round)
{
	for (size_t i = 0; i < entries->n; i++) {
		struct fault_entry *entry = &entries->entry[i];

		entry->change = (entry->findings > 0 ?
		    was_there(entry, round) :
		    fault_was_there(entries, entry, round)) ? CHANGE_LEFT :
		    CHANGE_NEW;
	}
}

void
entries_find(struct entries *entries, const struct material *material,
    struct figures *figures)
{
	struct slice         document = figures->document->name;
	size_t               n;
	const struct slice **finding = record_file_of(&material->findings,
	    document, &n);

	arena_reset(&entries->arena);
	entries->n = 0;
	take_repairs(entries, material, document);
	for (size_t i = 0; i < n; i++)
		take_finding(entries, figures, finding[i]);
	settle_entries(entries);
	sort_entries(entries);
	if (last_round_was(&material->round))
		note_changes(entries, &material->round);
	for (size_t i = 0; i < entries->n; i++)
		mark_entry(&entries->entry[i], i + 1, figures,
		    &material->rules);
}

void
entries_free(struct entries *entries)
{
	arena_free(&entries->arena);
	free(entries->entry);
}
