/* What an OLE2 file is, by the streams in its root ([MS-CFB]; section numbers
 * are of it).  Documents set into others lie deeper and do not count. */
#include <ctype.h>

#include "base/little_endian.h"
#include "content_type.h"

/* How the name of a stream begins, in capitals or not (2.6.4); whichever line
 * fits a stream first tells. */
static const struct {
	const char *name;
	const char *type;
} names[] = {
	{ "EncryptedPackage", "application/x-encrypted-office" },
	{ "WordDocument", "application/msword" },
	{ "Workbook", "application/vnd.ms-excel" },
	{ "Book", "application/vnd.ms-excel" },
	{ "PowerPoint", "application/vnd.ms-powerpoint" },
	{ "VisioDocument", "application/vnd.visio" },
	{ "MatOST", "application/vnd.ms-works" },
	{ "Catalog", "application/x-desktop" },
	{ "__properties", "application/vnd.ms-outlook" },
	{ "Quill", "application/x-mspublisher" },
	{ "CONTENTS", "application/vnd.ms-works" },	/* if its bytes say so */
};

enum {
	WORD = 1,			/* its line above */
	NAMES = sizeof(names) / sizeof(names[0]),
	CONTENTS = NAMES - 1,		/* likewise */
	ENTRY = 128,			/* 2.6.1 */
	ENTRIES_MAX = 4096,
	HEADER_FAT = 109,		/* sectors that the header names */
};

static const uint32_t NONE = 0xFFFFFFFF;

/* Whether ENTRY, of the directory, has a name that begins with NAME; all of it
 * where NAME is short and might begin other words. */
static bool
entry_named(struct slice entry, const char *name)
{
	enum { SHORT = 4 };
	size_t n = strlen(name);

	for (size_t i = 0; i < n; i++)
		if (little8(entry, 2 * i + 1) != 0 ||
		    tolower((int)little8(entry, 2 * i)) !=
		    tolower((unsigned char)name[i]))
			return false;
	return n > SHORT || little16(entry, 2 * n) == 0;
}

static size_t
first_name(struct slice entry)
{
	size_t i = 0;

	while (i < NAMES && !entry_named(entry, names[i].name))
		i++;
	return i;
}

struct ole2 {
	struct slice file;
	unsigned     shift;	/* a sector has 2 to that many bytes */
};

static struct slice
sector(const struct ole2 *ole, uint32_t number)
{
	uint64_t at = ((uint64_t)number + 1) << ole->shift;

	return at >= ole->file.n ? (struct slice){ NULL, 0 }
	    : little_part(ole->file, (size_t)at, (size_t)1 << ole->shift);
}

/* Which sector holds part N of the table of sectors: 2.5. */
static uint32_t
fat_sector(const struct ole2 *ole, uint32_t n)
{
	uint32_t each = ((uint32_t)1 << ole->shift) / 4 - 1;
	uint32_t next = little32(ole->file, 68);

	if (n < HEADER_FAT)
		return little32(ole->file, 76 + 4 * (size_t)n);
	for (n -= HEADER_FAT; n >= each; n -= each)
		next = little32(sector(ole, next), 4 * (size_t)each);
	return little32(sector(ole, next), 4 * (size_t)n);
}

static uint32_t
sector_after(const struct ole2 *ole, uint32_t number)
{
	uint32_t each = ((uint32_t)1 << ole->shift) / 4;

	if (number >= ole->file.n >> ole->shift)
		return NONE;
	return little32(sector(ole, fat_sector(ole, number / each)),
	    4 * (size_t)(number % each));
}

/* Entry N of the directory; .n 0: it is not in the file. */
static struct slice
directory_entry(const struct ole2 *ole, uint32_t n)
{
	uint32_t each = ((uint32_t)1 << ole->shift) / ENTRY;
	uint32_t at = little32(ole->file, 48);

	for (uint32_t i = n / each; i > 0; i--)
		at = sector_after(ole, at);
	return little_part(sector(ole, at), (size_t)(n % each) * ENTRY, ENTRY);
}

/* Goes through the tree of siblings in the root.  Returns the first line of
 * names[] that any of them fits, NAMES: none; more: the tree is broken. */
static size_t
best_in_root(const struct ole2 *ole)
{
	enum { WAITING_MAX = 64, BROKEN = NAMES + 1 };
	uint32_t waiting[WAITING_MAX];
	size_t   n = 0, best = NAMES, seen = 0, i;

	waiting[n++] = little32(directory_entry(ole, 0), 76);
	while (n > 0) {
		uint32_t     number = waiting[--n];
		struct slice entry;

		if (number == NONE)
			continue;
		if (number >= ENTRIES_MAX || ++seen > ENTRIES_MAX ||
		    n + 2 > WAITING_MAX)
			return BROKEN;
		entry = directory_entry(ole, number);
		if (entry.n < ENTRY)
			return BROKEN;
		i = first_name(entry);
		if (i < best)
			best = i;
		waiting[n++] = little32(entry, 68);
		waiting[n++] = little32(entry, 72);
	}
	return best;
}

/* Where the directory lies beyond what is at hand, or is broken: sectors are
 * multiples of an entry's size (2.2), so that looking at every such place finds
 * those that are there. */
static size_t
best_anywhere(struct slice head)
{
	size_t best = NAMES;

	for (size_t at = 512; at + ENTRY <= head.n; at += ENTRY) {
		size_t i = first_name(slice_from(head, at));

		if (i < best)
			best = i;
	}
	return best;
}

/* Whether a sector of HEAD, long or short, begins as the main stream of Works 4 and
 * later does. */
static bool
is_works(struct slice head)
{
	enum { SHORT = 64 };

	for (size_t at = 512; at < head.n; at += SHORT)
		if (slice_starts(slice_from(head, at), SLICE("CHNKWKS")) ||
		    slice_starts(slice_from(head, at), SLICE("CHNKINK")))
			return true;
	return false;
}

/* Whether the first sector of HEAD, long or short (2.8), that begins as a main
 * stream of Word does, is of Word 6 or 95: a magic, which is another in the
 * versions for Chinese, Japanese and Korean, and a version. */
static bool
is_word_95(struct slice head)
{
	enum { MAGIC_95 = 0xA5DC, MAGIC = 0xA5EC, ASIAN = 0xA697,
		ASIAN_LAST = 0xA699, WORD_6 = 101, WORD_95 = 105, SHORT = 64 };

	for (size_t at = 512; at + 4 <= head.n; at += SHORT) {
		unsigned magic = little16(head, at);
		unsigned version = little16(head, at + 2);

		if (magic == MAGIC)
			return false;
		if ((magic == MAGIC_95 || (magic >= ASIAN &&
		    magic <= ASIAN_LAST)) && version >= WORD_6 &&
		    version <= WORD_95)
			return true;
	}
	return false;
}

const char *
content_type_ole2(struct slice head)
{
	struct ole2 ole = { head, little16(head, 30) };
	size_t      best = NAMES + 1;

	if (ole.shift == 9 || ole.shift == 12)
		best = best_in_root(&ole);
	if (best == NAMES)
		return "application/x-ole-storage";
	if (best > NAMES)
		best = best_anywhere(head);
	if (best == WORD && is_word_95(head))
		return "application/x-word-95";
	if (best == CONTENTS && !is_works(head))
		return "application/x-ole-storage";
	return best < NAMES ? names[best].type : NULL;
}
