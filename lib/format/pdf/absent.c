/* Stands in for a reader of PDFs where none could be built: the linker takes
 * it from the library when nothing before it has these functions. */
#include "reader.h"

struct pdf *
pdf_open(const char *bytes, size_t n, const char **reason)
{
	(void)bytes;
	(void)n;
	*reason = "built without a PDF reader: poppler was missing";
	return NULL;
}

unsigned
pdf_pages(const struct pdf *pdf)
{
	(void)pdf;
	return 0;
}

const char *
pdf_title(const struct pdf *pdf, size_t *n)
{
	(void)pdf;
	*n = 0;
	return "";
}

bool
pdf_read_page(struct pdf *pdf, unsigned number, struct drawn_page *page)
{
	(void)pdf;
	(void)number;
	(void)page;
	return false;
}

void
pdf_close(struct pdf *pdf)
{
	(void)pdf;
}
