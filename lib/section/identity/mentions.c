#include "mentions.h"

#include <stdint.h>

#include "base/digits.h"
#include "base/left_out.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "name.h"
#include "place.h"
#include "section/date.h"
#include "section/word_index.h"
#include "section/word_list.h"
#include "text/fold.h"

enum { FRAME_SOURCE, FRAME_TRUST, FRAME_WHERE, FRAME_BEFORE, FRAME_AFTER,
	FRAME_THEN, FRAME_UNLESS };

enum {
	SENTENCE_TRUST = 10,
	SELF_TRUST = 60,
	YEAR_BYTES = 4,
};

/* A name in its clause. */
struct framed {
	struct slice before;	/* of the clause, without a year at its end */
	struct slice name;
	struct slice rest;	/* of the clause, behind the name */
	struct slice after;	/* likewise, without a year at its beginning, and what
				   stands behind a bracket that ends the clause:
				   (以下简称我局) */
	bool         first;	/* nothing but words that lead in before it */
	bool         quoted;	/* between 《 and 》 */
	bool         opening;
	bool         merged;	/* one of several former ones: 原市林业局、 */
};

/* What a clause must have of each frame, where one of its names that does not
 * begin it is to fit: a word of each set, unless that is NULL.  Most clauses
 * have not, and are spared the search for names. */
struct frame_needs {
	bool      quoted, opening;
	bool      takes_first;	/* fits a name that begins a clause, whatever
				   the first set is */
	uint64_t *set[FRAME_THEN - FRAME_BEFORE + 1];
};

static struct word_index   frame_words;
static struct frame_needs *frame_needs;
static size_t              frames;

struct scan {
	bool         opening, led, quoted;
	bool         listing;	/* the clause goes on with a list: 、 */
	bool         listed;	/* a list goes on behind it */
	bool         self;	/* it ends before (以下简称我局) */
	struct slice behind;	/* that bracket, up to the next mark */
	struct slice called;	/* it ends before (以下简称X): that X */
	mention_fn  *fn;
	void        *context;
};

static struct slice
without_year_behind(struct slice text)
{
	size_t n;

	text.n -= words_at_end(WORDS_TITLE_FILLER, text);
	for (size_t back = YEAR_BYTES; back <= 4 * YEAR_BYTES &&
	    back <= text.n; back++)
		if (date_year(slice_from(text, text.n - back), &n) > 0 &&
		    n == back) {
			text.n -= back;
			break;
		}
	text.n -= words_at_end(WORDS_TITLE_FILLER, text);
	return text;
}

static struct slice
without_year_before(struct slice text)
{
	size_t n;

	text = slice_from(text, words_at_start(WORDS_TITLE_FILLER, text));
	if (text.n > 0 && date_year(text, &n) > 0)
		text = slice_from(text, n);
	return slice_from(text, words_at_start(WORDS_TITLE_FILLER, text));
}

/* Whether TEXT has one of the words of FIELD, parted by |, in the way IS has
 * it; an empty field: yes. */
typedef bool word_fn(struct slice text, struct slice word);

static bool
any_word(struct slice field, struct slice text, word_fn *is)
{
	if (field.n == 0)
		return true;
	while (field.n > 0)
		if (is(text, word_cut(&field, '|')))
			return true;
	return false;
}

static bool
has_word(struct slice text, struct slice word)
{
	return word.n > 1 && word.p[word.n - 1] == '$' ?
	    slice_ends(text, (struct slice){ word.p, word.n - 1 }) :
	    slice_find(text, word) != NULL;
}

/* Whether WORD has an anchor and TEXT ends with it. */
static bool
ends_with(struct slice text, struct slice word)
{
	return word.n > 1 && word.p[word.n - 1] == '$' && has_word(text, word);
}

static bool
begins_with(struct slice text, struct slice word)
{
	return slice_is(word, "$") ? text.n == 0 : slice_starts(text, word);
}

/* TEXT up to the first of the words of FIELD in it. */
static struct slice
up_to(struct slice text, struct slice field)
{
	struct slice before = text;

	while (field.n > 0) {
		const char *at = slice_find(before, word_cut(&field, '|'));

		if (at != NULL)
			before.n = (size_t)(at - before.p);
	}
	return before;
}

static bool
fits_before(const struct framed *f, struct slice field)
{
	if (field.n == 0)
		return true;
	while (field.n > 0) {
		struct slice word = word_cut(&field, '|');

		if (word.n == 0)
			return true;
		if (word.p[0] == '^' ? f->first && (word.n == 1 ||
		    slice_ends(f->before, slice_from(word, 1))) :
		    slice_ends(f->before, word))
			return true;
	}
	return false;
}

static bool
fits(const struct framed *f, const struct data_row *row)
{
	struct slice where = row->field[FRAME_WHERE];

	if (slice_is(where, "quoted") != f->quoted || f->merged ||
	    (slice_is(where, "opening") && !f->opening))
		return false;
	return fits_before(f, row->field[FRAME_BEFORE]) &&
	    any_word(row->field[FRAME_AFTER], f->after, begins_with) &&
	    any_word(row->field[FRAME_THEN], f->after, has_word) &&
	    (row->field[FRAME_UNLESS].n == 0 ||
	    (!any_word(row->field[FRAME_UNLESS], f->quoted ? f->after :
	    up_to(f->after, row->field[FRAME_THEN]), has_word) &&
	    !any_word(row->field[FRAME_UNLESS], f->after, ends_with)));
}

/* The word of a frame without its anchors. */
static struct word
bare_word(struct slice word)
{
	if (slice_starts(word, SLICE("^")))
		word = slice_from(word, 1);
	if (slice_ends(word, SLICE("$")))
		word.n--;
	return (struct word){ word, 0 };
}

/* Whether FIELD asks for nothing that stands in the clause: it is empty, or the
 * clause may end there. */
static bool
asks_nothing(struct slice field)
{
	bool nothing = field.n == 0;

	while (field.n > 0) {
		struct slice word = word_cut(&field, '|');

		nothing |= word.n == 0 || slice_is(word, "$");
	}
	return nothing;
}

static void
number_words(struct slice field)
{
	while (field.n > 0) {
		struct word word = bare_word(word_cut(&field, '|'));

		if (word.text.n > 0)
			word_index_add(&frame_words, &word);
	}
}

static uint64_t *
set_of(struct slice field)
{
	uint64_t *set = word_sets_new(frame_words.width);

	while (field.n > 0) {
		struct word word = bare_word(word_cut(&field, '|'));

		if (word.text.n > 0)
			word_set_add(set, word_index_add(&frame_words,
			    &word));
	}
	return set;
}

static struct frame_needs
needs_of(const struct data_row *row)
{
	struct slice       where = row->field[FRAME_WHERE];
	struct frame_needs needs = { .quoted = slice_is(where, "quoted"),
	    .opening = slice_is(where, "opening"),
	    .takes_first = memchr(row->field[FRAME_BEFORE].p, '^',
	    row->field[FRAME_BEFORE].n) != NULL };

	for (int i = FRAME_BEFORE; i <= FRAME_THEN; i++)
		if (!asks_nothing(row->field[i]))
			needs.set[i - FRAME_BEFORE] = set_of(row->field[i]);
	return needs;
}

static void
load_needs(void)
{
	const struct data_table *table = data_table(DATA_OFFICE_FRAMES);

	if (frame_needs != NULL)
		return;
	for (size_t i = 0; i < table->rows; i++)
		for (int j = FRAME_BEFORE; j <= FRAME_THEN; j++)
			number_words(table->row[i].field[j]);
	word_index_finish(&frame_words);
	frame_needs = memory_resize(NULL, table->rows, sizeof(*frame_needs));
	while (frames < table->rows) {
		frame_needs[frames] = needs_of(&table->row[frames]);
		frames++;
	}
}

/* Whether the clause, whose words are found, may have a name that fits the
 * frame of NEEDS; FIRST: at its beginning. */
static bool
may_fit(const struct scan *s, const struct frame_needs *needs, bool first)
{
	if (needs->quoted != s->quoted || (needs->opening && !s->opening))
		return false;
	for (int i = 0; i <= FRAME_THEN - FRAME_BEFORE; i++)
		if (needs->set[i] != NULL && !(i == 0 && first &&
		    needs->takes_first) && !word_sets_meet(needs->set[i],
		    frame_words.found, frame_words.width))
			return false;
	return true;
}

static bool
may_fit_any(const struct scan *s, bool first)
{
	for (size_t i = 0; i < frames; i++)
		if (may_fit(s, &frame_needs[i], first))
			return true;
	return false;
}

/* Whether it may have one in a frame that asks for nothing before the name. */
static bool
may_fit_anywhere(const struct scan *s)
{
	for (size_t i = 0; i < frames; i++)
		if (frame_needs[i].set[0] == NULL &&
		    may_fit(s, &frame_needs[i], false))
			return true;
	return false;
}

/* Refuses a user's own ROW if text cannot have one of its words. */
static void
check_words(const struct data_row *row)
{
	for (int i = FRAME_BEFORE; i <= FRAME_UNLESS; i++) {
		struct slice words = row->field[i];

		while (words.n > 0) {
			struct slice notation = word_cut(&words, '|');

			if (!slice_is(notation, "^") &&
			    !slice_is(notation, "$"))
				fold_check(row, word_read(row, notation).text);
		}
	}
}

void
mentions_load(void)
{
	const struct data_table *table = data_table(DATA_OFFICE_FRAMES);

	for (size_t i = 0; i < table->rows; i++) {
		const struct data_row *row = &table->row[i];

		word_check_columns(DATA_OFFICE_FRAMES, row);
		if (word_row_number(row, FRAME_TRUST) == 0)
			data_refuse(row, row->field[FRAME_TRUST],
			    "a frame without trust tells nothing");
		check_words(row);
	}
	load_needs();
}

static const char *
source_named(struct slice name)
{
	static const char *const names[] = { "preamble", "author",
	    "contact", "mention" };

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (slice_is(name, names[i]))
			return names[i];
	return "preamble";
}

/* Whether letters stand right before a name that begins with no known place: a
 * mirror put its domain where the place stood, and what is left is no name. */
static bool
is_cut(const struct framed *f)
{
	char c = f->before.n > 0 ? f->before.p[f->before.n - 1] : ' ';

	return c >= 'a' && c <= 'z' && !place_begins(f->name);
}

/* Whether the clause is about the office it begins with. */
static bool
is_subject(const struct framed *f)
{
	return f->first && !f->quoted && f->after.n > 0 &&
	    !is_digit((unsigned char)f->after.p[0]) &&
	    words_at_end(WORDS_BEFORE_OFFICE, f->before) == 0 &&
	    words_at_start(WORDS_NO_SUBJECT, f->after) == 0;
}

/* Tells what the office before (以下简称市北湖办) is called from there on: a name
 * that goes on to the bracket, if only its beginning was read as one. */
static void
tell_called(const struct scan *s, const struct framed *f,
    const struct office_name *name)
{
	struct mention mention = { .source = "called", .called = s->called,
	    .known = name->known, .listed = name->listed,
	    .name = { f->name.p, f->name.n + f->rest.n } };

	if (f->quoted || f->rest.p != f->name.p + f->name.n ||
	    !name_is_plausible(f->rest) || (f->rest.n > 0 &&
	    words_at_end(WORDS_NAME_END, f->rest) == 0))
		return;
	s->fn(s->context, &mention);
}

static void
tell(const struct scan *s, const struct framed *f,
    const struct office_name *name)
{
	const struct data_table *table = data_table(DATA_OFFICE_FRAMES);
	struct mention           mention = { .name = f->name,
	    .known = name->known, .listed = name->listed };

	if (s->called.n > 0)
		tell_called(s, f, name);
	for (size_t i = 0; i < table->rows; i++)
		if (may_fit(s, &frame_needs[i], f->first) &&
		    fits(f, &table->row[i])) {
			mention.source = source_named(
			    table->row[i].field[FRAME_SOURCE]);
			mention.trust = (unsigned)word_row_number(
			    &table->row[i], FRAME_TRUST);
			s->fn(s->context, &mention);
			return;
		}
	if (s->self && f->rest.n == 0) {
		mention.source = "author";
		mention.trust = SELF_TRUST;
		s->fn(s->context, &mention);
		return;
	}
	if (!is_subject(f))
		return;
	mention.source = "sentence";
	mention.trust = SENTENCE_TRUST;
	s->fn(s->context, &mention);
}

/* Whether the folded TEXT begins as a year does: from 1990 to 2099.  Asked for
 * each character of a report, where date_year would fold it once more. */
static bool
may_be_year(struct slice text)
{
	return text.p[0] == '1' || text.p[0] == '2' ||
	    slice_starts(text, SLICE("\u4E00")) ||	/* 一 */
	    slice_starts(text, SLICE("\u4E8C"));	/* 二 */
}

/* The word that leads in to a name where REST begins, unless a name begins alike:
 * 日, but not of 日照. */
static size_t
lead_word(struct slice rest)
{
	const struct data_row *row = words_row(WORDS_LEAD, rest);

	return row == NULL || (row->field[2].n > 0 &&
	    any_word(row->field[2], rest, begins_with)) ? 0 :
	    row->field[1].n;
}

/* What stands before a name where a clause begins: years, words, numbers; but
 * nothing that the name of a place begins with, 将军路街道, or of a kind of place,
 * 经开区. */
static size_t
lead(struct slice clause)
{
	size_t at = 0, n;

	while (at < clause.n) {
		struct slice rest = slice_from(clause, at);

		if (!may_be_year(rest) || date_year(rest, &n) == 0)
			n = lead_word(rest);
		if (n > 0 && (place_begins(rest) ||
		    words_at_start(WORDS_PLACE_SUFFIX, rest) > n))
			break;
		if (n == 0 && (unsigned char)rest.p[0] < 0x80)
			n = 1;
		if (n == 0)
			break;
		at += n;
	}
	return at;
}

/* Tells that REST, where a clause begins, is about the government of a place of
 * some kind: 县政府做好公开. */
static void
tell_government(const struct scan *s, struct slice rest)
{
	size_t         kind = words_at_start(WORDS_GENERIC, rest);
	size_t         n = kind + words_at_start(WORDS_GOVERNMENT,
	    slice_from(rest, kind));
	struct mention mention = { .name = { rest.p, kind },
	    .source = "government" };
	struct framed  f = { .first = true, .after = slice_from(rest, n) };

	if (kind > 0 && n > kind && is_subject(&f) &&
	    words_at_start(WORDS_OF_GOVERNMENT, f.after) == 0)
		s->fn(s->context, &mention);
}

static struct office_name
take_name(const struct scan *s, struct slice clause, size_t at, bool first)
{
	struct slice       rest = slice_from(clause, at);
	struct office_name name = name_read(rest);
	struct framed      f = { .first = first && name.start == 0,
	    .quoted = s->quoted, .opening = s->opening };

	if (name.length == 0 && f.first && !s->quoted)
		tell_government(s, rest);
	if (name.length == 0)
		return name;
	rest = slice_from(rest, name.start);
	f.before = without_year_behind((struct slice){ clause.p,
	    at + name.start });
	f.name = (struct slice){ rest.p, name.length };
	f.rest = without_year_before(slice_from(rest, name.length +
	    name.part));
	f.merged = s->listed && f.rest.n == 0 &&
	    words_at_start(WORDS_FORMER, f.name) > 0;
	f.after = f.rest.n > 0 || name.part > 0 ? f.rest :
	    without_year_before(s->behind);
	if (!is_cut(&f))
		tell(s, &f, &name);
	return name;
}

/* Reads the names of CLAUSE: at its beginning, and behind words that lead in
 * further on. */
static void
read_clause(const struct scan *s, struct slice clause)
{
	enum { SHORTEST = 9 };
	size_t at = lead(clause);
	bool   first = !s->listing, again, anywhere;

	if (at + SHORTEST > clause.n)
		return;
	if (s->led && at == 0)
		return;
	word_index_find(&frame_words, s->behind.n == 0 ? clause :
	    (struct slice){ clause.p, (size_t)(s->behind.p + s->behind.n -
	    clause.p) });
	if (s->led) {
		take_name(s, clause, at, true);
		return;
	}
	again = s->self || s->called.n > 0 || may_fit_any(s, false);
	anywhere = s->self || s->called.n > 0 ||
	    (again && may_fit_anywhere(s));
	if (!again && (!first || (s->quoted && !may_fit_any(s, true))))
		return;
	while (at + SHORTEST <= clause.n && (first || again)) {
		struct office_name name = take_name(s, clause, at, first);
		size_t             n = 0;

		at += name.start + name.length + name.part;
		first = false;
		if (name.length > 0)
			continue;
		/* On to where a name may begin. */
		while (at < clause.n && n == 0) {
			uint32_t c;

			at += utf8_decode(slice_from(clause, at), &c);
			n = lead(slice_from(clause, at));
			if (n == 0 && anywhere &&
			    place_begins(slice_from(clause, at)))
				break;
		}
		at += n;
	}
}

/* Where clauses end. */
static bool
is_mark(uint32_t c)
{
	switch (c) {
	case ',': case ';': case '!': case '?': case '"':
	case '<': case '>': case '|': case '/': case '*': case '=':
	case '(': case ')': case ' ': case '\n': case 0x3002: case 0x300A: case 0x300B:
	case 0x3001:
		return true;
	default:
		return false;
	}
}

/* What the bracket that TEXT begins with says that what stands before it is called
 * from there on: 我局, 市水务局; an empty slice when it does not. */
static struct slice
called_in(struct slice text)
{
	enum { LONGEST = 45 };
	size_t n = words_at_start(WORDS_SHORT_FOR, text), end = 0, c;

	if (n == 0)
		return (struct slice){ "", 0 };
	text = slice_from(text, n);
	if (slice_starts(text, SLICE("\"")))
		text = slice_from(text, 1);
	while (end <= LONGEST && (c = name_character(slice_from(text, end))) > 0)
		end += c;
	return (struct slice){ text.p, end <= LONGEST ? end : 0 };
}

/* What stands behind the bracket that TEXT begins with, up to the next mark. */
static struct slice
behind_bracket(struct slice text)
{
	const char  *close = memchr(text.p, ')', text.n);
	struct slice behind = { text.p, 0 };
	uint32_t     c;

	if (close == NULL)
		return behind;
	text = slice_from(text, (size_t)(close + 1 - text.p));
	behind.p = text.p;
	while (behind.n < text.n) {
		size_t n = utf8_decode(slice_from(text, behind.n), &c);

		if (is_mark(c))
			break;
		behind.n += n;
	}
	return behind;
}

/* Notes what S's clause, which ends at TEXT, is followed by: a bracket that says
 * what its office is called from there on, or any other mark. */
static void
end_clause(struct scan *s, struct slice text, bool bracket)
{
	const struct slice none = { "", 0 };

	s->called = bracket ? called_in(text) : none;
	s->behind = s->called.n > 0 ? behind_bracket(text) : none;
	s->self = words_at_start(WORDS_SELF, s->called) > 0;
	if (s->self)
		s->called.n = 0;
}

void
mentions_each(struct slice text, int how, mention_fn *fn, void *context)
{
	struct scan s = { .opening = (how & MENTIONS_OPENING) != 0,
	    .led = (how & MENTIONS_LED) != 0, .fn = fn, .context = context };
	size_t      start = 0, at = 0;

	load_needs();
	while (at < text.n) {
		uint32_t c;
		size_t   n;

		/* No mark begins as Han characters do. */
		if (text.n - at >= 3 && (unsigned char)text.p[at] > 0xE3) {
			at += 3;
			continue;
		}
		n = utf8_decode(slice_from(text, at), &c);
		if (is_mark(c) || (c == ':' && words_at_end(WORDS_CLAUSE_HEAD,
		    (struct slice){ text.p + start, at - start }) > 0)) {
			end_clause(&s, slice_from(text, at), c == '(');
			s.listed = c == 0x3001;
			read_clause(&s, (struct slice){ text.p + start,
			    at - start });
			s.listing = c == 0x3001;
			s.quoted = c == 0x300A || (s.quoted && c != 0x300B);
			s.called.n = s.behind.n = 0;
			start = at + n;
		}
		at += n;
	}
	s.listed = false;
	read_clause(&s, (struct slice){ text.p + start, at - start });
}

static void
count_self(struct selves *selves, struct slice name)
{
	size_t i = 0;

	while (i < selves->n && !slice_eq(selves->name[i], name))
		i++;
	if (i == SELVES_MAX) {
		left_out("more kinds of what an office calls itself than are"
		    " counted");
		return;
	}
	if (i == selves->n) {
		selves->name[i] = name;
		selves->count[selves->n++] = 0;
	}
	selves->count[i]++;
}

bool
selves_count(struct slice text, struct selves *selves)
{
	const uint64_t kinds = words_bit(WORDS_SELF) |
	    words_bit(WORDS_GOVERNS);
	bool           governs = false;
	const char    *behind = text.p;	/* the last of the words counted */
	uint32_t       c;

	for (; (text = words_skip(text, kinds)).n > 0;
	    text = slice_from(text, utf8_decode(text, &c))) {
		const struct data_row *row;

		governs |= words_row(WORDS_GOVERNS, text) != NULL;
		row = text.p >= behind ? words_row(WORDS_SELF, text) : NULL;
		if (row == NULL)
			continue;
		count_self(selves, row->field[2]);
		behind = text.p + row->field[1].n;
	}
	return governs;
}
