/* RAR files: a signature, then blocks, each a head with its own checksum, and data.
 * Of RAR 5 as in "RAR 5.0 archive format" (rarlab.com/technote.htm), of RAR 4 and before
 * as in technote.txt of RAR 4. */
#include <stdlib.h>
#include <zlib.h>

#include "base/little_endian.h"
#include "base/memory.h"
#include "rar_sums.h"

enum { HEAD_LEAST = 7 };	/* in both versions */

/* What is of interest in a head. */
struct rar_head {
	uint64_t data;		/* bytes behind it */
	uint32_t crc;		/* of a member */
	bool     stated;	/* there is CRC */
	bool     ends;		/* no head can be read behind it */
	bool     is_end;	/* as it ends the file */
};

struct rar_version {
	struct slice signature;
	bool         has_end;
	/* The bytes of a head whose first ones HEAD holds, HEAD_LEAST or more;
	 * less than that: it is none. */
	size_t (*bytes)(struct slice head);
	/* Reads a whole one.  Returns false where its checksum fails. */
	bool (*read)(struct slice bytes, struct rar_head *head);
};

static uint32_t
crc_from(struct slice bytes, size_t at)
{
	bytes = slice_from(bytes, at);
	return (uint32_t)crc32_z(0, (const unsigned char *)bytes.p, bytes.n);
}

enum { CRC_BYTES = 4, SIZE_BYTES = 3, NUMBER_BYTES = 10 };

enum { BLOCK_FILE = 2, BLOCK_ENCRYPTION = 4, BLOCK_END = 5 };

enum {
	HAS_EXTRA = 1, HAS_DATA = 2,
	IS_SPLIT = 0x18,	/* its checksum is of what is packed in one part */
};

enum { FILE_HAS_TIME = 2, FILE_HAS_CRC = 4 };

/* Takes a number off *REST: 7 bits a byte, the lowest first, in all but the last
 * with the 8th set.  0 where it has no end, and nothing is left. */
static uint64_t
take_number(struct slice *rest)
{
	uint64_t number = 0;

	for (unsigned i = 0; i < NUMBER_BYTES && i < rest->n; i++) {
		unsigned char c = (unsigned char)rest->p[i];

		number |= (uint64_t)(c & 0x7F) << 7 * i;
		if (c < 0x80) {
			*rest = slice_from(*rest, i + 1);
			return number;
		}
	}
	rest->n = 0;
	return 0;
}

static size_t
bytes_5(struct slice head)
{
	struct slice rest = little_part(head, CRC_BYTES, SIZE_BYTES);
	uint64_t     size = take_number(&rest);

	return CRC_BYTES + SIZE_BYTES - rest.n + (size_t)size;
}

/* REST: of the head of a file, what is behind that which all heads have. */
static void
read_file_5(struct slice rest, struct rar_head *head)
{
	uint64_t flags = take_number(&rest);
	size_t   at = (flags & FILE_HAS_TIME) != 0 ? 4 : 0;

	take_number(&rest);	/* bytes unpacked */
	take_number(&rest);	/* attributes */
	head->stated = (flags & FILE_HAS_CRC) != 0 && rest.n >= at + CRC_BYTES;
	head->crc = little32(rest, at);
}

static bool
read_5(struct slice bytes, struct rar_head *head)
{
	struct slice rest = slice_from(bytes, CRC_BYTES);
	uint64_t     type, flags;

	if (crc_from(bytes, CRC_BYTES) != little32(bytes, 0))
		return false;
	take_number(&rest);	/* its size */
	type = take_number(&rest);
	flags = take_number(&rest);
	if ((flags & HAS_EXTRA) != 0)
		take_number(&rest);
	if ((flags & HAS_DATA) != 0)
		head->data = take_number(&rest);
	if (type == BLOCK_FILE && (flags & IS_SPLIT) == 0)
		read_file_5(rest, head);
	head->is_end = type == BLOCK_END;
	head->ends = head->is_end || type == BLOCK_ENCRYPTION;
	return true;
}

/* The places in a head of RAR 4. */
enum {
	AT_TYPE = 2, AT_FLAGS = 3, AT_SIZE = 5, AT_DATA = 7, AT_CRC = 16,
	AT_DATA_HIGH = 32,
};

enum { MAIN_4 = 0x73, FILE_4 = 0x74, SERVICE_4 = 0x7A, END_4 = 0x7B };

enum {
	IS_SPLIT_4 = 3, HEADS_ENCRYPTED_4 = 0x80, IS_LARGE_4 = 0x100,
	HAS_DATA_4 = 0x8000,
};

static size_t
bytes_4(struct slice head)
{
	return little16(head, AT_SIZE);
}

static bool
read_4(struct slice bytes, struct rar_head *head)
{
	unsigned type = little8(bytes, AT_TYPE), flags = little16(bytes, AT_FLAGS);
	bool     is_file = type == FILE_4 || type == SERVICE_4;

	if ((crc_from(bytes, AT_TYPE) & 0xFFFF) != little16(bytes, 0))
		return false;
	if (is_file || (flags & HAS_DATA_4) != 0)
		head->data = little32(bytes, AT_DATA);
	if (is_file && (flags & IS_LARGE_4) != 0)
		head->data |= (uint64_t)little32(bytes, AT_DATA_HIGH) << 32;
	head->stated = type == FILE_4 && (flags & IS_SPLIT_4) == 0 &&
	    bytes.n >= AT_DATA_HIGH;
	head->crc = little32(bytes, AT_CRC);
	head->is_end = type == END_4;
	head->ends = head->is_end ||
	    (type == MAIN_4 && (flags & HEADS_ENCRYPTED_4) != 0);
	return true;
}

/* Before RAR 3 the end of a file had no head. */
static const struct rar_version versions[] = {
	{ { "Rar!\x1A\7\1\0", 8 }, true, bytes_5, read_5 },
	{ { "Rar!\x1A\7\0", 7 }, false, bytes_4, read_4 },
};

void
rar_sums_open(struct rar_sums *sums, struct slice beginning)
{
	*sums = (struct rar_sums){ 0 };
	for (size_t i = 0; i < sizeof(versions) / sizeof(versions[0]); i++)
		if (slice_starts(beginning, versions[i].signature)) {
			sums->version = &versions[i];
			sums->skip = versions[i].signature.n;
		}
}

void
rar_sums_close(struct rar_sums *sums)
{
	free(sums->sum);
	buffer_free(&sums->head);
}

/* The bytes of the head, of which some may have been met. */
static size_t
head_bytes(const struct rar_sums *sums)
{
	struct slice head = buffer_slice(&sums->head);

	return head.n < HEAD_LEAST ? HEAD_LEAST : sums->version->bytes(head);
}

/* Adds BYTES to the head, and reads it when it is whole. */
static void
add_to_head(struct rar_sums *sums, struct slice bytes)
{
	struct rar_head head = { 0 };
	size_t      all;

	buffer_add(&sums->head, bytes);
	all = head_bytes(sums);
	if (sums->head.n < all)
		return;
	sums->lost = sums->head.n > all ||
	    !sums->version->read(buffer_slice(&sums->head), &head) || head.ends;
	sums->ended = head.is_end;
	sums->skip = head.data;
	sums->head.n = 0;
	/* Without data it is empty, or a copy of another member. */
	if (head.stated && head.data > 0)
		*MEMORY_APPEND(sums->sum, sums->n, sums->capacity) =
		    (struct rar_sum){ sums->at, head.crc };
}

void
rar_sums_pass(struct rar_sums *sums, struct slice bytes)
{
	while (sums->version != NULL && bytes.n > 0 && !sums->lost) {
		uint64_t     want = sums->skip > 0 ? sums->skip :
		    head_bytes(sums) - sums->head.n;
		struct slice part = { bytes.p,
			want < bytes.n ? (size_t)want : bytes.n };

		sums->at += part.n;
		if (sums->skip > 0)
			sums->skip -= part.n;
		else
			add_to_head(sums, part);
		bytes = slice_from(bytes, part.n);
	}
}

bool
rar_sums_take(struct rar_sums *sums, unsigned long long at, uint32_t *crc)
{
	while (sums->first < sums->n && sums->sum[sums->first].at < at)
		sums->first++;
	if (sums->first == sums->n) {
		sums->first = sums->n = 0;
		return false;
	}
	*crc = sums->sum[sums->first].crc;
	return sums->sum[sums->first].at == at;
}

bool
rar_sums_lack_end(const struct rar_sums *sums)
{
	return sums->version != NULL && sums->version->has_end && !sums->ended;
}
