#include "rows_of_file.h"

#include "base/buffer.h"
#include "base/diagnostics.h"
#include "base/tsv.h"
#include "charset/charset.h"
#include "rows_of_document.h"
#include "rows_of_text.h"

/* How a file begins that is no plain text. */
static bool
is_document(struct slice bytes)
{
	static const struct slice begins[] = {
		{ "PK\3\4", 4 }, { "\xD0\xCF\x11\xE0", 4 }, { "%PDF", 4 },
		{ "{\\rtf", 5 }, { "<", 1 },
	};

	if (slice_starts(bytes, SLICE("\xEF\xBB\xBF")))
		bytes = slice_from(bytes, 3);
	for (size_t i = 0; i < sizeof(begins) / sizeof(begins[0]); i++)
		if (slice_starts(bytes, begins[i]))
			return true;
	return false;
}

static const char *
add_text(void *context, struct slice utf8)
{
	buffer_add(context, utf8);
	return NULL;
}

/* BYTES as UTF-8 in OUT.  Returns NULL, or why that cannot be. */
static const char *
decode(struct slice bytes, enum charset charset, struct buffer *out)
{
	struct decoding decoding;
	const char     *reason;

	decoding_start(&decoding, charset, add_text, out);
	reason = decoding_feed(&decoding, bytes);
	return reason != NULL ? reason : decoding_end(&decoding);
}

bool
roster_rows_of_file(struct roster_rows *rows, const char *path,
    const char *extract)
{
	struct slice  bytes = tsv_bytes(path);
	enum charset  charset = charset_detect(bytes, true, CHARSET_UNKNOWN);
	struct buffer text = { .n = 0 };
	const char   *reason;

	if (bytes.n > 0 && (is_document(bytes) || charset == CHARSET_UNKNOWN))
		return roster_rows_of_document(rows, path, extract);
	reason = decode(bytes, charset, &text);
	if (reason == NULL)
		reason = roster_rows_of_text(rows, buffer_slice(&text));
	buffer_free(&text);
	if (reason != NULL)
		warn_at(path, "%s", reason);
	return reason == NULL;
}
