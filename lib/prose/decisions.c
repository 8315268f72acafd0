#include "decisions.h"

enum { ITEM, COL, NEED, WITH, WHEN };

/* A line being read. */
struct making {
	struct lexicon        *lexicon;
	const struct measures *measures;
	const struct data_row *row;
	struct decision       *decision;
};

static int
class_number(const struct making *making, struct slice word)
{
	int class = lexicon_class(making->lexicon, word);

	if (class < 0)
		data_refuse(making->row, word, "unknown class");
	return class;
}

/* The classes of LIST, which MARK parts. */
static struct classes
read_classes(const struct making *making, struct slice list, char mark)
{
	struct classes set = { { 0 } };
	struct slice   word;

	while (slice_cut(&list, mark, &word))
		set = classes_join(set, classes_of(class_number(making, word)));
	return set;
}

static void
read_need(struct making *making, struct slice list)
{
	struct decision *decision = making->decision;
	struct need     *need = &decision->need[decision->needs];
	struct slice     word;

	if (decision->needs == NEEDS_MAX)
		data_refuse(making->row, list, "too many needs");
	decision->needs++;
	while (slice_cut(&list, '|', &word)) {
		if (word.p[word.n - 1] == '^') {
			need->carried = true;
			word.n--;
		}
		need->any = classes_join(need->any,
		    classes_of(class_number(making, word)));
	}
	if (!classes_any(need->any))
		data_refuse(making->row, list, "needs nothing");
	decision->allowed = classes_join(decision->allowed, need->any);
}

static void
read_outlets(struct making *making, struct slice list)
{
	struct decision *decision = making->decision;
	struct slice     word;

	decision->no_outlet = false;
	decision->minds_outlet = true;
	while (slice_cut(&list, '|', &word)) {
		if (slice_is(word, "none"))
			decision->no_outlet = true;
		else if (slice_is(word, "any")) {
			decision->no_outlet = true;
			decision->outlets =
			    making->lexicon->kind[CLASS_OUTLET];
		} else
			decision->outlets = classes_join(decision->outlets,
			    classes_of(class_number(making, word)));
	}
}

static void
read_units(struct making *making, struct slice list)
{
	struct slice word;

	making->decision->units = 0;
	while (slice_cut(&list, '|', &word)) {
		uint64_t unit;

		if (slice_is(word, "-"))
			word.n = 0;
		unit = measures_unit(making->measures, word);
		if (unit == 0)
			data_refuse(making->row, word, "unknown unit");
		making->decision->units |= unit;
	}
}

static void
read_list(struct making *making, struct slice code)
{
	const struct item *item = measures_item(making->measures, code);

	if (item == NULL || !item->head)
		data_refuse(making->row, code, "not the head of a list");
	making->decision->list = item;
}

static void
read_head(struct making *making, struct slice code)
{
	making->decision->head = measures_item(making->measures, code);
	if (making->decision->head == NULL)
		data_refuse(making->row, code, "unknown item");
}

static void
read_condition(struct making *making, struct slice word)
{
	const char  *sign = memchr(word.p, '=', word.n);
	struct slice name = { word.p,
	    sign != NULL ? (size_t)(sign - word.p) : word.n };
	struct slice value = slice_from(word, name.n + (sign != NULL));

	if (slice_is(word, "zero"))
		making->decision->zero = true;
	else if (slice_is(word, "words")) {
		making->decision->zero = true;
		making->decision->figure = false;
	} else if (slice_is(word, "same"))
		making->decision->same = true;
	else if (slice_is(word, "fresh"))
		making->decision->fresh = true;
	else if (slice_is(word, "first"))
		making->decision->first = true;
	else if (slice_is(word, "here"))
		making->decision->here = true;
	else if (slice_is(word, "named"))
		making->decision->named = true;
	else if (slice_is(word, "part"))
		making->decision->part = true;
	else if (slice_is(name, "outlet") && sign != NULL)
		read_outlets(making, value);
	else if (slice_is(name, "topic") && sign != NULL)
		making->decision->topic = read_classes(making, value, '|');
	else if (slice_is(name, "beside") && sign != NULL)
		making->decision->beside = read_classes(making, value, '|');
	else if (slice_is(name, "apart") && sign != NULL)
		making->decision->apart = read_classes(making, value, '|');
	else if (slice_is(name, "list") && sign != NULL)
		read_list(making, value);
	else if (slice_is(name, "head") && sign != NULL)
		read_head(making, value);
	else if (slice_is(name, "after") && sign != NULL)
		making->decision->after = read_classes(making, value, '|');
	else if (slice_is(name, "unit") && sign != NULL)
		read_units(making, value);
	else
		data_refuse(making->row, word, "unknown condition");
}

static void
read_row(struct making *making)
{
	const struct data_row *row = making->row;
	struct decision       *decision = making->decision;
	struct slice           list, word;

	*decision = (struct decision){ .col = row->field[COL], .row = row,
	    .no_outlet = true, .figure = true,
	    .item = measures_item(making->measures, row->field[ITEM]) };
	if (decision->item == NULL)
		data_refuse(row, row->field[ITEM], "unknown item");
	if (!slice_is(decision->col, "count"))
		(void)class_number(making, decision->col);
	decision->units = decision->item->units;
	for (list = row->field[NEED]; slice_cut(&list, ' ', &word);)
		read_need(making, word);
	decision->allowed = classes_join(decision->allowed,
	    read_classes(making, row->field[WITH], ' '));
	for (list = row->field[WHEN]; slice_cut(&list, ' ', &word);)
		read_condition(making, word);
	for (int i = 0; i < decision->needs; i++)
		decision->dated |= classes_meet(decision->need[i].any,
		    making->lexicon->kind[CLASS_TIME]);
	decision->rank = decision->needs + classes_any(decision->topic) +
	    classes_any(decision->beside) +
	    2 * (decision->list != NULL);
}

/* Refuses an item of the user's own that no line claims. */
static void
refuse_unclaimed(const struct decisions *decisions,
    const struct measures *measures)
{
	for (size_t i = 0; i < measures->items; i++) {
		const struct item *item = &measures->item[i];
		size_t             d = 0;

		while (d < decisions->decisions &&
		    decisions->decision[d].item != item)
			d++;
		if (item->row->own && d == decisions->decisions)
			data_refuse(item->row, item->code,
			    "no decision claims the item");
	}
}

/* Empty sets of N decisions. */
static void
begin_sets(struct decisions *decisions, size_t n, struct arena *arena)
{
	const size_t words = (n + 63) / 64;
	const size_t sets = UNITS_MAX + FIRST_NEEDS * (CLASSES_MAX + 1);
	uint64_t    *set = arena_alloc(arena, sets * words * sizeof(*set));

	memset(set, 0, sets * words * sizeof(*set));
	decisions->words = words;
	decisions->of_unit = set;
	set += UNITS_MAX * words;
	for (int i = 0; i < FIRST_NEEDS; i++) {
		decisions->of_class[i] = set;
		decisions->open[i] = set + CLASSES_MAX * words;
		set += (CLASSES_MAX + 1) * words;
	}
}

/* Puts decision I into the sets that it belongs to. */
static void
note_in_sets(struct decisions *decisions, size_t i)
{
	const struct decision *decision = &decisions->decision[i];
	const size_t           words = decisions->words, word = i / 64;
	const uint64_t         bit = (uint64_t)1 << i % 64;

	for (uint64_t rest = decision->units; rest != 0; rest &= rest - 1)
		decisions->of_unit[lowest_bit(rest) * words + word] |= bit;
	for (int n = 0; n < FIRST_NEEDS; n++) {
		const struct need *need = &decision->need[n];

		for (size_t k = 0; k < CLASSES_WORDS; k++)
			for (uint64_t rest = need->any.bit[k]; rest != 0;
			    rest &= rest - 1)
				decisions->of_class[n][(k * 64 +
				    lowest_bit(rest)) * words + word] |= bit;
		if (need->carried || n >= decision->needs)
			decisions->open[n][word] |= bit;
	}
}

void
decisions_load(struct decisions *decisions, struct lexicon *lexicon,
    const struct measures *measures, struct arena *arena)
{
	const struct data_table *table = data_table(DATA_DECISIONS);
	struct making            making = { .lexicon = lexicon,
	    .measures = measures };

	decisions->decision = arena_alloc(arena,
	    table->rows * sizeof(*decisions->decision));
	begin_sets(decisions, table->rows, arena);
	for (size_t i = 0; i < table->rows; i++) {
		making.row = &table->row[i];
		making.decision = &decisions->decision[decisions->decisions++];
		read_row(&making);
		note_in_sets(decisions, i);
		if (making.decision->item == measures->listing)
			decisions->listing = classes_join(decisions->listing,
			    making.decision->allowed);
	}
}

void
decisions_vet(const struct decisions *decisions, const struct measures *measures)
{
	refuse_unclaimed(decisions, measures);
	decisions_refuse_overlaps(decisions);
}

/* The decisions of the word WORD whose need N a word of OWN meets, or another one may. */
static uint64_t
that_are_met(const struct decisions *decisions, struct classes own, int n,
    size_t word)
{
	const uint64_t *of_class = decisions->of_class[n] + word;
	uint64_t        met = decisions->open[n][word];

	for (size_t i = 0; i < CLASSES_WORDS; i++)
		for (uint64_t rest = own.bit[i]; rest != 0; rest &= rest - 1)
			met |= of_class[(i * 64 + lowest_bit(rest)) *
			    decisions->words];
	return met;
}

static uint64_t
that_may_fit(const struct decisions *decisions, uint64_t unit,
    struct classes own, size_t word)
{
	uint64_t may = unit == 0 ? UINT64_MAX : 0;

	for (; unit != 0; unit &= unit - 1)
		may |= decisions->of_unit[lowest_bit(unit) *
		    decisions->words + word];
	for (int n = 0; n < FIRST_NEEDS; n++)
		may &= that_are_met(decisions, own, n, word);
	return may;
}

const struct decision *
decisions_next(const struct decisions *decisions, struct decisions_walk *walk)
{
	size_t i;

	while (walk->left == 0) {
		if (walk->word == decisions->words)
			return NULL;
		walk->left = that_may_fit(decisions, walk->unit, walk->own,
		    walk->word++);
	}
	i = (walk->word - 1) * 64 + lowest_bit(walk->left);
	walk->left &= walk->left - 1;
	return &decisions->decision[i];
}

/* Whether one of NEED's classes is among the words, or was said before where
 * the words have nothing of its kind. */
static bool
is_met(const struct need *need, const struct lexicon *lexicon,
    const struct said *said)
{
	const struct classes *kind = lexicon->kind;
	struct classes        same;

	if (classes_meet(need->any, said->own))
		return true;
	if (!need->carried)
		return false;
	same = classes_meet(need->any, kind[CLASS_OBJECT]) ?
	    kind[CLASS_OBJECT] : kind[CLASS_VERB];
	if (classes_meet(said->own, same))
		return false;
	if (classes_meet(said->carried, same))
		return classes_meet(need->any, said->carried);
	return classes_meet(need->any, said->topic);
}

static bool
outlet_fits(const struct decision *decision, const struct said *said)
{
	struct classes outlet = said->outlet;

	if (!classes_any(outlet) && decision->minds_outlet && !decision->here)
		outlet = said->carried_outlet;
	return classes_any(outlet) ? classes_meet(decision->outlets, outlet) :
	    decision->no_outlet;
}

bool
decision_fits(const struct decision *decision, const struct lexicon *lexicon,
    const struct said *said)
{
	if (said->unit == 0 ? !decision->zero && !decision->same :
	    !decision->figure || (decision->units & said->unit) == 0)
		return false;
	if (!outlet_fits(decision, said))
		return false;
	if (classes_any(decision->beside) && !classes_meet(decision->beside,
	    classes_join(said->topic, classes_join(said->carried,
	    said->heard))))
		return false;
	if (classes_any(decision->topic) &&
	    !classes_meet(decision->topic, said->topic))
		return false;
	if (decision->list != NULL && decision->list != said->list)
		return false;
	for (int i = 0; i < decision->needs; i++)
		if (!is_met(&decision->need[i], lexicon, said))
			return false;
	return true;
}
