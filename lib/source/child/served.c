#include "served.h"

#include <stdio.h>
#include <string.h>
#include <sys/mman.h>

#include "base/memory.h"
#include "base/socket_bytes.h"

bool
served_begin(struct served *served)
{
	struct read_request *request = &served->request;
	void                *at = NULL;

	*served = (struct served){ .limits = limits_default };
	if (!socket_receive(PROTOCOL_REQUESTS, request, sizeof(*request)))
		return false;
	served->limits.member_bytes = request->member_bytes;
	served->limits.text_bytes = request->text_bytes;
	served->limits.cells = request->cells;
	served->limits.tables = request->tables;
	if (request->bytes > 0)
		at = mmap(NULL, request->bytes, PROT_READ, MAP_SHARED,
		    PROTOCOL_BYTES, 0);
	if (at == MAP_FAILED)	/* the first of them is to blame, or the machine */
		memory_out(request->bytes);
	served->spool = (struct slice){ at, request->bytes };
	served->frames = served->spool;
	return true;
}

void
served_end(struct served *served)
{
	if (served->spool.n > 0)
		munmap((void *)served->spool.p, served->spool.n);
}

bool
served_next(struct served *served, struct served_document *document)
{
	const struct slice *text = document->sent.text;

	if (!protocol_next_document(&served->frames, &document->sent))
		return false;
	snprintf(document->mark, sizeof(document->mark), "%.*s",
	    (int)text[DOCUMENT_MARK].n, text[DOCUMENT_MARK].p);
	memory_stream_open(&document->bytes, document->sent.bytes);
	lookahead_open(&document->ahead, &document->bytes.stream);
	document->member = (struct member){
		.name = text[DOCUMENT_NAME], .url = text[DOCUMENT_URL],
		.title = text[DOCUMENT_TITLE], .date = text[DOCUMENT_DATE],
		.type = text[DOCUMENT_TYPE], .charset = text[DOCUMENT_CHARSET],
		.dated = document->sent.head.dated != 0,
		.mtime = (time_t)document->sent.head.mtime,
		.doubt = document->mark, .bytes = &document->ahead,
	};
	return true;
}

void
served_close(struct served_document *document)
{
	lookahead_close(&document->ahead);
}

const struct media *
served_media(const struct served_document *document, media_fn *find)
{
	struct slice type = document->sent.text[DOCUMENT_TYPE];
	char         name[128];

	if (type.n >= sizeof(name))
		type.n = 0;
	memcpy(name, type.p, type.n);
	name[type.n] = '\0';
	return find(name);
}
