/* Strings in the properties of a PDF. */
#ifndef PDF_TEXT_STRING_H
#define PDF_TEXT_STRING_H

#include "base/arena.h"

/* BYTES, a text string in a PDF's properties [ISO 32000-1, 7.9.2.2: UTF-16 with
 * a byte order mark, or an eight-bit set that is ASCII below 128; ISO 32000-2
 * adds UTF-8], as UTF-8 in ARENA; empty when it is neither of these.  Chinese
 * programs also write GBK there, against the standard: that is left out. */
struct slice pdf_text_string(struct slice bytes, struct arena *arena);

#endif
