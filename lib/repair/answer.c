#include "answer.h"

#include "record/amount.h"
#include "repair_words.h"
#include "rule/label.h"
#include "rule/placeholders.h"

/* Figures are told one by one up to here. */
enum { FIGURES_TOLD = 3 };

struct answer {
	const struct answer_words *words;
	const struct fault        *fault;
	const struct repair       *repair;
	const struct evidence     *evidence;
};

/* Adds the words of KEY, filled in with the N FILLINGS. */
static void
add_words(const struct answer *a, const char *key,
    const struct filling fillings[], size_t n, struct buffer *out)
{
	placeholders_fill(out, repair_words((struct slice){ key, strlen(key) },
	    a->words->language), fillings, n);
}

static struct slice
words_of(const struct answer *a, const char *key)
{
	return repair_words((struct slice){ key, strlen(key) },
	    a->words->language);
}

/* AMOUNT in TEXT, or the word for a blank. */
static struct slice
figure(const struct answer *a, char text[AMOUNT_BYTES_MAX], long long amount,
    bool is_blank)
{
	if (is_blank)
		return words_of(a, "blank");
	return (struct slice){ text, amount_format(text, 0, amount) };
}

static struct slice
slip_of(const struct answer *a, const struct trial_cell *cell,
    const struct change *change)
{
	enum typo slip = a->repair->slip != TYPO_OTHER ? a->repair->slip :
	    typo_of(cell->stands, change->amount);

	return words_of(a, typo_name[slip]);
}

/* Adds what one cell says and should say, in the words of KEY. */
static void
add_figure(const struct answer *a, const char *key,
    const struct change *change, struct buffer *out)
{
	const struct finder     *f = a->fault->finder;
	const struct trial_cell *c = &f->trial.cell[change->cell];
	const struct cell_name  *name = &f->names->name[c->cell->number];
	const struct report     *report = c->previous ? a->evidence->before :
	    a->evidence->now;
	char                     stands[AMOUNT_BYTES_MAX];
	char                     repaired[AMOUNT_BYTES_MAX];
	struct buffer            label = { .n = 0 }, text = { .n = 0 };

	label_add(a->words->forms, report->form, name->item, name->col,
	    &label);
	add_words(a, key,
	    (struct filling[]){ { "cell", buffer_slice(&label) },
	    { "value", figure(a, stands, c->stands, c->stands_free) },
	    { "repaired", figure(a, repaired, change->amount, false) },
	    { "slip", slip_of(a, c, change) } }, 4, &text);
	if (c->previous) {
		char year[AMOUNT_BYTES_MAX];

		add_words(a, "last-figure", (struct filling[]){
		    { "what", buffer_slice(&text) },
		    { "year", figure(a, year, report->year *
		    (long long)AMOUNT_ONE, false) } }, 2, out);
	} else
		buffer_add(out, buffer_slice(&text));
	buffer_free(&label);
	buffer_free(&text);
}

/* Adds that all of a table is wrong. */
static void
add_table(const struct answer *a, struct buffer *out)
{
	struct buffer key = { .n = 0 };

	buffer_string(&key, "table.");
	buffer_add(&key, a->repair->table.n > 0 ? a->repair->table :
	    SLICE("all"));
	add_words(a, "all-figures", (struct filling[]){
	    { "table", repair_words(buffer_slice(&key),
	    a->words->language) },
	    { "slip", words_of(a, typo_name[a->repair->slip]) } }, 2, out);
	buffer_free(&key);
}

/* Adds what happened to more figures than are told one by one, with the first
 * whose figure is known for an example. */
static void
add_many(const struct answer *a, struct buffer *out)
{
	const struct change *change =
	    &a->fault->finder->repairs.change[a->repair->first];
	struct buffer        example = { .n = 0 };
	char                 many[AMOUNT_BYTES_MAX];
	size_t               i = 0;

	while (i + 1 < a->repair->cells && change[i].is_unknown)
		i++;
	add_figure(a, "example", &change[i], &example);
	add_words(a, "many-figures", (struct filling[]){
	    { "many", figure(a, many, (long long)a->repair->cells *
	    AMOUNT_ONE, false) },
	    { "slip", words_of(a, typo_name[a->repair->slip]) },
	    { "what", buffer_slice(&example) } }, 3, out);
	buffer_free(&example);
}

static void
add_figures(const struct answer *a, struct buffer *out)
{
	for (size_t i = 0; i < a->repair->cells; i++) {
		const struct change *change = &a->fault->finder->repairs.change
		    [a->repair->first + i];

		if (i > 0)
			buffer_string(out, a->words->language ==
			    RULE_CHINESE ? "；" : "; ");
		add_figure(a, change->is_unknown ? "unknown-figure" :
		    "figure", change, out);
	}
}

void
answer_write(const struct answer_words *words, const struct fault *fault,
    size_t set, const struct evidence *evidence, struct buffer *out)
{
	struct answer a = { words, fault, &fault->repair[set], evidence };
	struct buffer what = { .n = 0 };

	if (a.repair->table.p != NULL)
		add_table(&a, &what);
	else if (a.repair->cells > FIGURES_TOLD &&
	    a.repair->slip != TYPO_OTHER)
		add_many(&a, &what);
	else
		add_figures(&a, &what);
	add_words(&a, set == 0 && fault->is_likely ? "likely" : "ambiguous",
	    &(struct filling){ "what", buffer_slice(&what) }, 1, out);
	buffer_free(&what);
}
