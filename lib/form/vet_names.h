/* For load.c only. */
#ifndef FORM_VET_NAMES_H
#define FORM_VET_NAMES_H

struct forms;

/* Ends the process with 2 if a user's own line in columns.tsv, spellings.tsv or
 * table-words.tsv, from which FORMS has its names, can never apply. */
void vet_names(const struct forms *forms);

#endif
