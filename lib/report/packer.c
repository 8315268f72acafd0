#include "packer.h"

#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>

#include "base/memory.h"

/* What is to be done is the thread's while it is busy, and the caller's else. */
struct packer {
	pthread_t             thread;
	bool                  is_alone;	/* there could be no thread */
	pthread_mutex_t       lock;	/* of what follows */
	pthread_cond_t        changed;
	bool                  is_busy, ends;
	struct packed        *packed;	/* what is to be done */
	struct buffer         bytes;
	struct section_store *store;
};

static void *
work(void *context)
{
	struct packer *packer = context;

	pthread_mutex_lock(&packer->lock);
	while (packer->is_busy || !packer->ends) {
		if (!packer->is_busy) {
			pthread_cond_wait(&packer->changed, &packer->lock);
			continue;
		}
		pthread_mutex_unlock(&packer->lock);
		packed_add(packer->packed, packer->store,
		    buffer_slice(&packer->bytes));
		packer->bytes.n = 0;
		pthread_mutex_lock(&packer->lock);
		packer->is_busy = false;
		pthread_cond_signal(&packer->changed);
	}
	pthread_mutex_unlock(&packer->lock);
	return NULL;
}

struct packer *
packer_start(struct section_store *store)
{
	struct packer *packer = memory_get(sizeof(*packer));

	*packer = (struct packer){ .store = store };
	pthread_mutex_init(&packer->lock, NULL);
	pthread_cond_init(&packer->changed, NULL);
	packer->is_alone = pthread_create(&packer->thread, NULL, work,
	    packer) != 0;
	return packer;
}

void
packer_wait(struct packer *packer)
{
	pthread_mutex_lock(&packer->lock);
	while (packer->is_busy)
		pthread_cond_wait(&packer->changed, &packer->lock);
	pthread_mutex_unlock(&packer->lock);
}

void
packer_hand(struct packer *packer, struct packed *packed, struct buffer *bytes)
{
	struct buffer empty;

	if (packer->is_alone) {
		packed_add(packed, packer->store, buffer_slice(bytes));
		bytes->n = 0;
		return;
	}
	packer_wait(packer);
	empty = packer->bytes;
	packer->packed = packed;
	packer->bytes = *bytes;
	*bytes = empty;
	pthread_mutex_lock(&packer->lock);
	packer->is_busy = true;
	pthread_cond_signal(&packer->changed);
	pthread_mutex_unlock(&packer->lock);
}

void
packer_stop(struct packer *packer)
{
	pthread_mutex_lock(&packer->lock);
	packer->ends = true;
	pthread_cond_signal(&packer->changed);
	pthread_mutex_unlock(&packer->lock);
	if (!packer->is_alone)
		pthread_join(packer->thread, NULL);
	pthread_cond_destroy(&packer->changed);
	pthread_mutex_destroy(&packer->lock);
	buffer_free(&packer->bytes);
	free(packer);
}
