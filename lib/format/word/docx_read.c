#include "word.h"

#include "docx.h"

/* The parts that text depends on.  Where one is damaged, headings or numbers
 * are lost, which is said, and the text is read all the same. */
static const char *
read_definitions(struct package *package, const struct relations *relations,
    struct docx_styles *styles, struct lists *lists)
{
	struct slice styles_part = relations_by_type(relations, "styles");
	struct slice numbering_part =
	    relations_by_type(relations, "numbering");
	const char  *failed = NULL, *numbering = NULL;

	if (styles_part.n > 0)
		failed = docx_styles_read(styles, package, styles_part);
	if (numbering_part.n > 0)
		numbering = docx_numbering_read(lists, package,
		    numbering_part);
	lists_ready(lists);
	return failed != NULL ? failed : numbering;
}

static const char *
read_text(struct sink *sink, struct package *package, struct slice main,
    const struct relations *relations)
{
	static const char *const notes[] = { "footnotes", "endnotes" };
	struct docx_styles       styles = { .n = 0 };
	struct lists             lists = { .lists = 0 };
	struct held              held;
	unsigned long            line = 0;
	const char              *failed, *reason;

	failed = read_definitions(package, relations, &styles, &lists);
	held_open(&held, sink);
	reason = docx_text_read(&held, package, main, &styles, &lists, &line);
	if (reason != NULL)
		failed = reason;
	for (size_t i = 0; i < sizeof(notes) / sizeof(notes[0]); i++) {
		struct slice part = relations_by_type(relations, notes[i]);

		if (part.n == 0 || reason != NULL)
			continue;
		reason = docx_text_read(&held, package, part, &styles, &lists,
		    &line);
		if (reason != NULL)
			failed = reason;
	}
	lists_free(&lists);
	docx_styles_free(&styles);
	return held_close(&held, failed);
}

const char *
docx_read(struct slice bytes, struct sink *sink)
{
	struct arena     arena = { .first = NULL };
	struct package   package = { bytes, sink->limits.bytes, &arena };
	struct relations root = { .n = 0 }, relations = { .n = 0 };
	struct slice     main;
	const char      *failed;

	failed = package_relations(&package, (struct slice){ NULL, 0 }, &root);
	main = relations_by_type(&root, "officeDocument");
	if (main.n == 0)	/* where it always is, should that fail */
		main = SLICE("word/document.xml");
	if (failed == NULL || root.n == 0) {
		package_relations(&package, main, &relations);
		failed = read_text(sink, &package, main, &relations);
	}
	relations_free(&root);
	relations_free(&relations);
	arena_free(&arena);
	return failed;
}
