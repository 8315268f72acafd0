/* What there is to HTML besides its decoder, format_html. */
#ifndef HTML_HTML_H
#define HTML_HTML_H

#include "base/slice.h"

/* The character set that a page names in its first bytes HEAD (HTML
 * 13.2.3.2), in <meta> or an XML declaration; empty for none.  It is a claim:
 * of pages that say gb2312 many are not. */
struct slice html_claimed_charset(struct slice head);

#endif
