#include "packing.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

#include "base/spool.h"

/* The first day that an archive can tell of, as no part has a time; the version of ZIP
 * that knows deflated parts, their method. */
enum { FIRST_DAY = 1 << 5 | 1, VERSION = 20, DEFLATED = 8 };

void
packing_open(struct packing *packing, const char *path)
{
	*packing = (struct packing){ .path = path,
	    .fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666) };
	if (packing->fd < 0)
		packing->error = errno;
}

/* Writes BYTES, unless something has failed. */
static void
put(struct packing *packing, struct slice bytes)
{
	packing->at += bytes.n;
	if (packing->error == 0 && packing->at > UINT32_MAX)
		packing->error = EFBIG;	/* no ZIP64 */
	if (packing->error == 0 && !spool_write(packing->fd, bytes))
		packing->error = errno;
}

/* Adds N bytes of NUMBER, the lowest first. */
static void
add_number(struct buffer *out, size_t number, int n)
{
	char *p = buffer_room(out, (size_t)n);

	for (int i = 0; i < n; i++)
		p[i] = (char)(number >> 8 * i);
	out->n += (size_t)n;
}

/* Adds what the head of a part and its line of the directory have in common. */
static void
add_description(struct buffer *out, struct slice name,
    const struct packed *packed)
{
	add_number(out, VERSION, 2);
	add_number(out, 0, 2);
	add_number(out, DEFLATED, 2);
	add_number(out, 0, 2);
	add_number(out, FIRST_DAY, 2);
	add_number(out, packed->crc, 4);
	add_number(out, packed->size, 4);
	add_number(out, packed->bytes, 4);
	add_number(out, name.n, 2);
	add_number(out, 0, 2);
}

static void
add_to_directory(struct packing *packing, struct slice name,
    const struct packed *packed)
{
	struct buffer *out = &packing->directory;

	buffer_string(out, "PK\1\2");
	add_number(out, VERSION, 2);
	add_description(out, name, packed);
	add_number(out, 0, 2);		/* comment */
	add_number(out, 0, 2);		/* disk */
	add_number(out, 0, 6);		/* attributes */
	add_number(out, packing->at, 4);
	buffer_add(out, name);
	packing->parts++;
}

void
packing_put(struct packing *packing, const char *name,
    const struct packed *packed, const struct section_store *store)
{
	struct buffer *head = &packing->head;

	if (packed->bytes > UINT32_MAX)
		packing->error = EFBIG;
	add_to_directory(packing, slice_of(name), packed);
	head->n = 0;
	buffer_string(head, "PK\3\4");
	add_description(head, slice_of(name), packed);
	buffer_string(head, name);
	put(packing, buffer_slice(head));
	for (size_t i = 0; i < packed->keeps; i++) {
		head->n = 0;
		section_add(store, packed->kept[i], head);
		put(packing, buffer_slice(head));
	}
	put(packing, buffer_slice(&packed->waiting));
}

void
packing_add_part(struct packing *packing, const char *name, struct slice bytes)
{
	struct packed packed;

	packed_begin(&packed, -1);
	packed_add(&packed, NULL, bytes);
	packed_end(&packed, NULL);
	packing_put(packing, name, &packed, NULL);
	packed_free(&packed);
}

/* Writes the directory, and where it is. */
static void
put_directory(struct packing *packing)
{
	size_t         at = packing->at;
	struct buffer *end = &packing->head;

	put(packing, buffer_slice(&packing->directory));
	end->n = 0;
	buffer_string(end, "PK\5\6");
	add_number(end, 0, 4);		/* disks */
	add_number(end, packing->parts, 2);
	add_number(end, packing->parts, 2);
	add_number(end, packing->directory.n, 4);
	add_number(end, at, 4);
	add_number(end, 0, 2);		/* comment */
	put(packing, buffer_slice(end));
}

const char *
packing_close(struct packing *packing)
{
	put_directory(packing);
	if (packing->fd >= 0 && close(packing->fd) != 0 && packing->error == 0)
		packing->error = errno;
	buffer_free(&packing->head);
	buffer_free(&packing->directory);
	if (packing->error == 0)
		return NULL;
	unlink(packing->path);
	return strerror(packing->error);
}

const char *
packing_write(const char *path, const struct packing_part part[], size_t n)
{
	struct packing packing;

	packing_open(&packing, path);
	for (size_t i = 0; i < n; i++)
		packing_add_part(&packing, part[i].name, part[i].bytes);
	return packing_close(&packing);
}
