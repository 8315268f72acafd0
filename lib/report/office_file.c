#include "office_file.h"

#include <stdio.h>

#include "base/utf8.h"
#include "base/visible.h"

enum { NAME_BYTES = 200 };

/* NAME cut to NAME_BYTES between two characters. */
static struct slice
cut_name(struct slice name)
{
	if (name.n <= NAME_BYTES)
		return name;
	name.n = NAME_BYTES;
	name.n = utf8_valid_length(name);
	return name;
}

/* Whether no file system takes a name with CHARACTER, or a reader does not see it. */
static bool
is_odd(struct slice character)
{
	return visible_length(character) < character.n || (character.n == 1 &&
	    strchr("/\\<>:\"|?*", character.p[0]) != NULL);
}

/* Adds NAME; what is odd in it, a dot that would hide a file, and a dash that would make
 * it an option, is `_'. */
static void
add_name(struct buffer *out, struct slice name)
{
	while (name.n > 0) {
		uint32_t     c;
		struct slice character = { name.p, utf8_decode(name, &c) };

		buffer_add(out, is_odd(character) || ((c == '.' || c == '-') && out->n == 0) ?
		    SLICE("_") : character);
		name = slice_from(name, character.n);
	}
}

void
office_file_name(struct office_files *files, struct slice region,
    struct slice name, struct buffer *out)
{
	size_t length;
	char   number[16];

	out->n = 0;
	if (slice_find(name, region) == NULL)
		add_name(out, region);
	add_name(out, name);
	length = cut_name(buffer_slice(out)).n;
	out->n = length;
	for (int n = 2; seen_before(&files->seen,
	    digest_of(buffer_slice(out))); n++) {
		out->n = length;
		snprintf(number, sizeof(number), "-%d", n);
		buffer_string(out, number);
	}
}

void
office_files_free(struct office_files *files)
{
	seen_free(&files->seen);
}
