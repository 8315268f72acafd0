#include "canvas.h"

#include <math.h>

#include "array.h"

enum { UNITS_DEEP = 8 };

/* How many points each operator of a path takes, and how many numbers stand
 * before them [GB/T 33190, 9.1, table 36]. */
static const struct path_operator {
	char     letter;
	unsigned before, points;
	void   (*add)(struct page_path *path, const struct page_matrix *matrix,
	    struct page_point point);
} operators[] = {
	{ 'S', 0, 1, path_move }, { 'M', 0, 1, path_move },
	{ 'L', 0, 1, path_line }, { 'Q', 0, 2, path_curve },
	{ 'B', 0, 3, path_curve },
	/* Radii, angle, large or not, which way around. */
	{ 'A', 5, 1, path_curve },
};

static const struct path_operator *
operator_of(char letter)
{
	for (size_t i = 0; i < sizeof(operators) / sizeof(operators[0]); i++)
		if (operators[i].letter == letter)
			return &operators[i];
	return NULL;
}

static bool
add_points(struct ofd_canvas *canvas, const struct path_operator *operator,
    const struct page_matrix *matrix, struct slice *rest)
{
	double number;

	for (unsigned i = 0; i < operator->before; i++)
		if (!ofd_number(rest, &number))
			return false;
	for (unsigned i = 0; i < operator->points; i++) {
		struct page_point point;

		if (!ofd_number(rest, &point.x) ||
		    !ofd_number(rest, &point.y) || !ofd_step(canvas))
			return false;
		operator->add(&canvas->path, matrix, point);
	}
	return true;
}

/* Makes the path of CANVAS what REST says, as far as it goes if it breaks off. */
static void
read_path(struct ofd_canvas *canvas, struct slice rest,
    const struct page_matrix *matrix)
{
	canvas->path.vertices = 0;
	for (;;) {
		const struct path_operator *operator;

		rest = slice_trim(rest);
		if (rest.n == 0)
			break;
		operator = operator_of(rest.p[0]);
		if (rest.p[0] == 'C')
			path_close(&canvas->path);
		else if (operator == NULL)
			break;
		rest = slice_from(rest, 1);
		if (operator != NULL &&
		    !add_points(canvas, operator, matrix, &rest))
			break;
	}
}

static void
draw_path(struct ofd_canvas *canvas, const struct ofd_object *object,
    const struct page_matrix *matrix, bool glazed)
{
	struct page_ink fill = object->filled;

	if (glazed && fill.kind == PAGE_INK_PLAIN)
		fill.kind = PAGE_INK_GLAZE;

	read_path(canvas, object->data, matrix);
	if (object->fill)
		path_fill(&canvas->path, canvas->page, &canvas->clip,
		    &fill);
	if (object->stroke)
		path_stroke(&canvas->path, canvas->page, &canvas->clip);
}

/* A picture fills the unit square of its coordinates [GB/T 33190, 10], or its
 * boundary where nothing says how large it is. */
static void
draw_picture(struct ofd_canvas *canvas, const struct ofd_object *object,
    const struct page_matrix *m)
{
	bool   scaled = object->place.a != 1 || object->place.d != 1;
	double width = scaled ? 1 : object->width;
	double height = scaled ? 1 : object->height;

	struct page_extent extent = page_extent_of_picture(
	    (struct page_point){ m->e, m->f },
	    (struct page_point){ width * m->a, width * m->b },
	    (struct page_point){ height * m->c, height * m->d });

	page_draw_picture(canvas->page, &canvas->clip, &extent, false);
}

static void
draw_unit(struct ofd_canvas *canvas, const struct ofd_object *object,
    const struct page_matrix *matrix, unsigned depth)
{
	const struct ofd_unit *unit = ofd_unit_find(canvas->units,
	    object->data);

	if (unit != NULL && depth < UNITS_DEEP)
		ofd_draw(canvas, &unit->objects, matrix, depth + 1);
}

/* What both A and B reach. */
static struct page_extent
extent_of_both(const struct page_extent *a, const struct page_extent *b)
{
	return (struct page_extent){ fmax(a->left, b->left), fmax(a->top, b->top),
		fmin(a->right, b->right), fmin(a->bottom, b->bottom) };
}

/* Takes the areas from AREA on that are of one clip off what is left of CANVAS; MATRIX
 * puts them on the page.  A clip of another shape leaves what its corners reach, one of
 * text everything.  Returns the first area of the next clip. */
static const struct ofd_area *
clip_by(struct ofd_canvas *canvas, const struct ofd_area *area,
    const struct page_matrix *matrix)
{
	struct page_extent all = page_nowhere;
	unsigned           clip = area->clip;
	bool               whole = false;

	for (; area != NULL && area->clip == clip; area = area->next) {
		struct page_matrix m = page_matrix_after(matrix, &area->place);
		struct page_extent extent;

		whole = whole || area->whole || !ofd_step(canvas);
		if (whole)
			continue;
		read_path(canvas, area->path, &m);
		whole = canvas->path.vertices == 0;
		extent = path_extent(&canvas->path);
		page_reach(&all, (struct page_point){ extent.left, extent.top });
		page_reach(&all, (struct page_point){ extent.right,
			extent.bottom });
	}
	if (!whole)
		canvas->clip = extent_of_both(&canvas->clip, &all);
	return area;
}

static void
clip_to_areas(struct ofd_canvas *canvas, const struct ofd_object *object,
    const struct page_matrix *around, const struct page_matrix *own)
{
	struct page_matrix     corner = { 1, 0, 0, 1, object->corner.x,
		object->corner.y };
	struct page_matrix     apart = page_matrix_after(around, &corner);
	const struct ofd_area *area = object->area;

	while (area != NULL)
		area = clip_by(canvas, area, object->clips_apart ? &apart : own);
}

void
ofd_draw(struct ofd_canvas *canvas, const struct ofd_objects *objects,
    const struct page_matrix *matrix, unsigned depth)
{
	for (const struct ofd_object *object = objects->first;
	    object != NULL && ofd_step(canvas); object = object->next) {
		struct page_matrix m = page_matrix_after(matrix,
		    &object->place);
		struct page_extent clip = canvas->clip;

		clip_to_areas(canvas, object, matrix, &m);
		switch (object->kind) {
		case OFD_TEXT:
			ofd_draw_text(canvas, object, &m);
			break;
		case OFD_PATH:
			draw_path(canvas, object, &m,
			    object->glazed || depth > 0);
			break;
		case OFD_IMAGE:
			draw_picture(canvas, object, &m);
			break;
		case OFD_COMPOSITE:
			draw_unit(canvas, object, &m, depth);
			break;
		}
		canvas->clip = clip;
	}
}
