#include "example.h"

#include <stdlib.h>

#include "base/buffer.h"
#include "base/memory.h"
#include "data/data.h"
#include "inspection.h"
#include "record/schema.h"

enum { EXAMPLE_RULE, EXAMPLE_VERDICT, EXAMPLE_TEXT };

/* An example being read. */
struct example_reader {
	const struct data_row *row;
	struct arena          *arena;
	struct document       *report;
	size_t                 room;	/* for its records */
	struct record          fact;	/* what all facts of it have; the item */
};

static void
refuse(const struct example_reader *r, struct slice where, const char *reason)
{
	data_refuse(r->row, where, reason);
}

/* ORG YEAR/FORM, `-' for no office. */
static void
read_head(struct example_reader *r, struct slice *words)
{
	struct slice org, when;
	const char  *slash;

	if (!slice_cut(words, ' ', &org) || !slice_cut(words, ' ', &when) ||
	    (slash = memchr(when.p, '/', when.n)) == NULL) {
		refuse(r, *words, "expected ORG YEAR/FORM");
		return;
	}
	r->fact.field[FACT_ORG] = slice_is(org, "-") ? SLICE("") : org;
	r->fact.field[FACT_YEAR] = (struct slice){ when.p,
	    (size_t)(slash - when.p) };
	r->fact.field[FACT_FORM] = slice_from(when,
	    (size_t)(slash - when.p) + 1);
}

/* The state of the cell that says *VALUE, and its figure in place of that. */
static const char *
state_of(struct slice *value)
{
	static const struct {
		const char *sign, *state;
	} signs[] = {
		{ "_", "blank" }, { "-", "na" }, { "?", "unreadable" },
		{ ".", "absent" },
	};

	for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++)
		if (slice_is(*value, signs[i].sign)) {
			*value = SLICE("");
			return signs[i].state;
		}
	if (!slice_starts(*value, SLICE("~")))
		return "number";
	*value = slice_from(*value, 1);
	return "approx";
}

/* Cuts the unit off the end of *VALUE: what is no sign and no digit. */
static struct slice
cut_unit(struct slice *value)
{
	struct slice unit;
	size_t       n = 0;

	while (n < value->n && (unsigned char)value->p[n] < 0x80 &&
	    value->p[n] != '%')
		n++;
	unit = slice_from(*value, n);
	value->n = n;
	return unit;
}

/* COLUMN=VALUE[UNIT][{RAW}], AT the equals sign. */
static void
add_fact(struct example_reader *r, struct slice word, const char *at)
{
	struct slice   col = { word.p, (size_t)(at - word.p) };
	struct slice   value = slice_from(word, col.n + 1), raw = value;
	const char    *brace = value.n > 0 ? memchr(value.p, '{', value.n) :
	    NULL;
	struct record *fact;

	if (brace != NULL) {
		value.n = (size_t)(brace - value.p);
		raw = (struct slice){ brace + 1, raw.n - value.n - 1 };
		raw.n -= raw.n > 0 && raw.p[raw.n - 1] == '}';
	}
	if (r->report->records == r->room)
		refuse(r, word, "too many figures");
	fact = &r->report->record[r->report->records++];
	*fact = r->fact;
	fact->field[FACT_COL] = col;
	fact->field[FACT_RAW] = raw;
	fact->field[FACT_UNIT] = cut_unit(&value);
	fact->field[FACT_STATE] = slice_of(state_of(&value));
	fact->field[FACT_VALUE] = value;
}

static const char *
source_of(struct slice item)
{
	if (slice_starts(item, SLICE("prose.")))
		return "prose";
	return slice_starts(item, SLICE("structure.")) ? "structure" : "table";
}

/* One report: TEXT between bars. */
static void
read_report(struct example_reader *r, struct slice text, struct slice doc)
{
	struct slice word;

	r->fact = (struct record){ .line = r->row->line };
	for (int f = 0; f < FACT_FIELDS; f++)
		r->fact.field[f] = SLICE("");
	r->fact.field[FACT_DOC] = doc;
	read_head(r, &text);
	r->room = 1;
	for (size_t i = 0; i < text.n; i++)
		r->room += text.p[i] == '=';
	*r->report = (struct document){ doc, arena_alloc(r->arena, r->room *
	    sizeof(*r->report->record)), 0 };
	while (slice_cut(&text, ' ', &word)) {
		const char *at = memchr(word.p, '=', word.n);

		if (at != NULL) {
			add_fact(r, word, at);
			continue;
		}
		r->fact.field[FACT_ITEM] = word;
		r->fact.field[FACT_SOURCE] = slice_of(source_of(word));
	}
	if (r->report->records == 0)
		refuse(r, r->row->field[EXAMPLE_TEXT], "a report without "
		    "figures");
}

/* Whether TEXT, between bars, is a line of the roster, of what could not be read or of
 * the waivers. */
static bool
is_line(struct slice text)
{
	return slice_starts(text, SLICE("roster ")) ||
	    slice_starts(text, SLICE("reject ")) ||
	    slice_starts(text, SLICE("waiver "));
}

static void
read_part(struct example_reader *r, struct example *example, struct slice text,
    struct slice doc)
{
	if (is_line(text)) {
		if (example->lines == EXAMPLE_LINES_MAX)
			refuse(r, text, "too many lines");
		example->line[example->lines++] = text;
		return;
	}
	if (example->reports == EXAMPLE_REPORTS_MAX)
		refuse(r, text, "too many reports");
	r->report = &example->report[example->reports++];
	read_report(r, text, doc);
}

bool
example_read(struct example *example, size_t i, struct arena *arena)
{
	static const char *const verdicts[] = { "pass", "fail" };
	static const char *const doc[EXAMPLE_REPORTS_MAX] = { "1", "2", "3",
	    "4", "5", "6", "7", "8" };
	const struct data_table *table = data_table(DATA_RULE_EXAMPLES);
	struct example_reader            r = { .arena = arena };
	struct slice             rest, text;

	if (i >= table->rows)
		return false;
	r.row = &table->row[i];
	*example = (struct example){ .rule = r.row->field[EXAMPLE_RULE],
	    .fails = data_choice(r.row, EXAMPLE_VERDICT, verdicts, 2) == 1 };
	rest = r.row->field[EXAMPLE_TEXT];
	while (slice_cut(&rest, '|', &text))
		read_part(&r, example, slice_trim(text), slice_of(
		    doc[example->reports % EXAMPLE_REPORTS_MAX]));
	if (example->reports == 0)
		refuse(&r, r.row->field[EXAMPLE_TEXT], "an example without a "
		    "report");
	return true;
}

void
examples_load(void)
{
	struct arena   arena = { .first = NULL };
	struct example example;

	for (size_t i = 0; example_read(&example, i, &arena); i++)
		arena_reset(&arena);
	arena_free(&arena);
}

/* The lines of EXAMPLE that begin with KIND as a file: HEAD, then their words behind
 * that, `-' for an empty one.  To be freed. */
static struct buffer
file_of(const struct example *example, const char *kind, const char *head)
{
	struct buffer file = { .n = 0 };

	buffer_string(&file, head);
	for (size_t i = 0; i < example->lines; i++) {
		struct slice rest = example->line[i], word;
		const char  *between = "\n";

		slice_cut(&rest, ' ', &word);
		if (!slice_is(word, kind))
			continue;
		for (; slice_cut(&rest, ' ', &word); between = "\t") {
			buffer_string(&file, between);
			if (!slice_is(word, "-"))
				buffer_add(&file, word);
		}
	}
	buffer_string(&file, "\n");
	return file;
}

/* A finding_fn: asks whether FINDING is waived. */
static void
waive(void *context, const struct finding *finding)
{
	if (finding->verdict == VERDICT_FAIL)
		findings_waive(context, finding);
}

void
example_tell(const struct example *example, const struct rules *rules,
    notice_fn *fn, void *context)
{
	struct inspection *in = memory_get(sizeof(*in));
	struct buffer      roster = file_of(example, "roster",
	    "org\tyear\tparent\tdue");
	struct buffer      rejects = file_of(example, "reject", "");
	struct buffer      waivers = file_of(example, "waiver",
	    "rule\torg\tyear\twhere\tleft\tright");

	*in = (struct inspection){ .rules = rules };
	findings_start(&in->findings, rules, rules->forms);
	in->findings.notices.write = fn;
	in->findings.notices.context = context;
	roster_read_text(&in->roster, buffer_slice(&roster),
	    "rule-examples.tsv", rules);
	roster_take_rejects(&in->roster, buffer_slice(&rejects));
	waivers_read(&in->findings.waivers, buffer_slice(&waivers),
	    "rule-examples.tsv", rules);
	for (size_t i = 0; i < example->reports; i++) {
		inspection_enter(in, &example->report[i], false, waive,
		    &in->findings);
		inspection_leave(in);
	}
	inspection_close(in);
	inspection_free(in);
	buffer_free(&roster);
	buffer_free(&rejects);
	buffer_free(&waivers);
	free(in);
}

void
example_judge(const struct example *example, const struct rules *rules,
    finding_fn *fn, void *context)
{
	struct series *series = memory_get(sizeof(*series));

	*series = (struct series){ .turn = 0 };
	for (size_t i = 0; i < example->reports; i++) {
		const struct plan *plan = series_enter(series, rules,
		    &example->report[i]);

		if (i + 1 == example->reports)
			evaluate(plan, &series->evidence, true, fn, context);
		series_leave(series);
	}
	series_free(series);
	free(series);
}
