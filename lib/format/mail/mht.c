#include "mht.h"

#include <stdlib.h>

#include "base/memory.h"
#include "format/html/html.h"
#include "mime.h"

enum { NESTING_MAX = 4 };

struct mht {
	struct sink  own;	/* what the pages are handed to */
	struct sink *sink;
	unsigned     pages;
	unsigned     tables_before, tables;
	const char  *failed;
};

/* Tables are numbered over all pages. */
static void
hand_block_on(struct sink *own, const struct block *block)
{
	struct mht  *d = (struct mht *)own;
	struct block copy = *block;

	if (copy.table > 0)
		copy.table += d->tables_before;
	if (copy.table > d->tables)
		d->tables = copy.table;
	d->sink->block(d->sink, &copy);
}

/* The properties of the first page are those of the document. */
static void
hand_meta_on(struct sink *own, const char *property, struct slice value)
{
	struct mht *d = (struct mht *)own;

	if (d->pages == 1)
		d->sink->meta(d->sink, property, value);
}

static void
read_html(struct mht *d, struct slice bytes, struct slice claim)
{
	const char *failed;

	d->pages++;
	d->tables_before = d->tables;
	failed = html_read(bytes, claim, &d->own);
	if (d->failed == NULL)
		d->failed = failed;
}

/* Word keeps what it prints at the edges of pages in a file of its own. */
static bool
is_edge(struct slice head)
{
	return slice_ends(mime_header(head, "Content-Location"),
	    SLICE("/header.htm"));
}

static void
read_entity(struct mht *d, struct slice text, int nesting)
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

const char *
mht_read(struct slice bytes, struct sink *sink)
{
	struct mht mht = {
		.own = { hand_block_on, hand_meta_on, sink->limits },
		.sink = sink,
	};

	read_entity(&mht, bytes, 0);
	return mht.pages > 0 ? mht.failed : "no HTML in the message";
}
