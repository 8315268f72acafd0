/* The descriptors that a process keeps. */
#ifndef CHILD_DESCRIPTORS_H
#define CHILD_DESCRIPTORS_H

/* Closes every descriptor from FIRST on but the N ones of KEPT, which are in
 * rising order. */
void descriptors_close(int first, const int kept[], int n);

/* Moves the N descriptors FROM to the numbers TO, whichever are open. */
void descriptors_place(const int from[], const int to[], int n);

#endif
