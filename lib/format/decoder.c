#include "format.h"

#include <stdlib.h>

#include "base/buffer.h"
#include "base/left_out.h"
#include "base/memory.h"

struct decoder {
	const struct format *format;
	struct sink         *sink;
	size_t               left;	/* bytes that may still come */
	bool                 given_up;
	struct buffer        bytes;	/* of a format that reads them whole */
	void                *stream;	/* of another */
};

struct decoder *
decoder_open(const struct format *format, struct sink *sink)
{
	struct decoder *d = memory_get(sizeof(*d));

	left_out_nothing();
	*d = (struct decoder){ .format = format, .sink = sink,
	    .left = sink->limits.bytes };
	if (format->read == NULL)
		d->stream = format->open(sink);
	return d;
}

const char *
decoder_feed(struct decoder *d, struct slice chunk)
{
	const char *reason = NULL;

	if (chunk.n > d->left)
		reason = "more bytes than allowed";
	else if (d->format->read == NULL)
		reason = d->format->feed(d->stream, chunk);
	else
		buffer_add(&d->bytes, chunk);
	if (chunk.n <= d->left)
		d->left -= chunk.n;
	d->given_up = reason != NULL;
	return reason;
}

const char *
decoder_close(struct decoder *d)
{
	const char *reason = NULL;

	if (d->format->read == NULL)
		reason = d->format->close(d->stream);
	else if (!d->given_up)
		reason = d->format->read(buffer_slice(&d->bytes), d->sink);
	buffer_free(&d->bytes);
	free(d);
	return left_out_or(reason);
}
