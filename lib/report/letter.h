/* Letters to offices: what is wrong in their reports, as .docx and as Markdown. */
#ifndef REPORT_LETTER_H
#define REPORT_LETTER_H

#include "letter_row.h"
#include "standing.h"

struct letters {
	const struct material  *material;
	const struct standings *standings;
	const char             *folder;
	const char             *until;	/* the day to send it again, or NULL */
	bool                    tells_notes;
};

/* Writes a letter to each office that has something to correct or to verify, or to
 * consider where notes are told, in each kind into a new folder.  A file or folder
 * that cannot be written is reported. */
void letters_write(const struct letters *letters);

#endif
