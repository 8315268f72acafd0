#include "member.h"

#include <fcntl.h>
#include <stdlib.h>

#include "charset/charset.h"
#include "source/archive.h"
#include "source/blocks.h"

static bool
next(struct stream *stream, struct slice *chunk)
{
	struct member_bytes *b = (struct member_bytes *)stream;

	*chunk = b->left;
	if (chunk->n > b->chunk)
		chunk->n = b->chunk;
	b->left = slice_from(b->left, chunk->n);
	return true;
}

struct member_bytes
member_bytes_of(struct slice bytes, size_t chunk)
{
	return (struct member_bytes){ { .next = next }, bytes, chunk };
}

/* PDFs are read elsewhere. */
static const char *
take(void *context, const struct member *member)
{
	return member->media->format == NULL ? "is not read here" :
	    blocks_write(context, member);
}

void
member_take(struct slice bytes, size_t chunk)
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
	struct member_bytes from = member_bytes_of(bytes, chunk);

	charset_prepare();
	limits.member_bytes = 1 << 20;
	limits.archive_bytes = 4 << 20;
	limits.members = 100;
	source.limits = limits;
	writer_open(&out, open("/dev/null", O_WRONLY));
	source_name_add(&source.name, '\0', SLICE("x"));
	source_take(&source, &from.stream, &known);
	buffer_free(&source.name);
	buffer_free(&source.own_name);
	own_names_free(&source.names);
	if (tally.documents + tally.skipped + tally.rejected == 0)
		abort();
	writer_close(&out);
}
