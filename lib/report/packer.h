/* Deflates beside other work, on a processor that has none: a thread. */
#ifndef REPORT_PACKER_H
#define REPORT_PACKER_H

#include "packed.h"

struct packer;

/* A new one, whose disk is STORE, nobody else's until packer_wait. */
struct packer *packer_start(struct section_store *store);

/* Has BYTES added to PACKED, and empties it, as soon as what came before is done. */
void packer_hand(struct packer *packer, struct packed *packed,
    struct buffer *bytes);

/* Waits until all is done. */
void packer_wait(struct packer *packer);

/* The same, and frees it. */
void packer_stop(struct packer *packer);

#endif
