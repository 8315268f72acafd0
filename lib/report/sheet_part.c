#include "sheet_part.h"

#include <stdio.h>

#include "base/digits.h"
#include "markup.h"
#include "words.h"
#include "xml_text.h"

#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/"

/* How many bytes of rows wait in memory; the longest address of the net (Excel's). */
enum { WAITING_MAX = 64 * 1024, ADDRESS_MAX = 2079 };

void
sheet_part_name(const struct sheet_part *part, enum rule_language language,
    struct buffer *out)
{
	buffer_add(out, report_word(language, part->shape->word));
	if (part->number > 1) {
		buffer_string(out, " ");
		markup_number(out, part->number);
	}
}

void
sheet_part_add(struct sheet_part *part, struct packer *packer, struct slice row)
{
	buffer_add(&part->waiting, row);
	if (part->waiting.n >= WAITING_MAX)
		packer_hand(packer, &part->packed, &part->waiting);
}

/* Whether an address may have C as it is (RFC 3986, 2). */
static bool
is_plain(char c)
{
	return c > ' ' && c < 0x7F && strchr("\"#%<>[\\]^`{|}", c) == NULL;
}

/* Adds ADDRESS, of the net: Excel calls a file damaged that has one of other
 * characters. */
static void
add_address(struct buffer *out, struct slice address)
{
	for (size_t i = 0; i < address.n; i++) {
		unsigned char c = (unsigned char)address.p[i];
		bool          is_number = c == '%' && i + 2 < address.n &&
		    hex_digit((unsigned char)address.p[i + 1]) >= 0 &&
		    hex_digit((unsigned char)address.p[i + 2]) >= 0;
		char          number[4];

		if (is_number || is_plain(address.p[i]))
			xml_text(out, (struct slice){ address.p + i, 1 });
		else {
			snprintf(number, sizeof(number), "%%%02X", c);
			buffer_string(out, number);
		}
	}
}

/* Adds an address of the net to what is told beside the sheet, for the link that OUT
 * ends with; what is behind its # is told there. */
static bool
add_target(struct sheet_part *part, struct slice address)
{
	const char  *mark = memchr(address.p, '#', address.n);
	struct slice target = { address.p, mark != NULL ?
	    (size_t)(mark - address.p) : address.n };
	size_t       begin = part->targets.n, at;

	buffer_string(&part->targets, "<Relationship Id=\"r");
	markup_number(&part->targets, (long long)part->links_out + 1);
	buffer_string(&part->targets, "\" Type=\"" OFFICE
	    "relationships/hyperlink\" Target=\"");
	at = part->targets.n;
	add_address(&part->targets, target);
	if (part->targets.n - at > ADDRESS_MAX) {
		part->targets.n = begin;
		return false;
	}
	buffer_string(&part->targets, "\" TargetMode=\"External\"/>");
	buffer_string(&part->links, "\" r:id=\"r");
	markup_number(&part->links, (long long)++part->links_out);
	if (mark != NULL) {
		buffer_string(&part->links, "\" location=\"");
		add_address(&part->links, slice_from(address, target.n + 1));
	}
	return true;
}

bool
sheet_part_link(struct sheet_part *part, int column, unsigned row,
    struct slice address)
{
	const struct slice inside = SLICE("internal:");
	char               letter[] = { (char)('A' + column), '\0' };
	size_t             begin = part->links.n;

	markup_add(&part->links, "<hyperlink ref=\"", letter, NULL);
	markup_number(&part->links, row + 1LL);
	if (slice_starts(address, inside)) {
		buffer_string(&part->links, "\" location=\"");
		xml_text(&part->links, slice_from(address, inside.n));
	} else if (!add_target(part, address)) {
		part->links.n = begin;
		return false;
	}
	buffer_string(&part->links, "\"/>");
	return true;
}

/* What of the sheet stays in sight: the head, and FIXED columns. */
static void
add_view(struct buffer *out, int fixed, bool is_first)
{
	markup_add(out, "<sheetViews><sheetView", is_first ?
	    " tabSelected=\"1\"" : "", " workbookViewId=\"0\"><pane ", fixed > 0 ?
	    "xSplit=\"1\" ySplit=\"1\" topLeftCell=\"B2\" "
	    "activePane=\"bottomRight\" state=\"frozen\"/>"
	    "<selection pane=\"topRight\" activeCell=\"B1\" sqref=\"B1\"/>"
	    "<selection pane=\"bottomLeft\" activeCell=\"A2\" sqref=\"A2\"/>"
	    "<selection pane=\"bottomRight\"/>" :
	    "ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" "
	    "state=\"frozen\"/><selection pane=\"bottomLeft\"/>",
	    "</sheetView></sheetViews>", NULL);
}

void
sheet_part_begin(struct sheet_part *part, bool is_first)
{
	const struct sheet_shape *shape = part->shape;
	struct buffer            *out = &part->waiting;

	packed_begin(&part->packed, 1);
	buffer_string(out, "<?xml version=\"1.0\" encoding=\"UTF-8\" "
	    "standalone=\"yes\"?>\n<worksheet xmlns=\"http://schemas."
	    "openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"" OFFICE
	    "relationships\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>");
	add_view(out, shape->fixed, is_first);
	buffer_string(out, "<sheetFormatPr defaultRowHeight=\"15\"/><cols>");
	for (int i = 0; i < shape->columns; i++) {
		char column[160];

		/* In a width are five pixels that no digit stands in. */
		snprintf(column, sizeof(column), "<col min=\"%d\" max=\"%d\" "
		    "width=\"%d.7109375\" style=\"%d\" customWidth=\"1\"/>", i + 1,
		    i + 1, shape->column[i].width, STYLE_LOOK +
		    (int)shape->column[i].look);
		buffer_string(out, column);
	}
	buffer_string(out, "</cols><sheetData>");
}

/* The colours of COLUMN, by what its cells say; RULES counts those of a sheet. */
static void
add_colours(struct buffer *out, const struct sheet_column *column, int number,
    enum rule_language language, int *rules)
{
	char text[128];

	snprintf(text, sizeof(text), "<conditionalFormatting "
	    "sqref=\"%c2:%c%d\">", 'A' + number, 'A' + number, SHEET_ROWS);
	buffer_string(out, text);
	for (const struct sheet_colour *colour = column->colour;
	    colour->word != NULL; colour++) {
		snprintf(text, sizeof(text), "<cfRule type=\"cellIs\" "
		    "dxfId=\"%d\" priority=\"%d\" operator=\"equal\">"
		    "<formula>\"", (int)colour->tint, ++*rules);
		buffer_string(out, text);
		xml_text(out, report_word(language, colour->word));
		buffer_string(out, "\"</formula></cfRule>");
	}
	buffer_string(out, "</conditionalFormatting>");
}

static void
add_tail(struct buffer *out, const struct sheet_part *part,
    enum rule_language language)
{
	char filter[64];
	int  rules = 0;

	snprintf(filter, sizeof(filter), "</sheetData><autoFilter "
	    "ref=\"A1:%c%u\"/>", 'A' + part->shape->columns - 1, part->rows);
	buffer_string(out, filter);
	for (int i = 0; i < part->shape->columns; i++)
		if (part->shape->column[i].colour != NULL)
			add_colours(out, &part->shape->column[i], i, language,
			    &rules);
	if (part->links.n > 0) {
		buffer_string(out, "<hyperlinks>");
		buffer_add(out, buffer_slice(&part->links));
		buffer_string(out, "</hyperlinks>");
	}
	buffer_string(out, "<pageMargins left=\"0.7\" right=\"0.7\" top=\"0.75\" "
	    "bottom=\"0.75\" header=\"0.3\" footer=\"0.3\"/><pageSetup "
	    "paperSize=\"9\" fitToHeight=\"0\" orientation=\"landscape\"/>"
	    "</worksheet>");	/* A4 */
}

/* What the links to elsewhere lead to. */
static void
write_targets(const struct sheet_part *part, size_t number,
    struct packing *packing)
{
	struct buffer out = { NULL, 0, 0 };
	char          name[64];

	snprintf(name, sizeof(name), "xl/worksheets/_rels/sheet%zu.xml.rels",
	    number);
	buffer_string(&out, "<?xml version=\"1.0\" encoding=\"UTF-8\" "
	    "standalone=\"yes\"?>\n<Relationships xmlns=\"http://schemas."
	    "openxmlformats.org/package/2006/relationships\">");
	buffer_add(&out, buffer_slice(&part->targets));
	buffer_string(&out, "</Relationships>");
	packing_add_part(packing, name, buffer_slice(&out));
	buffer_free(&out);
}

void
sheet_part_write(struct sheet_part *part, size_t number,
    struct section_store *store, enum rule_language language,
    struct packing *packing)
{
	char name[48];

	add_tail(&part->waiting, part, language);
	packed_add(&part->packed, store, buffer_slice(&part->waiting));
	packed_end(&part->packed, store);
	snprintf(name, sizeof(name), "xl/worksheets/sheet%zu.xml", number);
	packing_put(packing, name, &part->packed, store);
	if (part->targets.n > 0)
		write_targets(part, number, packing);
}

void
sheet_part_free(struct sheet_part *part)
{
	buffer_free(&part->waiting);
	buffer_free(&part->links);
	buffer_free(&part->targets);
	packed_free(&part->packed);
}
