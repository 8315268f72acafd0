#include "unit.h"

#include "base/digits.h"
#include "base/memory.h"
#include "data/data.h"

static const char *const kinds[] = {
	[UNIT_COUNT] = "count", [UNIT_MONEY] = "money", [UNIT_SHARE] = "share",
	[UNIT_POINT] = "point", [UNIT_TIME] = "time", [UNIT_ORDER] = "order",
};

enum { KINDS = sizeof(kinds) / sizeof(*kinds), CHAINS = 64 };

/* A word of units.tsv, in a chain of those that share the last byte of their
 * first character, which differs most. */
struct unit_word {
	struct slice word;
	struct unit  unit;
	int          next;	/* -1: the last */
};

static struct unit_word *words;
static int               first[CHAINS];

static unsigned
chain_of(struct slice word)
{
	unsigned char first_byte = (unsigned char)word.p[0];

	return (first_byte < 0x80 || word.n < 3 ? first_byte :
	    (unsigned char)word.p[2]) % CHAINS;
}

enum { WORD, NAME, KIND, POWER, FIELDS };

static int
read_power(const struct data_row *row, enum unit_kind kind)
{
	unsigned long long power;

	if (row->fields > FIELDS)
		data_refuse(row, row->field[FIELDS], "a field too many");
	if (row->field[POWER].n == 0)
		return UNIT_NO_POWER;
	if (kind != UNIT_MONEY)
		data_refuse(row, row->field[POWER], "only money has a power");
	if (!digits_read(row->field[POWER], UNIT_POWER_MAX, &power))
		data_refuse(row, row->field[POWER], "no power of ten up to 12");
	return (int)power;
}

static struct unit_word
read_word(const struct data_row *row)
{
	enum unit_kind kind = (enum unit_kind)data_choice(row, KIND, kinds,
	    KINDS);

	return (struct unit_word){ row->field[WORD], { row->field[NAME], kind,
	    read_power(row, kind) }, -1 };
}

void
units_load(void)
{
	const struct data_table *table = data_table(DATA_UNITS);

	if (words != NULL)
		return;
	words = memory_resize(NULL, table->rows, sizeof(*words));
	for (int i = 0; i < CHAINS; i++)
		first[i] = -1;
	for (size_t i = 0; i < table->rows; i++) {
		int *chain;

		words[i] = read_word(&table->row[i]);
		chain = &first[chain_of(words[i].word)];
		words[i].next = *chain;
		*chain = (int)i;
	}
}

size_t
unit_at(struct slice text, struct unit *unit)
{
	size_t longest = 0;

	if (text.n == 0)
		return 0;
	if (words == NULL)
		units_load();
	for (int i = first[chain_of(text)]; i >= 0; i = words[i].next)
		if (words[i].word.n > longest &&
		    words[i].word.p[0] == text.p[0] &&
		    slice_starts(text, words[i].word)) {
			longest = words[i].word.n;
			*unit = words[i].unit;
		}
	return longest;
}

bool
unit_is(struct slice name, struct unit *unit)
{
	return unit_at(name, unit) == name.n && name.n > 0 &&
	    slice_eq(unit->name, name);
}
