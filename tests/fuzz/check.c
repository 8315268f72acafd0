/* Any facts are judged, with any roster and waivers, and in whatever order the
 * documents stand. */
#include "base/hash.h"
#include "lib/records.h"

FUZZ_LINES('\t')

/* Cuts off *TEXT what stands before a line "%%", and this. */
static struct slice
cut_part(struct slice *text)
{
	static const struct slice mark = { "\n%%\n", 4 };
	const char  *at = slice_find(*text, mark);
	struct slice part = *text;

	if (at == NULL) {
		*text = slice_from(*text, text->n);
		return part;
	}
	part.n = (size_t)(at + 1 - text->p);
	*text = slice_from(*text, part.n + 3);
	return part;
}

/* With a NUL behind it, as a file that was read has. */
static struct slice
as_file(struct slice text, struct arena *arena)
{
	return (struct slice){ arena_join(arena, text, SLICE("\0")).p, text.n };
}

static int
by_text(const void *left, const void *right)
{
	return slice_cmp(*(const struct slice *)left,
	    *(const struct slice *)right);
}

/* A hash of the lines of TEXT, in whatever order. */
static unsigned long long
hash_lines(struct slice text, struct arena *arena)
{
	struct slice      *line = arena_alloc(arena, text.n * sizeof(*line));
	size_t             n = 0;
	unsigned long long hash = 0;

	while (text.n > 0)
		line[n++] = records_cut(&text, '\n');
	qsort(line, n, sizeof(*line), by_text);
	for (size_t i = 0; i < n; i++)
		hash = hash_shown(hash, line[i]);
	return hash;
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	static struct arena arena;
	struct records_documents documents;
	struct slice        in = { (const char *)bytes, n };
	struct slice        facts = cut_part(&in), roster, waivers, once;

	arena_reset(&arena);
	roster = as_file(cut_part(&in), &arena);
	waivers = as_file(in, &arena);
	once = arena_copy(&arena, stage_check(facts, roster, waivers));
	records_hold((struct slice){ (const char *)bytes, n }, once,
	    FINDING_FIELDS);
	if (n % 8 == 0)
		records_require(slice_eq(once,
		    stage_check(facts, roster, waivers)));
	records_documents_of(facts, &documents);
	if (documents.apart && documents.n > 1)
		records_require(hash_lines(once, &arena) == hash_lines(
		    stage_check(records_reversed(&documents, &arena), roster,
		    waivers), &arena));
	return 0;
}
