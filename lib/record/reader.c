#include "reader.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "base/diagnostics.h"
#include "base/digits.h"
#include "base/memory.h"
#include "base/seen.h"
#include "base/utf8.h"
#include "office_order.h"
#include "writer.h"

enum {
	BLOCK_BYTES = 64 * 1024,
	BEYOND = 64,		/* bytes behind the buffer that may be looked at */
};

/* What is done with the input: one of the first two. */
struct work {
	document_fn *document;
	group_fn    *group;
	together_fn *together;	/* of group */
	void        *context;
};

/* The buffer holds, in this order: what is done with, the records kept (from
 * `kept'), the line being looked for (from `line'), bytes up to `end'. */
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
	struct record       *record;	/* those kept */
	size_t               records, record_room;
	struct document     *held;	/* of these records, not yet handed on */
	size_t               helds, held_room;
	struct seen          seen;	/* names of documents before this one; the
					 * mark: the number of the file */
	unsigned             files;
	struct arena         names;	/* of what is passed over */
	struct arena         renamed;	/* of documents held */
};

/* The kept records after the buffer has moved by SHIFT bytes. */
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
 * only when at least as many bytes have been read since they last were. */
static void
make_room(struct reader *r)
{
	const char *old = r->buffer != NULL ? r->buffer + r->kept : NULL;
	size_t      held = r->end - r->kept;
	char       *spent = NULL;

	if (r->capacity - r->end >= BLOCK_BYTES)
		return;
	if (r->capacity < 2 * held + BLOCK_BYTES) {
		spent = r->buffer;
		r->capacity = 2 * r->capacity + 4 * BLOCK_BYTES;
		r->buffer = memory_get(r->capacity + BEYOND);
	}
	if (held > 0)
		memmove(r->buffer, old, held);
	rebase(r, old);
	r->line -= r->kept;
	r->end -= r->kept;
	r->kept = 0;
	free(spent);
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
	if (r->records == 0)
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

/* Takes the bytes from *START to STOP as the next field of RECORD, number N. */
static inline void
take_field(struct record *record, size_t n, const char **start,
    const char *stop)
{
	if (n < RECORD_FIELDS_MAX)
		record->field[n] =
		    (struct slice){ *start, (size_t)(stop - *start) };
	*start = stop + 1;
}

#ifdef __SSE2__
/* Which of the sixteen bytes at P are tabs, a bit each. */
static inline uint64_t
tabs_at(const char *p)
{
	return (uint64_t)_mm_movemask_epi8(_mm_cmpeq_epi8(_mm_loadu_si128(
	    (const __m128i *)p), _mm_set1_epi8('\t')));
}

/* The same of the first BEYOND bytes of REST, or of fewer, behind which the buffer goes
 * on. */
static inline uint64_t
tabs_in(struct slice rest)
{
	const char *p = rest.p;
	uint64_t    found = tabs_at(p) | tabs_at(p + 16) << 16 |
	    tabs_at(p + 32) << 32 | tabs_at(p + 48) << 48;

	return rest.n >= BEYOND ? found :
	    found & (((uint64_t)1 << rest.n) - 1);
}

/* Cuts off the fields of LINE, the last one excepted; *START becomes where that begins.
 * Returns how many there are.  Fields are short: tabs are looked for BEYOND bytes at a time
 * rather than by a call for each, beyond the line's end too: byte by byte the processor
 * guesses wrong where it ends, which took a tenth of aggregate. */
static size_t
split_off(struct slice line, struct record *record, const char **start)
{
	size_t n = 0;

	while (line.n > 0) {
		size_t   here = line.n < BEYOND ? line.n : BEYOND;
		uint64_t found = tabs_in(line);

		for (; found != 0; found &= found - 1)
			take_field(record, n++, start,
			    line.p + __builtin_ctzll(found));
		line = slice_from(line, here);
	}
	return n;
}
#else
static size_t
split_off(struct slice line, struct record *record, const char **start)
{
	const char *end = line.p + line.n, *stop;
	size_t      n = 0;

	while ((stop = memchr(*start, '\t', (size_t)(end - *start))) != NULL)
		take_field(record, n++, start, stop);
	return n;
}
#endif

/* Cuts LINE into the fields of RECORD.  Returns how many there are. */
static int
split(struct slice line, struct record *record)
{
	const char *start = line.p;
	size_t      n = split_off(line, record, &start);

	take_field(record, n, &start, line.p + line.n);
	return (int)n + 1;
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
		n = split(line, record);
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

/* Passes over what is left of the document NAME, the only one kept, which is too
 * large. */
static void
skip_document(struct reader *r, struct slice name)
{
	struct slice   copy = arena_copy(&r->names, name);
	struct record *record;

	warn_at_line(r->file, r->record[0].line,
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

/* Keeps RECORD, as number FROM, and those behind it that belong to the same
 * document.  Returns false for a document that is too large. */
static bool
gather(struct reader *r, const struct record *record, size_t from)
{
	do {
		const struct record *first = &r->record[from];

		if (r->records > from &&
		    (!slice_eq(record->field[0], first->field[0]) ||
		    opens_document(r, record))) {
			unread(r, record);
			break;
		}
		r->records++;
		if (r->line - (size_t)(r->record[from].field[0].p -
		    r->buffer) > READER_DOCUMENT_MAX)
			return false;
	} while ((record = next_record(r)) != NULL);
	return true;
}

/* Forgets the first N records; those behind them stay. */
static void
drop(struct reader *r, size_t n)
{
	r->records -= n;
	if (r->records > 0)
		memmove(r->record, r->record + n,
		    r->records * sizeof(*r->record));
	r->kept = r->records > 0 ?
	    (size_t)(r->record[0].field[0].p - r->buffer) : r->line;
}

/* Settles where the records of DOCUMENT, held, are, and what it is called. */
static void
settle(struct document *document, struct record *record)
{
	document->record = record;
	if (document->name.n == 0)
		document->name = record[0].field[0];
	else
		for (size_t i = 0; i < document->records; i++)
			record[i].field[0] = document->name;
}

/* Hands on the documents held; what has been written then is whole. */
static void
hand_on(struct reader *r)
{
	const struct work *work = r->work;
	size_t             records = 0;

	for (size_t i = 0; i < r->helds; i++) {
		settle(&r->held[i], r->record + records);
		records += r->held[i].records;
	}
	if (work->document != NULL)
		work->document(work->context, &r->held[0]);
	else
		work->group(work->context, r->held, r->helds);
	writer_commit(&writer_stdout);
	r->helds = 0;
	drop(r, records);
	arena_reset(&r->renamed);
}

/* Whether the document of the records from FROM on belongs to those held. */
static bool
is_together(struct reader *r, size_t from)
{
	struct document first = { r->record[0].field[0], r->record,
	    r->held[0].records };
	struct document next = { r->record[from].field[0], r->record + from,
	    r->records - from };

	return r->line - r->kept < READER_GROUP_MAX &&
	    r->work->together(r->work->context, &first, &next);
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

/* Takes in the document of the records from FROM on.  Returns false for a later
 * part of another, which is told.  OPENS: it has a beginning. */
static bool
hold(struct reader *r, size_t from, bool opens)
{
	struct slice     name = r->record[from].field[0];
	struct sighting *met = seen_note(&r->seen, digest_of(name));
	struct document  document = { .records = r->records - from };

	if (met->mark == r->files && !opens) {
		met->times--;
		name = utf8_head(name, 1000);
		warn_at_line(r->file, r->record[from].line,
		    "records of %.*s resume behind another document's: left "
		    "out", (int)name.n, name.p);
		return false;
	}
	met->mark = r->files;
	if (met->times > 1)
		document.name = new_name(r, name, met->times);
	r->held = memory_room(r->held, &r->held_room, r->helds,
	    sizeof(*r->held));
	r->held[r->helds++] = document;
	if (r->work->group == NULL)
		hand_on(r);
	return true;
}

static void
each_document(struct reader *r)
{
	const struct record *first;

	while ((first = next_record(r)) != NULL) {
		size_t from = r->records;
		bool   opens = opens_document(r, first);
		bool   whole = gather(r, first, from);

		if (r->helds > 0 && (!whole || !is_together(r, from))) {
			hand_on(r);
			from = 0;
		}
		if (!whole)
			skip_document(r, r->record[0].field[0]);
		else if (!hold(r, from, opens)) {
			r->records = from;
			r->kept = from > 0 ? r->kept : r->line;
		}
	}
}

/* Finds the documents of the file, and has them read office by office in ORDER. */
static void
put_by_office(struct reader *r, struct office_order *order)
{
	struct slice line;

	if (r->helds > 0)
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
	struct reader r = { .schema = schema, .work = work };
	bool          all = true;

	if (nfiles == 0)
		read_file(&r, "-");
	for (int i = 0; i < nfiles; i++)
		all &= read_file(&r, files[i]);
	if (r.helds > 0)
		hand_on(&r);
	free(r.buffer);
	free(r.record);
	free(r.held);
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
    int nfiles, together_fn *together, group_fn *fn, void *context)
{
	return read_files(schema, files, nfiles, &(struct work){ .group = fn,
	    .together = together, .context = context });
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
