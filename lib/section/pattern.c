#include "pattern.h"

#include "base/memory.h"
#include "base/utf8.h"

enum { PATTERNS_MAX = 96, HASHES = 1024 };

enum { AT_START = 1, AT_END = 2 };

struct word {
	struct slice text;
	int          anchors;
	short        next;	/* of the same chain, -1: none */
};

struct patterns {
	const struct data_row *row;		/* being read */
	struct word    word[PATTERN_WORDS_MAX];
	int            words;
	/* Words by their first character: those that stand anywhere, those
	 * that begin a line; by their last: those that end one.  -1: none. */
	short          anywhere[HASHES], at_start[HASHES], at_end[HASHES];
	struct pattern pattern[PATTERNS_MAX];
	int            n;
	bool           begins[HASHES], ends[HASHES];
};

static unsigned
hash(struct slice text)
{
	const unsigned char *p = (const unsigned char *)text.p;

	if (text.n >= 3 && p[0] >= 0x80)
		return ((p[0] & 3u) << 8 ^ p[1] << 4 ^ p[2]) % HASHES;
	return text.n > 0 ? p[0] : 0;
}

/* The last character of TEXT, of three bytes as all Chinese ones. */
static struct slice
last(struct slice text)
{
	return text.n < 3 ? text : slice_from(text, text.n - 3);
}

static short *
chain_of(struct patterns *p, struct slice word, int anchors)
{
	if ((anchors & AT_START) != 0)
		return &p->at_start[hash(word)];
	if ((anchors & AT_END) != 0)
		return &p->at_end[hash(last(word))];
	return &p->anywhere[hash(word)];
}

/* The number of the word that TEXT, with its anchors, notates. */
static int
word_number(struct patterns *p, struct slice text)
{
	int    anchors = 0;
	short *chain;

	if (text.p[0] == '^') {
		anchors |= AT_START;
		text = slice_from(text, 1);
	}
	if (text.n > 0 && text.p[text.n - 1] == '$') {
		anchors |= AT_END;
		text.n--;
	}
	for (int i = 0; i < p->words; i++)
		if (slice_eq(p->word[i].text, text) &&
		    p->word[i].anchors == anchors)
			return i;
	if (p->words == PATTERN_WORDS_MAX || text.n == 0)
		data_refuse(p->row, text, text.n == 0 ? "an empty word" :
		    "more words than a file may have");
	chain = chain_of(p, text, anchors);
	p->word[p->words] = (struct word){ text, anchors, *chain };
	*chain = (short)p->words;
	return p->words++;
}

static void
add_word(struct wordset *set, int number)
{
	set->bits[number / 64] |= (uint64_t)1 << number % 64;
}

/* Notes how lines that one of WORDS is to match begin or end. */
static void
note_ends(struct patterns *p, const struct wordset *words)
{
	for (int i = 0; i < p->words; i++) {
		const struct word *word = &p->word[i];

		if ((words->bits[i / 64] >> i % 64 & 1) == 0)
			continue;
		if ((word->anchors & AT_START) != 0)
			p->begins[hash(word->text)] = true;
		if (word->anchors != AT_START)
			p->ends[hash(last(word->text))] = true;
	}
}

/* Cuts off TEXT what stands before MARK. */
static struct slice
cut(struct slice *text, char mark)
{
	const char  *at = memchr(text->p, mark, text->n);
	struct slice before = *text;

	if (at != NULL)
		before.n = (size_t)(at - text->p);
	*text = slice_from(*text, before.n + (at != NULL));
	return before;
}

static void
add_words(struct patterns *p, struct wordset *set, struct slice words)
{
	while (words.n > 0)
		add_word(set, word_number(p, cut(&words, '|')));
}

static void
add_pattern(struct patterns *p, const struct slice field[])
{
	struct pattern pattern = { .name = field[0] };
	struct slice   needs = field[1];

	while (needs.n > 0) {
		if (pattern.groups == PATTERN_GROUPS_MAX)
			data_refuse(p->row, needs, "too many groups");
		add_words(p, &pattern.needs[pattern.groups++],
		    cut(&needs, ' '));
	}
	add_words(p, &pattern.unless, field[2]);
	for (size_t i = 0; i < field[3].n; i++)
		pattern.most = 10 * pattern.most +
		    (size_t)(field[3].p[i] - '0');
	add_words(p, &pattern.alone, field[4]);
	note_ends(p, &pattern.alone);
	if (slice_is(pattern.name, "label") || slice_is(pattern.name, "form"))
		note_ends(p, &pattern.needs[0]);
	if (p->n == PATTERNS_MAX)
		data_refuse_line(p->row, "more lines than a file may have");
	p->pattern[p->n++] = pattern;
}

static struct patterns *
load(const struct data_table *table)
{
	struct patterns *p = memory_get(sizeof(*p));

	*p = (struct patterns){ .words = 0 };
	for (int i = 0; i < HASHES; i++)
		p->anywhere[i] = p->at_start[i] = p->at_end[i] = -1;
	for (size_t i = 0; i < table->rows; i++) {
		p->row = &table->row[i];
		add_pattern(p, p->row->field);
	}
	return p;
}

const struct patterns *
patterns_of(enum data_file file)
{
	static struct patterns *loaded[DATA_FILES];

	if (loaded[file] == NULL)
		loaded[file] = load(data_table(file));
	return loaded[file];
}

/* Notes the words of the chain that begins at I which are like TEXT: begin it,
 * or are its end. */
static bool
note_words(const struct patterns *p, int i, struct slice text, bool at_end,
    struct wordset *found)
{
	bool any = false;

	for (; i >= 0; i = p->word[i].next) {
		const struct word *word = &p->word[i];

		if (at_end ? !slice_ends(text, word->text) :
		    !slice_starts(text, word->text) ||
		    ((word->anchors & AT_END) != 0 && text.n != word->text.n))
			continue;
		add_word(found, i);
		any = true;
	}
	return any;
}

/* Notes all words of LINE. */
static bool
note_line(const struct patterns *p, struct slice line, struct wordset *found,
    size_t *characters)
{
	bool any = note_words(p, p->at_start[hash(line)], line, false, found);

	any |= note_words(p, p->at_end[hash(last(line))], line, true, found);
	*characters = 0;
	for (size_t i = 0; i < line.n; ++*characters) {
		struct slice rest = slice_from(line, i);
		int          first = p->anywhere[hash(rest)];

		if (first >= 0)
			any |= note_words(p, first, rest, false, found);
		do
			i++;
		while (i < line.n && ((unsigned char)line.p[i] & 0xC0) == 0x80);
	}
	return any;
}

static bool
meet(const struct wordset *a, const struct wordset *b)
{
	uint64_t common = 0;

	for (size_t i = 0; i < sizeof(a->bits) / sizeof(*a->bits); i++)
		common |= a->bits[i] & b->bits[i];
	return common != 0;
}

static bool
fits(const struct pattern *pattern, const struct wordset *found,
    size_t characters)
{
	if (pattern->most > 0 && characters > pattern->most)
		return false;
	for (int i = 0; i < pattern->groups; i++)
		if (!meet(&pattern->needs[i], found))
			return false;
	return !meet(&pattern->unless, found);
}

const struct pattern *
patterns_find(const struct patterns *p, struct slice line, bool *alone)
{
	struct wordset found = { { 0 } };
	size_t         characters;

	if (line.n == 0 || !note_line(p, line, &found, &characters))
		return NULL;
	for (int i = 0; i < p->n; i++)
		if (fits(&p->pattern[i], &found, characters)) {
			if (alone != NULL)
				*alone = meet(&p->pattern[i].alone, &found);
			return &p->pattern[i];
		}
	return NULL;
}

bool
patterns_may_find(const struct patterns *p, struct slice line)
{
	static const char marks[] = "。、:;";
	const char       *bracket = line.n > 0 ?
	    memchr(line.p + 1, '(', line.n - 1) : NULL;

	if (bracket != NULL)		/* an explanation behind */
		line.n = (size_t)(bracket - line.p);
	while (line.n > 3) {
		struct slice mark = { line.p + line.n - 1, 1 };

		if ((unsigned char)*mark.p >= 0x80)
			mark = last(line);
		if (slice_find((struct slice){ marks, sizeof(marks) - 1 },
		    mark) == NULL)
			break;
		line.n -= mark.n;
	}
	return line.n > 0 && (p->begins[hash(line)] ||
	    p->ends[hash(last(line))]);
}
