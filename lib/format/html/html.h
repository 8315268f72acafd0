/* HTML as it stands on the web, read as it comes: for a struct format. */
#ifndef HTML_HTML_H
#define HTML_HTML_H

#include "format/blocks/block.h"

void       *html_open(struct sink *sink);
const char *html_feed(void *stream, struct slice utf8);
const char *html_close(void *stream);

#endif
