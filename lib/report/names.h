/* What a page calls things: cells in the form's own words, places in a document. */
#ifndef REPORT_NAMES_H
#define REPORT_NAMES_H

#include "base/buffer.h"
#include "material.h"

/* Adds the name of ITEM on FORM, as a sentence has it, as HTML. */
void item_name_add(struct buffer *out, const struct material *material,
    struct slice form, struct slice item);

/* The same without the group that it stands in, where no other item is called so. */
void term_name_add(struct buffer *out, const struct material *material,
    struct slice form, struct slice item);

/* The same of the column COL; of the column of a single figure nothing. */
void column_name_add(struct buffer *out, const struct material *material,
    struct slice form, struct slice col);

/* The same of a cell: “一、本年新收”自然人. */
void cell_name_add(struct buffer *out, const struct material *material,
    struct slice form, struct slice item, struct slice col);

/* Adds the place LOC in words (place.h), as HTML. */
void place_add(struct buffer *out, const struct material *material,
    struct slice loc);

/* Adds the number of an entry in a circle. */
void circled_add(struct buffer *out, size_t number);

#endif
