/* Names of files for offices. */
#ifndef REPORT_OFFICE_FILE_H
#define REPORT_OFFICE_FILE_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/seen.h"

struct office_files {		/* all zero: none yet */
	struct seen seen;	/* names that were given */
};

/* Puts a name into OUT that stays in its folder whatever the office is called, as
 * NAME with REGION in front unless it names it, and is no other office's. */
void office_file_name(struct office_files *files, struct slice region,
    struct slice name, struct buffer *out);

void office_files_free(struct office_files *files);

#endif
