#include "package.h"

#include <archive.h>
#include <archive_entry.h>
#include <stdlib.h>
#include <strings.h>

#include "base/memory.h"

enum { PARTS_MAX = 16384, RELATIONS_MAX = 16384 };

struct part {
	struct package *package;
	struct archive *archive;
	const char     *failed;
};

static int
read_part(void *source, char *buffer, int n)
{
	struct part *part = source;
	la_ssize_t   got;

	if (part->failed != NULL)
		return -1;
	got = archive_read_data(part->archive, buffer, (size_t)n);
	if (got < 0) {
		part->failed = "a part of the package is damaged";
		return -1;
	}
	if ((size_t)got > part->package->budget) {
		part->failed = "more decoded bytes than allowed";
		return -1;
	}
	part->package->budget -= (size_t)got;
	return (int)got;
}

/* Names of parts are equivalent without regard to case (ECMA-376-2, 9.1.1);
 * some writers separate them by backslashes. */
static bool
same_name(const char *path, struct slice name)
{
	if (path == NULL || strlen(path) != name.n)
		return false;
	for (size_t i = 0; i < name.n; i++) {
		char c = path[i] == '\\' ? '/' : path[i];

		if (c != name.p[i] && strncasecmp(&c, &name.p[i], 1) != 0)
			return false;
	}
	return true;
}

/* Goes to the entry NAME. */
static const char *
find_part(struct archive *archive, struct slice name)
{
	struct archive_entry *entry;
	int                   result;

	for (int i = 0; i < PARTS_MAX; i++) {
		result = archive_read_next_header(archive, &entry);
		if (result == ARCHIVE_EOF)
			return "a part of the package is missing";
		if (result < ARCHIVE_WARN)
			return "the package is damaged";
		if (!same_name(archive_entry_pathname(entry), name))
			continue;
		if (archive_entry_is_data_encrypted(entry))
			return "encrypted";
		return NULL;
	}
	return "a package of too many parts";
}

const char *
package_parse(struct package *package, struct slice name,
    const struct xml_events *events, void *context)
{
	struct part part = { .package = package };
	const char *failed = NULL;

	part.archive = archive_read_new();
	if (part.archive == NULL)
		return "out of memory";
	archive_read_support_format_zip(part.archive);
	if (archive_read_open_memory(part.archive, package->zip.p,
	    package->zip.n) != ARCHIVE_OK)
		failed = "no zip package";
	if (failed == NULL)
		failed = find_part(part.archive, name);
	if (failed == NULL)
		failed = xml_parse(events, context, read_part, &part);
	if (part.failed != NULL)
		failed = part.failed;
	archive_read_free(part.archive);
	return failed;
}

enum { RELATION = 1 };

static const struct xml_name relation_names[] = {
	{ "r:Relationship", RELATION }, { NULL, 0 },
};

struct relations_reader {
	struct package   *package;
	struct slice      base;	/* the folder of the part, with its slash */
	struct relations *relations;
};

/* What stands behind the last slash of NAME, and the folder before. */
static struct slice
base_name(struct slice name, struct slice *folder)
{
	size_t n = name.n;

	while (n > 0 && name.p[n - 1] != '/')
		n--;
	if (folder != NULL)
		*folder = (struct slice){ name.p, n };
	return n > 0 ? slice_from(name, n) : name;
}

/* TARGET as seen from the folder BASE: ECMA-376-2, 9.3. */
static struct slice
resolve(struct arena *arena, struct slice base, struct slice target)
{
	char *name = arena_alloc(arena, base.n + target.n);

	if (target.n > 0 && target.p[0] == '/') {
		base.n = 0;
		target = slice_from(target, 1);
	}
	for (;;) {
		if (slice_starts(target, SLICE("./"))) {
			target = slice_from(target, 2);
		} else if (slice_starts(target, SLICE("../")) && base.n > 0) {
			target = slice_from(target, 3);
			base.n--;
			base_name(base, &base);
		} else
			break;
	}
	if (base.n > 0)
		memcpy(name, base.p, base.n);
	if (target.n > 0)
		memcpy(name + base.n, target.p, target.n);
	return (struct slice){ name, base.n + target.n };
}

static bool
relation_start(struct xml *xml, int id)
{
	struct relations_reader *reader = xml_context(xml);
	struct relations        *r = reader->relations;
	struct arena            *arena = reader->package->arena;

	(void)id;
	if (slice_is(xml_attribute(xml, "TargetMode"), "External"))
		return true;
	if (r->n >= RELATIONS_MAX) {
		xml_stop(xml, "a package of too many relations");
		return false;
	}
	r->relation = memory_room(r->relation, &r->capacity, r->n,
	    sizeof(*r->relation));
	r->relation[r->n++] = (struct relation){
		.id = arena_copy(arena, xml_attribute(xml, "Id")),
		.type = arena_copy(arena,
		    base_name(xml_attribute(xml, "Type"), NULL)),
		.target = resolve(arena, reader->base,
		    xml_attribute(xml, "Target")),
	};
	return true;
}

static void
ignore_end(struct xml *xml, int id)
{
	(void)xml;
	(void)id;
}

static void
ignore_text(struct xml *xml, struct slice text)
{
	(void)xml;
	(void)text;
}

static const struct xml_events relation_events = {
	relation_names, relation_start, ignore_end, ignore_text,
};

const char *
package_relations(struct package *package, struct slice part,
    struct relations *relations)
{
	static const struct slice folder = { "_rels/", 6 };
	static const struct slice end = { ".rels", 5 };
	struct relations_reader   reader = { package, { NULL, 0 }, relations };
	struct slice              base = base_name(part, &reader.base);
	struct slice              name = { NULL, 0 };
	char                     *p;

	name.n = part.n + folder.n + end.n;
	name.p = p = arena_alloc(package->arena, name.n);
	if (part.n > 0)
		memcpy(p, reader.base.p, reader.base.n);
	memcpy(p + reader.base.n, folder.p, folder.n);
	if (part.n > 0)
		memcpy(p + reader.base.n + folder.n, base.p, base.n);
	memcpy(p + name.n - end.n, end.p, end.n);
	return package_parse(package, name, &relation_events, &reader);
}

void
relations_free(struct relations *relations)
{
	free(relations->relation);
	*relations = (struct relations){ .relation = NULL };
}

struct slice
relations_by_type(const struct relations *relations, const char *type)
{
	for (size_t i = 0; i < relations->n; i++)
		if (slice_is(relations->relation[i].type, type))
			return relations->relation[i].target;
	return (struct slice){ NULL, 0 };
}

struct slice
relations_by_id(const struct relations *relations, struct slice id)
{
	for (size_t i = 0; i < relations->n; i++)
		if (slice_eq(relations->relation[i].id, id))
			return relations->relation[i].target;
	return (struct slice){ NULL, 0 };
}
