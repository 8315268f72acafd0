#include "reuse_record.h"

#include <stdio.h>

#include "reuse_words.h"
#include "rule/placeholders.h"

enum { DIGITS = 12 };	/* of a number, and the end */

/* Adds the words of KEY, filled in with the N FILLINGS. */
static void
add_words(struct buffer *out, const char *key, enum rule_language language,
    const struct filling fillings[], size_t n)
{
	placeholders_fill(out, reuse_words(slice_of(key), language), fillings, n);
}

/* TEXT, or where it is empty the words of KEY. */
static struct slice
or_words(struct slice text, const char *key, enum rule_language language)
{
	return text.n > 0 ? text : reuse_words(slice_of(key), language);
}

static struct slice
name_of_section(struct slice code, enum rule_language language)
{
	char         key[64];
	struct slice words;

	snprintf(key, sizeof(key), "section.%.*s", (int)code.n, code.p);
	words = reuse_words(slice_of(key), language);
	return words.n > 0 ? words : code;
}

/* Adds what PAIR is: facts, of which the reader may think what he likes. */
static void
add_message(struct buffer *out, const struct reuse_pair *pair,
    enum rule_language language)
{
	static const char *const  key[2][2] = { { "part", "same" },
	    { "own-part", "own-same" } };
	const struct reuse_side *now = &pair->now, *earlier = &pair->earlier;
	char                      shared[DIGITS], percent[DIGITS];

	snprintf(shared, sizeof(shared), "%u", now->share.shared);
	snprintf(percent, sizeof(percent), "%u", share_percent(now->share));
	add_words(out, key[pair->is_own][pair->is_same], language, (struct filling[]){
	    { "section", name_of_section(now->section, language) },
	    { "org", or_words(earlier->head.org, "no-org", language) },
	    { "year", or_words(earlier->head.year, "no-year", language) },
	    { "shared", slice_of(shared) }, { "percent", slice_of(percent) } }, 5);
	if (!pair->is_own || pair->order == REUSE_UNKNOWN)
		add_words(out, reuse_order_name[pair->order], language,
		    (struct filling[]){ { "date", earlier->head.published } }, 1);
	if (now->names.n > 0)
		add_words(out, "names", language,
		    (struct filling[]){ { "names", now->names } }, 1);
	if (earlier->names.n > 0)
		add_words(out, "other-names", language,
		    (struct filling[]){ { "names", earlier->names } }, 1);
}

static void
write_report(struct writer *w, const struct reuse_side *side)
{
	writer_raw(w, side->report->name);
	writer_raw(w, side->head.region);
	writer_raw(w, side->head.org);
	writer_raw(w, side->head.year);
	writer_raw(w, side->head.published);
	writer_raw(w, side->section.n > 0 ? side->section : SLICE("*"));
	writer_raw(w, side->loc);
}

static void
write_share(struct writer *w, const struct reuse_side *side)
{
	writer_number(w, side->share.characters);
	writer_number(w, side->share.shared);
	writer_number(w, share_percent(side->share));
	writer_raw(w, side->names);
}

void
reuse_record_write(struct writer *w, const struct reuse_pair *pair,
    enum rule_language language, struct buffer *message)
{
	write_report(w, &pair->now);
	write_report(w, &pair->earlier);
	writer_string(w, reuse_order_name[pair->order]);
	writer_string(w, pair->is_same ? "same" : "part");
	write_share(w, &pair->now);
	write_share(w, &pair->earlier);
	writer_shown_raw(w, pair->text);
	message->n = 0;
	add_message(message, pair, language);
	writer_shown_raw(w, buffer_slice(message));
	writer_end(w);
}
