/* For tests of OOXML: a package made of a few parts. */
#ifndef TESTS_PARTS_H
#define TESTS_PARTS_H

#include <archive.h>
#include <archive_entry.h>
#include <stdlib.h>

#include "base/slice.h"

struct part {
	const char *name, *text;
};

/* The zip file of N parts, to be freed. */
static inline struct slice
parts_zip(const struct part *part, size_t n)
{
	enum { HEADS = 64 << 10 };
	size_t          room = HEADS, used = 0;
	char           *zip;
	struct archive *a = archive_write_new();

	for (size_t i = 0; i < n; i++)
		room += 2 * strlen(part[i].text);
	zip = malloc(room);
	archive_write_set_format_zip(a);
	archive_write_open_memory(a, zip, room, &used);
	for (size_t i = 0; i < n; i++) {
		struct archive_entry *e = archive_entry_new();

		archive_entry_set_pathname(e, part[i].name);
		archive_entry_set_filetype(e, AE_IFREG);
		archive_entry_set_size(e, (la_int64_t)strlen(part[i].text));
		archive_write_header(a, e);
		archive_write_data(a, part[i].text, strlen(part[i].text));
		archive_entry_free(e);
	}
	archive_write_close(a);
	archive_write_free(a);
	return (struct slice){ zip, used };
}

#define RELATIONS(list) "<Relationships xmlns='http://schemas." \
	"openxmlformats.org/package/2006/relationships'>" list \
	"</Relationships>"
#define RELATION(id, type, target) "<Relationship Id='" id "' Type='http://" \
	"schemas.openxmlformats.org/officeDocument/2006/relationships/" type \
	"' Target='" target "'/>"

#endif
