/* The page around the report: navigation, tools, widgets, footers.  Such lines
 * are kept, in the section `furniture', where no stage reads figures. */
#ifndef SECTION_FURNITURE_H
#define SECTION_FURNITURE_H

#include "parts.h"

/* Gives the furniture of REPORT its section.  TITLE is the part where the
 * report's title begins; before it only what belongs to the head of an
 * official document stays. */
void furniture_mark(struct parts *parts, size_t title);

#endif
