/* The codes of a font that its ToUnicode map tells the characters of
 * [ISO 32000-1, 9.10.3]. */
#ifndef PDF_CMAP_H
#define PDF_CMAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

enum { PDF_CODES = 0x10000 };

struct pdf_codes {			/* all zero: none */
	uint8_t is_in[PDF_CODES / 8];
};

static inline bool
pdf_codes_have(const struct pdf_codes *codes, unsigned code)
{
	return code < PDF_CODES && (codes->is_in[code / 8] >> code % 8 & 1);
}

/* Adds the codes of one or two bytes to which the map of N bytes at BYTES gives
 * text. */
void pdf_cmap_read(const char *bytes, size_t n, struct pdf_codes *codes);

#ifdef __cplusplus
}
#endif

#endif
