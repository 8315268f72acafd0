#include "lexicon.h"

#include <stdlib.h>

#include "base/diagnostics.h"
#include "base/memory.h"
#include "wording.h"

static int
find_class(const struct lexicon *lexicon, struct slice name)
{
	unsigned long long hash = hash_cheap(name);
	size_t             probe = 0, i;

	while ((i = map_next(&lexicon->named, hash, &probe)) != MAP_NONE)
		if (slice_eq(lexicon->class[i].name, name))
			return (int)i;
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
	map_add(&lexicon->named, hash_cheap(row->field[0]), (size_t)known);
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
		[STEER_SHARE] = "share", [STEER_SHARE_OF] = "share-of",
		[STEER_DONE_RATE] = "done-rate", [STEER_EVER] = "ever",
		[STEER_AS_OF] = "as-of", [STEER_TOTAL] = "total",
		[STEER_SINCE] = "since", [STEER_THIS_YEAR] = "this-year",
		[STEER_LAST_YEAR] = "last-year",
		[STEER_NEXT_YEAR] = "next-year", [STEER_PERIOD] = "period",
		[STEER_COMPARE] = "compare", [STEER_REACH] = "reach",
		[STEER_YEARLY] = "yearly", [STEER_RISE] = "rise",
		[STEER_FALL] = "fall",
		[STEER_RATE] = "rate", [STEER_PLAN] = "plan",
		[STEER_FUTURE] = "future", [STEER_PROACTIVE] = "proactive",
		[STEER_PUBLISH] = "publish", [STEER_DISCLOSE] = "disclose",
		[STEER_INFORMATION] = "information", [STEER_COUNT] = "count",
		[STEER_AND] = "and", [STEER_ALL_KINDS] = "all-kinds",
		[STEER_AND_SO_ON] = "and-so-on",
		[STEER_RECONSIDERATION] = "reconsideration",
		[STEER_LITIGATION] = "litigation",
		[STEER_CAUSE] = "cause", [STEER_CARRY] = "carry",
		[STEER_HANDLE] = "handle",
		[STEER_APPLY] = "apply",
		[STEER_REQUEST] = "request", [STEER_SELF] = "self",
		[STEER_BELOW] = "below", [STEER_LEVEL] = "level",
		[STEER_WHOLE_AREA] = "whole-area",
		[STEER_OTHER] = "other-office", [STEER_SEVERAL] = "several",
		[STEER_SITE] = "site", [STEER_GAZETTE] = "gazette",
		[STEER_NEW_MEDIA] = "new-media",
		[STEER_OUTLET] = "other-outlet",
		[STEER_BOARD] = "board", [STEER_OWN_LIST] = "own-list",
		[STEER_PLACE] = "place",
		[STEER_NAMED] = "named", [STEER_DOCUMENT] = "document",
		[STEER_CATEGORY] = "category",
		[STEER_GOVERNMENT] = "government",
		[STEER_REST] = "rest",
		[STEER_FIELD] = "field", [STEER_VIA] = "via",
		[STEER_ABOUT] = "about", [STEER_MEANS] = "means",
		[STEER_PLATFORM] = "platform", [STEER_AT] = "at",
		[STEER_PRINCIPAL] = "principal",
		[STEER_AGAINST_US] = "against-us",
		[STEER_EXCLUDING] = "excluding", [STEER_TELLING] = "telling",
		[STEER_FOREIGN] = "foreign", [STEER_DENIED] = "denied",
		[STEER_EXAMPLES] = "examples",
		[STEER_SPHERE] = "sphere",
		[STEER_DONE] = "done",
		[STEER_PROGRESS] = "progress",
		[STEER_OF_INFORMATION] = "of-information",
		[STEER_DISTINCT] = "distinct",
		[STEER_FULL_TEXT] = "full-text",
	};

	for (int i = 0; i < STEERINGS; i++) {
		lexicon->steering[i] = lexicon_class(lexicon,
		    slice_of(name[i]));
		if (lexicon->steering[i] >= 0)
			continue;
		warn_at("lexicon.tsv", "no class %s", name[i]);
		exit(CLI_TROUBLE);
	}
}

/* Finds what follows from the classes, whether they were read or compiled. */
static void
know_classes(struct lexicon *lexicon)
{
	static const enum steering timing[] = {
		STEER_AS_OF, STEER_EVER, STEER_TOTAL, STEER_SINCE,
		STEER_REACH, STEER_THIS_YEAR, STEER_PERIOD, STEER_LAST_YEAR,
	};

	for (int i = 0; i < lexicon->classes; i++)
		lexicon->kind[lexicon->class[i].kind] = classes_join(
		    lexicon->kind[lexicon->class[i].kind], classes_of(i));
	find_steering(lexicon);
	lexicon->content = classes_join(lexicon->kind[CLASS_VERB],
	    classes_join(lexicon->kind[CLASS_OBJECT],
	    lexicon->kind[CLASS_QUALITY]));
	for (size_t i = 0; i < sizeof(timing) / sizeof(*timing); i++)
		lexicon->timing = classes_join(lexicon->timing,
		    classes_of(lexicon->steering[timing[i]]));
}

static void
add_section(struct lexicon *lexicon, const struct data_row *row)
{
	int class = find_class(lexicon, row->field[0]);

	if (class < 0)
		data_refuse(row, row->field[0], "unknown class");
	*MEMORY_APPEND(lexicon->section, lexicon->sections,
	    lexicon->section_room) = (struct section_class){
	    row->field[2], class };
}

static void
read_row(struct lexicon *lexicon, struct word_sets *sets,
    const struct data_row *row)
{
	struct word_graph *graph = &lexicon->words;
	struct slice       list = row->field[2], word;
	uint32_t           end;
	bool               added = false;

	if (slice_is(row->field[1], "set")) {
		word_sets_add(sets, row);
		return;
	}
	if (slice_is(row->field[1], "section")) {
		add_section(lexicon, row);
		return;
	}
	end = word_graph_end(graph, class_of(lexicon, row));
	while (slice_cut(&list, ' ', &word))
		if (word_graph_add(graph, wording_read(sets, graph, row, word,
		    end)))
			added = true;
	if (!added)
		data_refuse(row, row->field[2], "no new word");
	if (graph->sets > WORD_SETS_MAX)
		data_refuse(row, row->field[2], "too many sets of classes");
}

void
lexicon_read(struct lexicon *lexicon, const struct data_table *table)
{
	struct word_sets sets = { NULL, 0, 0 };

	word_graph_begin(&lexicon->words);
	for (size_t i = 0; i < table->rows; i++)
		read_row(lexicon, &sets, &table->row[i]);
	for (size_t i = 0; i < sets.sets; i++)
		if (!sets.set[i].used)
			data_refuse(sets.set[i].row, sets.set[i].name,
			    "no word names the set");
	word_sets_free(&sets);
	know_classes(lexicon);
	lexicon->own = word_graph_set(&lexicon->words,
	    lexicon->steering[STEER_SELF]);
	word_graph_settle(&lexicon->words);
}

void
lexicon_load(struct lexicon *lexicon)
{
	if (compiled_lexicon.classes > 0 && data_folder() == NULL) {
		*lexicon = compiled_lexicon;
		for (int i = 0; i < lexicon->classes; i++)
			map_add(&lexicon->named,
			    hash_cheap(lexicon->class[i].name), (size_t)i);
		know_classes(lexicon);
	} else
		lexicon_read(lexicon, data_table(DATA_LEXICON));
}

void
lexicon_free(struct lexicon *lexicon)
{
	map_free(&lexicon->named);
	if (lexicon->is_compiled)
		return;
	word_graph_free(&lexicon->words);
	free(lexicon->section);
}

struct classes
lexicon_section(const struct lexicon *lexicon, struct slice code)
{
	struct classes about = { { 0 } };
	const char    *dot = memchr(code.p, '.', code.n);

	if (dot != NULL)
		code.n = (size_t)(dot - code.p);
	for (size_t i = 0; i < lexicon->sections; i++)
		if (slice_eq(lexicon->section[i].code, code))
			about = classes_join(about,
			    classes_of(lexicon->section[i].class));
	return about;
}

void
lexicon_refuse_dead(const struct lexicon *lexicon)
{
	for (int i = 0; i < lexicon->classes; i++) {
		const struct word_class *class = &lexicon->class[i];

		if (class->row != NULL && class->row->own && !class->used &&
		    class->kind != CLASS_FILLER &&
		    !classes_has(lexicon->content, i))
			data_refuse(class->row, class->name,
			    "no decision names the class");
	}
}
