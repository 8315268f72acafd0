/* Reading the items of the forms; for load.c only. */
#ifndef FORM_ITEMS_H
#define FORM_ITEMS_H

struct forms;

/* Fills in the forms and their items. */
void form_read_items(struct forms *forms);

#endif
