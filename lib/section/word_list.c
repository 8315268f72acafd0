#include "word_list.h"

#include <stdint.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "text/fold.h"

struct listed_word {
	struct word            word;
	const struct data_row *row;
	unsigned               next;	/* of the same hash, from 1 */
};

/* Most lists have a dozen words; of those that begin a text words_begun tells first. */
enum { FIRSTS = WORD_HASHES / 4 };

struct word_list {
	struct listed_word *word;
	size_t              words, room;
	unsigned            first[FIRSTS];	/* from 1; 0: none */
};

enum {
	WORD_RAW = 1,		/* is looked for in text that is not folded */
	WORD_ANCHORED = 2,	/* may say where in a text it stands */
	WORD_MORE = 4,		/* has columns behind it */
	WORD_MAY_HAVE_MORE = 8,
};

static const struct {
	enum data_file file;
	const char    *kind;
	int            traits;
} kinds[] = {
	[WORDS_BEHIND_HEADING] = { DATA_SECTION_WORDS, "behind-heading", 0 },
	[WORDS_HEADING_GOES_ON] = { DATA_SECTION_WORDS, "heading-goes-on", 0 },
	[WORDS_BEFORE_NUMBER] = { DATA_SECTION_WORDS, "no-number-behind",
	    WORD_RAW },
	[WORDS_SENTENCE_END] = { DATA_SECTION_WORDS, "sentence-end", 0 },
	[WORDS_LETTERHEAD] = { DATA_SECTION_WORDS, "letterhead",
	    WORD_ANCHORED },
	[WORDS_DOCUMENT_HEAD] = { DATA_SECTION_WORDS, "document-head",
	    WORD_ANCHORED },
	[WORDS_PRINTED] = { DATA_SECTION_WORDS, "printed",
	    WORD_ANCHORED },
	[WORDS_DOCUMENT_NUMBER] = { DATA_SECTION_WORDS, "document-number", 0 },
	[WORDS_SUBJECT] = { DATA_SECTION_WORDS, "subject", 0 },
	[WORDS_BEFORE_REPORT] = { DATA_SECTION_WORDS, "before-report", 0 },
	[WORDS_BARE_REPORT] = { DATA_SECTION_WORDS, "bare-report", 0 },
	[WORDS_COMPARED] = { DATA_SECTION_WORDS, "compared", WORD_RAW },
	[WORDS_SINCE] = { DATA_SECTION_WORDS, "since", WORD_RAW },
	[WORDS_BEHIND_OPENING] = { DATA_SECTION_WORDS, "behind-opening",
	    WORD_RAW },
	[WORDS_TITLE_END] = { DATA_SECTION_WORDS, "title-end", 0 },
	[WORDS_BEHIND_TITLE] = { DATA_SECTION_WORDS, "behind-title", 0 },
	[WORDS_TITLE_FRONT] = { DATA_SECTION_WORDS, "title-front", 0 },
	[WORDS_TITLE_FILLER] = { DATA_SECTION_WORDS, "title-filler", 0 },
	[WORDS_NO_TITLE] = { DATA_SECTION_WORDS, "no-title",
	    WORD_ANCHORED },
	[WORDS_DISCLOSURE] = { DATA_SECTION_WORDS, "disclosure",
	    WORD_ANCHORED },
	[WORDS_BEFORE_PERIOD] = { DATA_SECTION_WORDS, "before-period",
	    WORD_ANCHORED },
	[WORDS_PERIOD_START] = { DATA_SECTION_WORDS, "period-start", 0 },
	[WORDS_PERIOD_TO] = { DATA_SECTION_WORDS, "period-to", 0 },
	[WORDS_PERIOD_LINE] = { DATA_SECTION_WORDS, "period-line",
	    WORD_ANCHORED },
	[WORDS_PARTS] = { DATA_SECTION_WORDS, "parts",
	    WORD_RAW },
	[WORDS_YEAR_MARK] = { DATA_SECTION_WORDS, "year-mark",
	    WORD_RAW },
	[WORDS_SCHOOL_YEAR] = { DATA_SECTION_WORDS, "school-year", 0 },
	[WORDS_TOWN] = { DATA_OFFICES, "town", 0 },
	[WORDS_GOVERNMENT] = { DATA_OFFICES, "government", 0 },
	[WORDS_OFFICE] = { DATA_OFFICES, "office", 0 },
	[WORDS_SEAT] = { DATA_OFFICES, "seat", 0 },
	[WORDS_PEOPLE] = { DATA_OFFICES, "people", 0 },
	[WORDS_BETWEEN] = { DATA_OFFICES, "between", 0 },
	[WORDS_ABOVE] = { DATA_OFFICES, "above", 0 },
	[WORDS_NATIONAL] = { DATA_OFFICES, "national", 0 },
	[WORDS_PARTY] = { DATA_OFFICES, "party", 0 },
	[WORDS_CORPS] = { DATA_OFFICES, "corps", 0 },
	[WORDS_FORMER] = { DATA_OFFICES, "former", 0 },
	[WORDS_GENERIC] = { DATA_OFFICES, "generic", 0 },
	[WORDS_KEEPER] = { DATA_OFFICES, "keeper", 0 },
	[WORDS_SHORT_TOWN] = { DATA_OFFICES, "short-town",
	    WORD_MORE },
	[WORDS_SHORT_ZONE] = { DATA_OFFICES, "short-zone",
	    WORD_MORE },
	[WORDS_NO_OFFICE] = { DATA_OFFICES, "no-office",
	    WORD_ANCHORED },
	[WORDS_BEFORE_OFFICE] = { DATA_OFFICES, "before-name", 0 },
	[WORDS_NAME_END] = { DATA_OFFICES, "end", WORD_MAY_HAVE_MORE },
	[WORDS_NO_NAME] = { DATA_OFFICES, "no-name", WORD_MAY_HAVE_MORE },
	[WORDS_BRANCH] = { DATA_OFFICES, "branch", 0 },
	[WORDS_SUB_OFFICE] = { DATA_OFFICES, "sub-office", 0 },
	[WORDS_LEAD] = { DATA_OFFICES, "lead", WORD_MAY_HAVE_MORE },
	[WORDS_SELF] = { DATA_OFFICES, "self", WORD_MORE },
	[WORDS_OF_GOVERNMENT] = { DATA_OFFICES, "of-government", 0 },
	[WORDS_OF_PROVINCE] = { DATA_OFFICES, "of-province", 0 },
	[WORDS_ORDERS] = { DATA_OFFICES, "orders", 0 },
	[WORDS_NO_SUBJECT] = { DATA_OFFICES, "no-subject", 0 },
	[WORDS_ZONE_GOVERNMENT] = { DATA_OFFICES, "zone-government", 0 },
	[WORDS_GOVERNS] = { DATA_OFFICES, "governs", 0 },
	[WORDS_CLAUSE_HEAD] = { DATA_OFFICES, "clause-head", 0 },
	[WORDS_THIS_OFFICE] = { DATA_OFFICES, "this-office", 0 },
	[WORDS_AND] = { DATA_OFFICES, "and", 0 },
	[WORDS_EXPLANATION] = { DATA_OFFICES, "explanation", 0 },
	[WORDS_BEHIND_PART] = { DATA_OFFICES, "behind-part", 0 },
	[WORDS_ITSELF] = { DATA_OFFICES, "itself", 0 },
	[WORDS_SHORT_FOR] = { DATA_OFFICES, "short-for", 0 },
	[WORDS_SEAL] = { DATA_OFFICES, "seal", 0 },
	[WORDS_OFFICE_NAME] = { DATA_OFFICE_NAMES, "name",
	    WORD_MAY_HAVE_MORE },
	[WORDS_PAGE_KEY] = { DATA_PAGE_FIELDS, "key",
	    WORD_MORE },
	[WORDS_PLACE_SUFFIX] = { DATA_PLACE_SUFFIXES, "suffix",
	    WORD_MORE },
	[WORDS_PLACE_WORD] = { DATA_PLACE_SUFFIXES, "word", 0 },
	[WORDS_PLACE_SECOND] = { DATA_PLACE_SUFFIXES, "second", 0 },
	[WORDS_PLACE_STOP] = { DATA_PLACE_SUFFIXES, "stop", 0 },
	[WORDS_PLACE_AUTHORITY] = { DATA_PLACE_SUFFIXES, "authority",
	    WORD_MORE },
	[WORDS_PLACE_OWN] = { DATA_PLACE_SUFFIXES, "own", WORD_MORE },
	[WORDS_BEFORE_SITE] = { DATA_PLACE_SUFFIXES, "before-site", 0 },
	[WORDS_BEHIND_SITE] = { DATA_PLACE_SUFFIXES, "behind-site", 0 },
	[WORDS_SCENIC] = { DATA_PLACE_SUFFIXES, "scenic", 0 },
};

_Static_assert(sizeof(kinds) / sizeof(*kinds) == WORD_KINDS,
    "a kind of words for each of enum word_kind");

static struct word_list lists[WORD_KINDS];

uint64_t words_begun[WORD_HASHES];

bool words_loaded;

/* The kind of ROW; lines of one kind stand together. */
static enum word_kind
kind_for(enum data_file file, const struct data_row *row)
{
	static int last;

	for (int n = 0; n < WORD_KINDS; n++) {
		int i = (last + n) % WORD_KINDS;

		if (kinds[i].file != file ||
		    !slice_is(row->field[0], kinds[i].kind))
			continue;
		last = i;
		return (enum word_kind)i;
	}
	data_refuse(row, row->field[0], "no kind of words has this name");
}

/* Refuses a user's own ROW if a word of KIND cannot be met as it says. */
static void
check_row(enum word_kind kind, const struct data_row *row)
{
	struct slice word = row->field[1], more = row->field[2];
	int          traits = kinds[kind].traits;

	if (!row->own)
		return;
	if ((traits & WORD_ANCHORED) == 0 &&
	    word_read(row, word).text.n < word.n)
		data_refuse(row, word, "words of this kind have no ^ or $");
	if ((traits & WORD_RAW) == 0)
		fold_check(row, word);
	for (int i = 2; (traits & (WORD_MORE | WORD_MAY_HAVE_MORE)) == 0 &&
	    i < row->fields; i++)
		if (row->field[i].n > 0)
			data_refuse(row, row->field[i],
			    "words of this kind have no such column");
	if ((traits & WORD_MORE) != 0 && more.n == 0)
		data_refuse(row, more, "a column is missing");
}

/* Refuses ROW if a word of L says the same, among those from number I on that have its
 * hash. */
static void
check_new(const struct word_list *l, unsigned i, const struct data_row *row)
{
	for (; i > 0; i = l->word[i - 1].next)
		if (slice_eq(l->word[i - 1].row->field[1], row->field[1]))
			data_refuse(row, row->field[1],
			    "a line before says the same");
}

static void
add_row(enum word_kind kind, const struct data_row *row)
{
	struct word_list *l = &lists[kind];
	struct word       word = word_read(row, row->field[1]);
	unsigned         *first = &l->first[word_hash(word.text) % FIRSTS];

	if (data_folder() != NULL)	/* lines built in are tried with a user's */
		check_new(l, *first, row);
	l->word = memory_room(l->word, &l->room, l->words, sizeof(*l->word));
	l->word[l->words] = (struct listed_word){ word, row, *first };
	words_begun[word_hash(word.text)] |= words_bit(kind);
	*first = (unsigned)++l->words;
}

static void
load_file(enum data_file file)
{
	static bool              loaded[DATA_FILES];
	const struct data_table *table;

	if (loaded[file])
		return;
	loaded[file] = true;
	table = data_table(file);
	for (size_t i = 0; i < table->rows; i++) {
		const struct data_row *row = &table->row[i];
		enum word_kind         kind = kind_for(file, row);

		word_check_columns(file, row);
		check_row(kind, row);
		add_row(kind, row);
	}
}

void
words_load(void)
{
	if (words_loaded)
		return;
	words_loaded = true;
	for (int i = 0; i < WORD_KINDS; i++)
		if (i == 0 || kinds[i].file != kinds[i - 1].file)
			load_file(kinds[i].file);
}

/* Of the lists those of its file alone are read: tabulate, which asks for one of all,
 * takes 3.8 ms for a report instead of 4.6. */
static const struct word_list *
list_of(enum word_kind kind)
{
	load_file(kinds[kind].file);
	return &lists[kind];
}

bool
words_in(enum word_kind kind, struct slice text)
{
	const struct word_list *l = list_of(kind);

	for (size_t i = 0; i < l->words; i++)
		if (word_is_in(&l->word[i].word, text))
			return true;
	return false;
}

struct slice
words_skip(struct slice text, uint64_t kinds)
{
	words_load();
	while (text.n > 0 && (words_begun[word_hash(text)] & kinds) == 0)
		text = slice_from(text, utf8_step(text));
	return text;
}

const struct data_row *
words_longest(enum word_kind kind, struct slice text)
{
	const struct word_list   *l = &lists[kind];
	const struct listed_word *best = NULL;
	unsigned                  i = l->first[word_hash(text) % FIRSTS];

	for (; i > 0; i = l->word[i - 1].next) {
		const struct listed_word *word = &l->word[i - 1];

		if (slice_starts(text, word->word.text) && (best == NULL ||
		    word->word.text.n > best->word.text.n))
			best = word;
	}
	return best != NULL ? best->row : NULL;
}

size_t
words_at_end(enum word_kind kind, struct slice text)
{
	const struct word_list *l = list_of(kind);
	size_t                  longest = 0;

	for (size_t i = 0; i < l->words; i++) {
		struct slice word = l->word[i].word.text;

		if (word.n > longest && slice_ends(text, word))
			longest = word.n;
	}
	return longest;
}

bool
words_are(enum word_kind kind, struct slice text)
{
	return text.n > 0 && words_at_start(kind, text) == text.n;
}

const char *
words_find(enum word_kind kind, struct slice text, size_t *length)
{
	const struct word_list *l = list_of(kind);
	const char             *first = NULL;

	for (size_t i = 0; i < l->words; i++) {
		struct slice word = l->word[i].word.text;
		const char  *at = slice_find(text, word);

		if (at != NULL && (first == NULL || at < first ||
		    (at == first && word.n > *length))) {
			first = at;
			*length = word.n;
		}
	}
	return first;
}

const struct data_row *
words_nth(enum word_kind kind, size_t i)
{
	const struct word_list *l = list_of(kind);

	return i < l->words ? l->word[i].row : NULL;
}
