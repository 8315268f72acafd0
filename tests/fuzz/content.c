/* Any content stream ends, with rules that are rules. */
#include "decode.h"
#include "format/pdf/content.h"

static void
draw(struct pdf_content *content, const char *name, size_t n,
    const struct pdf_place *place)
{
	(void)content;
	(void)name;
	(void)n;
	(void)place;
}

static double
width(const struct pdf_font *font, unsigned code)
{
	(void)font;
	return code;
}

static enum pdf_code
look(const struct pdf_font *font, unsigned code)
{
	(void)font;
	return (enum pdf_code)(code % 3);
}

static const struct pdf_font *
font(struct pdf_content *content, const char *name, size_t n)
{
	static const struct pdf_font fonts[] = {
		{ 1, false, width, look }, { 2, false, width, look },
		{ 2, true, width, look },
	};

	(void)content;
	return n > 0 ? &fonts[(unsigned char)name[0] % 3] : NULL;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct pdf_page    page = { 0 };
	struct pdf_content content = { .page = &page, .draw = draw,
		.font = font };
	struct pdf_place   place = { { 1, 0, 0, -1, 0, 842 },
		{ 0, 0, 595, 842 } };

	pdf_page_begin(&page, 595, 842);
	pdf_content_read(&content, (const char *)bytes, n, &place);
	for (size_t i = 0; i < page.rules; i++)
		fuzz_require(page.rule[i].to >= page.rule[i].from);
	free(content.slant);
	free(content.lost.letter);
	pdf_page_free(&page);
	return 0;
}
