#include "word_list.h"

#include "base/memory.h"

struct listed_word {
	struct word            word;
	const struct data_row *row;
	unsigned               next;	/* of the same hash, from 1 */
};

struct word_list {
	struct listed_word *word;
	size_t              words, room;
	unsigned            first[WORD_HASHES];	/* from 1; 0: none */
};

static const struct {
	enum data_file file;
	const char    *kind;
} kinds[] = {
	[WORDS_BEHIND_HEADING] = { DATA_SECTION_WORDS, "behind-heading" },
	[WORDS_HEADING_GOES_ON] = { DATA_SECTION_WORDS, "heading-goes-on" },
	[WORDS_BEFORE_NUMBER] = { DATA_SECTION_WORDS, "no-number-behind" },
	[WORDS_SENTENCE_END] = { DATA_SECTION_WORDS, "sentence-end" },
	[WORDS_LETTERHEAD] = { DATA_SECTION_WORDS, "letterhead" },
	[WORDS_DOCUMENT_HEAD] = { DATA_SECTION_WORDS, "document-head" },
	[WORDS_PRINTED] = { DATA_SECTION_WORDS, "printed" },
	[WORDS_DOCUMENT_NUMBER] = { DATA_SECTION_WORDS, "document-number" },
	[WORDS_SUBJECT] = { DATA_SECTION_WORDS, "subject" },
	[WORDS_TITLE_END] = { DATA_SECTION_WORDS, "title-end" },
	[WORDS_BEHIND_TITLE] = { DATA_SECTION_WORDS, "behind-title" },
	[WORDS_TITLE_FILLER] = { DATA_SECTION_WORDS, "title-filler" },
	[WORDS_NO_TITLE] = { DATA_SECTION_WORDS, "no-title" },
	[WORDS_DISCLOSURE] = { DATA_SECTION_WORDS, "disclosure" },
	[WORDS_BEFORE_PERIOD] = { DATA_SECTION_WORDS, "before-period" },
	[WORDS_PERIOD_START] = { DATA_SECTION_WORDS, "period-start" },
	[WORDS_PERIOD_TO] = { DATA_SECTION_WORDS, "period-to" },
	[WORDS_PERIOD_LINE] = { DATA_SECTION_WORDS, "period-line" },
	[WORDS_PARTS] = { DATA_SECTION_WORDS, "parts" },
	[WORDS_TOWN] = { DATA_OFFICES, "town" },
	[WORDS_GOVERNMENT] = { DATA_OFFICES, "government" },
	[WORDS_OFFICE] = { DATA_OFFICES, "office" },
	[WORDS_SEAT] = { DATA_OFFICES, "seat" },
	[WORDS_PEOPLE] = { DATA_OFFICES, "people" },
	[WORDS_BETWEEN] = { DATA_OFFICES, "between" },
	[WORDS_ABOVE] = { DATA_OFFICES, "above" },
	[WORDS_PARTY] = { DATA_OFFICES, "party" },
	[WORDS_FORMER] = { DATA_OFFICES, "former" },
	[WORDS_GENERIC] = { DATA_OFFICES, "generic" },
	[WORDS_SHORT_TOWN] = { DATA_OFFICES, "short-town" },
	[WORDS_NO_OFFICE] = { DATA_OFFICES, "no-office" },
	[WORDS_BEFORE_OFFICE] = { DATA_OFFICES, "before-name" },
	[WORDS_CLAUSE] = { DATA_OFFICES, "clause" },
	[WORDS_PAGE_KEY] = { DATA_PAGE_FIELDS, "key" },
	[WORDS_PLACE_SUFFIX] = { DATA_PLACE_SUFFIXES, "suffix" },
	[WORDS_PLACE_WORD] = { DATA_PLACE_SUFFIXES, "word" },
	[WORDS_PLACE_SECOND] = { DATA_PLACE_SUFFIXES, "second" },
	[WORDS_PLACE_STOP] = { DATA_PLACE_SUFFIXES, "stop" },
};

_Static_assert(sizeof(kinds) / sizeof(*kinds) == WORD_KINDS,
    "a kind of words for each of enum word_kind");

static struct word_list lists[WORD_KINDS];
static bool             loaded;

static struct word_list *
list_for(enum data_file file, const struct data_row *row)
{
	for (int i = 0; i < WORD_KINDS; i++)
		if (kinds[i].file == file &&
		    slice_is(row->field[0], kinds[i].kind))
			return &lists[i];
	data_refuse(row, row->field[0], "no kind of words has this name");
}

static void
add_row(struct word_list *l, const struct data_row *row)
{
	struct word word = word_read(row, row->field[1]);
	unsigned   *first = &l->first[word_hash(word.text)];

	for (unsigned i = *first; i > 0; i = l->word[i - 1].next)
		if (slice_eq(l->word[i - 1].row->field[1], row->field[1]))
			data_refuse(row, row->field[1],
			    "a line before says the same");
	l->word = memory_room(l->word, &l->room, l->words, sizeof(*l->word));
	l->word[l->words] = (struct listed_word){ word, row, *first };
	*first = (unsigned)++l->words;
}

static void
load_file(enum data_file file)
{
	const struct data_table *table = data_table(file);

	for (size_t i = 0; i < table->rows; i++) {
		const struct data_row *row = &table->row[i];
		struct word_list      *list = list_for(file, row);

		word_check_columns(file, row);
		add_row(list, row);
	}
}

void
words_load(void)
{
	if (loaded)
		return;
	loaded = true;
	for (int i = 0; i < WORD_KINDS; i++)
		if (i == 0 || kinds[i].file != kinds[i - 1].file)
			load_file(kinds[i].file);
}

static const struct word_list *
list_of(enum word_kind kind)
{
	words_load();
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

/* The longest word of KIND that TEXT begins with, or NULL. */
static const struct listed_word *
longest_at_start(enum word_kind kind, struct slice text)
{
	const struct word_list   *l = list_of(kind);
	const struct listed_word *best = NULL;
	unsigned                  i = text.n > 0 ? l->first[word_hash(text)] : 0;

	for (; i > 0; i = l->word[i - 1].next) {
		const struct listed_word *word = &l->word[i - 1];

		if (slice_starts(text, word->word.text) && (best == NULL ||
		    word->word.text.n > best->word.text.n))
			best = word;
	}
	return best;
}

const struct data_row *
words_row(enum word_kind kind, struct slice text)
{
	const struct listed_word *word = longest_at_start(kind, text);

	return word != NULL ? word->row : NULL;
}

size_t
words_at_start(enum word_kind kind, struct slice text)
{
	const struct listed_word *word = longest_at_start(kind, text);

	return word != NULL ? word->word.text.n : 0;
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
