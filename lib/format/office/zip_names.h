/* The names of a ZIP file's entries stand twice: in front of each, and in the
 * directory at its end.  No checksum covers either. */
#ifndef OFFICE_ZIP_NAMES_H
#define OFFICE_ZIP_NAMES_H

#include <stdbool.h>

#include "base/slice.h"

/* Whether ZIP has an entry whose two names differ.  Where the directory cannot be
 * found, or is of more than 4 GB, none is known of. */
bool zip_names_differ(struct slice zip);

#endif
