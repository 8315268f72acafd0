/* Letters to offices, as files of WordprocessingML (ECMA-376): what is wrong in their
 * reports, a row of a table for each entry. */
#ifndef REPORT_LETTER_H
#define REPORT_LETTER_H

#include "entry_page.h"
#include "standing.h"

/* Adds the row of ENTRY, number NUMBER of its document, to OUT. */
void letter_row_add(const struct entry_page *page,
    const struct fault_entry *entry, size_t number, struct buffer *out);

struct letters {
	const struct material  *material;
	const struct standings *standings;
	const char             *folder;
	const char             *until;	/* the day to send it again, or NULL */
};

/* Writes a letter to each office that has something to correct or to verify into a
 * new folder.  A file or folder that cannot be written is reported. */
void letters_write(const struct letters *letters);

#endif
