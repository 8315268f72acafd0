/* What both databases are told in the same words: tables, indexes, views. */
#ifndef EXPORT_SQL_H
#define EXPORT_SQL_H

#include <stdbool.h>

#include "base/buffer.h"
#include "export/record_type.h"

/* How a database has it. */
struct sql_dialect {
	const char *type[VALUE_TYPES];
	/* Numbers are binary: beside each stands its text where that says
	 * more, see decimal_binary. */
	bool        has_exact;
};

/* Appends NAME in the quotes of an identifier. */
void sql_identifier(struct buffer *sql, const char *name);

/* Appends the names of TYPE's columns, with commas between them. */
void sql_columns(struct buffer *sql, const struct sql_dialect *dialect,
    const struct record_type *type);

/* Appends the names and types of TYPE's columns, in brackets. */
void sql_definition(struct buffer *sql, const struct sql_dialect *dialect,
    const struct record_type *type);

/* How many columns the table of TYPE has. */
int sql_column_count(const struct sql_dialect *dialect,
    const struct record_type *type);

/* An index of a table of documents. */
struct sql_index {
	const struct record_type *type;
	const char            *name, *columns;
};

enum { SQL_INDEXES = 9 };
extern const struct sql_index sql_index[SQL_INDEXES];

/* Appends what the views wide and series select. */
void sql_wide(struct buffer *sql, const struct sql_dialect *dialect);
void sql_series(struct buffer *sql, const struct sql_dialect *dialect);

#endif
