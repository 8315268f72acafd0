/* Text in the making, as a message. */
#ifndef BASE_STRBUF_H
#define BASE_STRBUF_H

#include "slice.h"
#include "rule/interval.h"

struct phrase {			/* all zero: empty */
	char  *p;
	size_t n, room;
};

void phrase_add(struct phrase *phrase, struct slice text);
void phrase_string(struct phrase *phrase, const char *text);

/* A number as in facts; what is at least 3 as `>=3', what lies between as
 * `3..5', what is not known at all as nothing. */
void phrase_quantity(struct phrase *phrase, struct quantity q);

struct slice phrase_text(const struct phrase *phrase);
void         phrase_free(struct phrase *phrase);

#endif
