/* What extract and a reader, a process that reads documents for it, tell each
 * other.
 *
 * They share a spool that extract fills with documents, one behind another, each
 * a head, bytes and texts: some of these are known when all bytes have been read.  A request goes over a socket for a number of them, an
 * answer comes through a pipe for each, in their order, with its records: what is
 * in a pipe nobody can change any more.  All is in the byte order and layout of the
 * machine, which is the same for both.
 *
 * A reader may have been taken over by what it read: what comes from it is hostile,
 * and what it says of lengths is looked at before anything else is done. */
#ifndef CHILD_PROTOCOL_H
#define CHILD_PROTOCOL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"

/* Where a reader finds them when it is started. */
enum { PROTOCOL_REQUESTS = 0, PROTOCOL_BYTES = 3, PROTOCOL_ANSWERS = 4 };

/* Documents that are kept are read later, all of them in the order they came; only
 * then others may be kept. */
enum request_kind { REQUEST_READ, REQUEST_KEEP, REQUEST_READ_KEPT };

struct read_request {
	uint32_t kind;
	uint32_t documents;	/* in the spool; of those kept: 1 */
	uint64_t bytes;		/* of all of them, with heads */
	uint64_t member_bytes, text_bytes, cells, tables;	/* limits */
};

enum document_text {
	DOCUMENT_NAME, DOCUMENT_URL, DOCUMENT_TITLE, DOCUMENT_DATE,
	DOCUMENT_TYPE, DOCUMENT_CHARSET,
	DOCUMENT_MARK,	/* why it may not be what it was, or "" */
	DOCUMENT_TEXTS
};

struct document_head {		/* the bytes follow, then the texts */
	uint64_t bytes;
	int64_t  mtime;
	uint32_t dated;
	uint32_t text[DOCUMENT_TEXTS];	/* bytes */
};

struct document_sent {
	struct document_head head;
	struct slice         text[DOCUMENT_TEXTS], bytes;
};

/* Cuts the first document off FRAMES.  False when it is not there whole. */
bool protocol_next_document(struct slice *frames,
    struct document_sent *document);

/* More of a text is of no use to anybody. */
enum { PROTOCOL_TEXT_MAX = 512 };

struct read_answer {		/* a text follows, then records */
	uint16_t refused;	/* 0: read, and the text, if there is one, is
				   why that may not be all; 1: no document,
				   and the text is why */
	uint16_t machine;	/* 1: it is to blame, for this or for one before */
	uint32_t text;		/* bytes, PROTOCOL_TEXT_MAX at most */
	uint64_t records;	/* bytes; 0 if refused */
};

enum { PROTOCOL_BROKEN = -1, PROTOCOL_MORE = 0 };

struct answer_got {
	struct read_answer head;
	struct slice       text, records;
};

/* Reads the answer that BYTES begin with, MOST bytes of records at most, into *GOT,
 * whose slices are of BYTES.  Returns its length, PROTOCOL_MORE if there is not all
 * of it, or PROTOCOL_BROKEN if it never will be one. */
long long protocol_parse_answer(struct slice bytes, uint64_t most,
    struct answer_got *got);

/* Sends an answer with as much of TEXT, which may be NULL, as there may be. */
bool protocol_answer(bool refused, const char *text, struct slice records);

#endif
