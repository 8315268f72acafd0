#include "code_page.h"

#include "base/utf8.h"
#include "windows1252.h"

static const struct {
	unsigned     page;
	enum charset charset;
} pages[] = {
	{ CODE_PAGE_CHINESE, CHARSET_GB18030 }, { 950, CHARSET_BIG5 },
	{ 54936, CHARSET_GB18030 }, { 65001, CHARSET_UTF8 },
};

static enum charset
charset_of(unsigned page)
{
	for (size_t i = 0; i < sizeof(pages) / sizeof(pages[0]); i++)
		if (pages[i].page == page)
			return pages[i].charset;
	return CHARSET_UNKNOWN;
}

bool
code_page_is_wide(unsigned page)
{
	return charset_of(page) != CHARSET_UNKNOWN;
}

bool
code_page_in_pairs(struct slice bytes)
{
	const unsigned char *p = (const unsigned char *)bytes.p;
	bool                 found = false;

	for (size_t i = 0; i < bytes.n; i++) {
		if (p[i] < 0x80)
			continue;
		if (++i == bytes.n || p[i] < 0x40)
			return false;
		found |= p[i] > 0x80;
	}
	return found;
}

/* Each byte of BYTES is a character of PAGE. */
static void
decode_single_bytes(unsigned page, struct slice bytes, utf8_fn *take,
    void *context)
{
	for (size_t i = 0; i < bytes.n; i++) {
		unsigned char c = (unsigned char)bytes.p[i];
		char          utf8[UTF8_BYTES_MAX];

		take(context, (struct slice){ utf8, utf8_encode(utf8,
		    page == CODE_PAGE_LATIN || c < 0x80 ?
		    windows1252_character(c) : UTF8_REPLACEMENT) });
	}
}

void
code_page_decode(unsigned page, struct slice bytes, utf8_fn *take,
    void *context)
{
	struct decoding decoding;

	if (!code_page_is_wide(page)) {
		decode_single_bytes(page, bytes, take, context);
		return;
	}
	decoding_start(&decoding, charset_of(page), take, context);
	decoding_feed(&decoding, bytes);
	decoding_end(&decoding);
}
