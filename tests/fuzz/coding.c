/* Any bytes behind any Content-Encoding, and as the head and body of a response of
 * HTTP: the same whatever the size of the chunks. */
#include <stdint.h>
#include <stdlib.h>

#include "lib/member.h"
#include "source/coding.h"
#include "source/http.h"

enum { CODED_MAX = 8 << 20 };

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

static unsigned long long
hash_stream(struct stream *stream)
{
	unsigned long long hash = 0;
	size_t             bytes = 0;
	struct slice       chunk;

	while (bytes < CODED_MAX && stream->next(stream, &chunk) &&
	    chunk.n > 0) {
		/* Byte by byte, as chunks differ. */
		for (size_t i = 0; i < chunk.n; i++)
			hash = hash * 31 + (unsigned char)chunk.p[i];
		bytes += chunk.n;
	}
	return hash;
}

static unsigned long long
decode(struct slice bytes, size_t chunk, struct slice name)
{
	struct member_bytes from = member_bytes_of(bytes, chunk);
	struct coding       coding;
	unsigned long long  hash;

	coding_open(&coding, &from.stream, name);
	hash = hash_stream(&coding.stream);
	coding_close(&coding);
	return hash;
}

static void
respond(struct slice bytes, size_t chunk)
{
	struct member_bytes from = member_bytes_of(bytes, chunk);
	struct http         http;

	http_open(&http, &from.stream, SLICE(""));
	if (http.body != NULL)
		hash_stream(http.body);
	http_prove(&http);
	http_lack(&http);
	http_close(&http);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	static const struct slice names[] = { { "gzip", 4 }, { "deflate", 7 },
	    { "br", 2 }, { "zstd", 4 }, { "x-gzip", 6 }, { "", 0 } };
	struct slice rest = { (const char *)bytes, n };
	struct slice name;

	if (n < 2)
		return 0;
	name = names[bytes[0] % (sizeof(names) / sizeof(*names))];
	rest = slice_from(rest, 1);
	if (bytes[0] >= 0x80)
		respond(rest, 1 + bytes[0] % 64);
	else if (decode(rest, 65536, name) != decode(rest, 1 + n % 64, name))
		abort();
	return 0;
}
