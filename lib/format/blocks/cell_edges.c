#include "cell_edges.h"

#include <stdlib.h>

#include "base/memory.h"

/* Edges nearer than this are one line, drawn carelessly from row to row.
 * The narrowest column of a form is about 400 twips; where a column would
 * vanish the next smaller distance is tried. */
static const long same_edge[] = { 150, 60, 20, 0 };

size_t
cells_close_up(struct buffered_cell *cell, size_t start, size_t end)
{
	size_t kept = start;

	for (size_t i = start; i < end; i++) {
		const struct cell_place *place = &cell[i].place;

		if (place->gone)
			continue;
		if (place->joined && kept > start) {
			if (cell[kept - 1].place.right < place->right)
				cell[kept - 1].place.right = place->right;
			continue;
		}
		cell[kept++] = cell[i];
	}
	return kept;
}

struct edges {
	long  *at;		/* sorted */
	size_t n;
};

static int
edges_in_order(const void *a, const void *b)
{
	long x = *(const long *)a, y = *(const long *)b;

	return (x > y) - (x < y);
}

/* The edges of all cells, those nearer than SAME united to the first. */
static void
unite_edges(struct edges *edges, const struct buffered_cell *cell, size_t n,
    long same)
{
	size_t kept = 0;

	for (size_t i = 0; i < n; i++) {
		edges->at[2 * i] = cell[i].place.left;
		edges->at[2 * i + 1] = cell[i].place.right;
	}
	qsort(edges->at, 2 * n, sizeof(*edges->at), edges_in_order);
	for (size_t i = 0; i < 2 * n; i++)
		if (kept == 0 || edges->at[i] > edges->at[kept - 1] + same)
			edges->at[kept++] = edges->at[i];
	edges->n = kept;
}

/* The last edge at or before PLACE. */
static unsigned
edge_number(const struct edges *edges, long place)
{
	size_t low = 0, high = edges->n;

	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (edges->at[middle] <= place)
			low = middle;
		else
			high = middle;
	}
	return (unsigned)low;
}

/* Whether every cell keeps a column of its own. */
static bool
number_columns(const struct edges *edges, struct buffered_cell *cell, size_t n)
{
	bool all = true;

	for (size_t i = 0; i < n; i++) {
		unsigned left = edge_number(edges, cell[i].place.left);
		unsigned right = edge_number(edges, cell[i].place.right);

		cell[i].col = left + 1;
		cell[i].cols = right > left ? right - left : 1;
		all = all && right > left;
	}
	return all;
}

/* OPEN holds, for every column, the latest cell that begins there and may go
 * on below. */
static void
merge_with_above(struct buffered_cell *cell, size_t n,
    struct buffered_cell **open)
{
	for (size_t i = 0; i < n; i++) {
		struct buffered_cell **at = &open[cell[i].col - 1];

		cell[i].rows = 1;
		if (cell[i].place.down == MERGE_NEXT && *at != NULL &&
		    (*at)->row + (*at)->rows == cell[i].row) {
			(*at)->rows++;
			cell[i].covered = true;
		} else
			*at = cell[i].place.down == MERGE_NONE ? NULL
			    : &cell[i];
	}
}

void
cells_to_grid(struct buffered_cell *cell, size_t n)
{
	struct edges           edges;
	struct buffered_cell **open;
	size_t                 tries = sizeof(same_edge) / sizeof(same_edge[0]);

	if (n == 0)
		return;
	edges.at = memory_resize(NULL, 2 * n, sizeof(*edges.at));
	for (size_t i = 0; i < tries; i++) {
		unite_edges(&edges, cell, n, same_edge[i]);
		if (number_columns(&edges, cell, n))
			break;
	}
	open = memory_resize(NULL, edges.n, sizeof(struct buffered_cell *));
	for (size_t i = 0; i < edges.n; i++)
		open[i] = NULL;
	merge_with_above(cell, n, open);
	free(open);
	free(edges.at);
}
