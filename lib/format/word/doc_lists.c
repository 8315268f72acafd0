#include "base/left_out.h"
#include "base/utf8.h"
#include "doc.h"

enum {
	DEFINITIONS = 0x2E2, LISTS = 0x2EA,	/* PlfLst, PlfLfo */
	LSTF_BYTES = 28, LVLF_BYTES = 28, LFO_BYTES = 16,
	LIST_MAX = 2048,
	FOLLOWED_BY_NOTHING = 2,
};

/* The number text of a level: 16-bit characters, those up to 8 stand for the
 * numbers of levels (2.9.150 LVL). */
static struct slice
doc_level_text(struct arena *arena, struct slice wide)
{
	char  *text = arena_alloc(arena, wide.n / 2 * UTF8_BYTES_MAX);
	size_t n = 0;

	for (size_t i = 0; i + 1 < wide.n; i += 2) {
		unsigned c = little16(wide, i);

		if (c < LIST_LEVELS)
			text[n++] = (char)(c + 1);
		else if (c < 0xD800 || c > 0xDFFF)
			n += utf8_encode(text + n, c);
	}
	return (struct slice){ text, n };
}

/* Returns how many bytes the level takes. */
static size_t
read_list_level(struct doc *doc, struct slice lvl, struct list_level *level)
{
	size_t       at = LVLF_BYTES + little8(lvl, 24) + little8(lvl, 25);
	size_t       chars = little16(lvl, at);
	unsigned     flags = little8(lvl, 5);
	struct slice text = little_part(lvl, at + 2,
	    2 * (chars < LIST_TEXT_MAX ? chars : LIST_TEXT_MAX));

	if (chars > LIST_TEXT_MAX)
		left_out(LIST_TEXT_TOO_LONG);
	*level = (struct list_level){
		.start = little32(lvl, 0),
		.format = little8(lvl, 4),
		.decimal = (flags & 0x04) != 0,
		.restart = flags & 0x08 ? (int)little8(lvl, 26) : -1,
		.tight = little8(lvl, 15) == FOLLOWED_BY_NOTHING,
		.text = doc_level_text(&doc->arena, text),
	};
	return at + 2 + 2 * chars;
}

static size_t
at_most(size_t lists)
{
	if (lists <= LIST_MAX)
		return lists;
	left_out(LISTS_TOO_MANY);
	return LIST_MAX;
}

/* The levels stand behind the definitions, beyond their stated length. */
static void
read_list_definitions(struct doc *doc)
{
	struct slice all = doc_structure(doc, DEFINITIONS);
	size_t       n = little16(all, 0);
	struct slice levels;

	if (all.n == 0)
		return;
	all.n = doc->table.n - (size_t)(all.p - doc->table.p);
	n = at_most(n);
	levels = little_part(all, 2 + n * LSTF_BYTES, all.n);
	for (size_t i = 0; i < n; i++) {
		size_t at = 2 + i * LSTF_BYTES;
		bool   simple = (little8(all, at + 26) & 1) != 0;
		struct list_definition *d =
		    lists_define(&doc->lists, (int32_t)little32(all, at));

		for (int level = 0; d != NULL &&
		    level < (simple ? 1 : LIST_LEVELS); level++) {
			size_t used = read_list_level(doc, levels,
			    &d->level[level]);

			levels = little_part(levels, used, levels.n);
		}
	}
}

/* 2.9.132 LFOLVL: a start or a whole level of its own; returns the bytes. */
static size_t
read_level_override(struct doc *doc, struct slice override,
    struct numbered_list *list)
{
	unsigned flags = little8(override, 4), level = flags & 0xF;
	size_t   used = 8;

	if (level >= LIST_LEVELS)
		return used;
	if (flags & 0x20) {
		list->level[level] = arena_alloc(&doc->arena,
		    sizeof(struct list_level));
		used += read_list_level(doc, little_part(override, used,
		    override.n), list->level[level]);
	} else if (flags & 0x10)
		list->start[level] = (long)little32(override, 0) & 0x7FFF;
	return used;
}

static void
read_list_overrides(struct doc *doc)
{
	struct slice all = doc_structure(doc, LISTS);
	size_t       n = little32(all, 0);
	struct slice overrides;

	n = at_most(n);
	overrides = little_part(all, 4 + n * LFO_BYTES, all.n);
	for (size_t i = 0; i < n; i++) {
		size_t                at = 4 + i * LFO_BYTES;
		unsigned              count = little8(all, at + 12);
		struct numbered_list *list = lists_add(&doc->lists, (long)i + 1,
		    (int32_t)little32(all, at));

		overrides = little_part(overrides, 4, overrides.n);
		for (unsigned j = 0; list != NULL && j < count; j++) {
			size_t used = read_level_override(doc, overrides, list);

			overrides = little_part(overrides, used, overrides.n);
		}
	}
}

void
doc_lists_read(struct doc *doc)
{
	read_list_definitions(doc);
	read_list_overrides(doc);
	lists_ready(&doc->lists);
}
