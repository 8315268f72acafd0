/* The language that the user reads. */
#ifndef BASE_LANGUAGE_H
#define BASE_LANGUAGE_H

#include <stdbool.h>

/* Whether the environment asks for Chinese: LC_ALL, or else LC_MESSAGES, or else
 * LANG begins with zh.  What it asks for else is English to us. */
bool language_is_chinese(void);

#endif
