/* Tables dumped as JSON, or as Python prints them: an array of rows, of arrays or of
 * objects, on one line or over many; or a row a line. */
#ifndef PLAIN_JSON_ROWS_H
#define PLAIN_JSON_ROWS_H

#include "held_lines.h"
#include "text_table.h"

struct json_rows {		/* all zero at first */
	struct held_lines held;	/* one value, so far */
	int               depth;	/* of brackets at its end; */
	char              quote;	/* and what string is open there, or 0 */
	bool              escaped;
	struct buffer     keys;	/* of the object before, a NUL behind each */
	struct buffer     text;	/* of a string */
};

enum json_rows_taken { JSON_ROWS_NOT, JSON_ROWS_HELD, JSON_ROWS_WHOLE };

/* Takes LINE if it begins such a value or goes on with one.  When the value is whole its
 * lines are held until it is written. */
enum json_rows_taken json_rows_take(struct json_rows *j, unsigned long number,
    struct slice line);

/* Writes the rows of what is held.  False, with nothing written, if it is no table. */
bool json_rows_write(struct json_rows *j, struct text_table *t);

/* Forgets what is held. */
void json_rows_clear(struct json_rows *j);
void json_rows_free(struct json_rows *j);

#endif
