/* A page's own word for its character set. */
#ifndef CHARSET_CLAIM_H
#define CHARSET_CLAIM_H

#include "base/slice.h"

/* The character set that a page names in its first bytes HEAD (HTML
 * 13.2.3.2), in <meta> or an XML declaration; empty for none.  Of pages that
 * say gb2312 many are not. */
struct slice charset_claim(struct slice head);

#endif
