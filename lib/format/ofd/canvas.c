#include "canvas.h"

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

/* A path that breaks off is drawn as far as it goes. */
static void
draw_path(struct ofd_canvas *canvas, const struct ofd_object *object,
    const struct page_matrix *matrix, bool glazed)
{
	struct slice    rest = object->data;
	struct page_ink fill = object->filled;

	if (glazed && fill.kind == PAGE_INK_PLAIN)
		fill.kind = PAGE_INK_GLAZE;

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

void
ofd_draw(struct ofd_canvas *canvas, const struct ofd_objects *objects,
    const struct page_matrix *matrix, unsigned depth)
{
	for (const struct ofd_object *object = objects->first;
	    object != NULL && ofd_step(canvas); object = object->next) {
		struct page_matrix m = page_matrix_after(matrix,
		    &object->place);

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
	}
}
