#include "pen.h"

#include <math.h>

#include "base/memory.h"
#include "base/slice.h"
#include "base/utf8.h"

unsigned
pdf_code_bytes(const struct pdf_type *type)
{
	return type->font != NULL ? type->font->code_bytes : 1;
}

/* The letter that is drawn between PEN and BY behind it. */
static void
lose_letter(const struct pdf_matrix *pen, const struct pdf_type *type,
    const struct pdf_matrix *place, struct pdf_point by,
    struct pdf_lost_letter *letter)
{
	struct pdf_matrix m = pdf_matrix_after(place, pen);
	struct pdf_point  at = { m.e, m.f }, end = pdf_transform(&m, by);
	struct pdf_point  way = { end.x - at.x, end.y - at.y };
	enum pdf_course   course = pdf_course_of(way, type->font->vertical);
	double            size = type->size * hypot(m.c, m.d);

	letter->glyph = (struct pdf_glyph){
		pdf_letter_box(course, at, way, size), (float)size,
		UTF8_REPLACEMENT, course };
}

static void
move(struct pdf_matrix *pen, const struct pdf_type *type, double by)
{
	struct pdf_matrix on = { 1, 0, 0, 1, 0, 0 };

	if (type->font->vertical)
		on.f = -by;
	else
		on.e = by * type->stretch;
	*pen = pdf_matrix_after(pen, &on);
}

void
pdf_pen_write(struct pdf_matrix *pen, const struct pdf_type *type,
    const struct pdf_matrix *place, struct slice string,
    struct pdf_lost_letters *lost)
{
	const struct pdf_font *font = type->font;

	for (size_t i = 0; font != NULL && i + font->code_bytes <= string.n;
	    i += font->code_bytes) {
		unsigned      code = 0;
		enum pdf_code look;
		double        width;

		for (unsigned k = 0; k < font->code_bytes; k++)
			code = code << 8 | (unsigned char)string.p[i + k];
		look = font->look(font, code);
		width = type->size * (font->vertical ? 1 :
		    font->width(font, code) / 1000);
		if (look != PDF_CODE_KNOWN && lost->n < PDF_GLYPHS_MAX) {
			lost->letter = memory_room(lost->letter, &lost->room,
			    lost->n, sizeof(*lost->letter));
			lost->letter[lost->n].doubtful =
			    look == PDF_CODE_DOUBTFUL;
			lose_letter(pen, type, place, font->vertical ?
			    (struct pdf_point){ 0, -width } :
			    (struct pdf_point){ width * type->stretch, 0 },
			    &lost->letter[lost->n++]);
		}
		move(pen, type, width + type->spacing +
		    (font->code_bytes == 1 && code == ' ' ?
		    type->word_spacing : 0));
	}
}

void
pdf_pen_shift(struct pdf_matrix *pen, const struct pdf_type *type,
    double thousandths)
{
	if (type->font != NULL)
		move(pen, type, -thousandths / 1000 * type->size);
}
