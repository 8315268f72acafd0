/* The numbers of numbered paragraphs, which are not in their text: counted
 * from the definitions of lists, in DOCX, RTF and DOC alike. */
#ifndef WORD_LISTS_H
#define WORD_LISTS_H

#include "base/slice.h"
#include "format/blocks/paragraph.h"

enum { LIST_LEVELS = 9, LISTS_MAX = 8192, LIST_TEXT_MAX = 200 };

/* Why items may be without their numbers, see base/left_out.h. */
#define LISTS_TOO_MANY "more lists than are kept"
#define LIST_TEXT_TOO_LONG "the number of a list is longer than is read"

struct list_level {
	unsigned      format;	/* LIST_NUMBER_... */
	unsigned long start;
	struct slice  text;	/* bytes 1 to 9 stand for the numbers of the
				   levels 1 to 9 */
	bool          decimal;	/* the numbers of all levels go in decimal */
	bool          tight;	/* nothing between number and text */
	int           restart;	/* behind items of this level or above (from
				   1; 0: never; -1: of any above) */
	struct slice  style;	/* of paragraphs this level is for, DOCX */
};

struct list_definition {
	long              id;
	struct slice      name, same_as;	/* of styles: DOCX */
	struct list_level level[LIST_LEVELS];
	unsigned long     count[LIST_LEVELS];	/* of the latest item */
	bool              begun[LIST_LEVELS];
};

/* A list: a use of a definition, with some levels of its own. */
struct numbered_list {
	long               id, definition;
	long               start[LIST_LEVELS];	/* -1: as defined */
	struct list_level *level[LIST_LEVELS];	/* NULL: as defined */
	bool               used[LIST_LEVELS];
};

struct lists {
	struct list_definition *definition;
	struct numbered_list   *list;
	size_t                  definitions, definitions_room;
	size_t                  lists, lists_room;
	struct buffer           numbered;	/* paragraph in the making */
};

/* A new one with that ID; NULL when there are too many.  The pointer holds
 * until the next is added. */
struct list_definition *lists_define(struct lists *lists, long id);
struct numbered_list            *lists_add(struct lists *lists, long id,
    long definition);

/* To be called when all are added, before any of the following. */
void lists_ready(struct lists *lists);

/* The next item on LEVEL (from 0) of the list ID: appends its number to OUT,
 * with a space if one is due before the text. */
void lists_number(struct lists *lists, long id, int level,
    struct buffer *out);

/* Lets every level of the list ID begin anew. */
void lists_restart(struct lists *lists, long id);

/* Lets the next item on LEVEL of the list ID be number N. */
void lists_go_on_at(struct lists *lists, long id, int level, unsigned long n);

/* The level of list ID that is for paragraphs of STYLE, -1: none. */
int lists_level_of(struct lists *lists, long id, struct slice style);

void lists_free(struct lists *lists);

#endif
