/* What a reader meets while it goes over a page, noted on the page: the
 * readers differ only in how they learn of it. */
#ifndef PAGE_DRAWING_H
#define PAGE_DRAWING_H

#include "page.h"

#ifdef __cplusplus
extern "C" {
#endif

struct pdf_point {
	double x, y;
};

struct pdf_extent {
	double left, top, right, bottom;
};

/* An extent that reaches no point, and its growth to reach POINT. */
extern const struct pdf_extent pdf_nowhere;
void pdf_reach(struct pdf_extent *extent, struct pdf_point point);

/* (x, y) is drawn at (a x + c y + e, b x + d y + f). */
struct pdf_matrix {
	double a, b, c, d, e, f;
};

/* MATRIX after FIRST. */
struct pdf_matrix pdf_matrix_after(const struct pdf_matrix *matrix,
    const struct pdf_matrix *first);

struct pdf_point pdf_transform(const struct pdf_matrix *matrix,
    struct pdf_point point);

/* Empties PAGE, which is so large (points), and keeps its arrays. */
void pdf_page_begin(struct pdf_page *page, double width, double height);

/* How letters follow each other that run on by BY; VERTICAL: they are set
 * upright, one below the other. */
enum pdf_course pdf_course_of(struct pdf_point by, bool vertical);

/* The box of a letter that runs on from AT by BY, of SIZE; as Han characters
 * stand on the line, though Latin letters reach lower. */
struct pdf_box pdf_letter_box(enum pdf_course course, struct pdf_point at,
    struct pdf_point by, double size);

/* Adds GLYPH, unless the page has too many. */
void pdf_add_glyph(struct pdf_page *page, const struct pdf_glyph *glyph);

/* A line drawn from A to B is a rule when it runs along an axis.  Downwards it
 * ends where CLIP does, as rows are cut by the page's end; across it is whole,
 * if CLIP shows any of it: a table wider than its page has more columns than
 * can be seen. */
void pdf_add_line(struct pdf_page *page, const struct pdf_extent *clip,
    struct pdf_point a, struct pdf_point b);

/* A filled shape that reaches so far is a rule when it is thin. */
void pdf_add_bar(struct pdf_page *page, const struct pdf_extent *clip,
    const struct pdf_extent *bar);

bool pdf_is_along_axis(struct pdf_point a, struct pdf_point b);

/* What a picture fills that has a corner at CORNER and the sides ACROSS and DOWN
 * [ISO 32000-1, 8.9.5.2]. */
struct pdf_extent pdf_extent_of_picture(struct pdf_point corner,
    struct pdf_point across, struct pdf_point down);

/* A picture reaches so far. */
void pdf_add_picture(struct pdf_page *page, const struct pdf_extent *clip,
    const struct pdf_extent *picture);

#ifdef __cplusplus
}
#endif

#endif
