/* What extract does with each media type. */
#ifndef FORMAT_REGISTRY_H
#define FORMAT_REGISTRY_H

#include "format.h"

enum handling {
	MEDIA_DOCUMENT,		/* read by `format'; NULL: by a program of
				   its own (source/pool.h) */
	MEDIA_COMPRESSED,	/* one member in it */
	MEDIA_ARCHIVE,		/* members in it, by libarchive */
	MEDIA_WARC,
	MEDIA_MESSAGE,
	MEDIA_CONVERTED,	/* a document if programs of others may be run
				   for it, which `format' does; else rejected
				   for `reason' */
	MEDIA_SKIPPED,		/* never a report: `reason' */
	MEDIA_REJECTED,		/* perhaps a report, not read: `reason' */
};

struct media {
	const char          *type;
	enum handling        handling;
	const struct format *format;
	const char          *reason;
};

/* Never NULL: a type that is not known is rejected as such. */
const struct media *media_find(const char *type);

#endif
