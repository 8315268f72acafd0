/* What holds for all that filters write. */
#ifndef FUZZ_RECORDS_H
#define FUZZ_RECORDS_H

#include <stdint.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "lines.h"
#include "record/schema.h"
#include "stage.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

static inline void
records_require(bool condition)
{
	if (!condition)
		abort();
}

/* OUT, made of IN, is lines of so many FIELDS, and no character of it is broken
 * that was not before. */
static inline void
records_hold(struct slice in, struct slice out, int fields)
{
	int tabs = 0;

	for (size_t i = 0; i < out.n; i++) {
		tabs += out.p[i] == '\t';
		if (out.p[i] != '\n')
			continue;
		records_require(tabs == fields - 1);
		tabs = 0;
	}
	records_require(out.n == 0 || out.p[out.n - 1] == '\n');
	records_require(!utf8_is_valid(in) || utf8_is_valid(out));
}

/* What FILTER makes of IN holds, and of one input of eight is the same again. */
static inline void
records_hold_again(struct slice in, struct slice (*filter)(struct slice),
    int fields)
{
	enum { ONE_OF = 8 };
	static struct arena arena;
	struct slice        once;

	arena_reset(&arena);
	once = arena_copy(&arena, filter(in));
	records_hold(in, once, fields);
	if (in.n % ONE_OF == 0)
		records_require(slice_eq(once, filter(in)));
}

/* The runs of lines of a text whose first field is the same. */
enum { RECORDS_DOCUMENTS = 64 };

struct records_documents {
	struct slice document[RECORDS_DOCUMENTS];
	size_t       n;
	bool         apart;	/* each name stands in one place, as do all texts
				 * of which more than the order may matter */
};

static inline struct slice
records_cut(struct slice *text, char mark)
{
	const char  *end = text->n > 0 ? memchr(text->p, mark, text->n) : NULL;
	struct slice part = { text->p, end != NULL ?
	    (size_t)(end - text->p) : text->n };

	*text = slice_from(*text, part.n + (end != NULL));
	return part;
}

static inline struct slice
records_name(struct slice document)
{
	struct slice line = records_cut(&document, '\n');

	return records_cut(&line, '\t');
}

static inline void
records_documents_of(struct slice text, struct records_documents *documents)
{
	documents->n = 0;
	documents->apart = text.n > 0 && text.p[text.n - 1] == '\n' &&
	    !slice_starts(text, SLICE("doc\t"));
	while (text.n > 0) {
		struct slice name = records_name(text), document = text;

		do
			records_cut(&text, '\n');
		while (text.n > 0 && slice_eq(records_name(text), name));
		document.n -= text.n;
		documents->apart = documents->apart &&
		    documents->n < RECORDS_DOCUMENTS;
		for (size_t i = 0; documents->apart && i < documents->n; i++)
			documents->apart = !slice_eq(name, records_name(
			    documents->document[i]));
		if (!documents->apart)
			return;
		documents->document[documents->n++] = document;
	}
}

/* The documents the other way round. */
static inline struct slice
records_reversed(const struct records_documents *documents,
    struct arena *arena)
{
	struct slice text = { "", 0 };

	for (size_t i = documents->n; i > 0; i--)
		text = arena_join(arena, text, documents->document[i - 1]);
	return text;
}

#endif
