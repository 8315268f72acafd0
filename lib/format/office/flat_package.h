/* A package as one XML file, its parts elements of it: what Word has called
 * "XML document" since 2007, and others Flat OPC. */
#ifndef OFFICE_FLAT_PACKAGE_H
#define OFFICE_FLAT_PACKAGE_H

#include <stdbool.h>

#include "base/slice.h"

/* Whether FILE is such a one. */
bool flat_package_is(struct slice file);

/* The XML of the part NAME (without a slash in front) of FILE; where the file is
 * cut short, what there is of it.  .p NULL: there is none. */
struct slice flat_package_part(struct slice file, struct slice name);

#endif
