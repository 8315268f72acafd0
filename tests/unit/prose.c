#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "prose/lexicon.h"
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
	    "proactive.total 5条; requests.received 9件");
	prose_free(prose);
}

/* What the line ROW of patterns.tsv claims. */
struct claimed {
	const struct prose    *prose;
	const struct data_row *row;
	struct slice           item;	/* or claims of this, by any line */
	char                   last[64];	/* item that was claimed */
	char                   value[64];
	size_t                 claims;	/* the same item's, in a row */
};

static void
hear_line(void *context, const struct fact *fact)
{
	struct claimed *claimed = context;

	if (claimed->row != NULL ? prose_source(claimed->prose) !=
	    claimed->row : !slice_eq(fact->item, claimed->item))
		return;
	claimed->claims = slice_is(fact->item, claimed->last) ?
	    claimed->claims + 1 : 1;
	snprintf(claimed->last, sizeof(claimed->last), "%.*s",
	    (int)fact->item.n, fact->item.p);
	snprintf(claimed->value, sizeof(claimed->value), "%.*s",
	    (int)fact->value.n, fact->value.p);
}

/* The section that the line's condition WHERE asks for first. */
static struct slice
section_of(struct slice where)
{
	const struct data_table *groups = data_table(DATA_GROUPS);
	const char              *sign = slice_find(where, SLICE("section="));
	struct slice             section;

	if (sign == NULL)
		return SLICE("overview");
	section = (struct slice){ sign + 8,
	    strcspn(sign + 8, "|: \t\n") };
	for (size_t i = 0; i < groups->rows; i++)
		if (slice_eq(groups->row[i].field[0], section))
			return (struct slice){ groups->row[i].field[1].p,
			    strcspn(groups->row[i].field[1].p, " ") };
	return section;
}

/* Reads TEXT, before a | the section it stands in, else in SECTION. */
static void
read_example(struct prose *prose, struct slice section, struct slice text,
    struct claimed *claimed)
{
	struct record   record[1];
	struct document document = { .name = SLICE("d"), .record = record };
	const char     *bar = slice_find(text, SLICE("|"));

	if (bar != NULL) {
		section = (struct slice){ text.p, (size_t)(bar - text.p) };
		text = slice_from(text, section.n + 1);
	}
	add_record(&document, "text", section, text);
	claimed->prose = prose;
	prose_read(prose, &document, 2023, hear_line, claimed);
}

/* The figure that examples of the line ROW have. */
static const char *
figure_of(const struct data_row *row)
{
	struct slice pattern = row->field[2], where = row->field[4];

	if (slice_find(where, SLICE("single")) != NULL)
		return "1";
	if (slice_find(where, SLICE("zero")) != NULL ||
	    slice_find(pattern, SLICE("@")) == NULL)
		return slice_starts(pattern, SLICE("all ")) ? "12" : "0";
	return "12";
}

/* Each line of patterns.tsv claims its examples, and no more than the figure
 * of each, and not its counterexample. */
static void
test_pattern_examples(void **state)
{
	const struct data_table *table = data_table(DATA_PATTERNS);
	struct prose            *prose = prose_load();

	(void)state;
	for (size_t i = 0; i < table->rows; i++) {
		const struct data_row *row = &table->row[i];
		struct slice           rest = row->field[5];
		struct slice           section = section_of(row->field[4]);
		struct claimed         claimed = { .row = row };

		if (rest.n == 0 || row->field[6].n == 0)
			fail_msg("patterns.tsv:%lu: no example", row->line);
		while (rest.n > 0) {
			const char  *end = slice_find(rest, SLICE(" / "));
			struct slice text = { rest.p, end != NULL ?
			    (size_t)(end - rest.p) : rest.n };

			claimed.claims = 0;
			claimed.last[0] = '\0';
			read_example(prose, section, text, &claimed);
			if (claimed.claims != 1 ||
			    strcmp(claimed.value, figure_of(row)) != 0)
				fail_msg("patterns.tsv:%lu: %zu claims of %.*s",
				    row->line, claimed.claims, (int)text.n,
				    text.p);
			rest = slice_from(rest, text.n + (end != NULL ? 3 : 0));
		}
		claimed.claims = 0;
		read_example(prose, section, row->field[6], &claimed);
		if (claimed.claims != 0)
			fail_msg("patterns.tsv:%lu: claims %.*s", row->line,
			    (int)row->field[6].n, row->field[6].p);
	}
	prose_free(prose);
}

static void
test_measure_examples(void **state)
{
	const struct data_table *table = data_table(DATA_MEASURES);
	struct prose            *prose = prose_load();

	(void)state;
	for (size_t i = 0; i < table->rows; i++) {
		const struct data_row *row = &table->row[i];
		struct claimed         claimed = { .item = row->field[0] };

		read_example(prose, SLICE("overview"), row->field[6],
		    &claimed);
		if (claimed.claims != 1 || strcmp(claimed.value, "12") != 0)
			fail_msg("measures.tsv:%lu: %zu claims of %.*s",
			    row->line, claimed.claims, (int)row->field[6].n,
			    row->field[6].p);
	}
	prose_free(prose);
}

static void
test_concept_examples(void **state)
{
	const struct data_table *table = data_table(DATA_CONCEPTS);
	struct lexicon          *lexicon = calloc(1, sizeof(*lexicon));

	(void)state;
	lexicon_load(lexicon);
	for (size_t i = 0; i < table->rows; i++) {
		const struct data_row *row = &table->row[i];
		int                    concept = lexicon_concept(lexicon,
		    row->field[0]);
		uint64_t              *words = bitset_new(&lexicon->arena,
		    lexicon->set_words);

		if (lexicon->concept[concept].row != row)
			continue;	/* more words of the one above */
		lexicon_add_words(lexicon, row->field[3], words);
		if (!bitset_has(words, concept))
			fail_msg("concepts.tsv:%lu: no example", row->line);
	}
	lexicon_free(lexicon);
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

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_claims),
		cmocka_unit_test(test_place_and_clause),
		cmocka_unit_test(test_heading_ends_with_document),
		cmocka_unit_test(test_kinds),
		cmocka_unit_test(test_pattern_examples),
		cmocka_unit_test(test_measure_examples),
		cmocka_unit_test(test_concept_examples),
		cmocka_unit_test(test_hostile),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
