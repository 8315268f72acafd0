/* SQLite: a file of tables.  One transaction, or, where there is no file yet,
 * one that is made beside its place and put there when it is whole. */
#include <errno.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/diagnostics.h"
#include "base/memory.h"
#include "export/decimal.h"
#include "export/series_tables.h"
#include "export/sql.h"
#include "export/target.h"
#include "record/whole_file.h"

static const struct sql_dialect dialect = {
	.type = { [VALUE_TEXT] = " text", [VALUE_YEAR] = " integer",
	    [VALUE_COUNT] = " integer", [VALUE_NUMBER] = " numeric" },
	.has_exact = true,
};

enum { BUSY_MILLISECONDS = 10000 };

/* A table that records come for. */
struct sqlite_table {
	const struct record_type *type;
	sqlite3_stmt          *insert;
	sqlite3_int64          last;	/* number of the last row there was */
};

struct sqlite_store {
	const struct destination *to;
	char               *temporary;	/* what a new store is called so far */
	int                 fd;		/* of that */
	sqlite3            *database;
	struct sqlite_table table[RECORD_TYPES_MAX];
	int                 tables;
	bool                has_tables;	/* all that withdraw looks into */
};

/* Reports what SQLite said last. */
static void
tell(const struct sqlite_store *store, const char *hint)
{
	warn_at(store->to->path, "%s%s", sqlite3_errmsg(store->database), hint);
}

static bool
run(struct sqlite_store *store, const char *sql)
{
	if (sqlite3_exec(store->database, sql, NULL, NULL, NULL) == SQLITE_OK)
		return true;
	tell(store, "");
	return false;
}

/* Runs SQL and frees it. */
static bool
run_built(struct sqlite_store *store, struct buffer *sql)
{
	bool done;

	buffer_add(sql, (struct slice){ "", 1 });
	done = run(store, sql->p);
	buffer_free(sql);
	return done;
}

/* A new store, of which nothing need survive but the whole. */
static bool
open_new(struct sqlite_store *store)
{
	store->temporary = temporary_beside(store->to->path, &store->fd);
	if (store->temporary == NULL)
		return false;
	if (sqlite3_open(store->temporary, &store->database) != SQLITE_OK) {
		tell(store, "");
		return false;
	}
	return run(store, "pragma journal_mode = off; "
	    "pragma synchronous = off");
}

static bool
open_store(struct sqlite_store *store)
{
	struct stat there;

	if (stat(store->to->path, &there) != 0 && errno == ENOENT) {
		if (!open_new(store))
			return false;
	} else if (sqlite3_open_v2(store->to->path, &store->database,
	    SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK) {
		tell(store, "");
		return false;
	}
	/* A column that is not there is an error, not a string. */
	sqlite3_db_config(store->database, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
	sqlite3_busy_timeout(store->database, BUSY_MILLISECONDS);
	return run(store, "pragma cache_size = -65536; begin immediate");
}

static void
close_store(struct sqlite_store *store)
{
	for (int i = 0; i < store->tables; i++)
		sqlite3_finalize(store->table[i].insert);
	sqlite3_close(store->database);
	if (store->temporary != NULL) {
		unlink(store->temporary);
		close(store->fd);
	}
	free(store->temporary);
	free(store);
}

static void *
open_sqlite(const struct destination *destination)
{
	struct sqlite_store *store = memory_get(sizeof(*store));

	*store = (struct sqlite_store){ .to = destination };
	if (open_store(store))
		return store;
	close_store(store);
	return NULL;
}

/* Makes the table of TYPE if there is none. */
static bool
create_table(struct sqlite_store *store, const struct record_type *type)
{
	struct buffer sql = { NULL, 0, 0 };

	buffer_string(&sql, "create table if not exists ");
	sql_identifier(&sql, type->schema->name);
	buffer_string(&sql, " ");
	sql_definition(&sql, &dialect, type);
	return run_built(store, &sql);
}

static bool
drop_table(struct sqlite_store *store, const struct record_type *type)
{
	struct buffer sql = { NULL, 0, 0 };

	buffer_string(&sql, "drop table if exists ");
	sql_identifier(&sql, type->schema->name);
	return run_built(store, &sql);
}

/* Readies TABLE's insert.  False when its table lacks a column. */
static bool
prepare_insert(struct sqlite_store *store, struct sqlite_table *table)
{
	struct buffer sql = { NULL, 0, 0 };
	bool          done;

	buffer_string(&sql, "insert into ");
	sql_identifier(&sql, table->type->schema->name);
	buffer_string(&sql, " (");
	sql_columns(&sql, &dialect, table->type);
	buffer_string(&sql, ") values (?");
	for (int i = 1; i < sql_column_count(&dialect, table->type); i++)
		buffer_string(&sql, ", ?");
	buffer_string(&sql, ")");
	done = sqlite3_prepare_v2(store->database, sql.p, (int)sql.n,
	    &table->insert, NULL) == SQLITE_OK;
	buffer_free(&sql);
	return done;
}

/* Empties TABLE, one of an earlier version made anew, or finds where it ends. */
static bool
ready_table(struct sqlite_store *store, struct sqlite_table *table)
{
	const struct record_type *type = table->type;
	bool                   replaces = store->to->replaces ||
	    !type->by_document;

	if (!type->by_document && !drop_table(store, type))
		return false;
	if (!create_table(store, type))
		return false;
	if (prepare_insert(store, table))
		return true;
	if (!replaces) {
		tell(store, "; --replace makes the table anew");
		return false;
	}
	if (!drop_table(store, type) || !create_table(store, type))
		return false;
	if (prepare_insert(store, table))
		return true;
	tell(store, "");
	return false;
}

static int
take_number(void *context, int columns, char *value[], char *name[])
{
	sqlite3_int64 *number = context;

	(void)columns;
	(void)name;
	*number = strtoll(value[0], NULL, 10);
	return 0;
}

/* Empties TABLE if it is to be replaced; finds where it ends. */
static bool
find_end(struct sqlite_store *store, struct sqlite_table *table)
{
	const char *name = table->type->schema->name;
	char        sql[128];

	snprintf(sql, sizeof(sql), "delete from %s", name);
	if (store->to->replaces && !run(store, sql))
		return false;
	snprintf(sql, sizeof(sql), "select coalesce(max(rowid), 0) from %s",
	    name);
	if (sqlite3_exec(store->database, sql, take_number, &table->last,
	    NULL) == SQLITE_OK)
		return true;
	tell(store, "");
	return false;
}

/* An index is made faster behind the rows than with them. */
static bool
drop_indexes(struct sqlite_store *store, const struct record_type *type)
{
	char sql[128];

	for (int i = 0; i < SQL_INDEXES; i++) {
		snprintf(sql, sizeof(sql), "drop index if exists %s",
		    sql_index[i].name);
		if (sql_index[i].type == type && !run(store, sql))
			return false;
	}
	return true;
}

static void
begin_sqlite(void *context, const struct record_type *type)
{
	struct sqlite_store *store = context;
	struct sqlite_table *table = &store->table[store->tables++];

	*table = (struct sqlite_table){ .type = type };
	if (ready_table(store, table) && find_end(store, table) &&
	    table->last == 0)
		drop_indexes(store, type);
}

/* Binds CELL, a number, to parameter number N and its text, where that says
 * more, to the next one. */
static void
bind_number(sqlite3_stmt *insert, int n, struct slice cell)
{
	struct binary_number number = decimal_binary(cell);

	if (number.is_whole)
		sqlite3_bind_int64(insert, n, number.whole);
	else
		sqlite3_bind_double(insert, n, number.real);
	if (!number.is_exact)
		sqlite3_bind_text(insert, n + 1, cell.p, (int)cell.n,
		    SQLITE_STATIC);
}

static void
record_sqlite(void *context, const struct record_type *type,
    const struct slice cell[])
{
	struct sqlite_store *store = context;
	struct sqlite_table *table = store->table;
	int                  n = 1;

	while (table->type != type)
		table++;
	sqlite3_clear_bindings(table->insert);
	for (int i = 0; i < type->schema->fields; i++, n++) {
		bool has_text = type->rule[i].type == VALUE_NUMBER;

		if (has_text && cell[i].n > 0)
			bind_number(table->insert, n, cell[i]);
		else if (cell[i].n > 0)
			sqlite3_bind_text(table->insert, n, cell[i].p,
			    (int)cell[i].n, SQLITE_STATIC);
		n += has_text;
	}
	sqlite3_step(table->insert);
	if (sqlite3_reset(table->insert) != SQLITE_OK)
		tell(store, "");
}

static bool
withdraw_from(struct sqlite_store *store, const char *sql,
    struct slice document)
{
	sqlite3_stmt *delete;
	bool          done = sqlite3_prepare_v2(store->database, sql, -1,
	    &delete, NULL) == SQLITE_OK;

	if (done) {
		sqlite3_bind_text(delete, 1, document.p, (int)document.n,
		    SQLITE_STATIC);
		sqlite3_step(delete);
		done = sqlite3_finalize(delete) == SQLITE_OK;
	}
	if (!done)
		tell(store, "");
	return done;
}

static void
withdraw_sqlite(void *context, struct slice document)
{
	struct sqlite_store *store = context;

	for (int i = 0; i < KEPT_TYPES; i++) {
		char sql[128];

		snprintf(sql, sizeof(sql), "delete from %s where doc = ?",
		    kept_type[i]->schema->name);
		if ((!store->has_tables && !create_table(store, kept_type[i])) ||
		    !withdraw_from(store, sql, document))
			return;
	}
	store->has_tables = true;
}

/* Notes which documents came in TABLE, and which of those there were have the
 * same bytes under another name. */
static bool
note_replaced(struct sqlite_store *store, const struct sqlite_table *table)
{
	static const char same_bytes[] =
	    "insert or ignore into temp.replaced select there.doc"
	    " from documents came join documents there using (sha256)"
	    " where came.rowid > %lld and there.rowid <= %lld";
	char sql[512];

	snprintf(sql, sizeof(sql), "insert or ignore into temp.replaced"
	    " select doc from %s where rowid > %lld and doc is not null",
	    table->type->schema->name, (long long)table->last);
	if (!run(store, sql))
		return false;
	snprintf(sql, sizeof(sql), same_bytes, (long long)table->last,
	    (long long)table->last);
	return table->type != &documents_type || run(store, sql);
}

/* Takes away what TABLE had of the documents that are replaced, and of none. */
static bool
delete_old(struct sqlite_store *store, const struct sqlite_table *table)
{
	char sql[256];

	snprintf(sql, sizeof(sql), "delete from %s where rowid <= %lld and"
	    " (doc is null or doc in (select doc from temp.replaced))",
	    table->type->schema->name, (long long)table->last);
	return table->last == 0 || run(store, sql);
}

/* Puts what came in the place of what was there of it. */
static bool
replace_documents(struct sqlite_store *store)
{
	if (!run(store, "create temporary table replaced"
	    " (doc text primary key) without rowid"))
		return false;
	for (int i = 0; i < store->tables; i++)
		if (store->table[i].type->by_document &&
		    !note_replaced(store, &store->table[i]))
			return false;
	for (int i = 0; i < store->tables; i++)
		if (store->table[i].type->by_document &&
		    !delete_old(store, &store->table[i]))
			return false;
	return true;
}

/* Whether there was anything that could be replaced. */
static bool
has_old(const struct sqlite_store *store)
{
	for (int i = 0; i < store->tables; i++)
		if (store->table[i].type->by_document &&
		    store->table[i].last > 0)
			return true;
	return false;
}

static bool
create_indexes(struct sqlite_store *store, const struct record_type *type)
{
	char sql[128];

	for (int i = 0; i < SQL_INDEXES; i++) {
		snprintf(sql, sizeof(sql),
		    "create index if not exists %s on %s (%s)",
		    sql_index[i].name, type->schema->name,
		    sql_index[i].columns);
		if (sql_index[i].type == type && !run(store, sql))
			return false;
	}
	return true;
}

/* Makes the view NAME of what ADD appends. */
static bool
create_view(struct sqlite_store *store, const char *name,
    void add(struct buffer *, const struct sql_dialect *))
{
	struct buffer sql = { NULL, 0, 0 };

	buffer_string(&sql, "drop view if exists ");
	buffer_string(&sql, name);
	buffer_string(&sql, "; create view ");
	buffer_string(&sql, name);
	buffer_string(&sql, " as ");
	add(&sql, &dialect);
	return run_built(store, &sql);
}

/* Makes the views and what they go by. */
static bool
create_views(struct sqlite_store *store)
{
	struct buffer sql = { NULL, 0, 0 };

	sql_series_tables(&sql, &dialect);
	return run_built(store, &sql) &&
	    create_view(store, "wide", sql_wide) &&
	    create_view(store, "series", sql_series);
}

static bool
complete(struct sqlite_store *store)
{
	if (has_old(store) && !replace_documents(store))
		return false;
	for (int i = 0; i < store->tables; i++) {
		const struct record_type *type = store->table[i].type;

		if (!create_indexes(store, type))
			return false;
		if (type == &facts_type && !create_views(store))
			return false;
	}
	return run(store, "commit");
}

/* Puts a new store where there was none; one that has come meanwhile stays. */
static bool
put_new(struct sqlite_store *store)
{
	if (fsync(store->fd) != 0 ||
	    link(store->temporary, store->to->path) != 0) {
		warn_at(store->to->path, "%s", strerror(errno));
		return false;
	}
	folder_sync(store->to->path);
	return true;
}

static void
finish_sqlite(void *context, bool is_good)
{
	struct sqlite_store *store = context;

	if (!is_good || !complete(store))
		sqlite3_exec(store->database, "rollback", NULL, NULL, NULL);
	else if (store->temporary != NULL)
		put_new(store);
	close_store(store);
}

const struct target target_sqlite = {
	.name = "sqlite", .needs_path = true, .keeps_documents = true,
	.open = open_sqlite, .begin = begin_sqlite, .record = record_sqlite,
	.withdraw = withdraw_sqlite, .finish = finish_sqlite,
};
