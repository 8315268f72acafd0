#include "word_graph.h"

#include <stdlib.h>

#include "base/memory.h"

/* The character at P if it is one of three bytes, else the byte: words are
 * compared as bytes, and two thirds of the steps are saved. */
static uint32_t
character_at(const unsigned char *p, size_t left, size_t *n)
{
	if (p[0] < 0xE0 || p[0] > 0xEF || left < 3) {
		*n = 1;
		return p[0];
	}
	*n = 3;
	return (p[0] & 0x0Fu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
}

enum { CHARACTERS = 0x10000 };

static void *
zeroed(size_t n)
{
	return memset(memory_get(n), 0, n);
}

static uint32_t
new_node(struct word_graph *graph, const struct word_node *node)
{
	*MEMORY_APPEND(graph->node, graph->nodes, graph->node_room) = *node;
	return (uint32_t)(graph->nodes - 1);
}

/* Room for N branches beside each other; the first one's number. */
static uint32_t
new_branches(struct word_graph *graph, size_t n)
{
	size_t first = graph->branches;

	graph->branches += n;
	graph->branch = memory_room(graph->branch, &graph->branch_room,
	    graph->branches, sizeof(*graph->branch));
	return (uint32_t)first;
}

/* The number of SET.  There are few; words keep theirs by number so that the
 * graph is small. */
static uint32_t
set_number(struct word_graph *graph, struct classes set)
{
	unsigned long long hash = hash_of((struct slice){
	    (const char *)&set, sizeof(set) });
	size_t             probe = 0, i;

	while ((i = map_next(&graph->by_set, hash, &probe)) != MAP_NONE)
		if (classes_same(set, graph->set[i]))
			return (uint32_t)i;
	map_add(&graph->by_set, hash, graph->sets);
	*MEMORY_APPEND(graph->set, graph->sets, graph->set_room) = set;
	return (uint32_t)(graph->sets - 1);
}

static uint32_t
join_sets(struct word_graph *graph, uint32_t a, uint32_t b)
{
	if (a == 0 || b == 0 || a == b)
		return a | b;
	return set_number(graph, classes_join(graph->set[a], graph->set[b]));
}

/* Makes room for as much as the suite's own words take, so that nothing moves
 * when it grows; what is not used is never touched. */
static void
reserve(struct word_graph *graph)
{
	enum { NODES = 128 * 1024, BRANCHES = 4 * NODES };

	graph->node = memory_resize(NULL, NODES, sizeof(*graph->node));
	graph->node_room = NODES;
	graph->branch = memory_resize(NULL, BRANCHES, sizeof(*graph->branch));
	graph->branch_room = BRANCHES;
}

void
word_graph_begin(struct word_graph *graph)
{
	static const struct word_node none = { .set = 0 };

	reserve(graph);
	(void)new_node(graph, &none);
	*MEMORY_APPEND(graph->set, graph->sets, graph->set_room) =
	    (struct classes){ { 0 } };
	graph->first = zeroed(CHARACTERS * sizeof(*graph->first));
	graph->known = zeroed(WORD_UNIONS * sizeof(*graph->known));
}

void
word_graph_free(struct word_graph *graph)
{
	free(graph->first);
	free(graph->known);
	free(graph->branch);
	free(graph->node);
	free(graph->cell);
	free(graph->set);
	map_free(&graph->by_set);
}

uint32_t
word_graph_set(struct word_graph *graph, int class)
{
	return set_number(graph, classes_of(class));
}

uint32_t
word_graph_end(struct word_graph *graph, int class)
{
	struct word_node end = { .set = word_graph_set(graph, class) };

	return new_node(graph, &end);
}

uint32_t
word_graph_before(struct word_graph *graph, struct slice *text, uint32_t to)
{
	struct word_node     node = { .branch = new_branches(graph, 1),
	    .branches = 1, .left = graph->node[to].left + 1 };
	const unsigned char *p = (const unsigned char *)text->p;
	size_t               n = text->n >= 3 && p[text->n - 3] >= 0xE0 &&
	    p[text->n - 3] <= 0xEF ? 3 : 1;

	text->n -= n;
	graph->branch[node.branch] = (struct word_branch){
	    character_at(p + text->n, n, &n), to };
	return new_node(graph, &node);
}

/* Copies the branches of node A from number I on, of characters before BEFORE, to
 * those of BOTH.  Returns the number of the next one. */
static uint32_t
copy_branches(struct word_graph *graph, const struct word_node *a, uint32_t i,
    uint32_t before, struct word_node *both)
{
	const struct word_branch *from = graph->branch + a->branch;
	struct word_branch       *to = graph->branch + both->branch +
	    both->branches;
	uint32_t                  n = 0;

	for (; i + n < a->branches && from[i + n].character < before; n++)
		to[n] = from[i + n];
	both->branches += n;
	return i + n;
}

/* The node that is both NUMBER and WITH; NUMBER itself if it has all that the
 * other has. */
static uint32_t
join_nodes(struct word_graph *graph, uint32_t number, uint32_t with)
{
	const struct word_node a = graph->node[number], b = graph->node[with];
	struct word_node       both = { .set = join_sets(graph, a.set, b.set),
	    .left = a.left > b.left ? a.left : b.left,
	    .branch = new_branches(graph, a.branches + b.branches) };
	bool                   same = both.set == a.set;
	uint32_t               i = 0;

	for (uint32_t j = 0; j < b.branches; j++) {
		struct word_branch branch = graph->branch[b.branch + j];
		const struct word_branch *of_a;

		i = copy_branches(graph, &a, i, branch.character, &both);
		of_a = &graph->branch[a.branch + i];
		if (i < a.branches && of_a->character == branch.character) {
			uint32_t to = of_a->to;

			branch.to = word_graph_either(graph, to, branch.to);
			same = same && branch.to == to;
			i++;
		} else
			same = false;
		graph->branch[both.branch + both.branches++] = branch;
	}
	(void)copy_branches(graph, &a, i, UINT32_MAX, &both);
	return same ? number : new_node(graph, &both);
}

/* Without what was joined before, the branches of what two lines share would be
 * gone through, and copied, once for each way that leads there: twice the work,
 * three times the nodes. */
uint32_t
word_graph_either(struct word_graph *graph, uint32_t a, uint32_t b)
{
	struct word_union *known = &graph->known[(a * 31u + b) *
	    0x9E3779B1u >> 20];

	if (a == 0 || a == b)
		return b;
	if (b == 0)
		return a;
	if (known->a != a || known->b != b) {
		uint32_t either = join_nodes(graph, a, b);

		*known = (struct word_union){ a, b, either };
	}
	return known->either;
}

bool
word_graph_add(struct word_graph *graph, uint32_t node)
{
	const struct word_node words = graph->node[node];
	bool                   added = false;

	for (uint32_t i = 0; i < words.branches; i++) {
		struct word_branch branch = graph->branch[words.branch + i];
		uint32_t          *first = &graph->first[branch.character];
		uint32_t           either = word_graph_either(graph, *first,
		    branch.to);

		added = added || either != *first;
		*first = either;
	}
	return added;
}

/* Lays NODE, with all that follows, into the cells, unless it is there already;
 * PLACE tells where.  Returns its place. */
static uint32_t
lay_node(struct word_graph *graph, uint32_t number, uint32_t *place)
{
	const struct word_node   *node = &graph->node[number];
	const struct word_branch *branch = &graph->branch[node->branch];
	size_t                    at = graph->cells;

	if (place[number] != 0)
		return place[number];
	place[number] = (uint32_t)at;
	graph->cells += CELL_BRANCHES + 2 * (size_t)node->branches;
	graph->cell = memory_room(graph->cell, &graph->cell_room,
	    graph->cells, sizeof(*graph->cell));
	graph->cell[at + CELL_SET] = node->set;
	graph->cell[at + CELL_COUNT] = node->branches;
	for (uint32_t i = 0; i < node->branches; i++) {
		uint32_t to = lay_node(graph, branch[i].to, place);

		graph->cell[at + CELL_BRANCHES + 2 * i] = branch[i].character;
		graph->cell[at + CELL_BRANCHES + 2 * i + 1] = to;
	}
	return place[number];
}

void
word_graph_settle(struct word_graph *graph)
{
	uint32_t *place = zeroed(graph->nodes * sizeof(*place));

	graph->cells = 1;		/* 0 is none */
	for (size_t i = 0; i < CHARACTERS; i++)
		if (graph->first[i] != 0)
			graph->first[i] = lay_node(graph, graph->first[i],
			    place);
	free(place);
	free(graph->node);
	free(graph->branch);
	free(graph->known);
	graph->node = NULL;
	graph->branch = NULL;
	graph->known = NULL;
}

/* The place that CHARACTER leads to from CELL's node; 0: none.  Most nodes have a
 * few branches, some first characters a hundred: these are halved first. */
static uint32_t
branch_to(const uint32_t *cell, uint32_t character)
{
	enum { FEW = 8 };
	uint32_t left = cell[CELL_COUNT];

	cell += CELL_BRANCHES;
	while (left > FEW) {
		uint32_t half = left / 2;

		if (cell[2 * half] <= character)
			cell += 2 * half;
		left -= half;
	}
	for (; left > 0; cell += 2, left--)
		if (cell[0] == character)
			return cell[1];
	return 0;
}

size_t
word_graph_match(const struct word_graph *graph, struct slice text,
    struct word_match match[WORD_MATCHES])
{
	const unsigned char *p = (const unsigned char *)text.p;
	size_t               matches = 0, i, n;
	uint32_t             at;

	if (text.n == 0)
		return 0;
	at = graph->first[character_at(p, text.n, &n)];
	for (i = n; at != 0; i += n) {
		const uint32_t *cell = &graph->cell[at];

		if (cell[CELL_SET] != 0 && matches < WORD_MATCHES)
			match[matches++] = (struct word_match){ (uint32_t)i,
			    cell[CELL_SET] };
		if (i + 1 < text.n && p[i] == ' ' && p[i - 1] > 0x7f &&
		    p[i + 1] > 0x7f)
			i++;		/* 政府信 息: a line ended there */
		if (i == text.n)
			break;
		at = branch_to(cell, character_at(p + i, text.n - i, &n));
	}
	return matches;
}
