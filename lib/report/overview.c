#include "overview.h"

#include <stdlib.h>

#include "base/digits.h"
#include "base/memory.h"
#include "chart.h"
#include "markup.h"
#include "rule_note.h"
#include "words.h"

enum { COMMON_TOLD = 12, FIRST_TOLD = 8 };

static void
say(const struct view *view, const char *key)
{
	word_add(view->out, view->material->language, key);
}

/* A term of an equation: a number over its name, a link to the list where QUERY
 * says what it shows there. */
static void
add_term(const struct view *view, size_t n, const char *key, const char *query)
{
	buffer_string(view->out, "<span class=\"q\"><b>");
	if (query != NULL && n > 0)
		markup_add(view->out, "<a href=\"#units\" data-q=\"", query,
		    "\">", NULL);
	markup_number(view->out, (long long)n);
	buffer_string(view->out, query != NULL && n > 0 ? "</a></b><span>" :
	    "</b><span>");
	say(view, key);
	buffer_string(view->out, "</span></span>");
}

static void
add_sign(const struct view *view, const char *sign)
{
	markup_add(view->out, "<i>", sign, "</i>", NULL);
}

static void
add_equations(const struct view *view)
{
	const struct standings *s = view->standings;
	size_t                  unread = s->count[STANDING_UNREAD];
	size_t                  missing = s->count[STANDING_MISSING];
	size_t                  read = s->n - unread - missing;

	buffer_string(view->out, "<div class=\"eqs\">");
	if (unread + missing > 0 || s->has_roster) {
		buffer_string(view->out, "<p class=\"eq\">");
		add_term(view, s->n, s->has_roster ? "count.expected" :
		    "count.units", NULL);
		add_sign(view, "=");
		add_term(view, read, "count.read", NULL);
		add_sign(view, "+");
		add_term(view, unread, "count.unread", "st=unread");
		add_sign(view, "+");
		add_term(view, missing, "count.missing", "st=missing");
		buffer_string(view->out, "</p>");
	}
	buffer_string(view->out, "<p class=\"eq\">");
	add_term(view, read, "count.read", NULL);
	add_sign(view, "=");
	add_term(view, s->count[STANDING_OK], "count.ok", "st=ok");
	add_sign(view, "+");
	add_term(view, s->count[STANDING_ASK], "count.ask", "st=ask");
	add_sign(view, "+");
	add_term(view, s->count[STANDING_BAD], "count.bad", "st=bad");
	buffer_string(view->out, "</p></div>\n");
}

/* 错 错误 48 */
static void
add_entry_count(const struct view *view, enum rule_level level, size_t n)
{
	size_t count[RULE_LEVELS] = { 0 };

	count[level] = n;
	level_mark_add(view->out, view->material, level);
	buffer_string(view->out, " ");
	level_counts_add(view->out, view->material, count);
	buffer_string(view->out, "&emsp;");
}

/* What has become of what the last round found, and what is let be. */
static void
add_changes(const struct view *view)
{
	size_t changes[CHANGES] = { 0 }, mended = 0, waived = 0;

	for (size_t i = 0; i < view->standings->n; i++) {
		const struct standing *standing =
		    &view->standings->standing[i];

		for (int change = 0; change < CHANGES; change++)
			changes[change] += standing->changes[change];
		mended += standing->mended;
		waived += standing->waived;
	}
	if (waived == 0 && !last_round_was(&view->material->round))
		return;
	buffer_string(view->out, "<p class=\"say\">");
	change_counts_add(view->out, view->material, changes, mended, waived);
	buffer_string(view->out, "</p>\n");
}

static void
add_entry_counts(const struct view *view)
{
	static const enum rule_level levels[] = { LEVEL_ERROR, LEVEL_DUTY,
		LEVEL_SUSPECT, LEVEL_NOTE };
	size_t entries[RULE_LEVELS] = { 0 }, n = 0;

	for (size_t i = 0; i < view->standings->n; i++)
		for (int level = 0; level <= LEVEL_NOTE; level++)
			entries[level] +=
			    view->standings->standing[i].entries[level];
	for (int level = 0; level <= LEVEL_NOTE; level++)
		n += entries[level];
	buffer_string(view->out, "<p class=\"say\">");
	phrase_count(view->out, view->material->language, "all-entries",
	    (long long)n);
	for (int i = 0; i < 4; i++)
		if (entries[levels[i]] > 0)
			add_entry_count(view, levels[i], entries[levels[i]]);
	say(view, "one-entry");
	buffer_string(view->out, "</p>\n");
}

/* What the colours of the chart mean. */
static void
add_chart_key(const struct view *view)
{
	static const char *const names[] = { "error", "suspect", "unread",
		"missing", "ok" };
	static const char *const classes[] = { "e", "s", "unread", "missing",
		"ok" };
	struct buffer      sample[5] = { { NULL, 0, 0 } }, list = { NULL, 0, 0 };
	struct place_value value[6];

	for (int i = 0; i < 5; i++) {
		markup_add(&sample[i], "<svg width=\"9\" height=\"10\" "
		    "aria-hidden=\"true\"><rect class=\"", classes[i],
		    "\" x=\"1\" y=\"1\" width=\"6\" height=\"8\"/></svg>",
		    NULL);
		value[i] = (struct place_value){ names[i],
		    buffer_slice(&sample[i]) };
	}
	buffer_string(&list, "<a href=\"#units\">");
	word_add(&list, view->material->language, "strip-list");
	buffer_string(&list, "</a>");
	value[5] = (struct place_value){ "list", buffer_slice(&list) };
	buffer_string(view->out, "<p class=\"cap\">");
	phrase_add(view->out, view->material->language, "strip-key", value,
	    6);
	buffer_string(view->out, "</p>\n");
	for (int i = 0; i < 5; i++)
		buffer_free(&sample[i]);
	buffer_free(&list);
}

/* How often the rule ID was broken. */
struct rule_count {
	struct slice    id;
	size_t          entries, offices;
	size_t          last;	/* office, + 1 */
	enum rule_level level;
};

struct rule_counts {
	struct rule_count *count;
	size_t             n, room;
};

static struct rule_count *
count_of(struct rule_counts *counts, struct slice id)
{
	for (size_t i = 0; i < counts->n; i++)
		if (slice_eq(counts->count[i].id, id))
			return &counts->count[i];
	*MEMORY_APPEND(counts->count, counts->n, counts->room) =
	    (struct rule_count){ .id = id, .level = LEVEL_NOTE };
	return &counts->count[counts->n - 1];
}

static void
count_paper(struct rule_counts *counts, const struct paper *paper,
    size_t office)
{
	for (size_t i = 0; i < paper->broken_rules; i++) {
		const struct broken_rule *broken = &paper->broken[i];
		struct rule_count        *count = count_of(counts, broken->id);

		if (broken->level < count->level)
			count->level = broken->level;
		count->entries++;
		count->offices += count->last != office + 1;
		count->last = office + 1;
	}
}

static void
count_rules(const struct view *view, struct rule_counts *counts, size_t office)
{
	const struct standing *standing = &view->standings->standing[office];

	for (size_t i = 0; i < standing->papers; i++)
		if (standing->paper[i]->is_expected)
			count_paper(counts, standing->paper[i], office);
}

static int
compare_counts(const void *a, const void *b)
{
	const struct rule_count *x = a, *y = b;

	if ((x->level == LEVEL_NOTE) != (y->level == LEVEL_NOTE))
		return x->level == LEVEL_NOTE ? 1 : -1;
	if (x->entries != y->entries)
		return x->entries > y->entries ? -1 : 1;
	return slice_cmp(x->id, y->id);
}

static void
add_rule_count(const struct view *view, const struct rule_count *count,
    size_t most)
{
	struct buffer *out = view->out;
	struct slice   title = rule_note(count->id, NOTE_TITLE,
	    view->material->language);

	buffer_string(out, "<tr><td>");
	level_mark_add(out, view->material, count->level);
	buffer_string(out, "</td><th scope=\"row\"><a href=\"#units\" "
	    "data-q=\"ru=");
	markup_text(out, count->id);
	buffer_string(out, "\">");
	markup_text(out, title.n > 0 ? title : count->id);
	buffer_string(out, "</a></th><td class=\"r\">");
	markup_number(out, (long long)count->entries);
	buffer_string(out, "</td><td class=\"r\">");
	markup_number(out, (long long)count->offices);
	buffer_string(out, "</td><td class=\"b\">");
	chart_bar(out, count->entries, most, count->level);
	buffer_string(out, "</td></tr>\n");
}

static void
add_common(const struct view *view, const struct rule_counts *counts)
{
	size_t most = 0;

	if (counts->n == 0)
		return;
	for (size_t i = 0; i < counts->n; i++)
		if (counts->count[i].entries > most)
			most = counts->count[i].entries;
	buffer_string(view->out, "<section><h2>");
	say(view, "common");
	buffer_string(view->out, "</h2><table class=\"rk\"><thead><tr><th></th>"
	    "<th scope=\"col\">");
	say(view, "common.rule");
	buffer_string(view->out, "</th><th scope=\"col\" class=\"r\">");
	say(view, "common.entries");
	buffer_string(view->out, "</th><th scope=\"col\" class=\"r\">");
	say(view, "common.units");
	buffer_string(view->out, "</th><th></th></tr></thead><tbody>\n");
	for (size_t i = 0; i < counts->n && i < COMMON_TOLD; i++)
		add_rule_count(view, &counts->count[i], most);
	buffer_string(view->out, "</tbody></table></section>\n");
}

struct slice
office_worst(const struct standing *standing)
{
	const struct paper *worst = NULL;

	for (size_t i = 0; i < standing->papers; i++) {
		const struct paper *paper = standing->paper[i];

		if (paper->is_expected && paper->head.n > 0 &&
		    (worst == NULL || paper->weight > worst->weight))
			worst = paper;
	}
	return worst != NULL ? buffer_slice(&worst->head) : SLICE("");
}

static void
add_first(const struct view *view)
{
	buffer_string(view->out, "<section><h2>");
	say(view, "first");
	buffer_string(view->out, "</h2><table class=\"rk\"><tbody>\n");
	for (size_t i = 0; i < view->standings->n && i < FIRST_TOLD; i++) {
		const struct standing *standing =
		    &view->standings->standing[i];

		if (standing->state != STANDING_BAD)
			break;
		buffer_string(view->out, "<tr><th scope=\"row\">");
		office_link_add(view, i);
		buffer_string(view->out, "</th><td class=\"r\">");
		phrase_count(view->out, view->material->language, "entries",
		    (long long)(standing->entries[LEVEL_ERROR] +
		    standing->entries[LEVEL_DUTY] +
		    standing->entries[LEVEL_SUSPECT]));
		buffer_string(view->out, "</td><td class=\"l\">");
		buffer_add(view->out, office_worst(standing));
		buffer_string(view->out, "</td></tr>\n");
	}
	buffer_string(view->out, "</tbody></table></section>\n");
}

/* The years of some reports, in order. */
struct years {
	struct year_sum *sum;
	size_t           n, room;
};

static void
add_to_year(struct years *years, const struct paper *paper)
{
	struct year_sum   *sum;
	unsigned long long number;
	size_t             i = 0;
	int                year;

	if (!digits_read(paper->year, 9999, &number) || paper->requests < 0)
		return;
	year = (int)number;
	while (i < years->n && years->sum[i].year < year)
		i++;
	if (i == years->n || years->sum[i].year != year) {
		years->sum = memory_room(years->sum, &years->room, years->n,
		    sizeof(*years->sum));
		memmove(years->sum + i + 1, years->sum + i,
		    (years->n++ - i) * sizeof(*years->sum));
		years->sum[i] = (struct year_sum){ year, 0, 0 };
	}
	sum = &years->sum[i];
	sum->requests += paper->requests;
	sum->reports++;
}

/* Adds what STANDING has said, a report a year. */
static void
add_to_years(struct years *years, const struct standing *standing)
{
	for (size_t i = 0; i < standing->papers; i++)
		if (i == 0 || !slice_eq(standing->paper[i]->year,
		    standing->paper[i - 1]->year))
			add_to_year(years, standing->paper[i]);
}

/* A single year is no picture. */
static void
draw_years(const struct view *view, struct years *years)
{
	if (years->n > 1)
		chart_years(view, years->sum, years->n);
	free(years->sum);
}

static void
add_years(const struct view *view)
{
	struct years years = { NULL, 0, 0 };

	for (size_t i = 0; i < view->standings->n; i++)
		add_to_years(&years, &view->standings->standing[i]);
	draw_years(view, &years);
}

void
overview_add(const struct view *view)
{
	struct rule_counts counts = { NULL, 0, 0 };

	for (size_t i = 0; i < view->standings->n; i++)
		count_rules(view, &counts, i);
	if (counts.n > 0)
		qsort(counts.count, counts.n, sizeof(*counts.count),
		    compare_counts);
	buffer_string(view->out, "<section class=\"view\" id=\"overview\">"
	    "<h2 class=\"vh\">");
	say(view, "overview");
	buffer_string(view->out, "</h2>\n");
	add_equations(view);
	add_entry_counts(view);
	add_changes(view);
	buffer_string(view->out, "<h2>");
	say(view, "strip");
	buffer_string(view->out, "</h2>\n");
	add_chart_key(view);
	chart_offices(view);
	buffer_string(view->out, "<div class=\"two\">");
	add_common(view, &counts);
	buffer_string(view->out, "<div>");
	add_first(view);
	add_years(view);
	buffer_string(view->out, "</div></div></section>\n");
	free(counts.count);
}

void
office_years_add(const struct view *view, size_t i)
{
	struct years years = { NULL, 0, 0 };

	add_to_years(&years, &view->standings->standing[i]);
	draw_years(view, &years);
}
