#include "reader.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/diagnostics.h"
#include "base/digits.h"
#include "base/memory.h"
#include "base/seen.h"
#include "base/utf8.h"
#include "document_group.h"
#include "office_order.h"
#include "split.h"
#include "writer.h"

enum { BLOCK_BYTES = 64 * 1024 };

/* What is done with the input: one of the first two. */
struct work {
	document_fn *document;
	group_fn    *group;
	key_fn      *key;	/* of group */
	void        *context;
};

/* The buffer holds, in this order: what is done with, the records kept (from
 * `kept'), those of the group, then those of the document at hand, the line being
 * looked for (from `line'), bytes up to `end'. */
struct reader {
	const struct work   *work;
	const struct schema *schema;
	const char          *file;	/* as named to the user */
	int                  fd;
	bool                 ended;
	struct office_order *order;	/* in which it is read, or NULL */
	off_t                at;	/* in the file, of the end of the buffer */
	char                *buffer;
	size_t               capacity;
	size_t               kept, line, end;
	unsigned long long   lines;	/* of this file, so far */
	struct record       *record;	/* some of the group, then, from
					 * `from', those of the document at hand */
	size_t               records, from, record_room;
	struct document_group group;	/* documents before it, not yet handed on */
	struct seen          seen;	/* names of documents before this one; the
					 * mark: the number of the file */
	unsigned             files;
	struct arena         names;	/* of what is passed over */
	struct arena         renamed;	/* of documents not yet handed on */
};

/* The kept records after what stood at OLD has become the buffer's beginning. */
static void
rebase(struct reader *r, const char *old)
{
	for (size_t i = 0; i < r->records; i++)
		for (int f = 0; f < r->schema->fields; f++) {
			struct slice *field = &r->record[i].field[f];

			field->p = r->buffer + (field->p - old);
		}
}

/* Drops what is done with and makes room for one more block.  Records are moved
 * only when at least as many bytes have been read since they last were, and then at
 * once: what lies behind a large group is never touched. */
static void
make_room(struct reader *r)
{
	const char *old;
	size_t      held = r->end - r->kept;
	bool        is_spent = r->kept >= held && r->kept >= 4 * BLOCK_BYTES;

	if (r->capacity - r->end >= BLOCK_BYTES && !is_spent)
		return;
	if (r->kept > 0 && held > 0)
		memmove(r->buffer, r->buffer + r->kept, held);
	old = r->kept > 0 ? r->buffer + r->kept : r->buffer;
	if (r->capacity < 2 * held + BLOCK_BYTES) {
		r->capacity = 2 * r->capacity + 4 * BLOCK_BYTES;
		r->buffer = memory_resize(r->buffer, r->capacity +
		    SPLIT_BEYOND, 1);
	}
	rebase(r, old);
	r->line -= r->kept;
	r->end -= r->kept;
	r->kept = 0;
}

/* Reads one more block.  Returns false at the end of the file.  A file that cannot
 * be read on ends the run: the document at hand is not whole, no sum is. */
static bool
fill(struct reader *r)
{
	ssize_t n;

	if (r->ended)
		return false;
	make_room(r);
	do
		n = r->order != NULL ? office_order_read(r->order, r->buffer +
		    r->end, BLOCK_BYTES, &r->lines) :
		    read(r->fd, r->buffer + r->end, BLOCK_BYTES);
	while (n < 0 && errno == EINTR);
	if (n < 0) {
		warn_at(r->file, "%s", strerror(errno));
		exit(CLI_TROUBLE);
	}
	if (n == 0) {
		r->ended = true;
		return false;
	}
	r->end += (size_t)n;
	r->at += n;
	return true;
}

/* Passes over the rest of a line that is too long to hold. */
static void
skip_long_line(struct reader *r)
{
	const char *lf = NULL;

	r->lines++;
	if (r->order == NULL)	/* it was told when the order was found */
		warn_at_line(r->file, r->lines, "line longer than %d bytes: "
		    "left out", READER_LINE_MAX);
	do {
		r->end = r->line;
		if (!fill(r))
			return;
		lf = memchr(r->buffer + r->line, '\n', r->end - r->line);
	} while (lf == NULL);
	r->line = (size_t)(lf + 1 - r->buffer);
	if (r->records == r->from && r->group.documents == 0)
		r->kept = r->line;
}

/* Finds the next line, without its line end, and steps behind it. */
static bool
next_line(struct reader *r, struct slice *line)
{
	size_t searched = r->line;

	for (;;) {
		const char *lf = r->end > searched ? memchr(r->buffer +
		    searched, '\n', r->end - searched) : NULL;
		size_t      held = r->end - r->line;

		if (lf != NULL || (r->ended && held > 0)) {
			line->p = r->buffer + r->line;
			line->n = lf != NULL ? (size_t)(lf - line->p) : held;
			r->line += line->n + (lf != NULL);
			r->lines++;
			if (line->n > 0 && line->p[line->n - 1] == '\r')
				line->n--;
			return true;
		}
		if (held > READER_LINE_MAX) {
			skip_long_line(r);
			searched = r->line;
			continue;
		}
		if (!fill(r) && r->end == r->line)
			return false;
		searched = r->line + held;
	}
}

static bool
is_header(const struct schema *schema, const struct record *record)
{
	for (int i = 0; i < schema->fields; i++)
		if (!slice_is(record->field[i], schema->field[i]))
			return false;
	return true;
}

/* The next well-formed record.  It counts as kept only once the caller adds
 * it to r->records: until then the next call overwrites it. */
static struct record *
next_record(struct reader *r)
{
	struct slice line;

	while (next_line(r, &line)) {
		struct record *record;
		int            n;

		r->record = memory_room(r->record, &r->record_room,
		    r->records, sizeof(*r->record));
		record = &r->record[r->records];
		record->line = r->lines;
		n = record_split(line, record);
		if (n == r->schema->fields &&
		    !(r->lines == 1 && is_header(r->schema, record)))
			return record;
		if (n != r->schema->fields)
			warn_at_line(r->file, r->lines,
			    "%d fields where %s have %d: left out", n,
			    r->schema->name, r->schema->fields);
	}
	return NULL;
}

/* Whether RECORD opens a document: extract begins each with its type. */
static bool
opens_document(const struct reader *r, const struct record *record)
{
	return r->schema == &block_schema &&
	    slice_is(record->field[BLOCK_KIND], "meta") &&
	    slice_is(record->field[BLOCK_SECTION], "type");
}

/* Puts RECORD, the last one read, back to be read again. */
static void
unread(struct reader *r, const struct record *record)
{
	r->line = (size_t)(record->field[0].p - r->buffer);
	r->lines--;
}

/* Passes over what is left of the document NAME, the one at hand, which is too
 * large. */
static void
skip_document(struct reader *r, struct slice name)
{
	struct slice   copy = arena_copy(&r->names, name);
	struct record *record;

	warn_at_line(r->file, r->record[r->from].line,
	    "document larger than %d bytes: left out", READER_DOCUMENT_MAX);
	do {
		r->records = 0;
		r->kept = r->line;
		record = next_record(r);
	} while (record != NULL && slice_eq(record->field[0], copy) &&
	    !opens_document(r, record));
	if (record != NULL)
		unread(r, record);
	arena_reset(&r->names);
}

/* Takes in RECORD and those behind it that belong to the same document.  Returns false
 * for one that is too large. */
static bool
gather(struct reader *r, const struct record *record)
{
	do {
		const struct record *first = &r->record[r->from];

		if (r->records > r->from &&
		    (!slice_eq(record->field[0], first->field[0]) ||
		    opens_document(r, record))) {
			unread(r, record);
			break;
		}
		r->records++;
		if (r->line - (size_t)(r->record[r->from].field[0].p -
		    r->buffer) > READER_DOCUMENT_MAX)
			return false;
	} while ((record = next_record(r)) != NULL);
	return true;
}

/* Hands on the documents held, if any; what has been written then is whole. */
static void
hand_on(struct reader *r)
{
	if (r->group.documents == 0)
		return;
	document_group_begin(&r->group, r->buffer + r->kept, r->record);
	r->work->group(r->work->context, &r->group);
	writer_commit(&writer_stdout);
	document_group_empty(&r->group);
	r->records -= r->from;
	memmove(r->record, r->record + r->from,
	    r->records * sizeof(*r->record));
	r->from = 0;
	r->kept = r->records > 0 ?
	    (size_t)(r->record[0].field[0].p - r->buffer) : r->line;
	arena_reset(&r->renamed);
}

/* The same with the document at hand. */
static void
hand_on_document(struct reader *r, const struct document *document)
{
	if (document->name.p != document->record[0].field[0].p)
		document_name_all(document);
	r->work->document(r->work->context, document);
	writer_commit(&writer_stdout);
	arena_reset(&r->renamed);
}

/* Whether the document at hand, of KEY, belongs to those held. */
static bool
is_together(const struct reader *r, struct slice key)
{
	return r->line - r->kept < READER_GROUP_MAX && key.n > 0 &&
	    slice_eq(key, document_group_key(&r->group));
}

/* A name that was not met before, for a document that has the name OLD of
 * another, the TIMESth one of it: NAME#TIMES, or the next one that is free. */
static struct slice
new_name(struct reader *r, struct slice old, unsigned times)
{
	for (;;) {
		char         suffix[DIGITS_BYTES + 1];
		char        *end = suffix + sizeof(suffix);
		char        *p = digits_before(end, times);
		struct slice name;

		*--p = '#';
		name = arena_join(&r->renamed, old, (struct slice){ p,
		    (size_t)(end - p) });
		if (!seen_before(&r->seen, digest_of(name)))
			return name;
		times = seen_note(&r->seen, digest_of(old))->times;
	}
}

/* Names the document at hand.  Returns false for a later part of another, which is told.
 * OPENS: it has a beginning. */
static bool
find_name(struct reader *r, bool opens, struct slice *name)
{
	struct sighting *met = seen_note(&r->seen, digest_of(*name));

	if (met->mark == r->files && !opens) {
		met->times--;
		*name = utf8_head(*name, 1000);
		warn_at_line(r->file, r->record[r->from].line,
		    "records of %.*s resume behind another document's: left "
		    "out", (int)name->n, name->p);
		return false;
	}
	met->mark = r->files;
	if (met->times > 1)
		*name = new_name(r, *name, met->times);
	return true;
}

/* The document at hand, by the name that its records have. */
static struct document
document_at_hand(const struct reader *r)
{
	struct record *first = &r->record[r->from];

	return (struct document){ first->field[0], first,
	    r->records - r->from };
}

/* Hands on the documents held, unless the one at hand, which OPENS, belongs to them,
 * and holds that.  What is to stay of its records is not `from' any more. */
static void
hold(struct reader *r, bool opens)
{
	struct document document = document_at_hand(r);
	struct slice    key = r->work->key(r->work->context, &document);

	if (!is_together(r, key))
		hand_on(r);
	document = document_at_hand(r);
	if (find_name(r, opens, &document.name) &&
	    document_group_add(&r->group, &document, key, r->from,
	    r->buffer + r->kept))
		r->from = r->records;
}

/* Does what is to be done with the document at hand. */
static void
take_document(struct reader *r, bool opens)
{
	struct document document;

	if (r->work->group != NULL) {
		hold(r, opens);
		return;
	}
	document = document_at_hand(r);
	if (find_name(r, opens, &document.name))
		hand_on_document(r, &document);
}

static void
each_document(struct reader *r)
{
	const struct record *first;

	while ((first = next_record(r)) != NULL) {
		bool opens = opens_document(r, first);

		if (gather(r, first)) {
			take_document(r, opens);
		} else {
			hand_on(r);
			skip_document(r, r->record[0].field[0]);
		}
		r->records = r->from;
		if (r->group.documents == 0)
			r->kept = r->line;
	}
}

/* Finds the documents of the file, and has them read office by office in ORDER. */
static void
put_by_office(struct reader *r, struct office_order *order)
{
	struct slice line;

	hand_on(r);
	order->fd = r->fd = office_order_file(r->fd, r->file);
	r->at = lseek(r->fd, 0, SEEK_CUR);
	while (next_line(r, &line)) {
		office_order_note(order, line, r->at - (r->buffer + r->end -
		    line.p), r->lines);
		r->kept = r->line;
	}
	office_order_begin(order, r->at);
	r->order = order;
	r->ended = false;
}

static bool by_office;

void
documents_by_office(void)
{
	by_office = true;
}

static bool
read_file(struct reader *r, const char *name)
{
	struct office_order order = { .fd = -1 };
	bool                standard = strcmp(name, "-") == 0;

	r->file = standard ? "standard input" : name;
	r->fd = standard ? STDIN_FILENO : open(name, O_RDONLY | O_CLOEXEC);
	if (r->fd < 0) {
		warn_at(r->file, "%s", strerror(errno));
		status_cut_short();
		return false;
	}
	r->lines = 0;
	r->ended = false;
	r->files++;
	if (by_office && r->schema == &fact_schema)
		put_by_office(r, &order);
	each_document(r);
	r->order = NULL;
	office_order_free(&order);
	if (!standard)
		close(r->fd);
	return true;
}

static bool
read_files(const struct schema *schema, char *const files[], int nfiles,
    const struct work *work)
{
	struct reader r = { .schema = schema, .work = work,
	    .group = { .fields = schema->fields } };
	bool          all = true;

	if (nfiles == 0)
		read_file(&r, "-");
	for (int i = 0; i < nfiles; i++)
		all &= read_file(&r, files[i]);
	hand_on(&r);
	free(r.buffer);
	free(r.record);
	document_group_free(&r.group);
	arena_free(&r.names);
	arena_free(&r.renamed);
	seen_free(&r.seen);
	return all;
}

void
documents_each(const struct schema *schema, char *const files[], int nfiles,
    document_fn *fn, void *context)
{
	read_files(schema, files, nfiles,
	    &(struct work){ .document = fn, .context = context });
}

bool
document_groups_each(const struct schema *schema, char *const files[],
    int nfiles, key_fn *key, group_fn *fn, void *context)
{
	return read_files(schema, files, nfiles, &(struct work){ .group = fn,
	    .key = key, .context = context });
}

/* The character that a backslash and LETTER stand for. */
static char
unescaped(char letter)
{
	switch (letter) {
	case 't':
		return '\t';
	case 'n':
		return '\n';
	case 'r':
		return '\r';
	default:
		return letter;
	}
}

struct slice
record_text(struct slice field, struct arena *arena)
{
	const char *backslash = field.n > 0 ?
	    memchr(field.p, '\\', field.n) : NULL;
	char       *copy;
	size_t      n;

	if (backslash == NULL)
		return field;
	copy = arena_alloc(arena, field.n);
	n = (size_t)(backslash - field.p);
	memcpy(copy, field.p, n);
	for (size_t i = n; i < field.n; i++) {
		char c = field.p[i];

		if (c == '\\' && i + 1 < field.n)
			c = unescaped(field.p[++i]);
		copy[n++] = c;
	}
	return (struct slice){ copy, n };
}
