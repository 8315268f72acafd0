/* HTML cut into tags and text, HTML 13.2.5, in chunks of any size.
 *
 * It holds a tag that a chunk's end cuts, up to HTML_TAG_MAX bytes, and
 * nothing else: text, comments and scripts of any length pass through. */
#ifndef HTML_TOKENIZER_H
#define HTML_TOKENIZER_H

#include "token.h"

void html_tokens_open(struct html_tokenizer *t,
    const struct html_receiver *receiver);
void html_tokens_feed(struct html_tokenizer *t, struct slice chunk);

/* The end of the document.  Frees what T holds.  Returns false when a comment
 * was still open. */
bool html_tokens_close(struct html_tokenizer *t);

#endif
