#include "pdf.h"

#include "base/left_out.h"
#include "format/page/ink.h"
#include "format/page/pages.h"
#include "complaint.h"
#include "ocr.h"
#include "reader.h"
#include "text_string.h"

/* Notes whether PAGE, which is number NUMBER, can be read; by OCR if that is
 * wanted. */
static void
judge_page(struct pages *pages, struct slice bytes, unsigned number,
    struct drawn_page *page)
{
	if (page_keep_seen(page)) {
		pages->seen++;
		return;
	}
	if (!page_is_picture(page))
		return;
	if (pdf_ocr_wanted && pdf_ocr_page(bytes, number, page))
		pages->seen++;
	else
		pages->unread++;
}

static void
read_pages(struct pages *pages, struct pdf *pdf, struct slice bytes)
{
	struct drawn_page page = { 0 };
	unsigned        n = pdf_pages(pdf);

	for (unsigned i = 1; i <= n; i++) {
		if (!pdf_read_page(pdf, i, &page)) {
			pages->broken = true;
			continue;
		}
		judge_page(pages, bytes, i, &page);
		pages_add(pages, &page, i);
	}
	page_free(&page);
	if (pages->letters == 0)
		pages->unread = n;
}

static void
send_title(struct pdf *pdf, struct sink *sink)
{
	struct arena arena = { NULL, NULL };
	size_t       n;
	const char  *bytes = pdf_title(pdf, &n);
	struct slice title = pdf_text_string((struct slice){ bytes, n },
	    &arena);

	if (title.n > 0)
		sink->meta(sink, "title", title);
	arena_free(&arena);
}

static struct picture_reasons
pictures_reasons(void)
{
	return pdf_ocr_wanted ? (struct picture_reasons){
		"has no text to read, nor does OCR see any",
		"has pages without text to read, in which OCR sees none either",
	} : (struct picture_reasons){
		"has no text to read, a scan perhaps: see --ocr",
		"has pages without text to read, scans perhaps: see --ocr",
	};
}

const char *
pdf_decode(struct pdf *pdf, struct slice bytes, struct sink *sink)
{
	struct pages pages = { .sink = sink, .pictures = pictures_reasons() };

	const char  *reason;

	left_out_nothing();
	read_pages(&pages, pdf, bytes);
	send_title(pdf, sink);
	reason = left_out_or(pages_end(&pages));
	return pdf_complaint_reason() != NULL ? pdf_complaint_reason() : reason;
}

const char *
pdf_read(struct slice bytes, struct sink *sink)
{
	const char *reason = NULL;
	struct pdf *pdf;

	pdf_complaint_none();
	pdf = pdf_open(bytes.p, bytes.n, &reason);
	if (pdf == NULL)
		return reason;
	reason = pdf_decode(pdf, bytes, sink);
	pdf_close(pdf);
	return reason;
}
