#include "provenance.h"

#include "base/diagnostics.h"
#include "base/digits.h"
#include "record/region.h"

enum { DATE_MAX = 99999999 };

/* Facts that documents begin with. */
enum told { TOLD_OFFICE, TOLD_GENRE, TOLD_PLACE, TOLD_PUBLISHED, TOLD_SIGNED,
    TOLDS };

static const struct {
	const char     *item;
	enum fact_field field;		/* that tells it */
	int             document;	/* else this field of its record, or -1 */
} told_by[TOLDS] = {
	[TOLD_OFFICE] = { "structure.office", FACT_RAW, DOCUMENTS_OFFICE },
	[TOLD_GENRE] = { "structure.genre", FACT_RAW, DOCUMENTS_GENRE },
	[TOLD_PLACE] = { "structure.place", FACT_RAW, DOCUMENTS_CODE },
	[TOLD_PUBLISHED] = { "structure.published", FACT_VALUE,
	    DOCUMENTS_PUBLISHED },
	[TOLD_SIGNED] = { "structure.signed", FACT_VALUE, -1 },
};

/* These facts come before all figures. */
static void
read_told(const struct document *document, struct slice told[TOLDS])
{
	for (size_t i = 0; i < document->records; i++) {
		const struct slice *field = document->record[i].field;

		if (!slice_is(field[FACT_SOURCE], "structure"))
			break;
		for (int t = 0; t < TOLDS; t++)
			if (told[t].n == 0 &&
			    slice_is(field[FACT_ITEM], told_by[t].item))
				told[t] = field[told_by[t].field];
	}
}

/* The first DIGITS of CODE, then zeros, in TEXT. */
static struct slice
above(struct slice code, size_t digits, char text[DIVISION_DIGITS])
{
	memset(text, '0', DIVISION_DIGITS);
	memcpy(text, code.p, digits);
	return (struct slice){ text, DIVISION_DIGITS };
}

static void
read_division(struct provenance *provenance, struct slice code)
{
	struct slice       *part = provenance->division;
	enum division_level level;

	provenance->place = (struct division){ .code = 0 };
	for (int i = 0; i < DIVISION_PARTS; i++)
		part[i] = (struct slice){ "", 0 };
	if (!division_code_read(code, &provenance->place))
		return;
	level = division_level(&provenance->place);
	part[DIVISION_CODE] = code;
	part[DIVISION_IS] = division_word(level);
	part[DIVISION_OF_PROVINCE] = above(code, 2, provenance->above[0]);
	if (level >= DIVISION_CITY)
		part[DIVISION_OF_CITY] = above(code, 4, provenance->above[1]);
	if (level >= DIVISION_COUNTY)
		part[DIVISION_OF_COUNTY] = (struct slice){ code.p,
		    DIVISION_DIGITS };
}

/* Reads DAY, 20240312 as facts have it, or 2024-03-12 as documents do. */
static bool
read_day(struct slice day, unsigned *date)
{
	unsigned long long number = 0;
	struct slice       part;

	*date = 0;
	while (slice_cut(&day, '-', &part)) {
		if (!digits_read(part, DATE_MAX, &number))
			return false;
		*date = 100 * *date + (unsigned)number;
	}
	return *date > 0 && *date <= DATE_MAX;
}

static unsigned
date_of(struct slice published, struct slice written)
{
	unsigned date;

	return read_day(published, &date) || read_day(written, &date) ? date : 0;
}

void
provenance_read(struct provenance *provenance,
    const struct document *document, const struct documents_file *file)
{
	struct slice told[TOLDS];

	for (int t = 0; t < TOLDS; t++)
		told[t] = (struct slice){ "", 0 };
	read_told(document, told);
	if (file != NULL && !documents_file_find(file, document->name,
	    provenance->document))
		warn_of(document->name, "no record of this document");
	for (int t = 0; t < TOLDS && file != NULL; t++)
		if (told[t].n == 0 && told_by[t].document >= 0)
			told[t] = provenance->document[told_by[t].document];
	provenance->office = told[TOLD_OFFICE].n > 0 ? told[TOLD_OFFICE] :
	    document->record[0].field[FACT_ORG];
	provenance->genre = told[TOLD_GENRE].n > 0 ? told[TOLD_GENRE] :
	    SLICE("report");
	provenance->date = date_of(told[TOLD_PUBLISHED], told[TOLD_SIGNED]);
	read_division(provenance, told[TOLD_PLACE]);
}

bool
provenance_governs(const struct provenance *provenance, struct slice region,
    struct slice org)
{
	return region.n > 0 && (slice_eq(org, region) ||
	    (provenance->office.n > 0 &&
	    region_may_be(provenance->office, region)));
}
