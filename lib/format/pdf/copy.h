/* Takes a page's layout out of the memory it was made in. */
#ifndef PDF_COPY_H
#define PDF_COPY_H

#include "base/arena.h"
#include "layout.h"

/* A copy of LAYOUT in ARENA; its lines have no glyphs any more. */
struct pdf_layout pdf_keep(const struct pdf_layout *layout,
    struct arena *arena);

#endif
