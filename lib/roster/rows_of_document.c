#include "rows_of_document.h"

#include <errno.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/diagnostics.h"
#include "base/digits.h"
#include "record/reader.h"

struct record_rows {
	struct roster_rows *rows;
	struct slice        table, row;	/* of the last cell */
	bool                is_all;	/* nothing was left out */
};

static void
add_row(struct roster_rows *rows, struct slice loc)
{
	unsigned long long line;

	if (slice_starts(loc, SLICE("L")) && digits_read(slice_from(loc, 1),
	    1000000000, &line))
		roster_rows_add(rows, (unsigned long)line, SLICE(""));
	else
		roster_rows_add(rows, 0, loc);
}

/* A paragraph is a row of one cell: a title, a note, a line of a plain list. */
static void
take_record(struct record_rows *r, const struct slice *field)
{
	bool               is_cell = slice_is(field[BLOCK_KIND], "cell");
	unsigned long long col = 1;

	if (slice_is(field[BLOCK_KIND], "meta")) {
		r->is_all &= !slice_is(field[BLOCK_SECTION], "error");
		return;
	}
	if (!is_cell || !slice_eq(field[BLOCK_ROW], r->row) ||
	    !slice_eq(field[BLOCK_TABLE], r->table))
		add_row(r->rows, field[BLOCK_LOC]);
	r->rows->row[r->rows->n - 1].is_heading =
	    slice_is(field[BLOCK_KIND], "head");
	r->row = is_cell ? field[BLOCK_ROW] : SLICE("");
	r->table = field[BLOCK_TABLE];
	if (!is_cell || digits_read(field[BLOCK_COL], ROSTER_CELLS_MAX, &col))
		roster_rows_put(r->rows, col, field[BLOCK_TEXT]);
}

static void
take_document(void *context, const struct document *document)
{
	struct record_rows *r = context;

	r->row = SLICE("");
	for (size_t i = 0; i < document->records; i++)
		take_record(r, document->record[i].field);
}

/* Becomes EXTRACT, which writes to TO. */
static void
become(const char *extract, const char *path, int to)
{
	char *arguments[] = { (char *)extract, "--quiet", "--", (char *)path,
		NULL };

	dup2(to, STDOUT_FILENO);
	execvp(extract, arguments);
	_exit(127);
}

/* Reads what comes from FROM, in place of standard input for so long. */
static void
read_records(struct record_rows *r, int from)
{
	static char *const input[] = { "-" };
	int                own = dup(STDIN_FILENO);

	dup2(from, STDIN_FILENO);
	documents_each(&block_schema, input, 1, take_document, r);
	if (own >= 0) {
		dup2(own, STDIN_FILENO);
		close(own);
	}
}

bool
roster_rows_of_document(struct roster_rows *rows, const char *path,
    const char *extract)
{
	struct record_rows r = { .rows = rows, .is_all = true };
	int                  ends[2], status = -1;
	pid_t                child = pipe(ends) == 0 ? fork() : -1;

	if (child == 0)
		become(extract, path, ends[1]);
	if (child < 0) {
		warn_at(path, "%s", strerror(errno));
		return false;
	}
	close(ends[1]);
	read_records(&r, ends[0]);
	close(ends[0]);
	while (waitpid(child, &status, 0) < 0 && errno == EINTR)
		;
	if (WIFEXITED(status) && WEXITSTATUS(status) == 127)
		warn_at(extract, "cannot be run, which is to read %s", path);
	else if (!WIFEXITED(status) || WEXITSTATUS(status) != 0 || !r.is_all)
		warn_at(path, "could not be read, or not all of it");
	return WIFEXITED(status) && WEXITSTATUS(status) == 0 && r.is_all;
}
