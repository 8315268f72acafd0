/* Names in the headers of messages that are not ASCII. */
#ifndef MAIL_MIME_NAME_H
#define MAIL_MIME_NAME_H

#include "base/buffer.h"

/* Appends to NAME, as UTF-8, what the headers HEAD of a part say that its file is
 * called: by Content-Disposition, else by Content-Type; as RFC 2231 has it,
 * as RFC 2047 has it (against that one, but most programs do), or in bytes as
 * they are.  Returns whether they say anything. */
bool mime_file_name(struct slice head, struct buffer *name);

#endif
