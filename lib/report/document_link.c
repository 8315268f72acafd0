#include "document_link.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "record/reader.h"

const struct slice *
document_record_of(const struct material *material, struct slice name)
{
	size_t               n;
	const struct slice **record;

	if (material->documents.n == 0)
		return NULL;
	record = record_file_of(&material->documents, name, &n);
	return n > 0 ? record[0] : NULL;
}

/* Whether TEXT is an address that a browser may open: no other scheme is. */
static bool
is_address(struct slice text)
{
	return slice_starts(text, SLICE("https://")) ||
	    slice_starts(text, SLICE("http://"));
}

/* Adds PATH as part of an address: what would end it is written in numbers (RFC 3986,
 * 2.1). */
static void
add_path(struct buffer *out, struct slice path)
{
	for (size_t i = 0; i < path.n; i++) {
		unsigned char c = (unsigned char)path.p[i];
		char          number[4];

		if (c > ' ' && c < 0x7F && strchr("\"#%<>?[\\]^`{|}", c) == NULL)
			buffer_add(out, (struct slice){ path.p + i, 1 });
		else {
			snprintf(number, sizeof(number), "%%%02X", c);
			buffer_string(out, number);
		}
	}
}

void
document_address_add(struct buffer *out, struct slice name,
    const struct slice *record)
{
	struct arena arena = { NULL, NULL };
	struct slice path = name, member = name;

	for (size_t i = name.n; i-- > 0;)
		if (name.p[i] == '!') {
			if (member.n == name.n)
				member = slice_from(name, i + 1);
			path.n = i;
		}
	if (record != NULL && is_address(record[DOCUMENTS_URL]))
		buffer_add(out, record_text(record[DOCUMENTS_URL], &arena));
	else if (is_address(member))
		buffer_add(out, record_text(member, &arena));
	else if (path.n > 0 && path.p[0] == '/') {
		buffer_string(out, "file://");
		add_path(out, record_text(path, &arena));
	}
	arena_free(&arena);
}
