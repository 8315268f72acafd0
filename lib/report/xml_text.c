#include "xml_text.h"

/* What stands for C, or NULL: itself. */
static const char *
reference_of(char c)
{
	switch (c) {
	case '&': return "&amp;";
	case '<': return "&lt;";
	case '>': return "&gt;";
	case '"': return "&quot;";
	default: return NULL;
	}
}

void
xml_text(struct buffer *out, struct slice text)
{
	size_t from = 0;

	for (size_t i = 0; i < text.n; i++) {
		const char *reference = reference_of(text.p[i]);

		if (reference == NULL)
			continue;
		buffer_add(out, (struct slice){ text.p + from, i - from });
		buffer_string(out, reference);
		from = i + 1;
	}
	buffer_add(out, slice_from(text, from));
}
