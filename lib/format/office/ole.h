/* The streams of an OLE2 compound file ([MS-CFB]), by libgsf. */
#ifndef OFFICE_OLE_H
#define OFFICE_OLE_H

#include "base/slice.h"

struct ole;

/* Opens the file BYTES, which must outlive it.  NULL and a reason in *FAILED:
 * it is none, or it is encrypted. */
struct ole *ole_open(struct slice bytes, const char **failed);
void        ole_close(struct ole *ole);

/* All of the stream NAME, to be given to free(); .p NULL: there is none, or
 * it cannot be read. */
struct slice ole_stream(struct ole *ole, const char *name);

#endif
