#include "registry.h"

#define DOCUMENT(type, format) { type, MEDIA_DOCUMENT, &format, NULL }
#define ARCHIVE(type)          { type, MEDIA_ARCHIVE, NULL, NULL }
#define SKIP(type, reason)     { type, MEDIA_SKIPPED, NULL, reason }
#define REJECT(type, reason)   { type, MEDIA_REJECTED, NULL, reason }

/* A format is added by its line here; its decoder is declared in format.h. */
static const struct media registry[] = {
	DOCUMENT("text/plain", format_text),
	DOCUMENT("text/markdown", format_text),
	REJECT("text/html", "HTML is not read yet"),
	REJECT("text/csv", "CSV is not read yet"),
	REJECT("text/tab-separated-values", "TSV is not read yet"),
	REJECT("multipart/related", "MHT is not read yet"),
	REJECT("application/rtf", "RTF is not read yet"),
	REJECT("application/pdf", "PDF is not read yet"),
	REJECT("application/msword", "DOC is not read yet"),
	REJECT("application/vnd.ms-excel", "XLS is not read yet"),
	DOCUMENT("application/vnd.openxmlformats-officedocument"
	    ".wordprocessingml.document", format_docx),
	REJECT("application/vnd.openxmlformats-officedocument"
	    ".spreadsheetml.sheet", "XLSX is not read yet"),
	ARCHIVE("application/gzip"),
	ARCHIVE("application/x-bzip2"),
	ARCHIVE("application/x-xz"),
	ARCHIVE("application/zstd"),
	ARCHIVE("application/x-lz4"),
	ARCHIVE("application/x-lzip"),
	ARCHIVE("application/x-compress"),
	ARCHIVE("application/x-tar"),
	ARCHIVE("application/x-cpio"),
	ARCHIVE("application/zip"),
	ARCHIVE("application/x-7z-compressed"),
	ARCHIVE("application/vnd.rar"),
	{ "application/warc", MEDIA_WARC, NULL, NULL },
	REJECT("inode/x-empty", "is empty"),
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
