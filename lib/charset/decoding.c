#include <errno.h>
#include <stdint.h>

#include "base/machine.h"
#include "base/utf8.h"
#include "charset.h"

enum { OUT_BYTES = 64 * 1024 };

/* Big5-HKSCS contains Big5 with its usual extensions. */
static const char *const iconv_names[CHARSETS] = {
	[CHARSET_GB18030] = "GB18030", [CHARSET_BIG5] = "BIG5-HKSCS",
	[CHARSET_UTF16LE] = "UTF-16LE", [CHARSET_UTF16BE] = "UTF-16BE",
};

static iconv_t converters[CHARSETS];

const char *
charset_prepare(void)
{
	for (int i = 0; i < CHARSETS; i++) {
		if (iconv_names[i] == NULL || converters[i] != NULL)
			continue;
		converters[i] = iconv_open("UTF-8", iconv_names[i]);
		if (converters[i] == (iconv_t)-1) {
			converters[i] = NULL;
			if (errno != EINVAL)	/* EINVAL: not installed */
				machine_blame();
			return iconv_names[i];
		}
	}
	return NULL;
}

void
decoding_start(struct decoding *d, enum charset charset, utf8_fn *take,
    void *context)
{
	*d = (struct decoding){
		.charset = charset, .take = take, .context = context,
	};
	if (iconv_names[charset] == NULL)
		return;
	if (converters[charset] == NULL)
		charset_prepare();
	d->converter = converters[charset];
	if (d->converter != NULL)
		iconv(d->converter, NULL, NULL, NULL, NULL);
}

static const char *
give(struct decoding *d, const char *p, size_t n)
{
	struct slice text = { p, n };

	if (!d->begun && n > 0) {
		d->begun = true;
		if (slice_starts(text, SLICE("\xEF\xBB\xBF")))
			text = slice_from(text, 3);
	}
	return text.n > 0 ? d->take(d->context, text) : NULL;
}

static const char *
replace(struct decoding *d)
{
	d->replaced++;
	return give(d, "\xEF\xBF\xBD", 3);
}

/* The length of the beginning of TEXT that is good: neither NUL nor damaged,
 * no character cut off. */
static size_t
good_length(struct slice text)
{
	const char *nul = memchr(text.p, '\0', text.n);

	if (nul != NULL)
		text.n = (size_t)(nul - text.p);
	return utf8_valid_length(text);
}

/* Whether TEXT could be the beginning of a character that goes on. */
static bool
is_cut(struct slice text)
{
	static const unsigned char fill[] = { 0x80, 0x90, 0xA0 };

	if (text.n >= UTF8_BYTES_MAX || (unsigned char)text.p[0] < 0xC2)
		return false;
	for (size_t i = 0; i < sizeof(fill); i++) {
		char     whole[UTF8_BYTES_MAX];
		uint32_t c;

		memset(whole, i == 0 || text.n > 1 ? 0x80 : fill[i],
		    sizeof(whole));
		memcpy(whole, text.p, text.n);
		if (utf8_decode((struct slice){ whole, sizeof(whole) }, &c) >
		    text.n)
			return true;
	}
	return false;
}

/* Hands on UTF-8; what is left is the beginning of a character. */
static const char *
check_utf8(struct decoding *d, struct slice *text, bool last)
{
	const char *reason = NULL;

	while (text->n > 0 && reason == NULL) {
		size_t good = good_length(*text);

		if (good > 0)
			reason = give(d, text->p, good);
		*text = slice_from(*text, good);
		if (text->n == 0 || reason != NULL ||
		    (!last && is_cut(*text)))
			break;
		reason = replace(d);
		*text = slice_from(*text, 1);
	}
	return reason;
}

/* What iconv makes of NUL is NUL; check_utf8 sees to that. */
static const char *
convert(struct decoding *d, struct slice *text, bool last)
{
	char        out[OUT_BYTES];
	const char *reason = NULL;

	if (d->converter == NULL)
		return "the system has no converter for this character set";
	while (text->n > 0 && reason == NULL) {
		char        *in = (char *)(uintptr_t)text->p, *to = out;
		size_t       left = text->n, room = sizeof(out);
		size_t       result = iconv(d->converter, &in, &left, &to, &room);
		int          error = result == (size_t)-1 ? errno : 0;
		struct slice made = { out, (size_t)(to - out) };

		*text = (struct slice){ in, left };
		reason = check_utf8(d, &made, true);
		if (reason != NULL || (error == EINVAL && !last))
			break;
		if (error == EILSEQ || error == EINVAL) {
			reason = replace(d);
			*text = slice_from(*text, 1);
		}
	}
	return reason;
}

static const char *
decode(struct decoding *d, struct slice *text, bool last)
{
	return iconv_names[d->charset] == NULL ? check_utf8(d, text, last) :
	    convert(d, text, last);
}

/* Puts bytes behind those carried over until they make up characters. */
static const char *
finish_carried(struct decoding *d, struct slice *bytes)
{
	const char *reason = NULL;

	while (d->carried > 0 && bytes->n > 0 && reason == NULL) {
		struct slice text;

		d->carry[d->carried++] = bytes->p[0];
		*bytes = slice_from(*bytes, 1);
		text = (struct slice){ d->carry, d->carried };
		reason = decode(d, &text, false);
		memmove(d->carry, text.p, text.n);
		d->carried = text.n;
	}
	return reason;
}

const char *
decoding_feed(struct decoding *d, struct slice bytes)
{
	const char *reason = finish_carried(d, &bytes);

	if (reason == NULL && bytes.n > 0)
		reason = decode(d, &bytes, false);
	if (reason == NULL && bytes.n > 0) {
		memcpy(d->carry, bytes.p, bytes.n);
		d->carried = bytes.n;
	}
	return reason;
}

const char *
decoding_end(struct decoding *d)
{
	struct slice text = { d->carry, d->carried };
	const char  *reason = decode(d, &text, true);

	d->carried = 0;
	if (reason == NULL && d->converter != NULL) {
		char   out[16], *to = out;
		size_t room = sizeof(out);

		/* Big5-HKSCS may still hold a character that could combine. */
		iconv(d->converter, NULL, NULL, &to, &room);
		reason = give(d, out, (size_t)(to - out));
	}
	return reason;
}
