#include "excel.h"

#include "xlsx.h"

enum { SHEET = 1, PROPERTIES };

static const struct xml_name names[] = {
	{ "s:sheet", SHEET }, { "s:workbookPr", PROPERTIES }, { NULL, 0 },
};

static bool
workbook_start(struct xml *xml, int id)
{
	struct workbook *book = xml_context(xml);
	struct slice     state = xml_attribute(xml, "state");

	if (id == PROPERTIES) {
		book->since_1904 = xml_attribute(xml, "date1904").n > 0 &&
		    xml_on(xml, "date1904");
		return true;
	}
	if (!workbook_add_sheet(book, (struct workbook_sheet){
		.name = xml_attribute(xml, "name"),
		.relation = xml_attribute(xml, "id"),
		.hidden = state.n > 0 && !slice_is(state, "visible") }))
		xml_stop(xml, "a workbook of too many sheets");
	return true;
}

static const char *
read_listed_part(struct workbook *book, const struct workbook_sheet *sheet,
    void *context)
{
	struct package *package = context;

	return xlsx_sheet_read(book, package,
	    relations_by_id(&package->relations, sheet->relation));
}

/* Without the strings no cell could be trusted; without the styles dates
 * could not be told from counts. */
static const char *
read_book_parts(struct workbook *book, struct package *package)
{
	static const struct xml_events events = {
		.name = names, .start = workbook_start,
	};
	struct slice strings =
	    relations_by_type(&package->relations, "sharedStrings");
	struct slice styles = relations_by_type(&package->relations, "styles");
	const char  *failed;

	failed = package_parse(package, package->main, &events, book);
	if (failed == NULL && strings.n > 0)
		failed = xlsx_strings_read(book, package, strings);
	if (failed == NULL && styles.n > 0)
		failed = xlsx_styles_read(book, package, styles);
	return failed;
}

const char *
xlsx_read(struct slice bytes, struct sink *sink)
{
	struct workbook book = { .sheets = 0 };
	struct package  package;
	const char     *failed = package_open(&package, bytes,
	    sink->limits.bytes, "xl/workbook.xml");

	if (failed == NULL)
		failed = read_book_parts(&book, &package);
	if (failed == NULL)
		failed = workbook_read_sheets(&book, sink, read_listed_part,
		    &package);
	workbook_free(&book);
	package_close(&package);
	return failed;
}
