#include "former.h"

#include "base/memory.h"
#include "base/utf8.h"
#include "identity.h"
#include "name.h"
#include "office_key.h"
#include "section/word_list.h"
#include "text/fold.h"

/* Fields of office-renamings.tsv. */
enum { RENAMING_WORD, RENAMING_PATTERN, RENAMING_UNLESS };

enum { LIST_MARK = 0x3001 };	/* 、 */

static const struct slice old_name = { "{old}", 5 }, new_name = { "{new}", 5 };

/* A pattern: one name between BEFORE and BETWEEN, the other up to AFTER. */
struct renaming {
	const struct data_row *row;
	struct slice           before, between, after;
	bool                   is_old_first;
};

static struct renaming *renamings;
static size_t           renamings_n;
/* Their words, each once; the first characters of these, and those that come next. */
static struct slice    *telling;
static size_t           telling_n, telling_room;
static bool             begins[WORD_HASHES], goes_on[WORD_HASHES];

/* Cuts off *TEXT what stands before NAME, and the name. */
static struct slice
cut_name(const struct data_row *row, struct slice *text, struct slice name)
{
	const char  *at = slice_find(*text, name);
	struct slice before = *text;

	if (at == NULL)
		data_refuse(row, *text, "{old} and {new} are wanted, once each");
	before.n = (size_t)(at - text->p);
	*text = slice_from(*text, before.n + name.n);
	return before;
}

static struct renaming
renaming_of(const struct data_row *row)
{
	struct slice    rest = row->field[RENAMING_PATTERN];
	const char     *first_old = slice_find(rest, old_name);
	const char     *first_new = slice_find(rest, new_name);
	struct renaming r = { .row = row,
	    .is_old_first = first_old < first_new };

	r.before = cut_name(row, &rest, r.is_old_first ? old_name : new_name);
	r.between = cut_name(row, &rest, r.is_old_first ? new_name : old_name);
	r.after = rest;
	if (r.between.n == 0)
		data_refuse(row, row->field[RENAMING_PATTERN],
		    "nothing stands between {old} and {new}");
	fold_check(row, r.before);
	fold_check(row, r.between);
	fold_check(row, r.after);
	return r;
}

/* The bytes of the first character of TEXT, as far as they tell where the next
 * one begins. */
static size_t
step(struct slice text)
{
	return (unsigned char)text.p[0] >= 0xE0 ? 3 : 1;
}

static void
note_word(const struct data_row *row, struct slice word)
{
	if (step(word) >= word.n)
		data_refuse(row, word, "words of two characters are wanted");
	begins[word_hash(word)] = true;
	goes_on[word_hash(slice_from(word, step(word)))] = true;
	for (size_t i = 0; i < telling_n; i++)
		if (slice_eq(telling[i], word))
			return;
	*MEMORY_APPEND(telling, telling_n, telling_room) = word;
}

void
renamings_load(void)
{
	const struct data_table *table = data_table(DATA_OFFICE_RENAMINGS);

	if (renamings != NULL)
		return;
	renamings = memory_get(table->rows * sizeof(*renamings));
	while (renamings_n < table->rows) {
		const struct data_row *row = &table->row[renamings_n];
		struct slice           either = row->field[RENAMING_WORD];

		renamings[renamings_n++] = renaming_of(row);
		while (either.n > 0)
			note_word(row, word_cut(&either, '|'));
	}
}

/* Whether TEXT has one of WORDS, parted by |. */
static bool
has_any(struct slice text, struct slice words)
{
	while (words.n > 0)
		if (slice_find(text, word_cut(&words, '|')) != NULL)
			return true;
	return false;
}

/* Whether TEXT, as it stands, has a word of some line at its beginning. */
static bool
has_word_here(struct slice text)
{
	for (size_t i = 0; i < telling_n; i++)
		if (slice_starts(text, telling[i]))
			return true;
	return false;
}

/* Whether TEXT, as it stands, has a word of some line.  This sees every character
 * of a report: two tables keep nearly all of them from a closer look, and that each
 * hash is of three bytes, known to be there, takes half of what is left. */
static bool
may_tell(struct slice text)
{
	const char *end = text.p + text.n;

	for (const char *p = text.p; end - p >= 6;) {
		const struct slice here = { p, 3 };
		const struct slice next = { p + step(here), 3 };

		if (begins[word_hash(here)] && goes_on[word_hash(next)] &&
		    has_word_here((struct slice){ p, (size_t)(end - p) }))
			return true;
		p = next.p;
	}
	return false;
}

/* TEXT, folded, without quotes and dates. */
static struct slice
bare_text(struct arena *arena, struct slice text)
{
	char  *out = arena_alloc(arena, text.n);
	size_t n = 0;

	while (text.n > 0) {
		struct date date;
		size_t      skip = date_read(text, &date);
		uint32_t    c;

		if (skip == 0 && date_year(text, &skip) == 0)
			skip = 0;
		if (skip == 0 && text.p[0] == '"')
			skip = 1;
		if (skip > 0) {
			text = slice_from(text, skip);
			continue;
		}
		skip = utf8_decode(text, &c);
		memcpy(out + n, text.p, skip);
		n += skip;
		text = slice_from(text, skip);
	}
	return (struct slice){ out, n };
}

/* The bytes of the places of OFFICE that TEXT begins with, all or the last of
 * them; with NAMED, of its name in full or without places, which may be one
 * that names are not known by. */
static size_t
own_words(const struct org *office, struct slice text, bool named)
{
	struct slice words = office->name;

	if (words.n < office->own.n)
		return 0;
	if (!named)
		words.n -= office->own.n;
	while (words.n >= 3 && (!named || words.n >= office->own.n)) {
		if (slice_starts(text, words))
			return words.n;
		words = slice_from(words, 3);
	}
	return 0;
}

/* The name that TEXT begins with: its bytes, and of these *PART behind it that
 * name a part; 0 where there is none. */
static size_t
name_bytes(const struct org *office, struct slice text, size_t *part)
{
	size_t             place = own_words(office, text, false);
	size_t             own = own_words(office, text, true);
	struct office_name name = name_read(slice_from(text, place));

	*part = own > 0 ? 0 : name.part;
	if (own > 0)
		return own;
	return name.length > 0 && name.start == 0 ? place + name.length +
	    name.part : 0;
}

/* Whether TEXT is all of one name, or what the office calls itself. */
static bool
is_whole_name(const struct org *office, struct slice text)
{
	size_t part;

	return words_are(WORDS_SELF, text) ||
	    words_are(WORDS_THIS_OFFICE, text) ||
	    name_bytes(office, text, &part) == text.n;
}

static struct slice
without_former(struct slice text)
{
	return slice_from(text, words_at_start(WORDS_FORMER, text));
}

/* The longest name that TEXT ends with behind BEFORE; none where it is one of a
 * list. */
static struct slice
name_before(const struct org *office, struct slice text, struct slice before)
{
	const struct slice none = { "", 0 };
	bool               listed = false;
	uint32_t           c = 0;

	for (size_t at = 0; at < text.n; at += utf8_decode(slice_from(text,
	    at), &c)) {
		struct slice rest = slice_from(text, at);

		listed = at > 0 && (c == LIST_MARK || words_at_end(
		    WORDS_AND, (struct slice){ text.p, at }) > 0);
		if (slice_ends((struct slice){ text.p, at }, before) &&
		    is_whole_name(office, without_former(rest)))
			return listed ? none : without_former(rest);
	}
	return none;
}

/* Whether a name may end before REST: not where it goes on as a list, or, unless
 * it GOES_ON, in another word. */
static bool
may_end(struct slice rest, bool goes_on)
{
	uint32_t c;

	if (rest.n == 0)
		return true;
	utf8_decode(rest, &c);
	if (c == LIST_MARK || words_at_start(WORDS_AND, rest) > 0)
		return false;
	return goes_on || c < 0x80 || c == 0x3002;
}

/* The name that TEXT begins with before AFTER. */
static struct slice
name_behind(const struct org *office, struct slice text, struct slice after,
    bool goes_on)
{
	const struct slice none = { "", 0 };
	size_t             part, n;
	struct slice       rest;

	text = without_former(text);
	n = name_bytes(office, text, &part);
	rest = slice_from(text, n);
	if (n == 0 || (after.n > 0 ? !slice_starts(rest, after) :
	    !may_end(rest, goes_on)))
		return none;
	return (struct slice){ text.p, n - part };
}

/* Whether the place of ORG, which may go unsaid, is that of OFFICE. */
static bool
is_of_place(const struct org *org, const struct org *office)
{
	return slice_ends(org->region, office->region) ||
	    slice_ends(office->region, org->region);
}

/* Whether NAME is the office that reports. */
static bool
is_own(struct identity *id, struct slice name)
{
	struct arena *arena = &id->parts->arena;
	struct org    org;

	if (words_are(WORDS_SELF, name) || words_are(WORDS_THIS_OFFICE, name) ||
	    own_words(&id->office, name, true) == name.n)
		return true;
	return org_read(arena, name, false, &org) &&
	    is_of_place(&org, &id->office) &&
	    slice_eq(office_key_body(arena, &org),
	    office_key_body(arena, &id->office));
}

/* Notes that the office was called NAME: by the key that it had, of the same
 * place. */
static void
add_former(struct identity *id, struct slice name, const struct part *part)
{
	struct arena *arena = &id->parts->arena;
	struct slice  key = id->property[IDENTITY_OFFICE].taken.text;
	struct slice  own = office_key_body(arena, &id->office), body;
	struct org    org;

	if (!org_read(arena, name, false, &org) ||
	    !is_of_place(&org, &id->office))
		return;
	body = office_key_body(arena, &org);
	if (body.n == 0 || slice_eq(body, own) || !slice_ends(key, own))
		return;
	key.n -= own.n;
	property_add(&id->property[IDENTITY_FORMERLY], arena_join(arena, key,
	    body), "text", part);
}

/* Reads the two names where R's words between them stand at AT. */
static void
read_names(struct identity *id, const struct renaming *r,
    struct slice sentence, size_t at, const struct part *part)
{
	const struct org *office = &id->office;
	struct slice      first = name_before(office, (struct slice){
	    sentence.p, at }, r->before), second;

	if (first.n == 0)
		return;
	second = name_behind(office, slice_from(sentence, at +
	    r->between.n), r->after, r->is_old_first);
	if (second.n > 0 && is_own(id, r->is_old_first ? second : first))
		add_former(id, r->is_old_first ? first : second, part);
}

static void
read_sentence(struct identity *id, struct slice sentence,
    const struct part *part)
{
	for (size_t i = 0; i < renamings_n; i++) {
		const struct renaming *r = &renamings[i];
		struct slice           rest = sentence;
		const char            *found;

		if (has_any(sentence, r->row->field[RENAMING_UNLESS]))
			continue;
		while ((found = slice_find(rest, r->between)) != NULL) {
			size_t at = (size_t)(found - sentence.p);

			read_names(id, r, sentence, at, part);
			rest = slice_from(sentence, at + r->between.n);
		}
	}
}

static void
read_text(struct identity *id, struct slice text, const struct part *part)
{
	struct slice sentence = { text.p, 0 };

	while (text.n > 0) {
		uint32_t c;
		size_t   n = utf8_decode(text, &c);

		text = slice_from(text, n);
		if (c != 0x3002 && c != ';') {
			sentence.n += n;
			continue;
		}
		read_sentence(id, sentence, part);
		sentence = (struct slice){ text.p, 0 };
	}
	read_sentence(id, sentence, part);
}

void
identity_former(struct identity *id)
{
	struct parts *parts = id->parts;

	renamings_load();
	if (id->property[IDENTITY_OFFICE].taken.text.n == 0)
		return;
	for (size_t i = parts->metas; i < parts->n; i++) {
		struct part *part = &parts->part[i];

		if (part->kind == PART_CELL || part_is_furniture(part) ||
		    !may_tell(part->text))
			continue;
		read_text(id, bare_text(&parts->arena, part_fold(parts, part)),
		    part);
	}
}
