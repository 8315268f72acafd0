/* What extract does with each media type. */
#ifndef FORMAT_REGISTRY_H
#define FORMAT_REGISTRY_H

#include "format.h"

enum handling {
	MEDIA_DOCUMENT,		/* read by `format' */
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

/* Which processes read the documents of a type.  What a program of its own reads has no
 * `format' in the others, so that those need not be linked with what that takes. */
enum media_reader {
	READ_HERE,		/* extract's own */
	READ_OFFICE,		/* extract-office, see office_registry.h */
	READ_PDF,		/* extract-pdf */
	READ_CONVERTED,		/* extract-office, of what LibreOffice made */
	MEDIA_READERS
};

struct media {
	const char          *type;
	enum handling        handling;
	enum media_reader    reader;
	const struct format *format;
	const char          *reason;
};

typedef const struct media *media_fn(const char *type);

/* Never NULL: a type that is not known is rejected as such. */
media_fn media_find;

#endif
