#include "sniff.h"

#include <strings.h>

/* Bytes at a fixed place that tell a type. */
static const struct {
	size_t       offset;
	struct slice magic;
	const char  *type;
} magics[] = {
	{ 0, { "\x1F\x8B", 2 }, "application/gzip" },
	{ 0, { "BZh", 3 }, "application/x-bzip2" },
	{ 0, { "\xFD" "7zXZ\0", 6 }, "application/x-xz" },
	{ 0, { "\x28\xB5\x2F\xFD", 4 }, "application/zstd" },
	{ 0, { "\x04\x22\x4D\x18", 4 }, "application/x-lz4" },
	{ 0, { "LZIP", 4 }, "application/x-lzip" },
	{ 0, { "\x1F\x9D", 2 }, "application/x-compress" },
	{ 0, { "PK\x03\x04", 4 }, "application/zip" },
	{ 0, { "PK\x05\x06", 4 }, "application/zip" },
	{ 0, { "7z\xBC\xAF\x27\x1C", 6 }, "application/x-7z-compressed" },
	{ 0, { "Rar!\x1A\x07", 6 }, "application/vnd.rar" },
	{ 257, { "ustar", 5 }, "application/x-tar" },
	{ 0, { "070701", 6 }, "application/x-cpio" },
	{ 0, { "070702", 6 }, "application/x-cpio" },
	{ 0, { "070707", 6 }, "application/x-cpio" },
	{ 0, { "\xC7\x71", 2 }, "application/x-cpio" },
	{ 0, { "WARC/1.", 7 }, "application/warc" },
	{ 0, { "%PDF-", 5 }, "application/pdf" },
	{ 0, { "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8 }, "application/msword" },
	{ 0, { "{\\rtf", 5 }, "application/rtf" },
};

const char *
sniff(struct slice head, bool complete, struct slice name)
{
	(void)complete;
	(void)name;
	if (head.n == 0)
		return "inode/x-empty";
	for (size_t i = 0; i < sizeof(magics) / sizeof(magics[0]); i++)
		if (head.n >= magics[i].offset && slice_starts(
		    slice_from(head, magics[i].offset), magics[i].magic))
			return magics[i].type;
	return "text/plain";
}
