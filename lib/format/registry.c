#include "registry.h"

#include "html/html.h"
#include "mail/mht.h"
#include "office_types.h"
#include "plain/plain.h"
#include "word/word.h"

const struct format
format_text = { .open = text_open, .feed = text_feed, .close = text_close },
format_markdown = { .open = markdown_open, .feed = text_feed,
    .close = text_close },
format_html = { .open = html_open, .feed = html_feed, .close = html_close },
format_csv = { .open = csv_open, .feed = csv_feed, .close = csv_close },
format_rtf = { .binary = true, .read = rtf_read },
format_mht = { .binary = true, .read = mht_read };

#define DOCUMENT(type, format) { type, MEDIA_DOCUMENT, READ_HERE, &format, NULL }
#define OFFICE(type, name)     { type, MEDIA_DOCUMENT, READ_OFFICE, NULL, NULL },
#define PDF(type)              { type, MEDIA_DOCUMENT, READ_PDF, NULL, NULL }
#define OTHER(type, handling)  { type, handling, READ_HERE, NULL, NULL }
#define COMPRESSED(type)       OTHER(type, MEDIA_COMPRESSED)
#define ARCHIVE(type)          OTHER(type, MEDIA_ARCHIVE)
#define SKIP(type, reason)     { type, MEDIA_SKIPPED, READ_HERE, NULL, reason }
#define CONVERT(type, name)    { type, MEDIA_CONVERTED, READ_CONVERTED, NULL, \
    name " is not read without LibreOffice: see --convert" },
#define REJECT(type, reason)   { type, MEDIA_REJECTED, READ_HERE, NULL, reason }

static const struct media registry[] = {
	DOCUMENT("text/plain", format_text),
	DOCUMENT("text/markdown", format_markdown),
	DOCUMENT("text/html", format_html),
	DOCUMENT("text/csv", format_csv),
	DOCUMENT("text/tab-separated-values", format_text),
	DOCUMENT("multipart/related", format_mht),
	DOCUMENT("application/rtf", format_rtf),
	PDF("application/pdf"),
	OFFICE_TYPES(OFFICE)
	CONVERTED_TYPES(CONVERT)
	COMPRESSED("application/gzip"),
	COMPRESSED("application/x-bzip2"),
	COMPRESSED("application/x-xz"),
	COMPRESSED("application/zstd"),
	COMPRESSED("application/x-lz4"),
	COMPRESSED("application/x-lzip"),
	COMPRESSED("application/x-compress"),
	ARCHIVE("application/x-tar"),
	ARCHIVE("application/x-cpio"),
	ARCHIVE("application/zip"),
	ARCHIVE("application/x-7z-compressed"),
	ARCHIVE("application/vnd.rar"),
	OTHER("application/warc", MEDIA_WARC),
	OTHER("message/rfc822", MEDIA_MESSAGE),
	REJECT("application/x-encrypted-office", "is protected by a password"),
	REJECT("application/vnd.ms-powerpoint", "is a presentation"),
	REJECT("application/vnd.openxmlformats-officedocument"
	    ".presentationml.presentation", "is a presentation"),
	REJECT("application/vnd.openxmlformats-package",
	    "is an Office package of no known kind, or cut short"),
	REJECT("application/x-ole-storage", "is OLE2 of no known kind"),
	REJECT("application/vnd.visio", "is a drawing"),
	REJECT("application/x-mspublisher", "is a publication of Publisher"),
	REJECT("application/vnd.oasis.opendocument.presentation",
	    "is a presentation"),
	REJECT("application/vnd.oasis.opendocument.graphics", "is a drawing"),
	REJECT("application/vnd.ms-outlook", "Outlook files are not read"),
	REJECT("application/mbox", "is a mailbox: save its messages as .eml"),
	REJECT("application/x-gnumeric", "is a Gnumeric sheet: save it as .xlsx"),
	REJECT("application/x-sylk", "is a SYLK sheet: save it as .xlsx"),
	REJECT("application/x-dif", "is a DIF sheet: save it as .xlsx"),
	REJECT("application/xml", "is XML of no known kind"),
	REJECT("inode/x-empty", "is empty"),
	SKIP("image/png", "is an image"),
	SKIP("image/jpeg", "is an image"),
	SKIP("image/gif", "is an image"),
	SKIP("image/webp", "is an image"),
	SKIP("image/tiff", "is an image"),
	SKIP("image/bmp", "is an image"),
	SKIP("text/css", "is a style sheet"),
	SKIP("text/javascript", "is a script"),
	SKIP("application/javascript", "is a script"),
	SKIP("application/x-javascript", "is a script"),
	SKIP("application/json", "is data for a script"),
	SKIP("application/x-apple-double", "is a desktop's own file"),
	SKIP("application/x-desktop", "is a desktop's own file"),
	SKIP("image/svg+xml", "is a drawing"),
	SKIP("image/x-icon", "is an icon"),
	SKIP("font/woff", "is a font"),
	SKIP("font/otf", "is a font"),
	SKIP("video/mp4", "is a video"),
	SKIP("video/x-flv", "is a video"),
	SKIP("video/x-msvideo", "is a video"),
	SKIP("audio/mpeg", "is a sound"),
	SKIP("audio/ogg", "is a sound"),
	SKIP("audio/wav", "is a sound"),
};

static const struct media unknown =
    REJECT("application/octet-stream", "is of no known format");

const struct media *
media_find(const char *type)
{
	for (size_t i = 0; i < sizeof(registry) / sizeof(registry[0]); i++)
		if (strcmp(registry[i].type, type) == 0)
			return &registry[i];
	return &unknown;
}
