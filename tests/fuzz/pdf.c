/* Any glyphs and rules on any pages give valid blocks: this harness stands in
 * for poppler.  Six bytes are a mark: its kind, then its place and size. */
#include "decode.h"
#include "format/pdf/reader.h"
#include "format/pdf/pdf.h"
#include "base/memory.h"

enum { MARK = 6, PAGES_MAX = 6, LETTERS = 16 };

struct pdf {
	const uint8_t *bytes;
	size_t         n;
};

/* What decides how text goes on: digits, marks, enumerators, spaces. */
static const uint32_t letter[LETTERS] = { U'一', U'、', U'（', U'）', U'。',
	'0', '7', '.', '-', ' ', U'第', U'条', U'无', 'a', 0xD801, 0x110000 };

/* For pdf_read, which is not run here. */
struct pdf *
pdf_open(const char *bytes, size_t n, const char **reason)
{
	(void)bytes;
	(void)n;
	*reason = "opened by the harness";
	return NULL;
}

void
pdf_close(struct pdf *pdf)
{
	(void)pdf;
}

unsigned
pdf_pages(const struct pdf *pdf)
{
	return pdf->n == 0 ? 1 : 1 + pdf->bytes[0] % PAGES_MAX;
}

const char *
pdf_title(const struct pdf *pdf, size_t *n)
{
	*n = pdf->n < 12 ? pdf->n : 12;
	return (const char *)pdf->bytes;
}

static void
add_rule(struct drawn_page *page, const uint8_t *mark)
{
	float from = mark[2] * 3.0f, at = mark[1] * 3.0f + mark[4] / 128.0f;

	page->rule = memory_room(page->rule, &page->rule_room, page->rules,
	    sizeof(*page->rule));
	page->rule[page->rules++] = (struct page_rule){ mark[5] & 1, at, from,
		from + mark[3] * 2.0f };
}

static void
add_glyph(struct drawn_page *page, const uint8_t *mark)
{
	float size = 4 + mark[3] % 16, x = mark[1] * 2.5f, y = mark[2] * 3.0f;

	page->glyph = memory_room(page->glyph, &page->glyph_room,
	    page->glyphs, sizeof(*page->glyph));
	page->glyph[page->glyphs++] = (struct page_glyph){
		.box = { x, y, x + size, y + size }, .size = size,
		.code = letter[mark[4] % LETTERS],
		.course = (enum page_course)(mark[5] % (PAGE_ASKEW + 1)),
		.sight = PAGE_SEEN, .text = mark[3] / 128, .string = mark[3] / 32,
	};
}

bool
pdf_read_page(struct pdf *pdf, unsigned number, struct drawn_page *page)
{
	page->width = 595;
	page->height = 842;
	page->glyphs = page->rules = page->unmapped = 0;
	for (size_t at = 1; at + MARK <= pdf->n; at += MARK) {
		const uint8_t *mark = pdf->bytes + at;

		if (mark[0] / 2 % pdf_pages(pdf) + 1 != number)
			continue;
		if (mark[0] & 1)
			add_rule(page, mark);
		else
			add_glyph(page, mark);
	}
	return pdf->n % 7 != 1;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct fuzz_sink   sink = { FUZZ_SINK, 1 };
	struct pdf         pdf = { bytes, n };
	struct slice       data = { (const char *)bytes, n };
	unsigned long long first;

	pdf_decode(&pdf, data, &sink.sink);
	first = sink.hash;
	sink.hash = 1;
	pdf_decode(&pdf, data, &sink.sink);
	fuzz_require(sink.hash == first);
	return 0;
}
