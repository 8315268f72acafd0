#include "pool.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/diagnostics.h"
#include "base/memory.h"
#include "base/spool.h"
#include "format/convert/batch.h"

enum {
	/* So many bytes of records may wait for a document that is pending. */
	WAITING_MAX = 32 * 1024 * 1024,
	PENDING_MAX = 4 * CONVERT_BATCH,
};

/* Bytes of the spool of what waits. */
struct waiting_part {
	off_t from, to;
};

/* A document that was taken and not written yet. */
struct pending {
	struct slice        name;	/* owned */
	char               *mark;	/* likewise; NULL: none */
	struct pool_worker *worker;	/* it is there; NULL: it came back */
	struct pool_answer  answer;	/* of one that came back */
	struct waiting_part records;	/* likewise */
	struct waiting_part behind;	/* what was read here since */
};

struct pool {
	struct block_output to;
	struct tally       *tally;
	struct writer       waiting;	/* fills the spool of what waits */
	struct pending      pending[PENDING_MAX];	/* a ring */
	unsigned            oldest, n;
	unsigned long long  converting;	/* bytes of the documents kept to be
					   converted together */
	unsigned            kept;	/* how many they are */
	struct pool_worker  converter;
	unsigned            workers;
	struct pool_worker  worker[];
};

struct pool *
pool_start(const struct pool_command *command, unsigned workers,
    const struct block_output *to, struct tally *tally)
{
	struct pool *pool = memory_get(sizeof(*pool) +
	    workers * sizeof(pool->worker[0]));

	*pool = (struct pool){ .to = *to, .tally = tally, .workers = workers,
		.converter.socket = -1 };
	writer_open(&pool->waiting, spool_open());
	for (unsigned i = 0; i < workers; i++)
		pool_worker_start(&pool->worker[i], command);
	if (command->converts)
		pool_worker_start(&pool->converter, command);
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

/* Writes what waits in RANGE. */
static void
write_waiting(struct pool *pool, const struct waiting_part *range)
{
	if (range->to == range->from)
		return;
	writer_flush(&pool->waiting);
	if (pool->waiting.error != 0 ||
	    !writer_add_part(pool->to.out, pool->waiting.fd, range->from,
	    range->to - range->from))
		warn_at("pending documents", "%s",
		    strerror(pool->waiting.error));
}

/* Tells what became of document P. */
static void
account_for(struct pool *pool, const struct pending *p,
    const struct pool_answer *answer)
{
	diagnostics_pass_on(answer->diagnostics, answer->n);
	if (answer->refused)
		tally_reject(pool->tally, p->name, answer->reason);
	else
		tally_document(pool->tally);
}

/* Has the worker of P read it, if it was only kept so far, and waits for what comes
 * of it. */
static void
await_answer(struct pool *pool, const struct pending *p,
    struct pool_answer *answer)
{
	if (p->worker == &pool->converter) {
		pool_worker_ask(p->worker, REQUEST_READ_KEPT, NULL,
		    pool->to.limits->cells);
		if (--pool->kept == 0)
			pool->converting = 0;
	}
	pool_worker_answer(p->worker, answer);
}

/* Lets OUT have the records of P, from its worker; where that fails, ANSWER is
 * a refusal. */
static void
take_records(const struct pending *p, struct writer *out,
    struct pool_answer *answer)
{
	if (answer->refused)
		return;
	if (writer_add_file(out, p->worker->records)) {
		if (p->mark != NULL)
			blocks_mark(out, p->name, p->mark);
		writer_commit(out);
		return;
	}
	free(answer->reason);
	answer->refused = true;
	answer->reason = strdup(strerror(errno));
}

/* Writes the document that came first, and what was read here since, as soon as it
 * is there. */
static void
finish_oldest(struct pool *pool)
{
	struct pending *p = pending_at(pool, 0);

	if (p->worker != NULL) {
		await_answer(pool, p, &p->answer);
		take_records(p, pool->to.out, &p->answer);
	} else if (!p->answer.refused)
		write_waiting(pool, &p->records);
	account_for(pool, p, &p->answer);
	write_waiting(pool, &p->behind);
	pool_answer_free(&p->answer);
	free((char *)p->name.p);
	free(p->mark);
	pool->oldest = (pool->oldest + 1) % PENDING_MAX;
	pool->n--;
}

static void
finish_all(struct pool *pool)
{
	while (pool->n > 0)
		finish_oldest(pool);
	pool->waiting.used = 0;
	spool_rewind(pool->waiting.fd);
}

/* Keeps what comes of P, which others stand before, so that its worker is free. */
static void
put_by(struct pool *pool, struct pending *p)
{
	await_answer(pool, p, &p->answer);
	p->records.from = waiting_end(pool);
	take_records(p, &pool->waiting, &p->answer);
	p->records.to = waiting_end(pool);
	p->worker = NULL;
}

/* MEMBER is at WORKER now. */
static const char *
add_pending(struct pool *pool, const struct member *member,
    struct pool_worker *worker)
{
	char       *name = memory_get(member->name.n), *copy = NULL;
	const char *mark = member_mark(member);

	memcpy(name, member->name.p, member->name.n);
	if (mark != NULL)
		copy = strcpy(memory_get(strlen(mark) + 1), mark);
	*pending_at(pool, pool->n++) = (struct pending){
		.name = { name, member->name.n }, .mark = copy,
		.worker = worker };
	return member_pending;
}

/* A worker that has nothing to do. */
static struct pool_worker *
idle_worker(struct pool *pool)
{
	for (unsigned i = 0; i < pool->workers; i++)
		if (!pool->worker[i].busy && pool->worker[i].socket >= 0)
			return &pool->worker[i];
	return NULL;
}

/* Waits for the document that one of the workers has had for longest. */
static void
free_a_worker(struct pool *pool)
{
	for (unsigned i = 0; i < pool->n; i++) {
		struct pending *p = pending_at(pool, i);

		if (p->worker == NULL || p->worker == &pool->converter)
			continue;
		if (i == 0)
			finish_oldest(pool);
		else
			put_by(pool, p);
		return;
	}
}

static const char *
send_to_worker(struct pool *pool, const struct member *member)
{
	struct pool_worker *worker = idle_worker(pool);
	const char         *reason;

	if (worker == NULL)
		free_a_worker(pool);
	worker = idle_worker(pool);
	if (worker == NULL)
		return "the program that reads it could not be had";
	reason = pool_worker_fill(worker, &member->bytes->stream,
	    pool->to.limits->member_bytes);
	if (reason != NULL)
		return reason;
	worker->busy = true;
	pool_worker_ask(worker, REQUEST_READ, member, pool->to.limits->cells);
	return add_pending(pool, member, worker);
}

/* Keeps a document until there are enough to be converted together. */
static const char *
send_to_converter(struct pool *pool, const struct member *member)
{
	struct pool_answer answer;
	const char        *reason;

	if (pool->kept == CONVERT_BATCH ||
	    pool->converting > CONVERT_BATCH_BYTES)
		finish_all(pool);
	reason = pool_worker_fill(&pool->converter, &member->bytes->stream,
	    pool->to.limits->member_bytes);
	if (reason != NULL)
		return reason;
	pool_worker_ask(&pool->converter, REQUEST_KEEP, member,
	    pool->to.limits->cells);
	pool_worker_answer(&pool->converter, &answer);
	if (answer.refused)
		tally_reject(pool->tally, member->name, answer.reason);
	pool_answer_free(&answer);
	if (answer.refused)
		return member_pending;
	pool->kept++;
	pool->converting += member->bytes->taken;
	return add_pending(pool, member, &pool->converter);
}

/* Where records are written that come behind the documents pending. */
static struct writer *
begin_behind(struct pool *pool)
{
	struct waiting_part *behind;

	if (pool->n == 0)
		return pool->to.out;
	behind = &pending_at(pool, pool->n - 1)->behind;
	if (behind->to == behind->from)
		behind->from = waiting_end(pool);
	return &pool->waiting;
}

static void
end_behind(struct pool *pool)
{
	if (pool->n > 0)
		pending_at(pool, pool->n - 1)->behind.to = waiting_end(pool);
}

/* Reads a document here; it waits for the last one pending. */
static const char *
read_here(struct pool *pool, const struct member *member)
{
	struct block_output to = pool->to;
	const char         *reason;

	to.out = begin_behind(pool);
	reason = blocks_write(&to, member);
	end_behind(pool);
	return reason;
}

void
pool_mark(void *context, struct slice name, const char *reason)
{
	struct pool   *pool = context;
	struct writer *out = begin_behind(pool);

	blocks_mark(out, name, reason);
	writer_commit(out);
	end_behind(pool);
}

const char *
pool_take(void *context, const struct member *member)
{
	struct pool *pool = context;

	if (pool->n > 0 && (pool->n == PENDING_MAX ||
	    waiting_end(pool) > WAITING_MAX))
		finish_all(pool);
	if (member->media->handling == MEDIA_CONVERTED)
		return send_to_converter(pool, member);
	return member->media->format == NULL ? send_to_worker(pool, member) :
	    read_here(pool, member);
}

void
pool_end(struct pool *pool)
{
	finish_all(pool);
	for (unsigned i = 0; i < pool->workers; i++)
		pool_worker_close(&pool->worker[i]);
	pool_worker_close(&pool->converter);
	for (unsigned i = 0; i < pool->workers; i++)
		pool_worker_await(&pool->worker[i]);
	pool_worker_await(&pool->converter);
	writer_free(&pool->waiting);
	free(pool);
}
