/* Whether what is written goes to a person's terminal. */
#ifndef CLI_TERMINAL_H
#define CLI_TERMINAL_H

#include <stdbool.h>

/* Whether standard output is to have colours: WHEN is auto, always or never; auto is a
 * terminal that can, unless NO_COLOR says no.  Returns false where it is none of
 * these. */
bool terminal_colours(const char *when, bool *has_colours);

#endif
