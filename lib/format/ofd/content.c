#include "content.h"

#include <stdlib.h>

#include "array.h"
#include "base/buffer.h"
#include "base/memory.h"

enum {
	TEXT_OBJECT = 1, PATH_OBJECT, IMAGE_OBJECT, COMPOSITE_OBJECT,
	TEXT_CODE, PATH_DATA, LIGATURE, UNIT, BOX, TEMPLATE, RESOURCE,
	FILL_COLOUR, STROKE_COLOUR, CLIPS, CLIP, AREA, AREA_PATH,
};

/* What patterns draw is not read, nor that text may clip. */
static const struct xml_name names[] = {
	{ "d:TextObject", TEXT_OBJECT }, { "d:PathObject", PATH_OBJECT },
	{ "d:ImageObject", IMAGE_OBJECT },
	{ "d:CompositeObject", COMPOSITE_OBJECT },
	{ "d:TextCode", TEXT_CODE }, { "d:AbbreviatedData", PATH_DATA },
	{ "d:CGTransform", LIGATURE }, { "d:CompositeGraphicUnit", UNIT },
	{ "d:PhysicalBox", BOX }, { "d:Template", TEMPLATE },
	{ "d:PageRes", RESOURCE }, { "d:FillColor", FILL_COLOUR },
	{ "d:StrokeColor", STROKE_COLOUR }, { "d:Clips", CLIPS },
	{ "d:Clip", CLIP }, { "d:Area", AREA }, { "d:Path", AREA_PATH },
	{ "d:Text", XML_SKIP }, { "d:Pattern", XML_SKIP }, { "d:Actions", XML_SKIP },
	{ NULL, 0 },
};

struct content_reader {
	struct arena       *arena;
	struct ofd_content *content;
	struct ofd_objects *objects;	/* those that are being read */
	struct ofd_object  *object;	/* that is open, or NULL */
	struct ofd_run    **run;	/* where its next one goes */
	struct ofd_run     *open;
	struct ofd_ligature **ligature;
	struct ofd_area   **area;	/* where the object's next one goes */
	struct ofd_area    *clipped;	/* the one that is open */
	unsigned            clip;	/* its number */
	struct buffer       text;	/* of the open element */
	bool                wanted;	/* its text is */
};

static struct slice
kept(struct content_reader *reader, const struct xml *xml, const char *name)
{
	return arena_copy(reader->arena, xml_attribute(xml, name));
}

static bool
is_on(const struct xml *xml, const char *name, bool otherwise)
{
	return xml_attribute(xml, name).n == 0 ? otherwise : xml_on(xml, name);
}

/* Boundary, read into BOX, is where the coordinates of what is drawn begin; CTM
 * transforms within it [GB/T 33190, 8.5]. */
static struct page_matrix
place_of(const struct xml *xml, double box[4])
{
	struct page_matrix m = { 1, 0, 0, 1, 0, 0 };
	double             ctm[6];

	if (ofd_numbers(xml_attribute(xml, "CTM"), 6, ctm) == 6)
		m = (struct page_matrix){ ctm[0], ctm[1], ctm[2], ctm[3],
			ctm[4], ctm[5] };
	ofd_numbers(xml_attribute(xml, "Boundary"), 4, box);
	m.e += box[0];
	m.f += box[1];
	return m;
}

static void
read_place(const struct xml *xml, struct ofd_object *object)
{
	double box[4] = { 0 };

	object->place = place_of(xml, box);
	object->corner = (struct page_point){ box[0], box[1] };
	object->width = box[2];
	object->height = box[3];
}

static bool
is_hidden(const struct xml *xml)
{
	return !is_on(xml, "Visible", true) ||
	    ofd_value(xml_attribute(xml, "Alpha"), 255) <= 0;
}

/* Black, as the standard has it where nothing is said; parameters for drawing
 * may say it elsewhere. */
static struct page_ink
usual_ink(const struct xml *xml)
{
	return (struct page_ink){ .kind = xml_attribute(xml,
	    "DrawParam").n > 0 ? PAGE_INK_MANY : PAGE_INK_PLAIN };
}

static bool
start_object(struct content_reader *reader, const struct xml *xml,
    enum ofd_kind kind)
{
	struct ofd_object *object;

	if (is_hidden(xml))
		return false;
	object = arena_alloc(reader->arena, sizeof(*object));
	*object = (struct ofd_object){
		.kind = kind,
		.fill = is_on(xml, "Fill", kind == OFD_TEXT),
		.stroke = is_on(xml, "Stroke", kind == OFD_PATH),
		.glazed = ofd_value(xml_attribute(xml, "Alpha"), 255) < 255,
		.filled = usual_ink(xml), .stroked = usual_ink(xml),
		.size = ofd_value(xml_attribute(xml, "Size"), 0),
		.stretch = ofd_value(xml_attribute(xml, "HScale"), 1),
		.turn = ofd_value(xml_attribute(xml, "CharDirection"), 0),
	};
	if (kind == OFD_COMPOSITE)
		object->data = kept(reader, xml, "ResourceID");
	read_place(xml, object);
	if (reader->objects->last == NULL)
		reader->objects->first = object;
	else
		reader->objects->last->next = object;
	reader->objects->last = reader->object = object;
	reader->run = &object->run;
	reader->area = &object->area;
	reader->ligature = &object->ligature;
	return true;
}

static void
start_run(struct content_reader *reader, const struct xml *xml)
{
	struct ofd_run *run = arena_alloc(reader->arena, sizeof(*run));

	*run = (struct ofd_run){ .x = kept(reader, xml, "X"),
		.y = kept(reader, xml, "Y"),
		.delta_x = kept(reader, xml, "DeltaX"),
		.delta_y = kept(reader, xml, "DeltaY") };
	*reader->run = reader->open = run;
	reader->run = &run->next;
}

static void
add_ligature(struct content_reader *reader, const struct xml *xml)
{
	long                 at = xml_number(xml, "CodePosition", -1);
	long                 codes = xml_number(xml, "CodeCount", 1);
	long                 glyphs = xml_number(xml, "GlyphCount", 1);
	struct ofd_ligature *ligature;

	if (at < 0 || codes < 1 || glyphs < 1 || codes == glyphs)
		return;
	ligature = arena_alloc(reader->arena, sizeof(*ligature));
	*ligature = (struct ofd_ligature){ NULL, (size_t)at, (size_t)codes,
		(size_t)glyphs };
	*reader->ligature = ligature;
	reader->ligature = &ligature->next;
}

static void
start_unit(struct content_reader *reader, const struct xml *xml)
{
	struct ofd_units *units = reader->content->units;
	struct slice      id = kept(reader, xml, "ID");

	if (ofd_unit_find(units, id) == NULL)
		map_add(&units->by_id, hash_of(id), units->n);
	*MEMORY_APPEND(units->unit, units->n, units->room) =
	    (struct ofd_unit){ .id = id };
	reader->objects = &units->unit[units->n - 1].objects;
}

static void
refer(struct content_reader *reader, struct ofd_reference **list,
    struct slice to)
{
	struct ofd_reference *reference = arena_alloc(reader->arena,
	    sizeof(*reference));

	*reference = (struct ofd_reference){ *list,
		arena_copy(reader->arena, to) };
	*list = reference;
}

/* The colour that VALUE is, channels of 0 to 255: grey, RGB or CMYK by how many
 * there are.  A space of colours of its own may say otherwise [GB/T 33190,
 * 8.3]. */
static struct page_ink
ink_of(const struct xml *xml)
{
	double v[4];
	size_t n = ofd_numbers(xml_attribute(xml, "Value"), 4, v);
	double black = n == 4 ? 1 - v[3] / 255 : 0;

	if (xml_attribute(xml, "ColorSpace").n > 0)
		n = 0;
	for (size_t i = 0; i < n; i++)
		v[i] /= 255;
	switch (n) {
	case 1: return (struct page_ink){ PAGE_INK_PLAIN, (float)v[0],
	    (float)v[0], (float)v[0] };
	case 3: return (struct page_ink){ PAGE_INK_PLAIN, (float)v[0],
	    (float)v[1], (float)v[2] };
	case 4: return (struct page_ink){ PAGE_INK_PLAIN,
	    (float)((1 - v[0]) * black), (float)((1 - v[1]) * black),
	    (float)((1 - v[2]) * black) };
	}
	return (struct page_ink){ .kind = PAGE_INK_MANY };
}

/* Colours without opacity leave nothing to be seen; little of it makes others
 * of them. */
static void
start_colour(struct content_reader *reader, const struct xml *xml, int id)
{
	struct ofd_object *object = reader->object;
	double             alpha = ofd_value(xml_attribute(xml, "Alpha"), 255);
	struct page_ink    ink = ink_of(xml);

	if (object == NULL || reader->clipped != NULL)
		return;
	if (alpha < 255)
		ink.kind = alpha <= 0 ? PAGE_INK_NONE : PAGE_INK_MANY;
	*(id == FILL_COLOUR ? &object->filled : &object->stroked) = ink;
	if (alpha <= 0)
		*(id == FILL_COLOUR ? &object->fill : &object->stroke) = false;
}

/* An element of the clips of the object that is open. */
static void
start_clips(struct content_reader *reader, const struct xml *xml, int id)
{
	double             box[4] = { 0 };
	struct page_matrix place = place_of(xml, box);
	struct ofd_area   *area = reader->clipped;

	if (id == CLIPS) {
		reader->object->glazed = true;
		reader->object->clips_apart = !is_on(xml, "TransFlag", true);
	}
	reader->clip += id == CLIP;
	if (id == AREA) {
		area = reader->clipped = arena_alloc(reader->arena, sizeof(*area));
		*area = (struct ofd_area){ .clip = reader->clip, .place = place,
			.whole = true };
		*reader->area = area;
		reader->area = &area->next;
	}
	if (id == AREA_PATH && area != NULL)
		area->place = page_matrix_after(&area->place, &place);
}

static bool
start_content(struct xml *xml, int id)
{
	static const enum ofd_kind kinds[] = {
		[TEXT_OBJECT] = OFD_TEXT, [PATH_OBJECT] = OFD_PATH,
		[IMAGE_OBJECT] = OFD_IMAGE, [COMPOSITE_OBJECT] = OFD_COMPOSITE,
	};
	struct content_reader *reader = xml_context(xml);
	bool                   wanted = id == PATH_DATA || id == TEXT_CODE ||
	    id == BOX || id == RESOURCE;

	if (id <= COMPOSITE_OBJECT)
		return start_object(reader, xml, kinds[id]);
	if (id >= CLIPS) {	/* a page has an area, too, that is none of these */
		if (reader->object != NULL)
			start_clips(reader, xml, id);
		return true;
	}
	if (id == FILL_COLOUR || id == STROKE_COLOUR) {
		start_colour(reader, xml, id);
		return true;
	}
	reader->text.n = 0;
	reader->wanted = wanted;
	if (id == UNIT)
		start_unit(reader, xml);
	else if (id == TEMPLATE)
		refer(reader, &reader->content->templates,
		    xml_attribute(xml, "TemplateID"));
	else if (reader->object != NULL && id == TEXT_CODE)
		start_run(reader, xml);
	else if (reader->object != NULL && id == LIGATURE)
		add_ligature(reader, xml);
	return true;
}

static void
text_content(struct xml *xml, struct slice text)
{
	struct content_reader *reader = xml_context(xml);

	if (reader->wanted)
		buffer_add(&reader->text, text);
}

/* PATH is that of AREA, if it has no other. */
static void
end_area_path(struct ofd_area *area, struct slice path)
{
	area->whole = area->path.n > 0;
	area->path = path;
}

static void
end_content(struct xml *xml, int id)
{
	struct content_reader *reader = xml_context(xml);
	struct slice           text = buffer_slice(&reader->text);

	if (id <= COMPOSITE_OBJECT)
		reader->object = NULL;
	else if (id == UNIT)
		reader->objects = &reader->content->objects;
	else if (id == BOX)
		reader->content->sized = ofd_numbers(text, 4,
		    reader->content->box) == 4;
	else if (id == RESOURCE)
		refer(reader, &reader->content->resources, slice_trim(text));
	else if (id == TEXT_CODE && reader->open != NULL)
		reader->open->text = arena_copy(reader->arena, text);
	else if (id == PATH_DATA && reader->clipped != NULL)
		end_area_path(reader->clipped, arena_copy(reader->arena, text));
	else if (id == PATH_DATA && reader->object != NULL)
		reader->object->data = arena_copy(reader->arena, text);
	else if (id == AREA)
		reader->clipped = NULL;
	if (id != FILL_COLOUR && id != STROKE_COLOUR) {
		reader->open = NULL;
		reader->wanted = false;
	}
}

const char *
ofd_content_read(struct package *package, struct slice part,
    struct arena *arena, struct ofd_content *content)
{
	static const struct xml_events events = {
		.name = names, .start = start_content, .end = end_content,
		.text = text_content,
	};
	struct content_reader reader = { .arena = arena, .content = content,
		.objects = &content->objects };
	const char           *failed = package_parse(package, part, &events,
	    &reader);

	buffer_free(&reader.text);
	return failed;
}

const struct ofd_unit *
ofd_unit_find(const struct ofd_units *units, struct slice id)
{
	size_t probe = 0, i;

	while ((i = map_next(&units->by_id, hash_of(id), &probe)) !=
	    MAP_NONE)
		if (slice_eq(units->unit[i].id, id))
			return &units->unit[i];
	return NULL;
}

void
ofd_units_free(struct ofd_units *units)
{
	map_free(&units->by_id);
	free(units->unit);
}
