/* What is certainly no part of a report: what a page does not show, and what
 * leads around the site. */
#ifndef HTML_FURNITURE_H
#define HTML_FURNITURE_H

#include <stdbool.h>

#include "base/slice.h"
#include "token.h"

enum html_furniture { HTML_SHOWN, HTML_UNSEEN, HTML_NAVIGATION };

/* What the attributes and name of a start tag make of its element, if it is
 * seen. */
enum html_furniture html_furniture(const struct html_tag *tag);

/* Whether a paragraph is too long for a menu or a footer. */
bool html_is_running(struct slice text);

#endif
