/* datapackage.json: which files a data package has, and what is in them. */
#ifndef EXPORT_PACKAGE_DESCRIPTION_H
#define EXPORT_PACKAGE_DESCRIPTION_H

#include <stdbool.h>

#include "export/record_type.h"
#include "record/writer.h"

enum { PACKAGE_HASH_DIGITS = 64 };

/* What a file is known by. */
struct package_sum {
	unsigned long long bytes;
	char               sha256[PACKAGE_HASH_DIGITS + 1];
};

/* Sums up the file FD.  False and errno if it cannot be read. */
bool package_sum(int fd, struct package_sum *sum);

/* Writes the description: its beginning, the file NAME.csv for each type,
 * its end. */
void package_description_begin(struct writer *w);
void package_description_add(struct writer *w, const struct record_type *type,
    const struct package_sum *sum, bool is_first);
void package_description_end(struct writer *w);

#endif
