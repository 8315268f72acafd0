/* A file format: how the bytes of a document become blocks.
 *
 * To add one: write its reader in a room of its own (lib/format/NAME), which
 * needs only blocks/block.h; give it its lines in registry.c, one for the
 * format and one for the media type; and teach sniff/ to know its bytes. */
#ifndef FORMAT_FORMAT_H
#define FORMAT_FORMAT_H

#include "blocks/block.h"

struct format {
	bool binary;	/* wants the bytes as they are; otherwise it is fed
			   UTF-8, whatever the source was */

	/* Reads a whole document.  Returns NULL, or the reason why what came
	 * out may not be all.  Either this ... */
	const char *(*read)(struct slice bytes, struct sink *sink);

	/* ... or these, where a document need not be held whole.  The result
	 * must not depend on how it is cut into chunks.  `feed' returns NULL,
	 * or why the document is given up; then only `close' may follow, which
	 * frees STREAM and returns a reason as `read' does. */
	void       *(*open)(struct sink *sink);
	const char *(*feed)(void *stream, struct slice chunk);
	const char *(*close)(void *stream);
};

extern const struct format format_text, format_markdown, format_html,
    format_csv, format_docx, format_xlsx, format_rtf, format_mht, format_doc,
    format_xls, format_ofd, format_odf, format_flat_odf,
    format_epub, format_converted;

/* One document on its way through a format, whichever way the format takes
 * it: whole or as it comes. */
struct decoder;

/* Begins a document whose blocks go to SINK, which must outlive it. */
struct decoder *decoder_open(const struct format *format, struct sink *sink);

/* Takes the next chunk.  Returns NULL, or why the document is given up; then
 * only decoder_close may follow. */
const char *decoder_feed(struct decoder *decoder, struct slice chunk);

/* Ends the document and frees DECODER.  Returns NULL, or the reason why what
 * came out may not be all. */
const char *decoder_close(struct decoder *decoder);

#endif
