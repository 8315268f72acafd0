/* Zones: economic, of high technology, for tourists; they are no divisions. */
#ifndef IDENTITY_ZONE_H
#define IDENTITY_ZONE_H

#include "base/arena.h"
#include "base/slice.h"
#include "page_places.h"

/* PLACE with the short name of its kind of zone, 高新区; PLACE itself where it is
 * none with a long one. */
struct slice zone_in_short(struct arena *arena, struct slice place);

/* The zone that a document means by its KIND alone, 经开区: the only one of that
 * kind that the page names with its place, 青石经济技术开发区.  If KIND is empty, the
 * one that sentences speak of so.  Empty where there is none, or several. */
struct slice zone_meant(struct page_places *page, struct slice kind);

#endif
