#include "worker.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/memory.h"
#include "format/convert/batch.h"
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

/* Gives up what reading needs not, but for what runs a program behind walls of its
 * own.  Where that cannot be had, extract says so. */
static void
enter_sandbox(const struct task *task)
{
	const struct worker *worker = task->worker;
	char                *made[] = { (char *)convert_made };

	if (worker->readables < 0)
		return;
	if (task->member->media->handling != MEDIA_CONVERTED)
		sandbox_enter(worker->readable, worker->readables);
	else if (convert_made != NULL)
		sandbox_enter(made, 1);
}

static const char *
perform(void *context)
{
	const struct task  *task = context;
	struct writer       out;
	struct block_output to = { &out, &task->worker->limits };
	const char         *reason;

	enter_sandbox(task);
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

	if (member->media->handling == MEDIA_CONVERTED &&
	    convert_made == NULL) {
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

/* Reads the document whose bytes the file FD has. */
static bool
serve_file(struct worker *worker, const struct read_request *request,
    const char *texts, int fd)
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
	file_stream_open(&file, fd);
	lookahead_open(&bytes, &file.stream);
	spool_rewind(PROTOCOL_RECORDS);
	worker_read(worker, &member, PROTOCOL_RECORDS, &outcome);
	answered = answer(&outcome);
	child_outcome_free(&outcome);
	lookahead_close(&bytes);
	file_stream_close(&file);
	return answered;
}

/* Documents to be converted together, and what was asked for them. */
struct kept {
	struct convert_batch batch;
	struct read_request  request[CONVERT_BATCH];
	char                *texts[CONVERT_BATCH];
	unsigned             next;	/* to be read */
};

/* Keeps the document in the spool; its TEXTS are the batch's from here on. */
static bool
keep(struct kept *kept, const struct read_request *request, char *texts)
{
	struct child_outcome outcome = { .reason = NULL };
	size_t               before = (size_t)request->name + request->url +
	    request->title + request->date;
	unsigned             i = kept->batch.n;

	outcome.reason = convert_batch_add(&kept->batch, (struct slice){
	    texts + before, request->type }, PROTOCOL_BYTES);
	if (outcome.reason != NULL)
		free(texts);
	else {
		kept->request[i] = *request;
		kept->texts[i] = texts;
	}
	return answer(&outcome);
}

/* Converts what was kept. */
static void
convert_all(struct worker *worker, struct kept *kept)
{
	struct child_limits  limits = worker->child;
	struct child_outcome outcome;

	limits.memory = CONVERT_MEMORY;
	limits.seconds = CONVERT_SECONDS + CONVERT_MORE_SECONDS * kept->batch.n;
	child_run(&limits, convert_batch_run, &kept->batch, &outcome);
	child_outcome_free(&outcome);
}

static void
forget_all(struct kept *kept)
{
	for (unsigned i = 0; i < kept->batch.n; i++)
		free(kept->texts[i]);
	convert_batch_clear(&kept->batch);
	kept->next = 0;
}

/* Reads the next document that was kept; if nothing was made of it, by itself. */
static bool
read_kept(struct worker *worker, struct kept *kept)
{
	struct convert_batch *batch = &kept->batch;
	unsigned              i = kept->next;
	char                  path[CONVERT_PATH_BYTES];
	bool                  served;
	int                   fd;

	if (i >= batch->n)
		return false;
	if (i == 0)
		convert_all(worker, kept);
	convert_batch_path(batch, i, path);
	fd = open(path, O_RDONLY | O_CLOEXEC);
	convert_made = convert_batch_made(batch, i, path) ? path : NULL;
	served = serve_file(worker, &kept->request[i], kept->texts[i], fd);
	convert_made = NULL;
	close(fd);
	if (++kept->next == batch->n)
		forget_all(kept);
	return served;
}

/* Does what REQUEST asks; TEXTS are freed. */
static bool
serve(struct worker *worker, struct kept *kept,
    const struct read_request *request, char *texts)
{
	bool served;

	lseek(PROTOCOL_BYTES, 0, SEEK_SET);
	if (request->kind == REQUEST_KEEP)
		return keep(kept, request, texts);
	served = request->kind == REQUEST_READ_KEPT ? read_kept(worker, kept) :
	    serve_file(worker, request, texts, PROTOCOL_BYTES);
	free(texts);
	return served;
}

void
worker_serve(struct worker *worker)
{
	static struct kept  kept;
	struct read_request request;
	bool                served = true;

	while (served &&
	    protocol_receive(PROTOCOL_SOCKET, &request, sizeof(request))) {
		size_t n = (size_t)request.name + request.url +
		    request.title + request.date + request.type;
		char  *texts = memory_get(n);

		served = protocol_receive(PROTOCOL_SOCKET, texts, n);
		if (served)
			served = serve(worker, &kept, &request, texts);
		else
			free(texts);
	}
	forget_all(&kept);
}
