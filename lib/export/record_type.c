#include "record_type.h"

#include "base/digits.h"
#include "export/decimal.h"
#include "panel/columns.h"
#include "summary/key.h"
#include "summary/statistic.h"

enum { COUNT_DIGITS_MAX = 18 };

static const char *const states[] = { "number", "approx", "blank", "na",
	"unreadable", "absent", NULL };
static const char *const sources[] = { "table", "prose", "structure", NULL };
static const char *const levels[] = { "error", "suspect", "duty", "note",
	"waived", NULL };
static const char *const verdicts[] = { "fail", "unknown", "vacuous", "pass",
	NULL };

static const char *const divisions[] = { "province", "city", "county", "town",
	NULL };
static const char *const readings[] = { "read", "part", "unread", "other",
	NULL };

const struct record_type facts_type = { &fact_schema, true, {
	[FACT_YEAR] = { .type = VALUE_YEAR },
	[FACT_ITEM] = { .required = true },
	[FACT_VALUE] = { .type = VALUE_NUMBER },
	[FACT_STATE] = { .required = true, .word = states },
	[FACT_SOURCE] = { .required = true, .word = sources },
} };

const struct record_type findings_type = { &finding_schema, true, {
	[FINDING_YEAR] = { .type = VALUE_YEAR },
	[FINDING_RULE] = { .required = true },
	[FINDING_LEVEL] = { .required = true, .word = levels },
	[FINDING_VERDICT] = { .required = true, .word = verdicts },
} };

const struct record_type documents_type = { &document_schema, true, {
	[DOCUMENTS_DOC] = { .required = true },
	[DOCUMENTS_BYTES] = { .type = VALUE_COUNT },
	[DOCUMENTS_LEVEL] = { .word = divisions },
	[DOCUMENTS_YEAR] = { .type = VALUE_YEAR },
	[DOCUMENTS_EXPECTED] = { .type = VALUE_COUNT },
	[DOCUMENTS_FOUND] = { .type = VALUE_COUNT },
	[DOCUMENTS_BLANK] = { .type = VALUE_COUNT },
	[DOCUMENTS_UNREADABLE] = { .type = VALUE_COUNT },
	[DOCUMENTS_STATUS] = { .required = true, .word = readings },
} };

const struct record_type *const kept_type[KEPT_TYPES] = {
	&facts_type, &findings_type, &documents_type,
};

/* The number of the field of SCHEMA called NAME, or -1. */
static int
field_number(const struct schema *schema, struct slice name)
{
	for (int i = 0; i < schema->fields; i++)
		if (slice_is(name, schema->field[i]))
			return i;
	return -1;
}

bool
record_type_is_named(const struct record_type *type,
    const struct slice field[], int n, int order[])
{
	bool named[TYPE_FIELDS_MAX];

	if (n != type->schema->fields)
		return false;
	memset(named, 0, sizeof(named[0]) * (size_t)n);
	for (int i = 0; i < n; i++) {
		int number = field_number(type->schema, field[i]);

		if (number < 0 || named[number])
			return false;
		named[number] = true;
		order[i] = number;
	}
	return true;
}

static bool
is_one_of(const char *const word[], struct slice text)
{
	for (; *word != NULL; word++)
		if (slice_is(text, *word))
			return true;
	return false;
}

/* What aggregate --series tells of a group besides statistics. */
static const char *const notes[] = { "series", "label", "unit", "forms",
	"relation", "caveat", "conflicts", "stated", NULL };

/* Whether the N fields FIELD are those of a wide table, whose columns for cells are
 * behind the last of the document. */
static bool
names_wide(const struct slice field[], int n)
{
	enum { LAST_OF_DOCUMENT = 9 };

	return n > LAST_OF_DOCUMENT && slice_is(field[0], "doc") &&
	    slice_is(field[LAST_OF_DOCUMENT], "sha256");
}

bool
names_summary(const struct slice field[], int n)
{
	int statistics = 0;

	if (names_wide(field, n))
		return true;
	for (int i = 0; i < n; i++)
		if (statistic_find(field[i]) != NULL)
			statistics++;
		else if (key_find(field[i]) == NULL &&
		    !is_one_of(notes, field[i]))
			return false;
	return statistics > 0;
}

/* Whether NAME, which is UTF-8, can be that of a column everywhere. */
static bool
is_plain_name(struct slice name)
{
	for (size_t i = 0; i < name.n; i++) {
		unsigned char c = (unsigned char)name.p[i];

		if (c < ' ' || c == 0x7F || strchr("\"'\\`;", c) != NULL)
			return false;
	}
	return name.n > 0;
}

/* The type of what a summary calls NAME: a field of facts or documents has its
 * own; what else is in a WIDE table are figures, and the states of such. */
static enum value_type
value_type_of(struct slice name, bool wide)
{
	int                     fact = field_number(&fact_schema, name);
	int                     document = field_number(&document_schema, name);
	const struct statistic *statistic = statistic_find(name);

	if (fact >= 0)
		return facts_type.rule[fact].type;
	if (document >= 0)
		return documents_type.rule[document].type;
	if (statistic != NULL)
		return statistic->counts ? VALUE_COUNT : VALUE_NUMBER;
	if (slice_is(name, "conflicts"))
		return VALUE_COUNT;
	return wide && !column_tells_of_another(name) ?
	    VALUE_NUMBER : VALUE_TEXT;
}

const char *
summary_type_make(struct summary_type *summary,
    const struct slice field[], int n, struct arena *arena)
{
	struct schema *schema = &summary->schema;

	if (n > TYPE_FIELDS_MAX)
		return "too many fields for a summary";
	*schema = (struct schema){ "summary", summary->field, 0 };
	for (int i = 0; i < n; i++) {
		if (!is_plain_name(field[i]))
			return "no header line of a summary: see aggregate -H";
		if (field_number(schema, field[i]) >= 0)
			return "a field is named twice";
		summary->field[schema->fields++] = arena_join(arena, field[i],
		    (struct slice){ "", 1 }).p;
		summary->type.rule[i].type = value_type_of(field[i],
		    names_wide(field, n));
	}
	summary->type.schema = schema;
	return NULL;
}

const char *
value_fault(const struct value_rule *rule, struct slice text)
{
	unsigned long long number;

	if (text.n == 0)
		return rule->required ? "is empty" : NULL;
	switch (rule->type) {
	case VALUE_YEAR:
		return text.n == 4 && text.p[0] != '0' &&
		    digits_read(text, 9999, &number) ? NULL : "is no year";
	case VALUE_COUNT:
		return text.n <= COUNT_DIGITS_MAX &&
		    digits_read(text, ~0ULL, &number) ? NULL : "is no count";
	case VALUE_NUMBER:
		return decimal_is(text) ? NULL : "is no plain number";
	default:
		return rule->word == NULL || is_one_of(rule->word, text) ?
		    NULL : "is no word of this field";
	}
}
