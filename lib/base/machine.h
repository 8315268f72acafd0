/* What the machine is to blame for, not the input: it was out of memory, files,
 * processes or disk.  Another run may do better. */
#ifndef BASE_MACHINE_H
#define BASE_MACHINE_H

#include <stdbool.h>

/* Notes that it is to blame for something that was refused. */
void machine_blame(void);

/* Notes it if that is what errno says. */
void machine_judge_call(void);

/* The same; returns what errno says, as a reason. */
const char *machine_call_reason(void);

bool machine_is_to_blame(void);

#endif
