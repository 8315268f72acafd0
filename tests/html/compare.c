/* compare [-t TREES] [-g] PAGE...: whether lib/format/html finds the cells that
 * a browser's parser (gumbo) does: their places, spans and texts.  What differs
 * is shown, at most a few lines a page; the last line counts.
 *
 * -t: the trees are those of the pages of the same name in the directory TREES,
 * as a browser has written them.  -g: not lib/format/html but gumbo is compared
 * with them.
 *
 * gumbo builds the tree; what is a cell's text, which cells are data
 * (html/flow.h) and where they stand (HTML 4.9.12.1) is worked out here a
 * second time, from the tree. */
#include <gumbo.h>
#include <stdio.h>
#include <stdlib.h>
#include <strings.h>
#include <unistd.h>

#include "format/html/element.h"
#include "format/html/html.h"
#include "format/html/text.h"
#include "base/arena.h"
#include "base/memory.h"

/* The text of a cell that has a picture and nothing else. */
static const struct slice picture = { "\xEF\xBF\xBC", 3 };

/* A list of lines, one a cell. */
struct lines {
	char **line;
	size_t n, room;
};

static void
lines_add(struct lines *lines, const char *format, unsigned table,
    unsigned row, unsigned col, unsigned rows, unsigned cols,
    struct slice text)
{
	size_t n = 100 + text.n;
	char  *line = memory_get(n);

	snprintf(line, n, format, table, row, col, rows, cols, (int)text.n,
	    text.p);
	lines->line = memory_room(lines->line, &lines->room, lines->n,
	    sizeof(*lines->line));
	lines->line[lines->n++] = line;
}

static void
lines_free(struct lines *lines)
{
	for (size_t i = 0; i < lines->n; i++)
		free(lines->line[i]);
	free(lines->line);
	*lines = (struct lines){ 0 };
}

#define CELL "%u %u,%u %ux%u %.*s"

/* What the decoder says: its cells, and how many bytes of text in all. */
struct decoded {
	struct sink  sink;
	struct lines cells;
	size_t       bytes;
	bool         lost;	/* the last block says that it was cut */
};

/* Bytes of TEXT that are no blank of any kind. */
static size_t
solid(struct slice text)
{
	static const struct slice blank[] = { { "\xC2\xA0", 2 },
	    { "\xE3\x80\x80", 3 }, { "\xE2\x80\x8B", 3 },
	    { "\xEF\xBB\xBF", 3 } };
	size_t n = 0, skip;

	for (; text.n > 0; text = slice_from(text, skip)) {
		skip = 1;
		for (size_t i = 0; i < 4; i++)
			if (slice_starts(text, blank[i]))
				skip = blank[i].n;
		n += skip == 1 && (unsigned char)text.p[0] > ' ';
	}
	return n;
}

static void
take_block(struct sink *sink, const struct block *block)
{
	struct decoded *d = (struct decoded *)sink;

	if (!slice_eq(block->text, picture))
		d->bytes += solid(block->text);
	d->lost = slice_ends(block->text, SLICE("\xEF\xBF\xBD"));
	if (block->kind == BLOCK_IS_CELL)
		lines_add(&d->cells, CELL, block->table, block->row,
		    block->col, block->rows, block->cols, block->text);
}

static void
take_meta(struct sink *sink, const char *property, struct slice value)
{
	(void)sink;
	(void)property;
	(void)value;
}

static void
decode(struct decoded *d, struct slice page, size_t chunk)
{
	void *html;

	d->sink = (struct sink){ take_block, take_meta,
	    { SIZE_MAX, 1000000, 64 } };
	html = html_open(&d->sink);
	while (page.n > 0) {
		size_t n = page.n < chunk ? page.n : chunk;

		html_feed(html, (struct slice){ page.p, n });
		page = slice_from(page, n);
	}
	if (html_close(html) != NULL && d->lost)
		d->bytes -= 3;
}

/* The same from gumbo's tree. */
struct walk {
	struct lines cells;
	size_t       bytes;	/* of text that is shown or hidden, as solid */
	unsigned     tables;
	struct arena arena;	/* texts of cells */
};

enum { PIECES_MAX = 4000 };

/* The paragraphs of a cell. */
struct content {
	struct html_text text;
	size_t           at[PIECES_MAX], n[PIECES_MAX];
	size_t           pieces;
	bool             direct;	/* the first is in front of blocks */
	bool             blocks, table, running, picture;
	unsigned         headings;
};

static enum html_role
role(const GumboNode *node)
{
	const GumboStringPiece *tag = &node->v.element.original_tag;
	GumboStringPiece        name;
	html_name               key = 0;

	if (node->v.element.tag != GUMBO_TAG_UNKNOWN)
		return (enum html_role)html_element(html_name_of(
		    gumbo_normalized_tagname(node->v.element.tag)))->role;
	name = *tag;
	gumbo_tag_from_original_text(&name);
	for (size_t i = 0; i < name.length; i++)
		key = html_name_add(key, (unsigned char)name.data[i]);
	return (enum html_role)html_element(key)->role;
}

static bool
is_element(const GumboNode *node)
{
	return node->type == GUMBO_NODE_ELEMENT ||
	    node->type == GUMBO_NODE_TEMPLATE;
}

static bool
is_dropped(enum html_role role)
{
	return role == HTML_RAW || role == HTML_STYLESHEET ||
	    role == HTML_SCRIPT || role == HTML_TITLE ||
	    role == HTML_SELECT || role == HTML_TEMPLATE;
}

static bool
is_hidden(const GumboNode *node)
{
	const GumboAttribute *style = gumbo_get_attribute(
	    &node->v.element.attributes, "style");

	return style != NULL && strstr(style->value, "display: none") != NULL;
}

static struct slice
text_of(const GumboNode *node)
{
	return slice_of(node->type == GUMBO_NODE_TEXT ||
	    node->type == GUMBO_NODE_WHITESPACE ||
	    node->type == GUMBO_NODE_CDATA ? node->v.text.text : "");
}

static void
end_piece(struct content *c)
{
	size_t       at = c->text.start;
	struct slice text = html_text_end(&c->text);

	if (text.n == 0 || c->pieces == PIECES_MAX) {
		html_text_cut(&c->text, at);
		return;
	}
	if (c->pieces == 0)
		c->direct = !c->blocks;
	c->at[c->pieces] = at;
	c->n[c->pieces++] = text.n;
	if (c->pieces >= 4 && at + text.n - c->at[0] + 1 >= 900)
		c->running = true;
}

static void
block(struct content *c)
{
	end_piece(c);
	c->blocks = true;
}

static void
add_text(struct content *c, struct slice text, bool lines)
{
	const char *first, *lf;

	while (lines && (lf = memchr(text.p, '\n', text.n)) != NULL) {
		html_text_add(&c->text, (struct slice){ text.p,
		    (size_t)(lf - text.p) }, &first);
		end_piece(c);
		text = slice_from(text, (size_t)(lf + 1 - text.p));
	}
	html_text_add(&c->text, text, &first);
}

static void
gather(struct content *c, const GumboNode *node, bool lines)
{
	enum html_role      kind;
	const GumboVector  *children;
	bool                is_block;

	if (!is_element(node)) {
		add_text(c, text_of(node), lines);
		return;
	}
	kind = role(node);
	is_block = kind != HTML_INLINE && kind != HTML_BUTTON &&
	    kind != HTML_SCOPED && kind != HTML_BREAK &&
	    kind != HTML_PICTURE && kind != HTML_INPUT &&
	    kind != HTML_TEXTAREA && kind != HTML_ROOT && kind != HTML_META &&
	    kind != HTML_LINK && !is_dropped(kind);
	if (is_block)
		block(c);
	if (kind == HTML_TEXTAREA)
		add_text(c, SLICE(" "), false);
	if (kind == HTML_BREAK && c->headings > 0)
		add_text(c, SLICE(" "), false);
	else if (kind == HTML_BREAK)
		end_piece(c);
	c->table |= kind == HTML_TABLE;
	c->picture |= kind == HTML_PICTURE;
	c->headings += kind == HTML_HEADING;
	children = &node->v.element.children;
	for (unsigned i = 0; i < children->length; i++)
		if (!is_dropped(kind) && kind != HTML_TABLE &&
		    !is_hidden(node))
			gather(c, children->data[i], lines ||
			    kind == HTML_PREFORMATTED || kind == HTML_XMP);
	c->headings -= kind == HTML_HEADING;
	if (kind == HTML_TEXTAREA)
		add_text(c, SLICE(" "), false);
	if (is_block)
		block(c);
}

static unsigned
span(const GumboNode *cell, const char *name, unsigned zero, unsigned max)
{
	const GumboAttribute *a = gumbo_get_attribute(
	    &cell->v.element.attributes, name);
	char                 *end;
	unsigned long         n;

	if (a == NULL || a->value[strspn(a->value, " \t\n\f\r")] == '-')
		return 1;
	n = strtoul(a->value, &end, 10);
	if (end == a->value)
		return 1;
	return n == 0 ? zero : n > max ? max : (unsigned)n;
}

/* A cell with its place. */
struct cell {
	const GumboNode *node;
	unsigned         row, col, rows, cols;
	bool             flows, direct, text;
	bool             caption;	/* no cell at all */
	struct slice     all, first;	/* copies */
};

struct cells {
	struct cell *cell;
	size_t       n, room;
	unsigned     row;
};

enum { WIDTH = 4096 };

static void
add_cell(struct cells *cells, const struct cell *cell)
{
	cells->cell = memory_room(cells->cell, &cells->room, cells->n,
	    sizeof(*cells->cell));
	cells->cell[cells->n++] = *cell;
}

static void
place_row(struct cells *cells, const GumboNode *row, unsigned until[WIDTH])
{
	const GumboVector *children = &row->v.element.children;
	unsigned           col = 0;

	cells->row++;
	for (unsigned i = 0; i < children->length; i++) {
		const GumboNode *node = children->data[i];
		struct cell      cell = { .node = node, .row = cells->row };

		if (!is_element(node) || role(node) != HTML_CELL)
			continue;
		cell.rows = span(node, "rowspan", 65534, 65534);
		cell.cols = span(node, "colspan", 1, 1000);
		while (until[col] >= cells->row)
			col++;
		cell.col = col + 1;
		for (unsigned k = 0; k < cell.cols; k++)
			if (until[col + k] < cells->row + cell.rows - 1)
				until[col + k] = cells->row + cell.rows - 1;
		add_cell(cells, &cell);
	}
}

static void
place_group(struct cells *cells, const GumboNode *group)
{
	const GumboVector *children = &group->v.element.children;
	unsigned           until[WIDTH] = { 0 };
	size_t             first = cells->n;

	for (unsigned i = 0; i < children->length; i++)
		if (is_element(children->data[i]) &&
		    role(children->data[i]) == HTML_ROW)
			place_row(cells, children->data[i], until);
	for (size_t i = first; i < cells->n; i++)
		if (cells->cell[i].rows > cells->row - cells->cell[i].row + 1)
			cells->cell[i].rows =
			    cells->row - cells->cell[i].row + 1;
}

static void
read_cell(struct cell *cell, struct arena *arena)
{
	static struct content content;
	struct content       *c = &content;
	const GumboVector    *children = &cell->node->v.element.children;
	struct html_text      text = c->text;

	html_text_cut(&text, 0);
	memset(c, 0, sizeof(*c));
	c->text = text;
	for (unsigned i = 0; i < children->length; i++)
		gather(c, children->data[i], false);
	block(c);
	cell->flows = c->table || (c->running && !cell->caption);
	cell->direct = c->direct;
	cell->text = c->pieces > 0;
	cell->all = cell->first = SLICE("");
	if (c->pieces == 0 && c->picture)
		cell->all = picture;
	if (c->pieces == 0)
		return;
	cell->all = arena_copy(arena, (struct slice){ c->text.p + c->at[0],
	    c->at[c->pieces - 1] + c->n[c->pieces - 1] - c->at[0] });
	cell->first = (struct slice){ cell->all.p, c->n[0] };
}

/* What the rows of a table say so far. */
struct rows {
	unsigned row, cells, texts;	/* the row being read */
	unsigned pairs, triples, wide;
	bool     flowed;
};

static void
count_row(struct rows *rows)
{
	rows->pairs += rows->texts >= 2;
	rows->triples += rows->cells >= 3;
	rows->wide += rows->texts >= 3;
	rows->cells = rows->texts = 0;
}

static void walk(struct walk *w, const GumboNode *node);

static void
add_cells(struct walk *w, const struct cell *cell, size_t n, unsigned ordinal)
{
	for (size_t i = 0; i < n && ordinal > 0; i++)
		if (!cell[i].caption)
			lines_add(&w->cells, CELL, ordinal, cell[i].row,
			    cell[i].col, cell[i].rows, cell[i].cols,
			    cell[i].all);
}

/* The cells of a table as html_flow.h has it: those held, from FIRST on, are
 * decided at each cell that flows and at the end. */
static void
walk_cells(struct walk *w, struct cells *cells)
{
	struct rows rows = { 0 };
	unsigned    ordinal = 0;
	size_t      first = 0;

	for (size_t i = 0; i < cells->n; i++) {
		struct cell *c = &cells->cell[i];

		if (c->row != rows.row)
			count_row(&rows);
		rows.row = c->row;
		rows.cells += !c->caption;
		rows.texts += !c->caption && c->text;
		if (!c->flows)
			continue;
		if (ordinal == 0 && rows.wide > 1)
			ordinal = ++w->tables;
		add_cells(w, c - (i - first), i - first, ordinal);
		c->all = c->first;
		add_cells(w, c, c->text && c->direct, ordinal);
		first = i + 1;
		rows = (struct rows){ .row = c->row, .flowed = true };
		walk(w, c->node);
	}
	count_row(&rows);
	if (ordinal == 0 && (rows.wide > 1 ||
	    (!rows.flowed && (rows.pairs > 0 || rows.triples > 1))))
		ordinal = ++w->tables;
	add_cells(w, cells->cell + first, cells->n - first, ordinal);
}

static void
walk_table(struct walk *w, const GumboNode *table)
{
	const GumboVector *children = &table->v.element.children;
	struct cells       cells = { 0 };

	for (unsigned i = 0; i < children->length; i++) {
		const GumboNode *child = children->data[i];

		if (is_element(child) && role(child) == HTML_GROUP)
			place_group(&cells, child);
		else if (is_element(child) && role(child) == HTML_CAPTION)
			add_cell(&cells, &(struct cell){ .node = child,
			    .row = cells.row, .caption = true });
	}
	for (size_t i = 0; i < cells.n; i++)
		read_cell(&cells.cell[i], &w->arena);
	if (cells.n > 0)
		walk_cells(w, &cells);
	free(cells.cell);
}

static void
walk(struct walk *w, const GumboNode *node)
{
	const GumboVector *children;

	if (!is_element(node))
		return;
	if (is_dropped(role(node)))
		return;
	children = &node->v.element.children;
	for (unsigned i = 0; i < children->length; i++) {
		const GumboNode *child = children->data[i];

		if (is_element(child) && role(child) == HTML_TABLE)
			walk_table(w, child);
		else
			walk(w, child);
	}
}

static size_t
count_text(const GumboNode *node)
{
	const GumboVector *children = &node->v.element.children;
	size_t             n = 0;

	if (!is_element(node))
		return solid(text_of(node));
	if (is_dropped(role(node)) && role(node) != HTML_SELECT)
		return 0;
	/* A closed list shows the first of its options. */
	for (unsigned i = 0; i < children->length && (n == 0 ||
	    role(node) != HTML_SELECT); i++)
		n += count_text(children->data[i]);
	return n;
}

struct totals {
	size_t pages, equal, cells, right, text;
};

static void
show(const char *page, const char *ours, const char *theirs)
{
	printf("%s\n  ours:  %s\n  gumbo: %s\n", page,
	    ours != NULL ? ours : "(no more cells)",
	    theirs != NULL ? theirs : "(no more cells)");
}

static void
compare(const char *name, const struct decoded *d, const struct walk *w,
    struct totals *totals)
{
	size_t n = d->cells.n > w->cells.n ? d->cells.n : w->cells.n;
	size_t right = 0;

	for (size_t i = 0; i < d->cells.n && i < w->cells.n; i++)
		right += strcmp(d->cells.line[i], w->cells.line[i]) == 0;
	for (size_t i = 0; i < n && right < n; i++) {
		const char *ours = i < d->cells.n ? d->cells.line[i] : NULL;
		const char *theirs = i < w->cells.n ? w->cells.line[i] : NULL;

		if (ours == NULL || theirs == NULL ||
		    strcmp(ours, theirs) != 0) {
			show(name, ours, theirs);
			break;
		}
	}
	if (d->bytes != w->bytes)
		printf("%s\n  %zu bytes of text, gumbo %zu\n", name, d->bytes,
		    w->bytes);
	totals->pages++;
	totals->equal += right == n;
	totals->cells += n;
	totals->right += right;
	totals->text += d->bytes == w->bytes;
}

static struct slice
read_page(const char *name)
{
	FILE  *f = fopen(name, "rb");
	char  *p = NULL;
	size_t n = 0, got = 1;

	while (f != NULL && got > 0) {
		p = memory_resize(p, n + 65537, 1);
		got = fread(p + n, 1, 65536, f);
		n += got;
	}
	if (f == NULL) {
		perror(name);
		exit(2);
	}
	fclose(f);
	p[n] = '\0';
	return (struct slice){ p, n };
}

/* What gumbo makes of PAGE. */
static void
parse(struct walk *w, struct slice page)
{
	GumboOutput *tree = gumbo_parse_with_options(&kGumboDefaultOptions,
	    page.p, page.n);

	walk(w, tree->root);
	w->bytes = count_text(tree->root);
	gumbo_destroy_output(&kGumboDefaultOptions, tree);
}

static void
compare_page(const char *name, const char *trees, bool gumbo, size_t chunk,
    struct totals *totals)
{
	struct decoded d = { 0 };
	struct walk    w = { 0 }, ours = { 0 };
	struct slice   page = read_page(name), tree = page;
	const char    *base = strrchr(name, '/');
	char           path[4096];

	if (trees != NULL) {
		snprintf(path, sizeof(path), "%s/%s", trees,
		    base != NULL ? base + 1 : name);
		tree = read_page(path);
	}
	parse(&w, tree);
	if (gumbo) {
		parse(&ours, page);
		d.cells = ours.cells;
		d.bytes = ours.bytes;
	} else
		decode(&d, page, chunk);
	compare(name, &d, &w, totals);
	lines_free(&d.cells);
	lines_free(&w.cells);
	arena_free(&w.arena);
	arena_free(&ours.arena);
	if (trees != NULL)
		free((char *)tree.p);
	free((char *)page.p);
}

int
main(int argc, char *argv[])
{
	struct totals totals = { 0 };
	const char   *trees = NULL;
	bool          gumbo = false;
	int           option;

	while ((option = getopt(argc, argv, "gt:")) != -1)
		if (option == 't')
			trees = optarg;
		else if (option == 'g')
			gumbo = true;
		else
			return 2;
	/* Every second page a byte at a time. */
	for (int i = optind; i < argc; i++)
		compare_page(argv[i], trees, gumbo, i % 2 == 0 ? 1 : 65536,
		    &totals);
	printf("%zu of %zu cells, %zu of %zu pages, text of %zu\n",
	    totals.right, totals.cells, totals.equal, totals.pages,
	    totals.text);
	return totals.right == totals.cells ? 0 : 1;
}
