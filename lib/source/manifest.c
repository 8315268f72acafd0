#include "manifest.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/diagnostics.h"
#include "charset/charset.h"
#include "format/format.h"
#include "base/arena.h"
#include "base/map.h"
#include "base/memory.h"
#include "manifest_columns.h"
#include "stream.h"

/* So many lines that match nothing are named one by one. */
enum { NAMED_MAX = 20, SIZE_MAX_BYTES = 256 * 1024 * 1024 };

struct manifest {
	struct sink           sink;	/* of the decoder that reads it */
	const char           *file;
	struct arena          arena;
	enum manifest_column *column;	/* what the file's columns are */
	size_t                columns, columns_capacity;
	struct manifest_line *line;
	size_t                lines, capacity;
	struct map            index;	/* from paths and URLs to lines */
};

/* A path as members have it, whichever system it was noted on. */
static struct slice
keep_path(struct manifest *m, struct slice text)
{
	char *copy = arena_alloc(&m->arena, text.n);

	for (size_t i = 0; i < text.n; i++)
		copy[i] = text.p[i] == '\\' ? '/' : text.p[i];
	text.p = copy;
	return slice_starts(text, SLICE("./")) ? slice_from(text, 2) : text;
}

/* A cell of the file: of the header in its first row, else of a line. */
static void
take_cell(struct sink *sink, const struct block *block)
{
	struct manifest     *m = (struct manifest *)sink;
	enum manifest_column column;

	if (block->kind != BLOCK_IS_CELL)
		return;
	if (block->row == 1) {
		m->column = memory_room(m->column, &m->columns_capacity,
		    m->columns, sizeof(*m->column));
		m->column[m->columns++] = manifest_column_named(block->text);
		return;
	}
	if (block->col == 1) {
		m->line = memory_room(m->line, &m->capacity, m->lines,
		    sizeof(*m->line));
		m->line[m->lines++] = (struct manifest_line){
			.line = block->line };
	}
	column = block->col <= m->columns ? m->column[block->col - 1] :
	    MANIFEST_NONE;
	if (column != MANIFEST_NONE && m->lines > 0)
		m->line[m->lines - 1].value[column] =
		    column == MANIFEST_PATH ? keep_path(m, block->text) :
		    arena_copy(&m->arena, block->text);
}

static void
ignore_meta(struct sink *sink, const char *property, struct slice value)
{
	(void)sink;
	(void)property;
	(void)value;
}

static const char *
feed(void *csv, struct slice utf8)
{
	return decoder_feed(csv, utf8);
}

/* The reader of CSV files finds the separator, TAB or comma, by itself. */
static const char *
read_lines(struct manifest *m, struct lookahead *bytes)
{
	struct decoder *csv = decoder_open(&format_csv, &m->sink);
	struct decoding decoding;
	const char     *reason = NULL, *late;
	struct slice    chunk = { NULL, 0 };

	decoding_start(&decoding, charset_detect(lookahead_bytes(bytes),
	    bytes->ended, CHARSET_UNKNOWN), feed, csv);
	do {
		if (!bytes->stream.next(&bytes->stream, &chunk))
			reason = bytes->stream.reason;
		else
			reason = decoding_feed(&decoding, chunk);
	} while (reason == NULL && chunk.n > 0);
	if (reason == NULL)
		reason = decoding_end(&decoding);
	late = decoder_close(csv);
	return reason != NULL ? reason : late;
}

static struct manifest_line *
find_line(struct manifest *m, struct slice key, enum manifest_column column)
{
	unsigned long long hash = hash_of(key);
	size_t             probe = 0, i;

	while ((i = map_next(&m->index, hash, &probe)) != MAP_NONE)
		if (slice_eq(m->line[i].value[column], key))
			return &m->line[i];
	return NULL;
}

/* Of lines with one key the first counts. */
static void
index_line(struct manifest *m, size_t line, enum manifest_column column)
{
	struct slice key = m->line[line].value[column];

	if (key.n > 0 && find_line(m, key, column) == NULL)
		map_add(&m->index, hash_of(key), line);
}

static bool
has_key(const struct manifest *m)
{
	for (size_t i = 0; i < m->columns; i++)
		if (m->column[i] == MANIFEST_PATH ||
		    m->column[i] == MANIFEST_URL)
			return true;
	return false;
}

static const char *
read_file(struct manifest *m, int fd)
{
	struct file_stream file;
	struct lookahead   bytes;
	const char        *reason;

	file_stream_open(&file, fd);
	lookahead_open(&bytes, &file.stream);
	reason = lookahead_fill(&bytes, STREAM_CHUNK) ? read_lines(m, &bytes) :
	    bytes.stream.reason;
	lookahead_close(&bytes);
	file_stream_close(&file);
	if (reason == NULL && !has_key(m))
		reason = "its first line names no column path or url";
	return reason;
}

struct manifest *
manifest_read(const char *file, const char **reason)
{
	struct manifest *m = memory_get(sizeof(*m));
	int              fd = open(file, O_RDONLY | O_CLOEXEC);

	*m = (struct manifest){ .sink = { take_cell, ignore_meta,
	    { .bytes = SIZE_MAX_BYTES } },
		.file = file };
	*reason = fd < 0 ? strerror(errno) : read_file(m, fd);
	if (fd >= 0)
		close(fd);
	if (*reason != NULL) {
		manifest_free(m);
		return NULL;
	}
	for (size_t i = 0; i < m->lines; i++) {
		index_line(m, i, MANIFEST_PATH);
		index_line(m, i, MANIFEST_URL);
	}
	return m;
}

void
manifest_free(struct manifest *m)
{
	arena_free(&m->arena);
	free(m->column);
	free(m->line);
	map_free(&m->index);
	free(m);
}

const struct manifest_line *
manifest_find(struct manifest *m, struct slice name, struct slice url)
{
	struct manifest_line *line = NULL;

	if (url.n > 0)
		line = find_line(m, url, MANIFEST_URL);
	while (line == NULL && name.n > 0) {
		size_t next = 0;

		line = find_line(m, name, MANIFEST_PATH);
		while (next < name.n && name.p[next] != '/' &&
		    name.p[next] != '!')
			next++;
		name = slice_from(name, next < name.n ? next + 1 : next);
	}
	if (line != NULL)
		line->used = true;
	return line;
}

void
manifest_report(const struct manifest *m)
{
	size_t unused = 0;

	for (size_t i = 0; i < m->lines; i++)
		if (!m->line[i].used && unused++ < NAMED_MAX)
			warn_at_line(m->file, m->line[i].line,
			    "matches no document");
	if (unused > NAMED_MAX)
		warn_at(m->file, "%zu more lines match no document",
		    unused - NAMED_MAX);
}
