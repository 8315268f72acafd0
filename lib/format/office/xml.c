#include "xml.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <stdint.h>

#include "base/digits.h"
#include "base/memory.h"

enum {
	SLOTS = 512,		/* a power of two, several times the names */
	ATTRIBUTES_MAX = 1024,	/* of an element, its namespaces among them */
	CHUNK_MAX = 4 * ATTRIBUTES_MAX,	/* bytes; an attribute takes five */
	NAMESPACES_MAX = 512,	/* that an element is in */
	DEPTH_MAX = 256,	/* as libxml2 2.9 has it */
};

static const struct {
	char        letter;
	const char *uri;
} spaces[] = {
	{ 'w', "http://schemas.openxmlformats.org/wordprocessingml/2006/main" },
	{ 'w', "http://purl.oclc.org/ooxml/wordprocessingml/main" },
	{ 's', "http://schemas.openxmlformats.org/spreadsheetml/2006/main" },
	{ 's', "http://purl.oclc.org/ooxml/spreadsheetml/main" },
	{ 'a', "http://schemas.openxmlformats.org/drawingml/2006/"
	    "wordprocessingDrawing" },
	{ 'a', "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing" },
	{ 'm', "http://schemas.openxmlformats.org/officeDocument/2006/math" },
	{ 'm', "http://purl.oclc.org/ooxml/officeDocument/math" },
	{ 'l', "urn:schemas-microsoft-com:vml" },
	{ 'c', "http://schemas.openxmlformats.org/markup-compatibility/2006" },
	{ 'r', "http://schemas.openxmlformats.org/package/2006/relationships" },
	{ 'd', "http://www.ofdspec.org/2016" },
	{ 'd', "http://www.ofdspec.org" },
	{ 'o', "urn:oasis:names:tc:opendocument:xmlns:office:1.0" },
	{ 't', "urn:oasis:names:tc:opendocument:xmlns:text:1.0" },
	{ 'b', "urn:oasis:names:tc:opendocument:xmlns:table:1.0" },
	{ 'y', "urn:oasis:names:tc:opendocument:xmlns:style:1.0" },
	{ 'v', "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" },
	{ 'e', "urn:oasis:names:tc:opendocument:xmlns:container" },
	{ 'e', "http://www.idpf.org/2007/opf" },
	{ 'k', "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" },
};
enum { SPACES = sizeof(spaces) / sizeof(spaces[0]) };

static const char too_deep[] = "XML nested too deeply";

/* libxml2 keeps one copy of every name, so that names are compared, and
 * looked up here, by their addresses. */
struct name_slot {
	const xmlChar *local;
	char           space;
	int            id;
};

/* Where in a tag the bytes are that libxml2 is given. */
enum place { IN_TEXT, AT_TAG, IN_TAG, IN_VALUE };

struct xml {
	const struct xml_events *events;
	void                    *context;
	xml_read_fn             *read;
	void                    *source;
	enum place               place;
	char                     quote;		/* that ends the value */
	unsigned                 equals;	/* signs in the tag so far */
	xmlParserCtxt           *parser;
	const char              *failed;
	const xmlChar           *space[SPACES];
	struct name_slot         slot[SLOTS];
	unsigned                 skipping;	/* depth in a skipped element */
	int                      declared[DEPTH_MAX];	/* by each element that */
	int                      depth, namespaces;	/* is open, and by all */
	const xmlChar          **attribute;
	int                      attributes;
};

static struct name_slot *
find_slot(struct xml *xml, const xmlChar *local, char space)
{
	size_t i = ((uintptr_t)local >> 3) * 31 + (unsigned char)space;

	for (;; i++) {
		struct name_slot *slot = &xml->slot[i % SLOTS];

		if (slot->local == NULL ||
		    (slot->local == local && slot->space == space))
			return slot;
	}
}

static void
learn_names(struct xml *xml)
{
	xmlDict *dict = xml->parser->dict;

	for (int i = 0; i < SPACES; i++)
		xml->space[i] = xmlDictLookup(dict,
		    (const xmlChar *)spaces[i].uri, -1);
	for (const struct xml_name *name = xml->events->name;
	    name->name != NULL; name++) {
		const xmlChar *local = xmlDictLookup(dict,
		    (const xmlChar *)name->name + 2, -1);

		*find_slot(xml, local, name->name[0]) =
		    (struct name_slot){ local, name->name[0], name->id };
	}
}

static int
name_id(struct xml *xml, const xmlChar *local, const xmlChar *uri)
{
	for (int i = 0; i < SPACES; i++)
		if (xml->space[i] == uri)
			return find_slot(xml, local, spaces[i].letter)->id;
	return 0;
}

/* An element begins that declares so many NAMESPACES.  False: it is too much.
 * libxml2 looks through all of them for each name. */
static bool
go_down(struct xml *xml, int namespaces)
{
	xml->namespaces += namespaces;
	if (xml->depth == DEPTH_MAX)
		xml_stop(xml, too_deep);
	else if (xml->namespaces > NAMESPACES_MAX)
		xml_stop(xml, "more XML namespaces than are read");
	else
		xml->declared[xml->depth++] = namespaces;
	return xml->failed == NULL;
}

static void
go_up(struct xml *xml)
{
	if (xml->depth > 0)
		xml->namespaces -= xml->declared[--xml->depth];
}

static void
on_start(void *user, const xmlChar *local, const xmlChar *prefix,
    const xmlChar *uri, int namespaces, const xmlChar **declared,
    int attributes, int defaulted, const xmlChar **attribute)
{
	struct xml *xml = user;
	int         id;

	(void)prefix;
	(void)declared;
	(void)defaulted;
	if (!go_down(xml, namespaces))
		return;
	if (xml->skipping > 0) {
		xml->skipping++;
		return;
	}
	if ((id = name_id(xml, local, uri)) == 0)
		return;
	xml->attribute = attribute;
	xml->attributes = attributes;
	if (id == XML_SKIP || !xml->events->start(xml, id))
		xml->skipping = 1;
	xml->attributes = 0;
}

static void
on_end(void *user, const xmlChar *local, const xmlChar *prefix,
    const xmlChar *uri)
{
	struct xml *xml = user;
	int         id;

	(void)prefix;
	go_up(xml);
	if (xml->skipping > 0) {
		xml->skipping--;
		return;
	}
	if (xml->events->end != NULL && (id = name_id(xml, local, uri)) != 0)
		xml->events->end(xml, id);
}

static void
on_text(void *user, const xmlChar *text, int n)
{
	struct xml *xml = user;

	/* behind a byte that is no text libxml2 2.9 gives what stood in its buffer before */
	if (xml->parser->wellFormed && xml->skipping == 0 &&
	    xml->events->text != NULL)
		xml->events->text(xml,
		    (struct slice){ (const char *)text, (size_t)n });
}

static void
on_doctype(void *user, const xmlChar *name, const xmlChar *external,
    const xmlChar *system)
{
	const struct xml *xml = user;

	(void)name;
	(void)external;
	(void)system;
	if (!xml->events->doctype)
		xml_stop(user, "XML with a DOCTYPE");
}

static void
on_entity(void *user, const xmlChar *name, int type, const xmlChar *public,
    const xmlChar *system, xmlChar *content)
{
	(void)name;
	(void)type;
	(void)public;
	(void)system;
	(void)content;
	xml_stop(user, "XML with a DOCTYPE");
}

static void
on_attribute(void *user, const xmlChar *element, const xmlChar *name, int type,
    int kind, const xmlChar *value, xmlEnumerationPtr values)
{
	(void)element;
	(void)name;
	(void)type;
	(void)kind;
	(void)value;
	xmlFreeEnumeration(values);
	xml_stop(user, "XML with a DOCTYPE");
}

static int
close_nothing(void *source)
{
	(void)source;
	return 0;
}

static xmlSAXHandler handlers = {
	.initialized    = XML_SAX2_MAGIC,
	.startElementNs = on_start,
	.endElementNs   = on_end,
	.characters     = on_text,
	.cdataBlock     = on_text,
	.ignorableWhitespace = on_text,
	.internalSubset = on_doctype,
	.entityDecl     = on_entity,
	.attributeDecl  = on_attribute,
};

/* What is wrong with a document that is not well-formed. */
static const char *
xml_fault(const xmlParserCtxt *parser)
{
	switch (parser->errNo) {
	case XML_ERR_DOCUMENT_EMPTY:
	case XML_ERR_DOCUMENT_END:
	case XML_ERR_TAG_NOT_FINISHED: return "XML that is cut short";
	case XML_ERR_INTERNAL_ERROR: return too_deep;
	default: return "broken XML";
	}
}

/* Takes account of C in a tag. */
static void
look_in_tag(struct xml *xml, char c)
{
	xml->equals += c == '=';
	if (c == '>')
		xml->place = IN_TEXT;
	else if (c == '"' || c == '\'') {
		xml->quote = c;
		xml->place = IN_VALUE;
	}
}

/* Takes account of some of TEXT, the bytes that follow.  Of what is no element, such as
 * a comment, nothing is counted.  Texts and values are passed over by memchr: byte by
 * byte this took an eighth of a DOCX.  Returns how many bytes. */
static size_t
look_at(struct xml *xml, struct slice text)
{
	static const bool marks[256] = { ['='] = true, ['>'] = true,
		['"'] = true, ['\''] = true };
	const char *at = text.p;

	switch (xml->place) {
	case IN_TEXT:
		at = memchr(text.p, '<', text.n);
		if (at != NULL)
			xml->place = AT_TAG;
		break;
	case AT_TAG:
		xml->equals = 0;
		xml->place = *at == '!' || *at == '?' ? IN_TEXT : IN_TAG;
		break;
	case IN_TAG:
		while (at < text.p + text.n && !marks[(unsigned char)*at])
			at++;
		if (at == text.p + text.n)
			return text.n;
		look_in_tag(xml, *at);
		break;
	case IN_VALUE:
		at = memchr(text.p, xml->quote, text.n);
		if (at != NULL)
			xml->place = IN_TAG;
		break;
	}
	return at != NULL ? (size_t)(at - text.p) + 1 : text.n;
}

/* Where the last tag begins in TEXT; text.n: in none of its bytes. */
static size_t
last_tag(struct slice text)
{
	size_t n = text.n;

	while (n > 0 && text.p[n - 1] != '<')
		n--;
	return n > 0 ? n - 1 : text.n;
}

/* Whether TEXT, which follows, has no element of too many attributes. */
static bool
count(struct xml *xml, struct slice text)
{
	while (text.n > 0 && xml->equals <= ATTRIBUTES_MAX)
		text = slice_from(text, look_at(xml, text));
	return xml->equals <= ATTRIBUTES_MAX;
}

/* libxml2 takes time as the square of the attributes of an element, and to tell
 * as many namespaces: they are counted before it sees them.  No tag has a `<' in it, and
 * one that lies within so few bytes has not too many: those that begin before or end
 * behind are looked at.  To look at all took a twelfth of a DOCX. */
static int
read_counted(void *context, char *buffer, int n)
{
	struct xml  *xml = context;
	int          most = n < CHUNK_MAX ? n : CHUNK_MAX;
	int          got = xml->read(xml->source, buffer, most);
	struct slice text = { buffer, got > 0 ? (size_t)got : 0 };
	size_t       last = last_tag(text);
	struct slice first = text;
	const char  *tag = text.n > 0 ? memchr(text.p, '<', text.n) : NULL;

	if (tag != NULL)
		first.n = (size_t)(tag - text.p);
	if (count(xml, first)) {
		if (tag != NULL)
			xml->place = IN_TEXT;
		if (count(xml, slice_from(text, last)))
			return got;
	}
	xml->failed = "an element of more attributes than are read";
	return -1;
}

const char *
xml_parse(const struct xml_events *events, void *context, xml_read_fn *read,
    void *source)
{
	struct xml xml = { .events = events, .context = context,
		.read = read, .source = source };

	xml.parser = xmlCreateIOParserCtxt(&handlers, &xml, read_counted,
	    close_nothing, &xml, XML_CHAR_ENCODING_NONE);
	if (xml.parser == NULL)
		return "XML that cannot be read";
	/* NOENT writes predefined entities out in attributes; there are no
	 * others without a DOCTYPE. */
	xmlCtxtUseOptions(xml.parser, XML_PARSE_NONET | XML_PARSE_NOENT |
	    XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
	learn_names(&xml);
	xmlParseDocument(xml.parser);
	if (xml.failed == NULL && !xml.parser->wellFormed)
		xml.failed = xml_fault(xml.parser);
	xmlFreeParserCtxt(xml.parser);
	return xml.failed;
}

void *
xml_context(const struct xml *xml)
{
	return xml->context;
}

void
xml_stop(struct xml *xml, const char *reason)
{
	if (xml->failed == NULL)
		xml->failed = reason;
	xml->skipping = 1;
	xmlStopParser(xml->parser);
}

struct slice
xml_attribute(const struct xml *xml, const char *name)
{
	/* five each: name, prefix, URI, begin and end of the value */
	for (int i = 0; i < xml->attributes; i++) {
		const xmlChar *const *a = xml->attribute + 5 * i;

		if (strcmp((const char *)a[0], name) == 0)
			return (struct slice){ (const char *)a[3],
			    (size_t)(a[4] - a[3]) };
	}
	return (struct slice){ NULL, 0 };
}

long
xml_number(const struct xml *xml, const char *name, long otherwise)
{
	enum { NUMBER_MAX = 1000000000 };
	struct slice       text = slice_trim(xml_attribute(xml, name));
	bool               minus = text.n > 0 && text.p[0] == '-';
	unsigned long long n;

	if (!digits_read(slice_from(text, minus), NUMBER_MAX, &n))
		return otherwise;
	return minus ? -(long)n : (long)n;
}

bool
xml_on(const struct xml *xml, const char *name)
{
	static const char *const off[] = { "0", "false", "off" };
	struct slice value = xml_attribute(xml, name);

	for (size_t i = 0; i < sizeof(off) / sizeof(off[0]); i++)
		if (slice_is(value, off[i]))
			return false;
	return true;
}
