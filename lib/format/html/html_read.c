#include "charset/charset.h"
#include "html.h"

static const char *
feed_html(void *context, struct slice utf8)
{
	return html_feed(context, utf8);
}

const char *
html_read(struct slice bytes, struct slice claim, struct sink *sink)
{
	struct decoding decoding;
	void           *html = html_open(sink);
	enum charset    charset = charset_named(claim);
	const char     *failed, *end;

	if (charset == CHARSET_UNKNOWN)
		charset = charset_claimed(bytes);
	decoding_start(&decoding, charset_detect(bytes, true, charset),
	    feed_html, html);
	failed = decoding_feed(&decoding, bytes);
	if (failed == NULL)
		failed = decoding_end(&decoding);
	end = html_close(html);
	return failed != NULL ? failed : end;
}
