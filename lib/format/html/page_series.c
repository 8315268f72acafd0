#include "page_series.h"

#include "html.h"

static void
hand_block_on(struct sink *own, const struct block *block)
{
	struct page_series *series = (struct page_series *)own;
	struct block        copy = *block;

	if (copy.table > 0)
		copy.table += series->tables_before;
	if (copy.table > series->tables)
		series->tables = copy.table;
	series->any = true;
	series->sink->block(series->sink, &copy);
}

static void
hand_meta_on(struct sink *own, const char *property, struct slice value)
{
	struct page_series *series = (struct page_series *)own;

	if (series->pages == 1)
		series->sink->meta(series->sink, property, value);
}

void
page_series_open(struct page_series *series, struct sink *sink)
{
	*series = (struct page_series){
		.own = { hand_block_on, hand_meta_on, sink->limits },
		.sink = sink,
	};
}

void
page_series_add(struct page_series *series, struct slice bytes,
    struct slice claim)
{
	const char *failed;

	series->pages++;
	series->tables_before = series->tables;
	failed = html_read(bytes, claim, &series->own);
	if (series->failed == NULL)
		series->failed = failed;
}
