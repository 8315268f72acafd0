/* The list of all offices, the page of each, and the files that were not read. */
#include "markup.h"
#include "overview.h"
#include "rule_note.h"
#include "words.h"

static void
say(const struct view *view, const char *key)
{
	word_add(view->out, view->material->language, key);
}

static void
add_option(const struct view *view, struct slice value, struct slice label)
{
	buffer_string(view->out, "<option value=\"");
	markup_text(view->out, value);
	buffer_string(view->out, "\">");
	markup_text(view->out, label);
	buffer_string(view->out, "</option>");
}

static void
open_choice(const struct view *view, const char *name, const char *key)
{
	buffer_string(view->out, "<label>");
	say(view, key);
	markup_add(view->out, " <select name=\"", name, "\">", NULL);
	add_option(view, SLICE(""), report_word(view->material->language,
	    "filter.all"));
}

static void
add_state_choice(const struct view *view)
{
	open_choice(view, "st", "filter.state");
	for (int i = 0; i < STANDING_STATES; i++) {
		char key[32] = "state.";

		memcpy(key + 6, standing_name[i], strlen(standing_name[i]) + 1);
		add_option(view, slice_of(standing_name[i]),
		    report_word(view->material->language, key));
	}
	buffer_string(view->out, "</select></label>\n");
}

static bool
is_first_of_region(const struct standings *standings, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (slice_eq(standings->standing[k].region,
		    standings->standing[i].region))
			return false;
	return true;
}

static void
add_region_choice(const struct view *view)
{
	const struct standings *standings = view->standings;

	open_choice(view, "rg", "filter.region");
	for (size_t i = 0; i < standings->n; i++)
		if (standings->standing[i].region.n > 0 &&
		    is_first_of_region(standings, i))
			add_option(view, standings->standing[i].region,
			    standings->standing[i].region);
	buffer_string(view->out, "</select></label>\n");
}

static bool
has_broken(const struct standing *standing, struct slice id)
{
	for (size_t i = 0; i < standing->papers; i++)
		for (size_t k = 0; k < standing->paper[i]->broken_rules; k++)
			if (slice_eq(standing->paper[i]->broken[k].id, id))
				return true;
	return false;
}

/* Whether some office has an entry of the rule number I, the first of its id. */
static bool
is_broken(const struct view *view, size_t i)
{
	const struct rules *rules = &view->material->rules;

	for (size_t k = 0; k < i; k++)
		if (slice_eq(rules->rule[k].id, rules->rule[i].id))
			return false;
	for (size_t s = 0; s < view->standings->n; s++)
		if (has_broken(&view->standings->standing[s],
		    rules->rule[i].id))
			return true;
	return false;
}

static void
add_rule_choice(const struct view *view)
{
	const struct rules *rules = &view->material->rules;

	open_choice(view, "ru", "filter.rule");
	for (size_t i = 0; i < rules->n; i++) {
		struct slice id = rules->rule[i].id;
		struct slice title = rule_note(id, NOTE_TITLE,
		    view->material->language);

		if (is_broken(view, i))
			add_option(view, id, title.n > 0 ? title : id);
	}
	buffer_string(view->out, "</select></label>\n");
}

/* By what has become of entries since the last round, if there was one. */
static void
add_change_choice(const struct view *view)
{
	static const char *const keys[] = { "change.new", "change.left",
		"change.mended", "change.waived" };

	if (!last_round_was(&view->material->round))
		return;
	open_choice(view, "ch", "filter.change");
	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
		add_option(view, slice_from(slice_of(keys[i]),
		    strlen("change.")), report_word(view->material->language,
		    keys[i]));
	buffer_string(view->out, "</select></label>\n");
}

/* What the choice above finds the row of STANDING by. */
static void
add_change_names(const struct view *view, const struct standing *standing)
{
	buffer_string(view->out, "\" data-ch=\"");
	if (standing->changes[CHANGE_NEW] > 0)
		buffer_string(view->out, " new ");
	if (standing->changes[CHANGE_LEFT] > 0)
		buffer_string(view->out, " left ");
	if (standing->mended > 0)
		buffer_string(view->out, " mended ");
	if (standing->waived > 0)
		buffer_string(view->out, " waived ");
}

/* Hidden until there is a script that filters. */
static void
add_filter(const struct view *view)
{
	buffer_string(view->out, "<form class=\"flt\" hidden><label>");
	say(view, "filter.name");
	buffer_string(view->out, " <input name=\"q\" type=\"search\" "
	    "placeholder=\"");
	say(view, "filter.hint");
	buffer_string(view->out, "\"></label>\n");
	add_state_choice(view);
	add_region_choice(view);
	add_rule_choice(view);
	add_change_choice(view);
	buffer_string(view->out, "<button type=\"reset\">");
	say(view, "filter.clear");
	buffer_string(view->out, "</button> <output aria-live=\"polite\" "
	    "data-w=\"");
	say(view, "filter.shown");
	buffer_string(view->out, "\"></output></form>\n");
}

static void
add_list_head(const struct view *view)
{
	static const enum rule_level levels[] = { LEVEL_ERROR, LEVEL_DUTY,
		LEVEL_SUSPECT, LEVEL_NOTE };
	static const char *const     keys[] = { "column.unit", "column.region",
		"column.state" };

	buffer_string(view->out, "<table class=\"ul\"><thead><tr>");
	for (int i = 0; i < 3; i++) {
		buffer_string(view->out, "<th scope=\"col\">");
		say(view, keys[i]);
		buffer_string(view->out, "</th>");
	}
	for (int i = 0; i < 4; i++) {
		char key[32] = "mark.";

		buffer_string(view->out, "<th scope=\"col\" class=\"r\">");
		strcpy(key + 5, rule_level_name[levels[i]]);
		say(view, key);
		buffer_string(view->out, "</th>");
	}
	if (last_round_was(&view->material->round)) {
		buffer_string(view->out, "<th scope=\"col\">");
		say(view, "column.change");
		buffer_string(view->out, "</th>");
	}
	buffer_string(view->out, "<th scope=\"col\">");
	say(view, "column.worst");
	buffer_string(view->out, "</th></tr></thead><tbody>\n");
}

static void
add_list_count(const struct view *view, const struct standing *standing,
    enum rule_level level)
{
	buffer_string(view->out, "<td class=\"r\">");
	if (standing->entries[level] > 0) {
		char key[32] = "mark.";

		strcpy(key + 5, rule_level_name[level]);
		markup_add(view->out, "<span class=\"", rule_level_name[level],
		    "\"><i>", NULL);
		say(view, key);
		buffer_string(view->out, " </i>");
		markup_number(view->out, (long long)standing->entries[level]);
		buffer_string(view->out, "</span>");
	}
	buffer_string(view->out, "</td>");
}

/* 新发现 2、没有改 1 */
static void
add_list_changes(const struct view *view, const struct standing *standing)
{
	const struct { size_t n; const char *key; } count[] = {
		{ standing->changes[CHANGE_NEW], "change.new" },
		{ standing->changes[CHANGE_LEFT], "change.left" },
		{ standing->mended, "change.mended" },
		{ standing->waived, "change.waived" },
	};
	bool is_begun = false;

	buffer_string(view->out, "<td class=\"l\">");
	for (size_t i = 0; i < sizeof(count) / sizeof(count[0]); i++) {
		if (count[i].n == 0)
			continue;
		if (is_begun)
			say(view, "separator");
		say(view, count[i].key);
		buffer_string(view->out, " ");
		markup_number(view->out, (long long)count[i].n);
		is_begun = true;
	}
	buffer_string(view->out, "</td>");
}

/* What is said of an office of which there is no entry to tell. */
static void
add_remark(const struct view *view, const struct standing *standing)
{
	if (standing->let_be != NULL)
		markup_text(view->out, standing->let_be[FINDING_MESSAGE]);
	else if (standing->state == STANDING_MISSING)
		say(view, "summary.missing");
	else if (standing->state == STANDING_UNREAD)
		say(view, "summary.unread");
}

/* The rules that PAPER breaks, a space around each. */
static void
add_rule_ids(struct buffer *out, const struct paper *paper)
{
	for (size_t i = 0; i < paper->broken_rules; i++) {
		buffer_string(out, " ");
		markup_text(out, paper->broken[i].id);
		buffer_string(out, " ");
	}
}

static void
add_list_row(const struct view *view, size_t i)
{
	const struct standing *standing = &view->standings->standing[i];
	struct buffer         *out = view->out;

	markup_add(out, "<tr data-st=\"", standing_name[standing->state],
	    "\" data-rg=\"", NULL);
	markup_text(out, standing->region);
	buffer_string(out, "\" data-ru=\"");
	for (size_t k = 0; k < standing->papers; k++)
		if (standing->paper[k]->is_expected)
			add_rule_ids(out, standing->paper[k]);
	if (last_round_was(&view->material->round))
		add_change_names(view, standing);
	buffer_string(out, "\"><th scope=\"row\">");
	office_link_add(view, i);
	buffer_string(out, "</th><td>");
	markup_text(out, standing->region);
	buffer_string(out, "</td><td>");
	state_add(view, standing->state);
	buffer_string(out, "</td>");
	add_list_count(view, standing, LEVEL_ERROR);
	add_list_count(view, standing, LEVEL_DUTY);
	add_list_count(view, standing, LEVEL_SUSPECT);
	add_list_count(view, standing, LEVEL_NOTE);
	if (last_round_was(&view->material->round))
		add_list_changes(view, standing);
	buffer_string(out, "<td class=\"l\">");
	if (standing->state == STANDING_MISSING ||
	    standing->state == STANDING_UNREAD)
		add_remark(view, standing);
	else
		buffer_add(out, office_worst(standing));
	buffer_string(out, "</td></tr>\n");
}

void
office_list_add(const struct view *view)
{
	buffer_string(view->out, "<section class=\"view\" id=\"units\"><h2>");
	say(view, "units");
	buffer_string(view->out, " <small>");
	phrase_count(view->out, view->material->language, "ranked",
	    (long long)view->standings->n);
	buffer_string(view->out, "</small></h2>\n");
	if (view->standings->pages < view->standings->n) {
		buffer_string(view->out, "<p class=\"cap\">");
		phrase_count(view->out, view->material->language, "not-shown",
		    (long long)(view->standings->n - view->standings->pages));
		buffer_string(view->out, "</p>\n");
	}
	add_filter(view);
	add_list_head(view);
	for (size_t i = 0; i < view->standings->n; i++)
		add_list_row(view, i);
	buffer_string(view->out, "</tbody></table></section>\n");
}

static void
add_file_row(const struct view *view, struct slice name, struct slice reason)
{
	buffer_string(view->out, "<tr><th scope=\"row\">");
	markup_text(view->out, name);
	buffer_string(view->out, "</th><td class=\"l\">");
	markup_text(view->out, reason);
	buffer_string(view->out, "</td></tr>\n");
}

static size_t
add_rejected(const struct view *view)
{
	size_t n = 0;

	for (size_t i = 0; i < view->rejects->n; i++) {
		const struct slice *field = view->rejects->by_document[i];

		if (slice_is(field[REJECT_STATUS], "skipped"))
			continue;
		add_file_row(view, field[REJECT_PATH], field[REJECT_REASON]);
		n++;
	}
	return n;
}

void
unread_list_add(const struct view *view)
{
	buffer_string(view->out, "<section class=\"view\" id=\"unread\"><h2>");
	say(view, "unread-files");
	buffer_string(view->out, "</h2>\n<p class=\"cap\">");
	say(view, view->rejects->n + view->standings->others > 0 ?
	    "unread.note" : "none-unread");
	buffer_string(view->out, "</p><table class=\"rk fl\"><thead><tr>"
	    "<th scope=\"col\">");
	say(view, "unread.file");
	buffer_string(view->out, "</th><th scope=\"col\">");
	say(view, "unread.reason");
	buffer_string(view->out, "</th></tr></thead><tbody>\n");
	add_rejected(view);
	for (size_t i = 0; i < view->standings->others; i++)
		add_file_row(view, view->standings->other[i]->name,
		    report_word(view->material->language, "not-report"));
	buffer_string(view->out, "</tbody></table></section>\n");
}

static void
add_turning(const struct view *view, size_t i)
{
	buffer_string(view->out, "<nav class=\"top\"><a href=\"#units\">");
	say(view, "list");
	buffer_string(view->out, "</a>");
	if (i > 0) {
		buffer_string(view->out, "<a rel=\"prev\" href=\"#u");
		markup_number(view->out, (long long)i);
		buffer_string(view->out, "\">← ");
		say(view, "previous");
		buffer_string(view->out, "</a>");
	}
	if (i + 1 < view->standings->pages) {
		buffer_string(view->out, "<a rel=\"next\" href=\"#u");
		markup_number(view->out, (long long)i + 2);
		buffer_string(view->out, "\">");
		say(view, "next");
		buffer_string(view->out, " →</a>");
	}
	buffer_string(view->out, "</nav>");
}

/* What the roster misses, and the file that came instead. */
static void
add_missing(const struct view *view, const struct standing *standing)
{
	struct place_value year = { "year", standing->missing };

	if (standing->missing.n == 0)
		return;
	buffer_string(view->out, "<p class=\"sum\">");
	if (standing->let_be != NULL)
		markup_text(view->out, standing->let_be[FINDING_MESSAGE]);
	else if (standing->file != NULL) {
		say(view, "summary.unread");
		buffer_string(view->out, " ");
		markup_text(view->out, standing->file[REJECT_PATH]);
		buffer_string(view->out, ": ");
		markup_text(view->out, standing->file[REJECT_REASON]);
	} else
		phrase_add(view->out, view->material->language,
		    "missing-year", &year, 1);
	buffer_string(view->out, "</p>\n");
}

/* The papers, or those of years that the roster does not have. */
static void
add_papers(const struct view *view, const struct standing *standing,
    bool is_expected)
{
	for (size_t i = 0; i < standing->papers; i++)
		if (standing->paper[i]->is_expected == is_expected)
			section_add(view->sections,
			    standing->paper[i]->section, view->out);
}

static bool
has_history(const struct standing *standing)
{
	for (size_t i = 0; i < standing->papers; i++)
		if (!standing->paper[i]->is_expected)
			return true;
	return false;
}

void
office_page_add(const struct view *view, size_t i)
{
	const struct standing *standing = &view->standings->standing[i];

	buffer_string(view->out, "<section class=\"unit");
	markup_add(view->out, " is-", standing_name[standing->state],
	    "\" id=\"u", NULL);
	markup_number(view->out, (long long)i + 1);
	buffer_string(view->out, "\">");
	add_turning(view, i);
	buffer_string(view->out, "<h2 tabindex=\"-1\">");
	office_name_add(view->out, view->material, standing);
	buffer_string(view->out, " ");
	state_add(view, standing->state);
	buffer_string(view->out, "</h2>\n");
	add_missing(view, standing);
	add_papers(view, standing, true);
	if (has_history(standing)) {
		buffer_string(view->out, "<p class=\"cap\">");
		say(view, "history");
		buffer_string(view->out, "</p>\n");
		add_papers(view, standing, false);
	}
	office_years_add(view, i);
	buffer_string(view->out, "</section>\n");
}
