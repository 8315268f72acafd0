/* One key for an office under all its names: with and without the words that
 * only say government, in short and in full, before and after a reform
 * (office-names.tsv). */
#ifndef IDENTITY_OFFICE_KEY_H
#define IDENTITY_OFFICE_KEY_H

#include "org.h"

/* The key of ORG without its places: 卫生健康局 for 卫计委; for the government
 * of a place `=' and that place's name. */
struct slice office_key_body(struct arena *arena, const struct org *org);

/* The key of ORG: PLACE, which may be empty, and the name that stands for all
 * its names: 青石县卫生健康局, 青石县, 青石县北桥镇. */
struct slice office_key(struct arena *arena, const struct org *org,
    struct slice place);

/* What stands for PLACE, where the office lies, in the key of ORG.  If ORG is only
 * called after it, the bare name is taken off ORG's: 亳州气象局 is 亳州市气象局,
 * 中华人民共和国青岛海关 is 青岛海关. */
struct slice office_key_place(struct arena *arena, struct org *org,
    struct slice place);

/* The key of the office called NAME, as a roster has it; NAME itself where it
 * is no name of an office. */
struct slice office_key_of(struct arena *arena, struct slice name);

/* The same of an office in a list about PLACE, 青石县, whose name may leave that
 * unsaid: 财政局, 县财政局, 北桥镇.  *SAYS_PLACE is whether it does not. */
struct slice office_key_in(struct arena *arena, struct slice name,
    struct slice place, bool *says_place);

/* The place whose office is called NAME: 青石县, of 青石县财政局 and of
 * 青石县人民政府; in ARENA.  Empty where the name says none, or that of a zone. */
struct slice office_place_of(struct arena *arena, struct slice name);

/* What stands for OWN, a name without places, in office-names.tsv; OWN itself
 * where it is not there. */
struct slice office_present_name(struct slice own);

#endif
