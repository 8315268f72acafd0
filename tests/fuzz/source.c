/* Any bytes as a file: archives in archives, WARC, documents of every type;
 * all that comes of it goes to /dev/null. */
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>

#include "charset/charset.h"
#include "source/blocks.h"
#include "source/archive.h"

struct bytes {
	struct stream stream;
	struct slice  left;
	size_t        chunk;
};

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

static bool
next(struct stream *stream, struct slice *chunk)
{
	struct bytes *b = (struct bytes *)stream;

	*chunk = b->left;
	if (chunk->n > b->chunk)
		chunk->n = b->chunk;
	b->left = slice_from(b->left, chunk->n);
	return true;
}

/* PDFs are read elsewhere. */
static const char *
take(void *context, const struct member *member)
{
	return member->media->format == NULL ? "is not read here" :
	    blocks_write(context, member);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct limits       limits = limits_default;
	struct writer       out;
	struct tally        tally = { 0 };
	struct block_output to = { .out = &out, .limits = &limits };
	struct source       source = { .tally = &tally, .take = take,
		.context = &to, .compressed = compressed_each,
		.archive = archive_each,
		.warc = warc_each,
		.message = message_each };
	struct member       known = { .dated = false };
	struct bytes        from = { .stream = { .next = next } };

	if (n == 0)
		return 0;
	charset_prepare();
	limits.member_bytes = 1 << 20;
	limits.archive_bytes = 4 << 20;
	limits.members = 100;
	source.limits = limits;
	from.chunk = bytes[n - 1] < 16 ? 1u + bytes[n - 1] : 65536;
	from.left = (struct slice){ (const char *)bytes, n };
	writer_open(&out, open("/dev/null", O_WRONLY));
	source_name_add(&source.name, '\0', SLICE("x"));
	source_take(&source, &from.stream, &known);
	buffer_free(&source.name);
	if (tally.documents + tally.skipped + tally.rejected == 0)
		abort();
	writer_close(&out);
	return 0;
}
