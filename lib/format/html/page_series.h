/* Several pages of HTML that are one document: tables are numbered over all of
 * them, the first one's properties are the document's. */
#ifndef HTML_PAGE_SERIES_H
#define HTML_PAGE_SERIES_H

#include "format/blocks/block.h"

struct page_series {
	struct sink  own;	/* what the pages are handed to */
	struct sink *sink;
	unsigned     pages;	/* read so far */
	unsigned     tables_before, tables;
	bool         any;	/* something came out */
	const char  *failed;	/* why the first that is not whole is not */
};

/* Begins a document whose blocks go to SINK, which must outlive it. */
void page_series_open(struct page_series *series, struct sink *sink);

/* Reads the next page; CLAIM as for html_read. */
void page_series_add(struct page_series *series, struct slice bytes,
    struct slice claim);

#endif
