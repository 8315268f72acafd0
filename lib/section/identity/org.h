/* Names of the offices that report. */
#ifndef IDENTITY_ORG_H
#define IDENTITY_ORG_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/slice.h"
#include "place.h"

struct org {
	struct slice name;	/* 晋江市灵源街道; .n is 0: none */
	struct slice region;	/* 晋江市: the places above a town */
	struct slice own;	/* the name without the places above it */
	struct slice parent;	/* the narrowest of these, may be empty */
	bool         generic;	/* 市教育局: of the place that goes unsaid */
	bool         town;
	bool         doubtful;	/* letters or marks stood in place of a name, */
	bool         lettered;	/* and letters were among them */
};

/* Reads TEXT, folded: the name of an office and nothing else.  What only says
 * government (人民政府, 办事处 ...) is left out; so is the office that writes
 * for its government if FOR_GOVERNMENT.  False when TEXT is no name. */
bool org_read(struct arena *arena, struct slice text, bool for_government,
    struct org *org);

/* Whether the name of ORG says of what place it is, or at least of what kind of
 * place: 县统计局, 广东海事局, 国家林业局; false for 统计局. */
bool org_says_place(struct arena *arena, const struct org *org);

/* Whether the last of ORG's places is a zone (经济开发区), which is no division. */
bool org_is_zone(const struct org *org);

/* Whether that is so, or ORG governs one that is named like none:
 * 海滨化工基地管理委员会. */
bool org_governs_zone(const struct org *org);

/* Whether the name of ORG begins with that of a place without its end: 南宁海关,
 * 南通工业园区; but not 公安局, which is of no 公安县. */
bool org_begins_as_place(struct arena *arena, const struct org *org);

/* Whether that is all the name of ORG says of its place: 南宁海关.  *BARE is how
 * many bytes it takes there. */
bool org_is_namesake(struct arena *arena, const struct org *org,
    size_t *bare);

/* Puts the place PARENT in front of ORG. */
void org_put_under(struct arena *arena, struct org *org, struct slice parent);

/* Whether PARENT may be the place that the name of ORG leaves unsaid: not
 * 青石市 for 县财政局.  False for an empty PARENT. */
bool org_may_be_under(const struct org *org, struct slice parent);

/* Whether the name of ORG without its places, which is in no list, is that of
 * OTHER in short: 城管执法委 of 城市管理执法委员会.  卫生局 is a name in full, which
 * 卫生健康局 had before. */
bool org_is_short_for(const struct org *org, const struct org *other);

/* Whether ORG is OTHER without the place that this begins with: 北江新区管委会 of
 * 青石北江新区管理委员会, 颍水分局 of 青石市生态环境局颍水分局. */
bool org_is_tail_of(struct arena *arena, const struct org *org,
    const struct org *other);

/* Whether OTHER is the same office as ORG, or one of its short forms, or the
 * place above it, or a part of it. */
bool org_agrees(const struct org *org, const struct org *other);

/* The government of a place that TEXT, folded, names most: the place, the
 * narrowest one.  Empty when there is none. */
struct slice org_government_in(struct slice text);

#endif
