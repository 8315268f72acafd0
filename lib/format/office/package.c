#include "package.h"

#include <archive.h>
#include <archive_entry.h>
#include <stdio.h>
#include <stdlib.h>
#include <strings.h>

#include "base/buffer.h"
#include "base/left_out.h"
#include "base/memory.h"
#include "flat_package.h"
#include "zip_names.h"

static const char missing[] = "a part of the package is missing";
static const char damaged[] = "a part of the package is damaged";

enum { PARTS_MAX = 16384, RELATIONS_MAX = 16384 };

struct part_stream {
	struct package *package;
	struct archive *archive;	/* NULL: the package is flat */
	struct slice    rest;		/* of a part of one that is */
	const char     *failed;
};

static la_ssize_t
take_rest(struct part_stream *part, char *buffer, size_t n)
{
	if (n > part->rest.n)
		n = part->rest.n;
	if (n > 0)
		memcpy(buffer, part->rest.p, n);
	part->rest = slice_from(part->rest, n);
	return (la_ssize_t)n;
}

static int
read_part(void *source, char *buffer, int n)
{
	struct part_stream *part = source;
	la_ssize_t          got;

	if (part->failed != NULL)
		return -1;
	got = part->archive == NULL ? take_rest(part, buffer, (size_t)n) :
	    archive_read_data(part->archive, buffer, (size_t)n);
	if (got < 0) {
		part->failed = damaged;
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

/* What says of itself that it is none of a file, and yet has what only a file has:
 * damage made it so, and gave it another name. */
static bool
is_file_in_disguise(struct archive_entry *entry)
{
	return archive_entry_filetype(entry) != AE_IFREG &&
	    archive_entry_size(entry) > 0;
}

/* Goes to the entry NAME. */
static const char *
find_entry(struct archive *archive, struct slice name)
{
	struct archive_entry *entry;
	int                   result;

	for (int i = 0; i < PARTS_MAX; i++) {
		result = archive_read_next_header(archive, &entry);
		if (result == ARCHIVE_EOF)
			return missing;
		if (result < ARCHIVE_WARN)
			return "the package is damaged";
		if (is_file_in_disguise(entry))
			left_out(damaged);
		if (!same_name(archive_entry_pathname(entry), name))
			continue;
		if (archive_entry_is_data_encrypted(entry))
			return "encrypted";
		return NULL;
	}
	return "a package of too many parts";
}

/* REASON and where it is: in PART. */
static const char *
with_place(const char *reason, struct slice part)
{
	enum { NAME_MAX_SHOWN = 100 };
	static char message[256];

	if (part.n == 0)	/* nothing leads to it */
		return reason;
	snprintf(message, sizeof(message), "%s: %.*s", reason,
	    part.n < NAME_MAX_SHOWN ? (int)part.n : NAME_MAX_SHOWN, part.p);
	return message;
}

/* Opens PART; returns NULL, or why it cannot be read.  PART is to be closed
 * either way. */
static const char *
open_part(struct part_stream *part, struct slice name)
{
	if (part->package->flat) {
		part->rest = flat_package_part(part->package->zip, name);
		return part->rest.p != NULL ? NULL : missing;
	}
	part->archive = archive_read_new();
	if (part->archive == NULL)
		return "out of memory";
	archive_read_support_format_zip(part->archive);
	if (archive_read_open_memory(part->archive, part->package->zip.p,
	    part->package->zip.n) != ARCHIVE_OK)
		return "no zip package";
	return find_entry(part->archive, name);
}

/* A part is read to its end, where its checksum is looked at.  Whoever can do
 * without a part can so where there is none: that one is damaged is told. */
static const char *
close_part(struct part_stream *part, struct slice name, const char *failed)
{
	char rest[4096];

	while (failed == NULL && read_part(part, rest, sizeof(rest)) > 0)
		;
	if (part->failed != NULL)
		failed = part->failed;
	if (failed != NULL && failed != missing)
		left_out(damaged);
	if (part->archive != NULL)
		archive_read_free(part->archive);
	return failed != NULL ? with_place(failed, name) : NULL;
}

const char *
package_parse(struct package *package, struct slice name,
    const struct xml_events *events, void *context)
{
	struct part_stream part = { .package = package };
	const char        *failed = open_part(&part, name);

	if (failed == NULL)
		failed = xml_parse(events, context, read_part, &part);
	return close_part(&part, name, failed);
}

const char *
package_read(struct package *package, struct slice name, struct buffer *bytes)
{
	enum { CHUNK = 16384 };
	struct part_stream part = { .package = package };
	const char        *failed = open_part(&part, name);
	char               chunk[CHUNK];
	int                n;

	while (failed == NULL && (n = read_part(&part, chunk, CHUNK)) > 0)
		buffer_add(bytes, (struct slice){ chunk, (size_t)n });
	return close_part(&part, name, failed);
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
resolve_target(struct arena *arena, struct slice base, struct slice target)
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
start_relation(struct xml *xml, int id)
{
	struct relations_reader *reader = xml_context(xml);
	struct relations        *r = reader->relations;
	struct arena            *arena = &reader->package->arena;

	(void)id;
	if (slice_is(xml_attribute(xml, "TargetMode"), "External"))
		return true;
	if (r->n >= RELATIONS_MAX) {
		xml_stop(xml, "a package of too many relations");
		return false;
	}
	*MEMORY_APPEND(r->relation, r->n, r->capacity) = (struct relation){
		.id = arena_copy(arena, xml_attribute(xml, "Id")),
		.type = arena_copy(arena,
		    base_name(xml_attribute(xml, "Type"), NULL)),
		.target = resolve_target(arena, reader->base,
		    xml_attribute(xml, "Target")),
	};
	return true;
}

/* Reads the relations of PART (.n 0: of the package), none if it has none. */
static const char *
read_relations(struct package *package, struct slice part,
    struct relations *relations)
{
	static const struct xml_events events = {
		.name = relation_names, .start = start_relation,
	};
	struct relations_reader reader = { package, { NULL, 0 }, relations };
	struct slice            base = base_name(part, &reader.base);
	struct buffer           name = { .n = 0 };
	const char             *failed;

	buffer_add(&name, reader.base);
	buffer_string(&name, "_rels/");
	buffer_add(&name, base);
	buffer_string(&name, ".rels");
	failed = package_parse(package, buffer_slice(&name), &events,
	    &reader);
	buffer_free(&name);
	return failed;
}

/* What no reader of parts sees: names that differ, and the part that says what the
 * package is, if it has one. */
static void
look_for_damage(struct package *package)
{
	struct buffer type = { .n = 0 };

	if (zip_names_differ(package->zip))
		left_out("the package has two names for one part");
	package_read(package, SLICE("mimetype"), &type);
	buffer_free(&type);
}

void
package_start(struct package *package, struct slice zip, size_t budget)
{
	*package = (struct package){ .zip = zip, .budget = budget,
		.flat = flat_package_is(zip) };
	if (!package->flat)
		look_for_damage(package);
}

const char *
package_open(struct package *package, struct slice zip, size_t budget,
    const char *usual)
{
	struct relations root = { .n = 0 };
	const char      *failed, *reason;

	package_start(package, zip, budget);
	failed = read_relations(package, (struct slice){ NULL, 0 }, &root);
	package->main = relations_by_type(&root, "officeDocument");
	if (package->main.n == 0)
		package->main = slice_of(usual);
	free(root.relation);
	reason = read_relations(package, package->main, &package->relations);
	return failed != NULL ? failed : reason;
}

struct slice
package_target(struct package *package, struct slice part,
    struct slice location)
{
	struct slice folder;

	base_name(part, &folder);
	return resolve_target(&package->arena, folder, location);
}

void
package_close(struct package *package)
{
	free(package->relations.relation);
	arena_free(&package->arena);
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
