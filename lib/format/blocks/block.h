/* What reading a document gives: its paragraphs and the cells of its tables,
 * in reading order, and where they go. */
#ifndef BLOCKS_BLOCK_H
#define BLOCKS_BLOCK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/slice.h"

enum block_kind { BLOCK_IS_HEAD, BLOCK_IS_TEXT, BLOCK_IS_CELL };

struct block {
	enum block_kind kind;
	unsigned        page;		/* from 1; 0: the format has none */
	unsigned long   line;		/* from 1; 0: unknown */
	struct slice    address;	/* instead of both, as loc has it (address.h);
					   lives for the call */
	bool            furniture;	/* certainly no part of the report */
	unsigned        table;		/* from 1; 0: outside tables */
	unsigned        row, col;	/* from 1, of the cell's first place */
	unsigned        rows, cols;	/* its span */
	struct slice    text;		/* UTF-8, trimmed, lives for the call */
};

/* Bounds on one document; what goes beyond ends it with a reason. */
struct decode_limits {
	size_t   bytes;		/* of decoded content */
	unsigned cells;		/* of one table's grid */
	unsigned depth;		/* of open tables or elements */
};

/* Where the blocks and properties of a document go, and how much of it is
 * wanted. */
struct sink {
	void (*block)(struct sink *sink, const struct block *block);
	/* PROPERTY as in nianbao-records(5), meta: "title", "error" ... */
	void (*meta)(struct sink *sink, const char *property,
	    struct slice value);
	struct decode_limits limits;
};

#endif
