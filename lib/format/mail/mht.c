#include "mht.h"

#include <stdlib.h>

#include "base/left_out.h"
#include "base/memory.h"
#include "format/html/page_series.h"
#include "mime.h"

enum { NESTING_MAX = 4 };

/* Word keeps what it prints at the edges of pages in a file of its own. */
static bool
is_edge(struct slice head)
{
	return slice_ends(mime_header(head, "Content-Location"),
	    SLICE("/header.htm"));
}

static void
read_entity(struct page_series *pages, struct slice text, int nesting)
{
	struct mime_entity entity = mime_entity(text);
	struct slice       type = mime_header(entity.head, "Content-Type");
	struct slice       boundary = mime_parameter(type, "boundary"), part;
	char              *plain;
	size_t             n;

	if (mime_is(type, "multipart/") && nesting == NESTING_MAX)
		left_out("parts nested deeper than is read");
	else if (mime_is(type, "multipart/") && boundary.n > 0) {
		while (mime_part(&entity.body, boundary, &part))
			read_entity(pages, part, nesting + 1);
	} else if ((mime_is(type, "text/html") ||
	    mime_is(type, "application/xhtml")) && !is_edge(entity.head)) {
		plain = memory_get(entity.body.n);
		n = mime_decode(mime_header(entity.head,
		    "Content-Transfer-Encoding"), entity.body, plain);
		page_series_add(pages, (struct slice){ plain, n },
		    mime_parameter(type, "charset"));
		free(plain);
	}
}

const char *
mht_read(struct slice bytes, struct sink *sink)
{
	struct page_series pages;

	page_series_open(&pages, sink);
	read_entity(&pages, bytes, 0);
	return pages.pages > 0 ? pages.failed : "no HTML in the message";
}
