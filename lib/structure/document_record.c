#include "document_record.h"

#include "place/division.h"

/* The fields that are properties, under the same name: those that extract and
 * sectionize tell of. */
static const enum documents_field properties[] = {
	DOCUMENTS_SHA256, DOCUMENTS_TYPE, DOCUMENTS_BYTES, DOCUMENTS_URL,
	DOCUMENTS_TITLE, DOCUMENTS_OFFICE, DOCUMENTS_ORG, DOCUMENTS_REGION,
	DOCUMENTS_CODE, DOCUMENTS_YEAR, DOCUMENTS_PERIOD, DOCUMENTS_PUBLISHED,
	DOCUMENTS_GENRE,
};

enum { PROPERTIES = sizeof(properties) / sizeof(properties[0]) };

/* How high the division CODE stands. */
static struct slice
level_name(struct slice code)
{
	struct division division;

	return !division_code_read(code, &division) ? (struct slice){ "", 0 } :
	    division_word(division_level(&division));
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

/* What speaks for all of a document, or against it. */
struct contents {
	bool has_text;
	bool lacks_some;	/* as its reader says */
};

/* Takes all properties of DOCUMENT. */
static struct contents
take_properties(struct slice field[], const struct document *document)
{
	struct contents contents = { .has_text = false };

	for (size_t i = 0; i < document->records; i++) {
		const struct slice *block = document->record[i].field;

		if (!slice_is(block[BLOCK_KIND], "meta")) {
			contents.has_text = true;
			continue;
		}
		take_property(field, block);
		contents.lacks_some |=
		    slice_is(block[BLOCK_SECTION], "error") ||
		    slice_is(block[BLOCK_SECTION], "needs-ocr");
	}
	return contents;
}

static struct slice
status_of(const struct document_reading *reading,
    const struct contents *contents)
{
	if (reading->left_out)
		return SLICE("other");
	if (!contents->has_text)
		return SLICE("unread");
	return contents->lacks_some || reading->is_cut ? SLICE("part") :
	    SLICE("read");
}

void
document_record_write(struct writer *w, const struct document *document,
    const struct document_reading *reading)
{
	struct slice    field[DOCUMENTS_FIELDS];
	struct contents contents;

	for (int i = 0; i < DOCUMENTS_FIELDS; i++)
		field[i] = (struct slice){ "", 0 };
	contents = take_properties(field, document);
	field[DOCUMENTS_DOC] = document->name;
	field[DOCUMENTS_LEVEL] = level_name(field[DOCUMENTS_CODE]);
	field[DOCUMENTS_FORM] = reading->form;
	writer_raws(w, field, DOCUMENTS_EXPECTED);
	writer_number(w, reading->expected);
	writer_number(w, reading->found);
	writer_number(w, reading->blank);
	writer_number(w, reading->unreadable);
	writer_raw(w, status_of(reading, &contents));
	writer_end(w);
	writer_commit(w);
}
