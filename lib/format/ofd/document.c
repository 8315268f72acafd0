#include <stdlib.h>

#include "array.h"
#include "base/buffer.h"
#include "base/memory.h"
#include "canvas.h"
#include "format/page/pages.h"
#include "ofd.h"

enum {
	PAGES_MAX = 8192, TEMPLATES_MAX = 1024, BODIES_MAX = 256,
	RESOURCES_MAX = 256,
	STEPS_MAX = 20 * 1000 * 1000,	/* a page of small print has 10,000 */
};

static const double points_per_mm = 72 / 25.4, box_max = 20000;	/* mm */

/* A4 [GB/T 33190 has no default, every document must say]. */
static const double usual_box[4] = { 0, 0, 210, 297 };

struct ofd_template {
	struct slice       id, part;
	bool               read;
	struct ofd_content content;
};

struct ofd_parts {		/* as a document names them, in order */
	struct slice *part;
	size_t        n, room;
};

struct ofd_document {
	struct package       package;
	struct pages         pages;
	struct ofd_canvas    canvas;
	struct drawn_page      page;
	unsigned             number;	/* of the page, over all documents */
	const char          *failed;	/* what went wrong first */
	/* What OFD.xml tells. */
	struct ofd_parts     roots;
	struct slice         title;
	/* What the document that is being read tells. */
	struct slice         root;
	double               box[4];
	struct ofd_parts     page_parts, resources;
	struct ofd_template *templates;
	size_t               n_templates, template_room;
	struct ofd_units     units;
	/* Of the element that is open. */
	struct buffer        text;
};

enum { ROOT = 1, TITLE, PAGE, TEMPLATE_PAGE, PAGE_BOX, RESOURCE_FILE };

static const struct xml_name names[] = {
	{ "d:DocRoot", ROOT }, { "d:Title", TITLE }, { "d:Page", PAGE },
	{ "d:TemplatePage", TEMPLATE_PAGE }, { "d:PhysicalBox", PAGE_BOX },
	{ "d:PublicRes", RESOURCE_FILE }, { "d:DocumentRes", RESOURCE_FILE },
	{ NULL, 0 },
};

static void
fail(struct ofd_document *d, const char *reason)
{
	if (d->failed == NULL)
		d->failed = reason;
}

static const char too_many[] = "more parts than allowed";

/* Adds the part that LOCATION names, seen from the part ROOT. */
static void
add_part(struct ofd_document *d, struct ofd_parts *parts, size_t most,
    struct slice location)
{
	if (parts->n >= most) {
		fail(d, too_many);
		return;
	}
	*MEMORY_APPEND(parts->part, parts->n, parts->room) =
	    package_target(&d->package, d->root, location);
}

static void
add_template(struct ofd_document *d, const struct xml *xml)
{
	if (d->n_templates >= TEMPLATES_MAX) {
		fail(d, too_many);
		return;
	}
	*MEMORY_APPEND(d->templates, d->n_templates, d->template_room) =
	    (struct ofd_template){
		.id = arena_copy(&d->package.arena, xml_attribute(xml, "ID")),
		.part = package_target(&d->package, d->root,
		    xml_attribute(xml, "BaseLoc")) };
}

static bool
start_document(struct xml *xml, int id)
{
	struct ofd_document *d = xml_context(xml);

	if (id == PAGE)
		add_part(d, &d->page_parts, PAGES_MAX,
		    xml_attribute(xml, "BaseLoc"));
	else if (id == TEMPLATE_PAGE)
		add_template(d, xml);
	d->text.n = 0;
	return true;
}

static void
text_document(struct xml *xml, struct slice text)
{
	struct ofd_document *d = xml_context(xml);

	buffer_add(&d->text, text);
}

static void
end_document(struct xml *xml, int id)
{
	struct ofd_document *d = xml_context(xml);
	struct slice         text = slice_trim(buffer_slice(&d->text));

	if (id == ROOT)
		add_part(d, &d->roots, BODIES_MAX, text);
	else if (id == TITLE && d->title.n == 0)
		d->title = arena_copy(&d->package.arena, text);
	else if (id == PAGE_BOX)
		ofd_numbers(text, 4, d->box);
	else if (id == RESOURCE_FILE)
		add_part(d, &d->resources, RESOURCES_MAX, text);
}

static const struct xml_events document_events = {
	.name = names, .start = start_document, .end = end_document,
	.text = text_document,
};

/* Reads the units that pages are composed of: none, as a rule.  A missing
 * file of resources is told by what it leaves out, if anything. */
static void
read_units(struct ofd_document *d, struct slice part)
{
	struct ofd_content content = { .units = &d->units };

	ofd_content_read(&d->package, part, &d->package.arena, &content);
}

static const struct ofd_template *
find_template(struct ofd_document *d, struct slice id)
{
	for (size_t i = 0; i < d->n_templates; i++) {
		struct ofd_template *template = &d->templates[i];

		if (!slice_eq(template->id, id))
			continue;
		if (!template->read) {
			template->content.units = &d->units;
			if (ofd_content_read(&d->package, template->part,
			    &d->package.arena, &template->content) != NULL)
				d->pages.broken = true;
		}
		template->read = true;
		return template;
	}
	return NULL;
}

/* The box of the page, mm. */
static const double *
box_of(const struct ofd_document *d, const struct ofd_content *content)
{
	const double *box = content->sized ? content->box : d->box;

	return box[2] > 0 && box[3] > 0 && box[2] < box_max &&
	    box[3] < box_max ? box : usual_box;
}

static void
draw_page(struct ofd_document *d, const struct ofd_content *content)
{
	const double     *box = box_of(d, content);
	double            scale = points_per_mm;
	struct page_matrix matrix = { scale, 0, 0, scale, -box[0] * scale,
		-box[1] * scale };

	page_open(&d->page, box[2] * scale, box[3] * scale);
	d->canvas.page = &d->page;
	d->canvas.units = &d->units;
	d->canvas.clip = (struct page_extent){ 0, 0, box[2] * scale,
		box[3] * scale };
	for (const struct ofd_reference *use = content->templates; use != NULL;
	    use = use->next) {
		const struct ofd_template *template = find_template(d,
		    use->to);

		if (template != NULL)
			ofd_draw(&d->canvas, &template->content.objects,
			    &matrix, 0);
	}
	ofd_draw(&d->canvas, &content->objects, &matrix, 0);
}

static void
read_page(struct ofd_document *d, struct slice part)
{
	struct arena       arena = { NULL, NULL };
	struct ofd_content content = { .units = &d->units };

	d->number++;
	if (ofd_content_read(&d->package, part, &arena, &content) != NULL)
		d->pages.broken = true;
	for (const struct ofd_reference *use = content.resources; use != NULL;
	    use = use->next)
		read_units(d, package_target(&d->package, part, use->to));
	draw_page(d, &content);
	if (page_keep_seen(&d->page))
		d->pages.seen++;
	else if (page_is_picture(&d->page))
		d->pages.unread++;
	pages_add(&d->pages, &d->page, d->number);
	arena_free(&arena);
}

static void
close_document(struct ofd_document *d)
{
	pages_send(&d->pages);
	d->page_parts.n = d->resources.n = 0;
	d->n_templates = 0;
	ofd_units_free(&d->units);
	d->units = (struct ofd_units){ .n = 0 };
}

/* Reads the document whose root ROOT is. */
static void
read_document(struct ofd_document *d, struct slice root)
{
	const char *reason;

	d->root = root;
	memcpy(d->box, usual_box, sizeof(d->box));
	reason = package_parse(&d->package, root, &document_events, d);
	if (reason != NULL)
		fail(d, reason);
	for (size_t i = 0; i < d->resources.n; i++)
		read_units(d, d->resources.part[i]);
	for (size_t i = 0; i < d->page_parts.n && d->canvas.left > 0; i++)
		read_page(d, d->page_parts.part[i]);
	close_document(d);
}

static void
read_documents(struct ofd_document *d)
{
	fail(d, package_parse(&d->package, SLICE("OFD.xml"), &document_events,
	    d));
	for (size_t i = 0; i < d->roots.n && d->canvas.left > 0; i++)
		read_document(d, d->roots.part[i]);
	if (d->canvas.left == 0)
		fail(d, "draws more than allowed");
	if (d->title.n > 0)
		d->pages.sink->meta(d->pages.sink, "title", d->title);
	if (d->pages.letters == 0 && !d->pages.broken)
		d->pages.unread = d->number;
}

static void
free_document(struct ofd_document *d)
{
	buffer_free(&d->text);
	path_free(&d->canvas.path);
	page_free(&d->page);
	free(d->roots.part);
	free(d->page_parts.part);
	free(d->resources.part);
	free(d->templates);
	package_close(&d->package);
}

const char *
ofd_read(struct slice bytes, struct sink *sink)
{
	struct ofd_document d = {
		.pages = { .sink = sink, .pictures = {
			"has no text to read, a scan perhaps: OCR is for PDF",
			"has pages without text to read, scans perhaps: OCR is for PDF",
		} },
		.canvas.left = STEPS_MAX,
	};
	const char         *reason;

	package_start(&d.package, bytes, sink->limits.bytes);
	read_documents(&d);
	reason = pages_end(&d.pages);
	free_document(&d);
	return d.failed != NULL ? d.failed : reason;
}
