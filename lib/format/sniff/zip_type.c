#include "content_type.h"

#include <ctype.h>

#include "base/little_endian.h"

/* How the name of an entry begins, and what ZIP file has such an entry.  Where
 * several have one the first line tells. */
static const struct {
	struct slice name;
	const char  *type;
	bool         packaged;	/* only beside a part of every package */
} zip_names[] = {
	{ { "xl/workbook.bin", 15 },
	    "application/vnd.ms-excel.sheet.binary.macroenabled.12", true },
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

enum { ZIP_NAMES = sizeof(zip_names) / sizeof(zip_names[0]) };

/* Names of parts are equivalent without regard to case (ECMA-376-2, 9.1.1);
 * some writers separate them by backslashes. */
static bool
begins_as(struct slice name, struct slice start)
{
	if (name.n < start.n)
		return false;
	for (size_t i = 0; i < start.n; i++) {
		char c = name.p[i] == '\\' ? '/' : name.p[i];

		if (tolower((unsigned char)c) !=
		    tolower((unsigned char)start.p[i]))
			return false;
	}
	return true;
}

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

/* What OpenDocument files say first, not packed (ISO/IEC 26300-3, 3.3); of
 * templates and the like it is the same with more behind it. */
static const char *
stated_type(struct slice head)
{
	static const char *const types[] = {
		"application/vnd.oasis.opendocument.text",
		"application/vnd.oasis.opendocument.spreadsheet",
		"application/vnd.oasis.opendocument.presentation",
		"application/vnd.oasis.opendocument.graphics",
	};
	struct slice             name, rest, at;

	if (!zip_entry(head, &name, &rest) || !slice_is(name, "mimetype"))
		return NULL;
	at = slice_from(head, (size_t)(name.p + name.n - head.p));
	for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++)
		if (slice_starts(at, slice_of(types[i])))
			return types[i];
	return NULL;
}

const char *
content_type_zip(struct slice head)
{
	const char  *stated = stated_type(head);
	size_t       best = ZIP_NAMES;
	bool         packaged = false;
	struct slice name, rest;

	if (stated != NULL)
		return stated;
	for (; zip_entry(head, &name, &rest); head = rest) {
		packaged |= begins_as(name, SLICE("[Content_Types].xml")) ||
		    begins_as(name, SLICE("_rels/.rels"));
		for (size_t i = 0; i < best; i++)
			if (begins_as(name, zip_names[i].name))
				best = i;
	}
	if (best < ZIP_NAMES && (packaged || !zip_names[best].packaged))
		return zip_names[best].type;
	return packaged ? "application/vnd.openxmlformats-package" : NULL;
}
