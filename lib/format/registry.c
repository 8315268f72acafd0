#include "registry.h"

#include "convert/convert.h"
#include "epub/epub.h"
#include "excel/excel.h"
#include "html/html.h"
#include "mail/mht.h"
#include "odf/odf.h"
#include "ofd/ofd.h"
#include "plain/plain.h"
#include "sniff/content_type.h"
#include "word/word.h"

/* Sniffing may see too little of a large file to tell what is in it. */
static const char *
ole2_read(struct slice bytes, struct sink *sink)
{
	const char *type = content_type_ole2(bytes);

	return type != NULL && strcmp(type, "application/vnd.ms-excel") == 0
	    ? xls_read(bytes, sink) : doc_read(bytes, sink);
}

const struct format
format_text = { .open = text_open, .feed = text_feed, .close = text_close },
format_markdown = { .open = markdown_open, .feed = text_feed,
    .close = text_close },
format_html = { .open = html_open, .feed = html_feed, .close = html_close },
format_csv = { .open = csv_open, .feed = csv_feed, .close = csv_close },
format_docx = { .binary = true, .read = docx_read },
format_xlsx = { .binary = true, .read = xlsx_read },
format_rtf = { .binary = true, .read = rtf_read },
format_ofd = { .binary = true, .read = ofd_read },
format_odf = { .binary = true, .read = odf_read },
format_flat_odf = { .binary = true, .read = odf_flat_read },
format_epub = { .binary = true, .read = epub_read },
format_converted = { .binary = true, .read = convert_read },
format_mht = { .binary = true, .read = mht_read },
format_doc = { .binary = true, .read = ole2_read },
format_xls = { .binary = true, .read = xls_read };

#define DOCUMENT(type, format) { type, MEDIA_DOCUMENT, &format, NULL }
#define COMPRESSED(type)       { type, MEDIA_COMPRESSED, NULL, NULL }
#define ARCHIVE(type)          { type, MEDIA_ARCHIVE, NULL, NULL }
#define SKIP(type, reason)     { type, MEDIA_SKIPPED, NULL, reason }
#define CONVERT(type, name)    { type, MEDIA_CONVERTED, &format_converted, \
    name " is not read without LibreOffice: see --convert" }
#define REJECT(type, reason)   { type, MEDIA_REJECTED, NULL, reason }

static const struct media registry[] = {
	DOCUMENT("text/plain", format_text),
	DOCUMENT("text/markdown", format_markdown),
	DOCUMENT("text/html", format_html),
	DOCUMENT("text/csv", format_csv),
	DOCUMENT("text/tab-separated-values", format_text),
	DOCUMENT("multipart/related", format_mht),
	DOCUMENT("application/rtf", format_rtf),
	{ "application/pdf", MEDIA_DOCUMENT, NULL, NULL },
	DOCUMENT("application/msword", format_doc),
	DOCUMENT("application/vnd.ms-excel", format_xls),
	DOCUMENT("application/vnd.openxmlformats-officedocument"
	    ".wordprocessingml.document", format_docx),
	DOCUMENT("application/vnd.ms-word.flat-opc+xml", format_docx),
	DOCUMENT("application/vnd.openxmlformats-officedocument"
	    ".spreadsheetml.sheet", format_xlsx),
	DOCUMENT("application/ofd", format_ofd),
	DOCUMENT("application/epub+zip", format_epub),
	DOCUMENT("application/vnd.oasis.opendocument", format_odf),
	DOCUMENT("application/vnd.oasis.opendocument.text", format_odf),
	DOCUMENT("application/vnd.oasis.opendocument.spreadsheet",
	    format_odf),
	DOCUMENT("application/vnd.oasis.opendocument.flat-xml",
	    format_flat_odf),
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
	{ "application/warc", MEDIA_WARC, NULL, NULL },
	{ "message/rfc822", MEDIA_MESSAGE, NULL, NULL },
	REJECT("application/x-encrypted-office", "is protected by a password"),
	REJECT("application/vnd.ms-powerpoint", "is a presentation"),
	REJECT("application/vnd.openxmlformats-officedocument"
	    ".presentationml.presentation", "is a presentation"),
	CONVERT("application/vnd.ms-excel.sheet.binary.macroenabled.12", "XLSB"),
	REJECT("application/vnd.openxmlformats-package",
	    "is an Office package of no known kind, or cut short"),
	REJECT("application/x-ole-storage", "is OLE2 of no known kind"),
	CONVERT("application/vnd.ms-works", "Works"),
	CONVERT("application/x-word-95", "Word 6 or 95"),
	REJECT("application/vnd.visio", "is a drawing"),
	REJECT("application/x-mspublisher", "is a publication of Publisher"),
	CONVERT("application/x-excel-4", "Excel 4 or older"),
	REJECT("application/vnd.oasis.opendocument.presentation",
	    "is a presentation"),
	REJECT("application/vnd.oasis.opendocument.graphics", "is a drawing"),
	CONVERT("application/vnd.ms-word+xml", "Word XML"),
	CONVERT("application/vnd.ms-excel+xml", "Excel XML"),
	REJECT("application/vnd.ms-outlook", "Outlook files are not read"),
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
