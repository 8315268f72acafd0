#include "rules.h"

#include <math.h>
#include <stdlib.h>

/* No cell with text in it is narrower; strokes of drawn letters are. */
static const float shortest = 6;

/* No column is wider than this where it leaves the page. */
static const float beyond = 200;

static int
rules_in_order(const void *a, const void *b)
{
	const struct page_rule *r = a, *s = b;

	if (r->across != s->across)
		return r->across ? 1 : -1;
	if (r->at != s->at)
		return r->at < s->at ? -1 : 1;
	return (r->from > s->from) - (r->from < s->from);
}

static int
rules_by_beginning(const void *a, const void *b)
{
	const struct page_rule *r = a, *s = b;

	if (r->from != s->from)
		return r->from < s->from ? -1 : 1;
	return (r->to > s->to) - (r->to < s->to);
}

/* Unites the N rules at RULE, all in one line, that touch, into the places from OUT on;
 * returns the place behind the last.  Those that do not may be of two tables, whose
 * columns are nearly the same: each keeps its place. */
static struct page_rule *
unite_rules(struct page_rule *rule, size_t n, struct page_rule *out)
{
	qsort(rule, n, sizeof(*rule), rules_by_beginning);
	for (size_t i = 0; i < n; ) {
		struct page_rule whole = rule[i];
		float            longest = whole.to - whole.from;

		for (i++; i < n && rule[i].from <= whole.to + PAGE_SNAP; i++) {
			whole.to = fmaxf(whole.to, rule[i].to);
			if (rule[i].to - rule[i].from > longest) {
				longest = rule[i].to - rule[i].from;
				whole.at = rule[i].at;
			}
		}
		if (whole.to - whole.from >= shortest)
			*out++ = whole;
	}
	return out;
}

/* A table that reaches the edge of its page goes on beyond it, with text that
 * is in the file though nobody sees it: lets its rules go on too, and drops
 * what was drawn at the edge for its end. */
static void
go_beyond(struct drawn_page *page)
{
	size_t kept = 0;

	for (size_t i = 0; i < page->rules; i++) {
		struct page_rule rule = page->rule[i];

		if (rule.across && rule.to > page->width - PAGE_NEAR_EDGE)
			rule.to = page->width + beyond;
		if (rule.across || rule.at <= page->width - 1)
			page->rule[kept++] = rule;
	}
	page->rules = kept;
}

void
page_rules_tidy(struct drawn_page *page)
{
	struct page_rule *out = page->rule;

	go_beyond(page);
	if (page->rules == 0)
		return;
	qsort(page->rule, page->rules, sizeof(*page->rule), rules_in_order);
	for (size_t i = 0, n; i < page->rules; i += n) {
		const struct page_rule *first = &page->rule[i];

		for (n = 1; i + n < page->rules; n++)
			if (first[n].across != first->across ||
			    first[n].at - first->at > PAGE_SNAP)
				break;
		out = unite_rules(&page->rule[i], n, out);
	}
	page->rules = (size_t)(out - page->rule);
	qsort(page->rule, page->rules, sizeof(*page->rule), rules_in_order);
}
