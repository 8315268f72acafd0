/* Reading records: whole documents at a time, without copying them.
 *
 * The records of one document stand together in a stream and share their
 * first field; a stage handles one document, then the next.  Fields are
 * slices of the reader's buffer in their escaped form (record_text undoes
 * the escapes) and live until the next document is read. */
#ifndef RECORD_READER_H
#define RECORD_READER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/slice.h"
#include "record.h"

struct document_group;

/* What a stage does with each document of the input. */
typedef void document_fn(void *context, const struct document *document);

/* What a stage does with documents that stand together (document_group.h). */
typedef void group_fn(void *context, struct document_group *group);

/* What DOCUMENT has in common with those it stands together with, valid until the next
 * call; empty: nothing. */
typedef struct slice key_fn(void *context, const struct document *document);

/* Calls FN for every document of SCHEMA in the NFILES files named FILES, in
 * order; no files, or the name "-", is standard input.  A header line is
 * skipped.  What cannot be read is reported through warn_at and left out:
 * a file that does not open, a line with the wrong number of fields, and
 * what exceeds the limits below.  A document ends where the name changes, or
 * where extract's `meta type' record begins the next document of that name,
 * or with the file.  Two documents never share a name: where one is met again
 * the later document's is NAME#2, in all of its records.  One that resumes after
 * another of its file without such a beginning is reported as interleaved and
 * left out. */
void documents_each(const struct schema *schema, char *const files[],
    int nfiles, document_fn *fn, void *context);

/* The same for documents that stand one behind the other and have one KEY: FN has all of
 * them at once.  A group of more than READER_GROUP_MAX bytes comes in parts.  Returns
 * whether all files did open. */
bool document_groups_each(const struct schema *schema, char *const files[],
    int nfiles, key_fn *key, group_fn *fn, void *context);

/* From now on the documents of facts in a file come office by office, each office's by
 * year, in whatever order they stand there. */
void documents_by_office(void);

/* A longer line or document is hostile or broken input; the bound keeps a
 * stage's memory flat whatever it is given. */
enum {
	READER_LINE_MAX = 8 * 1024 * 1024,	/* bytes */
	READER_DOCUMENT_MAX = 24 * 1024 * 1024,	/* bytes */
	READER_GROUP_MAX = 32 * 1024 * 1024,	/* bytes */
};

/* FIELD with its escapes undone: FIELD itself where it has none, else a copy
 * in ARENA. */
struct slice record_text(struct slice field, struct arena *arena);

#endif
