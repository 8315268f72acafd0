#include "sniff.h"

#include <string.h>

#include "charset/charset.h"
#include "content_type.h"

/* Bytes at a fixed place that tell a type.  Short ones of types that text
 * could be taken for stand last. */
static const struct {
	size_t       offset;
	struct slice magic;
	const char  *type;
} magics[] = {
	{ 0, { "PK\x03\x04", 4 }, "application/zip" },
	{ 0, { "PK\x05\x06", 4 }, "application/zip" },
	{ 0, { "PK\x07\x08PK", 6 }, "application/zip" },
	{ 0, { "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8 }, "application/msword" },
	{ 0, { "\x09\x08\x08\0", 4 }, "application/vnd.ms-excel" },
	{ 0, { "\x09\x08\x10\0", 4 }, "application/vnd.ms-excel" },
	{ 0, { "\x09\0\x04\0", 4 }, "application/x-excel-4" },
	{ 0, { "\x09\x02\x06\0", 4 }, "application/x-excel-4" },
	{ 0, { "\x09\x04\x06\0", 4 }, "application/x-excel-4" },
	{ 0, { "\x1F\x8B", 2 }, "application/gzip" },
	{ 0, { "BZh", 3 }, "application/x-bzip2" },
	{ 0, { "\xFD" "7zXZ\0", 6 }, "application/x-xz" },
	{ 0, { "\x28\xB5\x2F\xFD", 4 }, "application/zstd" },
	{ 0, { "\x04\x22\x4D\x18", 4 }, "application/x-lz4" },
	{ 0, { "LZIP", 4 }, "application/x-lzip" },
	{ 0, { "\x1F\x9D", 2 }, "application/x-compress" },
	{ 0, { "7z\xBC\xAF\x27\x1C", 6 }, "application/x-7z-compressed" },
	{ 0, { "Rar!\x1A\x07", 6 }, "application/vnd.rar" },
	{ 0, { "070701", 6 }, "application/x-cpio" },
	{ 0, { "070702", 6 }, "application/x-cpio" },
	{ 0, { "070707", 6 }, "application/x-cpio" },
	{ 0, { "\xC7\x71", 2 }, "application/x-cpio" },
	{ 0, { "ID;P", 4 }, "application/x-sylk" },
	{ 0, { "TABLE\r\n0,1\r\n", 12 }, "application/x-dif" },
	{ 0, { "TABLE\n0,1\n", 10 }, "application/x-dif" },
	{ 0, { "From ", 5 }, "application/mbox" },
	{ 0, { "WARC/1.", 7 }, "application/warc" },
	{ 0, { "\x89PNG\r\n\x1A\n", 8 }, "image/png" },
	{ 0, { "\xFF\xD8\xFF", 3 }, "image/jpeg" },
	{ 0, { "GIF87a", 6 }, "image/gif" },
	{ 0, { "GIF89a", 6 }, "image/gif" },
	{ 8, { "WEBP", 4 }, "image/webp" },
	{ 0, { "II*\0", 4 }, "image/tiff" },
	{ 0, { "MM\0*", 4 }, "image/tiff" },
	{ 6, { "\0\0\0\0", 4 }, "image/bmp" },
	{ 0, { "\0\0\1\0", 4 }, "image/x-icon" },
	{ 0, { "wOFF", 4 }, "font/woff" },
	{ 0, { "wOF2", 4 }, "font/woff" },
	{ 0, { "OTTO", 4 }, "font/otf" },
	{ 0, { "\0\1\0\0\0", 5 }, "font/otf" },
	{ 4, { "ftyp", 4 }, "video/mp4" },
	{ 0, { "ID3", 3 }, "audio/mpeg" },
	{ 0, { "OggS", 4 }, "audio/ogg" },
	{ 0, { "FLV\1", 4 }, "video/x-flv" },
	{ 8, { "AVI ", 4 }, "video/x-msvideo" },
	{ 8, { "WAVE", 4 }, "audio/wav" },
	{ 0, { "\0\5\x16\7", 4 }, "application/x-apple-double" },
	{ 4, { "Bud1", 4 }, "application/x-apple-double" },
};

/* RFC 4155: a line `From ', then the fields of the first message. */
static bool
is_mailbox(struct slice head)
{
	static const char *const fields[] = { "\nFrom:", "\nSubject:",
		"\nDate:", "\nReceived:" };
	size_t met = 0;

	for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++)
		met += slice_find(head, slice_of(fields[i])) != NULL;
	return met >= 2;
}

static bool
has_magic(struct slice head, size_t i)
{
	if (head.n < magics[i].offset || !slice_starts(
	    slice_from(head, magics[i].offset), magics[i].magic))
		return false;
	if (strcmp(magics[i].type, "application/mbox") == 0)
		return is_mailbox(head);
	/* BMP: "BM", a size, and two reserved words that are 0. */
	return strcmp(magics[i].type, "image/bmp") != 0 ||
	    slice_starts(head, SLICE("BM"));
}

/* POSIX tar: the sum of the header's bytes, its own field (148-155) taken as
 * blanks, stands in octal at 148. */
static bool
is_tar(struct slice head)
{
	unsigned long sum = 0, stated = 0;

	if (head.n < 512 || head.p[0] == '\0')
		return false;
	for (size_t i = 0; i < 512; i++)
		sum += i >= 148 && i < 156 ? ' ' : (unsigned char)head.p[i];
	for (size_t i = 148; i < 156; i++)
		if (head.p[i] >= '0' && head.p[i] <= '7')
			stated = stated * 8 + (unsigned long)(head.p[i] - '0');
	return sum == stated;
}

/* Readers of PDFs take the header from anywhere in so many bytes [Adobe's
 * implementation note 13 to the PDF Reference 1.7, 3.4.1]: behind a byte order
 * mark, empty lines, the head of an answer over HTTP. */
enum { PDF_HEADER_BYTES = 1024 };

/* Whether a line of a PDF's header begins AT bytes of HEAD: a version, and
 * objects below, which text that only names it does not have. */
static bool
is_pdf_header(struct slice head, size_t at)
{
	struct slice rest = slice_from(head, at), magic = SLICE("%PDF-");
	char         before = at > 0 ? head.p[at - 1] : '\n';

	if (!slice_starts(rest, magic) || (before != '\n' && before != '\r' &&
	    !slice_is((struct slice){ head.p, at }, "\xEF\xBB\xBF")))
		return false;
	return at == 0 || slice_find(rest, SLICE(" obj")) != NULL;
}

static bool
is_pdf(struct slice head)
{
	size_t      most = head.n < PDF_HEADER_BYTES ? head.n : PDF_HEADER_BYTES;
	const char *at = most > 0 ? memchr(head.p, '%', most) : NULL;

	while (at != NULL && !is_pdf_header(head, (size_t)(at - head.p)))
		at = memchr(at + 1, '%', most - (size_t)(at + 1 - head.p));
	return at != NULL;
}

/* Whether what is named or said to be a PDF is one further in, behind what a site or a
 * program put before it. */
static bool
is_late_pdf(struct slice head, struct slice name, struct slice claim)
{
	struct slice end = slice_from(name, name.n > 4 ? name.n - 4 : 0);

	return (slice_is_nocase(end, SLICE(".pdf")) ||
	    slice_starts(claim, SLICE("application/pdf"))) &&
	    slice_find(head, SLICE("%PDF-1.")) != NULL &&
	    slice_find(head, SLICE(" obj")) != NULL;
}

/* Behind a byte order mark or empty lines too, as sites send it. */
static bool
is_rtf(struct slice head)
{
	if (slice_starts(head, SLICE("\xEF\xBB\xBF")))
		head = slice_from(head, 3);
	return slice_starts(slice_trim(head), SLICE("{\\rtf"));
}

enum { BINARY_BYTES = 2048 };	/* so many tell */

/* More of the control characters that no text has than damage explains. */
static bool
is_binary(struct slice head)
{
	/* not TAB, LF, VT, FF, CR; SUB; ESC */
	static const bool control[256] = { 1, 1, 1, 1, 1, 1, 1, 1, 1,
		[0x0E] = 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, [0x1C] = 1, 1, 1, 1 };
	size_t            controls = 0;

	if (head.n > BINARY_BYTES)
		head.n = BINARY_BYTES;
	for (size_t i = 0; i < head.n; i++)
		controls += control[(unsigned char)head.p[i]];
	return controls > 8 && controls > head.n / 50;
}

/* The ASCII of UTF-16; other characters become `?'. */
static struct slice
ascii_of_utf16(struct slice head, char out[], size_t room)
{
	size_t low = charset_detect(head, false, CHARSET_UNKNOWN) ==
	    CHARSET_UTF16BE;
	size_t n = head.n / 2 < room ? head.n / 2 : room;

	for (size_t i = 0; i < n; i++) {
		char c = head.p[2 * i + low];

		out[i] = head.p[2 * i + 1 - low] == '\0' &&
		    (unsigned char)c < 0x80 ? c : '?';
	}
	return (struct slice){ out, n };
}

bool
sniff_is_deep(struct slice head)
{
	return slice_starts(head, SLICE("PK\x03\x04")) ||
	    slice_starts(head, SLICE("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"));
}

static const char *
by_magic(struct slice head)
{
	const char *type = NULL, *inside = NULL;

	for (size_t i = 0; i < sizeof(magics) / sizeof(magics[0]); i++)
		if (has_magic(head, i)) {
			type = magics[i].type;
			break;
		}
	if (type == NULL)
		return is_tar(head) ? "application/x-tar" :
		    is_pdf(head) ? "application/pdf" :
		    is_rtf(head) ? "application/rtf" : NULL;
	if (strcmp(type, "application/zip") == 0)
		inside = content_type_zip(head);
	else if (strcmp(type, "application/msword") == 0)
		inside = content_type_ole2(head);
	return inside != NULL ? inside : type;
}

const char *
sniff(struct slice head, struct slice name, struct slice claim)
{
	const char *type;
	char        ascii[4096];

	if (is_desktop_name(name))
		return "application/x-desktop";
	if (head.n == 0)
		return "inode/x-empty";
	type = by_magic(head);
	if (type != NULL)
		return type;
	if (is_late_pdf(head, name, claim))
		return "application/pdf";
	if (charset_is_utf16(head))
		head = ascii_of_utf16(head, ascii, sizeof(ascii));
	else if (is_binary(head))
		return "application/octet-stream";
	else if (slice_starts(head, SLICE("\xEF\xBB\xBF")))
		head = slice_from(head, 3);
	return content_type_text(head, name, claim);
}
