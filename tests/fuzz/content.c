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

static unsigned
code_bytes(struct pdf_content *content, const char *name, size_t n)
{
	(void)content;
	return n > 0 && name[0] > 'M' ? 2 : 1;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct pdf_page    page = { 0 };
	struct pdf_content content = { .page = &page, .draw = draw,
		.code_bytes = code_bytes };
	struct pdf_place   place = { { 1, 0, 0, -1, 0, 842 },
		{ 0, 0, 595, 842 } };

	pdf_page_begin(&page, 595, 842);
	pdf_content_read(&content, (const char *)bytes, n, &place);
	for (size_t i = 0; i < page.rules; i++)
		fuzz_require(page.rule[i].to >= page.rule[i].from);
	free(content.slant);
	pdf_page_free(&page);
	return 0;
}
