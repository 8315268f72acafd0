/* What the views of a page are made from, and the small things that all of them
 * show. */
#ifndef REPORT_VIEW_H
#define REPORT_VIEW_H

#include "standing.h"

struct view {
	const struct material    *material;
	const struct standings   *standings;
	const struct record_file *rejects;
	const struct section_store *sections;
	struct buffer            *out;
};

/* Adds the words of how STATE stands, in a frame of its colour. */
void state_add(const struct view *view, enum standing_state state);

/* Adds a mark of LEVEL: its first character in a frame. */
void level_mark_add(struct buffer *out, const struct material *material,
    enum rule_level level);

/* Adds a link to the page of the office number I, if it has one, that says its
 * name. */
void office_link_add(const struct view *view, size_t i);

/* Adds the name of STANDING: with its place in front, if it has not got it. */
void office_name_add(struct buffer *out, const struct material *material,
    const struct standing *standing);

#endif
