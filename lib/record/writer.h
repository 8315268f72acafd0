/* Writing records: fields joined by TAB, closed by LF, escaped in the text
 * format of PostgreSQL's COPY (\t \n \r \\), through one buffer.
 *
 *	writer_field(w, doc);		each field, in order
 *	writer_number(w, 7);
 *	writer_end(w);			closes the record
 *
 * A write that fails is remembered and reported once, by cli_finish; of what it
 * was to write nothing stays in a file. */
#ifndef RECORD_WRITER_H
#define RECORD_WRITER_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "schema.h"
#include "base/slice.h"

struct writer {
	char  *buffer;
	size_t used, capacity;
	size_t whole;		/* bytes that may go out, see writer_commit */
	size_t most;		/* 0, or how much is kept rather than written */
	int    fd;
	int    error;		/* errno of the first failed write, or 0 */
	int    fields;		/* fields of the open record so far */
};

/* Standard output, one for the whole process; cli_finish closes it. */
extern struct writer writer_stdout;

/* A writer on FD; writer_close flushes it and closes FD.  Returns 0, or the
 * errno of the first write or the close that failed. */
void writer_open(struct writer *w, int fd);
int  writer_close(struct writer *w);

/* A writer into memory, up to MOST bytes; what is more is lost and the error is
 * EFBIG.  writer_move hands it all on to TO, as it is; writer_free frees it. */
void writer_open_memory(struct writer *w, size_t most);
void writer_move(struct writer *w, struct writer *to);
void writer_free(struct writer *w);

/* Appends all of the file FD, which is whole records.  Returns false, and errno, when
 * reading failed: then what was not committed is forgotten. */
bool writer_add_file(struct writer *w, int fd);

/* The same of N bytes from FROM on, wherever FD stands. */
bool writer_add_part(struct writer *w, int fd, off_t from, off_t n);

/* What has been written so far is whole: documents, a table.  Until this is said
 * nothing of it leaves the process, so that whatever ends the run early leaves no
 * part of a document behind.  writer_flush says it too, and writes all; a writer
 * into memory keeps it. */
void writer_commit(struct writer *w);
void writer_flush(struct writer *w);

void writer_field(struct writer *w, struct slice text);
void writer_string(struct writer *w, const char *text);
void writer_number(struct writer *w, long long n);

/* A field whose text is known to need no escapes, or has them already:
 * a field read from another record goes out this way, unescaped once. */
void writer_raw(struct writer *w, struct slice text);

/* N such fields at once: cheaper. */
void writer_raws(struct writer *w, const struct slice field[], int n);

/* N fields at once, of which those whose bit in ESCAPED is set need escapes. */
void writer_fields(struct writer *w, const struct slice field[], int n,
    unsigned escaped);

/* Both for what a person is to read: what is hidden in TEXT becomes an escape
 * (visible.h) of the text, so its backslash has two in the record. */
void writer_shown(struct writer *w, struct slice text);
void writer_shown_raw(struct writer *w, struct slice text);

/* A field in pieces that need no escapes: writer_begin, then any number of
 * writer_part_raw. */
void writer_begin(struct writer *w);
void writer_part_raw(struct writer *w, struct slice text);

void writer_end(struct writer *w);

/* The header line of SCHEMA. */
void writer_header(struct writer *w, const struct schema *schema);

#endif
