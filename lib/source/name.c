#include "name.h"

#include "base/utf8.h"
#include "charset/charset.h"

static const char *
add_decoded(void *context, struct slice utf8)
{
	buffer_add(context, utf8);
	return NULL;
}

size_t
name_add(struct buffer *name, char separator, struct slice part)
{
	size_t          before = name->n;
	struct decoding decoding;

	if (separator != '\0')
		buffer_add(name, (struct slice){ &separator, 1 });
	if (utf8_is_valid(part)) {
		buffer_add(name, part);
		return before;
	}
	decoding_start(&decoding, charset_of_name(part), add_decoded, name);
	decoding_feed(&decoding, part);
	decoding_end(&decoding);
	return before;
}
