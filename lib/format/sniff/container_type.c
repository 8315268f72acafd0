#include "content_type.h"

#include "base/little_endian.h"

/* How the name of an entry begins, and what ZIP file has such an entry. */
static const struct {
	struct slice name;
	const char  *type;
	bool         packaged;	/* only with [Content_Types].xml beside it */
} zip_names[] = {
	{ { "word/", 5 }, "application/vnd.openxmlformats-officedocument"
	    ".wordprocessingml.document", true },
	{ { "xl/", 3 }, "application/vnd.openxmlformats-officedocument"
	    ".spreadsheetml.sheet", true },
	{ { "ppt/", 4 }, "application/vnd.openxmlformats-officedocument"
	    ".presentationml.presentation", true },
	{ { "META-INF/manifest.xml", 21 },
	    "application/vnd.oasis.opendocument", false },
	{ { "META-INF/container.xml", 22 }, "application/epub+zip", false },
	{ { "OFD.xml", 7 }, "application/ofd", false },
};

/* A header at the beginning of BYTES: its entry's name, and in *REST what
 * follows behind its data; APPNOTE 4.3.7 (local: PK 3 4) and 4.3.12 (in the
 * directory: PK 1 2).  False: no whole header. */
static bool
zip_entry(struct slice bytes, struct slice *name, struct slice *rest)
{
	bool   local = slice_starts(bytes, SLICE("PK\3\4"));
	size_t fixed = local ? 30 : 46, size, behind;

	if (bytes.n < 46 || (!local && !slice_starts(bytes, SLICE("PK\1\2"))))
		return false;
	name->n = little16(bytes, local ? 26 : 28);
	name->p = bytes.p + fixed;
	size = local ? little32(bytes, 18) : little16(bytes, 32);
	behind = little16(bytes, local ? 28 : 30) + size;
	if (bytes.n - fixed < name->n)
		return false;
	*rest = slice_from(bytes, fixed + name->n);
	if (local && (size == 0xFFFFFFFF ||
	    ((bytes.p[6] & 8) != 0 && size == 0))) {
		/* 4.5.3: the size is in an extra field; 4.4.4, flag 3: it
		 * stands behind the data.  Look for what follows. */
		const char *next = slice_find(*rest, SLICE("PK\3\4"));

		if (next == NULL)
			next = slice_find(*rest, SLICE("PK\1\2"));
		behind = next == NULL ? rest->n : (size_t)(next - rest->p);
	}
	*rest = slice_from(*rest, behind < rest->n ? behind : rest->n);
	return true;
}

const char *
content_type_zip(struct slice head)
{
	const char  *type = NULL;
	bool         packaged = false, wants_package = false;
	struct slice name, rest;

	for (; zip_entry(head, &name, &rest); head = rest) {
		packaged |= slice_is(name, "[Content_Types].xml");
		for (size_t i = 0; type == NULL && i < sizeof(zip_names) /
		    sizeof(zip_names[0]); i++)
			if (slice_starts(name, zip_names[i].name)) {
				type = zip_names[i].type;
				wants_package = zip_names[i].packaged;
			}
	}
	return wants_package && !packaged ? NULL : type;
}

/* Streams that tell the application, as UTF-16LE without the last NUL. */
static const struct {
	struct slice name;
	const char  *type;
} ole2_names[] = {
	{ { "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e", 31 },
	    "application/x-encrypted-office" },
	{ { "W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t", 23 }, "application/msword" },
	{ { "W\0o\0r\0k\0b\0o\0o\0k", 15 }, "application/vnd.ms-excel" },
	{ { "B\0o\0o\0k\0\0\0", 10 }, "application/vnd.ms-excel" },
	{ { "P\0o\0w\0e\0r\0P\0o\0i\0n\0t", 19 },
	    "application/vnd.ms-powerpoint" },
	{ { "C\0a\0t\0a\0l\0o\0g", 13 }, "application/x-desktop" },
	{ { "_\0_\0p\0r\0o\0p\0e\0r\0t\0i\0e\0s", 23 },
	    "application/vnd.ms-outlook" },
};

/* [MS-CFB] 2.6: a directory entry has 128 bytes and begins with its name; 2.2:
 * sectors are multiples of that.  Looking at every such place finds them
 * wherever the directory's chain of sectors goes. */
const char *
content_type_ole2(struct slice head)
{
	for (size_t i = 0; i < sizeof(ole2_names) / sizeof(ole2_names[0]); i++)
		for (size_t at = 512; at + 128 <= head.n; at += 128)
			if (slice_starts(slice_from(head, at),
			    ole2_names[i].name))
				return ole2_names[i].type;
	return NULL;
}
