/* What the styles of an OpenDocument file say of what the eye sees (ISO/IEC
 * 26300-1, 16). */
#ifndef ODF_ODF_STYLES_H
#define ODF_ODF_STYLES_H

#include "base/arena.h"
#include "base/map.h"
#include "format/office/xml.h"
#include "format/word/lists.h"
#include "format/word/run_style.h"

/* Numbers and names of the elements that styles are made of. */
enum {
	ODF_STYLE = 100, ODF_TEXT_PROPERTIES, ODF_CELL_PROPERTIES,
	ODF_TABLE_PROPERTIES, ODF_GROUND_PROPERTIES, ODF_SHAPE_PROPERTIES,
	ODF_PAGE_PROPERTIES, ODF_LIST, ODF_OUTLINE, ODF_LEVEL,
};

#define ODF_STYLE_NAMES                                                       \
	{ "y:style", ODF_STYLE },                                             \
	{ "y:text-properties", ODF_TEXT_PROPERTIES },                         \
	{ "y:table-cell-properties", ODF_CELL_PROPERTIES },                   \
	{ "y:table-properties", ODF_TABLE_PROPERTIES },                       \
	{ "y:section-properties", ODF_TABLE_PROPERTIES },                     \
	{ "y:paragraph-properties", ODF_GROUND_PROPERTIES },                  \
	{ "y:table-row-properties", ODF_GROUND_PROPERTIES },                  \
	{ "y:graphic-properties", ODF_SHAPE_PROPERTIES },                     \
	{ "y:page-layout-properties", ODF_PAGE_PROPERTIES },                  \
	{ "t:list-style", ODF_LIST }, { "t:outline-style", ODF_OUTLINE },     \
	{ "t:list-level-style-number", ODF_LEVEL },                           \
	{ "t:list-level-style-bullet", ODF_LEVEL },                           \
	{ "t:list-level-style-image", ODF_LEVEL },                            \
	{ "t:outline-level-style", ODF_LEVEL }

struct odf_style {
	struct slice     name, family, parent;
	struct run_style run;		/* .backed also of what is no text */
	int              ruled;		/* -1: says nothing of it */
	bool             hidden;	/* a table or section */
};

struct odf_styles {			/* all zero: none */
	struct odf_style *style;
	size_t            n, room;
	struct map        by_name;
	struct odf_style *open;
	struct slice     *list;		/* names; number I has the ID I + 1 */
	size_t            n_lists, list_room;
	long              outline;	/* ID of the list of headings, or 0 */
	long              open_list;	/* likewise */
	bool              backed;	/* what stands on its pages may have
					   something below it */
	struct lists      lists;
	struct arena      arena;
};

/* The element ID, one of those above, begins or ends. */
void odf_styles_start(struct odf_styles *styles, const struct xml *xml,
    int id);
void odf_styles_end(struct odf_styles *styles, int id);

/* What the style NAME of FAMILY ("paragraph", "text", "table-cell" ...) and
 * those it is based on say. */
struct odf_style odf_style_whole(const struct odf_styles *styles,
    struct slice name, const char *family);

/* The ID of the list style NAME in the lists; 0: there is none. */
long odf_list_id(const struct odf_styles *styles, struct slice name);

void odf_styles_free(struct odf_styles *styles);

#endif
