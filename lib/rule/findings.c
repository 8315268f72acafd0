#include "findings.h"

#include "base/diagnostics.h"
#include "record/writer.h"
#include "rule_words.h"

static const char waived_level[] = "waived";

/* Adds to the message what is said under WORD, with VALUE in its place; nothing where
 * there is none. */
static void
add_said(struct findings *findings, const char *word, struct slice value)
{
	struct buffer *message = &findings->text[TEXT_MESSAGE];
	struct slice   text, place, rest = word_said(slice_of(word),
	    findings->language == RULE_CHINESE);

	while (value.n > 0 && placeholder_next(&rest, &text, &place)) {
		buffer_add(message, text);
		if (place.n > 0)
			buffer_add(message, value);
	}
}

/* Puts who lets a finding be by WAIVER, since when and why, behind its message. */
static void
add_waiver(struct findings *findings, const struct waiver *waiver)
{
	struct buffer *message = &findings->text[TEXT_MESSAGE];
	struct slice   text, place, rest = word_said(SLICE("waived"),
	    findings->language == RULE_CHINESE);

	while (placeholder_next(&rest, &text, &place)) {
		buffer_add(message, text);
		if (slice_is(place, "who"))
			add_said(findings, "waived-who", waiver->who);
		else if (slice_is(place, "day"))
			add_said(findings, "waived-day", waiver->day);
		else if (slice_is(place, "reason"))
			add_said(findings, "waived-reason", waiver->reason);
	}
}

/* The message is in its buffer.  WAIVER: what lets it be, or NULL. */
static void
write_row(struct findings *findings, const struct rule *rule,
    enum verdict verdict, const struct notice *notice,
    const struct waiver *waiver)
{
	enum rule_level    level = findings->is_aside &&
	    rule->level < LEVEL_NOTE ? LEVEL_NOTE : rule->level;
	const struct slice before[] = { notice->doc, notice->region,
	    notice->org };
	const struct slice behind[] = { rule->id,
	    slice_of(waiver != NULL ? waived_level :
	    rule_level_name[level]),
	    slice_of(verdict_name[verdict]), notice->where, notice->left,
	    notice->right, notice->cells, notice->loc };
	struct writer     *w = &writer_stdout;

	if (verdict == VERDICT_FAIL && level == LEVEL_ERROR &&
	    waiver == NULL)
		status_raise(CLI_FOUND);
	if (!findings->wanted[verdict] ||
	    (waiver != NULL && !findings->wants_waived))
		return;
	if (waiver != NULL)
		add_waiver(findings, waiver);
	writer_raws(w, before, 3);
	if (notice->year > 0)
		writer_number(w, notice->year);
	else
		writer_string(w, "");
	writer_raws(w, behind, 8);
	writer_shown_raw(w, buffer_slice(&findings->text[TEXT_MESSAGE]));
	writer_end(w);
}

static void
write_notice(void *context, const struct rule *rule,
    const struct notice *notice)
{
	struct findings *findings = context;
	struct buffer   *message = &findings->text[TEXT_MESSAGE];

	message->n = 0;
	notice_message(rule, notice, findings->language, message);
	write_row(findings, rule, VERDICT_FAIL, notice,
	    waivers_cover(&findings->waivers, rule->id, notice));
}

void
findings_start(struct findings *findings, const struct rules *rules,
    const struct forms *forms)
{
	findings->notices = (struct notices){ rules, forms, write_notice,
	    findings };
}

bool
findings_want_all(const struct findings *findings)
{
	for (int v = 0; v < VERDICT_NONE; v++)
		if (v != VERDICT_FAIL && findings->wanted[v])
			return true;
	return false;
}

/* FINDING as a notice, of which some fields are in FINDINGS->text. */
static struct notice
describe(struct findings *findings, const struct finding *finding)
{
	struct notice  notice = notice_of(finding->evidence->now);
	struct buffer *text = findings->text;

	for (int i = 0; i < TEXTS; i++)
		text[i].n = 0;
	message_where(finding, &text[TEXT_WHERE]);
	interval_print(&text[TEXT_LEFT], finding->left);
	interval_print(&text[TEXT_RIGHT], finding->right);
	message_cells(finding, &text[TEXT_CELLS], &notice.loc);
	notice.where = buffer_slice(&text[TEXT_WHERE]);
	notice.left = buffer_slice(&text[TEXT_LEFT]);
	notice.right = buffer_slice(&text[TEXT_RIGHT]);
	notice.cells = buffer_slice(&text[TEXT_CELLS]);
	return notice;
}

void
findings_waive(struct findings *findings, const struct finding *finding)
{
	struct notice notice = describe(findings, finding);

	waivers_cover(&findings->waivers, finding->instance->rule->id,
	    &notice);
}

void
findings_write(void *context, const struct finding *finding)
{
	struct findings     *findings = context;
	const struct rule   *rule = finding->instance->rule;
	const struct waiver *waiver = NULL;
	bool                 fails = finding->verdict == VERDICT_FAIL;
	struct notice        notice;

	if (!findings->wanted[finding->verdict] && !fails)
		return;
	notice = describe(findings, finding);
	if (fails)
		waiver = waivers_cover(&findings->waivers, rule->id, &notice);
	message_write(finding, findings->language, findings->notices.forms,
	    &findings->text[TEXT_MESSAGE]);
	write_row(findings, rule, finding->verdict, &notice, waiver);
}

void
findings_free(struct findings *findings)
{
	waivers_free(&findings->waivers);
	for (int i = 0; i < TEXTS; i++)
		buffer_free(&findings->text[i]);
}
