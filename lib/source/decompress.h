/* A stream of what lies in compressed bytes, member behind member.
 *
 * What a format has of checksums is checked.  Up to DECOMPRESS_PROVED bytes of
 * a member are held until it has ended, so that its fault is known before the
 * first byte is given; of a larger one it shows at the end.  What can be decoded
 * before damage or a cut is given all the same, with the fault. */
#ifndef SOURCE_DECOMPRESS_H
#define SOURCE_DECOMPRESS_H

#include "codec.h"
#include "stream.h"

enum { DECOMPRESS_PROVED = 16 << 20 };

struct archive;

struct decompress_limits {
	unsigned long long bytes;	/* that may come out */
	unsigned long long ratio;	/* to those that went in; 0: any */
};

struct decompress {
	struct stream            stream;
	struct stream           *from;
	const struct codec      *codec;
	void                    *state;
	struct archive          *other;	/* of libarchive, where there is no
					   codec */
	struct decompress_limits limits;
	struct slice             input;	/* not decoded yet */
	unsigned long long       taken, given;	/* bytes in and out */
	char                    *held;
	size_t                   at, n, room;
	const char              *fault;	/* of what is held */
	bool                     large;	/* the member has more than is held */
	bool                     between;	/* no member has begun */
	bool                     lost;	/* in damage: where does one begin? */
	bool                     found;	/* the member was, behind damage */
	bool                     gap;	/* bytes are lost behind what is held */
	bool                     begun, ended;
	unsigned                 members;
	bool                     behind;	/* at the end: no member's bytes
						   are left */
};

/* Decompresses what FROM gives, which begins as HEAD.  FROM must outlive it.
 * Returns NULL, or why it cannot. */
const char *decompress_open(struct decompress *d, struct stream *from,
    struct slice head, const struct decompress_limits *limits);
void        decompress_close(struct decompress *d);

/* Whether OUT bytes are more than RATIO times the IN that they came from, a
 * few MiB being free. */
bool decompress_is_bomb(unsigned long long out, unsigned long long in,
    unsigned long long ratio);

#endif
