#include "word.h"

#include <ctype.h>
#include <stdlib.h>

#include "base/digits.h"
#include "base/memory.h"
#include "rtf.h"

static void
open_group(struct rtf *rtf)
{
	rtf->skip = 0;
	if (rtf->groups == RTF_GROUPS_MAX) {
		rtf->failed = "groups nested too deeply";
		return;
	}
	rtf_group(rtf)->empty = false;
	rtf->group[rtf->groups] = rtf->group[rtf->groups - 1];
	rtf->groups++;
	rtf_group(rtf)->empty = true;
	rtf_group(rtf)->opens_story = rtf_group(rtf)->may_skip = false;
}

static void
close_group(struct rtf *rtf)
{
	rtf_flush(rtf);
	rtf->skip = 0;
	if (rtf_group(rtf)->opens_story)
		rtf_close_story(rtf);
	rtf_group(rtf)->opens_story = false;
	if (rtf->groups > 1)
		rtf->groups--;
}

/* A number behind a control word: -12; returns its length. */
static size_t
parse_value(struct slice text, long *value)
{
	enum { VALUE_MAX = 100000000 };
	size_t             minus = text.n > 0 && text.p[0] == '-';
	unsigned long long number;
	size_t             n = digits_at(slice_from(text, minus), &number);

	*value = number < VALUE_MAX ? (long)number : VALUE_MAX;
	if (minus)
		*value = -*value;
	return n > 0 ? minus + n : 0;
}

/* A control word, TEXT being behind the backslash; returns its length with
 * the blank that ends it, and with the bytes that \bin announces. */
static size_t
control_word(struct rtf *rtf, struct slice text)
{
	struct slice word = text;
	size_t       i = 0, digits;
	long         value;

	while (i < text.n && isalpha((unsigned char)text.p[i]))
		i++;
	word.n = i;
	digits = parse_value(slice_from(text, i), &value);
	i += digits;
	if (i < text.n && text.p[i] == ' ')
		i++;
	if (slice_is(word, "bin") && value > 0)
		return (size_t)value < text.n - i ? i + (size_t)value : text.n;
	rtf_word(rtf, word, digits > 0, value);
	return i;
}

/* What a backslash does before something that is no letter. */
static size_t
control_symbol(struct rtf *rtf, struct slice text)
{
	switch (text.p[0]) {
	case '\'':
		if (text.n < 3 || hex_digit(text.p[1]) < 0 ||
		    hex_digit(text.p[2]) < 0)
			return 1;
		rtf_byte(rtf, (char)(hex_digit(text.p[1]) * 16 +
		    hex_digit(text.p[2])));
		return 3;
	case '*':	/* elsewhere it means nothing: the text goes on */
		rtf_group(rtf)->may_skip = rtf_group(rtf)->empty;
		break;
	case '~': rtf_character(rtf, 0xA0); break;
	case '_': rtf_character(rtf, '-'); break;
	case '{':
	case '}':
	case '\\': rtf_byte(rtf, text.p[0]); break;
	case '\r':
	case '\n': rtf_end_paragraph(rtf); break;
	}
	return 1;
}

static void
read_groups(struct rtf *rtf, struct slice text)
{
	while (text.n > 0 && rtf->failed == NULL &&
	    rtf->tables.failed == NULL) {
		size_t n = 1;

		switch (text.p[0]) {
		case '{': open_group(rtf); break;
		case '}': close_group(rtf); break;
		case '\r':
		case '\n':
		case '\0': break;
		case '\\':
			if (text.n == 1)
				break;
			n += isalpha((unsigned char)text.p[1])
			    ? control_word(rtf, slice_from(text, 1))
			    : control_symbol(rtf, slice_from(text, 1));
			if (text.p[1] != '*')
				rtf_group(rtf)->empty = false;
			break;
		default:
			rtf_group(rtf)->empty = false;
			rtf_byte(rtf, text.p[0]);
			break;
		}
		text = slice_from(text, n);
	}
}

const char *
rtf_read(struct slice bytes, struct sink *sink)
{
	struct rtf *rtf = memory_get(sizeof(*rtf));
	const char *begin = slice_find(bytes, SLICE("{\\rtf"));
	const char *failed;

	if (begin != NULL)	/* what is before it is no text */
		bytes = slice_from(bytes, (size_t)(begin - bytes.p));
	memset(rtf, 0, sizeof(*rtf));
	memset(rtf->style_outline, -1, sizeof(rtf->style_outline));
	rtf->groups = 1;
	rtf->group[0] = (struct rtf_group){ .fallback = 1, .outline = -1,
	    .around = RTF_SKIPPED };
	table_buffer_open(&rtf->tables, sink);
	rtf_open_story(rtf);
	read_groups(rtf, bytes);
	failed = rtf->failed != NULL ? rtf->failed : rtf->tables.failed;
	if (failed == NULL && rtf->groups > 1) {
		failed = "cut short";
		rtf_mark_cut(rtf);
	}
	while (rtf->story != NULL)
		rtf_close_story(rtf);
	failed = table_buffer_close(&rtf->tables, failed);
	free(rtf);
	return failed;
}
