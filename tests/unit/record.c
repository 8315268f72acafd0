#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/diagnostics.h"
#include "record/reader.h"
#include "record/writer.h"

/* The documents of a stream, as "name:records " for each. */
struct heard {
	char   text[4096];
	size_t n;
};

static void
hear(void *context, const struct document *d)
{
	struct heard *h = context;

	h->n += (size_t)snprintf(h->text + h->n, sizeof(h->text) - h->n,
	    "%.*s:%zu ", (int)d->name.n, d->name.p, d->records);
}

static const char *
read_text(const char *text, size_t n)
{
	static struct heard h;
	char                path[] = "/tmp/record-XXXXXX";
	char *const         files[] = { path };
	int                 fd = mkstemp(path);

	assert_true(fd >= 0);
	assert_int_equal(write(fd, text, n), n);
	close(fd);
	h = (struct heard){ .n = 0 };
	documents_each(&block_schema, files, 1, hear, &h);
	unlink(path);
	return h.text;
}

#define LINE(doc, kind, name) doc "\t\t" kind "\t" name "\t\t\t\t\tx\n"

static void
test_documents(void **state)
{
	static const char text[] =
	    "doc\tloc\tkind\tsection\ttable\trow\tcol\tspan\ttext\n"
	    LINE("a", "meta", "type") LINE("a", "text", "")
	    LINE("a", "meta", "type")
	    LINE("b", "text", "") LINE("b", "text", "")
	    "too\tfew\n"
	    LINE("b", "text", "") LINE("a", "text", "");

	(void)state;
	assert_string_equal(read_text(text, sizeof(text) - 1), "a:2 a#2:1 b:3 ");
	assert_int_equal(status_now(), CLI_TROUBLE);
}

static void
test_no_final_newline(void **state)
{
	(void)state;
	assert_string_equal(read_text("a\t\ttext\t\t\t\t\t\tx", 13), "a:1 ");
	assert_string_equal(read_text("", 0), "");
}

static void
test_long_line(void **state)
{
	size_t n = READER_LINE_MAX + 1000;
	char  *text = malloc(n + 100);

	(void)state;
	memset(text, 'x', n);
	text[n++] = '\n';
	n += (size_t)sprintf(text + n, LINE("b", "text", ""));
	assert_string_equal(read_text(text, n), "b:1 ");
	free(text);
}

static void
test_large_document(void **state)
{
	enum { LINES = 30 };
	size_t each = 1024 * 1024, n = 0;
	char  *text = malloc(LINES * (each + 100));

	(void)state;
	for (int i = 0; i < LINES; i++) {
		n += (size_t)sprintf(text + n, "a\t\ttext\t\t\t\t\t\t");
		memset(text + n, 'x', each);
		n += each;
		text[n++] = '\n';
	}
	n += (size_t)sprintf(text + n, LINE("b", "text", ""));
	assert_string_equal(read_text(text, n), "b:1 ");
	free(text);
}

static void
test_escapes(void **state)
{
	struct writer w;
	struct arena  arena = { 0 };
	int           fds[2];
	char          got[64];
	ssize_t       n;

	(void)state;
	assert_int_equal(pipe(fds), 0);
	writer_open(&w, fds[1]);
	writer_string(&w, "a\tb\\\n");
	writer_number(&w, -120);
	writer_end(&w);
	assert_int_equal(writer_close(&w), 0);
	n = read(fds[0], got, sizeof(got));
	close(fds[0]);
	assert_int_equal(n, 14);
	assert_memory_equal(got, "a\\tb\\\\\\n\t-120\n", 14);
	assert_true(slice_is(record_text((struct slice){ got, 8 }, &arena),
	    "a\tb\\\n"));
	arena_free(&arena);
}

/* What is kept goes on as it was written, and no further than its bound. */
static void
test_kept(void **state)
{
	enum { MOST = 100 * 1000 };
	struct writer kept, out;
	char         *text = malloc(MOST + 1);

	(void)state;
	memset(text, 'x', MOST + 1);
	writer_open_memory(&kept, MOST);
	writer_open_memory(&out, 10 * MOST);
	writer_string(&kept, "a\tb");
	writer_field(&kept, (struct slice){ text, MOST - 10 });
	writer_end(&kept);
	assert_int_equal(kept.error, 0);
	writer_move(&kept, &out);
	assert_int_equal(kept.used, 0);
	assert_int_equal(out.used, MOST - 10 + 6);
	assert_memory_equal(out.buffer, "a\\tb\tx", 6);
	writer_field(&kept, (struct slice){ text, MOST });
	assert_int_equal(kept.error, 0);
	writer_end(&kept);
	assert_int_equal(kept.error, EFBIG);
	writer_free(&kept);
	writer_open_memory(&kept, MOST);
	writer_field(&kept, (struct slice){ text, MOST + 1 });
	assert_int_equal(kept.error, EFBIG);
	writer_free(&kept);
	writer_free(&out);
	free(text);
}

/* The record of FIELD, the second one escaped, as written at once or singly. */
static size_t
written(const struct slice field[3], bool at_once, char got[256])
{
	struct writer w;
	int           fds[2];
	ssize_t       n;

	assert_int_equal(pipe(fds), 0);
	writer_open(&w, fds[1]);
	if (at_once)
		writer_fields(&w, field, 3, 1 << 1);
	else {
		writer_raw(&w, field[0]);
		writer_field(&w, field[1]);
		writer_raw(&w, field[2]);
	}
	writer_end(&w);
	assert_int_equal(writer_close(&w), 0);
	n = read(fds[0], got, 256);
	close(fds[0]);
	return (size_t)n;
}

/* Fields at once are as those one by one, whatever place of eight bytes, or of
 * the rest, needs an escape. */
static void
test_fields(void **state)
{
	enum { LENGTH = 21 };
	static const char special[] = "\t\n\r\\\b";

	(void)state;
	for (size_t i = 0; i < LENGTH * (sizeof(special) - 1); i++) {
		char               text[LENGTH], a[256], b[256];
		const struct slice field[] = { SLICE("x"), { text, LENGTH },
			SLICE("") };

		memset(text, 'y', LENGTH);
		text[i % LENGTH] = text[(i + 1) % LENGTH] = special[i / LENGTH];
		assert_int_equal(written(field, true, a),
		    written(field, false, b));
		assert_memory_equal(a, b, LENGTH + 5);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_documents),
		cmocka_unit_test(test_no_final_newline),
		cmocka_unit_test(test_long_line),
		cmocka_unit_test(test_large_document),
		cmocka_unit_test(test_escapes),
		cmocka_unit_test(test_kept),
		cmocka_unit_test(test_fields),
	};

	return cmocka_run_group_tests_name("record", tests, NULL, NULL);
}
