/* The checksums that the heads of a RAR file state of its members, read as its bytes
 * pass by: libarchive passes over those of members that are stored. */
#ifndef SOURCE_RAR_SUMS_H
#define SOURCE_RAR_SUMS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buffer.h"

struct rar_sum {
	unsigned long long at;		/* where the member's bytes begin */
	uint32_t           crc;		/* of them, unpacked */
};

struct rar_sums {			/* zero: of no RAR file */
	const struct rar_version *version;	/* or NULL */
	struct rar_sum    *sum;		/* of members ahead, in their order */
	size_t             first, n, capacity;
	struct buffer      head;	/* what has been met of a head */
	unsigned long long at;		/* bytes that passed */
	unsigned long long skip;	/* bytes before the next head */
	bool               ended;	/* the head that ends the file was met */
	bool               lost;	/* nothing more can be told */
};

/* BEGINNING is that of a file whose bytes are to pass, if it is one of RAR. */
void rar_sums_open(struct rar_sums *sums, struct slice beginning);
void rar_sums_close(struct rar_sums *sums);

/* Reads the next bytes of the file, from its first one on. */
void rar_sums_pass(struct rar_sums *sums, struct slice bytes);

/* Sets *CRC to what is stated of the member whose bytes begin at AT, which is behind
 * those asked for before.  Returns whether there is a checksum: there is none of
 * a member that has a BLAKE2sp hash instead, or is parted among volumes. */
bool rar_sums_take(struct rar_sums *sums, unsigned long long at, uint32_t *crc);

/* Whether the file should have had an end, and what passed had none. */
bool rar_sums_lack_end(const struct rar_sums *sums);

#endif
