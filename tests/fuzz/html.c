/* The HTML decoder on arbitrary bytes.  The last says how they are cut: what
 * comes out must not depend on it. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "format/format.h"
#include "format/html.h"

/* A hash over everything that a sink is given. */
struct summary {
	struct sink        sink;
	unsigned long long hash;
	size_t             blocks;
};

static void
add(struct summary *s, const void *p, size_t n)
{
	s->hash = (s->hash * 31) ^ slice_hash((struct slice){ p, n });
}

static void
take_block(struct sink *sink, const struct block *block)
{
	struct summary *s = (struct summary *)sink;
	unsigned long   place[] = { block->kind, block->line,
	    block->furniture, block->table, block->row, block->col,
	    block->rows, block->cols };

	if (block->kind == BLOCK_IS_CELL ? block->row == 0 ||
	    block->col == 0 || block->rows == 0 || block->cols == 0 ||
	    block->table == 0 : block->text.n == 0)
		abort();
	add(s, place, sizeof(place));
	add(s, block->text.p, block->text.n);
	s->blocks++;
}

static void
take_meta(struct sink *sink, const char *property, struct slice value)
{
	add((struct summary *)sink, property, strlen(property));
	add((struct summary *)sink, value.p, value.n);
}

/* What comes out of PAGE when it is fed CHUNK bytes at a time, each chunk in
 * memory of its own. */
static unsigned long long
decode(struct slice page, size_t chunk)
{
	struct decode_limits limits = { 1 << 24, 20000, 8 };
	struct summary       s = { { take_block, take_meta }, 0, 0 };
	struct decoder      *d = format_html.open(&s.sink, &limits);
	const char          *reason = NULL;

	while (page.n > 0 && reason == NULL) {
		size_t n = page.n < chunk ? page.n : chunk;
		char  *copy = malloc(n);

		memcpy(copy, page.p, n);
		reason = format_html.feed(d, (struct slice){ copy, n });
		free(copy);
		page = slice_from(page, n);
	}
	reason = format_html.close(d);
	if (reason != NULL)
		add(&s, reason, strlen(reason));
	return s.hash;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct slice page;

	if (n == 0)
		return 0;
	page = (struct slice){ (const char *)data, n };
	html_claimed_charset(page);
	if (decode(page, SIZE_MAX) != decode(page, data[n - 1] % 32 + 1u))
		abort();
	return 0;
}
