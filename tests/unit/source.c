#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/diagnostics.h"
#include "source/child/child.h"
#include "source/cursor.h"
#include "source/http.h"
#include "source/manifest.h"
#include "source/source.h"

#define LENGTH(array) (sizeof(array) / sizeof(*(array)))

static struct manifest *
manifest_of(const char *text, const char **reason)
{
	char             path[] = "/tmp/manifest-XXXXXX";
	int              fd = mkstemp(path);
	struct manifest *manifest;

	assert_int_equal(write(fd, text, strlen(text)), strlen(text));
	close(fd);
	manifest = manifest_read(path, reason);
	unlink(path);
	return manifest;
}

static void
test_manifest(void **state)
{
	static const struct {
		const char *name, *url, *title;	/* NULL: none */
	} row[] = {
		{ "b.html", "", "B" }, { "a.zip!x/b.html", "", "B" },
		{ "a.zip!x/y/b.html", "", "B" }, { "xb.html", "", NULL },
		{ "b.html/c", "", NULL }, { "", "", NULL },
		{ "in/c.html", "", "C" }, { "z/in/c.html", "", "C" },
		{ "c.html", "", NULL }, { "any", "http://d", "D" },
		{ "b.html", "http://d", "D" }, { "b.html", "http://x", "B" },
		{ "http://d", "", NULL }, { "x", "b.html", NULL },
	};
	const char      *reason = NULL;
	struct manifest *m = manifest_of("标题,File_Name,other,网址,日期\n"
	    "B,b.html,x,http://b,2024-01-02\nC,.\\in\\c.html\n"
	    "D,,,http://d\n", &reason);

	(void)state;
	assert_null(reason);
	for (size_t i = 0; i < LENGTH(row); i++) {
		const struct manifest_line *line = manifest_find(m,
		    slice_of(row[i].name), slice_of(row[i].url));

		if ((line == NULL) != (row[i].title == NULL))
			fail_msg("%s %s", row[i].name, row[i].url);
		if (line != NULL)
			assert_true(slice_is(line->value[MANIFEST_TITLE],
			    row[i].title));
	}
	assert_true(slice_is(manifest_find(m, SLICE("b.html"),
	    SLICE(""))->value[MANIFEST_DATE], "2024-01-02"));
	assert_int_equal(manifest_find(m, SLICE("in/c.html"),
	    SLICE(""))->line, 3);
	manifest_free(m);
	assert_null(manifest_of("title,date\nx,y\n", &reason));
	assert_string_equal(reason,
	    "its first line names no column path or url");
	assert_null(manifest_read("/nowhere/at/all", &reason));
	assert_string_equal(reason, "No such file or directory");
	m = manifest_of("url\nhttp://a\n", &reason);
	assert_non_null(manifest_find(m, SLICE("x"), SLICE("http://a")));
	manifest_free(m);
}

/* Gives a text in chunks of a size, then what REASON says. */
struct drip {
	struct stream stream;
	struct slice  left;
	size_t        chunk;
	const char   *fails;
};

static bool
drip_next(struct stream *stream, struct slice *chunk)
{
	struct drip *d = (struct drip *)stream;

	*chunk = d->left;
	if (chunk->n > d->chunk)
		chunk->n = d->chunk;
	d->left = slice_from(d->left, chunk->n);
	if (chunk->n == 0)
		stream->reason = d->fails;
	return stream->reason == NULL;
}

static struct drip
drip_of(const char *text, size_t chunk)
{
	return (struct drip){ .stream = { .next = drip_next },
		.left = slice_of(text), .chunk = chunk };
}

static void
test_lookahead(void **state)
{
	struct drip      drip = drip_of("abcdefgh", 3);
	struct lookahead ahead;
	struct slice     chunk;

	(void)state;
	lookahead_open(&ahead, &drip.stream);
	assert_true(lookahead_fill(&ahead, 4));
	assert_true(slice_is(lookahead_bytes(&ahead), "abcdef"));
	assert_false(ahead.ended);
	assert_true(ahead.stream.next(&ahead.stream, &chunk));
	assert_true(slice_is(chunk, "abcdef"));
	assert_true(ahead.stream.next(&ahead.stream, &chunk));
	assert_true(slice_is(chunk, "gh"));
	assert_int_equal(ahead.taken, 8);
	lookahead_close(&ahead);

	drip = drip_of("abcdefgh", 3);
	lookahead_open(&ahead, &drip.stream);
	assert_true(lookahead_fill(&ahead, 100));
	assert_true(ahead.ended);
	assert_int_equal(ahead.stream.seek(&ahead.stream, -2, SEEK_END), 6);
	assert_true(ahead.stream.next(&ahead.stream, &chunk));
	assert_true(slice_is(chunk, "gh"));
	assert_true(ahead.stream.next(&ahead.stream, &chunk));
	assert_int_equal(chunk.n, 0);
	assert_int_equal(ahead.stream.seek(&ahead.stream, 1, SEEK_SET), 1);
	assert_int_equal(ahead.stream.seek(&ahead.stream, 2, SEEK_CUR), 3);
	assert_true(ahead.stream.seek(&ahead.stream, -4, SEEK_CUR) < 0);
	assert_true(ahead.stream.seek(&ahead.stream, 1, SEEK_END) < 0);
	lookahead_close(&ahead);

	drip = drip_of("abc", 3);
	drip.fails = "broken";
	lookahead_open(&ahead, &drip.stream);
	assert_true(lookahead_fill(&ahead, 3));
	assert_false(lookahead_fill(&ahead, 4));
	assert_string_equal(ahead.stream.reason, "broken");
	lookahead_close(&ahead);
}

static bool
read_over(struct stream *stream)
{
	struct slice chunk = { NULL, 1 };

	while (chunk.n > 0)
		if (!stream->next(stream, &chunk))
			return false;
	return true;
}

static void
test_cursor(void **state)
{
	char text[CURSOR_LINE_MAX];

	(void)state;
	for (size_t chunk = 1; chunk < 20; chunk++) {
		struct drip    drip = drip_of("one\r\n\ntwo\n12345rest", chunk);
		struct cursor  cursor;
		struct bounded part;
		struct slice   line;

		cursor_open(&cursor, &drip.stream);
		assert_true(cursor_line(&cursor, text, &line));
		assert_true(slice_is(line, "one"));
		assert_true(cursor_line(&cursor, text, &line));
		assert_int_equal(line.n, 0);
		assert_true(cursor_line(&cursor, text, &line));
		assert_true(slice_is(line, "two"));
		bounded_open(&part, &cursor, 5);
		assert_true(read_over(&part.stream));
		assert_true(cursor_line(&cursor, text, &line));
		assert_true(slice_is(line, "rest"));
		assert_false(cursor_line(&cursor, text, &line));
		bounded_open(&part, &cursor, 1);
		assert_false(read_over(&part.stream));
		assert_string_equal(part.stream.reason, "is cut off");
	}
}

static void
test_http(void **state)
{
	static const struct {
		const char *text;
		unsigned    status;
		const char *type, *charset, *body, *reason;
	} row[] = {
		{ "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=\"gbk\"\r\n"
		    "\r\nbody", 200, "text/html", "gbk", "body", NULL },
		{ "HTTP/1.0 404\r\nCONTENT-TYPE:text/plain\r\n\r\nx", 404,
		    "text/plain", "", "x", NULL },
		{ "HTTP/1.1 2000 x\n\ny", 200, "", "", "y", NULL },
		{ "HTTP/1.1 x\n\ny", 0, "", "", "y", NULL },
		{ "HTTP/1.1\n\ny", 0, "", "", NULL, "is no HTTP response" },
		{ "GET /\n\ny", 0, "", "", NULL, "is no HTTP response" },
		{ "HTTP/1.1 200\nContent-Encoding: br\n\ny", 200, "", "",
		    "y", NULL },
		{ "HTTP/1.1 200\nContent-Encoding: dcb\n\ny", 200, "", "",
		    NULL, "has an unknown content coding" },
		{ "HTTP/1.1 200\nContent-Encoding: br, gzip\n\ny", 200, "",
		    "", NULL, "has an unknown content coding" },
		{ "HTTP/1.1 200\nContent-Encoding: identity\n\ny", 200, "", "",
		    "y", NULL },
		{ "HTTP/1.1 200\nContent-Encoding: UTF-8\n\ny", 200, "", "",
		    "y", NULL },
		{ "HTTP/1.1 200\nTransfer-Encoding: chunked\n\n"
		    "3\r\nabc\r\n0A;x=y\r\n0123456789\r\n0\r\n\r\n", 200, "", "",
		    "abc0123456789", NULL },
		{ "HTTP/1.1 200\nTransfer-Encoding: chunked\n\nplain", 200, "",
		    "", "plain", NULL },
		{ "HTTP/1.1 200\nTransfer-Encoding: chunked\n\n1\r\na\r\nz\r\n",
		    200, "", "", NULL, NULL },
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(row); i++) {
		struct drip  drip = drip_of(row[i].text, 1000);
		struct http  http;
		struct slice chunk = { "", 1 };
		char         body[64] = "";
		bool         good = true;

		http_open(&http, &drip.stream, SLICE(""));
		assert_int_equal(http.status, row[i].status);
		assert_string_equal(http.type, row[i].type);
		assert_string_equal(http.charset, row[i].charset);
		while (http.reason == NULL && good && chunk.n > 0) {
			good = http.body->next(http.body, &chunk);
			if (good && chunk.n > 0)
				strncat(body, chunk.p, chunk.n);
		}
		if (row[i].reason != NULL)
			assert_string_equal(http.reason, row[i].reason);
		else if (row[i].body != NULL)
			assert_string_equal(body, row[i].body);
		else
			assert_false(good);
		http_close(&http);
	}
}

/* The names and bytes of what was taken. */
static const char *
take(void *context, const struct member *member)
{
	struct buffer *taken = context;
	struct slice   bytes = lookahead_bytes(member->bytes);

	buffer_add(taken, member->name);
	buffer_string(taken, "=");
	buffer_add(taken, bytes);
	buffer_string(taken, " ");
	return slice_is(bytes, "bad") ? "is bad" : NULL;
}

static void
put_file(const char *path, const char *text)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	fputs(text, file);
	fclose(file);
}

static void
test_walk(void **state)
{
	char          folder[] = "/tmp/walk-XXXXXX";
	char         *operands[] = { "d/", "d/b.txt", "nothing" };
	struct tally  tally = { 0 };
	struct buffer taken = { .n = 0 };
	struct source source = { .limits = limits_default, .tally = &tally,
		.take = take, .context = &taken };

	(void)state;
	assert_non_null(mkdtemp(folder));
	assert_int_equal(chdir(folder), 0);
	mkdir("d", 0777);
	mkdir("d/e", 0777);
	put_file("d/b.txt", "two");
	put_file("d/a.txt", "one");
	put_file("d/e/c.txt", "bad");
	put_file("d/Z.txt", "zed");
	assert_int_equal(symlink("a.txt", "d/link"), 0);
	source_each(&source, operands, LENGTH(operands));
	assert_true(slice_is(buffer_slice(&taken), "d/Z.txt=zed d/a.txt=one "
	    "d/b.txt=two d/e/c.txt=bad d/b.txt~2=two "));
	assert_int_equal(tally.documents, 4);
	assert_int_equal(tally.skipped, 1);
	assert_int_equal(tally.rejected, 2);
	assert_int_equal(tally_members(&tally), 7);
	assert_int_equal(status_now(), CLI_TROUBLE);
	buffer_free(&taken);
	unlink("d/link");
	unlink("d/e/c.txt");
	rmdir("d/e");
	unlink("d/a.txt");
	unlink("d/b.txt");
	unlink("d/Z.txt");
	rmdir("d");
	rmdir(folder);
}

static const char *
child_does(void *context, const char **late)
{
	const char *what = context;
	FILE       *file;

	if (strcmp(what, "reason") == 0) {
		fputs("a word\n", stderr);
		return "is odd";
	}
	if (strcmp(what, "late") == 0) {
		fputs("a word\n", stderr);
		*late = "is cut";
	}
	if (strcmp(what, "fail") == 0) {
		fputs("out of memory\nand more\n", stderr);
		_exit(2);
	}
	if (strcmp(what, "silent") == 0)
		_exit(1);
	if (strcmp(what, "abort") == 0)
		abort();
	if (strcmp(what, "large") == 0) {
		file = tmpfile();
		for (int i = 0; i < 100000; i++)
			fputs("0123456789", file);
	}
	if (strcmp(what, "loop") == 0)
		for (volatile unsigned i = 0;; i++)
			;
	if (strcmp(what, "noise") == 0)
		for (int i = 0; i < 100000; i++)
			fputs("noise\n", stderr);
	return NULL;
}

static void
test_child(void **state)
{
	static const struct {
		const char *what, *reason;	/* NULL: done */
		const char *late;
	} row[] = {
		{ "nothing", NULL, NULL }, { "reason", "is odd", NULL },
		{ "late", NULL, "is cut" },
		{ "fail", "failed: out of memory", NULL },
		{ "silent", "failed: its reader ended before it was done", NULL },
		{ "abort", "crashed its reader (signal 6)", NULL },
		{ "large", "came out larger than allowed", NULL },
		{ "loop", "took more than 1 s to read", NULL },
		{ "noise", NULL, NULL },
	};
	struct child_limits limits = child_limits_default;

	(void)state;
	limits.seconds = 1;
	limits.output = 100 * 1000;
	for (size_t i = 0; i < LENGTH(row); i++) {
		struct child_outcome outcome;

		child_run(&limits, child_does, (char *)(uintptr_t)row[i].what,
		    &outcome);
		if ((outcome.reason == NULL) != (row[i].reason == NULL))
			fail_msg("%s: %s", row[i].what, outcome.reason);
		if (row[i].reason != NULL)
			assert_string_equal(outcome.reason, row[i].reason);
		if (row[i].late != NULL)
			assert_string_equal(outcome.late, row[i].late);
		else
			assert_null(outcome.late);
		child_outcome_free(&outcome);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_manifest),
		cmocka_unit_test(test_lookahead),
		cmocka_unit_test(test_cursor),
		cmocka_unit_test(test_http),
		cmocka_unit_test(test_walk),
		cmocka_unit_test(test_child),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
