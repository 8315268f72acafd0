#include "pen.h"

#include <math.h>

#include "base/slice.h"

unsigned
pdf_code_bytes(const struct pdf_type *type)
{
	return type->font != NULL ? type->font->code_bytes : 1;
}

/* The letter that is drawn between PEN and BY behind it. */
static struct page_glyph
letter_of(const struct page_matrix *pen, const struct pdf_type *type,
    const struct page_matrix *place, struct page_point by)
{
	struct page_matrix m = page_matrix_after(place, pen);
	struct page_point  at = { m.e, m.f }, end = page_transform(&m, by);
	struct page_point  way = { end.x - at.x, end.y - at.y };
	enum page_course   course = page_course_of(way, type->font->vertical);
	double            size = type->size * hypot(m.c, m.d);

	return (struct page_glyph){ page_letter_box(course, at, way, size),
		(float)size, 0, course, PAGE_SEEN, 0, 0 };
}

static void
move(struct page_matrix *pen, const struct pdf_type *type, double by)
{
	struct page_matrix on = { 1, 0, 0, 1, 0, 0 };

	if (type->font->vertical)
		on.f = -by;
	else
		on.e = by * type->stretch;
	*pen = page_matrix_after(pen, &on);
}

/* How many bytes of STRING are its first code. */
static size_t
code_length(const struct pdf_font *font, struct slice string)
{
	return font->mixed && (unsigned char)string.p[0] < 0x81 ? 1 :
	    font->code_bytes;
}

void
pdf_pen_write(struct pdf_pen *p, const struct pdf_type *type,
    struct slice string)
{
	const struct pdf_font *font = type->font;
	size_t                 bytes;

	for (; font != NULL && string.n > 0 && (bytes = code_length(font,
	    string)) <= string.n; string = slice_from(string, bytes)) {
		unsigned         code = 0;
		double           width;
		struct page_glyph letter;

		for (size_t k = 0; k < bytes; k++)
			code = code << 8 | (unsigned char)string.p[k];
		width = type->size * (font->vertical ? 1 :
		    font->width(font, code) / 1000);
		letter = letter_of(&p->at, type, p->place, font->vertical ?
		    (struct page_point){ 0, -width } :
		    (struct page_point){ width * type->stretch, 0 });
		letter.code = font->look(font, code);
		p->tell(p, &letter);
		move(&p->at, type, width + type->spacing +
		    (bytes == 1 && code == ' ' ? type->word_spacing : 0));
	}
}

void
pdf_pen_shift(struct pdf_pen *p, const struct pdf_type *type,
    double thousandths)
{
	if (type->font != NULL)
		move(&p->at, type, -thousandths / 1000 * type->size);
}
