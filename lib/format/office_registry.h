/* The formats of offices' programs, which take libraries that no other needs: they are
 * read by extract-office. */
#ifndef FORMAT_OFFICE_REGISTRY_H
#define FORMAT_OFFICE_REGISTRY_H

#include "registry.h"

/* As media_find() has them, but with their formats; a type of no such format is
 * rejected. */
media_fn office_media_find;

/* The same for what LibreOffice converts. */
media_fn converted_media_find;

#endif
