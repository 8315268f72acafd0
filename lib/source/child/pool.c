#include "pool.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/diagnostics.h"
#include "base/memory.h"
#include "base/spool.h"
#include "descriptors.h"
#include "format/convert/batch.h"
#include "pool_worker.h"
#include "record_check.h"

enum {
	/* So many bytes of records may wait for a document that is pending. */
	WAITING_MAX = 32 * 1024 * 1024,
	PENDING_MAX = 1024,
};

/* What became of a document. */
enum pending_state {
	PENDING_HELD,		/* in the batch that is being filled */
	PENDING_SENT,		/* its worker has it */
	PENDING_BACK,		/* it came back */
	PENDING_MARK,		/* it is none, but a record of a container */
};

/* A document that was taken and not written yet. */
struct pending {
	enum pending_state  state;
	struct slice        name;	/* owned */
	const struct media *media;
	unsigned long long  bytes;
	unsigned long long  file;	/* tally->file when it was taken */
	struct pool_worker *worker;	/* whose it is */
	struct pool_answer  answer;	/* of one that came back */
	off_t               from, to;	/* its records, where they wait */
};

/* The workers for one of enum media_reader. */
struct crew {
	const struct crew_setup *setup;
	struct pool_worker      *worker;
	struct document_batch    batch;	/* being filled, if they are readers */
};

struct pool {
	const struct pool_setup *setup;
	struct crew              crew[MEDIA_READERS];
	struct nursery           nursery;
	struct writer            waiting;	/* fills the spool of what waits */
	struct document_frame    frame;	/* of the document being taken */
	struct writer            name;	/* of one being looked at, escaped */
	struct pending           pending[PENDING_MAX];	/* a ring */
	unsigned                 oldest, n;
	off_t                    waits;	/* bytes in that spool */
	unsigned long long       converting;	/* bytes of the documents kept to
						   be converted together */
	unsigned                 kept;	/* how many they are */
	unsigned                 workers;
	struct pool_worker       worker[];	/* crew by crew */
};

static const struct crew_setup *
crew_of_slot(const struct pool *pool, unsigned slot)
{
	const struct crew *crew = pool->crew;

	while (&pool->worker[slot] >= crew->worker + crew->setup->n)
		crew++;
	return crew->setup;
}

/* Becomes the program, or a reader. */
static void
become(void *context, unsigned slot, const struct nursery_ends *ends)
{
	static const int         places[] = { PROTOCOL_REQUESTS, STDERR_FILENO,
		PROTOCOL_BYTES, PROTOCOL_ANSWERS };
	const struct pool       *pool = context;
	const struct crew_setup *crew = crew_of_slot(pool, slot);
	char                    *arguments[CREW_OPTIONS + 2] = {
		(char *)program_name };

	/* standard output is /dev/null; what it has to say it answers */
	descriptors_place((const int[]){ ends->requests, STDOUT_FILENO,
	    pool->worker[slot].bytes, ends->answers }, places, 4);
	descriptors_close(PROTOCOL_ANSWERS + 1, NULL, 0);
	if (crew->program == NULL) {
		pool->setup->serve(&pool->setup->reader);
		return;
	}
	for (int i = 0; i < CREW_OPTIONS; i++)
		arguments[1 + i] = (char *)crew->option[i];
	execvp(crew->program, arguments);
	_exit(CHILD_IS_NO_PROGRAM);
}

/* Has CREW begin at SLOT.  Returns the slot behind it. */
static unsigned
set_up_crew(struct pool *pool, struct crew *crew, const struct crew_setup *setup,
    unsigned slot)
{
	*crew = (struct crew){ .setup = setup, .worker = &pool->worker[slot] };
	for (unsigned i = 0; i < setup->n; i++, slot++) {
		crew->worker[i] = (struct pool_worker){
			.nursery = &pool->nursery, .slot = slot,
			.kept = setup->kept, .seconds = setup->seconds,
			.limits = pool->setup->to.limits };
		pool_worker_open(&crew->worker[i]);
	}
	return slot;
}

struct pool *
pool_start(const struct pool_setup *setup)
{
	unsigned     workers = 0, slot = 0;
	struct pool *pool;

	for (int i = 0; i < MEDIA_READERS; i++)
		workers += setup->crew[i].n;
	/* Half a megabyte, most of which is never looked at. */
	pool = memory_zeroed(sizeof(*pool) +
	    workers * sizeof(pool->worker[0]));
	pool->setup = setup;
	pool->workers = workers;
	writer_open(&pool->waiting, spool_open());
	writer_open_memory(&pool->name, 1 << 20);
	for (int i = 0; i < MEDIA_READERS; i++)
		slot = set_up_crew(pool, &pool->crew[i], &setup->crew[i], slot);
	nursery_start(&pool->nursery, workers, become, pool);
	return pool;
}

static struct pending *
pending_at(struct pool *pool, unsigned i)
{
	return &pool->pending[(pool->oldest + i) % PENDING_MAX];
}

/* Where in its spool the next record that waits is put. */
static off_t
waiting_end(const struct pool *pool)
{
	return lseek(pool->waiting.fd, 0, SEEK_END) +
	    (off_t)pool->waiting.used;
}

/* Writes the records of P, which waited. */
static void
write_waiting(struct pool *pool, const struct pending *p)
{
	writer_flush(&pool->waiting);
	if (pool->waiting.error != 0 ||
	    !writer_add_part(pool->setup->to.out, pool->waiting.fd, p->from,
	    p->to - p->from)) {
		warn_at("pending documents", "%s",
		    strerror(pool->waiting.error));
		status_cut_short();	/* they are named nowhere */
	}
	writer_commit(pool->setup->to.out);
}

/* Tells what became of document P. */
static void
account_for(struct pool *pool, const struct pending *p)
{
	struct tally      *tally = pool->setup->tally;
	unsigned long long file = tally->file;

	tally->file = p->file;
	if (p->answer.refused) {
		tally_reject(tally, p->name, p->answer.text);
	} else {
		if (p->answer.text[0] != '\0')
			warn_of(p->name, p->answer.text);
		tally_document(tally, p->name);
	}
	tally->file = file;
}

static struct slice
escaped_name(struct pool *pool, struct slice name)
{
	pool->name.used = 0;
	pool->name.fields = pool->name.error = 0;
	writer_field(&pool->name, name);
	return (struct slice){ pool->name.buffer, pool->name.used };
}

/* Whether the records of P are what they should be. */
static bool
records_are_right(struct pool *pool, const struct pending *p)
{
	const struct record_claim claim = { escaped_name(pool, p->name),
		slice_of(p->media->type), p->bytes };

	return records_are_of(p->answer.records, &claim);
}

/* Lets OUT have what comes of P, which its worker has. */
static void
take_answer(struct pool *pool, struct pending *p, struct writer *out)
{
	pool_worker_answer(p->worker, &p->answer);
	while (!p->answer.refused && !records_are_right(pool, p))
		pool_worker_distrust(p->worker, &p->answer);
	if (!p->answer.refused)
		writer_part_raw(out, p->answer.records);
	writer_commit(out);
}

static void dispatch(struct pool *pool, struct crew *crew);

/* Has P read, if it was only held or kept so far, and waits for what comes of it,
 * which OUT gets. */
static void
await(struct pool *pool, struct pending *p, struct writer *out)
{
	if (p->state == PENDING_HELD)
		dispatch(pool, &pool->crew[p->media->reader]);
	if (p->media->reader == READ_CONVERTED) {
		pool_worker_ask(p->worker, REQUEST_READ_KEPT);
		if (--pool->kept == 0)
			pool->converting = 0;
	}
	take_answer(pool, p, out);
	p->state = PENDING_BACK;
}

/* Writes the document that came first as soon as it is there. */
static void
finish_oldest(struct pool *pool)
{
	struct pending *p = pending_at(pool, 0);

	if (p->state < PENDING_BACK)
		await(pool, p, pool->setup->to.out);
	else if (!p->answer.refused)
		write_waiting(pool, p);
	if (p->state != PENDING_MARK)
		account_for(pool, p);
	free((char *)p->name.p);
	pool->oldest = (pool->oldest + 1) % PENDING_MAX;
	pool->n--;
}

static void
finish_all(struct pool *pool)
{
	while (pool->n > 0)
		finish_oldest(pool);
	if (pool->waits > 0)
		spool_rewind(pool->waiting.fd);
	pool->waits = 0;
	pool->waiting.used = 0;
}

/* Keeps what comes of P, which others stand before, so that its worker is free. */
static void
put_by(struct pool *pool, struct pending *p)
{
	p->from = waiting_end(pool);
	await(pool, p, &pool->waiting);
	pool->waits = p->to = waiting_end(pool);
}

/* Waits for all that WORKER has. */
static void
free_worker(struct pool *pool, const struct pool_worker *worker)
{
	unsigned i = 0;

	while (i < pool->n) {
		struct pending *p = pending_at(pool, i);

		if (i == 0 && (p->state >= PENDING_BACK ||
		    (p->state == PENDING_SENT && p->worker == worker))) {
			finish_oldest(pool);
			continue;
		}
		if (p->state == PENDING_SENT && p->worker == worker)
			put_by(pool, p);
		i++;
	}
}

/* One of CREW that has nothing to do: if there is none, the one that has been busy
 * for longest is waited for. */
static struct pool_worker *
idle_worker(struct pool *pool, const struct crew *crew)
{
	struct pool_worker *worker = crew->worker;

	for (unsigned i = 0; i < crew->setup->n; i++)
		if (pool_worker_is_idle(&worker[i]))
			return &worker[i];
	for (unsigned i = 0; i < pool->n; i++) {
		struct pending *p = pending_at(pool, i);

		if (p->state == PENDING_SENT &&
		    pool->crew[p->media->reader].worker == crew->worker) {
			worker = p->worker;
			break;
		}
	}
	free_worker(pool, worker);
	return worker;
}

/* Sends the batch that has been filled for CREW to one of it. */
static void
dispatch(struct pool *pool, struct crew *crew)
{
	struct pool_worker   *worker;
	struct document_batch spent;

	if (crew->batch.n == 0)
		return;
	worker = idle_worker(pool, crew);
	spent = worker->batch;
	worker->batch = crew->batch;
	worker->spilled = false;
	crew->batch = (struct document_batch){ .frames = spent.frames };
	crew->batch.frames.n = 0;
	for (unsigned i = 0; i < pool->n; i++) {
		struct pending *p = pending_at(pool, i);

		if (p->state != PENDING_HELD ||
		    &pool->crew[p->media->reader] != crew)
			continue;
		p->state = PENDING_SENT;
		p->worker = worker;
	}
	pool_worker_ask(worker, REQUEST_READ);
}

static const char *
add_pending(struct pool *pool, const struct member *member,
    enum pending_state state, struct pool_worker *worker)
{
	char *name = memory_get(member->name.n);

	memcpy(name, member->name.p, member->name.n);
	*pending_at(pool, pool->n++) = (struct pending){
		.state = state, .name = { name, member->name.n },
		.media = member->media, .bytes = member->bytes->taken,
		.file = pool->setup->tally->file, .worker = worker };
	return member_pending;
}

/* Sends the document by itself to WORKER, which is idle. */
static const char *
send_alone(struct pool *pool, const struct member *member,
    struct pool_worker *worker, enum request_kind kind)
{
	const char *reason;

	worker->batch.n = 0;
	worker->batch.frames.n = 0;
	reason = pool_worker_spill(worker, &pool->frame, member);
	if (reason == NULL)
		pool_worker_ask(worker, kind);
	return reason;
}

/* Puts the document whose frame is whole to others that one of CREW gets. */
static const char *
hold(struct pool *pool, struct crew *crew, const struct member *member)
{
	if (!document_batch_has_room(&crew->batch, &pool->frame))
		dispatch(pool, crew);
	document_batch_add(&crew->batch, &pool->frame);
	return add_pending(pool, member, PENDING_HELD, NULL);
}

/* Keeps a document until there are enough to be converted together. */
static const char *
send_to_converter(struct pool *pool, const struct member *member)
{
	struct pool_worker *converter = pool->crew[READ_CONVERTED].worker;
	struct pool_answer  answer;
	const char         *reason;

	if (pool->kept == CONVERT_BATCH ||
	    pool->converting > CONVERT_BATCH_BYTES)
		finish_all(pool);
	reason = send_alone(pool, member, converter, REQUEST_KEEP);
	if (reason != NULL)
		return reason;
	pool_worker_answer(converter, &answer);
	if (answer.refused) {
		tally_reject(pool->setup->tally, member->name, answer.text);
		return member_pending;
	}
	pool->kept++;
	pool->converting += member->bytes->taken;
	return add_pending(pool, member, PENDING_SENT, converter);
}

static const char *
send_to_worker(struct pool *pool, const struct crew *crew,
    const struct member *member)
{
	struct pool_worker *worker = idle_worker(pool, crew);
	const char         *reason = send_alone(pool, member, worker,
	    REQUEST_READ);

	return reason != NULL ? reason :
	    add_pending(pool, member, PENDING_SENT, worker);
}

const char *
pool_take(void *context, const struct member *member)
{
	struct pool *pool = context;
	struct crew *crew = &pool->crew[member->media->reader];
	const char  *reason = document_frame_fill(&pool->frame, member,
	    pool->setup->to.limits->member_bytes);

	if (reason != NULL)
		return reason;
	if (pool->n > 0 && (pool->n + 1 >= PENDING_MAX ||
	    pool->waits > WAITING_MAX))
		finish_all(pool);
	if (member->media->reader == READ_CONVERTED)
		return send_to_converter(pool, member);
	return crew->setup->kept && pool->frame.whole ? hold(pool, crew, member) :
	    send_to_worker(pool, crew, member);
}

void
pool_mark(void *context, struct slice name, const char *reason)
{
	struct pool   *pool = context;
	off_t          from = waiting_end(pool);
	struct writer *out = pool->n > 0 ? &pool->waiting :
	    pool->setup->to.out;

	tally_container(pool->setup->tally, name);
	blocks_mark(out, name, reason);
	writer_commit(out);
	if (pool->n == 0)
		return;
	pool->waits = waiting_end(pool);
	*pending_at(pool, pool->n++) = (struct pending){
		.state = PENDING_MARK, .from = from, .to = pool->waits };
}

void
pool_end(struct pool *pool)
{
	finish_all(pool);
	for (unsigned i = 0; i < pool->workers; i++)
		pool_worker_close(&pool->worker[i]);
	nursery_close(&pool->nursery);
	writer_free(&pool->waiting);
	close(pool->waiting.fd);
	writer_free(&pool->name);
	buffer_free(&pool->frame.bytes);
	for (int i = 0; i < MEDIA_READERS; i++)
		buffer_free(&pool->crew[i].batch.frames);
	free(pool);
}
