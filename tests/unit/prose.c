#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "prose/lexicon.h"
#include "prose/sentence.h"
#include "prose/prose.h"
#include "base/tsv.h"

/* The facts claimed of a document, as in claims.tsv. */
struct heard {
	char   text[4096];
	char   loc[64];		/* of the last fact */
	char   raw[512];
	size_t n;
	size_t facts;
};

static void
hear(void *context, const struct fact *fact)
{
	static const struct slice prefix = { "prose.", 6 };
	struct heard             *h = context;
	struct slice              item = fact->item;
	bool                      count = slice_is(fact->col, "count");

	assert_true(slice_starts(item, prefix));
	assert_true(slice_is(fact->source, "prose"));
	item = slice_from(item, prefix.n);
	if (h->n < sizeof(h->text) - 400)
		h->n += (size_t)sprintf(h->text + h->n,
		    "%s%.*s%s%.*s %s%.*s%.*s", h->n > 0 ? "; " : "",
		    (int)item.n, item.p, count ? "" : "@",
		    count ? 0 : (int)fact->col.n, fact->col.p,
		    slice_is(fact->state, "approx") ? "~" : "",
		    (int)fact->value.n, fact->value.p,
		    (int)fact->unit.n, fact->unit.p);
	snprintf(h->loc, sizeof(h->loc), "%.*s", (int)fact->loc.n,
	    fact->loc.p);
	snprintf(h->raw, sizeof(h->raw), "%.*s", (int)fact->raw.n,
	    fact->raw.p);
	h->facts++;
}

enum { RECORDS_MAX = 64 };

static void
add_record(struct document *document, const char *kind, struct slice section,
    struct slice text)
{
	static char    loc[RECORDS_MAX][8];
	struct record *record = &document->record[document->records];
	char          *place = loc[document->records];

	snprintf(place, sizeof(loc[0]), "L%zu", document->records + 1);
	for (int i = 0; i < BLOCK_FIELDS; i++)
		record->field[i] = SLICE("");
	record->field[BLOCK_LOC] = slice_of(place);
	record->field[BLOCK_KIND] = slice_of(kind);
	record->field[BLOCK_SECTION] = section;
	record->field[BLOCK_TEXT] = text;
	document->records++;
}

/* Reads TEXT, its lines parted by \n, as records of SECTION. */
static void
read_text(struct prose *prose, int year, struct slice section,
    struct slice text, struct heard *heard)
{
	struct record   record[RECORDS_MAX];
	struct document document = { .name = SLICE("d"), .record = record };

	while (text.n > 0 && document.records < RECORDS_MAX) {
		const char *end = slice_find(text, SLICE("\\n"));
		size_t      n = end != NULL ? (size_t)(end - text.p) : text.n;

		add_record(&document, "text", section,
		    (struct slice){ text.p, n });
		text = slice_from(text, end != NULL ? n + 2 : n);
	}
	*heard = (struct heard){ .n = 0 };
	prose_read(prose, &document, year, hear, heard);
}

static void
test_claims(void **state)
{
	enum { YEAR, SECTION, TEXT, FACTS, FIELDS };
	struct prose *prose = prose_load();
	struct slice  field[FIELDS], text;
	struct tsv    tsv;
	size_t        rows = 0;

	(void)state;
	text = tsv_file("tests/unit/claims.tsv");
	tsv = tsv_open(text);
	while (tsv_next(&tsv, field, FIELDS) > 0) {
		struct heard heard;

		read_text(prose, atoi(field[YEAR].p), field[SECTION],
		    field[TEXT], &heard);
		if (!slice_is(field[FACTS], heard.text))
			fail_msg("claims.tsv:%lu: %s", tsv.line, heard.text);
		rows++;
	}
	assert_true(rows > 100);
	prose_free(prose);
}

static void
test_place_and_clause(void **state)
{
	struct prose *prose = prose_load();
	struct heard  heard;

	(void)state;
	read_text(prose, 2023, SLICE("overview"),
	    SLICE("今年，我镇加强领导，主动公\\n开政府信息5条，其中甲类\\n2条。"),
	    &heard);
	assert_int_equal(heard.facts, 2);
	assert_string_equal(heard.loc, "L2");
	assert_string_equal(heard.raw, "其中甲类2条");
	prose_free(prose);
}

/* A heading is one of its own document. */
static void
test_heading_ends_with_document(void **state)
{
	struct prose *prose = prose_load();
	struct heard  heard;

	(void)state;
	read_text(prose, 2023, SLICE("overview.1"),
	    SLICE("（一）依申请公开情况\\n信函7件，传真5件。"), &heard);
	assert_string_equal(heard.text,
	    "requests.channel@post 7件; requests.channel@fax 5件");
	read_text(prose, 2023, SLICE("overview.1"),
	    SLICE("信函7件，传真5件。"), &heard);
	assert_string_equal(heard.text, "");
	prose_free(prose);
}

/* So is a list, whose head stands before a colon. */
static void
test_list_ends_with_document(void **state)
{
	struct prose *prose = prose_load();
	struct heard  heard;

	(void)state;
	read_text(prose, 2023, SLICE("overview"),
	    SLICE("主动公开政府信息46条，其中：\\n1.机构职能12条；\\n"
	    "2.政策文件34条。"), &heard);
	assert_string_equal(heard.text, "proactive.total 46条; "
	    "proactive.category@机构职能 12条; "
	    "proactive.category@政策文件 34条");
	read_text(prose, 2023, SLICE("overview"),
	    SLICE("主动公开政府信息46条，其中："), &heard);
	assert_string_equal(heard.text, "proactive.total 46条");
	read_text(prose, 2023, SLICE("overview"),
	    SLICE("1.机构职能12条；"), &heard);
	assert_string_equal(heard.text, "");
	read_text(prose, 2023, SLICE("overview"),
	    SLICE("一是公开财政信息12条。"), &heard);
	assert_string_equal(heard.text, "proactive.total.part@财政 12条");
	read_text(prose, 2023, SLICE("overview"),
	    SLICE("二是统计信息12条。"), &heard);
	assert_string_equal(heard.text, "");
	prose_free(prose);
}

/* A heading ends before its text, furniture does not end a sentence, cells
 * and the signature are no sentences. */
static void
test_kinds(void **state)
{
	static const struct {
		const char *kind, *section, *text;
	} line[] = {
		{ "head", "overview.1", "（一）收到申请" },
		{ "text", "overview.1", "主动公开政府信息5" },
		{ "text", "furniture", "- 3 -" },
		{ "text", "overview.1", "条。" },
		{ "cell", "overview.1", "收到政府信息公开申请6件" },
		{ "cell", "overview.1", "收到公民、法人和其他组织依法提出的"
		    "政府信息公开申请8件，均在法定期限内答复" },
		{ "cell", "overview.1", "收到公民、法人和其他组织依法提出的"
		    "政府信息公开申请9件，均在法定期限内答复。" },
		{ "text", "signature", "收到政府信息公开申请7件。" },
	};
	struct prose   *prose = prose_load();
	struct record   record[RECORDS_MAX];
	struct document document = { .name = SLICE("d"), .record = record };
	struct heard    heard = { .n = 0 };

	(void)state;
	for (size_t i = 0; i < sizeof(line) / sizeof(*line); i++)
		add_record(&document, line[i].kind, slice_of(line[i].section),
		    slice_of(line[i].text));
	prose_read(prose, &document, 2023, hear, &heard);
	assert_string_equal(heard.text,
	    "proactive.total 5条; requests.received 9件; "
	    "requests.answered 9件");
	prose_free(prose);
}

/* What the line ROW of decisions.tsv claims. */
struct claimed {
	const struct prose    *prose;
	const struct data_row *row;
	struct slice           item;	/* or claims of this, by any line */
	bool                   part;	/* claims a part, and no total */
	char                   value[64];
	size_t                 claims;
};

static void
hear_line(void *context, const struct fact *fact)
{
	struct claimed *claimed = context;

	if (claimed->row != NULL ? prose_source(claimed->prose) !=
	    claimed->row || slice_ends(fact->item, SLICE(".part")) !=
	    claimed->part :
	    !slice_eq(fact->item, claimed->item))
		return;
	claimed->claims++;
	snprintf(claimed->value, sizeof(claimed->value), "%.*s",
	    (int)fact->value.n, fact->value.p);
}

/* Reads TEXT, before a | the section it stands in, else in the overview. */
static void
read_example(struct prose *prose, struct slice text, struct claimed *claimed)
{
	struct record   record[1];
	struct document document = { .name = SLICE("d"), .record = record };
	struct slice    section = SLICE("overview");
	const char     *bar = slice_find(text, SLICE("|"));

	if (bar != NULL) {
		section = (struct slice){ text.p, (size_t)(bar - text.p) };
		text = slice_from(text, section.n + 1);
	}
	add_record(&document, "text", section, text);
	claimed->prose = prose;
	claimed->claims = 0;
	prose_read(prose, &document, 2023, hear_line, claimed);
}

/* Whether LIST, parted by blanks, has WORD. */
static bool
has_word(struct slice list, const char *word)
{
	struct slice one;

	while (slice_cut(&list, ' ', &one))
		if (slice_is(one, word))
			return true;
	return false;
}

/* Each line of decisions.tsv claims the figure of its example, and nothing of
 * its counterexample. */
static void
test_decision_examples(void **state)
{
	enum { WHEN = 4, EXAMPLE, COUNTEREXAMPLE };
	const struct data_table *table = data_table(DATA_DECISIONS);
	struct prose            *prose = prose_load();

	(void)state;
	for (size_t i = 0; i < table->rows; i++) {
		const struct data_row *row = &table->row[i];
		struct claimed         claimed = { .row = row,
			.part = has_word(row->field[WHEN], "part") };
		const char            *figure = has_word(row->field[WHEN],
		    "words") ? "0" : "12";

		if (row->field[EXAMPLE].n == 0 ||
		    row->field[COUNTEREXAMPLE].n == 0)
			fail_msg("decisions.tsv:%lu: no example", row->line);
		read_example(prose, row->field[EXAMPLE], &claimed);
		if (claimed.claims != 1 ||
		    strcmp(claimed.value, figure) != 0)
			fail_msg("decisions.tsv:%lu: %zu claims of %.*s",
			    row->line, claimed.claims,
			    (int)row->field[EXAMPLE].n,
			    row->field[EXAMPLE].p);
		read_example(prose, row->field[COUNTEREXAMPLE], &claimed);
		if (claimed.claims != 0)
			fail_msg("decisions.tsv:%lu: claims %.*s", row->line,
			    (int)row->field[COUNTEREXAMPLE].n,
			    row->field[COUNTEREXAMPLE].p);
	}
	prose_free(prose);
}

static void
test_measure_examples(void **state)
{
	enum { EXAMPLE = 7 };
	const struct data_table *table = data_table(DATA_MEASURES);
	struct prose            *prose = prose_load();

	(void)state;
	for (size_t i = 0; i < table->rows; i++) {
		const struct data_row *row = &table->row[i];
		struct claimed         claimed = { .item = row->field[0] };

		read_example(prose, row->field[EXAMPLE], &claimed);
		if (claimed.claims != 1 || strcmp(claimed.value, "12") != 0)
			fail_msg("measures.tsv:%lu: %zu claims of %.*s",
			    row->line, claimed.claims,
			    (int)row->field[EXAMPLE].n,
			    row->field[EXAMPLE].p);
	}
	prose_free(prose);
}

static void
cut_text(struct sentence *sentence, const struct lexicon *lexicon,
    struct slice text)
{
	const struct opening opening = sentence_opening(text);

	(void)sentence_read(sentence, lexicon, text, &opening, 2023);
}

/* The first line of each class has an example with a word of it. */
static void
test_lexicon_examples(void **state)
{
	enum { CLASS, KIND, WORDS, EXAMPLE };
	const struct data_table *table = data_table(DATA_LEXICON);
	struct lexicon          *lexicon = calloc(1, sizeof(*lexicon));
	struct sentence         *sentence = calloc(1, sizeof(*sentence));

	(void)state;
	lexicon_load(lexicon);
	for (size_t i = 0; i < table->rows; i++) {
		const struct data_row *row = &table->row[i];
		int                    class = lexicon_class(lexicon,
		    row->field[CLASS]);
		bool                   found = false;

		if (class < 0 || lexicon->class[class].row != row)
			continue;	/* a set, or more words of a class */
		cut_text(sentence, lexicon, row->field[EXAMPLE]);
		for (size_t t = 0; t < sentence->tokens; t++)
			found = found || classes_has(
			    sentence->token[t].classes, class);
		if (!found && class != lexicon->steering[STEER_NUMERAL])
			fail_msg("lexicon.tsv:%lu: no example", row->line);
	}
	sentence_free(sentence);
	lexicon_free(lexicon);
	free(sentence);
	free(lexicon);
}

/* The cut that leaves the fewest characters unknown, not the longest word
 * first: 共收|到 would leave one. */
static void
test_cut(void **state)
{
	static const struct {
		const char *text, *tokens;
	} cut[] = {
		{ "共收到申请", "共收到 申请 " },
		{ "统一发布", "统一 发布 " },
		{ "收到三件申请", "收到 三件 申请 " },
		{ "甲乙收到", "甲乙? 收到 " },
		{ "12345热线受理12345件", "12345热线 受理 12345件 " },
	};
	struct lexicon  *lexicon = calloc(1, sizeof(*lexicon));
	struct sentence *sentence = calloc(1, sizeof(*sentence));

	(void)state;
	lexicon_load(lexicon);
	for (size_t i = 0; i < sizeof(cut) / sizeof(*cut); i++) {
		char   text[256] = "";
		size_t n = 0;

		cut_text(sentence, lexicon, slice_of(cut[i].text));
		for (size_t t = 0; t < sentence->tokens; t++) {
			const struct token *token = &sentence->token[t];

			n += (size_t)snprintf(text + n, sizeof(text) - n,
			    "%.*s%s ", (int)(token->end - token->start),
			    cut[i].text + token->start,
			    token->kind == TOKEN_UNKNOWN ? "?" : "");
		}
		assert_string_equal(text, cut[i].tokens);
	}
	sentence_free(sentence);
	lexicon_free(lexicon);
	free(sentence);
	free(lexicon);
}

/* Text made to be slow or to break things. */
static void
test_hostile(void **state)
{
	static const char *const piece[] = {
		"主动公开政府信息5条，", "（", "《", "其中", "12345", "未收到",
		"一", "\xE4\xB8", "、", "比", "截至2023年", "收到（", "1，",
		"申请5件（", "0-", "信", "5条其中信息",
	};
	struct prose *prose = prose_load();
	size_t        size = 400000;
	char         *text = malloc(size);

	(void)state;
	for (size_t i = 0; i < sizeof(piece) / sizeof(*piece); i++) {
		size_t       n = strlen(piece[i]), used = 0;
		struct heard heard;

		while (used + n <= size) {
			memcpy(text + used, piece[i], n);
			used += n;
		}
		read_text(prose, 2023, SLICE("overview"),
		    (struct slice){ text, used }, &heard);
	}
	free(text);
	prose_free(prose);
}

static void
assert_same_words(const struct word_graph *a, const struct word_graph *b)
{
	assert_int_equal(a->root, b->root);
	assert_int_equal(a->steps, b->steps);
	assert_memory_equal(a->step, b->step, a->steps * sizeof(*a->step));
	assert_int_equal(a->sets, b->sets);
	assert_memory_equal(a->set, b->set, a->sets * sizeof(*a->set));
}

/* Whether what the programs are built with is what reading the lines makes; mutants
 * are built without. */
static void
test_compiled(void **state)
{
	static struct lexicon made, read;

	(void)state;
	if (compiled_lexicon.classes == 0)
		skip();
	lexicon_load(&made);
	lexicon_read(&read, data_table(DATA_LEXICON));
	assert_same_words(&made.words, &read.words);
	assert_int_equal(made.sections, read.sections);
	for (size_t i = 0; i < read.sections; i++) {
		assert_true(slice_eq(made.section[i].code,
		    read.section[i].code));
		assert_int_equal(made.section[i].class,
		    read.section[i].class);
	}
	assert_int_equal(made.classes, read.classes);
	for (int i = 0; i < read.classes; i++) {
		assert_true(slice_eq(made.class[i].name, read.class[i].name));
		made.class[i].name = read.class[i].name;
		made.class[i].row = read.class[i].row;
	}
	/* Nothing else differs, whatever else there is. */
	made.words = read.words;
	map_free(&made.named);
	made.named = read.named;
	made.section = read.section;
	made.section_room = read.section_room;
	made.is_compiled = false;
	assert_memory_equal(&made, &read, sizeof(read));
	lexicon_free(&read);
}

static void
test_vetted(void **state)
{
	(void)state;
	prose_vet();
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_claims),
		cmocka_unit_test(test_place_and_clause),
		cmocka_unit_test(test_heading_ends_with_document),
		cmocka_unit_test(test_list_ends_with_document),
		cmocka_unit_test(test_kinds),
		cmocka_unit_test(test_decision_examples),
		cmocka_unit_test(test_measure_examples),
		cmocka_unit_test(test_lexicon_examples),
		cmocka_unit_test(test_cut),
		cmocka_unit_test(test_hostile),
		cmocka_unit_test(test_compiled),
		cmocka_unit_test(test_vetted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
