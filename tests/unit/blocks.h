/* For tests of decoders: what they hand to the sink, as lines of text. */
#ifndef TESTS_BLOCKS_H
#define TESTS_BLOCKS_H

#include <stdio.h>
#include <stdlib.h>

#include "format/format.h"

struct blocks {
	struct sink sink;
	const char *failed;
	bool        places;	/* with where each block is from */
	size_t      n, capacity;
	char       *text;
};

static inline void
blocks_put(struct blocks *b, const char *p, size_t n)
{
	while (b->n + n + 1 > b->capacity) {
		b->capacity = b->capacity * 2 + 4096;
		b->text = realloc(b->text, b->capacity);
	}
	memcpy(b->text + b->n, p, n);
	b->n += n;
	b->text[b->n] = '\0';
}

static inline void
blocks_block(struct sink *sink, const struct block *block)
{
	static const char *const kind[] = { "head", "text", "cell" };
	struct blocks           *b = (struct blocks *)sink;
	char                     line[128];

	if (b->places)
		blocks_put(b, line, block->address.n > 0 ?
		    (size_t)snprintf(line, sizeof(line), "%.*s ",
		    (int)block->address.n, block->address.p) :
		    (size_t)snprintf(line, sizeof(line), "L%lu ", block->line));
	if (block->furniture)
		blocks_put(b, "furniture ", 10);
	if (block->kind == BLOCK_IS_CELL)
		snprintf(line, sizeof(line), "cell %u %u,%u %ux%u ",
		    block->table, block->row, block->col, block->rows,
		    block->cols);
	else
		snprintf(line, sizeof(line), "%s ", kind[block->kind]);
	blocks_put(b, line, strlen(line));
	blocks_put(b, block->text.p, block->text.n);
	blocks_put(b, "\n", 1);
}

static inline void
blocks_meta(struct sink *sink, const char *property, struct slice value)
{
	struct blocks *b = (struct blocks *)sink;

	blocks_put(b, "meta ", 5);
	blocks_put(b, property, strlen(property));
	blocks_put(b, " ", 1);
	blocks_put(b, value.p, value.n);
	blocks_put(b, "\n", 1);
}

/* Decodes BYTES, fed CHUNK at a time, into B: all zero, or used before. */
static inline const char *
blocks_decode(struct blocks *b, const struct format *format,
    struct slice bytes, size_t chunk)
{
	struct decoder *d;
	const char     *failed = NULL, *end;

	b->sink = (struct sink){ blocks_block, blocks_meta,
	    { 8 << 20, 20000, 16 } };
	b->n = 0;
	blocks_put(b, "", 0);
	d = decoder_open(format, &b->sink);
	while (failed == NULL && bytes.n > 0) {
		size_t n = bytes.n < chunk ? bytes.n : chunk;

		failed = decoder_feed(d, (struct slice){ bytes.p, n });
		bytes = slice_from(bytes, n);
	}
	end = decoder_close(d);
	b->failed = failed != NULL ? failed : end;
	return b->text;
}

/* The bytes of FILE, to be freed; .p NULL: there are none. */
static inline struct slice
blocks_file(const char *file)
{
	FILE  *f = fopen(file, "rb");
	char  *p = NULL;
	size_t n = 0, got = 1;

	while (f != NULL && got > 0) {
		p = realloc(p, n + 65536);
		got = fread(p + n, 1, 65536, f);
		n += got;
	}
	if (f != NULL)
		fclose(f);
	return (struct slice){ p, n };
}

#endif
