/* Reading the names of what the forms have; for load.c only. */
#ifndef FORM_LABELS_H
#define FORM_LABELS_H

struct forms;

/* Fills in the names of columns, items and words, for forms that have their
 * items. */
void form_read_labels(struct forms *forms);

#endif
