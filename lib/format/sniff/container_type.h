/* What kind of document a ZIP or OLE2 file is, by the names in it. */
#ifndef SNIFF_CONTAINER_TYPE_H
#define SNIFF_CONTAINER_TYPE_H

#include "base/slice.h"

/* Each returns NULL where HEAD, its beginning, does not tell. */
const char *container_type_zip(struct slice head);
const char *container_type_ole2(struct slice head);

#endif
