/* A wide table back as facts. */
#ifndef PANEL_UNFOLD_H
#define PANEL_UNFOLD_H

/* Writes the facts of the wide tables in the N FILES to standard output: whose report a
 * row is, then its cells in their order.  A file whose header line is no wide table's is
 * reported and left out, and so is a line that has not as many fields. */
void panel_unfold(char *const files[], int n);

#endif
