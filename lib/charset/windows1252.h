/* Bytes of Windows code page 1252, which Word means by "8-bit characters". */
#ifndef CHARSET_WINDOWS1252_H
#define CHARSET_WINDOWS1252_H

#include <stdint.h>

uint32_t windows1252_character(unsigned char c);

#endif
