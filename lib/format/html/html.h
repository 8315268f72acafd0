/* HTML as it stands on the web, read as it comes: for a struct format. */
#ifndef HTML_HTML_H
#define HTML_HTML_H

#include "format/blocks/block.h"

void       *html_open(struct sink *sink);
const char *html_feed(void *stream, struct slice utf8);
const char *html_close(void *stream);

/* Reads a whole page that is part of another document, in whatever character
 * set: CLAIM (may be empty), what the page says of itself, or what its bytes
 * look like.  Returns NULL, or why what came out may not be all. */
const char *html_read(struct slice bytes, struct slice claim,
    struct sink *sink);

#endif
