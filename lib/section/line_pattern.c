#include "line_pattern.h"

#include <stdint.h>

#include "base/memory.h"
#include "text/fold.h"
#include "word_list.h"

struct known_word {
	struct word word;
	unsigned    next;	/* of the same hash, from 1; 0: none */
};

/* Sets of words are bits; each pattern has those it is held against one after
 * the other. */
enum { SET_UNLESS, SET_ALONE, SET_NEEDS };

struct line_pattern {
	const struct data_row *row;
	uint64_t    *set;	/* SET_UNLESS, SET_ALONE, the groups of needs */
	size_t       sets, most;	/* characters; 0: any number */
};

struct line_patterns {
	enum data_file       file;
	struct known_word   *word;
	size_t               words, word_room;
	/* Words by their first character: those that stand anywhere, those
	 * that begin a line; by their last: those that end one.  From 1. */
	unsigned             anywhere[WORD_HASHES], at_start[WORD_HASHES],
	                     at_end[WORD_HASHES];
	bool                 begins[WORD_HASHES], ends[WORD_HASHES];
	struct line_pattern *pattern;
	size_t               patterns;
	size_t               width;	/* of a set */
	uint64_t            *found;	/* the words of the line at hand */
};

static unsigned *
chain_of(struct line_patterns *p, const struct word *word)
{
	if ((word->anchors & ANCHOR_START) != 0)
		return &p->at_start[word_hash(word->text)];
	if ((word->anchors & ANCHOR_END) != 0)
		return &p->at_end[word_hash(word_last(word->text))];
	return &p->anywhere[word_hash(word->text)];
}

/* The number of WORD, which is new or not. */
static size_t
word_number(struct line_patterns *p, const struct word *word)
{
	unsigned *chain = chain_of(p, word);

	for (unsigned i = *chain; i > 0; i = p->word[i - 1].next)
		if (slice_eq(p->word[i - 1].word.text, word->text) &&
		    p->word[i - 1].word.anchors == word->anchors)
			return i - 1;
	p->word = memory_room(p->word, &p->word_room, p->words,
	    sizeof(*p->word));
	p->word[p->words] = (struct known_word){ *word, *chain };
	*chain = (unsigned)++p->words;
	if ((word->anchors & ANCHOR_START) != 0)
		p->begins[word_hash(word->text)] = true;
	if ((word->anchors & ANCHOR_END) != 0)
		p->ends[word_hash(word_last(word->text))] = true;
	return p->words - 1;
}

static void
add_to_set(uint64_t *set, size_t number)
{
	set[number / 64] |= (uint64_t)1 << number % 64;
}

/* Numbers the WORDS of ROW and, unless SET is NULL, puts them into it. */
static void
read_words(struct line_patterns *p, const struct data_row *row,
    struct slice words, uint64_t *set)
{
	while (words.n > 0) {
		struct word word = word_read(row, word_cut(&words, '|'));
		size_t      number = word_number(p, &word);

		fold_check(row, word.text);
		if (set != NULL)
			add_to_set(set, number);
	}
}

/* The words of ROW into the sets at SET, or NULL to number them only. */
static void
read_columns(struct line_patterns *p, const struct data_row *row,
    uint64_t *set)
{
	struct slice needs = row->field[1];
	struct slice alone = { "", 0 };

	if (p->file == DATA_HEADINGS)
		alone = row->field[4];
	for (int i = 0; i < SET_NEEDS || needs.n > 0; i++) {
		struct slice words = i == SET_UNLESS ? row->field[2] :
		    i == SET_ALONE ? alone : word_cut(&needs, ' ');

		read_words(p, row, words, set);
		if (set != NULL)
			set += p->width;
	}
}

static struct line_pattern
read_pattern(struct line_patterns *p, const struct data_row *row)
{
	struct line_pattern pattern = { row, NULL, SET_NEEDS + 1,
	    word_row_number(row, 3) };
	size_t              bytes;

	for (size_t i = 0; i < row->field[1].n; i++)
		pattern.sets += row->field[1].p[i] == ' ';
	bytes = pattern.sets * p->width * sizeof(*pattern.set);
	pattern.set = memory_get(bytes);
	memset(pattern.set, 0, bytes);
	read_columns(p, row, pattern.set);
	return pattern;
}

static struct line_patterns *
load(enum data_file file)
{
	const struct data_table *table = data_table(file);
	struct line_patterns    *p = memory_get(sizeof(*p));

	memset(p, 0, sizeof(*p));
	p->file = file;
	for (size_t i = 0; i < table->rows; i++) {
		word_check_columns(file, &table->row[i]);
		read_columns(p, &table->row[i], NULL);
	}
	dead_lines_refuse(table, file != DATA_GENRES);
	p->width = (p->words + 63) / 64;
	p->found = memory_resize(NULL, p->width, sizeof(*p->found));
	p->pattern = memory_resize(NULL, table->rows, sizeof(*p->pattern));
	for (size_t i = 0; i < table->rows; i++)
		p->pattern[p->patterns++] = read_pattern(p, &table->row[i]);
	return p;
}

static struct line_patterns *
patterns_of(enum data_file file)
{
	static struct line_patterns *loaded[DATA_FILES];

	if (loaded[file] == NULL)
		loaded[file] = load(file);
	return loaded[file];
}

void
line_patterns_load(void)
{
	patterns_of(DATA_HEADINGS);
	patterns_of(DATA_GENRES);
	patterns_of(DATA_PAGE_LINES);
}

/* Notes the words of the chain that begins at I which TEXT begins with, or at
 * its end ends with.  Returns whether there are any. */
static bool
note_words(struct line_patterns *p, unsigned i, struct slice text, bool at_end)
{
	bool any = false;

	for (; i > 0; i = p->word[i - 1].next) {
		const struct word *word = &p->word[i - 1].word;

		if (at_end ? !slice_ends(text, word->text) :
		    !slice_starts(text, word->text) ||
		    ((word->anchors & ANCHOR_END) != 0 &&
		    text.n != word->text.n))
			continue;
		add_to_set(p->found, i - 1);
		any = true;
	}
	return any;
}

/* Notes all words of LINE and counts its characters. */
static bool
note_line(struct line_patterns *p, struct slice line, size_t *characters)
{
	bool any;

	memset(p->found, 0, p->width * sizeof(*p->found));
	any = note_words(p, p->at_start[word_hash(line)], line, false);
	any |= note_words(p, p->at_end[word_hash(word_last(line))], line, true);
	*characters = 0;
	for (size_t i = 0; i < line.n; ++*characters) {
		struct slice rest = slice_from(line, i);
		unsigned     first = p->anywhere[word_hash(rest)];

		if (first > 0)
			any |= note_words(p, first, rest, false);
		do
			i++;
		while (i < line.n && ((unsigned char)line.p[i] & 0xC0) == 0x80);
	}
	return any;
}

/* Whether the line at hand has a word of SET. */
static bool
has_any(const struct line_patterns *p, const uint64_t *set)
{
	uint64_t common = 0;

	for (size_t i = 0; i < p->width; i++)
		common |= set[i] & p->found[i];
	return common != 0;
}

static bool
fits(const struct line_patterns *p, const struct line_pattern *pattern,
    size_t characters)
{
	if (pattern->most > 0 && characters > pattern->most)
		return false;
	for (size_t i = SET_NEEDS; i < pattern->sets; i++)
		if (!has_any(p, pattern->set + i * p->width))
			return false;
	return !has_any(p, pattern->set + SET_UNLESS * p->width);
}

struct slice
line_pattern_find(enum data_file file, struct slice line, bool *alone)
{
	struct line_patterns *p = patterns_of(file);
	size_t                characters;

	if (line.n == 0 || !note_line(p, line, &characters))
		return (struct slice){ NULL, 0 };
	for (size_t i = 0; i < p->patterns; i++)
		if (fits(p, &p->pattern[i], characters)) {
			if (alone != NULL)
				*alone = has_any(p, p->pattern[i].set +
				    SET_ALONE * p->width);
			return p->pattern[i].row->field[0];
		}
	return (struct slice){ NULL, 0 };
}

void
line_patterns_each(enum data_file file, struct slice line,
    line_pattern_fn *fn, void *context)
{
	struct line_patterns *p = patterns_of(file);
	size_t                characters;

	if (line.n == 0 || !note_line(p, line, &characters))
		return;
	for (size_t i = 0; i < p->patterns; i++)
		if (fits(p, &p->pattern[i], characters))
			fn(context, p->pattern[i].row);
}

static bool
ends_as_word(const struct line_patterns *p, struct slice line)
{
	return line.n > 0 && p->ends[word_hash(word_last(line))];
}

bool
line_pattern_may_find(enum data_file file, struct slice line)
{
	const struct line_patterns *p = patterns_of(file);
	const char                 *bracket;
	size_t                      mark;

	if (line.n == 0)
		return false;
	if (p->begins[word_hash(line)] || ends_as_word(p, line))
		return true;
	bracket = memchr(line.p + 1, '(', line.n - 1);
	if (bracket != NULL)		/* an explanation behind */
		line.n = (size_t)(bracket - line.p);
	while ((mark = words_at_end(WORDS_BEHIND_HEADING, line)) > 0)
		line.n -= mark;
	return ends_as_word(p, line);
}
