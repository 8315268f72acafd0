/* A file on the disk that is gone with the process: for what may be too much for
 * memory. */
#ifndef BASE_NAMELESS_FILE_H
#define BASE_NAMELESS_FILE_H

/* A new one in $TMPDIR, or /tmp: its descriptor, or -1, which is reported. */
int nameless_open(void);

#endif
