/* PostgreSQL: a script for psql.  Records are copied into temporary tables and
 * go to their places with its last statements: a script that ends before them
 * changes nothing. */
#include <stdlib.h>

#include "base/memory.h"
#include "export/series_tables.h"
#include "export/sql.h"
#include "export/target.h"
#include "record/whole_file.h"

static const struct sql_dialect dialect = {
	.type = { [VALUE_TEXT] = " text", [VALUE_YEAR] = " integer",
	    [VALUE_COUNT] = " bigint", [VALUE_NUMBER] = " numeric" },
};

struct postgres_script {
	struct whole_file      file;
	bool                   replaces;
	const struct record_type *begun[RECORD_TYPES_MAX];
	int                    begins;
	const struct record_type *copied;	/* that a COPY runs for, or NULL */
	bool                   withdraws;
};

static void
say(struct postgres_script *script, const char *text)
{
	writer_part_raw(&script->file.writer, slice_of(text));
}

/* FORMAT with %s for the name of TYPE, any number of times. */
static void
say_of(struct postgres_script *script, const char *format,
    const struct record_type *type)
{
	const char *mark;

	while ((mark = strstr(format, "%s")) != NULL) {
		writer_part_raw(&script->file.writer,
		    (struct slice){ format, (size_t)(mark - format) });
		say(script, type->schema->name);
		format = mark + 2;
	}
	say(script, format);
}

static void *
open_postgres(const struct destination *destination)
{
	struct postgres_script *script = memory_get(sizeof(*script));

	*script = (struct postgres_script){
	    .replaces = destination->replaces };
	if (!whole_file_open(&script->file, destination->path)) {
		free(script);
		return NULL;
	}
	say(script, "\\set ON_ERROR_STOP on\n"
	    "begin;\n"
	    "set local client_encoding = 'UTF8';\n"
	    "set local client_min_messages = warning;\n"
	    "set local standard_conforming_strings = on;\n");
	return script;
}

/* Ends the COPY that runs. */
static void
end_copy(struct postgres_script *script)
{
	if (script->copied != NULL)
		say(script, "\\.\n");
	script->copied = NULL;
}

/* Says what ADD appends for TYPE. */
static void
say_built(struct postgres_script *script, void add(struct buffer *,
    const struct sql_dialect *, const struct record_type *),
    const struct record_type *type)
{
	struct buffer sql = { NULL, 0, 0 };

	add(&sql, &dialect, type);
	writer_part_raw(&script->file.writer, buffer_slice(&sql));
	buffer_free(&sql);
}

/* A summary's table has the fields of this one, or goes: as long as they are
 * the same what was built on it stays. */
static void
drop_other_summary(struct postgres_script *script,
    const struct record_type *type)
{
	say(script, "do $$ begin if (select array_agg(attname order by"
	    " attnum) from pg_attribute\n\twhere attrelid ="
	    " to_regclass('summary') and attnum > 0 and not attisdropped)\n"
	    "\tis distinct from array[");
	for (int i = 0; i < type->schema->fields; i++) {
		say(script, i > 0 ? ", '" : "'");
		say(script, type->schema->field[i]);
		say(script, "'");
	}
	say(script, "]::name[]\nthen drop table if exists summary; end if; end $$;\n");
}

/* The table of TYPE.  In those of version 0.1 doc was never null. */
static void
create_table(struct postgres_script *script, const struct record_type *type)
{
	if (!type->by_document)
		drop_other_summary(script, type);
	say_of(script, "create table if not exists %s ", type);
	say_built(script, sql_definition, type);
	say(script, ";\n");
	if (type->by_document)
		say_of(script, "do $$ begin if exists (select from"
		    " pg_attribute where attrelid = to_regclass('%s')\n"
		    "\tand attname = 'doc' and attnotnull)\n"
		    "then alter table %s alter doc drop not null; end if;"
		    " end $$;\n", type);
}

static void
begin_postgres(void *context, const struct record_type *type)
{
	struct postgres_script *script = context;

	end_copy(script);
	script->begun[script->begins++] = type;
	create_table(script, type);
	say_of(script, "create temporary table new_%s ", type);
	say_built(script, sql_definition, type);
	say(script, " on commit drop;\n");
}

static void
record_postgres(void *context, const struct record_type *type,
    const struct slice cell[])
{
	struct postgres_script *script = context;

	if (script->copied != type) {
		end_copy(script);
		say_of(script, "copy pg_temp.new_%s from stdin"
		    " with (null '');\n", type);
		script->copied = type;
	}
	for (int i = 0; i < type->schema->fields; i++)
		writer_field(&script->file.writer, cell[i]);
	writer_end(&script->file.writer);
	writer_commit(&script->file.writer);
}

/* Withdrawn documents come before any records. */
static void
withdraw_postgres(void *context, struct slice document)
{
	struct postgres_script *script = context;

	if (!script->withdraws) {
		for (int i = 0; i < KEPT_TYPES; i++)
			create_table(script, kept_type[i]);
		say(script, "create temporary table withdrawn (doc text)"
		    " on commit drop;\n"
		    "copy pg_temp.withdrawn from stdin with (null '');\n");
		script->copied = &facts_type;
	}
	script->withdraws = true;
	writer_field(&script->file.writer, document);
	writer_end(&script->file.writer);
}

/* Notes in the table `replaced' which documents came, and which of those there
 * are have the same bytes under another name.  From here on nobody else writes. */
static void
note_replaced(struct postgres_script *script)
{
	say(script, "create temporary table replaced (doc text)"
	    " on commit drop;\n");
	for (int i = 0; i < script->begins; i++) {
		const struct record_type *type = script->begun[i];

		say_of(script, "lock table %s in share row exclusive mode;\n",
		    type);
		if (type->by_document)
			say_of(script, "insert into pg_temp.replaced"
			    " select distinct doc from pg_temp.new_%s;\n",
			    type);
		if (type == &documents_type)
			say(script, "insert into pg_temp.replaced"
			    " select distinct there.doc from documents there"
			    " join pg_temp.new_documents using (sha256);\n");
	}
}

/* Takes away what the table of TYPE has of the documents that are replaced, and
 * of none; a summary, and where all is replaced, everything. */
static void
delete_old(struct postgres_script *script, const struct record_type *type)
{
	say_of(script, "delete from %s", type);
	if (type->by_document && !script->replaces)
		say(script, " where doc is null or doc in"
		    " (select doc from pg_temp.replaced)");
	say(script, ";\n");
}

static void
insert_new(struct postgres_script *script, const struct record_type *type)
{
	say_of(script, "insert into %s (", type);
	say_built(script, sql_columns, type);
	say(script, ")\n\tselect ");
	say_built(script, sql_columns, type);
	say_of(script, " from pg_temp.new_%s;\n", type);
}

/* Names of documents may be longer than a tree's keys may be. */
static void
create_indexes(struct postgres_script *script, const struct record_type *type)
{
	for (int i = 0; i < SQL_INDEXES; i++) {
		const struct sql_index *index = &sql_index[i];

		if (index->type != type)
			continue;
		say(script, "create index if not exists ");
		say(script, index->name);
		say_of(script, strcmp(index->columns, "doc") == 0 ?
		    " on %s using hash (" : " on %s (", type);
		say(script, index->columns);
		say(script, ");\n");
	}
}

/* Makes the view NAME of what ADD appends, in the place of an older one: what
 * was built on that stays if the columns are the same. */
static void
create_view(struct postgres_script *script, const char *name,
    void add(struct buffer *, const struct sql_dialect *))
{
	struct buffer sql = { NULL, 0, 0 };

	buffer_string(&sql, "view ");
	buffer_string(&sql, name);
	buffer_string(&sql, " as ");
	add(&sql, &dialect);
	buffer_add(&sql, (struct slice){ ";\n", sizeof(";\n") });
	say(script, "do $view$ begin create or replace ");
	say(script, sql.p);
	say(script, "exception when invalid_table_definition then drop view ");
	say(script, name);
	say(script, ";\ncreate ");
	say(script, sql.p);
	say(script, "end $view$;\n");
	buffer_free(&sql);
}

/* What the view series goes by. */
static void
say_series_tables(struct postgres_script *script)
{
	struct buffer sql = { NULL, 0, 0 };

	sql_series_tables(&sql, &dialect);
	writer_part_raw(&script->file.writer, buffer_slice(&sql));
	buffer_free(&sql);
}

static void
put_in_place(struct postgres_script *script, const struct record_type *type)
{
	delete_old(script, type);
	insert_new(script, type);
	create_indexes(script, type);
	if (type != &facts_type)
		return;
	say_series_tables(script);
	create_view(script, "wide", sql_wide);
	create_view(script, "series", sql_series);
}

static void
finish_postgres(void *context, bool is_good)
{
	struct postgres_script *script = context;

	end_copy(script);
	for (int i = 0; script->withdraws && i < KEPT_TYPES; i++)
		say_of(script, "delete from %s where doc in"
		    " (select doc from pg_temp.withdrawn);\n", kept_type[i]);
	note_replaced(script);
	for (int i = 0; i < script->begins; i++)
		put_in_place(script, script->begun[i]);
	say(script, "commit;\n");
	if (is_good)
		whole_file_keep(&script->file);
	else
		whole_file_drop(&script->file);
	free(script);
}

const struct target target_postgres = {
	.name = "postgres", .keeps_documents = true, .open = open_postgres,
	.begin = begin_postgres, .record = record_postgres,
	.withdraw = withdraw_postgres, .finish = finish_postgres,
};
