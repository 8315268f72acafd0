/* Character references, HTML 13.2.5.72 to 13.2.5.80. */
#ifndef HTML_ENTITY_H
#define HTML_ENTITY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/slice.h"

enum {
	HTML_REFERENCE_MAX = 40,	/* the longest name has 32 bytes */
	HTML_REFERENCE_TEXT = 8,	/* at most two characters, UTF-8 */
};

/* Whether C may follow the N bytes of REFERENCE, which begin with '&'. */
bool html_reference_takes(const char *reference, size_t n, unsigned char c);

/* Decodes the reference TEXT begins with ('&' included; what belongs to none
 * may stand behind it) into OUT, *LENGTH bytes.  In an attribute a name
 * without `;' that goes on is none.  Returns how much of TEXT it was, 0 for
 * no reference. */
size_t html_reference(struct slice text, bool attribute,
    char out[HTML_REFERENCE_TEXT], size_t *length);

#endif
