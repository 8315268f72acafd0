#include "word.h"

#include <stdlib.h>

#include "doc.h"
#include "format/office/ole.h"

/* 2.5.1, 2.5.2 FibBase; 2.5.4 FibRgLw97 */
enum {
	MAGIC = 0xA5EC, MAGIC_95 = 0xA5DC,
	VERSION_AT = 2, WORD_97 = 0xC1,
	FLAGS_AT = 10, ENCRYPTED = 0x0100, TABLE_1 = 0x0200,
	LENGTHS_AT = 0x4C,
};

/* Reads the streams and what stands at the beginning of the main one. */
static const char *
read_streams(struct doc *doc, struct ole *ole)
{
	unsigned flags;

	doc->main = ole_stream(ole, "WordDocument");
	flags = little16(doc->main, FLAGS_AT);
	if (doc->main.p == NULL)
		return "no Word document in it";
	if (little16(doc->main, 0) == MAGIC_95 ||
	    little16(doc->main, VERSION_AT) < WORD_97)
		return "a document of Word 6 or 95, which is not read";
	if (little16(doc->main, 0) != MAGIC)
		return "the Word document in it is damaged";
	if (flags & ENCRYPTED)
		return "encrypted with a password";
	doc->table = ole_stream(ole, flags & TABLE_1 ? "1Table" : "0Table");
	doc->data = ole_stream(ole, "Data");
	for (int i = 0; i < STORIES; i++)
		doc->length[i] = little32(doc->main,
		    LENGTHS_AT + 4 * (size_t)i);
	return doc->table.n > 0 ? NULL : "a part of the document is missing";
}

static const char *
read_stories(struct doc *doc, struct sink *sink)
{
	static const enum doc_story stories[] = {
		STORY_MAIN, STORY_BOXES, STORY_FOOTNOTES, STORY_ENDNOTES,
	};
	struct table_buffer tables;
	const char         *failed = doc_pieces_read(doc);

	if (failed != NULL)
		return failed;
	failed = doc_runs_read(doc);
	if (failed == NULL && doc->cut)
		failed = "the text is cut short";
	doc_styles_read(doc);
	doc->backed = doc_has_shapes_behind(doc);
	doc_lists_read(doc);
	table_buffer_open(&tables, sink);
	for (size_t i = 0; i < sizeof(stories) / sizeof(stories[0]); i++)
		doc_text(doc, stories[i], &tables);
	return table_buffer_close(&tables,
	    tables.failed != NULL ? tables.failed : failed);
}

static void
free_doc(struct doc *doc)
{
	free((char *)doc->main.p);
	free((char *)doc->table.p);
	free((char *)doc->data.p);
	free(doc->piece);
	free(doc->paragraphs.run);
	free(doc->characters.run);
	free(doc->style);
	lists_free(&doc->lists);
	arena_free(&doc->arena);
}

const char *
doc_read(struct slice bytes, struct sink *sink)
{
	struct doc  doc = { .pieces = 0 };
	const char *failed;
	struct ole *ole = ole_open(bytes, &failed);

	if (ole == NULL)
		return failed;
	failed = read_streams(&doc, ole);
	if (failed == NULL)
		failed = read_stories(&doc, sink);
	ole_close(ole);
	free_doc(&doc);
	return failed;
}
