/* Values that OFD writes into one attribute or text, with blanks between them
 * [GB/T 33190, 7.3: ST_Array, ST_Pos, ST_Box]. */
#ifndef OFD_ARRAY_H
#define OFD_ARRAY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/slice.h"

/* Cuts the next number off REST; false: something else is there, or
 * nothing. */
bool ofd_number(struct slice *rest, double *number);

/* Reads as many as N numbers of TEXT; returns how many there are. */
size_t ofd_numbers(struct slice text, size_t n, double number[]);

/* The one number TEXT is; OTHERWISE where it is none. */
double ofd_value(struct slice text, double otherwise);

/* The distances from glyph to glyph, where "g 3 5.5" stands for three of 5.5
 * [GB/T 33190, 11.3].  Where they end the last one goes on. */
struct ofd_deltas {
	struct slice rest;
	size_t       again;	/* so many times more */
	double       last;
};

double ofd_delta(struct ofd_deltas *deltas);

#endif
