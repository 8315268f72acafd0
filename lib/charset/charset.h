/* Which character set bytes are in, and their UTF-8. */
#ifndef CHARSET_CHARSET_H
#define CHARSET_CHARSET_H

#include <iconv.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/slice.h"

enum charset {
	CHARSET_UNKNOWN,
	CHARSET_UTF8,
	CHARSET_GB18030,	/* gb2312 and gbk too: it contains them */
	CHARSET_BIG5,
	CHARSET_UTF16LE,
	CHARSET_UTF16BE,
	CHARSETS
};

/* As `meta charset' has it: "UTF-8". */
const char *charset_name(enum charset charset);

/* The character set a label such as "gb2312" means. */
enum charset charset_named(struct slice label);

/* What a page that begins with HEAD says of itself: <meta charset=gb2312>,
 * <?xml encoding="Big5"?>. */
enum charset charset_claimed(struct slice head);

/* Whether HEAD is UTF-16, by a mark or without one; what else it may be is not asked. */
bool charset_is_utf16(struct slice head);

/* Judges by HEAD, the beginning of the bytes; COMPLETE: all of them.  CLAIM,
 * what the document says of itself, decides only where the bytes do not. */
enum charset charset_detect(struct slice head, bool complete,
    enum charset claim);

/* For the name of a file, which is short and not UTF-8. */
enum charset charset_of_name(struct slice name);

/* Takes UTF-8; returns NULL, or why it wants no more. */
typedef const char *utf8_fn(void *context, struct slice utf8);

struct decoding {
	enum charset       charset;
	iconv_t            converter;
	utf8_fn           *take;
	void              *context;
	unsigned long long replaced;	/* bytes that became U+FFFD */
	bool               begun;	/* behind a byte order mark */
	char               carry[8];	/* a character cut by a chunk's end */
	size_t             carried;
};

/* Opens every converter, so that decoding needs no file later (a sandbox).
 * Returns NULL, or the name of one that the system has not. */
const char *charset_prepare(void);

/* Hands everything fed to it on to TAKE as valid UTF-8 without a byte order
 * mark; what does not decode, and NUL, become U+FFFD. */
void        decoding_start(struct decoding *decoding, enum charset charset,
    utf8_fn *take, void *context);
const char *decoding_feed(struct decoding *decoding, struct slice bytes);
const char *decoding_end(struct decoding *decoding);

#endif
