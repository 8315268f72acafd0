/* PDF as one of the formats: gathered whole, since its index is at its end. */
#include <stdlib.h>

#include "format/format.h"
#include "base/buffer.h"
#include "base/memory.h"
#include "document.h"

struct decoder {
	struct sink         *sink;
	struct decode_limits limits;
	struct buffer        bytes;
	bool                 given_up;
};

static struct decoder *
pdf_format_open(struct sink *sink, const struct decode_limits *limits)
{
	struct decoder *decoder = memory_get(sizeof(*decoder));

	*decoder = (struct decoder){ .sink = sink, .limits = *limits };
	return decoder;
}

static const char *
pdf_format_feed(struct decoder *decoder, struct slice chunk)
{
	const char *reason = buffer_add_limited(&decoder->bytes, chunk,
	    decoder->limits.bytes);

	decoder->given_up = reason != NULL;
	return reason;
}

static const char *
decode(struct decoder *decoder)
{
	struct slice bytes = buffer_slice(&decoder->bytes);
	const char  *reason = NULL;
	struct pdf  *pdf = pdf_open(bytes.p, bytes.n, &reason);

	if (pdf == NULL)
		return reason;
	reason = pdf_decode(pdf, bytes, decoder->sink, &decoder->limits);
	pdf_close(pdf);
	return reason;
}

static const char *
pdf_format_close(struct decoder *decoder)
{
	const char *reason = decoder->given_up ? NULL : decode(decoder);

	buffer_free(&decoder->bytes);
	free(decoder);
	return reason;
}

const struct format format_pdf = {
	.type = "application/pdf",
	.binary = true,
	.open = pdf_format_open,
	.feed = pdf_format_feed,
	.close = pdf_format_close,
};
