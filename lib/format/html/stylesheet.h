/* The rules of a page's own <style>, as far as they are for a class or an
 * element by itself: `.gone { display: none }', `span.MsoFootnoteReference {
 * vertical-align: super }'.  Rules for what stands in something else, for some
 * media, or for states are not read. */
#ifndef HTML_STYLESHEET_H
#define HTML_STYLESHEET_H

#include "base/buffer.h"
#include "token.h"

enum { HTML_RULE_SLOTS = 64 };

struct html_stylesheet {	/* all zero: no rules */
	struct html_rule *rule;
	size_t            rules, room;
	size_t            first[HTML_RULE_SLOTS];	/* by name: a rule plus
							   1, or 0 */
	struct buffer     text;		/* of the <style> being read */
};

/* Takes the next part of the text of a <style>, and its end. */
void html_stylesheet_text(struct html_stylesheet *sheet, struct slice text);
void html_stylesheet_end(struct html_stylesheet *sheet);

/* What the rules say of the element of TAG, the later ones winning. */
struct html_style html_stylesheet_style(const struct html_stylesheet *sheet,
    const struct html_tag *tag);

void html_stylesheet_free(struct html_stylesheet *sheet);

#endif
