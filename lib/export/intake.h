/* Reading files of records of any of the types that stores take, a line each,
 * every line or none: one that is no record is reported, and no target keeps
 * anything of the run then.
 *
 * A header line, the names of all fields in whatever order, is understood
 * wherever it stands: it says what the lines behind it are. */
#ifndef EXPORT_INTAKE_H
#define EXPORT_INTAKE_H

#include "base/arena.h"
#include "export/record_type.h"
#include "export/target.h"

struct intake {			/* all zero, but for the first two */
	const struct target *target;
	void                *state;	/* of the target */
	struct summary_type summary;
	struct arena         names;	/* of the summary */
	struct arena         texts;	/* of the record at hand */
	const struct record_type *begun[RECORD_TYPES_MAX];
	int                  begins;
};

/* Hands the records of FILE to the target.  TYPE is what they are; NULL:
 * what the file's header line says, facts without one. */
void intake_read(struct intake *intake, const char *file,
    const struct record_type *type);

void intake_free(struct intake *intake);

#endif
