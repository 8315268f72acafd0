/* Paragraphs that tell where on the site a page stands: breadcrumbs.tsv. */
#ifndef HTML_BREADCRUMB_H
#define HTML_BREADCRUMB_H

#include <stdbool.h>

#include "base/slice.h"

/* Reads breadcrumbs.tsv; a line that is wrong, or a user's own that can never
 * apply, ends the process with 2.  html_is_breadcrumb does it at its first
 * call. */
void html_breadcrumbs_load(void);

bool html_is_breadcrumb(struct slice text);

#endif
