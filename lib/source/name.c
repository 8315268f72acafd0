#include "name.h"

#include <stdlib.h>

#include "charset/charset.h"
#include "base/memory.h"
#include "base/utf8.h"

static void
add(struct name *name, struct slice bytes)
{
	if (name->capacity - name->n < bytes.n) {
		name->capacity = 2 * name->n + bytes.n;
		name->text = memory_resize(name->text, name->capacity, 1);
	}
	if (bytes.n > 0)
		memcpy(name->text + name->n, bytes.p, bytes.n);
	name->n += bytes.n;
}

static const char *
add_decoded(void *context, struct slice utf8)
{
	add(context, utf8);
	return NULL;
}

size_t
name_add(struct name *name, char separator, struct slice part)
{
	size_t          before = name->n;
	struct decoding decoding;

	if (separator != '\0')
		add(name, (struct slice){ &separator, 1 });
	if (utf8_is_valid(part)) {
		add(name, part);
		return before;
	}
	decoding_start(&decoding, charset_of_name(part), add_decoded, name);
	decoding_feed(&decoding, part);
	decoding_end(&decoding);
	return before;
}

void
name_cut(struct name *name, size_t n)
{
	name->n = n;
}

void
name_free(struct name *name)
{
	free(name->text);
	*name = (struct name){ 0 };
}
