#include "zip_names.h"

#include "base/little_endian.h"

/* APPNOTE.TXT of PKWARE: 4.3.7 the head of an entry, 4.3.12 its line in the
 * directory, 4.3.16 the end of that. */
enum {
	HEAD_BYTES = 30, HEAD_NAME = 26,
	LINE_BYTES = 46, LINE_NAME = 28, LINE_EXTRA = 30, LINE_COMMENT = 32,
	LINE_PLACE = 42,
	END_BYTES = 22, END_SIZE = 12, END_PLACE = 16, COMMENT_MAX = 65535,
};

static bool
begins_at(struct slice zip, size_t at, struct slice magic)
{
	return at < zip.n && slice_starts(slice_from(zip, at), magic);
}

/* Where the last record of the directory is; zip.n: nowhere. */
static size_t
find_end(struct slice zip)
{
	for (size_t n = END_BYTES; n <= zip.n && n <= END_BYTES + COMMENT_MAX;
	    n++)
		if (begins_at(zip, zip.n - n, SLICE("PK\5\6")))
			return zip.n - n;
	return zip.n;
}

bool
zip_names_differ(struct slice zip)
{
	size_t end = find_end(zip), size = little32(zip, end + END_SIZE);
	size_t place = little32(zip, end + END_PLACE), at, begin;

	if (size > end || place > end - size)
		return false;
	at = end - size;
	begin = at - place;	/* what stands before the file is none of it */
	while (begins_at(zip, at, SLICE("PK\1\2")) && at + LINE_BYTES <= end) {
		size_t       head = begin + little32(zip, at + LINE_PLACE);
		struct slice name = little_part(zip, at + LINE_BYTES,
		    little16(zip, at + LINE_NAME));

		if (begins_at(zip, head, SLICE("PK\3\4")) &&
		    !slice_eq(name, little_part(zip, head + HEAD_BYTES,
		    little16(zip, head + HEAD_NAME))))
			return true;
		at += LINE_BYTES + name.n + little16(zip, at + LINE_EXTRA) +
		    little16(zip, at + LINE_COMMENT);
	}
	return false;
}
