/* Where a document can be opened. */
#ifndef REPORT_DOCUMENT_LINK_H
#define REPORT_DOCUMENT_LINK_H

#include "base/buffer.h"
#include "material.h"

/* What tabulate tells of the document NAME (nianbao-records(5), documents), or NULL. */
const struct slice *document_record_of(const struct material *material,
    struct slice name);

/* Adds the address of the document NAME, of which RECORD tells, if not NULL: that
 * which the record has, the name or that of the member of an archive if it is one, or
 * file: and the path, if it is whole, of an archive for its members.  Adds nothing where there is none. */
void document_address_add(struct buffer *out, struct slice name,
    const struct slice *record);

#endif
