/* What becomes of text above or below the line: 69 with a note 1, m2, 10 to the
 * power of 4. */
#include "flow.h"

#include "base/digits.h"
#include "format/blocks/superscript.h"

static bool
is_bracketed(struct slice text)
{
	static const struct slice pairs[][2] = {
		{ { "(", 1 }, { ")", 1 } }, { { "[", 1 }, { "]", 1 } },
		{ { "〔", 3 }, { "〕", 3 } }, { { "【", 3 }, { "】", 3 } },
		{ { "（", 3 }, { "）", 3 } }, { { "［", 3 }, { "］", 3 } },
	};

	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++)
		if (slice_starts(text, pairs[i][0]) &&
		    slice_ends(text, pairs[i][1]))
			return true;
	return false;
}

bool
html_small_make(struct buffer *small, struct slice text, unsigned look,
    bool behind)
{
	enum vertical_align align = (look & HTML_RAISED) != 0 ||
	    look == HTML_LINKED ? ALIGN_SUPERSCRIPT : ALIGN_SUBSCRIPT;

	if (look == HTML_LINKED && !(has_digit(text) &&
	    (is_bracketed(text) || (behind && is_digit(text.p[0])))))
		return false;
	small->n = 0;
	superscript_add(small, text, align);
	return !slice_eq(buffer_slice(small), text);
}
