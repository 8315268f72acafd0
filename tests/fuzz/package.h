/* A harness for OOXML.  Changed bytes of a zip file seldom get past its
 * checksums, so what is no zip file is taken for the part that matters and
 * put into a package. */
#ifndef TESTS_FUZZ_PACKAGE_H
#define TESTS_FUZZ_PACKAGE_H

#include "../unit/parts.h"
#include "decode.h"

/* The bytes become the first of the PARTS. */
static inline void
fuzz_package(const struct format *format, struct part *parts, size_t n,
    const uint8_t *bytes, size_t size)
{
	struct slice zip;
	char        *text;

	if (size > 1 << 20)
		return;
	if (size >= 2 && bytes[0] == 'P' && bytes[1] == 'K') {
		fuzz_format(format, bytes, size);
		return;
	}
	text = malloc(size + 1);
	memcpy(text, bytes, size);
	text[size] = '\0';
	parts[0].text = text;
	zip = parts_zip(parts, n);
	fuzz_format(format, (const uint8_t *)zip.p, zip.n);
	free((char *)zip.p);
	free(text);
}

#endif
