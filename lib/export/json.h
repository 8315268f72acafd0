/* Pieces of JSON (RFC 8259). */
#ifndef EXPORT_JSON_H
#define EXPORT_JSON_H

#include "base/slice.h"
#include "export/record_type.h"
#include "record/writer.h"

/* TEXT, valid UTF-8, as a string. */
void json_string(struct writer *w, struct slice text);

/* A cell of TYPE: a number, a string, or null. */
void json_value(struct writer *w, enum value_type type, struct slice cell);

#endif
