#include "source.h"

#include "format/sniff/sniff.h"

/* An archive whose first bytes are damaged would be read as text. */
static const struct media no_archive = { "application/octet-stream",
	MEDIA_REJECTED, READ_HERE, NULL, "is no archive, though its name says so" };

static bool
names_archive(struct slice name)
{
	static const char *const suffixes[] = { ".7z", ".bz2", ".cpio", ".gz",
		".lz", ".lz4", ".rar", ".tar", ".tbz", ".tgz", ".txz", ".warc",
		".xz", ".zip", ".zst" };

	for (size_t i = 0; i < sizeof(suffixes) / sizeof(suffixes[0]); i++) {
		struct slice suffix = slice_of(suffixes[i]);

		if (name.n > suffix.n && slice_is_nocase(slice_from(name,
		    name.n - suffix.n), suffix))
			return true;
	}
	return false;
}

bool
member_identify(struct member *member, media_fn *find)
{
	struct lookahead *bytes = member->bytes;
	struct slice      named = member->url.n > 0 ? member->url : member->name;

	if (!lookahead_fill(bytes, SNIFF_BYTES))
		return false;
	if (sniff_is_deep(lookahead_bytes(bytes)) &&
	    !lookahead_fill(bytes, SNIFF_DEEP_BYTES))
		return false;
	member->media = find(sniff(lookahead_bytes(bytes), named,
	    member->type));
	if (strcmp(member->media->type, "text/plain") == 0 &&
	    names_archive(named))
		member->media = &no_archive;
	return true;
}
