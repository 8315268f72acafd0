/* Documents to be taken out of a store. */
#ifndef EXPORT_DOCUMENTS_H
#define EXPORT_DOCUMENTS_H

#include "export/intake.h"

/* Has the target of INTAKE withdraw the documents that FILE names, one a line as
 * records have them. */
void withdraw_documents(struct intake *intake, const char *file);

#endif
