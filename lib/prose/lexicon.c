#include "lexicon.h"

#include <stdint.h>
#include <stdlib.h>

#include "base/diagnostics.h"
#include "base/memory.h"
#include "expand.h"

/* The character at P if it is one of three bytes, else the byte: words are
 * compared as bytes, and two thirds of the steps are saved. */
static uint32_t
character_at(const unsigned char *p, size_t left, size_t *n)
{
	if (p[0] < 0xE0 || p[0] > 0xEF || left < 3) {
		*n = 1;
		return p[0];
	}
	*n = 3;
	return (p[0] & 0x0Fu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
}

static uint64_t
next_bit(uint32_t character)
{
	return (uint64_t)1 << (character * 0x9E3779B1u >> 26);
}

static size_t
new_node(struct lexicon *lexicon)
{
	lexicon->node = memory_room(lexicon->node, &lexicon->node_room,
	    lexicon->nodes, sizeof(*lexicon->node));
	lexicon->node[lexicon->nodes] = (struct lexicon_node){ .next = 0 };
	return lexicon->nodes++;
}

/* A branch of node FROM over CHARACTER to node TO. */
static void
add_branch(struct lexicon *lexicon, size_t from, uint32_t character,
    uint32_t to)
{
	struct lexicon_node *node = &lexicon->node[from];

	*MEMORY_APPEND(lexicon->branch, lexicon->branches,
	    lexicon->branch_room) = (struct lexicon_branch){ character, to,
	    node->branch };
	node->branch = (uint32_t)lexicon->branches - 1;
	node->branches++;
	node->next |= next_bit(character);
}

/* Makes node TO, which is empty, what node FROM is; they share what follows. */
static void
copy_node(struct lexicon *lexicon, size_t from, size_t to)
{
	uint32_t set = lexicon->node[from].set;

	lexicon->node[to].set = set;
	for (uint32_t i = lexicon->node[from].branch; i != 0;
	    i = lexicon->branch[i].next) {
		struct lexicon_branch branch = lexicon->branch[i];

		lexicon->node[branch.to].shared = true;
		add_branch(lexicon, to, branch.character, branch.to);
	}
}

/* The node AT, or where it is shared a copy of it, which may be changed. */
static uint32_t
own_node(struct lexicon *lexicon, uint32_t at)
{
	size_t copy;

	if (!lexicon->node[at].shared)
		return at;
	copy = new_node(lexicon);
	copy_node(lexicon, at, copy);
	return (uint32_t)copy;
}

/* The node behind CHARACTER, made if there is none; it may be changed. */
static size_t
step_to(struct lexicon *lexicon, size_t from, uint32_t character)
{
	const struct lexicon_node *node = &lexicon->node[from];
	uint32_t                   i = (node->next & next_bit(character)) != 0 ?
	    node->branch : 0, to;

	while (i != 0 && lexicon->branch[i].character != character)
		i = lexicon->branch[i].next;
	if (i != 0) {
		to = own_node(lexicon, lexicon->branch[i].to);
		lexicon->branch[i].to = to;
		return to;
	}
	to = (uint32_t)new_node(lexicon);
	add_branch(lexicon, from, character, to);
	return to;
}

/* Lays the branches of each node beside each other, where they are found fast. */
static void
sort_branches(struct lexicon *lexicon)
{
	struct lexicon_branch *sorted = memory_resize(NULL,
	    lexicon->branches + 1, sizeof(*sorted));
	uint32_t               at = 0;

	for (size_t i = 0; i < lexicon->nodes; i++) {
		struct lexicon_node *node = &lexicon->node[i];
		uint32_t             from = at;

		for (uint32_t b = node->branch; b != 0;
		    b = lexicon->branch[b].next)
			sorted[at++] = lexicon->branch[b];
		node->branch = from;
	}
	free(lexicon->branch);
	lexicon->branch = sorted;
}

/* The node that CHARACTER leads to from NODE; 0: none. */
static size_t
branch_to(const struct lexicon *lexicon, const struct lexicon_node *node,
    uint32_t character)
{
	const struct lexicon_branch *branch = lexicon->branch + node->branch;

	for (uint32_t i = 0; i < node->branches; i++)
		if (branch[i].character == character)
			return branch[i].to;
	return 0;
}

enum { REST_PLACES = 4096 };	/* bytes of a wording whose rests are kept */

/* A word on its way into the tree. */
struct adding {
	struct lexicon        *lexicon;
	const struct data_row *row;
	int                    class;
	bool                   added;	/* some word of the line is new */
	uint32_t               rest[REST_PLACES];	/* node of what follows
					   a byte of the wording; 0: none yet */
};

/* The number of the set that is SET and CLASS.  There are few; words keep theirs
 * by number so that the tree is small. */
static uint32_t
set_with(struct lexicon *lexicon, uint32_t set, int class)
{
	struct classes with = classes_join(lexicon->set[set],
	    classes_of(class));

	for (size_t i = lexicon->sets; i-- > 1;)
		if (classes_within(with, lexicon->set[i]) &&
		    classes_within(lexicon->set[i], with))
			return (uint32_t)i;
	*MEMORY_APPEND(lexicon->set, lexicon->sets, lexicon->set_room) = with;
	return (uint32_t)(lexicon->sets - 1);
}

/* The node that WORD leads to, made if there is none; it may be changed. */
static size_t
node_of(struct lexicon *lexicon, struct slice word)
{
	const unsigned char *p = (const unsigned char *)word.p;
	size_t               n;
	uint32_t            *first =
	    &lexicon->first[character_at(p, word.n, &n)];
	size_t               at;

	*first = *first == 0 ? (uint32_t)new_node(lexicon) :
	    own_node(lexicon, *first);
	at = *first;
	for (size_t i = n; i < word.n; i += n) {
		uint32_t next = character_at(p + i, word.n - i, &n);

		at = step_to(lexicon, at, next);
	}
	return at;
}

static void
add_word(void *context, struct slice word)
{
	struct adding       *adding = context;
	struct lexicon      *lexicon = adding->lexicon;
	size_t               at = node_of(lexicon, word);
	struct lexicon_node *node = &lexicon->node[at];

	if (!classes_has(lexicon->set[node->set], adding->class)) {
		adding->added = true;
		node->set = set_with(lexicon, node->set, adding->class);
	}
}

/* What follows a choice is the same behind each of its alternatives: where
 * nothing stands there yet, the tree of the first one is shared.  So the work is
 * in the length of a line and not in the words it stands for. */
static enum expand_from
begin_rest(void *context, struct slice word, size_t at)
{
	struct adding  *adding = context;
	struct lexicon *lexicon = adding->lexicon;
	size_t          node = node_of(lexicon, word);

	if (lexicon->node[node].branches > 0 || lexicon->node[node].set != 0)
		return EXPAND_ON;
	if (at >= REST_PLACES || adding->rest[at] == 0)
		return EXPAND_NEW;
	copy_node(lexicon, adding->rest[at], node);
	adding->added = true;
	return EXPAND_DONE;
}

static void
end_rest(void *context, struct slice word, size_t at)
{
	struct adding  *adding = context;
	struct lexicon *lexicon = adding->lexicon;
	size_t          node = node_of(lexicon, word);

	if (at >= REST_PLACES)
		return;
	lexicon->node[node].shared = true;
	adding->rest[at] = (uint32_t)node;
}

static void
add_wording(struct adding *adding, struct word_sets *sets, struct slice wording)
{
	static const struct expand_use use = { add_word, begin_rest, end_rest };
	size_t                         places = wording.n < REST_PLACES ?
	    wording.n : REST_PLACES;

	memset(adding->rest, 0, places * sizeof(*adding->rest));
	expand_word(sets, adding->row, wording, &use, adding);
}

static int
find_class(const struct lexicon *lexicon, struct slice name)
{
	for (int i = 0; i < lexicon->classes; i++)
		if (slice_eq(lexicon->class[i].name, name))
			return i;
	return -1;
}

static enum class_kind
kind_of(const struct data_row *row)
{
	static const char *const name[CLASS_KINDS] = {
		[CLASS_TIME] = "time", [CLASS_WHOSE] = "whose",
		[CLASS_OUTLET] = "outlet", [CLASS_VERB] = "verb",
		[CLASS_OBJECT] = "object", [CLASS_QUALITY] = "quality",
		[CLASS_MARK] = "mark", [CLASS_FILLER] = "filler",
	};
	enum class_kind          kind = 0;

	while (kind < CLASS_KINDS && !slice_is(row->field[1], name[kind]))
		kind++;
	if (kind == CLASS_KINDS)
		data_refuse(row, row->field[1], "unknown kind");
	return kind;
}

/* The class that ROW adds words to. */
static int
class_of(struct lexicon *lexicon, const struct data_row *row)
{
	enum class_kind kind = kind_of(row);
	int             known = find_class(lexicon, row->field[0]);

	if (known >= 0) {
		if (lexicon->class[known].kind != kind)
			data_refuse(row, row->field[1],
			    "the class is of another kind");
		return known;
	}
	if (lexicon->classes == CLASSES_MAX)
		data_refuse(row, row->field[0], "too many classes");
	known = lexicon->classes++;
	lexicon->class[known] = (struct word_class){
		.name = row->field[0], .kind = kind, .row = row };
	lexicon->kind[kind] = classes_join(lexicon->kind[kind],
	    classes_of(known));
	return known;
}

int
lexicon_class(struct lexicon *lexicon, struct slice name)
{
	int class = find_class(lexicon, name);

	if (class >= 0)
		lexicon->class[class].used = true;
	return class;
}

static void
find_steering(struct lexicon *lexicon)
{
	static const char *const name[STEERINGS] = {
		[STEER_NONE] = "none", [STEER_NEGATIVE] = "negative",
		[STEER_NUMERAL] = "numeral", [STEER_ALL] = "all",
		[STEER_EACH] = "each", [STEER_AMONG] = "among",
		[STEER_SHARE] = "share", [STEER_EVER] = "ever",
		[STEER_AS_OF] = "as-of", [STEER_TOTAL] = "total",
		[STEER_SINCE] = "since", [STEER_THIS_YEAR] = "this-year",
		[STEER_LAST_YEAR] = "last-year",
		[STEER_NEXT_YEAR] = "next-year", [STEER_PERIOD] = "period",
		[STEER_COMPARE] = "compare", [STEER_REACH] = "reach",
		[STEER_RATE] = "rate", [STEER_PLAN] = "plan",
		[STEER_FUTURE] = "future", [STEER_PROACTIVE] = "proactive",
		[STEER_INFORMATION] = "information", [STEER_COUNT] = "count",
		[STEER_AND] = "and", [STEER_ALL_KINDS] = "all-kinds",
		[STEER_AND_SO_ON] = "and-so-on",
		[STEER_RECONSIDERATION] = "reconsideration",
		[STEER_LITIGATION] = "litigation",
		[STEER_CAUSE] = "cause", [STEER_APPLY] = "apply",
		[STEER_REQUEST] = "request", [STEER_SELF] = "self",
		[STEER_BELOW] = "below", [STEER_LEVEL] = "level",
		[STEER_OTHER] = "other-office", [STEER_SEVERAL] = "several",
		[STEER_SITE] = "site", [STEER_NEW_MEDIA] = "new-media",
		[STEER_OUTLET] = "other-outlet",
		[STEER_OWN_LIST] = "own-list", [STEER_PLACE] = "place",
		[STEER_NAMED] = "named", [STEER_DOCUMENT] = "document",
		[STEER_CATEGORY] = "category",
		[STEER_FIELD] = "field", [STEER_VIA] = "via",
		[STEER_ABOUT] = "about", [STEER_MEANS] = "means",
		[STEER_AGAINST_US] = "against-us",
		[STEER_EXCLUDING] = "excluding", [STEER_TELLING] = "telling",
		[STEER_EXAMPLES] = "examples",
		[STEER_SPHERE] = "sphere",
		[STEER_DONE] = "done",
		[STEER_PROGRESS] = "progress",
		[STEER_OF_INFORMATION] = "of-information",
		[STEER_DISTINCT] = "distinct",
	};

	for (int i = 0; i < STEERINGS; i++) {
		lexicon->steering[i] = lexicon_class(lexicon,
		    slice_of(name[i]));
		if (lexicon->steering[i] >= 0)
			continue;
		warn_at("lexicon.tsv", "no class %s", name[i]);
		exit(CLI_TROUBLE);
	}
	lexicon->content = classes_join(lexicon->kind[CLASS_VERB],
	    classes_join(lexicon->kind[CLASS_OBJECT],
	    lexicon->kind[CLASS_QUALITY]));
}

static void
read_row(struct lexicon *lexicon, struct word_sets *sets,
    const struct data_row *row)
{
	struct adding adding;
	struct slice  list = row->field[2], word;

	if (slice_is(row->field[1], "set")) {
		word_sets_add(sets, row);
		return;
	}
	if (slice_is(row->field[1], "section")) {
		if (find_class(lexicon, row->field[0]) < 0)
			data_refuse(row, row->field[0], "unknown class");
		return;
	}
	adding.lexicon = lexicon;
	adding.row = row;
	adding.class = class_of(lexicon, row);
	adding.added = false;
	while (slice_cut(&list, ' ', &word))
		add_wording(&adding, sets, word);
	if (!adding.added)
		data_refuse(row, row->field[2], "no new word");
}

void
lexicon_load(struct lexicon *lexicon)
{
	const struct data_table *table = data_table(DATA_LEXICON);
	struct word_sets         sets = { NULL, 0, 0 };

	lexicon->table = table;
	(void)new_node(lexicon);		/* 0 is none */
	*MEMORY_APPEND(lexicon->branch, lexicon->branches,
	    lexicon->branch_room) = (struct lexicon_branch){ 0, 0, 0 };
	*MEMORY_APPEND(lexicon->set, lexicon->sets, lexicon->set_room) =
	    (struct classes){ { 0 } };
	for (size_t i = 0; i < table->rows; i++)
		read_row(lexicon, &sets, &table->row[i]);
	for (size_t i = 0; i < sets.sets; i++)
		if (!sets.set[i].used)
			data_refuse(sets.set[i].row, sets.set[i].name,
			    "no word names the set");
	word_sets_free(&sets);
	sort_branches(lexicon);
	find_steering(lexicon);
}

void
lexicon_free(struct lexicon *lexicon)
{
	free(lexicon->branch);
	free(lexicon->node);
	free(lexicon->set);
}

size_t
lexicon_words(const struct lexicon *lexicon, struct slice text,
    struct lexicon_match match[LEXICON_MATCHES])
{
	const unsigned char *p = (const unsigned char *)text.p;
	size_t               matches = 0, i, n, at;

	if (text.n == 0)
		return 0;
	at = lexicon->first[character_at(p, text.n, &n)];
	for (i = n; at != 0; i += n) {
		const struct lexicon_node *node = &lexicon->node[at];
		uint32_t                   next;

		if (node->set != 0 && matches < LEXICON_MATCHES)
			match[matches++] = (struct lexicon_match){ i,
			    lexicon->set[node->set] };
		if (i == text.n)
			break;
		next = character_at(p + i, text.n - i, &n);
		if ((node->next & next_bit(next)) == 0)
			break;
		at = branch_to(lexicon, node, next);
	}
	return matches;
}

struct classes
lexicon_section(const struct lexicon *lexicon, struct slice code)
{
	struct classes about = { { 0 } };
	const char    *dot = memchr(code.p, '.', code.n);

	if (dot != NULL)
		code.n = (size_t)(dot - code.p);
	for (size_t i = lexicon->table->rows; i-- > 0;) {
		const struct data_row *row = &lexicon->table->row[i];

		if (!slice_is(row->field[1], "section"))
			break;
		if (slice_eq(row->field[2], code))
			about = classes_join(about, classes_of(
			    find_class(lexicon, row->field[0])));
	}
	return about;
}

void
lexicon_refuse_dead(const struct lexicon *lexicon)
{
	for (int i = 0; i < lexicon->classes; i++) {
		const struct word_class *class = &lexicon->class[i];

		if (class->row->own && !class->used &&
		    class->kind != CLASS_FILLER &&
		    !classes_has(lexicon->content, i))
			data_refuse(class->row, class->name,
			    "no decision names the class");
	}
}
