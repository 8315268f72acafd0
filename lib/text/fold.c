#include "fold.h"

#include <stdbool.h>
#include <stdio.h>
#include <utf8proc.h>

#include "base/memory.h"
#include "data/data.h"
#include "base/utf8.h"
#include "folding.h"

/* What a character becomes is looked up in a table that is filled as
 * characters are met: utf8proc itself is ten times slower.  An entry is 0
 * until it is filled; then its low bits tell what to write. */
enum {
	CODE_POINTS = 0x110000,
	PAGE = FOLDING_PAGE,
	KNOWN = 1 << 7,		/* in the top byte: the entry is filled */
	OPENS_WORD = 1 << 6,	/* one of converted-words.tsv may begin here */
	LONG = 1 << 5,		/* the low 24 bits are a place in longer[] */
	SELF = 1 << 4,		/* four bytes that stay as they are */
	LENGTH = 3,		/* bytes, in the low 24 bits, first lowest */
	LONG_BYTES_MAX = 96,	/* U+FDFA becomes 18 characters */
};

struct longer {
	unsigned char n;
	char          bytes[LONG_BYTES_MAX];
};

static uint32_t      *page[CODE_POINTS / PAGE];
static struct longer *longer;
static size_t         longers, longer_room;

static uint32_t *
entry_of(uint32_t c)
{
	uint32_t **p = &page[c / PAGE];

	if (*p == NULL) {
		*p = memory_get(PAGE * sizeof(**p));
		memset(*p, 0, PAGE * sizeof(**p));
	}
	return &(*p)[c % PAGE];
}

static uint32_t
entry_for(const char *bytes, size_t n)
{
	uint32_t entry = 0;

	if (n <= LENGTH) {
		for (size_t i = 0; i < n; i++)
			entry |= (uint32_t)(unsigned char)bytes[i] << 8 * i;
		return entry | (uint32_t)(KNOWN | n) << 24;
	}
	longer = memory_room(longer, &longer_room, longers, sizeof(*longer));
	longer[longers].n = (unsigned char)n;
	memcpy(longer[longers].bytes, bytes, n);
	return (uint32_t)longers++ | (uint32_t)(KNOWN | LONG) << 24;
}

/* Superscript digits and brackets: the mark of a footnote (number.h), no part of
 * the label it stands at. */
static bool
marks_note(uint32_t c)
{
	return c == 0xB9 || c == 0xB2 || c == 0xB3 || c == 0x2070 ||
	    (c >= 0x2074 && c <= 0x2079) || c == 0x207D || c == 0x207E;
}

static bool
vanishes(uint32_t c)
{
	if (marks_note(c))
		return true;
	if (c == 0x115F || c == 0x1160 || c == 0x3164)	/* Hangul fillers */
		return true;
	if (c >= 0xFE00 && c <= 0xFE0F)			/* variants of glyphs */
		return true;
	switch (utf8proc_category((utf8proc_int32_t)c)) {
	case UTF8PROC_CATEGORY_ZS:
	case UTF8PROC_CATEGORY_ZL:
	case UTF8PROC_CATEGORY_ZP:
	case UTF8PROC_CATEGORY_CC:
	case UTF8PROC_CATEGORY_CF:
		return true;
	default:
		return false;
	}
}

static bool begun, loaded;

/* Takes the pages that the program was built with, unless there are a user's data.  What
 * they do not say is filled in, for which fold_load is needed. */
static void
begin(void)
{
	if (begun)
		return;
	begun = true;
	for (size_t i = 0; data_folder() == NULL && i < compiled_folding.pages;
	    i++)
		page[compiled_folding.number[i]] = compiled_folding.entry[i];
}

/* The entry of C as far as it is known: of the character that characters.tsv exchanges it
 * for, or what it was found to be folded to; else 0. */
static uint32_t
exchanged(uint32_t c)
{
	begin();
	if (!loaded && *entry_of(c) == 0)
		fold_load();
	return *entry_of(c);
}

/* Appends what C becomes once it is in its compatibility form. */
static size_t
put_folded(char *out, uint32_t c)
{
	uint32_t entry = exchanged(c);

	if (vanishes(c))
		return 0;
	if (entry == 0 || (entry >> 24 & (LONG | SELF)) != 0)
		return utf8_encode(out, (uint32_t)utf8proc_tolower(
		    (utf8proc_int32_t)c));
	for (size_t i = 0; i < (entry >> 24 & LENGTH); i++)
		out[i] = (char)(entry >> 8 * i);
	return entry >> 24 & LENGTH;
}

static uint32_t
fill(uint32_t c)
{
	enum { PARTS_MAX = LONG_BYTES_MAX / UTF8_BYTES_MAX };
	utf8proc_int32_t part[PARTS_MAX];
	int              last = 0;
	char             bytes[LONG_BYTES_MAX], same[UTF8_BYTES_MAX];
	size_t           n = 0;
	utf8proc_ssize_t parts;
	uint32_t         entry = exchanged(c);

	if (entry != 0)
		return entry;
	/* Unified ideographs have no decomposition (Unicode 15, section 18.1);
	 * finding that out takes 1,800 instructions for each. */
	if (c >= 0x4E00 && c <= 0x9FFF)
		return *entry_of(c) = entry_for(bytes, utf8_encode(bytes, c));
	parts = utf8proc_decompose_char((utf8proc_int32_t)c, part, PARTS_MAX,
	    UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE, &last);
	if (parts > 0 && parts <= PARTS_MAX)
		parts = utf8proc_normalize_utf32(part, parts,
		    UTF8PROC_COMPOSE | UTF8PROC_STABLE);
	if (parts <= 0 || parts > PARTS_MAX) {
		part[0] = (utf8proc_int32_t)c;
		parts = 1;
	}
	if (!vanishes(c))
		for (utf8proc_ssize_t i = 0; i < parts; i++)
			n += put_folded(bytes + n, (uint32_t)part[i]);
	if (n > LENGTH && n == utf8_encode(same, c) &&
	    memcmp(bytes, same, n) == 0)
		return *entry_of(c) = (uint32_t)(KNOWN | SELF) << 24;
	return *entry_of(c) = entry_for(bytes, n);
}

static uint32_t
lookup(uint32_t c)
{
	const uint32_t *p = page[c / PAGE];

	return p != NULL && p[c % PAGE] != 0 ? p[c % PAGE] : fill(c);
}

bool
fold_opens_word(uint32_t c)
{
	return (lookup(c) >> 24 & OPENS_WORD) != 0;
}

uint32_t
fold_entry(uint32_t c)
{
	uint32_t entry = lookup(c);

	return (entry >> 24 & LONG) != 0 ? 0 : entry;
}

uint32_t
fold_character(uint32_t c)
{
	uint32_t entry = lookup(c);

	if ((entry >> 24 & (SELF | LONG)) != 0)
		return (entry >> 24 & SELF) != 0 ? c : 0;
	/* The bytes of one character, or of several, as (1). */
	switch (entry >> 24 & LENGTH) {
	case 1:
		return entry & 0x7F;
	case 2:
		return (entry & 0x80) == 0 ? 0 :
		    (entry & 0x1F) << 6 | (entry >> 8 & 0x3F);
	case 3:
		return (entry & 0xF0) != 0xE0 ? 0 : (entry & 0xF) << 12 |
		    (entry >> 8 & 0x3F) << 6 | (entry >> 16 & 0x3F);
	default:
		return 0;
	}
}

/* Text being folded into memory of an arena. */
struct folding {
	struct arena *arena;
	char         *out;
	size_t        n, room;
	bool          words;	/* put words back */
};

static void
make_room(struct folding *f, size_t n)
{
	char *grown;

	if (f->room - f->n >= n)
		return;
	f->room = 2 * f->room + n;
	grown = arena_alloc(f->arena, f->room);
	memcpy(grown, f->out, f->n);
	f->out = grown;
}

static void
put(struct folding *f, struct slice text)
{
	make_room(f, text.n);
	memcpy(f->out + f->n, text.p, text.n);
	f->n += text.n;
}

/* Writes the word that stands for the longest one TEXT begins with.  Returns the
 * length of the latter, 0 when TEXT begins with none. */
static size_t
put_word(struct folding *f, struct slice text)
{
	const struct data_table *words = data_table(DATA_CONVERTED_WORDS);
	const struct slice      *longest = NULL;

	for (size_t i = 0; i < words->rows; i++) {
		const struct slice *field = words->row[i].field;

		if (slice_starts(text, field[0]) && (longest == NULL ||
		    field[0].n > longest[0].n))
			longest = field;
	}
	if (longest == NULL)
		return 0;
	put(f, longest[1]);
	return longest[0].n;
}

/* Folds the characters that TEXT begins with, up to one that OPENS_WORD or
 * becomes more than a few bytes: nearly all of them, so that nothing here goes
 * through F.  Returns the bytes read. */
static size_t
fold_plain(struct folding *f, struct slice text)
{
	uint32_t special = (uint32_t)(LONG | SELF |
	    (f->words ? OPENS_WORD : 0)) << 24;
	char    *out = f->out + f->n;
	char    *end = f->out + f->room - UTF8_BYTES_MAX;
	size_t   at = 0;

	while (at < text.n && out <= end) {
		uint32_t c, entry;
		size_t   length = utf8_decode(slice_from(text, at), &c);

		entry = lookup(c);
		if ((entry & special) != 0)
			break;
		out[0] = (char)entry;
		out[1] = (char)(entry >> 8);
		out[2] = (char)(entry >> 16);
		out += entry >> 24 & LENGTH;
		at += length;
	}
	f->n = (size_t)(out - f->out);
	return at;
}

/* Folds the character that TEXT begins with, whatever it is.  Returns the bytes
 * read. */
static size_t
fold_special(struct folding *f, struct slice text)
{
	uint32_t c, entry;
	size_t   length = utf8_decode(text, &c), word;

	entry = lookup(c);
	word = f->words && (entry >> 24 & OPENS_WORD) != 0 ?
	    put_word(f, text) : 0;
	if (word > 0)
		return word;
	if ((entry >> 24 & LONG) != 0) {
		const struct longer *l = &longer[entry & 0xFFFFFF];

		put(f, (struct slice){ l->bytes, l->n });
	} else if ((entry >> 24 & SELF) != 0) {
		put(f, (struct slice){ text.p, length });
	} else {
		const char bytes[LENGTH] = { (char)entry, (char)(entry >> 8),
		    (char)(entry >> 16) };

		put(f, (struct slice){ bytes, entry >> 24 & LENGTH });
	}
	return length;
}

static void
fold_into(struct folding *f, struct slice text)
{
	for (;;) {
		text = slice_from(text, fold_plain(f, text));
		if (text.n == 0)
			return;
		text = slice_from(text, fold_special(f, text));
	}
}

static struct slice
fold(struct arena *arena, struct slice text, bool words)
{
	struct folding f = { .arena = arena, .room = text.n + UTF8_BYTES_MAX,
	    .words = words };

	if (text.n == 0)
		return text;
	f.out = arena_alloc(arena, f.room);
	fold_into(&f, text);
	return (struct slice){ f.out, f.n };
}

/* Whether folding would leave TEXT as it is: printable ASCII in lower case
 * without spaces or the marks that fold.tsv exchanges, as most cells are. */
static bool
is_folded(struct slice text)
{
	for (size_t i = 0; i < text.n; i++) {
		char c = text.p[i];

		if ((c < '(' || c > ';') && (c < 'a' || c > 'z'))
			return false;
	}
	return true;
}

struct slice
fold_text(struct arena *arena, struct slice text)
{
	return is_folded(text) ? text : fold(arena, text, false);
}

struct slice
fold_words(struct arena *arena, struct slice text)
{
	return is_folded(text) ? text : fold(arena, text, true);
}

void
fold_check(const struct data_row *row, struct slice what)
{
	struct arena arena = { NULL, NULL };
	struct slice folded;
	char         reason[160];

	if (!row->own)
		return;
	folded = fold_text(&arena, what);
	if (!slice_eq(folded, what)) {
		snprintf(reason, sizeof(reason), "what is read is folded, and "
		    "says %.*s for", folded.n < 100 ? (int)folded.n : 100,
		    folded.p);
		data_refuse(row, what, reason);
	}
	arena_free(&arena);
}

/* Refuses ROW if what it exchanges is never looked at, or what it puts in its
 * place would not be found, as all else is folded. */
static void
check_row(const struct data_row *row)
{
	if (row->own && is_folded(row->field[0]))
		data_refuse(row, row->field[0], "stays as it is");
	fold_check(row, row->field[1]);
}

static void
check_rows(const struct data_table *table)
{
	for (size_t i = 0; i < table->rows; i++)
		check_row(&table->row[i]);
}

void
fold_load(void)
{
	const struct data_table *characters = data_table(DATA_CHARACTERS);
	const struct data_table *words = data_table(DATA_CONVERTED_WORDS);

	if (loaded)
		return;
	loaded = true;
	begin();
	for (size_t i = 0; i < characters->rows; i++) {
		const struct data_row *row = &characters->row[i];
		struct slice           to = row->field[1];

		if (to.n > LONG_BYTES_MAX)
			data_refuse(row, to, "too long");
		*entry_of(data_character(row, 0)) = entry_for(to.p, to.n);
	}
	for (size_t i = 0; i < words->rows; i++) {
		uint32_t c;

		utf8_decode(words->row[i].field[0], &c);
		(void)lookup(c);
		*entry_of(c) |= (uint32_t)OPENS_WORD << 24;
	}
	check_rows(characters);
	check_rows(words);
}
