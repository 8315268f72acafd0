#include "office_registry.h"

#include "convert/convert.h"
#include "epub/epub.h"
#include "excel/excel.h"
#include "odf/odf.h"
#include "office_types.h"
#include "ofd/ofd.h"
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
format_docx = { .binary = true, .read = docx_read },
format_xlsx = { .binary = true, .read = xlsx_read },
format_ofd = { .binary = true, .read = ofd_read },
format_odf = { .binary = true, .read = odf_read },
format_flat_odf = { .binary = true, .read = odf_flat_read },
format_epub = { .binary = true, .read = epub_read },
format_converted = { .binary = true, .read = convert_read },
format_doc = { .binary = true, .read = ole2_read },
format_xls = { .binary = true, .read = xls_read };

#define DOCUMENT(type, name)  { type, MEDIA_DOCUMENT, READ_OFFICE, &format_##name, NULL },
#define CONVERTED(type, name) { type, MEDIA_CONVERTED, READ_CONVERTED, \
    &format_converted, NULL },

static const struct media documents[] = { OFFICE_TYPES(DOCUMENT) };
static const struct media converted[] = { CONVERTED_TYPES(CONVERTED) };
static const struct media other = { "application/octet-stream", MEDIA_REJECTED,
	READ_OFFICE, NULL, "is no office document" };

static const struct media *
find(const struct media *media, size_t n, const char *type)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(media[i].type, type) == 0)
			return &media[i];
	return &other;
}

const struct media *
office_media_find(const char *type)
{
	return find(documents, sizeof(documents) / sizeof(documents[0]), type);
}

const struct media *
converted_media_find(const char *type)
{
	return find(converted, sizeof(converted) / sizeof(converted[0]), type);
}
