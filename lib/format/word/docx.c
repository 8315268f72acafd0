#include "docx.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/buffer.h"

struct decoder {
	struct sink         *sink;
	struct decode_limits limits;
	struct buffer        bytes;
};

static struct decoder *
docx_open(struct sink *sink, const struct decode_limits *limits)
{
	struct decoder *d = memory_get(sizeof(*d));

	*d = (struct decoder){ .sink = sink, .limits = *limits };
	return d;
}

static const char *
docx_feed(struct decoder *d, struct slice chunk)
{
	return buffer_add_limited(&d->bytes, chunk, d->limits.bytes);
}

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
read_text(struct decoder *d, struct package *package, struct slice main,
    const struct relations *relations)
{
	static const char *const notes[] = { "footnotes", "endnotes" };
	struct docx_styles       styles = { .n = 0 };
	struct lists             lists = { .lists = 0 };
	struct held              held;
	unsigned long            line = 0;
	const char              *failed, *reason;

	failed = read_definitions(package, relations, &styles, &lists);
	held_open(&held, d->sink, &d->limits);
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

static const char *
docx_close(struct decoder *d)
{
	struct arena     arena = { .first = NULL };
	struct package   package = {
		buffer_slice(&d->bytes), d->limits.bytes, &arena,
	};
	struct relations root = { .n = 0 }, relations = { .n = 0 };
	struct slice     main;
	const char      *failed;

	failed = package_relations(&package, (struct slice){ NULL, 0 }, &root);
	main = relations_by_type(&root, "officeDocument");
	if (main.n == 0)	/* where it always is, should that fail */
		main = SLICE("word/document.xml");
	if (failed == NULL || root.n == 0) {
		package_relations(&package, main, &relations);
		failed = read_text(d, &package, main, &relations);
	}
	relations_free(&root);
	relations_free(&relations);
	arena_free(&arena);
	buffer_free(&d->bytes);
	free(d);
	return failed;
}

const struct format format_docx = {
	.type = "application/vnd.openxmlformats-officedocument"
	    ".wordprocessingml.document",
	.binary = true,
	.open = docx_open,
	.feed = docx_feed,
	.close = docx_close,
};
