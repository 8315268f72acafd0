#include "notice.h"

#include "interval.h"
#include "record/amount.h"

const struct rule *
notice_rule(const struct rules *rules, const char *id)
{
	for (size_t i = 0; i < rules->n; i++)
		if (rules->rule[i].range == RANGE_OWN &&
		    slice_is(rules->rule[i].id, id))
			return &rules->rule[i];
	return NULL;
}

static void
add_word(const struct notice *notice, struct slice word, struct buffer *out)
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
		quantity_print(out, quantity_point(notice->year *
		    (long long)AMOUNT_ONE));
}

void
notice_message(const struct rule *rule, const struct notice *notice,
    enum rule_language language, struct buffer *out)
{
	struct slice word, text;
	struct slice rest = rule->message[language];

	while (message_next(&rest, &text, &word)) {
		buffer_add(out, text);
		add_word(notice, word, out);
	}
}
