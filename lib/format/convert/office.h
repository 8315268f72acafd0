/* LibreOffice as a converter: the families that it reads for us. */
#ifndef CONVERT_OFFICE_H
#define CONVERT_OFFICE_H

#include "format/blocks/block.h"

/* How LibreOffice calls what reads a media type, since it takes for text what it
 * does not know, and what it makes of it. */
struct family {
	const char *type, *filter, *suffix;
	const char *(*read)(struct slice bytes, struct sink *sink);
};

/* The family of a media type, or NULL. */
const struct family *office_family(struct slice type);

/* Has LibreOffice make of the files NAMES (blanks between) of FOLDER, which are of
 * FAMILY, others of its suffix there.  What it could do shows by what is there
 * then. */
void office_run(const char *folder, const struct family *family,
    const char *names);

#endif
