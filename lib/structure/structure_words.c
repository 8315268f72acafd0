#include "structure_words.h"

#include "data/data.h"

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

void
structure_words_load(void)
{
	static const char *const kinds[KINDS] = { "proactive", "requests",
	    "management", "platform", "supervision", "clause",
	    "looks-back", "this-year", "stop" };
	const struct data_table *table = data_table(DATA_STRUCTURE_WORDS);

	for (size_t i = 0; i < table->rows && !loaded; i++)
		words[data_choice(&table->row[i], KIND, kinds, KINDS)] =
		    table->row[i].field[WORDS];
	loaded = true;
}

static struct slice
words_of(int kind)
{
	if (!loaded)
		structure_words_load();
	return words[kind];
}

unsigned
matters_unsaid(struct slice text, unsigned wanted)
{
	for (int m = 0; m < MATTERS; m++) {
		struct slice list = words_of(m), word;

		while ((wanted >> m & 1) != 0 && slice_cut(&list, ' ', &word))
			if (slice_find(text, word) != NULL)
				wanted &= ~(1U << m);
	}
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
