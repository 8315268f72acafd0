#include <stdlib.h>

#include "base/memory.h"
#include "charset/charset.h"
#include "format/format.h"
#include "base/buffer.h"
#include "mime.h"

/* RFC 2557, as browsers and office suites save pages: the parts that are
 * HTML, in their order.  A workbook has one for each sheet. */

enum { NESTING_MAX = 4 };

struct decoder {
	struct sink          own;	/* what the pages are handed to */
	struct sink         *sink;
	struct decode_limits limits;
	struct buffer        bytes;
	unsigned             pages;
	unsigned             tables_before, tables;
	const char          *failed;
};

/* Tables are numbered over all pages. */
static void
hand_on(struct sink *own, const struct block *block)
{
	struct decoder *d = (struct decoder *)own;
	struct block    copy = *block;

	if (copy.table > 0)
		copy.table += d->tables_before;
	if (copy.table > d->tables)
		d->tables = copy.table;
	d->sink->block(d->sink, &copy);
}

/* The properties of the first page are those of the document. */
static void
hand_on_meta(struct sink *own, const char *property, struct slice value)
{
	struct decoder *d = (struct decoder *)own;

	if (d->pages == 1)
		d->sink->meta(d->sink, property, value);
}

static struct decoder *
mht_open(struct sink *sink, const struct decode_limits *limits)
{
	struct decoder *d = memory_get(sizeof(*d));

	*d = (struct decoder){
		.own = { hand_on, hand_on_meta }, .sink = sink,
		.limits = *limits,
	};
	return d;
}

static const char *
mht_feed(struct decoder *d, struct slice chunk)
{
	return buffer_add_limited(&d->bytes, chunk, d->limits.bytes);
}

static const char *
take(void *context, struct slice utf8)
{
	return format_html.feed(context, utf8);
}

static void
read_html(struct decoder *d, struct slice bytes, struct slice claim)
{
	struct decoding decoding;
	struct decoder *html;
	enum charset    charset = charset_named(claim);
	const char     *failed, *end;

	if (charset == CHARSET_UNKNOWN)
		charset = charset_claimed(bytes);
	d->pages++;
	d->tables_before = d->tables;
	html = format_html.open(&d->own, &d->limits);
	decoding_start(&decoding, charset_detect(bytes, true, charset), take,
	    html);
	failed = decoding_feed(&decoding, bytes);
	if (failed == NULL)
		failed = decoding_end(&decoding);
	end = format_html.close(html);
	if (d->failed == NULL)
		d->failed = failed != NULL ? failed : end;
}

/* Word keeps what it prints at the edges of pages in a file of its own. */
static bool
is_edge(struct slice head)
{
	return slice_ends(mime_header(head, "Content-Location"),
	    SLICE("/header.htm"));
}

static void
read_entity(struct decoder *d, struct slice text, int nesting)
{
	struct mime_entity entity = mime_entity(text);
	struct slice       type = mime_header(entity.head, "Content-Type");
	struct slice       boundary = mime_parameter(type, "boundary"), part;
	char              *plain;
	size_t             n;

	if (mime_is(type, "multipart/") && nesting < NESTING_MAX &&
	    boundary.n > 0) {
		while (mime_part(&entity.body, boundary, &part))
			read_entity(d, part, nesting + 1);
	} else if ((mime_is(type, "text/html") ||
	    mime_is(type, "application/xhtml")) && !is_edge(entity.head)) {
		plain = memory_get(entity.body.n);
		n = mime_decode(mime_header(entity.head,
		    "Content-Transfer-Encoding"), entity.body, plain);
		read_html(d, (struct slice){ plain, n },
		    mime_parameter(type, "charset"));
		free(plain);
	}
}

static const char *
mht_close(struct decoder *d)
{
	const char *failed;

	read_entity(d, buffer_slice(&d->bytes), 0);
	failed = d->pages > 0 ? d->failed : "no HTML in the message";
	buffer_free(&d->bytes);
	free(d);
	return failed;
}

const struct format format_mht = {
	.type = "multipart/related",
	.binary = true,
	.open = mht_open,
	.feed = mht_feed,
	.close = mht_close,
};
