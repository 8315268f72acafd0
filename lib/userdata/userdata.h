/* A user's own data, laid over the suite's. */
#ifndef USERDATA_USERDATA_H
#define USERDATA_USERDATA_H

/* Lays DIRECTORY over the suite's data (data/data.h) and has every room read
 * all of its files: a line that is wrong or can never apply ends the process
 * with 2, whichever filter it is and whatever it needs. */
void userdata_lay(const char *directory);

#endif
