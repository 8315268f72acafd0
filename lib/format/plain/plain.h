/* Formats of lines, read as they come: for a struct format. */
#ifndef PLAIN_PLAIN_H
#define PLAIN_PLAIN_H

#include "format/blocks/block.h"

void       *text_open(struct sink *sink);
void       *markdown_open(struct sink *sink);
const char *text_feed(void *stream, struct slice utf8);
const char *text_close(void *stream);

void       *csv_open(struct sink *sink);
const char *csv_feed(void *stream, struct slice utf8);
const char *csv_close(void *stream);

#endif
