/* For tests of binary formats: OLE2 files made of streams, and streams made of
 * little-endian numbers. */
#ifndef TESTS_STREAMS_H
#define TESTS_STREAMS_H

#include <gsf/gsf.h>
#include <stdint.h>

#include "base/buffer.h"

struct stream_part {
	const char   *name;
	struct buffer bytes;
};

static inline void
put_bytes(struct buffer *b, const void *p, size_t n)
{
	buffer_add(b, (struct slice){ p, n });
}

static inline void
put_number(struct buffer *b, uint64_t value, int bytes)
{
	for (; bytes > 0; bytes--, value >>= 8)
		put_bytes(b, &(char){ (char)value }, 1);
}

/* Puts VALUE at the place AT, behind zeros if need be. */
static inline void
set_number(struct buffer *b, size_t at, uint64_t value, int bytes)
{
	while (b->n < at + (size_t)bytes)
		put_number(b, 0, 1);
	for (int i = 0; i < bytes; i++, value >>= 8)
		b->p[at + (size_t)i] = (char)value;
}

/* The OLE2 file with the N streams PART, to be given to free(). */
static inline struct slice
streams_file(const struct stream_part *part, size_t n)
{
	GsfOutput  *memory = gsf_output_memory_new();
	GsfOutfile *file = gsf_outfile_msole_new(memory);
	struct buffer all = { .n = 0 };

	for (size_t i = 0; i < n; i++) {
		GsfOutput *stream = gsf_outfile_new_child(file, part[i].name,
		    FALSE);

		gsf_output_write(stream, part[i].bytes.n,
		    (const guint8 *)buffer_slice(&part[i].bytes).p);
		gsf_output_close(stream);
		g_object_unref(stream);
	}
	gsf_output_close(GSF_OUTPUT(file));
	put_bytes(&all, gsf_output_memory_get_bytes(
	    GSF_OUTPUT_MEMORY(memory)), (size_t)gsf_output_size(memory));
	g_object_unref(file);
	g_object_unref(memory);
	return buffer_slice(&all);
}

#endif
