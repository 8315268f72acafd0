#include "pdf.h"

#include "document.h"

const char *
pdf_read(struct slice bytes, struct sink *sink)
{
	const char *reason = NULL;
	struct pdf *pdf = pdf_open(bytes.p, bytes.n, &reason);

	if (pdf == NULL)
		return reason;
	reason = pdf_decode(pdf, bytes, sink);
	pdf_close(pdf);
	return reason;
}
