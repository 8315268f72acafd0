#include "epub.h"

#include <stdlib.h>

#include "base/left_out.h"
#include "base/memory.h"
#include "format/html/page_series.h"
#include "format/office/package.h"

enum { ROOT = 1, ITEM, REFERENCE };

enum { ITEMS_MAX = 4096 };

static const struct xml_name names[] = {
	{ "e:rootfile", ROOT }, { "e:item", ITEM }, { "e:itemref", REFERENCE },
	{ NULL, 0 },
};

struct epub_item {
	struct slice id, part;
};

struct epub {
	struct package    package;
	struct slice      root;		/* the part that lists the others */
	struct epub_item *item;
	size_t            items, item_room;
	struct slice     *spine;	/* the ids of the pages, in order */
	size_t            pages, page_room;
};

static bool
start(struct xml *xml, int id)
{
	struct epub  *e = xml_context(xml);
	struct arena *arena = &e->package.arena;

	if (id == ROOT && e->root.n == 0)
		e->root = arena_copy(arena, xml_attribute(xml, "full-path"));
	else if ((id == ITEM ? e->items : e->pages) >= ITEMS_MAX)
		left_out("more parts than are read");
	else if (id == ITEM)
		*MEMORY_APPEND(e->item, e->items, e->item_room) =
		    (struct epub_item){
			.id = arena_copy(arena, xml_attribute(xml, "id")),
			.part = package_target(&e->package, e->root,
			    xml_attribute(xml, "href")) };
	else if (id == REFERENCE)
		*MEMORY_APPEND(e->spine, e->pages, e->page_room) =
		    arena_copy(arena, xml_attribute(xml, "idref"));
	return true;
}

static void
read_page(struct epub *e, struct slice id, struct page_series *pages)
{
	struct buffer bytes = { .n = 0 };
	const char   *failed = "a part of the document is missing";

	for (size_t i = 0; i < e->items; i++) {
		if (!slice_eq(e->item[i].id, id))
			continue;
		failed = package_read(&e->package, e->item[i].part, &bytes);
		break;
	}
	if (failed == NULL)
		page_series_add(pages, buffer_slice(&bytes), SLICE(""));
	else if (pages->failed == NULL)
		pages->failed = failed;
	buffer_free(&bytes);
}

static const char *
read_pages(struct epub *e, struct sink *sink)
{
	static const struct xml_events events = {
		.name = names, .start = start, .doctype = true,
	};
	struct page_series pages;
	const char        *failed = package_parse(&e->package,
	    SLICE("META-INF/container.xml"), &events, e);

	if (failed == NULL)
		failed = package_parse(&e->package, e->root, &events, e);
	page_series_open(&pages, sink);
	for (size_t i = 0; i < e->pages; i++)
		read_page(e, e->spine[i], &pages);
	if (failed == NULL && e->pages == 0)
		failed = "no pages";
	if (failed == NULL)
		failed = pages.failed;
	return failed == NULL && !pages.any ? "no text in it" : failed;
}

const char *
epub_read(struct slice bytes, struct sink *sink)
{
	struct epub e = { .items = 0 };
	const char *failed;

	package_start(&e.package, bytes, sink->limits.bytes);
	failed = read_pages(&e, sink);
	package_close(&e.package);
	free(e.item);
	free(e.spine);
	return failed;
}
