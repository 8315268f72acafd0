/* What a reader meets while it goes over a page, noted on the page: the
 * readers differ only in how they learn of it. */
#ifndef PAGE_DRAWING_H
#define PAGE_DRAWING_H

#include "page.h"

#ifdef __cplusplus
extern "C" {
#endif

struct page_point {
	double x, y;
};

struct page_extent {
	double left, top, right, bottom;
};

/* An extent that reaches no point, and its growth to reach POINT. */
extern const struct page_extent page_nowhere;
void page_reach(struct page_extent *extent, struct page_point point);

/* (x, y) is drawn at (a x + c y + e, b x + d y + f). */
struct page_matrix {
	double a, b, c, d, e, f;
};

/* MATRIX after FIRST. */
struct page_matrix page_matrix_after(const struct page_matrix *matrix,
    const struct page_matrix *first);

struct page_point page_transform(const struct page_matrix *matrix,
    struct page_point point);

/* Empties PAGE, which is so large (points), and keeps its arrays. */
void page_open(struct drawn_page *page, double width, double height);

/* How letters follow each other that run on by BY; VERTICAL: they are set
 * upright, one below the other. */
enum page_course page_course_of(struct page_point by, bool vertical);

/* The box of a letter that runs on from AT by BY, of SIZE; as Han characters
 * stand on the line, though Latin letters reach lower. */
struct page_box page_letter_box(enum page_course course, struct page_point at,
    struct page_point by, double size);

/* Adds GLYPH, unless the page has too many. */
void page_add_glyph(struct drawn_page *page, const struct page_glyph *glyph);

/* A line drawn from A to B is a rule when it runs along an axis.  Downwards it
 * ends where CLIP does, as rows are cut by the page's end; across it is whole,
 * if CLIP shows any of it: a table wider than its page has more columns than
 * can be seen. */
void page_add_line(struct drawn_page *page, const struct page_extent *clip,
    struct page_point a, struct page_point b);

/* A filled shape that reaches so far is a rule when it is thin. */
void page_add_bar(struct drawn_page *page, const struct page_extent *clip,
    const struct page_extent *bar);

bool page_is_along_axis(struct page_point a, struct page_point b);

/* What a picture fills that has a corner at CORNER and the sides ACROSS and DOWN
 * [ISO 32000-1, 8.9.5.2]. */
struct page_extent page_extent_of_picture(struct page_point corner,
    struct page_point across, struct page_point down);

/* A picture reaches so far. */
void page_add_picture(struct drawn_page *page, const struct page_extent *clip,
    const struct page_extent *picture);

#ifdef __cplusplus
}
#endif

#endif
