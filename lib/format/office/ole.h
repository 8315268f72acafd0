/* The streams of an OLE2 compound file ([MS-CFB]), by libgsf. */
#ifndef OFFICE_OLE_H
#define OFFICE_OLE_H

#include <stdbool.h>

#include "base/slice.h"

struct ole;

/* Opens the file BYTES, which must outlive it; NULL: it is none. */
struct ole *ole_open(struct slice bytes);
void        ole_close(struct ole *ole);

bool ole_has(struct ole *ole, const char *name);

/* All of the stream NAME, to be given to free(); .p NULL: there is none, or
 * it cannot be read. */
struct slice ole_stream(struct ole *ole, const char *name);

#endif
