#include "word.h"

#include "docx.h"

/* The parts that text depends on.  Where one is damaged, headings or numbers
 * are lost, which is said, and the text is read all the same. */
static const char *
read_definitions(struct docx_document *d)
{
	const struct relations *relations = &d->package.relations;
	struct slice            styles = relations_by_type(relations, "styles");
	struct slice            numbering =
	    relations_by_type(relations, "numbering");
	const char             *failed = NULL, *reason = NULL;

	if (styles.n > 0)
		failed = docx_styles_read(&d->styles, &d->package, styles);
	if (numbering.n > 0)
		reason = docx_numbering_read(&d->lists, &d->package,
		    numbering);
	lists_ready(&d->lists);
	return failed != NULL ? failed : reason;
}

/* The body, then the notes. */
static const char *
read_text_parts(struct docx_document *d)
{
	static const char *const notes[] = { "footnotes", "endnotes" };
	const char *reason =
	    docx_text_read(d, d->package.main);

	for (size_t i = 0; i < 2 && reason == NULL; i++) {
		struct slice part = relations_by_type(&d->package.relations,
		    notes[i]);

		if (part.n > 0)
			reason = docx_text_read(d, part);
	}
	return reason;
}

static const char *
read_document(struct slice bytes, struct sink *sink,
    const char *(*inside)(struct slice bytes, struct sink *sink))
{
	struct docx_document d = { .read_inside = inside };
	const char          *failed, *reason;

	/* what relations do not tell is taken to be as usual */
	package_open(&d.package, bytes, sink->limits.bytes,
	    "word/document.xml");
	table_buffer_open(&d.tables, sink);
	failed = read_definitions(&d);
	reason = read_text_parts(&d);
	lists_free(&d.lists);
	docx_styles_free(&d.styles);
	package_close(&d.package);
	if (reason == NULL)
		reason = d.failed;
	return table_buffer_close(&d.tables, reason != NULL ? reason : failed);
}

static const char *
read_inside(struct slice bytes, struct sink *sink)
{
	return read_document(bytes, sink, NULL);
}

const char *
docx_read(struct slice bytes, struct sink *sink)
{
	return read_document(bytes, sink, read_inside);
}
