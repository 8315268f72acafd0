/* What a part of an OFD file draws: the objects of a page, of a template, of
 * the units that pages are composed of [GB/T 33190, 7.7 and 8 to 13]. */
#ifndef OFD_CONTENT_H
#define OFD_CONTENT_H

#include "base/arena.h"
#include "base/map.h"
#include "format/office/package.h"
#include "format/page/ink.h"

enum ofd_kind { OFD_TEXT, OFD_PATH, OFD_IMAGE, OFD_COMPOSITE };

struct ofd_run {		/* of glyphs: TextCode */
	struct ofd_run *next;
	struct slice    x, y;	/* of the first; empty: as before */
	struct slice    delta_x, delta_y;
	struct slice    text;
};

struct ofd_ligature {		/* characters drawn as other glyphs */
	struct ofd_ligature *next;
	size_t               at, codes, glyphs;	/* codes from number AT on */
};

struct ofd_area {		/* what a clip leaves of an object */
	struct ofd_area   *next;
	unsigned           clip;	/* areas of one clip are united, clips are
					   not */
	bool               whole;	/* it is no path */
	struct page_matrix place;
	struct slice       path;
};

struct ofd_object {
	struct ofd_object   *next;
	enum ofd_kind        kind;
	bool                 fill, stroke;
	bool                 glazed;	/* what is below may show */
	struct page_ink      filled, stroked;	/* with which colour */
	struct page_matrix    place;	/* its coordinates in those around */
	struct page_point    corner;	/* of its boundary */
	double               width, height;
	struct ofd_area     *area;	/* NULL: nothing clips it */
	bool                 clips_apart;	/* their places are not its own */
	struct slice         data;	/* path: what is drawn; composite:
					   the unit's ID */
	/* Of text. */
	double               size, stretch, turn;	/* turn: degrees */
	struct ofd_run      *run;
	struct ofd_ligature *ligature;
};

struct ofd_objects {			/* all zero: none */
	struct ofd_object *first, *last;
};

struct ofd_unit {
	struct slice       id;
	struct ofd_objects objects;
};

struct ofd_units {			/* all zero: none */
	struct ofd_unit *unit;
	size_t           n, room;
	struct map       by_id;
};

struct ofd_reference {		/* to a template (its ID) or a resource file */
	struct ofd_reference *next;
	struct slice          to;
};

struct ofd_content {
	struct ofd_objects    objects;
	bool                  sized;	/* it has a box of its own */
	double                box[4];	/* mm: left, top, width, height */
	struct ofd_reference *templates, *resources;
	struct ofd_units     *units;	/* where units go */
};

/* Reads PART of PACKAGE into *CONTENT, the caller's but for what lies in
 * ARENA.  Returns NULL, or why not all was read. */
const char *ofd_content_read(struct package *package, struct slice part,
    struct arena *arena, struct ofd_content *content);

/* The unit with ID, or NULL. */
const struct ofd_unit *ofd_unit_find(const struct ofd_units *units,
    struct slice id);

void ofd_units_free(struct ofd_units *units);

#endif
