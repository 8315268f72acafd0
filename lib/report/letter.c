#include "letter.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "base/diagnostics.h"
#include "markup.h"
#include "names.h"
#include "office_file.h"
#include "package.h"
#include "words.h"

/* Widths of the columns, in twentieths of a point; of a page of A4 with margins of
 * 28 and 26 mm as official documents have (GB/T 9704-2012). */
static const char *const widths[] = { "800", "2400", "1100", "1300", "3244" };

static const char *const parts[][2] = {
	{ "[Content_Types].xml",
	    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
	    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/"
	    "content-types\"><Default Extension=\"rels\" ContentType="
	    "\"application/vnd.openxmlformats-package.relationships+xml\"/>"
	    "<Override PartName=\"/word/document.xml\" ContentType="
	    "\"application/vnd.openxmlformats-officedocument."
	    "wordprocessingml.document.main+xml\"/></Types>" },
	{ "_rels/.rels",
	    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
	    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/"
	    "2006/relationships\"><Relationship Id=\"r1\" Type=\"http://"
	    "schemas.openxmlformats.org/officeDocument/2006/relationships/"
	    "officeDocument\" Target=\"word/document.xml\"/></Relationships>" },
};

static const char head[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"http://"
    "schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>";
static const char tail[] =
    "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"2098\" "
    "w:right=\"1474\" w:bottom=\"1984\" w:left=\"1588\" w:header=\"851\" "
    "w:footer=\"992\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>";
static const char table[] =
    "<w:tbl><w:tblPr><w:tblW w:w=\"8844\" w:type=\"dxa\"/><w:tblBorders>"
    "<w:top w:val=\"single\" w:sz=\"6\"/><w:left w:val=\"single\" w:sz=\"6\"/>"
    "<w:bottom w:val=\"single\" w:sz=\"6\"/><w:right w:val=\"single\" "
    "w:sz=\"6\"/><w:insideH w:val=\"single\" w:sz=\"4\"/><w:insideV "
    "w:val=\"single\" w:sz=\"4\"/></w:tblBorders></w:tblPr>";

/* Opens a paragraph of LAYOUT with text of SIZE half points; bold if so asked. */
static void
open_paragraph(struct buffer *out, const char *layout, const char *size,
    bool bold)
{
	markup_add(out, "<w:p><w:pPr><w:spacing w:before=\"40\" "
	    "w:after=\"40\"/>", layout, "</w:pPr><w:r><w:rPr>"
	    "<w:rFonts w:ascii=\"Times New Roman\" w:eastAsia=\"", bold ? "SimHei" : "FangSong",
	    "\"/>", bold ? "<w:b/>" : "", "<w:sz w:val=\"", size,
	    "\"/></w:rPr><w:t xml:space=\"preserve\">", NULL);
}

static void
close_paragraph(struct buffer *out)
{
	buffer_string(out, "</w:t></w:r></w:p>");
}

static void
open_cell(struct buffer *out, int column, bool bold)
{
	markup_add(out, "<w:tc><w:tcPr><w:tcW w:w=\"", widths[column],
	    "\" w:type=\"dxa\"/></w:tcPr>", NULL);
	open_paragraph(out, "", "21", bold);
}

static void
close_cell(struct buffer *out)
{
	close_paragraph(out);
	buffer_string(out, "</w:tc>");
}

enum { CELLS_TOLD = 4 };

/* The cells that ENTRY may be about: those to change, or the first of its finding. */
static void
add_place(const struct entry_page *page, const struct fault_entry *entry,
    struct buffer *out)
{
	const struct material *material = page->drawing->material;
	struct slice           form = page->drawing->figures->head[FACT_FORM];
	struct slice           cells, item, col;
	int                    told = 0;

	for (const struct told *t = entry->repair; t != NULL; t = t->next) {
		if (told++ > 0)
			word_add(out, material->language, "separator");
		if (told > CELLS_TOLD) {
			buffer_string(out, "…");
			return;
		}
		cell_name_add(out, material, form, t->field[REPAIR_ITEM],
		    t->field[REPAIR_COL]);
	}
	if (told > 0 || entry->findings == 0)
		return;
	cells = entry->finding->field[FINDING_CELLS];
	if (cells_next(&cells, &item, &col) &&
	    !slice_starts(item, SLICE("structure.")))
		cell_name_add(out, material, form, item, col);
}

static void
add_value(const struct entry_page *page, const struct fault_entry *entry,
    struct buffer *out)
{
	size_t i;

	if (entry->kind == ENTRY_CELL)
		markup_text(out, entry->repair->field[REPAIR_VALUE]);
	else if (entry->kind == ENTRY_FINDING) {
		struct slice cells = entry->finding->field[FINDING_CELLS];
		struct slice item, col;

		if (!cells_next(&cells, &item, &col) ||
		    slice_starts(item, SLICE("structure.")))
			return;
		i = figures_find(page->drawing->figures, item, col);
		if (i != FIGURE_NONE)
			markup_text(out, figure_fields(page->drawing->figures,
			    i)[FACT_VALUE]);
	}
}

/* What it should say, only where that is beyond doubt; else to look. */
static void
add_wanted(const struct entry_page *page, const struct fault_entry *entry,
    struct buffer *out)
{
	enum rule_language language = page->drawing->material->language;

	if (entry->kind == ENTRY_CELL && entry->is_likely) {
		markup_text(out, entry->repair->field[REPAIR_REPAIRED]);
		word_add(out, language, "letter.likely");
	} else
		word_add(out, language, entry->level == LEVEL_SUSPECT ?
		    "letter.verify" : "letter.register");
}

void
letter_row_add(const struct entry_page *page, const struct fault_entry *entry,
    size_t number, struct buffer *out)
{
	char key[32] = "mark.";

	if (entry->level == LEVEL_NOTE)
		return;
	memcpy(key + 5, rule_level_name[entry->level],
	    strlen(rule_level_name[entry->level]) + 1);
	buffer_string(out, "<w:tr>");
	open_cell(out, 0, false);
	markup_number(out, (long long)number);
	buffer_string(out, " ");
	word_add(out, page->drawing->material->language, key);
	close_cell(out);
	open_cell(out, 1, false);
	add_place(page, entry, out);
	close_cell(out);
	open_cell(out, 2, false);
	add_value(page, entry, out);
	close_cell(out);
	open_cell(out, 3, false);
	add_wanted(page, entry, out);
	close_cell(out);
	open_cell(out, 4, false);
	entry_head_add(page, entry, out);
	close_cell(out);
	buffer_string(out, "</w:tr>");
}

static void
add_table_head(const struct letters *letters, struct buffer *out)
{
	static const char *const keys[] = { "letter.number", "letter.place",
		"letter.value", "letter.wanted", "letter.why" };

	buffer_string(out, table);
	buffer_string(out, "<w:tr><w:trPr><w:tblHeader/></w:trPr>");
	for (int i = 0; i < 5; i++) {
		open_cell(out, i, true);
		word_add(out, letters->material->language, keys[i]);
		close_cell(out);
	}
	buffer_string(out, "</w:tr>");
}

/* What was found in PAPER, as a paragraph and a table. */
static void
add_paper(const struct letters *letters, const struct paper *paper,
    struct buffer *out)
{
	const struct material *material = letters->material;
	struct buffer          counts = { NULL, 0, 0 }, file = { NULL, 0, 0 };
	size_t                 entries[RULE_LEVELS];
	struct place_value     value[3];

	memcpy(entries, paper->entries, sizeof(entries));
	entries[LEVEL_NOTE] = 0;
	level_counts_add(&counts, material, entries);
	markup_text(&file, paper->name);
	value[0] = (struct place_value){ "year", paper->year };
	value[1] = (struct place_value){ "file", buffer_slice(&file) };
	value[2] = (struct place_value){ "counts", buffer_slice(&counts) };
	open_paragraph(out, "<w:ind w:firstLineChars=\"200\" "
	    "w:firstLine=\"600\"/>", "28", false);
	phrase_add(out, material->language, "letter.report", value, 3);
	close_paragraph(out);
	add_table_head(letters, out);
	buffer_add(out, buffer_slice(&paper->rows));
	buffer_string(out, "</w:tbl>");
	buffer_free(&counts);
	buffer_free(&file);
}

static void
add_line(const struct letters *letters, const char *key, const char *size,
    struct buffer *out)
{
	open_paragraph(out, "<w:ind w:firstLineChars=\"200\" "
	    "w:firstLine=\"600\"/>", size, false);
	word_add(out, letters->material->language, key);
	close_paragraph(out);
}

/* The day to send it again by. */
static void
add_until(const struct letters *letters, struct buffer *out)
{
	struct buffer      day = { NULL, 0, 0 };
	struct place_value value;

	if (letters->until == NULL)
		return;
	markup_text(&day, slice_of(letters->until));
	value = (struct place_value){ "until", buffer_slice(&day) };
	open_paragraph(out, "<w:ind w:firstLineChars=\"200\" "
	    "w:firstLine=\"600\"/>", "28", false);
	phrase_add(out, letters->material->language, "letter.until", &value, 1);
	close_paragraph(out);
	buffer_free(&day);
}

static void
compose(const struct letters *letters, const struct standing *standing,
    struct buffer *out)
{
	struct buffer      name = { NULL, 0, 0 };
	struct place_value office;

	buffer_string(out, head);
	open_paragraph(out, "<w:jc w:val=\"center\"/>", "36", true);
	word_add(out, letters->material->language, "letter.title");
	close_paragraph(out);
	markup_text(&name, standing->name);
	office = (struct place_value){ "office", buffer_slice(&name) };
	open_paragraph(out, "", "28", false);
	phrase_add(out, letters->material->language, "letter.office", &office,
	    1);
	close_paragraph(out);
	for (size_t i = 0; i < standing->papers; i++)
		if (standing->paper[i]->is_expected &&
		    standing->paper[i]->rows.n > 0)
			add_paper(letters, standing->paper[i], out);
	add_line(letters, "letter.levels", "21", out);
	add_line(letters, "letter.back", "28", out);
	add_until(letters, out);
	buffer_string(out, tail);
	buffer_free(&name);
}

static void
write_letter(const struct letters *letters, const struct standing *standing,
    struct slice name)
{
	struct buffer       document = { NULL, 0, 0 }, path = { NULL, 0, 0 };
	struct package_part part[3];
	const char         *reason;

	compose(letters, standing, &document);
	for (int i = 0; i < 2; i++)
		part[i] = (struct package_part){ parts[i][0],
		    slice_of(parts[i][1]) };
	part[2] = (struct package_part){ "word/document.xml",
	    buffer_slice(&document) };
	buffer_string(&path, letters->folder);
	buffer_string(&path, "/");
	buffer_add(&path, name);
	buffer_add(&path, (struct slice){ ".docx", sizeof(".docx") });
	reason = package_write(path.p, part, 3);
	if (reason != NULL)
		warn_at(path.p, "%s", reason);
	buffer_free(&document);
	buffer_free(&path);
}

static bool
is_written_to(const struct standing *standing)
{
	for (size_t i = 0; i < standing->papers; i++)
		if (standing->paper[i]->is_expected &&
		    standing->paper[i]->rows.n > 0)
			return true;
	return false;
}

void
letters_write(const struct letters *letters)
{
	struct office_files files = { { NULL, 0, 0 } };
	struct buffer       name = { NULL, 0, 0 };

	if (mkdir(letters->folder, 0777) != 0) {
		warn_at(letters->folder, "%s", strerror(errno));
		return;
	}
	for (size_t i = 0; i < letters->standings->n; i++) {
		const struct standing *standing =
		    &letters->standings->standing[i];

		if (!is_written_to(standing))
			continue;
		office_file_name(&files, standing->region,
		    standing->name.n > 0 ? standing->name :
		    report_word(letters->material->language, "no-org"), &name);
		write_letter(letters, standing, buffer_slice(&name));
	}
	office_files_free(&files);
	buffer_free(&name);
}
