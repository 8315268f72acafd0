/* The rules of a page's own <style>: `.gone { display: none }', `span.MsoFootnoteReference
 * { vertical-align: super }'.  Rules for media other than screens are not read. */
#ifndef HTML_STYLESHEET_H
#define HTML_STYLESHEET_H

#include "base/buffer.h"
#include "generated.h"
#include "selector.h"

enum { HTML_RULE_SLOTS = 64 };

struct html_stylesheet {	/* all zero: no rules */
	struct html_rule *rule;
	size_t            rules, room;
	size_t            first[HTML_RULE_SLOTS];	/* by name: a rule plus
							   1, or 0 */
	struct html_kin   kin;		/* what rules want of elements around */
	struct buffer     text;		/* of the <style> being read */
	struct buffer     made;		/* what rules add before or behind */
	bool              generates;	/* there are such rules */
};

/* Takes the next part of the text of a <style>, and its end. */
void html_stylesheet_text(struct html_stylesheet *sheet, struct slice text);
void html_stylesheet_end(struct html_stylesheet *sheet);

/* What the rules say of the element of TAG: the heavier ones win, then the later. */
struct html_style html_stylesheet_style(const struct html_stylesheet *sheet,
    const struct html_tag *tag);

/* Which wants of the sheet's KIN the element of TAG meets, for what stands in it. */
uint64_t html_stylesheet_kin(const struct html_stylesheet *sheet,
    const struct html_tag *tag);

/* What the rules add in BOX, before or behind what the element of TAG holds: its text
 * is in the sheet's `made'. */
struct html_generated html_stylesheet_adds(const struct html_stylesheet *sheet,
    const struct html_tag *tag, enum html_box box);

void html_stylesheet_free(struct html_stylesheet *sheet);

#endif
