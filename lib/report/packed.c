#include "packed.h"

#include <stdlib.h>
#include <zlib.h>

#include "base/memory.h"

/* How much is deflated at once, and waits in memory. */
enum { BLOCK_BYTES = 64 * 1024 };

void
packed_begin(struct packed *packed, int level)
{
	*packed = (struct packed){ .stream = memory_get(sizeof(z_stream)),
	    .crc = crc32(0, NULL, 0) };
	*packed->stream = (z_stream){ .next_in = NULL };
	/* -15: without a head; 6: with a quarter of the memory for hashes that zlib takes by
	 * itself, which it goes through at each 32 KB: an eighth less to do for the rows of
	 * a sheet, and a five-hundredth fewer bytes. */
	if (deflateInit2(packed->stream, level, Z_DEFLATED, -15, 6,
	    Z_DEFAULT_STRATEGY) != Z_OK)
		memory_out(sizeof(z_stream));
}

/* Deflates what is put into the stream.  Returns whether there may be more. */
static bool
step(struct packed *packed, struct section_store *store, int flush)
{
	struct buffer *waiting = &packed->waiting;
	z_stream      *stream = packed->stream;
	int            got;

	stream->next_out = (Bytef *)buffer_room(waiting, BLOCK_BYTES);
	stream->avail_out = BLOCK_BYTES;
	got = deflate(stream, flush);
	waiting->n += BLOCK_BYTES - stream->avail_out;
	packed->size += BLOCK_BYTES - stream->avail_out;
	if (store != NULL && waiting->n >= BLOCK_BYTES) {
		*MEMORY_APPEND(packed->kept, packed->keeps, packed->room) =
		    section_keep(store, buffer_slice(waiting));
		waiting->n = 0;
	}
	return flush == Z_FINISH ? got != Z_STREAM_END :
	    stream->avail_out == 0;
}

void
packed_add(struct packed *packed, struct section_store *store,
    struct slice bytes)
{
	packed->crc = crc32_z(packed->crc, (const Bytef *)bytes.p, bytes.n);
	packed->bytes += bytes.n;
	while (bytes.n > 0) {
		size_t n = bytes.n < BLOCK_BYTES ? bytes.n : BLOCK_BYTES;

		packed->stream->next_in = (z_const Bytef *)bytes.p;
		packed->stream->avail_in = (uInt)n;
		while (step(packed, store, Z_NO_FLUSH))
			continue;
		bytes = slice_from(bytes, n);
	}
}

void
packed_end(struct packed *packed, struct section_store *store)
{
	while (step(packed, store, Z_FINISH))
		continue;
	deflateEnd(packed->stream);
	free(packed->stream);
	packed->stream = NULL;
}

void
packed_free(struct packed *packed)
{
	if (packed->stream != NULL)
		deflateEnd(packed->stream);
	free(packed->stream);
	free(packed->kept);
	buffer_free(&packed->waiting);
	*packed = (struct packed){ .stream = NULL };
}
