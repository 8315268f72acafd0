/* Where readers of a document that has no lines find what is in it: the field loc of
 * nianbao-records(5), for blocks. */
#ifndef BLOCKS_ADDRESS_H
#define BLOCKS_ADDRESS_H

#include "base/slice.h"

/* A place in a text: a cell of a table, all from 1 (0, 0, 0: outside of tables), and
 * the paragraph in it (0: the whole cell). */
struct text_place {
	unsigned      table, row, cell;
	unsigned long paragraph;
};

enum { ADDRESS_BYTES = 96 };

/* Writes T2R5C3, T1R1C1G7 or G12 to BYTES; returns it. */
struct slice text_address(char bytes[ADDRESS_BYTES],
    const struct text_place *place);

/* Writes the address of a cell in its sheet, C5, to BYTES; returns it. */
struct slice cell_address(char bytes[ADDRESS_BYTES], unsigned row,
    unsigned column);

#endif
