/* A path: lines and curves, of which a table's rules are made. */
#ifndef PAGE_PATH_H
#define PAGE_PATH_H

#include "ink.h"

struct page_vertex;

struct page_path {			/* all zero: empty */
	struct page_vertex *vertex;
	size_t              vertices, room;
	struct page_point    start;	/* of its last part, on the page */
};

/* Each adds POINT, where MATRIX puts it on the page: the beginning of a part,
 * the end of a line, or a point of a curve. */
void path_move(struct page_path *path, const struct page_matrix *matrix,
    struct page_point point);
void path_line(struct page_path *path, const struct page_matrix *matrix,
    struct page_point point);
void path_curve(struct page_path *path, const struct page_matrix *matrix,
    struct page_point point);

/* A line back to where the last part began. */
void path_close(struct page_path *path);

/* Adds to PAGE the rules among the path's lines, or its parts that are thin, as
 * far as CLIP shows them; and what is filled with INK as a ground. */
void path_stroke(const struct page_path *path, struct drawn_page *page,
    const struct page_extent *clip);
void path_fill(const struct page_path *path, struct drawn_page *page,
    const struct page_extent *clip, const struct page_ink *ink);

/* Whether the path is one rectangle along the axes. */
bool path_is_rectangle(const struct page_path *path);

struct page_extent path_extent(const struct page_path *path);

void path_free(struct page_path *path);

#endif
