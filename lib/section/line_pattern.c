#include "line_pattern.h"

#include <stdint.h>

#include "base/memory.h"
#include "text/fold.h"
#include "word_index.h"
#include "word_list.h"

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
	struct word_index    index;
	struct line_pattern *pattern;
	size_t               patterns;
	/* For each word a set of patterns: those that need, first of all, this
	 * word or another. */
	uint64_t            *opens;
	uint64_t            *opened;	/* by the words of the line at hand */
	size_t               pattern_width;	/* of such a set */
};

/* Numbers the WORDS of ROW and, unless SET is NULL, puts them into it. */
static void
read_words(struct line_patterns *p, const struct data_row *row,
    struct slice words, uint64_t *set)
{
	while (words.n > 0) {
		struct word word = word_read(row, word_cut(&words, '|'));
		size_t      number = word_index_add(&p->index, &word);

		fold_check(row, word.text);
		if (set != NULL)
			word_set_add(set, number);
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
			set += p->index.width;
	}
}

static struct line_pattern
read_pattern(struct line_patterns *p, const struct data_row *row)
{
	struct line_pattern pattern = { row, NULL, SET_NEEDS + 1,
	    word_row_number(row, 3) };

	for (size_t i = 0; i < row->field[1].n; i++)
		pattern.sets += row->field[1].p[i] == ' ';
	pattern.set = word_sets_new(pattern.sets * p->index.width);
	read_columns(p, row, pattern.set);
	return pattern;
}

/* Tells of each word which patterns it opens: few lines have a word that does,
 * and then only these patterns are looked at. */
static void
find_opened(struct line_patterns *p)
{
	p->pattern_width = (p->patterns + 63) / 64;
	p->opened = word_sets_new(p->pattern_width);
	p->opens = word_sets_new(p->index.words * p->pattern_width);
	for (size_t j = 0; j < p->patterns; j++) {
		const uint64_t *needs = p->pattern[j].set +
		    SET_NEEDS * p->index.width;

		for (size_t i = 0; (i = word_set_next(needs, p->index.width,
		    i)) != WORD_SET_END; i++)
			word_set_add(p->opens + i * p->pattern_width, j);
	}
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
	if (data_folder() != NULL)
		dead_lines_refuse(table, file != DATA_GENRES);
	word_index_finish(&p->index);
	p->pattern = memory_resize(NULL, table->rows, sizeof(*p->pattern));
	for (size_t i = 0; i < table->rows; i++)
		p->pattern[p->patterns++] = read_pattern(p, &table->row[i]);
	find_opened(p);
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

/* Finds the words of LINE and the patterns that they open.  Returns how many
 * characters it has. */
static size_t
note_line(struct line_patterns *p, struct slice line)
{
	size_t characters = word_index_find(&p->index, line), word = 0;

	memset(p->opened, 0, p->pattern_width * sizeof(*p->opened));
	for (; (word = word_set_next(p->index.found, p->index.width, word)) !=
	    WORD_SET_END; word++)
		for (size_t i = 0; i < p->pattern_width; i++)
			p->opened[i] |= p->opens[word * p->pattern_width + i];
	return characters;
}

/* Whether the line at hand has a word of SET. */
static bool
has_any(const struct line_patterns *p, const uint64_t *set)
{
	return word_sets_meet(set, p->index.found, p->index.width);
}

static bool
fits(const struct line_patterns *p, const struct line_pattern *pattern,
    size_t characters)
{
	if (pattern->most > 0 && characters > pattern->most)
		return false;
	for (size_t i = SET_NEEDS; i < pattern->sets; i++)
		if (!has_any(p, pattern->set + i * p->index.width))
			return false;
	return !has_any(p, pattern->set + SET_UNLESS *
	    p->index.width);
}

/* The first pattern from I on that the line at hand, of so many CHARACTERS,
 * fits; NULL when there is none. */
static const struct line_pattern *
next_fitting(const struct line_patterns *p, size_t i, size_t characters)
{
	while ((i = word_set_next(p->opened, p->pattern_width, i)) !=
	    WORD_SET_END) {
		if (fits(p, &p->pattern[i], characters))
			return &p->pattern[i];
		i++;
	}
	return NULL;
}

struct slice
line_pattern_find(enum data_file file, struct slice line, bool *alone)
{
	struct line_patterns      *p = patterns_of(file);
	const struct line_pattern *pattern = line.n == 0 ? NULL :
	    next_fitting(p, 0, note_line(p, line));

	if (pattern == NULL)
		return (struct slice){ NULL, 0 };
	if (alone != NULL)
		*alone = has_any(p, pattern->set + SET_ALONE *
		    p->index.width);
	return pattern->row->field[0];
}

void
line_patterns_each(enum data_file file, struct slice line,
    line_pattern_fn *fn, void *context)
{
	struct line_patterns      *p = patterns_of(file);
	const struct line_pattern *pattern;
	size_t                     characters, i = 0;

	if (line.n == 0)
		return;
	characters = note_line(p, line);
	while ((pattern = next_fitting(p, i, characters)) != NULL) {
		fn(context, pattern->row);
		i = (size_t)(pattern - p->pattern) + 1;
	}
}

bool
line_pattern_may_find(enum data_file file, struct slice line)
{
	const struct line_patterns *p = patterns_of(file);
	const char                 *bracket;
	size_t                      mark;

	if (line.n == 0)
		return false;
	if (word_index_may_begin(&p->index, line) ||
	    word_index_may_end(&p->index, line))
		return true;
	bracket = memchr(line.p + 1, '(', line.n - 1);
	if (bracket != NULL)		/* an explanation behind */
		line.n = (size_t)(bracket - line.p);
	while ((mark = words_at_end(WORDS_BEHIND_HEADING, line)) > 0)
		line.n -= mark;
	return word_index_may_end(&p->index, line);
}
