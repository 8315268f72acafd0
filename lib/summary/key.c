#include "key.h"

static const struct key keys[] = {
	{ "doc", KEY_FACT, FACT_DOC, true },
	{ "region", KEY_FACT, FACT_REGION, true },
	{ "org", KEY_FACT, FACT_ORG, true },
	{ "year", KEY_FACT, FACT_YEAR, true },
	{ "form", KEY_FACT, FACT_FORM, true },
	{ "item", KEY_FACT, FACT_ITEM, false },
	{ "col", KEY_FACT, FACT_COL, false },
	{ "value", KEY_FACT, FACT_VALUE, false },
	{ "unit", KEY_FACT, FACT_UNIT, false },
	{ "state", KEY_FACT, FACT_STATE, false },
	{ "source", KEY_FACT, FACT_SOURCE, false },
	{ "loc", KEY_FACT, FACT_LOC, false },
	{ "raw", KEY_FACT, FACT_RAW, false },
	{ "office", KEY_OFFICE, 0, true },
};

const struct key *
key_find(struct slice name)
{
	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
		if (slice_is(name, keys[i].name))
			return &keys[i];
	return NULL;
}

struct slice
provenance_told(const struct document *document, const char *item,
    struct slice fallback)
{
	for (size_t i = 0; i < document->records; i++) {
		const struct slice *field = document->record[i].field;

		if (slice_is(field[FACT_ITEM], item))
			return field[FACT_RAW];
		if (!slice_is(field[FACT_SOURCE], "structure"))
			break;
	}
	return fallback;
}

void
provenance_read(struct provenance *provenance,
    const struct document *document)
{
	provenance->office = provenance_told(document, "structure.office",
	    document->record[0].field[FACT_ORG]);
}
