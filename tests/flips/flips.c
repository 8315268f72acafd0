/* flips N SEED FILE...: what becomes of N single flipped bits in each FILE, as
 * extract would read it:
 *
 *	file flips detected harmless renamed changed
 *
 * detected: it was said, and the status would be 2; harmless: the same came out;
 * renamed: in silence another name or date, the same bytes; changed: in silence
 * something else.  N as large as there are bits, or 0: each of them.  With -v as
 * the first argument also which ones were renamed or changed. */
#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/diagnostics.h"
#include "charset/charset.h"
#include "format/office_registry.h"
#include "source/archive.h"
#include "source/blocks.h"

/* Diagnostics are only counted. */
static unsigned long said;

const char *program_name = "flips";

void
warn_at(const char *place, const char *format, ...)
{
	(void)place;
	(void)format;
	said++;
}

void
warn_of(struct slice place, const char *reason)
{
	(void)place;
	(void)reason;
	said++;
}

void
warn_at_line(const char *file, unsigned long long line, const char *format, ...)
{
	(void)file;
	(void)line;
	(void)format;
	said++;
}

void
remark(const char *format, ...)
{
	(void)format;
}

void
show_progress(const char *format, ...)
{
	(void)format;
}

void
clear_progress(void)
{
}

void
diagnostics_pass_on(const char *text, size_t n)
{
	(void)text;
	(void)n;
}

void
status_raise(enum cli_status status)
{
	said += status == CLI_TROUBLE;
}

enum cli_status
status_now(void)
{
	return CLI_DONE;
}

struct bytes {
	struct stream stream;
	struct slice  all;
	bool          given;
};

static bool
next(struct stream *stream, struct slice *chunk)
{
	struct bytes *b = (struct bytes *)stream;

	*chunk = b->given ? (struct slice){ NULL, 0 } : b->all;
	b->given = true;
	return true;
}

/* PDFs are read elsewhere; office documents by another program than extract, but here. */
static const char *
take(void *context, const struct member *member)
{
	struct block_output *to = context;
	struct member        here = *member;
	const char          *reason;

	if (here.media->reader == READ_OFFICE)
		here.media = office_media_find(here.media->type);
	reason = here.media->format == NULL ? "is not read here" :
	    blocks_write(to, &here);

	said += to->late != NULL;
	return reason;
}

static void
mark(void *context, struct slice name, const char *reason)
{
	(void)context;
	(void)name;
	(void)reason;
	said++;
}

/* What is read of BYTES named NAME, into OUT. */
static void
read_all(struct slice name, struct slice bytes, struct writer *out)
{
	struct limits       limits = limits_default;
	struct tally        tally = { 0 };
	struct block_output to = { .out = out, .limits = &limits };
	struct source       source = { .limits = limits, .tally = &tally,
		.take = take, .mark = mark, .context = &to,
		.compressed = compressed_each, .archive = archive_each,
		.warc = warc_each, .message = message_each };
	struct member       known = { .dated = false };
	struct bytes        from = { .stream = { .next = next }, .all = bytes };

	said = 0;
	writer_open_memory(out, 1 << 26);
	source_name_add(&source.name, '\0', name);
	source_take(&source, &from.stream, &known);
	said += tally.rejected;
	buffer_free(&source.name);
	buffer_free(&source.own_name);
	own_names_free(&source.names);
}

/* Whether LINE is of no matter here: the sum of a file that is a document itself,
 * which any bit changes, and, unless NAMED, what tells where things were found. */
static bool
is_beside(struct slice name, struct slice rest, bool named)
{
	return (slice_starts(rest, SLICE("\t\tmeta\tsha256")) &&
	    memchr(name.p, '!', name.n) == NULL) ||
	    (!named && (slice_starts(rest, SLICE("\t\tmeta\tmtime")) ||
	    slice_starts(rest, SLICE("\t\tmeta\turl"))));
}

static struct buffer
contents(const struct writer *out, bool named)
{
	struct buffer kept = { .n = 0 };
	struct slice  left = { out->buffer, out->used }, line;

	while (slice_cut(&left, '\n', &line)) {
		struct slice rest = line, name;

		slice_cut(&rest, '\t', &name);
		rest = slice_from(line, name.n);
		if (is_beside(name, rest, named))
			continue;
		buffer_add(&kept, named ? line : rest);
		buffer_add(&kept, SLICE("\n"));
	}
	return kept;
}

static bool
is_same(const struct writer *whole, const struct writer *out, bool named)
{
	struct buffer a = contents(whole, named), b = contents(out, named);
	bool          same = slice_eq(buffer_slice(&a), buffer_slice(&b));

	buffer_free(&a);
	buffer_free(&b);
	return same;
}

enum outcome { DETECTED, HARMLESS, RENAMED, CHANGED, OUTCOMES };

static enum outcome
compare(const struct writer *whole, const struct writer *out)
{
	if (said > 0)
		return DETECTED;
	if (is_same(whole, out, true))
		return HARMLESS;
	return is_same(whole, out, false) ? RENAMED : CHANGED;
}

static uint64_t
random_next(uint64_t *state)
{
	/* Vigna, An experimental exploration of Marsaglia's xorshift. */
	*state ^= *state >> 12;
	*state ^= *state << 25;
	*state ^= *state >> 27;
	return *state * 2685821657736338717ull;
}

static struct buffer
read_file(const char *path)
{
	struct buffer bytes = { .n = 0 };
	FILE         *file = fopen(path, "rb");
	size_t        n = 1;

	if (file == NULL) {
		perror(path);
		exit(2);
	}
	while (n > 0) {
		n = fread(buffer_room(&bytes, 65536), 1, 65536, file);
		bytes.n += n;
	}
	fclose(file);
	return bytes;
}

static void
flip_each(const char *path, unsigned long n, uint64_t seed, bool shown)
{
	const char   *slash = strrchr(path, '/');
	struct slice  name = slice_of(slash != NULL ? slash + 1 : path);
	struct buffer bytes = read_file(path);
	unsigned long count[OUTCOMES] = { 0 };
	size_t        bits = 8 * bytes.n;
	bool          each = n == 0 || n >= bits;
	struct writer whole;

	read_all(name, buffer_slice(&bytes), &whole);
	if (said > 0 || whole.used == 0) {
		fprintf(stderr, "flips: %s: cannot be read as it is\n", path);
		exit(2);
	}
	for (size_t i = 0; i < (each ? bits : n); i++) {
		size_t        bit = each ? i : random_next(&seed) % bits;
		struct writer out;
		enum outcome  outcome;

		bytes.p[bit / 8] ^= (char)(1 << bit % 8);
		read_all(name, buffer_slice(&bytes), &out);
		bytes.p[bit / 8] ^= (char)(1 << bit % 8);
		outcome = compare(&whole, &out);
		count[outcome]++;
		if (shown && outcome >= RENAMED)
			printf("# %.*s: byte %zu, bit %zu: %s\n", (int)name.n,
			    name.p, bit / 8, bit % 8,
			    outcome == RENAMED ? "renamed" : "changed");
		writer_free(&out);
	}
	printf("%.*s\t%zu\t%lu\t%lu\t%lu\t%lu\n", (int)name.n, name.p,
	    each ? bits : n, count[DETECTED], count[HARMLESS], count[RENAMED],
	    count[CHANGED]);
	writer_free(&whole);
	buffer_free(&bytes);
}

int
main(int argc, char *argv[])
{
	bool     shown = argc > 1 && strcmp(argv[1], "-v") == 0;
	int      first = 1 + shown;
	uint64_t seed;

	if (argc < first + 3) {
		fputs("usage: flips [-v] N SEED FILE...\n", stderr);
		return 2;
	}
	charset_prepare();
	seed = strtoull(argv[first + 1], NULL, 10);
	for (int i = first + 2; i < argc; i++)
		flip_each(argv[i], strtoul(argv[first], NULL, 10),
		    (seed + 1) * 0x9e3779b97f4a7c15ull, shown);
	return 0;
}
