#include "buckets.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

enum { KEPT_AT_ONCE = 1024 };	/* entries */

static struct slice
bytes_of(const struct bucket_entry entry[], size_t n)
{
	return (struct slice){ (const char *)entry, n * sizeof(*entry) };
}

void
buckets_add(struct buckets *buckets, size_t number, struct bucket_entry entry)
{
	struct bucket *b = &buckets->bucket[number];

	*MEMORY_APPEND(b->entry, b->n, b->room) = entry;
	if (b->n < KEPT_AT_ONCE)
		return;
	*MEMORY_APPEND(b->kept, b->kepts, b->kept_room) =
	    section_keep(&buckets->store, bytes_of(b->entry, b->n));
	b->n = 0;
}

static int
compare(const void *left, const void *right)
{
	const struct bucket_entry *a = left, *b = right;

	if (a->key != b->key)
		return a->key < b->key ? -1 : 1;
	return (a->value > b->value) - (a->value < b->value);
}

/* Takes away what is there twice of the N sorted entries.  Returns how many are left. */
static size_t
take_twins(struct bucket_entry entry[], size_t n)
{
	size_t kept = 0;

	for (size_t i = 0; i < n; i++)
		if (kept == 0 || compare(&entry[kept - 1], &entry[i]) != 0)
			entry[kept++] = entry[i];
	return kept;
}

void
buckets_each(struct buckets *buckets, bucket_fn *fn, void *context)
{
	struct buffer *loaded = &buckets->loaded;

	for (size_t i = 0; i < BUCKETS; i++) {
		const struct bucket *b = &buckets->bucket[i];
		struct bucket_entry        *entry;
		size_t               n;

		loaded->n = 0;
		for (size_t k = 0; k < b->kepts; k++)
			section_add(&buckets->store, b->kept[k], loaded);
		buffer_add(loaded, bytes_of(b->entry, b->n));
		if (loaded->n == 0)
			continue;
		entry = (struct bucket_entry *)(void *)loaded->p;
		n = loaded->n / sizeof(*entry);
		qsort(entry, n, sizeof(*entry), compare);
		fn(context, entry, take_twins(entry, n));
	}
}

void
buckets_free(struct buckets *buckets)
{
	for (size_t i = 0; i < BUCKETS; i++) {
		free(buckets->bucket[i].entry);
		free(buckets->bucket[i].kept);
	}
	section_store_close(&buckets->store);
	buffer_free(&buckets->loaded);
}
