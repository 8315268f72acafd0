#include "limits.h"

#include "record/reader.h"

/* The other filters take no document of more than READER_DOCUMENT_MAX bytes, and
 * sectionize adds a code to each record.  Reports have at most a few MB, more
 * with pictures in the page; archives of a province's fifteen years a few ten
 * GB.  Deflate cannot do better than 1:1032, text seldom than 1:20. */
const struct limits limits_default = {
	.member_bytes = 256ull << 20,
	.text_bytes = READER_DOCUMENT_MAX / 3 * 2,
	.archive_bytes = 64ull << 30,
	.ratio = 1000,
	.members = 100 * 1000 * 1000,
	.depth = 3,
	.cells = 1000 * 1000,
	.tables = 64,
};
