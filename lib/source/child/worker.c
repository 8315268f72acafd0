#include "worker.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/memory.h"
#include "format/convert/convert.h"
#include "source/blocks.h"
#include "protocol.h"
#include "source/sandbox.h"
#include "base/spool.h"

/* One document to be read, as the process that reads it sees it. */
struct task {
	const struct worker *worker;
	const struct member *member;
	int                  records;
};

static const char *
perform(void *context)
{
	const struct task  *task = context;
	struct writer       out;
	struct block_output to = { &out, &task->worker->limits };
	const char         *reason;

	/* Where it cannot be had, extract says so.  What is converted runs a
	 * program behind walls of its own. */
	if (task->worker->readables >= 0 &&
	    task->member->media->handling != MEDIA_CONVERTED)
		sandbox_enter(task->worker->readable, task->worker->readables);
	writer_open(&out, task->records);
	reason = blocks_write(&to, task->member);
	if (writer_close(&out) != 0)
		return "its records could not be kept";
	return reason;
}

void
worker_read(const struct worker *worker, const struct member *member,
    int records, struct child_outcome *outcome)
{
	struct task         task = { worker, member, records };
	struct child_limits limits = worker->child;

	if (member->media->handling == MEDIA_CONVERTED) {
		limits.seconds = CONVERT_SECONDS;
		limits.memory = CONVERT_MEMORY;
	}
	child_run(&limits, perform, &task, outcome);
}

static bool
answer(const struct child_outcome *outcome)
{
	const char        *reason = outcome->reason;
	struct read_answer head = {
		.refused = reason != NULL,
		.reason = reason != NULL ? (uint32_t)strlen(reason) : 0,
		.diagnostics = (uint32_t)outcome->n,
	};

	return protocol_send(PROTOCOL_SOCKET, &head, sizeof(head)) &&
	    protocol_send(PROTOCOL_SOCKET, reason, head.reason) &&
	    protocol_send(PROTOCOL_SOCKET, outcome->diagnostics, head.diagnostics);
}

static struct slice
next_text(const char **texts, size_t n)
{
	*texts += n;
	return (struct slice){ *texts - n, n };
}

/* What is to be done with a document of TYPE: the worker's own media type, or one
 * that is converted. */
static const struct media *
media_of(const struct worker *worker, struct slice type)
{
	char                name[128];
	const struct media *media;

	if (type.n >= sizeof(name))
		return worker->media;
	memcpy(name, type.p, type.n);
	name[type.n] = '\0';
	media = media_find(name);
	return media->handling == MEDIA_CONVERTED ? media : worker->media;
}

/* Reads the document whose bytes are in the spool. */
static bool
serve_one(struct worker *worker, const struct read_request *request,
    const char *texts)
{
	struct file_stream   file;
	struct lookahead     bytes;
	struct child_outcome outcome;
	struct member        member = {
		.dated = request->dated,
		.mtime = (time_t)request->mtime,
		.bytes = &bytes,
	};
	bool                 answered;

	member.name = next_text(&texts, request->name);
	member.url = next_text(&texts, request->url);
	member.title = next_text(&texts, request->title);
	member.date = next_text(&texts, request->date);
	member.media = media_of(worker, next_text(&texts, request->type));
	worker->limits.cells = request->cells;
	lseek(PROTOCOL_BYTES, 0, SEEK_SET);
	file_stream_open(&file, PROTOCOL_BYTES);
	lookahead_open(&bytes, &file.stream);
	spool_rewind(PROTOCOL_RECORDS);
	worker_read(worker, &member, PROTOCOL_RECORDS, &outcome);
	answered = answer(&outcome);
	child_outcome_free(&outcome);
	lookahead_close(&bytes);
	file_stream_close(&file);
	return answered;
}

void
worker_serve(struct worker *worker)
{
	struct read_request request;
	bool                served = true;

	while (served &&
	    protocol_receive(PROTOCOL_SOCKET, &request, sizeof(request))) {
		size_t n = (size_t)request.name + request.url +
		    request.title + request.date + request.type;
		char  *texts = memory_get(n);

		served = protocol_receive(PROTOCOL_SOCKET, texts, n) &&
		    serve_one(worker, &request, texts);
		free(texts);
	}
}
