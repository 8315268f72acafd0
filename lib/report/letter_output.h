/* A kind of file that letters are written as.  All text is plain: what the kind reads
 * as its own notation it escapes. */
#ifndef REPORT_LETTER_OUTPUT_H
#define REPORT_LETTER_OUTPUT_H

#include "base/buffer.h"
#include "letter_row.h"

enum letter_text { LETTER_TITLE, LETTER_OFFICE, LETTER_HEADING, LETTER_TEXT,
	LETTER_REMARK };

/* An entry, with what its fields are called, by their numbers; that of LETTER_LEVEL
 * is what numbers are called. */
struct letter_entry {
	const struct slice *name, *field;
	size_t              number;
	struct slice        mark, level;	/* of its level, and its name */
	struct slice        colon;	/* between a name and its field */
};

struct letter_output {
	const char *ending;	/* of the name of the file */
	void (*begin)(struct buffer *out);
	void (*text)(struct buffer *out, enum letter_text kind,
	    struct slice text);
	void (*open_entries)(struct buffer *out, const struct slice name[]);
	void (*entry)(struct buffer *out, const struct letter_entry *entry);
	void (*close_entries)(struct buffer *out);
	void (*end)(struct buffer *out);
	/* Returns NULL, or why PATH could not be written. */
	const char *(*write)(const char *path, struct slice letter);
};

extern const struct letter_output letter_docx, letter_markdown;

#endif
