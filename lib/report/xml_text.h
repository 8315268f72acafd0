/* XML in the making, as office suites have it in their documents. */
#ifndef REPORT_XML_TEXT_H
#define REPORT_XML_TEXT_H

#include "base/buffer.h"

/* Adds TEXT, in which nothing is hidden (base/visible.h), as the text of an element or
 * as the value of an attribute in double quotes. */
void xml_text(struct buffer *out, struct slice text);

#endif
