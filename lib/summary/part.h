/* Parts of a census: what is known when only some documents have come, written by one
 * run and put together by another.  Nothing in them is settled, so that it does not
 * matter how the documents were dealt out: reports that may be counted elsewhere are
 * kept whole, all else as what is added up.
 *
 * A part is lines of fields, as records are:
 *
 *	nianbao-part	1
 *	option	NAME	VALUE		what was asked for
 *	note	FIELD ...		numbered from 1, if somebody notes something
 *	office	NAME	REGION		numbered from 0
 *	group	OFFICE	FIELD ...	numbered from 0
 *	total	RECORDS ...	SUM	LEAST	GREATEST	ZEROS	SQUARES ...
 *	rate	ABOVES	BELOWS	ABOVE	BELOW
 *	values	VALUE TIMES ...
 *	noted	FIELD ...		all four of the group before
 *	cell	ITEM	COL		numbered from 0
 *	report	DOC	OFFICE	REGION	YEAR	DATE	CODE	GOVERNS
 *	says	GROUP CELL TIMES STATE VALUE ...	the report before; behind
 *						each VALUE a NOTE, if there are any
 *	end	LINES			before this one
 */
#ifndef SUMMARY_PART_H
#define SUMMARY_PART_H

#include "base/buffer.h"
#include "census.h"
#include "record/writer.h"

struct merger {			/* all zero, but for the first */
	struct census *census;
	/* Called where parts are of series: sets the census' .noting. */
	void         (*begin_series)(void *context);
	void          *context;
	struct buffer  options;	/* lines of the first part */
	struct arena   texts;	/* of these */
	size_t         n;	/* read so far */
};

/* Writes what CENSUS, .is_part, has to W. */
void part_write(struct census *census, struct writer *w);

/* Adds the part in FILE to the census: the first one says what is asked for.  False,
 * and reported, when it is not whole, not a part, or of another question: what the
 * census has then is of no use. */
bool merger_read(struct merger *merger, const char *file);

void merger_free(struct merger *merger);

#endif
