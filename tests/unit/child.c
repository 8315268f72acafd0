/* Reading in other processes where calls of the system fail: fork, pipe,
 * socketpair and the rest are replaced here by some that can be told to. */
#define _GNU_SOURCE	/* RTLD_NEXT */
#include <dlfcn.h>
#include <errno.h>
#include <poll.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/diagnostics.h"
#include "base/socket_bytes.h"
#include "base/spool.h"
#include "format/format.h"
#include "source/child/child.h"
#include "source/child/pool.h"
#include "source/child/protocol.h"
#include "source/child/reader.h"
#include "source/child/worker.h"
#include "whole_file.h"

enum call {
	FORK, PIPE, SOCKETPAIR, SEND, READ, WRITE, POLL, WAITPID, CALLS
};

/* Of each call: so many go well, then so many fail with ERROR.  BYTEWISE: what
 * is sent and read over sockets comes a byte at a time. */
static struct {
	unsigned well, fail;
	int      error;
} fault[CALLS];
static bool bytewise;

static bool
fails(enum call call)
{
	if (fault[call].fail == 0)
		return false;
	if (fault[call].well > 0) {
		fault[call].well--;
		return false;
	}
	fault[call].fail--;
	errno = fault[call].error;
	return true;
}

static void
break_call(enum call call, unsigned well, unsigned fail, int error)
{
	fault[call].well = well;
	fault[call].fail = fail;
	fault[call].error = error;
}

static void
mend_all(void)
{
	memset(fault, 0, sizeof(fault));
	bytewise = false;
}

/* What the system's call NAME is. */
#define REAL(result, name, parameters) \
	result (*real) parameters; \
	*(void **)&real = dlsym(RTLD_NEXT, name)

pid_t
fork(void)
{
	REAL(pid_t, "fork", (void));
	return fails(FORK) ? -1 : real();
}

int
pipe(int ends[2])
{
	REAL(int, "pipe", (int *));
	return fails(PIPE) ? -1 : real(ends);
}

int
socketpair(int domain, int type, int protocol, int ends[2])
{
	REAL(int, "socketpair", (int, int, int, int *));
	return fails(SOCKETPAIR) ? -1 : real(domain, type, protocol, ends);
}

ssize_t
send(int fd, const void *bytes, size_t n, int flags)
{
	REAL(ssize_t, "send", (int, const void *, size_t, int));
	return fails(SEND) ? -1 : real(fd, bytes, bytewise && n > 0 ? 1 : n,
	    flags);
}

ssize_t
read(int fd, void *bytes, size_t n)
{
	REAL(ssize_t, "read", (int, void *, size_t));
	return fails(READ) ? -1 : real(fd, bytes, bytewise && n > 0 ? 1 : n);
}

ssize_t
write(int fd, const void *bytes, size_t n)
{
	REAL(ssize_t, "write", (int, const void *, size_t));
	return fails(WRITE) ? -1 : real(fd, bytes, n);
}

int
poll(struct pollfd *fds, nfds_t n, int timeout)
{
	REAL(int, "poll", (struct pollfd *, nfds_t, int));
	return fails(POLL) ? -1 : real(fds, n, timeout);
}

pid_t
waitpid(pid_t pid, int *status, int options)
{
	REAL(pid_t, "waitpid", (pid_t, int *, int));
	return fails(WAITPID) ? -1 : real(pid, status, options);
}

static const char *
says_odd(void *context, const char **late)
{
	(void)context;
	(void)late;
	return "is odd";
}

static void
test_run(void **state)
{
	static const struct {
		enum call   call;
		int         error;
		const char *reason;
	} row[] = {
		{ PIPE, EMFILE, "Too many open files" },
		{ FORK, EAGAIN, "Resource temporarily unavailable" },
		{ WRITE, EPIPE, "failed: its reader ended before it was done" },
		{ POLL, EINTR, "is odd" }, { WAITPID, EINTR, "is odd" },
		{ CALLS, 0, "is odd" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(row) / sizeof(row[0]); i++) {
		struct child_outcome outcome;

		mend_all();
		if (row[i].call < CALLS)
			break_call(row[i].call, 0, 1, row[i].error);
		child_run(&child_limits_default, says_odd, NULL, &outcome);
		assert_string_equal(outcome.reason, row[i].reason);
		child_outcome_free(&outcome);
	}
	mend_all();
}

static void
test_protocol(void **state)
{
	char got[8] = "";
	int  ends[2];

	(void)state;
	mend_all();
	assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, ends), 0);
	bytewise = true;
	break_call(SEND, 2, 1, EINTR);
	break_call(READ, 3, 1, EINTR);
	assert_true(socket_send(ends[0], "message", 8));
	assert_true(socket_receive(ends[1], got, 8));
	assert_string_equal(got, "message");
	break_call(SEND, 3, 1, EPIPE);
	assert_false(socket_send(ends[0], "message", 8));
	close(ends[0]);
	assert_false(socket_receive(ends[1], got, 8));
	break_call(READ, 0, 1, EIO);
	assert_false(socket_receive(ends[1], got, 1));
	close(ends[1]);
	mend_all();
}

/* A document of the test: its bytes, and whether another process reads it. */
struct text {
	const char *name, *bytes;
	bool        elsewhere;
	size_t      times;	/* the bytes, one behind another */
	const char *reason;	/* what pool_take shall say; NULL: a document */
};

struct repeating {
	struct stream stream;
	struct slice  bytes;
	size_t        left;
	const char   *fails;
};

static bool
repeat(struct stream *stream, struct slice *chunk)
{
	struct repeating *r = (struct repeating *)stream;

	if (r->left == 0) {
		*chunk = (struct slice){ "", 0 };
		stream->reason = r->fails;
		return r->fails == NULL;
	}
	r->left--;
	*chunk = r->bytes;
	return true;
}

static const struct media here = { "text/plain", MEDIA_DOCUMENT, READ_HERE,
	&format_text, NULL };
static const struct media by_reader = { "text/plain", MEDIA_DOCUMENT, READ_OFFICE,
	NULL, NULL };
static const struct media by_worker = { "text/plain", MEDIA_DOCUMENT, READ_PDF,
	NULL, NULL };
static const struct media *elsewhere = &by_worker;

static const char *
take(member_fn *take, void *context, const struct text *text,
    const struct media *media, const char *fails)
{
	struct repeating bytes = { { .next = repeat }, slice_of(text->bytes),
		text->times, fails };
	struct lookahead ahead;
	struct member    member = { .name = slice_of(text->name),
		.media = media, .bytes = &ahead,
		.url = SLICE("http://a.example/"), .title = SLICE("年度报告"),
		.date = SLICE("2024-01-30") };
	const char      *reason;

	lookahead_open(&ahead, &bytes.stream);
	reason = take(context, &member);
	lookahead_close(&ahead);
	return reason;
}

/* What TEXTS are without any pool; those in the set LOST are none. */
static char *
read_alone(const struct text *texts, size_t n, unsigned lost)
{
	struct writer       out;
	struct block_output to = { .out = &out, .limits = &limits_default };
	int                 fd = spool_open();

	writer_open(&out, dup(fd));
	for (size_t i = 0; i < n; i++)
		if ((lost >> i & 1) == 0)
			assert_null(take(blocks_write, &to, &texts[i], &here,
			    NULL));
	assert_int_equal(writer_close(&out), 0);
	return whole_file(fd);
}

/* Reads TEXTS by PROGRAM and readers as a pool of WORKERS of both: what comes out is
 * what read_alone says of those that are not in the set LOST, in order. */
static void
assert_pool(const char *program, unsigned workers, const struct text *texts,
    size_t n, unsigned lost)
{
	struct writer     out;
	struct tally      tally = { .documents = 0 };
	int               fd = spool_open();
	struct pool_setup setup = { .serve = reader_serve,
		.reader = { child_limits_default, false, media_find },
		.crew = {
			[READ_HERE] = { .n = workers, .kept = true,
			    .seconds = child_limits_default.seconds },
			[READ_OFFICE] = { .n = workers, .kept = true,
			    .program = program, .option = { "--reader" },
			    .seconds = child_limits_default.seconds },
			[READ_PDF] = { .n = workers, .program = program,
			    .option = { "--worker" }, .seconds = 60 },
		},
		.to = { .out = &out, .limits = &limits_default },
		.tally = &tally };
	struct pool      *pool = pool_start(&setup);
	unsigned          pending = 0;
	char             *got, *want;

	writer_open(&out, dup(fd));
	for (size_t i = 0; i < n; i++) {
		const char *reason = take(pool_take, pool, &texts[i],
		    texts[i].elsewhere ? elsewhere : &here, NULL);

		if (reason == member_pending)
			pending++;
		else if (texts[i].reason == NULL)
			assert_null(reason);
		else
			assert_string_equal(reason, texts[i].reason);
	}
	pool_end(pool);
	assert_int_equal(writer_close(&out), 0);
	assert_int_equal(tally.documents + tally.rejected, pending);
	got = whole_file(fd);
	want = read_alone(texts, n, lost);
	assert_string_equal(got, want);
	free(got);
	free(want);
}

static const struct text texts[] = {
	{ "a.txt", "甲\n", false, 1, NULL }, { "b.pdf", "乙\n", true, 1, NULL },
	{ "c.txt", "丙\n", false, 1, NULL }, { "d.pdf", "丁\n", true, 2, NULL },
	{ "e.txt", "戊\n", false, 1, NULL }, { "f.pdf", "己\n", true, 1, NULL },
	{ "g.pdf", "庚\n", true, 1, NULL }, { "h.txt", "辛\n", false, 1, NULL },
};
enum { TEXTS = sizeof(texts) / sizeof(texts[0]), ALL_ELSEWHERE = 0x6A };

static const char *self;

static void
test_pool(void **state)
{
	(void)state;
	mend_all();
	for (unsigned workers = 1; workers <= 3; workers++)
		assert_pool(self, workers, texts, TEXTS, 0);
	bytewise = true;
	assert_pool(self, 2, texts, TEXTS, 0);
	mend_all();
}

/* The same with a program that is a reader. */
static void
test_program(void **state)
{
	elsewhere = &by_reader;
	test_pool(state);
	assert_pool("/nowhere/at/all", 1, texts, TEXTS, ALL_ELSEWHERE);
	elsewhere = &by_worker;
}

/* More than may wait for a pending document: it is waited for first. */
static void
test_crowded(void **state)
{
	static const struct text large[] = {
		{ "a.pdf", "甲\n", true, 1, NULL },
		{ "b.txt", "很长的一行，有很多字。\n", false, 200000, NULL },
		{ "c.txt", "又是一行，有很多字。\n", false, 200000, NULL },
		{ "d.txt", "一行。\n", false, 1, NULL },
		{ "e.pdf", "丁\n", true, 1, NULL },
	};

	(void)state;
	mend_all();
	assert_pool(self, 2, large, 5, 0);
}

/* Processes that cannot be had, or not to the end, cost the documents that they
 * should read, and nothing else. */
static void
test_workers_missing(void **state)
{
	enum { ALL = (1 << TEXTS) - 1, FIRST_THREE = 7 };
	const struct text full[] = {
		texts[0],
		{ "b.pdf", "乙\n", true, 1, "No space left on device" },
		texts[2],
	};

	(void)state;
	mend_all();
	/* the nursery, or all that it is asked for */
	break_call(SOCKETPAIR, 0, 1, EMFILE);
	assert_pool(self, 2, texts, TEXTS, ALL);
	break_call(FORK, 0, 1, EAGAIN);
	assert_pool(self, 2, texts, TEXTS, ALL);
	break_call(SOCKETPAIR, 1, 100, EMFILE);
	assert_pool(self, 2, texts, TEXTS, ALL);
	break_call(FORK, 1, 100, EAGAIN);
	assert_pool(self, 2, texts, TEXTS, ALL);
	mend_all();
	/* one that ends at once */
	assert_pool("/nowhere/at/all", 1, texts, TEXTS, ALL_ELSEWHERE);
	/* an order to the nursery that cannot be sent */
	break_call(SEND, 0, 1, EPIPE);
	assert_pool(self, 1, texts, 3, 0x02);
	mend_all();
	/* no room for the bytes of a document, nor for answers */
	break_call(WRITE, 0, 1, ENOSPC);
	assert_pool(self, 1, full, 3, FIRST_THREE);
	mend_all();
}

/* Bytes that cannot be read, or are too many, cost their document. */
static void
test_bytes(void **state)
{
	static const struct text text = { "a.pdf", "甲\n", true, 1, NULL };
	struct limits            limits = limits_default;
	struct writer            out;
	struct tally             tally = { .documents = 0 };
	struct pool_setup        setup = { .serve = reader_serve,
		.reader = { child_limits_default, false, media_find },
		.crew = {
			[READ_HERE] = { .n = 1, .kept = true,
			    .seconds = child_limits_default.seconds },
			[READ_PDF] = { .n = 1, .program = self,
			    .option = { "--worker" }, .seconds = 60 },
		},
		.to = { .out = &out, .limits = &limits }, .tally = &tally };
	struct pool             *pool;

	(void)state;
	mend_all();
	writer_open(&out, spool_open());
	pool = pool_start(&setup);
	for (int i = 0; i < 2; i++) {
		const struct media *media = i == 0 ? elsewhere : &here;

		assert_string_equal(take(pool_take, pool, &text, media,
		    "a damaged member"), "a damaged member");
		limits.member_bytes = 3;
		assert_string_equal(take(pool_take, pool, &text, media, NULL),
		    "is larger than --member-bytes");
		limits.member_bytes = 4;
		assert_ptr_equal(take(pool_take, pool, &text, media, NULL),
		    member_pending);
	}
	pool_end(pool);
	assert_int_equal(tally.documents, 2);
	assert_int_equal(writer_close(&out), 0);
}

/* As a pool starts it: reads plain texts until there are no more. */
static int
serve(const char *how)
{
	const struct reader_setup reader = { child_limits_default, true, media_find };
	struct worker worker = { .find = media_find, .limits = limits_default,
		.child = child_limits_default, .readables = -1 };

	if (strcmp(how, "--reader") == 0)
		reader_serve(&reader);
	else
		worker_serve(&worker);
	return 0;
}

int
main(int argc, char *argv[])
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_run),
		cmocka_unit_test(test_protocol),
		cmocka_unit_test(test_pool),
		cmocka_unit_test(test_program),
		cmocka_unit_test(test_crowded),
		cmocka_unit_test(test_workers_missing),
		cmocka_unit_test(test_bytes),
	};

	program_name = "child";
	self = argv[0];
	if (argc > 1)
		return serve(argv[1]);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
