#include "content.h"

#include <math.h>
#include <stddef.h>
#include <stdlib.h>

#include "base/buffer.h"
#include "base/left_out.h"
#include "base/memory.h"
#include "base/slice.h"
#include "format/page/path.h"
#include "scanner.h"

enum {
	NUMBERS_MAX = 6,	/* that any operator here takes */
	STATES_MAX = 256,	/* saved by q */
};

/* How an operator does what others of its kind do otherwise. */
enum {
	CLOSED = 1, FILLED = 2, STROKED = 4, LEADING = 8, NEXT_LINE = 16,
	PLAIN = 32
};

struct graphics_state {		/* what q saves and Q brings back */
	struct pdf_place place;
	bool             fills_pattern, strokes_pattern;
	bool             fill_is_odd, stroke_is_odd;	/* sets of colours */
	long             render;
	struct pdf_type  type;
};

/* A number between strings, which moves the next one. */
struct shift {
	size_t at;		/* behind so many bytes of the strings */
	double by;
};

struct drawing {		/* a content stream, on its way */
	struct pdf_content *content;
	struct slice        rest;
	struct graphics_state state, saved[STATES_MAX];
	size_t              depth;
	/* The operands before an operator. */
	double              number[NUMBERS_MAX];
	size_t              numbers;
	struct slice        name;
	bool                named;
	struct buffer       string;	/* the strings, one behind the other */
	struct shift       *shift;
	size_t              shifts, shift_room;
	bool                in_array;
	unsigned            how;	/* the operator's; of a curve, how
					   many numbers it takes */
	struct page_path    path;
	bool                clips;
	/* Of a block of text. */
	struct page_matrix   text, line;
	struct pdf_pen      pen;
	double              leading;
	size_t              shown;	/* letters since it was moved */
};

static void
intersect(struct page_extent *clip, const struct page_extent *with)
{
	clip->left = fmax(clip->left, with->left);
	clip->top = fmax(clip->top, with->top);
	clip->right = fmin(clip->right, with->right);
	clip->bottom = fmin(clip->bottom, with->bottom);
}

void
pdf_clip(struct page_extent *clip, const struct page_matrix *matrix,
    struct page_point corner, struct page_point opposite)
{
	struct page_extent shown = page_nowhere;

	page_reach(&shown, page_transform(matrix, corner));
	page_reach(&shown, page_transform(matrix, opposite));
	page_reach(&shown, page_transform(matrix,
	    (struct page_point){ corner.x, opposite.y }));
	page_reach(&shown, page_transform(matrix,
	    (struct page_point){ opposite.x, corner.y }));
	intersect(clip, &shown);
}

/* Operand number I, counted from the first of N that the operator takes. */
static double
operand(const struct drawing *d, size_t n, size_t i)
{
	return d->numbers >= n ? d->number[d->numbers - n + i] : 0;
}

static struct page_point
operand_point(const struct drawing *d, size_t n, size_t i)
{
	return (struct page_point){ operand(d, n, i), operand(d, n, i + 1) };
}

static void
move_to(struct drawing *d)
{
	path_move(&d->path, &d->state.place.matrix, operand_point(d, 2, 0));
}

static void
line_to(struct drawing *d)
{
	path_line(&d->path, &d->state.place.matrix, operand_point(d, 2, 0));
}

static void
curve_to(struct drawing *d)
{
	for (size_t i = 0; i < d->how; i += 2)
		path_curve(&d->path, &d->state.place.matrix,
		    operand_point(d, d->how, i));
}

static void
close_path(struct drawing *d)
{
	path_close(&d->path);
}

static void
rectangle(struct drawing *d)
{
	const struct page_matrix *m = &d->state.place.matrix;
	struct page_point         p = operand_point(d, 4, 0);
	struct page_point         side = operand_point(d, 4, 2);

	path_move(&d->path, m, p);
	path_line(&d->path, m, (struct page_point){ p.x + side.x, p.y });
	path_line(&d->path, m, (struct page_point){ p.x + side.x,
	    p.y + side.y });
	path_line(&d->path, m, (struct page_point){ p.x, p.y + side.y });
	path_close(&d->path);
}

static void
end_path(struct drawing *d)
{
	struct page_extent shown = path_extent(&d->path);

	if (d->clips && d->path.vertices > 0) {
		intersect(&d->state.place.clip, &shown);
		d->state.place.shaped |= !path_is_rectangle(&d->path);
	}
	d->clips = false;
	d->path.vertices = 0;
}

static void
fill_path(struct drawing *d)
{
	struct page_ink ink = d->state.place.fill;

	if (d->state.place.through)
		ink.kind = PAGE_INK_MANY;
	else if (d->state.place.shaped && ink.kind == PAGE_INK_PLAIN)
		ink.kind = PAGE_INK_GLAZE;
	if (d->state.place.clear)
		ink.kind = PAGE_INK_NONE;
	path_fill(&d->path, d->content->page, &d->state.place.clip, &ink);
}

static void
paint(struct drawing *d)
{
	if (d->how & CLOSED)
		close_path(d);
	if ((d->how & FILLED) && !d->state.fills_pattern)
		fill_path(d);
	if ((d->how & STROKED) && !d->state.strokes_pattern)
		path_stroke(&d->path, d->content->page, &d->state.place.clip);
	end_path(d);
}

static void
clip(struct drawing *d)
{
	d->clips = true;
}

static void
save(struct drawing *d)
{
	if (d->depth < STATES_MAX)
		d->saved[d->depth] = d->state;
	else
		left_out("some pages keep more states than are kept");
	d->depth++;
}

static void
restore(struct drawing *d)
{
	if (d->depth > 0 && --d->depth < STATES_MAX)
		d->state = d->saved[d->depth];
}

static struct page_matrix
operand_matrix(const struct drawing *d)
{
	return (struct page_matrix){ operand(d, 6, 0), operand(d, 6, 1),
		operand(d, 6, 2), operand(d, 6, 3), operand(d, 6, 4),
		operand(d, 6, 5) };
}

static void
concatenate(struct drawing *d)
{
	struct page_matrix first = operand_matrix(d);

	d->state.place.matrix = page_matrix_after(&d->state.place.matrix,
	    &first);
}

/* The ink of the colour that the operands are; of ODD ones it is not known. */
static struct page_ink
operand_ink(const struct drawing *d, bool odd)
{
	const double *n = d->number;
	double        white = d->numbers == 4 ? 1 - n[3] : 0;

	if (d->named || odd || d->numbers == 0 || d->numbers == 2 ||
	    d->numbers > 4)
		return (struct page_ink){ PAGE_INK_MANY, 0, 0, 0 };
	if (d->numbers == 1)
		return (struct page_ink){ PAGE_INK_PLAIN, (float)n[0],
			(float)n[0], (float)n[0] };
	if (d->numbers == 3)
		return (struct page_ink){ PAGE_INK_PLAIN, (float)n[0],
			(float)n[1], (float)n[2] };
	return (struct page_ink){ PAGE_INK_PLAIN, (float)((1 - n[0]) * white),
		(float)((1 - n[1]) * white), (float)((1 - n[2]) * white) };
}

static void
set_colour(struct drawing *d)
{
	struct graphics_state *state = &d->state;

	if (d->how & PLAIN && d->how & FILLED)
		state->fill_is_odd = false;
	if (d->how & PLAIN && d->how & STROKED)
		state->stroke_is_odd = false;
	if (d->how & FILLED) {
		state->fills_pattern = d->named;
		state->place.fill = operand_ink(d, state->fill_is_odd);
	}
	if (d->how & STROKED) {
		state->strokes_pattern = d->named;
		state->place.stroke = operand_ink(d, state->stroke_is_odd);
	}
}

/* The name is that of a set of colours, with black to begin with. */
static void
set_colours(struct drawing *d)
{
	struct graphics_state *state = &d->state;
	bool odd = !d->content->plain(d->content, d->name.p, d->name.n);
	struct page_ink         ink = { odd ? PAGE_INK_MANY : PAGE_INK_PLAIN, 0,
		0, 0 };

	if (d->how & FILLED) {
		state->fills_pattern = false;
		state->fill_is_odd = odd;
		state->place.fill = ink;
	}
	if (d->how & STROKED) {
		state->strokes_pattern = false;
		state->stroke_is_odd = odd;
		state->place.stroke = ink;
	}
}

static void
set_parameters(struct drawing *d)
{
	struct pdf_place *place = &d->state.place;
	bool              blends = false;
	double            opacity = d->content->opacity(d->content,
	    d->name.p, d->name.n, &blends);

	if (opacity >= 0) {
		place->clear = opacity < 0.05;
		place->through = opacity < 1 || blends;
	}
}

static void
set_render(struct drawing *d)
{
	enum { MODES = 8 };	/* ISO 32000-1, table 106 */
	double mode = operand(d, 1, 0);

	d->state.render = mode > 0 && mode < MODES ? (long)mode : 0;
}

/* A shading fills all that is shown. */
static void
shade(struct drawing *d)
{
	const struct page_ink many = { PAGE_INK_MANY, 0, 0, 0 };

	page_add_ground(d->content->page, &d->state.place.clip,
	    &d->state.place.clip, &many);
}

static void
draw_object(struct drawing *d)
{
	d->content->draw(d->content, d->name.p, d->name.n, &d->state.place);
}

static void
inline_image(struct drawing *d)
{
	const struct page_matrix *m = &d->state.place.matrix;
	struct page_extent        extent;

	pdf_skip_inline_data(&d->rest);
	extent = page_extent_of_picture((struct page_point){ m->e, m->f },
	    (struct page_point){ m->a, m->b },
	    (struct page_point){ m->c, m->d });
	page_draw_picture(d->content->page, &d->state.place.clip, &extent,
	    false);
}

static void
set_font(struct drawing *d)
{
	d->state.type.size = operand(d, 1, 0);
	d->state.type.font = d->content->font(d->content, d->name.p,
	    d->name.n);
}

static void
set_spacing(struct drawing *d)
{
	d->state.type.spacing = operand(d, 1, 0);
}

static void
set_word_spacing(struct drawing *d)
{
	d->state.type.word_spacing = operand(d, 1, 0);
}

static void
set_stretch(struct drawing *d)
{
	d->state.type.stretch = operand(d, 1, 0) / 100;
}

static void
set_text(struct drawing *d, struct page_matrix matrix)
{
	d->text = d->line = d->pen.at = matrix;
	d->shown = 0;
}

static void
begin_text(struct drawing *d)
{
	d->content->page->texts++;
	set_text(d, (struct page_matrix){ 1, 0, 0, 1, 0, 0 });
}

static void
text_matrix(struct drawing *d)
{
	set_text(d, operand_matrix(d));
}

static void
move_text_by(struct drawing *d, double x, double y)
{
	struct page_matrix by = { 1, 0, 0, 1, x, y };

	set_text(d, page_matrix_after(&d->line, &by));
}

static void
move_text(struct drawing *d)
{
	if (d->how == LEADING)
		d->leading = -operand(d, 2, 1);
	move_text_by(d, operand(d, 2, 0), operand(d, 2, 1));
}

static void
set_leading(struct drawing *d)
{
	d->leading = operand(d, 1, 0);
}

static void
next_line(struct drawing *d)
{
	move_text_by(d, 0, -d->leading);
}

static bool
is_slanted(const struct page_matrix *m)
{
	double straight = fabs(m->a) + fabs(m->d);
	double turned = fabs(m->b) + fabs(m->c);

	return turned > 0.1 * straight && straight > 0.1 * turned;
}

/* Notes that a string of LETTERS was drawn aslant from where the text was moved
 * last. */
static void
note_slant(struct drawing *d, size_t letters)
{
	struct pdf_content *content = d->content;
	struct page_matrix   m = page_matrix_after(&d->state.place.matrix,
	    &d->text);
	double              size = d->state.type.size * hypot(m.c, m.d);
	double              along = hypot(m.a, m.b);
	bool                again = d->shown > 0 && content->slants > 0;

	d->shown += letters;
	if (!is_slanted(&m))
		return;
	if (again)
		content->slants--;
	content->slant = memory_room(content->slant, &content->slant_room,
	    content->slants, sizeof(*content->slant));
	content->slant[content->slants++] = (struct pdf_slant){
		{ m.e, m.f }, { m.a / along, m.b / along }, size,
		(double)d->shown * size };
}

/* Letters are filled, drawn with lines, both or neither [ISO 32000-1, 9.3.6]; or
 * what is drawn later is seen in their shape. */
static struct page_ink
ink_of_text(const struct graphics_state *state)
{
	struct page_ink ink = (state->render & 3) == 1 ? state->place.stroke
	                                              : state->place.fill;

	if (state->render == 3 || state->place.clear)
		ink.kind = PAGE_INK_NONE;
	if (state->render == 7)
		ink.kind = PAGE_INK_MANY;
	return ink;
}

static void
draw_letter(struct pdf_pen *pen, const struct page_glyph *letter)
{
	struct drawing *d = (struct drawing *)((char *)pen -
	    offsetof(struct drawing, pen));
	struct page_ink  ink = ink_of_text(&d->state);

	page_draw_glyph(d->content->page, letter, &ink, &d->state.place.clip);
}

static void
show(struct drawing *d)
{
	const struct pdf_type *type = &d->state.type;
	struct slice           rest = buffer_slice(&d->string);
	size_t                 at = 0;

	if (d->how == NEXT_LINE)
		next_line(d);
	note_slant(d, rest.n / pdf_code_bytes(type));
	d->pen.place = &d->state.place.matrix;
	d->content->page->strings++;
	d->state.place.shaped |= d->state.render >= 4;	/* it clips */
	for (size_t i = 0; i <= d->shifts; i++) {
		size_t end = i < d->shifts ? d->shift[i].at : d->string.n;

		pdf_pen_write(&d->pen, type, (struct slice){ rest.p + at,
		    end - at });
		if (i < d->shifts)
			pdf_pen_shift(&d->pen, type, d->shift[i].by);
		at = end;
	}
}

static const struct operator {
	const char *name;
	void      (*execute)(struct drawing *d);
	unsigned    how;
} operators[] = {
	{ "re", rectangle, 0 }, { "m", move_to, 0 }, { "l", line_to, 0 },
	{ "c", curve_to, 6 }, { "v", curve_to, 4 }, { "y", curve_to, 4 },
	{ "h", close_path, 0 },
	{ "S", paint, STROKED }, { "s", paint, CLOSED | STROKED },
	{ "f", paint, FILLED }, { "F", paint, FILLED },
	{ "f*", paint, FILLED }, { "B", paint, FILLED | STROKED },
	{ "B*", paint, FILLED | STROKED },
	{ "b", paint, CLOSED | FILLED | STROKED },
	{ "b*", paint, CLOSED | FILLED | STROKED },
	{ "n", paint, 0 }, { "W", clip, 0 }, { "W*", clip, 0 },
	{ "q", save, 0 }, { "Q", restore, 0 }, { "cm", concatenate, 0 },
	{ "cs", set_colours, FILLED }, { "CS", set_colours, STROKED },
	{ "sc", set_colour, FILLED }, { "SC", set_colour, STROKED },
	{ "scn", set_colour, FILLED }, { "SCN", set_colour, STROKED },
	{ "g", set_colour, FILLED | PLAIN }, { "G", set_colour, STROKED | PLAIN },
	{ "rg", set_colour, FILLED | PLAIN }, { "RG", set_colour, STROKED | PLAIN },
	{ "k", set_colour, FILLED | PLAIN }, { "K", set_colour, STROKED | PLAIN },
	{ "gs", set_parameters, 0 }, { "sh", shade, 0 },
	{ "Tr", set_render, 0 }, { "Do", draw_object, 0 }, { "ID", inline_image, 0 },
	{ "BT", begin_text, 0 }, { "Tf", set_font, 0 },
	{ "Tc", set_spacing, 0 }, { "Tw", set_word_spacing, 0 },
	{ "Tz", set_stretch, 0 },
	{ "Tm", text_matrix, 0 }, { "Td", move_text, 0 },
	{ "TD", move_text, LEADING }, { "TL", set_leading, 0 },
	{ "T*", next_line, 0 }, { "Tj", show, 0 }, { "TJ", show, 0 },
	{ "'", show, NEXT_LINE }, { "\"", show, NEXT_LINE },
};

static void
execute(struct drawing *d, struct slice name)
{
	for (size_t i = 0; i < sizeof(operators) / sizeof(*operators); i++)
		if (slice_is(name, operators[i].name)) {
			d->how = operators[i].how;
			operators[i].execute(d);
			break;
		}
	d->numbers = d->shifts = d->string.n = 0;
	d->named = d->in_array = false;
}

static void
add_shift(struct drawing *d, double by)
{
	d->shift = memory_room(d->shift, &d->shift_room, d->shifts,
	    sizeof(*d->shift));
	d->shift[d->shifts++] = (struct shift){ d->string.n, by };
}

static void
add_number(struct drawing *d, double number)
{
	if (d->in_array) {
		add_shift(d, number);
		return;
	}
	if (d->numbers == NUMBERS_MAX) {
		for (size_t i = 1; i < NUMBERS_MAX; i++)
			d->number[i - 1] = d->number[i];
		d->numbers--;
	}
	d->number[d->numbers++] = number;
}

void
pdf_content_read(struct pdf_content *content, const char *bytes, size_t n,
    const struct pdf_place *place)
{
	struct drawing *d = memory_get(sizeof(*d));
	struct pdf_word word;

	*d = (struct drawing){ .content = content, .rest = { bytes, n },
		.state = { .place = *place, .type.stretch = 1 },
		.pen.tell = draw_letter };
	while ((word = pdf_word_next(&d->rest)).kind != PDF_WORD_END)
		switch (word.kind) {
		case PDF_WORD_NUMBER:
			add_number(d, word.number);
			break;
		case PDF_WORD_NAME:
			d->name = word.text;
			d->named = true;
			break;
		case PDF_WORD_STRING:
			pdf_string_read(word.text, &d->string);
			break;
		case PDF_WORD_OPERATOR:
			execute(d, word.text);
			break;
		default:
			d->in_array |= slice_is(word.text, "[");
			break;
		}
	buffer_free(&d->string);
	free(d->shift);
	path_free(&d->path);
	free(d);
}
