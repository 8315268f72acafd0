#include "document_record.h"

/* The fields that are properties, under the same name: those that extract and
 * sectionize tell of. */
static const enum documents_field properties[] = {
	DOCUMENTS_SHA256, DOCUMENTS_TYPE, DOCUMENTS_BYTES, DOCUMENTS_URL,
	DOCUMENTS_TITLE, DOCUMENTS_OFFICE, DOCUMENTS_ORG, DOCUMENTS_REGION,
	DOCUMENTS_CODE, DOCUMENTS_YEAR, DOCUMENTS_PERIOD, DOCUMENTS_PUBLISHED,
	DOCUMENTS_GENRE,
};

enum { PROPERTIES = sizeof(properties) / sizeof(properties[0]) };

/* How high the division CODE stands: GB/T 2260 has two digits each for province,
 * city and county, GB/T 10114 three more for what lies in a county. */
static struct slice
division_word(struct slice code)
{
	if (code.n == 9)
		return SLICE("town");
	if (code.n != 6)
		return (struct slice){ "", 0 };
	if (slice_ends(code, SLICE("0000")))
		return SLICE("province");
	return slice_ends(code, SLICE("00")) ? SLICE("city") : SLICE("county");
}

/* Takes the property that BLOCK is, if it is a field: what sectionize says comes
 * behind what extract does, and counts. */
static void
take_property(struct slice field[], const struct slice block[])
{
	for (int i = 0; i < PROPERTIES; i++)
		if (slice_is(block[BLOCK_SECTION],
		    document_schema.field[properties[i]]))
			field[properties[i]] = block[BLOCK_TEXT];
}

/* Takes all properties of DOCUMENT.  Returns whether it may not be complete. */
static bool
take_properties(struct slice field[], const struct document *document)
{
	bool is_damaged = false;

	for (size_t i = 0; i < document->records; i++) {
		const struct slice *block = document->record[i].field;

		if (!slice_is(block[BLOCK_KIND], "meta"))
			continue;
		take_property(field, block);
		is_damaged |= slice_is(block[BLOCK_SECTION], "error");
	}
	return is_damaged;
}

static struct slice
status_of(const struct document_reading *reading, bool is_damaged)
{
	if (reading->left_out)
		return SLICE("left-out");
	return is_damaged ? SLICE("incomplete") : SLICE("read");
}

void
document_record_write(struct writer *w, const struct document *document,
    const struct document_reading *reading)
{
	struct slice field[DOCUMENTS_FIELDS];
	bool         is_damaged;

	for (int i = 0; i < DOCUMENTS_FIELDS; i++)
		field[i] = (struct slice){ "", 0 };
	is_damaged = take_properties(field, document) || reading->is_cut;
	field[DOCUMENTS_DOC] = document->name;
	field[DOCUMENTS_LEVEL] = division_word(field[DOCUMENTS_CODE]);
	field[DOCUMENTS_FORM] = reading->form;
	writer_raws(w, field, DOCUMENTS_EXPECTED);
	writer_number(w, reading->expected);
	writer_number(w, reading->found);
	writer_number(w, reading->blank);
	writer_number(w, reading->unreadable);
	writer_raw(w, status_of(reading, is_damaged));
	writer_end(w);
	writer_commit(w);
}
