#include "flat_package.h"

#include <strings.h>

bool
flat_package_is(struct slice file)
{
	enum { LOOKED_AT = 4096 };

	if (file.n > LOOKED_AT)
		file.n = LOOKED_AT;
	return !slice_starts(file, SLICE("PK")) &&
	    slice_find(file, SLICE("<pkg:package")) != NULL;
}

/* What stands in TEXT behind FIND; .p NULL: it is not there. */
static struct slice
behind(struct slice text, struct slice find)
{
	const char *at = slice_find(text, find);

	return at == NULL ? (struct slice){ NULL, 0 } :
	    slice_from(text, (size_t)(at - text.p) + find.n);
}

/* What stands in TEXT before FIND, or all of it. */
static struct slice
before(struct slice text, struct slice find)
{
	const char *at = slice_find(text, find);

	if (at != NULL)
		text.n = (size_t)(at - text.p);
	return text;
}

/* Whether the start tag TAG names the part NAME; names are equivalent without
 * regard to case (ECMA-376-2, 9.1.1). */
static bool
is_named(struct slice tag, struct slice name)
{
	struct slice value = behind(tag, SLICE("pkg:name=\"/"));

	value = before(value, SLICE("\""));
	return value.n == name.n && name.n > 0 &&
	    strncasecmp(value.p, name.p, name.n) == 0;
}

struct slice
flat_package_part(struct slice file, struct slice name)
{
	struct slice part = file, data;

	while ((part = behind(part, SLICE("<pkg:part "))).p != NULL) {
		if (!is_named(before(part, SLICE(">")), name))
			continue;
		data = behind(before(part, SLICE("</pkg:part>")),
		    SLICE("<pkg:xmlData"));
		return before(behind(data, SLICE(">")),
		    SLICE("</pkg:xmlData>"));
	}
	return part;
}
