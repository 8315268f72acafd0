#include "notice.h"

#include "interval.h"
#include "record/amount.h"

const struct rule *
notice_rule(const struct rules *rules, enum own_rule id)
{
	for (size_t i = 0; i < rules->n; i++)
		if (rules->rule[i].range == RANGE_OWN &&
		    slice_is(rules->rule[i].id, own_rule_id[id]))
			return &rules->rule[i];
	return NULL;
}

void
notice_tell(const struct notices *notices, enum own_rule id,
    const struct notice *notice)
{
	const struct rule *rule = notice_rule(notices->rules, id);

	if (rule != NULL)
		notices->write(notices->context, rule, notice);
}

void
notice_tell_disparity(const struct notices *notices, const struct rule *rule,
    struct notice notice, const struct disparity *disparity)
{
	struct buffer where = { .n = 0 }, left = { .n = 0 };
	struct buffer right = { .n = 0 };

	buffer_add(&where, disparity->item);
	buffer_string(&where, "@");
	buffer_add(&where, disparity->col);
	interval_print(&left, disparity->left);
	interval_print(&right, disparity->right);
	notice.where = notice.cells = buffer_slice(&where);
	notice.left = buffer_slice(&left);
	notice.right = buffer_slice(&right);
	notices->write(notices->context, rule, &notice);
	buffer_free(&where);
	buffer_free(&left);
	buffer_free(&right);
}

struct notice
notice_of(const struct report *report)
{
	return (struct notice){ .doc = report->doc, .region = report->region,
	    .org = report->org, .office = report->office,
	    .year = report->year };
}

static void
add_placeholder(const struct notice *notice, struct slice word,
    struct buffer *out)
{
	const struct {
		const char  *word;
		struct slice text;
	} words[] = {
		{ "where", notice->label.n > 0 ? notice->label :
		    notice->where },
		{ "left", notice->left }, { "right", notice->right },
		{ "org", notice->org }, { "other", notice->other },
	};

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (slice_is(word, words[i].word))
			buffer_add(out, words[i].text);
	if (slice_is(word, "year"))
		interval_print(out, interval_point(notice->year *
		    (long long)AMOUNT_ONE));
}

void
notice_message(const struct rule *rule, const struct notice *notice,
    enum rule_language language, struct buffer *out)
{
	struct slice word, text;
	struct slice rest = rule->message[language];

	while (placeholder_next(&rest, &text, &word)) {
		buffer_add(out, text);
		add_placeholder(notice, word, out);
	}
}
