#include "identity.h"

#include "base/left_out.h"

const char *const identity_names[IDENTITY_NAMES] = {
	[IDENTITY_TITLE] = "title", [IDENTITY_ORG] = "org",
	[IDENTITY_OFFICE] = "office", [IDENTITY_FORMERLY] = "formerly",
	[IDENTITY_REGION] = "region",
	[IDENTITY_CODE] = "code", [IDENTITY_YEAR] = "year",
	[IDENTITY_PERIOD] = "period", [IDENTITY_PUBLISHED] = "published",
	[IDENTITY_SIGNED] = "signed", [IDENTITY_PRINTED] = "printed",
	[IDENTITY_DOCNO] = "docno", [IDENTITY_INDEX] = "index-number",
	[IDENTITY_GENRE] = "genre",
};

void
property_add(struct property *property, struct slice text, const char *source,
    const struct part *part)
{
	if (text.n > 0 && property->taken.text.n == 0)
		property->taken = (struct property_value){ text,
		    source, part };
	else
		property_add_other(property, text, source, part);
}

void
property_add_other(struct property *property, struct slice text,
    const char *source, const struct part *part)
{
	if (text.n == 0 || slice_eq(text, property->taken.text))
		return;
	for (int i = 0; i < property->others; i++)
		if (slice_eq(text, property->other[i].text))
			return;
	if (property->others == ALTERNATIVES_MAX) {
		left_out("more alternatives than are told");
		return;
	}
	property->other[property->others++] = (struct property_value){ text,
	    source, part };
}

void
property_add_date(struct property *property, const struct date *date,
    const char *source, const struct part *part, struct arena *arena)
{
	char text[DATE_BYTES];

	date_print(date, text);
	property_add(property, arena_copy(arena, slice_of(text)), source,
	    part);
}
