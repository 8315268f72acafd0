/* What extract knows of a media type: bytes in, blocks out.
 *
 * A decoder is fed one document in chunks of any size (the result must not
 * depend on how it is cut) and hands every paragraph and table cell to a
 * sink, in reading order.  It holds no more than it needs: text and HTML
 * stream; containers such as DOCX gather their bytes first. */
#ifndef FORMAT_FORMAT_H
#define FORMAT_FORMAT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/slice.h"

enum block_kind { BLOCK_IS_HEAD, BLOCK_IS_TEXT, BLOCK_IS_CELL };

struct block {
	enum block_kind kind;
	unsigned        page;		/* from 1; 0: the format has none */
	unsigned long   line;		/* from 1; 0: unknown */
	bool            furniture;	/* certainly no part of the report */
	unsigned        table;		/* from 1; 0: outside tables */
	unsigned        row, col;	/* from 1, of the cell's first place */
	unsigned        rows, cols;	/* its span */
	struct slice    text;		/* UTF-8, trimmed, lives for the call */
};

/* Where the blocks and properties of a document go. */
struct sink {
	void (*block)(struct sink *sink, const struct block *block);
	/* PROPERTY as in nianbao-records(5), meta: "title", "error" ... */
	void (*meta)(struct sink *sink, const char *property,
	    struct slice value);
};

/* Bounds on one document; what goes beyond ends it with a reason. */
struct decode_limits {
	size_t   bytes;		/* of decoded content */
	unsigned cells;		/* of one table's grid */
	unsigned depth;		/* of open tables or elements */
};

struct decoder;			/* one document being decoded */

struct format {
	const char *type;	/* as in `meta type': "text/html" */
	bool        binary;	/* wants the bytes as they are; otherwise it
				   is fed UTF-8, whatever the source was */
	struct decoder *(*open)(struct sink *sink,
	    const struct decode_limits *limits);
	/* Takes the next chunk.  Returns NULL, or why the document is given
	 * up; then only close may follow. */
	const char *(*feed)(struct decoder *decoder, struct slice chunk);
	/* Ends the document and frees DECODER.  Returns NULL, or the reason
	 * why what came out may not be all. */
	const char *(*close)(struct decoder *decoder);
};

extern const struct format format_text, format_markdown, format_html,
    format_csv, format_docx, format_xlsx, format_rtf, format_mht, format_doc,
    format_xls, format_pdf;

#endif
