/* XML as a stream of the elements one asks for, by libxml2's SAX interface.
 *
 * Names are written with a letter for their namespace, whatever prefix a file
 * uses and in both dialects of ISO/IEC 29500 (transitional, strict):
 *	w  wordprocessingml	s  spreadsheetml	m  math
 *	a  wordprocessingDrawing
 *	c  markup-compatibility	r  package relationships
 *	o  OpenDocument's office, t text, b table, y style, v svg, k manifest
 *	e  EPUB's container and package
 *	d  OFD (GB/T 33190), as drafts and the standard have it
 * Documents with a DOCTYPE are refused: OOXML has none (ECMA-376-2, 9.1.4),
 * and with it go entities and external references.  Where writers put one that only
 * names what the document is, it is passed over; one that declares anything is not. */
#ifndef OFFICE_XML_H
#define OFFICE_XML_H

#include <stdbool.h>
#include <stddef.h>

#include "base/slice.h"

struct xml;

struct xml_name {
	const char *name;	/* "w:tbl" */
	int         id;		/* above 0; XML_SKIP: skip it and all in it */
};

enum { XML_SKIP = -1 };

struct xml_events {
	const struct xml_name *name;	/* ended by NULL */
	/* An element begins; false: skip it and all that is in it. */
	bool (*start)(struct xml *xml, int id);
	/* NULL: of no interest. */
	void (*end)(struct xml *xml, int id);
	void (*text)(struct xml *xml, struct slice text);
	bool doctype;	/* one that declares nothing is passed over */
};

/* Up to N bytes into BUFFER; their number, 0 at the end, -1 on failure. */
typedef int xml_read_fn(void *source, char *buffer, int n);

/* Runs through a document.  Returns NULL, or why it ended early. */
const char *xml_parse(const struct xml_events *events, void *context,
    xml_read_fn *read, void *source);

/* For the handlers: their CONTEXT, an attribute of the element that begins
 * (in any namespace; .p NULL: it has none), and a premature end. */
void        *xml_context(const struct xml *xml);
struct slice xml_attribute(const struct xml *xml, const char *name);
void         xml_stop(struct xml *xml, const char *reason);

/* An attribute that is a number; OTHERWISE where it is none. */
long xml_number(const struct xml *xml, const char *name, long otherwise);

/* An attribute of type ST_OnOff (ECMA-376-1, 17.17.4): true unless it says
 * otherwise. */
bool xml_on(const struct xml *xml, const char *name);

#endif
