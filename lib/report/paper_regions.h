/* Offices of one name in several places: which papers are whose. */
#ifndef REPORT_PAPER_REGIONS_H
#define REPORT_PAPER_REGIONS_H

#include "paper.h"

/* The N PAPERS stand in the order of their offices and regions.  A paper that has
 * lost its region, or has it in short, gets the fullest that an office of its key
 * has, where it can be no other's. */
void paper_regions_fill(struct paper *papers[], size_t n);

#endif
