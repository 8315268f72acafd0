#include "format/office/package.h"
#include "odf.h"
#include "odf_content.h"

enum { ENCRYPTED = 1 };

static const struct xml_name manifest_names[] = {
	{ "k:encryption-data", ENCRYPTED }, { NULL, 0 },
};

static bool
manifest_start(struct xml *xml, int id)
{
	bool *encrypted = xml_context(xml);

	(void)id;
	*encrypted = true;
	return false;
}

static bool
is_encrypted(struct package *package)
{
	static const struct xml_events events = {
		.name = manifest_names, .start = manifest_start,
		.doctype = true,	/* ODF 1.0, as of OpenOffice and AbiWord */
	};
	bool encrypted = false;

	package_parse(package, SLICE("META-INF/manifest.xml"), &events,
	    &encrypted);
	return encrypted;
}

static void
odf_open(struct odf_reader *reader, struct sink *sink)
{
	reader->sink = reader->sheet.sink = sink;
	table_buffer_open(&reader->buffer, sink);
	reader->tables.grids.buffer = &reader->buffer;
}

/* Without styles what is hidden would be shown: that is said. */
static const char *
read_parts(struct odf_reader *reader, struct package *package)
{
	const char *styles, *content;

	if (is_encrypted(package))
		return "is protected by a password";
	styles = package_parse(package, SLICE("styles.xml"), &odf_events,
	    reader);
	content = package_parse(package, SLICE("content.xml"), &odf_events,
	    reader);
	return content != NULL ? content : styles;
}

const char *
odf_read(struct slice bytes, struct sink *sink)
{
	struct odf_reader reader = { .list = 0 };
	struct package    package;
	const char       *failed;

	package_start(&package, bytes, sink->limits.bytes);
	odf_open(&reader, sink);
	failed = odf_content_end(&reader, read_parts(&reader, &package));
	package_close(&package);
	return failed;
}

static int
read_slice(void *source, char *buffer, int n)
{
	struct slice *rest = source;

	if (rest->n < (size_t)n)
		n = (int)rest->n;
	if (n > 0)
		memcpy(buffer, rest->p, (size_t)n);
	*rest = slice_from(*rest, (size_t)n);
	return n;
}

const char *
odf_flat_read(struct slice bytes, struct sink *sink)
{
	struct odf_reader reader = { .list = 0 };

	odf_open(&reader, sink);
	return odf_content_end(&reader, xml_parse(&odf_events, &reader,
	    read_slice, &bytes));
}
