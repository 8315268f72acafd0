#include "path.h"

#include <stdlib.h>

#include "base/memory.h"

struct page_vertex {
	struct page_point at;
	bool             first;		/* of a part of the path */
	bool             curved;	/* what leads to it is no line */
};

static void
add_vertex(struct page_path *path, struct page_vertex vertex)
{
	path->vertex = memory_room(path->vertex, &path->room, path->vertices,
	    sizeof(*path->vertex));
	path->vertex[path->vertices++] = vertex;
	if (vertex.first)
		path->start = vertex.at;
}

void
path_move(struct page_path *path, const struct page_matrix *matrix,
    struct page_point point)
{
	add_vertex(path, (struct page_vertex){ page_transform(matrix, point),
		true, false });
}

void
path_line(struct page_path *path, const struct page_matrix *matrix,
    struct page_point point)
{
	add_vertex(path, (struct page_vertex){ page_transform(matrix, point),
		path->vertices == 0, false });
}

void
path_curve(struct page_path *path, const struct page_matrix *matrix,
    struct page_point point)
{
	add_vertex(path, (struct page_vertex){ page_transform(matrix, point),
		path->vertices == 0, true });
}

void
path_close(struct page_path *path)
{
	if (path->vertices > 0)
		add_vertex(path, (struct page_vertex){ path->start, false,
			false });
}

void
path_stroke(const struct page_path *path, struct drawn_page *page,
    const struct page_extent *clip)
{
	const struct page_vertex *vertex = path->vertex;

	for (size_t i = 1; i < path->vertices; i++)
		if (!vertex[i].first && !vertex[i].curved)
			page_add_line(page, clip, vertex[i - 1].at,
			    vertex[i].at);
}

bool
path_is_rectangle(const struct page_path *path)
{
	const struct page_vertex *vertex = path->vertex;

	for (size_t i = 1; i < path->vertices; i++)
		if (vertex[i].first || vertex[i].curved ||
		    !page_is_along_axis(vertex[i - 1].at, vertex[i].at))
			return false;
	return path->vertices == 4 || path->vertices == 5;
}

void
path_fill(const struct page_path *path, struct drawn_page *page,
    const struct page_extent *clip, const struct page_ink *ink)
{
	struct page_extent bar = page_nowhere;
	struct page_ink    ground = *ink;

	if (ground.kind <= PAGE_INK_GLAZE && !path_is_rectangle(path))
		ground.kind = PAGE_INK_MANY;

	for (size_t i = 0; i < path->vertices; i++) {
		page_reach(&bar, path->vertex[i].at);
		if (i + 1 == path->vertices || path->vertex[i + 1].first) {
			page_add_bar(page, clip, &bar);
			page_add_ground(page, clip, &bar, &ground);
			bar = page_nowhere;
		}
	}
}

struct page_extent
path_extent(const struct page_path *path)
{
	struct page_extent extent = page_nowhere;

	for (size_t i = 0; i < path->vertices; i++)
		page_reach(&extent, path->vertex[i].at);
	return extent;
}

void
path_free(struct page_path *path)
{
	free(path->vertex);
	*path = (struct page_path){ .vertices = 0 };
}
