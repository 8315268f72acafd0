#include "mime.h"

#include "base/digits.h"

static struct slice
next_header_line(struct slice *text)
{
	const char  *end = text->n > 0 ? memchr(text->p, '\n', text->n) : NULL;
	size_t       n = end != NULL ? (size_t)(end - text->p) + 1 : text->n;
	struct slice line = { text->p, n };

	*text = slice_from(*text, n);
	return line;
}

struct mime_entity
mime_entity(struct slice text)
{
	struct slice rest = text;

	while (rest.n > 0) {
		struct slice line = next_header_line(&rest);

		if (slice_trim(line).n == 0)
			break;
	}
	return (struct mime_entity){
		.head = { text.p, text.n - rest.n }, .body = rest,
	};
}

struct slice
mime_header(struct slice head, const char *name)
{
	size_t       n = strlen(name);
	struct slice value = { NULL, 0 };

	while (head.n > 0) {
		struct slice line = next_header_line(&head);

		if (!slice_starts_nocase(line, slice_of(name)) || line.n == n ||
		    line.p[n] != ':')
			continue;
		value = slice_from(line, n + 1);
		while (head.n > 0 && (head.p[0] == ' ' || head.p[0] == '\t'))
			value.n += next_header_line(&head).n;
		break;
	}
	return slice_trim(value);
}

bool
mime_is(struct slice value, const char *type)
{
	return slice_starts_nocase(value, slice_of(type));
}

struct slice
mime_parameter(struct slice value, const char *name)
{
	size_t      n = strlen(name);
	const char *end;

	while ((end = value.n > 0 ? memchr(value.p, ';', value.n) : NULL) !=
	    NULL) {
		value = slice_trim(slice_from(value,
		    (size_t)(end - value.p) + 1));
		if (!slice_starts_nocase(value, slice_of(name)) ||
		    value.n == n || value.p[n] != '=')
			continue;
		value = slice_from(value, n + 1);
		if (value.n > 0 && value.p[0] == '"') {
			value = slice_from(value, 1);
			end = memchr(value.p, '"', value.n);
		} else
			end = memchr(value.p, ';', value.n);
		if (end != NULL)
			value.n = (size_t)(end - value.p);
		return slice_trim(value);
	}
	return (struct slice){ NULL, 0 };
}

enum delimiter { DELIMITER_NONE, DELIMITER_NEXT, DELIMITER_LAST };

static enum delimiter
delimiter(struct slice line, struct slice boundary)
{
	if (!slice_starts(line, SLICE("--")) ||
	    !slice_starts(slice_from(line, 2), boundary))
		return DELIMITER_NONE;
	line = slice_trim(slice_from(line, 2 + boundary.n));
	return line.n == 0 ? DELIMITER_NEXT
	    : slice_is(line, "--") ? DELIMITER_LAST : DELIMITER_NONE;
}

bool
mime_part(struct slice *body, struct slice boundary, struct slice *part)
{
	struct slice   rest = *body, line;
	enum delimiter found = DELIMITER_NONE;

	while (rest.n > 0 && found != DELIMITER_NEXT) {
		line = next_header_line(&rest);
		found = delimiter(line, boundary);
		if (found == DELIMITER_LAST)
			rest.n = 0;
	}
	if (found != DELIMITER_NEXT)
		return false;
	*part = (struct slice){ rest.p, 0 };
	*body = rest;
	while (rest.n > 0) {
		line = next_header_line(&rest);
		if (delimiter(line, boundary) != DELIMITER_NONE)
			break;
		part->n += line.n;
		*body = rest;
	}
	return true;
}

/* RFC 2045, 6.7; what is no encoding stands for itself. */
static size_t
quoted_printable(struct slice body, char *out)
{
	size_t n = 0;

	for (size_t i = 0; i < body.n; i++) {
		struct slice rest = slice_from(body, i);

		if (rest.p[0] != '=') {
			out[n++] = rest.p[0];
		} else if (rest.n >= 3 && hex_digit(rest.p[1]) >= 0 &&
		    hex_digit(rest.p[2]) >= 0) {
			out[n++] = (char)(hex_digit(rest.p[1]) * 16 +
			    hex_digit(rest.p[2]));
			i += 2;
		} else {
			size_t blanks = 1;

			while (blanks < rest.n && (rest.p[blanks] == ' ' ||
			    rest.p[blanks] == '\t' || rest.p[blanks] == '\r'))
				blanks++;
			if (blanks < rest.n && rest.p[blanks] == '\n')
				i += blanks;	/* the line goes on */
			else
				out[n++] = '=';
		}
	}
	return n;
}

/* RFC 2045, 6.8 */
static size_t
base64(struct slice body, char *out)
{
	static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	    "abcdefghijklmnopqrstuvwxyz0123456789+/";
	unsigned bits = 0, word = 0;
	size_t   n = 0;

	for (size_t i = 0; i < body.n && body.p[i] != '='; i++) {
		const char *place = memchr(alphabet, body.p[i], 64);

		if (place == NULL)
			continue;
		word = (word << 6 | (unsigned)(place - alphabet)) & 0xFFFFFF;
		bits += 6;
		if (bits >= 8) {
			bits -= 8;
			out[n++] = (char)(word >> bits & 0xFF);
		}
	}
	return n;
}

size_t
mime_decode(struct slice encoding, struct slice body, char *out)
{
	if (mime_is(encoding, "quoted-printable"))
		return quoted_printable(body, out);
	if (mime_is(encoding, "base64"))
		return base64(body, out);
	if (body.n > 0)
		memcpy(out, body.p, body.n);
	return body.n;
}
