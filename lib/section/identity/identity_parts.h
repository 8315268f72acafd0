/* The parts of an identity, each found in a file of its own; for identity.c. */
#ifndef IDENTITY_IDENTITY_PARTS_H
#define IDENTITY_IDENTITY_PARTS_H

#include "property.h"

/* When, and under what number; days.c. */
void identity_days(struct identity *id);

/* What the document is; genre.c. */
void identity_genre(struct identity *id);

/* Who reports; office.c. */
void identity_office(struct identity *id);

#endif
