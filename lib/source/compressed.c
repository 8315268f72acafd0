/* Files that are only compressed: what is in them is a document, or an archive
 * that has the compressed file's name. */
#include <string.h>

#include "archive.h"
#include "decompress.h"

/* Adds the name of what is in a compressed file, which has none there: that of
 * the file without the suffix. */
static size_t
add_name(struct buffer *name)
{
	struct slice file = buffer_slice(name);
	char         base[256];
	size_t       n, before = name->n;

	for (size_t i = 0; i < file.n; i++)
		if (file.p[i] == '/' || file.p[i] == '!') {
			file = slice_from(file, i + 1);
			i = (size_t)-1;
		}
	for (n = file.n; n > 0 && file.p[n - 1] != '.'; n--)
		;
	n = n > 1 ? n - 1 : file.n;
	if (n > sizeof(base))
		n = sizeof(base);
	memcpy(base, file.p, n);
	source_name_add(name, '!', (struct slice){ base, n });
	return before;
}

/* When the file was compressed, or its own date: only gzip tells
 * [RFC 1952, 2.3.1, MTIME]. */
static void
read_date(struct slice head, struct member *known)
{
	unsigned long seconds = 0;

	if (head.n < 8 || !slice_starts(head, codec_gzip.magic))
		return;
	for (int i = 7; i >= 4; i--)
		seconds = seconds << 8 | (unsigned char)head.p[i];
	known->dated = seconds != 0;
	known->mtime = (time_t)seconds;
}

void
compressed_each(struct source *source, const struct member *container)
{
	struct lookahead        *bytes = container->bytes;
	struct decompress        compressed;
	struct decompress_limits limits = {
		source->limits.archive_bytes, source->limits.ratio };
	const char              *reason = decompress_open(&compressed,
	    &bytes->stream, lookahead_bytes(bytes), &limits);
	size_t                   before = add_name(&source->name);
	struct member            known = { .wrapper = before,
		.compressed = &compressed };

	read_date(lookahead_bytes(bytes), &known);
	if (reason == NULL)
		source_take(source, &compressed.stream, &known);
	else
		source_reject(source, reason);
	source->name.n = before;
	if (compressed.behind)
		source_reject(source, "has bytes behind its end");
	decompress_close(&compressed);
}
