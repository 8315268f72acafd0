/* Where a name says that its bearer is: provinces, cities, counties and towns
 * in front of it, by the gazetteer, and by the ends of their names
 * (place-suffixes.tsv) where it lacks them. */
#ifndef IDENTITY_PLACE_H
#define IDENTITY_PLACE_H

#include "place/resolve.h"

struct place {
	struct slice        name;	/* 晋江市 */
	enum division_level level;
	bool                known;	/* the gazetteer has it */
	bool                bare;	/* 杭州, without the end of its name */
	bool                zone;	/* 青石经济开发区: no division */
};

/* Reads the division TEXT, folded, begins with.  False when there is none. */
bool place_read(struct slice text, struct place *place);

/* Whether TEXT begins with the name in full, of three characters or more, of a
 * place that the gazetteer has. */
bool place_begins(struct slice text);

enum { PLACES_MAX = 5 };

/* Whether the gazetteer has a town called STEM and the end of a town's name: 南桥镇,
 * 南桥街道. */
bool place_is_town(struct arena *arena, struct slice stem);

/* The divisions that NAME, folded, begins with, from the widest to the
 * narrowest; 人民政府 between two of them is passed over.  A province or city
 * may lack the end of its name before a known place in it (浙江杭州市).  Returns
 * how many; *REST is what follows them. */
int place_chain(struct slice name, struct place place[PLACES_MAX],
    struct slice *rest);

/* Finds the county in OUTER that OFFICE, the name of an office of OUTER without
 * that, says it is a branch for: 公安局南湖区分局, 云河生态环境局.  False when it
 * says none. */
bool place_of_branch(struct slice office, const struct division *outer,
    int year, struct arena *arena, struct division *county);

/* Finds what COUNTY, which there was not in YEAR, then was, under another end of
 * its name in the same city: 云河市 before 云河区.  False when there was none. */
bool place_in_year(const struct division *county, int year,
    struct arena *arena, struct division *then);

/* The level that NAME, as place-suffixes.tsv has it, stands for: a zone is like
 * a county. */
enum division_level place_level_named(struct slice name);

/* The cities and counties of YEAR that ZONE is called after: 青石县 of
 * 青石经济开发区; 青石市 if that lies in it, as the zone then does;
 * the narrower one of two: 义乌市 of 浙江义乌经济开发区.  Returns
 * the bytes of the first name, 0 where there is none. */
size_t place_of_zone(struct slice zone, int year, struct arena *arena,
    struct divisions *found);

#endif
