#include "word_graph.h"

#include <stdlib.h>

#include "base/memory.h"

enum { CHARACTERS = 0x10000 };

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
	graph->first = memory_zeroed(CHARACTERS * sizeof(*graph->first));
	graph->known = memory_zeroed(WORD_UNIONS * sizeof(*graph->known));
}

void
word_graph_free(struct word_graph *graph)
{
	free(graph->first);
	free(graph->known);
	free(graph->branch);
	free(graph->node);
	free(graph->step);
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
	    word_character(p + text->n, n, &n), to };
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

/* The node that all words begin at. */
static uint32_t
make_root(struct word_graph *graph)
{
	struct word_node root = { .branch = new_branches(graph, CHARACTERS) };

	for (uint32_t i = 0; i < CHARACTERS; i++)
		if (graph->first[i] != 0)
			graph->branch[root.branch + root.branches++] =
			    (struct word_branch){ i, graph->first[i] };
	return new_node(graph, &root);
}

void
word_graph_settle(struct word_graph *graph)
{
	uint32_t root = make_root(graph);

	graph->step = word_steps(graph->node, graph->nodes, graph->branch, root,
	    &graph->root, &graph->steps);
	free(graph->first);
	free(graph->node);
	free(graph->branch);
	free(graph->known);
	graph->first = NULL;
	graph->node = NULL;
	graph->branch = NULL;
	graph->known = NULL;
}

size_t
word_graph_match(const struct word_graph *graph, struct slice text,
    struct word_match match[WORD_MATCHES])
{
	struct word_walk walk = { .at = graph->root };
	size_t           matches = 0;

	while (matches < WORD_MATCHES && word_walk(&walk, graph->step, text))
		match[matches++] = (struct word_match){ (uint32_t)walk.n,
		    walk.set };
	return matches;
}
