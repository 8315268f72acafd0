#include <math.h>

#include "array.h"
#include "base/digits.h"
#include "base/utf8.h"
#include "canvas.h"
#include "format/page/char_class.h"

/* Text being drawn: the numbers of a run of glyphs.  Fonts are not looked
 * into: how wide a glyph is, is told by where the next one stands. */
struct glyph_writer {
	struct ofd_canvas         *canvas;
	const struct ofd_object   *object;
	const struct page_matrix   *matrix;
	struct page_point           along;	/* its line on the page, length 1 */
	double                     size, stretch;	/* points, points an em */
	struct page_ink            ink;
	const struct ofd_ligature *ligature;	/* the next */
	size_t                     at;		/* characters so far */
	struct ofd_deltas          delta_x, delta_y;
	bool                       placed;	/* there are deltas */
};

/* In ems: no letter is wider, and one that stands alone is so wide. */
struct letter_width {
	double most, usual;
};

static struct letter_width
width_of(uint32_t c)
{
	if (page_is_wide(c))
		return (struct letter_width){ 1, 1 };
	if (is_digit(c))
		return (struct letter_width){ 0.62, 0.5 };
	if (c < 0x80 && strchr("ABCDEFGHIJKLMNOPQRSTUVWXYZmw@%&", (int)c) !=
	    NULL)
		return (struct letter_width){ 1, 0.7 };
	if (page_is_space(c))
		return (struct letter_width){ HUGE_VAL, 0.5 };
	return (struct letter_width){ 0.75, 0.5 };
}

/* How far along its line on the page a glyph reaches that is drawn for C, the
 * next one standing BY behind it. */
static double
reach_along(const struct glyph_writer *w, uint32_t c, struct page_point by)
{
	struct letter_width width = width_of(c);
	double              next = by.x * w->along.x + by.y * w->along.y;
	double              aside = by.x * w->along.y - by.y * w->along.x;

	if (next > 0 && fabs(aside) < 0.1 * next &&
	    next <= width.most * w->stretch * 1.05)
		return next;
	return width.usual * w->stretch;
}

/* Upright letters that follow each other downwards are set so. */
static enum page_course
course_of(const struct glyph_writer *w, struct page_point by)
{
	enum page_course course = page_course_of(w->along, false);

	return course == PAGE_ALONG && by.y > 0 &&
	    fabs(by.x) < 0.1 * by.y ? PAGE_DOWNWARDS : course;
}

/* Draws C at AT; the next glyph stands BY behind it, both in the object's own
 * units. */
static void
draw_glyph(const struct glyph_writer *w, uint32_t c, struct page_point at,
    struct page_point by)
{
	const struct page_matrix *m = w->matrix;
	struct page_point         from = page_transform(m, at);
	struct page_point         next = { m->a * by.x + m->c * by.y,
		m->b * by.x + m->d * by.y };
	enum page_course          course = course_of(w, next);
	double                   length = reach_along(w, c, next);
	struct page_glyph         glyph = { .size = (float)w->size, .code = c,
		.course = course };

	/* Letters set downwards are placed by the left of their base, too. */
	glyph.box = page_letter_box(course == PAGE_DOWNWARDS ? PAGE_ALONG :
	    course, from, (struct page_point){ w->along.x * length,
	    w->along.y * length }, w->size);
	if (c == UTF8_REPLACEMENT)
		w->canvas->page->unmapped++;
	page_draw_glyph(w->canvas->page, &glyph, &w->ink, &w->canvas->clip);
}

/* Without deltas glyphs follow each other by their widths: the standard has
 * them all at one place, which nobody means. */
static struct page_point
advance(struct glyph_writer *w, uint32_t c)
{
	struct page_point by = { ofd_delta(&w->delta_x),
		ofd_delta(&w->delta_y) };

	if (!w->placed)
		by.x = width_of(c).usual * w->object->size *
		    w->object->stretch;
	return by;
}

/* Takes up to MOST characters off TEXT into CODE: line ends are none, they
 * came with the file's layout.  Returns how many. */
static size_t
next_codes(struct slice *text, uint32_t code[], size_t most)
{
	size_t n = 0;

	while (n < most && text->n > 0) {
		*text = slice_from(*text, utf8_decode(*text, &code[n]));
		n += code[n] >= ' ' && code[n] != 0x7F;
	}
	return n;
}

/* Of one ligature; those of a longer one are drawn each by itself. */
enum { CODES_MAX = 16 };

/* How many characters the next glyphs stand for, and how many glyphs that
 * are. */
static size_t
next_group(struct glyph_writer *w, size_t *glyphs)
{
	size_t codes = 1;

	*glyphs = 1;
	while (w->ligature != NULL && w->ligature->at < w->at)
		w->ligature = w->ligature->next;
	if (w->ligature != NULL && w->ligature->at == w->at &&
	    w->ligature->codes <= CODES_MAX) {
		codes = w->ligature->codes;
		*glyphs = w->ligature->glyphs;
	}
	return codes;
}

/* Draws the characters of a run from PEN on, which moves behind them.  Those
 * of a ligature share its glyphs' room. */
static void
draw_run(struct glyph_writer *w, struct slice text, struct page_point *pen)
{
	uint32_t         code[CODES_MAX];
	struct page_point by = { 0, 0 };
	size_t           glyphs, n;

	while ((n = next_codes(&text, code, next_group(w, &glyphs))) > 0 &&
	    ofd_step(w->canvas)) {
		bool             last = slice_trim(text).n == 0;
		struct page_point before = by;

		by = (struct page_point){ 0, 0 };
		for (size_t i = 0; i < glyphs && !last && i < CODES_MAX; i++) {
			struct page_point step = advance(w, code[0]);

			by.x += step.x / (double)n;
			by.y += step.y / (double)n;
		}
		if (last)	/* as wide as it is, in the course of the others */
			by = (struct page_point){ 0, before.y };
		for (size_t i = 0; i < n; i++) {
			draw_glyph(w, code[i], *pen, by);
			pen->x += by.x;
			pen->y += by.y;
		}
		w->at += n;
	}
}

static struct page_ink
ink_of_text(const struct ofd_object *object)
{
	return object->fill ? object->filled : object->stroke ?
	    object->stroked : (struct page_ink){ .kind = PAGE_INK_NONE };
}

void
ofd_draw_text(struct ofd_canvas *canvas, const struct ofd_object *object,
    const struct page_matrix *matrix)
{
	double turn = object->turn * acos(-1) / 180;
	double x = cos(turn), y = sin(turn);
	struct page_point along = { matrix->a * x + matrix->c * y,
		matrix->b * x + matrix->d * y };
	double length = hypot(along.x, along.y);
	struct glyph_writer w = { .canvas = canvas, .object = object,
		.matrix = matrix, .ligature = object->ligature,
		.size = object->size * hypot(matrix->c, matrix->d),
		.ink = ink_of_text(object) };
	struct page_point pen = { 0, 0 };

	if (!(length > 0) || !(w.size > 0) || !isfinite(w.size))
		return;
	w.along = (struct page_point){ along.x / length, along.y / length };
	w.stretch = object->size * object->stretch * length;
	canvas->page->texts++;
	for (const struct ofd_run *run = object->run; run != NULL;
	    run = run->next) {
		canvas->page->strings++;
		pen.x = ofd_value(run->x, pen.x);
		pen.y = ofd_value(run->y, pen.y);
		w.delta_x = (struct ofd_deltas){ .rest = run->delta_x };
		w.delta_y = (struct ofd_deltas){ .rest = run->delta_y };
		w.placed = run->delta_x.n > 0 || run->delta_y.n > 0;
		draw_run(&w, run->text, &pen);
	}
}
