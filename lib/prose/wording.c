/* A wording is read from its end: what follows a choice is made before the
 * choice is, once, and each alternative leads to it. */
#include "wording.h"

#include <stdlib.h>

#include "base/memory.h"

enum { DEPTH_MAX = 16 };		/* of brackets in brackets */

struct reading {
	struct word_sets      *sets;
	struct word_graph     *graph;
	const struct data_row *row;
	struct slice           whole;	/* for messages */
};

static uint32_t read_text(struct reading *reading, struct slice text,
    uint32_t behind);

static struct word_set *
find_set(const struct word_sets *sets, struct slice name)
{
	for (size_t i = 0; i < sets->sets; i++)
		if (slice_eq(sets->set[i].name, name))
			return &sets->set[i];
	return NULL;
}

/* The bytes of the name of a set that TEXT, behind its <, begins with. */
static size_t
check_set(const struct word_sets *sets, const struct data_row *row,
    struct slice text, struct slice whole)
{
	const char  *gt = memchr(text.p, '>', text.n);
	struct slice name = { text.p, 0 };

	if (gt == NULL)
		data_refuse(row, whole, "never closed");
	name.n = (size_t)(gt - text.p);
	if (find_set(sets, name) == NULL)
		data_refuse(row, name, "unknown set");
	return name.n;
}

/* Refuses what is malformed in WORDING, so that reading it finds no fault. */
static void
check(const struct word_sets *sets, const struct data_row *row,
    struct slice wording)
{
	int depth = 0;

	for (size_t i = 0; i < wording.n; i++) {
		char c = wording.p[i];

		if ((unsigned char)c >= 0x80)
			continue;
		if (depth == 0 && (c == ')' || c == '|'))
			data_refuse(row, wording, "never opened");
		depth += (c == '(') - (c == ')');
		if (depth > DEPTH_MAX)
			data_refuse(row, wording, "too many brackets");
		if (c == '<')
			i += check_set(sets, row, slice_from(wording, i + 1),
			    wording) + 1;
		else if (c == '>')
			data_refuse(row, wording, "never opened");
	}
	if (depth > 0)
		data_refuse(row, wording, "never closed");
}

void
word_sets_add(struct word_sets *sets, const struct data_row *row)
{
	struct slice list = row->field[2], word;

	while (slice_cut(&list, ' ', &word))
		check(sets, row, word);
	*MEMORY_APPEND(sets->set, sets->sets, sets->room) = (struct word_set){
	    .name = row->field[0], .words = row->field[2], .row = row };
}

void
word_sets_free(struct word_sets *sets)
{
	free(sets->set);
}

/* Takes what the last byte of TEXT, a closing bracket, closes off it; what stands
 * between the brackets. */
static struct slice
take_brackets(struct slice *text)
{
	char         close = text->p[text->n - 1], open = close == ')' ?
	    '(' : '<';
	struct slice inner = { NULL, text->n - 1 };
	int          depth = 0;

	do {
		char c = text->p[--text->n];

		depth += (c == close) - (c == open);
	} while (depth > 0);
	inner.p = text->p + text->n + 1;
	inner.n -= text->n + 1;
	return inner;
}

static uint32_t
read_alternatives(struct reading *reading, struct slice inner, uint32_t behind)
{
	uint32_t any = 0;
	int      depth = 0;
	size_t   from = 0;

	for (size_t i = 0; i <= inner.n; i++) {
		if (i < inner.n)
			depth += (inner.p[i] == '(') - (inner.p[i] == ')');
		if (i < inner.n && (depth > 0 || inner.p[i] != '|'))
			continue;
		any = word_graph_either(reading->graph, any, read_text(reading,
		    (struct slice){ inner.p + from, i - from }, behind));
		from = i + 1;
	}
	return any;
}

static uint32_t
read_set(struct reading *reading, struct slice name, uint32_t behind)
{
	struct word_set *set = find_set(reading->sets, name);
	struct slice     list = set->words, word;
	uint32_t         any = 0;

	set->used = true;
	while (slice_cut(&list, ' ', &word))
		any = word_graph_either(reading->graph, any,
		    read_text(reading, word, behind));
	return any;
}

/* The node that TEXT, which BEHIND follows, begins at. */
static uint32_t
read_text(struct reading *reading, struct slice text, uint32_t behind)
{
	while (text.n > 0) {
		char last = text.p[text.n - 1];

		if (last == ')')
			behind = read_alternatives(reading,
			    take_brackets(&text), behind);
		else if (last == '>')
			behind = read_set(reading, take_brackets(&text),
			    behind);
		else
			behind = word_graph_before(reading->graph, &text,
			    behind);
		if (reading->graph->node[behind].left > WORD_MAX)
			data_refuse(reading->row, reading->whole, "too long");
	}
	return behind;
}

uint32_t
wording_read(struct word_sets *sets, struct word_graph *graph,
    const struct data_row *row, struct slice wording, uint32_t node)
{
	struct reading reading = { sets, graph, row, wording };

	check(sets, row, wording);
	return read_text(&reading, wording, node);
}
