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
		{ 1, false, false, width, look },
		{ 2, true, false, width, look },
		{ 2, false, true, width, look },
	};

	(void)content;
	return n > 0 ? &fonts[(unsigned char)name[0] % 3] : NULL;
}

static double
opacity(struct pdf_content *content, const char *name, size_t n, bool *blends)
{
	(void)content;
	*blends = n > 1;
	return n > 0 ? name[0] / 100.0 : -1;
}

static bool
plain(struct pdf_content *content, const char *name, size_t n)
{
	(void)content;
	(void)name;
	return n % 2 == 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct drawn_page    page = { 0 };
	struct pdf_content content = { .page = &page, .draw = draw,
		.font = font, .opacity = opacity, .plain = plain };
	struct pdf_place   place = { .matrix = { 1, 0, 0, -1, 0, 842 },
		.clip = { 0, 0, 595, 842 } };

	page_open(&page, 595, 842);
	pdf_content_read(&content, (const char *)bytes, n, &place);
	for (size_t i = 0; i < page.rules; i++)
		fuzz_require(page.rule[i].to >= page.rule[i].from);
	free(content.slant);
	page_free(&page);
	return 0;
}
