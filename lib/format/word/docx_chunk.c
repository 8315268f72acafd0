/* Documents of other kinds that stand in a DOCX: ECMA-376-1, 17.17.2.1,
 * altChunk.  Word shows them as parts of its text. */
#include "docx.h"
#include "format/html/html.h"
#include "format/mail/mht.h"
#include "format/sniff/sniff.h"
#include "word.h"

enum { CHUNKS_MAX = 16 };	/* which bounds what they may unfold to */

struct chunk {
	struct sink          own;	/* what its blocks are handed to */
	struct table_buffer *tables;
	unsigned             above;	/* tables before it */
	unsigned long        number;	/* of the paragraph that it is counted as */
};

static void
hand_block_on(struct sink *own, const struct block *block)
{
	struct chunk *chunk = (struct chunk *)own;

	table_buffer_foreign(chunk->tables, block, chunk->above, chunk->number);
}

static void
drop_meta(struct sink *own, const char *property, struct slice value)
{
	(void)own;
	(void)property;
	(void)value;
}

static const char *
read_page(struct slice bytes, struct sink *sink)
{
	return html_read(bytes, (struct slice){ NULL, 0 }, sink);
}

static const struct {
	const char *type;
	const char *(*read)(struct slice bytes, struct sink *sink);
} readers[] = {
	{ "text/html", read_page }, { "multipart/related", mht_read },
	{ "application/rtf", rtf_read }, { "application/msword", doc_read },
};

enum { READERS = sizeof(readers) / sizeof(readers[0]) };

static const char *
read_bytes(struct docx_document *document, struct slice bytes,
    struct slice name)
{
	static const char docx[] = "application/vnd.openxmlformats-office"
	    "document.wordprocessingml.document";
	struct chunk chunk = {
		.own = { hand_block_on, drop_meta, document->tables.sink->limits },
		.tables = &document->tables, .above = document->tables.tables,
		.number = table_buffer_count(&document->tables),
	};
	const char *type = sniff(bytes, name, SLICE(""));

	chunk.own.limits.bytes = document->package.budget / CHUNKS_MAX;
	for (size_t i = 0; i < READERS; i++)
		if (strcmp(readers[i].type, type) == 0)
			return readers[i].read(bytes, &chunk.own);
	if (strcmp(type, docx) == 0 && document->read_inside != NULL)
		return document->read_inside(bytes, &chunk.own);
	return "a document in it is of a kind that is not read";
}

const char *
docx_chunk_read(struct docx_document *document, struct slice id)
{
	struct slice  part = relations_by_id(&document->package.relations, id);
	struct buffer bytes = { .n = 0 };
	const char   *failed;

	if (part.n == 0)
		return "a part of the document is missing";
	if (document->chunks++ == CHUNKS_MAX)
		return "too many documents in it";
	failed = package_read(&document->package, part, &bytes);
	if (failed == NULL)
		failed = read_bytes(document, buffer_slice(&bytes), part);
	buffer_free(&bytes);
	return failed;
}
