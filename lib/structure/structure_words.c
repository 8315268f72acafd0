#include "structure_words.h"

#include "data/data.h"
#include "section/word_index.h"

enum { KIND, WORDS };

/* Kinds of words, behind the matters. */
enum { CLAUSE = MATTERS, LOOKS_BACK, THIS_YEAR, STOP, KINDS };

const char *const matter_name[MATTERS] = {
	[MATTER_PROACTIVE] = "proactive", [MATTER_REQUESTS] = "requests",
	[MATTER_MANAGEMENT] = "management", [MATTER_PLATFORM] = "platform",
	[MATTER_SUPERVISION] = "supervision",
};

static struct slice words[KINDS];	/* parted by blanks */
static bool         loaded;

/* The words of the matters, and which of them are of each: nothing else is looked for in
 * so many words, each of which took a search of the text. */
static struct word_index matters;
static uint64_t         *matter[MATTERS];

/* Numbers the words of matter M; puts them into SET, unless that is NULL. */
static void
number_words(int m, uint64_t *set)
{
	struct slice list = words[m];
	struct word  word = { .anchors = 0 };

	while (slice_cut(&list, ' ', &word.text)) {
		size_t number = word_index_add(&matters, &word);

		if (set != NULL)
			word_set_add(set, number);
	}
}

static void
index_matters(void)
{
	for (int m = 0; m < MATTERS; m++)
		number_words(m, NULL);
	word_index_finish(&matters);
	for (int m = 0; m < MATTERS; m++) {
		matter[m] = word_sets_new(matters.width);
		number_words(m, matter[m]);
	}
}

void
structure_words_load(void)
{
	static const char *const kinds[KINDS] = { "proactive", "requests",
	    "management", "platform", "supervision", "clause",
	    "looks-back", "this-year", "stop" };
	const struct data_table *table = data_table(DATA_STRUCTURE_WORDS);

	if (loaded)
		return;
	for (size_t i = 0; i < table->rows; i++)
		words[data_choice(&table->row[i], KIND, kinds, KINDS)] =
		    table->row[i].field[WORDS];
	index_matters();
	loaded = true;
}

static struct slice
words_of(int kind)
{
	structure_words_load();
	return words[kind];
}

unsigned
matters_unsaid(struct slice text, unsigned wanted)
{
	structure_words_load();
	word_index_find(&matters, text);
	for (int m = 0; m < MATTERS; m++)
		if (word_sets_meet(matter[m], matters.found, matters.width))
			wanted &= ~(1U << m);
	return wanted;
}

/* Whether TEXT begins, or ends, with a word of KIND. */
static bool
has_word(int kind, struct slice text, bool at_end)
{
	struct slice list = words_of(kind), word;

	while (slice_cut(&list, ' ', &word))
		if (at_end ? slice_ends(text, word) : slice_starts(text, word))
			return true;
	return false;
}

/* What of TEXT its first sentence is. */
static struct slice
first_sentence(struct slice text)
{
	struct slice list = words_of(STOP), word;

	while (slice_cut(&list, ' ', &word)) {
		const char *stop = slice_find(text, word);

		if (stop != NULL)
			text.n = (size_t)(stop - text.p);
	}
	return text;
}

/* Whether TEXT goes on with the reporting year: 2022年公开9条，本年公开8条. */
static bool
comes_to_this_year(struct slice text)
{
	struct slice list = words_of(THIS_YEAR), word;
	struct slice sentence = first_sentence(text);

	while (slice_cut(&list, ' ', &word))
		if (slice_find(sentence, word) != NULL)
			return true;
	return false;
}

bool
year_opens_clause(struct slice text, size_t from, size_t to)
{
	struct slice before = slice_trim((struct slice){ text.p, from });

	return (before.n == 0 || has_word(CLAUSE, before, true)) &&
	    !has_word(LOOKS_BACK, slice_from(text, to), false) &&
	    !comes_to_this_year(slice_from(text, to));
}
