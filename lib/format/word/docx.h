/* The parts of a DOCX document: ECMA-376-1, 17 (WordprocessingML). */
#ifndef WORD_DOCX_H
#define WORD_DOCX_H

#include "format/office/package.h"
#include "paragraph_style.h"

/* The properties of runs that matter, in the body and in styles: names for
 * xml_parse, with ids beyond those of any reader. */
enum {
	DOCX_HIDDEN = 1000, DOCX_STRUCK, DOCX_ALIGN, DOCX_COLOUR, DOCX_SHADE,
	DOCX_HIGHLIGHT
};
#define DOCX_RUN_PROPERTIES { "w:vanish", DOCX_HIDDEN }, \
	{ "w:strike", DOCX_STRUCK }, { "w:dstrike", DOCX_STRUCK }, \
	{ "w:vertAlign", DOCX_ALIGN }, { "w:color", DOCX_COLOUR }, \
	{ "w:shd", DOCX_SHADE }, { "w:highlight", DOCX_HIGHLIGHT }

/* Lets RUN say what the property ID says that begins in XML. */
void docx_run_property(struct xml *xml, int id, struct run_style *run);

/* Whether the w:shd that begins in XML makes a ground that is not white. */
bool docx_shades(const struct xml *xml);

struct docx_style {		/* of paragraphs, of characters, of tables */
	struct slice           id, based_on;
	struct paragraph_style own;
	bool                   standard;	/* of paragraphs without one */
	bool                   of_tables;
};

struct docx_styles {
	struct docx_style *style;
	size_t             n, capacity;
};

/* Reads the part of styles. */
const char *docx_styles_read(struct docx_styles *styles,
    struct package *package, struct slice part);

/* The style ID (.n 0: the standard one), or NULL. */
const struct docx_style *docx_style(const struct docx_styles *styles,
    struct slice id);

/* What STYLE (which may be NULL) and those it is based on say. */
struct paragraph_style docx_style_whole(const struct docx_styles *styles,
    const struct docx_style *style);

void docx_styles_free(struct docx_styles *styles);

/* Reads the part of numberings. */
const char *docx_numbering_read(struct lists *lists, struct package *package,
    struct slice part);

/* What the parts of a document that are text share. */
struct docx_document {
	struct package      package;
	struct table_buffer tables;
	struct docx_styles  styles;
	struct lists        lists;
	/* Reads a document of its kind that stands inside it, or NULL: it stands
	 * inside one itself. */
	const char       *(*read_inside)(struct slice bytes, struct sink *sink);
	bool                backed;	/* what stands on its pages may have
					   something below it */
	unsigned            chunks;	/* documents in it so far */
	const char         *failed;	/* why a document in it is not read */
};

/* Reads the document that the relation ID leads to, in the place where the text
 * stands.  Returns NULL, or why that may not be all. */
const char *docx_chunk_read(struct docx_document *document, struct slice id);

/* Reads a part that is text: the body, the footnotes, the endnotes. */
const char *docx_text_read(struct docx_document *document, struct slice part);

#endif
