#include "key.h"

#include "base/digits.h"

#include <stdio.h>

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
	{ "code", KEY_CODE, DIVISION_CODE, true },
	{ "province", KEY_CODE, DIVISION_OF_PROVINCE, true },
	{ "city", KEY_CODE, DIVISION_OF_CITY, true },
	{ "county", KEY_CODE, DIVISION_OF_COUNTY, true },
	{ "level", KEY_CODE, DIVISION_IS, true },
	{ "sha256", KEY_DOCUMENT, DOCUMENTS_SHA256, true },
	{ "type", KEY_DOCUMENT, DOCUMENTS_TYPE, true },
	{ "bytes", KEY_DOCUMENT, DOCUMENTS_BYTES, true },
	{ "url", KEY_DOCUMENT, DOCUMENTS_URL, true },
	{ "title", KEY_DOCUMENT, DOCUMENTS_TITLE, true },
	{ "period", KEY_DOCUMENT, DOCUMENTS_PERIOD, true },
	{ "published", KEY_DOCUMENT, DOCUMENTS_PUBLISHED, true },
	{ "genre", KEY_DOCUMENT, DOCUMENTS_GENRE, true },
	{ "expected", KEY_DOCUMENT, DOCUMENTS_EXPECTED, true },
	{ "found", KEY_DOCUMENT, DOCUMENTS_FOUND, true },
	{ "blank", KEY_DOCUMENT, DOCUMENTS_BLANK, true },
	{ "unreadable", KEY_DOCUMENT, DOCUMENTS_UNREADABLE, true },
	{ "status", KEY_DOCUMENT, DOCUMENTS_STATUS, true },
};

enum { KEYS = sizeof(keys) / sizeof(keys[0]), NAME_BYTES = 16 };

const struct key *
key_find(struct slice name)
{
	for (size_t i = 0; i < KEYS; i++)
		if (slice_is(name, keys[i].name))
			return &keys[i];
	return NULL;
}

const char *
key_names(void)
{
	static char text[NAME_BYTES * (KEYS + 2)];
	char        list[NAME_BYTES * KEYS] = "";

	for (size_t i = 0; i < KEYS; i++) {
		strcat(list, i > 0 ? " " : "");
		strcat(list, keys[i].name);
	}
	snprintf(text, sizeof(text), "no such field; there are: %s", list);
	return text;
}

void
key_cut(struct slice *key, struct slice *field)
{
	const char *tab = key->n > 0 ? memchr(key->p, '\t', key->n) : NULL;

	field->p = key->p;
	field->n = tab != NULL ? (size_t)(tab - key->p) : key->n;
	*key = slice_from(*key, field->n + (tab != NULL));
}

bool
key_cut_number(struct slice *key, unsigned long long most,
    unsigned long long *number)
{
	struct slice field;

	key_cut(key, &field);
	return digits_read(field, most, number);
}

struct slice
key_of_document(const struct key *key, const struct provenance *provenance)
{
	switch (key->origin) {
	case KEY_DOCUMENT:
		return provenance->document[key->field];
	case KEY_CODE:
		return provenance->division[key->field];
	default:
		return provenance->office;
	}
}
