/* The data of this room, all at once. */
#ifndef TEXT_LOAD_H
#define TEXT_LOAD_H

/* Reads every file of data that this room has, each of which is else read when
 * it is first needed.  A line that is wrong, or a user's own that can never
 * apply, ends the process with 2 and file, line and column. */
void text_load(void);

#endif
