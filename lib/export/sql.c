#include "sql.h"

const struct sql_index sql_index[SQL_INDEXES] = {
	{ &facts_type, "facts_by_doc", "doc" },
	{ &facts_type, "facts_by_office", "org, year" },
	{ &facts_type, "facts_by_item", "item, col, year" },
	{ &findings_type, "findings_by_doc", "doc" },
	{ &findings_type, "findings_by_office", "org, year" },
	{ &findings_type, "findings_by_rule", "rule" },
	{ &documents_type, "documents_by_doc", "doc" },
	{ &documents_type, "documents_by_office", "office, year" },
	{ &documents_type, "documents_by_sha256", "sha256" },
};

void
sql_identifier(struct buffer *sql, const char *name)
{
	buffer_string(sql, "\"");
	for (; *name != '\0'; name++) {
		if (*name == '"')
			buffer_string(sql, "\"");
		buffer_add(sql, (struct slice){ name, 1 });
	}
	buffer_string(sql, "\"");
}

/* Whether field number I of TYPE has a column for its text beside it. */
static bool
has_exact(const struct sql_dialect *dialect, const struct record_type *type,
    int i)
{
	return dialect->has_exact && type->rule[i].type == VALUE_NUMBER;
}

int
sql_column_count(const struct sql_dialect *dialect,
    const struct record_type *type)
{
	int n = type->schema->fields;

	for (int i = 0; i < type->schema->fields; i++)
		n += has_exact(dialect, type, i);
	return n;
}

static void
add_column(struct buffer *sql, const char *name, const char *suffix)
{
	struct buffer whole = { NULL, 0, 0 };

	buffer_string(&whole, name);
	buffer_add(&whole, (struct slice){ suffix, strlen(suffix) + 1 });
	sql_identifier(sql, whole.p);
	buffer_free(&whole);
}

/* The columns, with their types where TYPED. */
static void
add_columns(struct buffer *sql, const struct sql_dialect *dialect,
    const struct record_type *type, bool typed)
{
	for (int i = 0; i < type->schema->fields; i++) {
		const struct value_rule *rule = &type->rule[i];

		buffer_string(sql, i > 0 ? ", " : "");
		add_column(sql, type->schema->field[i], "");
		if (typed) {
			buffer_string(sql, dialect->type[rule->type]);
			buffer_string(sql, rule->required ? " not null" : "");
		}
		if (has_exact(dialect, type, i)) {
			buffer_string(sql, ", ");
			add_column(sql, type->schema->field[i], "_exact");
			buffer_string(sql, typed ? " text" : "");
		}
	}
}

void
sql_columns(struct buffer *sql, const struct sql_dialect *dialect,
    const struct record_type *type)
{
	add_columns(sql, dialect, type, false);
}

void
sql_definition(struct buffer *sql, const struct sql_dialect *dialect,
    const struct record_type *type)
{
	buffer_string(sql, "(");
	add_columns(sql, dialect, type, true);
	buffer_string(sql, ")");
}
