/* Readers that what they read has taken over: they speak the protocol as it pleases
 * them, in place of the forked reader, of the program that is one and of the other.  Whatever they do costs
 * the document that they do it for, no other, and is told in its name. */
#define _GNU_SOURCE	/* memfd_create */
#include <poll.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/clock.h"
#include "base/diagnostics.h"
#include "base/spool.h"
#include "format/format.h"
#include "source/child/pool.h"
#include "source/child/protocol.h"
#include "source/child/served.h"
#include "whole_file.h"

static const struct media text[] = {
	[READ_HERE] = { "text/plain", MEDIA_DOCUMENT, READ_HERE, &format_text, NULL },
	[READ_OFFICE] = { "text/plain", MEDIA_DOCUMENT, READ_OFFICE, NULL, NULL },
	[READ_PDF] = { "text/plain", MEDIA_DOCUMENT, READ_PDF, NULL, NULL },
};
enum { READERS = sizeof(text) / sizeof(text[0]) };

static bool
forge(const char *records)
{
	return protocol_answer(false, NULL, slice_of(records));
}

#define META(name, property, value) \
	name "\t\tmeta\t" property "\t0\t0\t0\t\t" value "\n"
#define GOOD META("evil", "type", "text/plain") META("evil", "bytes", "4")

static bool
send_answer(uint16_t refused, uint32_t n, uint64_t records)
{
	const struct read_answer answer = { refused, 0, n, records };

	return spool_write(PROTOCOL_ANSWERS, (struct slice){
	    (const char *)&answer, sizeof(answer) });
}

static bool other_name(void)
{
	return forge(META("good2", "type", "text/plain")
	    META("good2", "bytes", "4"));
}
static bool longer_name(void)
{
	return forge(META("evil2", "type", "text/plain")
	    META("evil2", "bytes", "4"));
}
static bool next_document(void)
{
	return forge(GOOD META("evil", "type", "text/plain")
	    META("evil", "bytes", "4"));
}
static bool other_type(void)
{
	return forge(META("evil", "type", "application/pdf")
	    META("evil", "bytes", "4"));
}
static bool other_bytes(void)
{
	return forge(META("evil", "type", "text/plain")
	    META("evil", "bytes", "5"));
}
static bool no_type(void) { return forge(META("evil", "bytes", "4")); }
static bool late_meta(void)
{
	return forge(GOOD "evil\tL1\ttext\t\t0\t0\t0\t\tx\n"
	    META("evil", "title", "x"));
}
static bool other_kind(void)
{
	return forge(GOOD "evil\tL1\tfact\t\t0\t0\t0\t\tx\n");
}
static bool other_section(void)
{
	return forge(GOOD "evil\tL1\ttext\trequests\t0\t0\t0\t\tx\n");
}
static bool no_number(void)
{
	return forge(GOOD "evil\tL1\tcell\t\t-1\t0\t0\t1x1\tx\n");
}
static bool long_number(void)
{
	return forge(GOOD "evil\tL1\tcell\t\t0\t0\t99999999999\t1x1\tx\n");
}
static bool no_span(void)
{
	return forge(GOOD "evil\tL1\tcell\t\t0\t0\t0\t\tx\n");
}
static bool few_fields(void)
{
	return forge(GOOD "evil\tL1\ttext\t\t0\t0\t0\tx\n");
}
static bool many_fields(void)
{
	return forge(GOOD "evil\tL1\ttext\t\t0\t0\t0\t\tx\ty\n");
}
static bool bad_escape(void)
{
	return forge(GOOD "evil\tL1\ttext\t\t0\t0\t0\t\tx\\y\n");
}
static bool no_utf8(void)
{
	return forge(GOOD "evil\tL1\ttext\t\t0\t0\t0\t\t\xFF\n");
}
static bool no_line_end(void)
{
	return forge(GOOD "evil\tL1\ttext\t\t0\t0\t0\t\tx");
}
static bool nothing(void) { return send_answer(0, 0, 0); }
static bool flood(void)
{
	return send_answer(0, 0, limits_default.text_bytes + (2u << 20));
}
static bool endless_records(void)
{
	return send_answer(0, 0, 0xFFFFFFFFFFFFFFF0u);
}
static bool endless_text(void) { return send_answer(1, 0xFFFFFFF0u, 0); }
static bool odd_kind(void) { return send_answer(2, 0, 0); }
static bool refused_with_records(void) { return send_answer(1, 0, 5); }
static bool half_an_answer(void)
{
	spool_write(PROTOCOL_ANSWERS, (struct slice){ "\0\0\0\0\4", 5 });
	_exit(0);
}
static bool half_of_records(void)
{
	send_answer(0, 0, 100);
	spool_write(PROTOCOL_ANSWERS, SLICE(GOOD));
	_exit(0);
}
static bool half_a_text(void)
{
	send_answer(1, 100, 0);
	_exit(0);
}
static bool end(void) { _exit(0); }
static bool fail_early(void) { _exit(2); }
static bool crash(void) { abort(); }
static bool sleep_on(void)
{
	while (true)
		pause();
	return false;
}
static bool drip(void)
{
	while (poll(NULL, 0, 300) == 0)
		spool_write(PROTOCOL_ANSWERS, (struct slice){ "", 1 });
	return false;
}
static bool spin(void)
{
	for (volatile unsigned i = 1; i > 0; i |= 1)
		;
	return false;
}
static bool close_answers(void)
{
	close(PROTOCOL_ANSWERS);
	return sleep_on();
}
/* Writes to all that is open: the socket of another, standard output. */
static bool
scribble(void)
{
	for (int fd = 0; fd < 1024; fd++)
		(void)!write(fd, "good2\tforged\tforged\n", 20);
	return true;
}
static bool twice(void) { return forge(GOOD) && forge(GOOD); }
static bool odd_reason(void)
{
	return protocol_answer(true,
	    "\033]0;x\007\nextract: good2: forged\xFF", SLICE(""));
}
/* Changes the bytes of those behind it. */
static bool
spoil(void)
{
	for (int i = 0; i < 1000; i++)
		(void)!pwrite(PROTOCOL_BYTES, "forged", 6, 6 * i);
	abort();
}

static const char no_records[] = "its reader wrote what are no records of it";
static const char broken[] = "its reader broke the protocol";
static const char late[] = "took more than 1 s to read";
static const char ended[] = "failed: its reader ended before it was done";
static const char gone[] = "the program that reads it does not answer";
static const char untried[] = "";	/* it would take its time once more */
static const char crashed[] = "crashed its reader (signal 6)";

static const struct attack {
	const char *what;
	bool      (*attack)(void);
	const char *reader, *program;	/* the reasons, with a reader and with a
					   program that is none; NULL: read */
} attacks[] = {
	{ "other-name", other_name, no_records, no_records },
	{ "longer-name", longer_name, no_records, no_records },
	{ "next-document", next_document, no_records, no_records },
	{ "other-type", other_type, no_records, no_records },
	{ "other-bytes", other_bytes, no_records, no_records },
	{ "no-type", no_type, no_records, no_records },
	{ "late-meta", late_meta, no_records, no_records },
	{ "other-kind", other_kind, no_records, no_records },
	{ "other-section", other_section, no_records, no_records },
	{ "no-number", no_number, no_records, no_records },
	{ "long-number", long_number, no_records, no_records },
	{ "no-span", no_span, no_records, no_records },
	{ "few-fields", few_fields, no_records, no_records },
	{ "many-fields", many_fields, no_records, no_records },
	{ "bad-escape", bad_escape, no_records, no_records },
	{ "no-utf8", no_utf8, no_records, no_records },
	{ "no-line-end", no_line_end, no_records, no_records },
	{ "nothing", nothing, no_records, no_records },
	{ "half-of-records", half_of_records, ended, gone },
	{ "flood", flood, broken, broken },
	{ "endless-records", endless_records, broken, broken },
	{ "endless-text", endless_text, broken, broken },
	{ "odd-kind", odd_kind, broken, broken },
	{ "refused-with-records", refused_with_records, broken, broken },
	{ "half-an-answer", half_an_answer, ended, gone },
	{ "half-a-text", half_a_text, ended, gone },
	{ "end", end, ended, gone },
	{ "fail-early", fail_early, "failed: out of memory", gone },
	{ "crash", crash, crashed, gone },
	{ "sleep", sleep_on, late, late },
	{ "drip", drip, untried, late },
	{ "spin", spin, late, untried },
	{ "close-answers", close_answers, "its reader was killed", gone },
	{ "scribble", scribble, broken, broken },
	{ "twice", twice, NULL, NULL },
	{ "odd-reason", odd_reason, "\\x1B]0;x\\x07\\x0Aextract: good2: forged",
	    "\\x1B]0;x\\x07\\x0Aextract: good2: forged" },
	{ "spoil", spoil, crashed, gone },
};
enum { ATTACKS = sizeof(attacks) / sizeof(attacks[0]) };

static const struct attack *attack;	/* of a reader here */
static const char          *self;

static bool
read_honestly(struct served *served, struct served_document *document)
{
	struct writer       out;
	struct block_output to = { .out = &out, .limits = &served->limits };
	const char         *reason;
	bool                answered;

	document->member.media = &text[READ_HERE];
	writer_open_memory(&out, 1 << 20);
	reason = blocks_write(&to, &document->member);
	answered = protocol_answer(reason != NULL, reason, (struct slice){
	    out.buffer, out.used });
	writer_free(&out);
	return answered;
}

/* Is honest but to a document called "evil". */
static void
serve_with(const struct attack *how)
{
	struct served          served;
	struct served_document document;
	bool                   on = true;

	while (on && served_begin(&served)) {
		while (on && served_next(&served, &document)) {
			on = slice_is(document.member.name, "evil") ?
			    how->attack() : read_honestly(&served, &document);
			served_close(&document);
		}
		served_end(&served);
	}
}

static void
serve_attacked(const struct reader_setup *setup)
{
	(void)setup;
	serve_with(attack);
}


static const char *
take(member_fn *take, void *context, const char *name,
    const struct media *media)
{
	struct memory_stream bytes;
	struct lookahead     ahead;
	struct member        member = { .name = slice_of(name), .media = media,
		.bytes = &ahead };
	const char          *reason;

	memory_stream_open(&bytes, SLICE("字\n"));
	lookahead_open(&ahead, &bytes.stream);
	reason = take(context, &member);
	lookahead_close(&ahead);
	return reason;
}

static const char *const names[] = { "good1", "evil", "good2", "good3" };

/* The records of all but "evil". */
static char *
honest_records(void)
{
	struct writer       out;
	struct block_output to = { .out = &out, .limits = &limits_default };
	int                 fd = spool_open();

	writer_open(&out, dup(fd));
	for (int i = 0; i < 4; i++)
		if (i != 1)
			assert_null(take(blocks_write, &to, names[i], &text[READ_HERE]));
	writer_close(&out);
	return whole_file(fd);
}

/* What is written of all of them, and, to stderr, in *SAID, where WHO reads them and
 * is attacked as HOW says. */
static char *
attacked_records(const struct attack *how, enum media_reader who, char **said)
{
	struct writer     out;
	struct tally      tally = { .documents = 0 };
	int               fd = spool_open(), messages = spool_open();
	int               before = dup(STDERR_FILENO);
	struct pool_setup setup = { .serve = serve_attacked,
		.reader = { { 1, 1ull << 30, 64 << 20 }, true, media_find },
		.crew = {
			[READ_HERE] = { .n = 2, .kept = true, .seconds = 1 },
			[READ_OFFICE] = { .n = 2, .kept = true, .seconds = 1,
			    .program = self, .option = { "--worker", how->what } },
			[READ_PDF] = { .n = 2, .seconds = 1,
			    .program = self, .option = { "--worker", how->what } },
		},
		.tally = &tally,
		.to = { .out = &out, .limits = &limits_default } };
	struct pool      *pool;

	attack = how;
	writer_open(&out, dup(fd));
	dup2(messages, STDERR_FILENO);
	pool = pool_start(&setup);
	for (int i = 0; i < 4; i++)
		take(pool_take, pool, names[i], &text[who]);
	pool_end(pool);
	dup2(before, STDERR_FILENO);
	close(before);
	writer_close(&out);
	*said = whole_file(messages);
	return whole_file(fd);
}

static void
assert_attack(const struct attack *how, enum media_reader who, const char *want)
{
	const char *reason = who == READ_PDF ? how->program : how->reader;
	char        line[256] = "", *said, *got;
	long long   since = clock_milliseconds();

	if (reason == untried)
		return;
	if (reason != NULL)
		snprintf(line, sizeof(line), "hostile: evil: %s\n", reason);
	got = attacked_records(how, who, &said);
	if (reason == NULL) {
		char *evil = strstr(got, "evil\t"), *behind;

		assert_non_null(evil);
		behind = strstr(evil, "good2\t");
		assert_non_null(behind);
		memmove(evil, behind, strlen(behind) + 1);
	}
	if (strcmp(said, line) != 0 || strcmp(got, want) != 0 ||
	    clock_milliseconds() - since > 20000)
		fail_msg("%s, reader %d: %s%s", how->what, (int)who, said,
		    got);
	free(said);
	free(got);
}

static void
test_attacks(void **state)
{
	char *want = honest_records();

	(void)state;
	for (int i = 0; i < ATTACKS; i++)
		for (int who = 0; who < READERS; who++)
			assert_attack(&attacks[i], (enum media_reader)who, want);
	free(want);
}

/* Answers that come in any pieces. */
static void
test_answers(void **state)
{
	struct read_answer sent = { 0, 0, 3, 2 };
	struct answer_got  got;
	char               bytes[sizeof(sent) + 5];

	(void)state;
	memcpy(bytes, &sent, sizeof(sent));
	memcpy(bytes + sizeof(sent), "oddx\n", 5);
	for (size_t i = 0; i < sizeof(bytes); i++)
		assert_int_equal(protocol_parse_answer((struct slice){ bytes,
		    i }, 100, &got), PROTOCOL_MORE);
	assert_int_equal(protocol_parse_answer((struct slice){ bytes,
	    sizeof(bytes) }, 100, &got), sizeof(bytes));
	assert_true(slice_is(got.text, "odd") && slice_is(got.records, "x\n"));
	assert_int_equal(protocol_parse_answer((struct slice){ bytes,
	    sizeof(bytes) }, 1, &got), PROTOCOL_BROKEN);
}

int
main(int argc, char *argv[])
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_answers),
		cmocka_unit_test(test_attacks),
	};

	program_name = "hostile";
	self = argv[0];
	if (argc > 2 && strcmp(argv[1], "--worker") == 0) {
		for (int i = 0; i < ATTACKS; i++)
			if (strcmp(attacks[i].what, argv[2]) == 0)
				serve_with(&attacks[i]);
		return 0;
	}
	return cmocka_run_group_tests(tests, NULL, NULL);
}
