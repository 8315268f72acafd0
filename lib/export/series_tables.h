/* What the view series goes by, as tables of the store: which cells of the forms,
 * and which figures of sentences, are the figure of a series, in which units. */
#ifndef EXPORT_SERIES_TABLES_H
#define EXPORT_SERIES_TABLES_H

#include "export/sql.h"

/* Appends statements that make the tables series_cells and series_units if there are
 * none, and what they hold anew. */
void sql_series_tables(struct buffer *sql, const struct sql_dialect *dialect);

#endif
