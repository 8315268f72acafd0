#include "message.h"

#include "base/language.h"
#include "label.h"
#include "record/amount.h"
#include "state_count.h"

/* What is said of verdicts other than fail, behind the name of the range. */
static const char *const remarks[VERDICTS][RULE_LANGUAGES] = {
	[VERDICT_UNKNOWN] = {
		"有空白或无法辨认的单元格，不能判断",
		"blank or unreadable cells leave this open" },
	[VERDICT_VACUOUS] = { "全为0或空白，无从检验",
		"nothing but zeros or blanks to test" },
	[VERDICT_PASS] = { "成立", "holds" },
};
static const char *const filled_remark[RULE_LANGUAGES] = {
	"空白按0计则成立", "holds with blanks as 0",
};
static const char *const blank_remark[RULE_LANGUAGES] = {
	"；有空白格，按0计不成立", "; some cells are blank, and as 0 they do not fit",
};
/* Around the cell that is blank, and before the figure that it wants. */
static const char *const blank_cell[RULE_LANGUAGES][2] = {
	{ "；空白的“", "”应为 " }, { "; the blank ", " should be " },
};
/* Instead of the figure of a cell that has none. */
static const char *const state_word[STATES][RULE_LANGUAGES] = {
	[STATE_BLANK] = { "空白", "blank" },
	[STATE_NA] = { "空白", "blank" },
	[STATE_UNREADABLE] = { "未读出", "unreadable" },
	[STATE_ABSENT] = { "未见", "absent" },
};
static const char *const colon[RULE_LANGUAGES] = { "：", ": " };

/* What a message is made of. */
struct message {
	const struct finding  *finding;
	enum rule_language     language;
	const struct forms    *forms;
};

static void
add_cell_label(const struct message *c, struct slice item, struct slice col,
    struct buffer *out)
{
	label_add(c->forms, c->finding->evidence->now->form, item, col, out);
}

static struct slice
member_name(const struct finding *finding)
{
	return finding->member != NULL ?
	    finding->member->record->field[FACT_COL] :
	    (struct slice){ "", 0 };
}

static void
add_where(const struct message *c, struct buffer *out)
{
	const struct instance *instance = c->finding->instance;

	if (c->finding->member != NULL)
		buffer_add(out, member_name(c->finding));
	else if (instance->item.n > 0 || instance->col.n > 0)
		add_cell_label(c, instance->item, instance->col, out);
}

static void
add_year(int year, struct buffer *out)
{
	interval_print(out, interval_point(year * (long long)AMOUNT_ONE));
}

/* {ITEM@COL} or, with VALUE, {=ITEM@COL}. */
static void
add_cell(const struct message *c, struct slice text, bool value,
    struct buffer *out)
{
	const struct report      *now = c->finding->evidence->now;
	struct arena              arena = { .first = NULL };
	struct reference          r;
	struct slice              item, col;
	const struct report_cell *cell;

	if (reference_parse(text, &r) != NULL)
		return;
	item = reference_item(&r, c->finding->instance->item, &arena);
	col = r.col.n > 0 ? r.col : c->finding->instance->col;
	if (!value)
		add_cell_label(c, item, col, out);
	else if ((cell = report_cell(now,
	    names_number(now->names, item, col))) != NULL) {
		struct interval q = report_value(now, cell,
		    c->finding->choice);

		if (interval_is_point(q) ||
		    state_word[cell->state][c->language] == NULL)
			interval_print(out, q);
		else
			buffer_string(out,
			    state_word[cell->state][c->language]);
	}
	arena_free(&arena);
}

/* Q to so many DECIMALS. */
static struct interval
rounded(struct interval q, int decimals)
{
	long long unit = AMOUNT_ONE;

	while (decimals-- > 0)
		unit /= 10;
	return interval_point((q.lo + (q.lo < 0 ? -unit : unit) / 2) / unit *
	    unit);
}

/* The percentage that was worked out, as a report would write it: to two decimals, or
 * as many as tell it from the one that is stated. */
static void
add_percentage(const struct message *c, struct buffer *out)
{
	struct interval right = c->finding->right, shown = right;

	if (interval_is_point(right))
		for (int decimals = 6; decimals >= 2 && rounded(right,
		    decimals).lo != c->finding->left.lo; decimals--)
			shown = rounded(right, decimals);
	interval_print(out, shown);
}

static void
add_figure(const struct message *c, struct slice word, struct buffer *out)
{
	if (slice_is(word, "where"))
		add_where(c, out);
	else if (slice_is(word, "left"))
		interval_print(out, c->finding->left);
	else if (slice_is(word, "right"))
		interval_print(out, c->finding->right);
	else if (slice_is(word, "year"))
		add_year(c->finding->evidence->now->year, out);
	else if (slice_is(word, "last"))
		add_year(c->finding->evidence->now->year - 1, out);
	else if (slice_is(word, "earlier"))
		add_year(c->finding->evidence->earlier != NULL ?
		    c->finding->evidence->earlier->year : 0, out);
	else if (slice_is(word, "org"))
		buffer_add(out, c->finding->evidence->now->org);
	else if (slice_is(word, "member"))
		buffer_add(out, member_name(c->finding));
	else if (word.n > 0 && word.p[0] == '=')
		add_cell(c, slice_from(word, 1), true, out);
	else
		add_cell(c, word, false, out);
}

static void
fill_in(const struct message *c, struct slice template, struct buffer *out)
{
	struct slice text, word;

	while (placeholder_next(&template, &text, &word)) {
		buffer_add(out, text);
		if (slice_is(word, "right") && slice_starts(template, SLICE("%")))
			add_percentage(c, out);
		else if (word.n > 0)
			add_figure(c, word, out);
	}
}

/* Which blank cell lacks which figure. */
static void
add_blank(const struct message *c, struct buffer *out)
{
	const struct blank        *blank = &c->finding->blank;
	const struct record *record = blank->cell != NULL ?
	    blank->cell->record : NULL;

	if (record == NULL) {
		buffer_string(out, blank_remark[c->language]);
		return;
	}
	buffer_string(out, blank_cell[c->language][0]);
	add_cell_label(c, record->field[FACT_ITEM], record->field[FACT_COL],
	    out);
	buffer_string(out, blank_cell[c->language][1]);
	interval_print(out, interval_point(blank->wanted));
}

void
message_write(const struct finding *finding, enum rule_language language,
    const struct forms *forms, struct buffer *out)
{
	struct message c = { finding, language, forms };
	size_t         before = out->n;

	if (finding->verdict == VERDICT_FAIL) {
		fill_in(&c, finding->instance->rule->message[language], out);
		if (finding->is_blank)
			add_blank(&c, out);
		return;
	}
	add_where(&c, out);
	if (out->n > before)
		buffer_string(out, colon[language]);
	buffer_string(out, finding->verdict == VERDICT_PASS &&
	    finding->filled ? filled_remark[language] :
	    remarks[finding->verdict][language]);
}

void
message_where(const struct finding *finding, struct buffer *out)
{
	const struct instance *instance = finding->instance;

	if (finding->member != NULL) {
		buffer_add(out, member_name(finding));
		return;
	}
	if (finding->list != NULL)
		buffer_add(out, finding->evidence->now->lists.member
		    [finding->list->from].record->field[FACT_ITEM]);
	buffer_add(out, instance->item);
	if (instance->item.n > 0 && instance->col.n > 0)
		buffer_string(out, "@");
	buffer_add(out, instance->col);
}

static void
add_name(struct slice item, struct slice col, struct buffer *out)
{
	if (out->n > 0)
		buffer_string(out, ",");
	buffer_add(out, item);
	buffer_string(out, "@");
	buffer_add(out, col);
}

static void
add_record(const struct record *record, struct buffer *out, struct slice *loc)
{
	if (loc->n == 0)
		*loc = record->field[FACT_LOC];
	add_name(record->field[FACT_ITEM], record->field[FACT_COL], out);
}

/* A member with its share, or the whole list. */
static void
add_list(const struct finding *finding, const struct report *now,
    struct buffer *out, struct slice *loc)
{
	for (size_t i = finding->list->from; i < finding->list->to; i++) {
		const struct list_member *l = &now->lists.member[i];

		if (finding->member == NULL ? !l->is_share :
		    slice_eq(l->record->field[FACT_COL],
		    member_name(finding)))
			add_record(l->record, out, loc);
	}
	if (finding->list->head != CELL_NONE)
		add_record(now->cell[finding->list->head].record, out, loc);
}

/* Whether CELL, one of those of reference R, is what the finding is about: one
 * of this report's; where cells are counted, one whose state the rule does not
 * want. */
static bool
is_shown(const struct finding *finding, unsigned r,
    const struct report_cell *cell)
{
	const struct expression *e = &finding->instance->rule->condition;
	enum fold                fold = e->reference[r].fold;

	if (cell == NULL || e->reference[r].previous ||
	    e->reference[r].earlier)
		return false;
	if (!counts_states(fold))
		return true;
	return r >= e->premises && (fold == FOLD_COUNT) !=
	    state_counts(fold, finding->evidence->now, cell);
}

/* Whether CELL is shown for one of the references before R, or among the first
 * END cells of R. */
static bool
is_named(const struct finding *finding, unsigned r, unsigned end,
    const struct report_cell *cell)
{
	for (unsigned k = 0; k <= r; k++) {
		const struct binding *bound = &finding->plan->binding
		    [finding->instance->binding + k];
		unsigned              n = k == r ? end : bound->n;

		for (unsigned i = 0; i < n; i++)
			if (finding->plan->number[bound->first + i] ==
			    cell->number && is_shown(finding, k, cell))
				return true;
	}
	return false;
}

void
message_cells(const struct finding *finding, struct buffer *out,
    struct slice *loc)
{
	const struct expression *e = &finding->instance->rule->condition;
	const struct report     *now = finding->evidence->now;

	*loc = (struct slice){ "", 0 };
	if (finding->list != NULL)
		add_list(finding, now, out, loc);
	for (unsigned r = 0; r < e->references; r++) {
		const struct binding *bound = &finding->plan->binding
		    [finding->instance->binding + r];

		for (unsigned i = 0; i < bound->n; i++) {
			const struct report_cell *cell = report_cell(now,
			    finding->plan->number[bound->first + i]);

			if (is_shown(finding, r, cell) &&
			    !is_named(finding, r, i, cell))
				add_record(cell->record, out, loc);
		}
	}
}

enum rule_language
message_language(void)
{
	return language_is_chinese() ? RULE_CHINESE : RULE_ENGLISH;
}

const char *
message_language_set(enum rule_language *language, const char *name)
{
	if (strcmp(name, "zh") != 0 && strcmp(name, "en") != 0)
		return "languages are zh and en";
	*language = strcmp(name, "zh") == 0 ? RULE_CHINESE : RULE_ENGLISH;
	return NULL;
}
