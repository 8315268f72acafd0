/* What the machine is to blame for, not the input: it was out of memory, files,
 * processes or disk.  Another run may do better. */
#ifndef BASE_MACHINE_H
#define BASE_MACHINE_H

#include <stdbool.h>

/* Notes that it is to blame for something that was refused. */
void machine_blame(void);

bool machine_is_to_blame(void);

/* What errno says, as a reason.  Notes it, unless a file is not there or not to be
 * read. */
const char *machine_call_reason(void);

#endif
