#include "scan.h"

#include <stdlib.h>

#include "base/digits.h"

#include "base/glob.h"
#include "record/amount.h"

void
scan_fail(struct parser *p, const char *reason)
{
	if (p->reason == NULL) {
		p->reason = reason;
		p->reason_at = p->at;
	}
}

void
scan_space(struct parser *p)
{
	while (p->at < p->text.n && p->text.p[p->at] == ' ')
		p->at++;
}

static bool
is_name_char(char c)
{
	return (c >= 'a' && c <= 'z') || is_digit(c) || c == '-' ||
	    c == '.' || c == '$';
}

bool
scan_accept(struct parser *p, const char *word)
{
	struct slice rest;
	size_t       n;

	scan_space(p);
	rest = slice_from(p->text, p->at);
	if (rest.n == 0 || rest.p[0] != word[0])	/* most are told by that */
		return false;
	n = strlen(word);
	if (rest.n < n || memcmp(rest.p, word, n) != 0)
		return false;
	if (is_name_char(word[n - 1]) && word[n - 1] != '-' && rest.n > n &&
	    is_name_char(rest.p[n]))
		return false;
	p->at += n;
	return true;
}

bool
scan_expect(struct parser *p, const char *word)
{
	static const struct {
		const char *word, *reason;
	} expected[] = {
		{ ")", "expected ')'" }, { "}", "expected '}'" },
		{ ",", "expected ','" }, { "'", "expected text in ' '" },
	};

	if (scan_accept(p, word))
		return true;
	for (size_t i = 0; i < sizeof(expected) / sizeof(expected[0]); i++)
		if (strcmp(word, expected[i].word) == 0)
			scan_fail(p, expected[i].reason);
	return false;
}

static struct slice
take_while(struct parser *p, bool fits(char))
{
	size_t start = p->at;

	while (p->at < p->text.n && fits(p->text.p[p->at]))
		p->at++;
	return (struct slice){ p->text.p + start, p->at - start };
}

static bool
is_figure_char(char c)
{
	return is_digit(c) || c == '.';
}

static bool
is_item_char(char c)
{
	return is_name_char(c) || c == '*';
}

static bool
is_col_char(char c)
{
	return is_item_char(c) && c != '.' && c != '$';
}

bool
scan_reference(struct parser *p, struct reference *r)
{
	*r = (struct reference){ .fold = FOLD_SUM };
	r->item = take_while(p, is_item_char);
	if (r->item.n == 0) {
		scan_fail(p, "expected a cell, a number or a function");
		return false;
	}
	if (p->at < p->text.n && p->text.p[p->at] == '@') {
		p->at++;
		r->col = take_while(p, is_col_char);
		if (r->col.n == 0) {
			scan_fail(p, "expected a column");
			return false;
		}
	}
	r->is_pattern = glob_is(r->item) || glob_is(r->col);
	if (p->at < p->text.n && p->text.p[p->at] == '{') {
		p->at++;
		r->expected = atoi(p->text.p + p->at);
		take_while(p, is_figure_char);
		return scan_expect(p, "}");
	}
	return true;
}

bool
scan_amount(struct parser *p, long long *amount)
{
	size_t start;

	scan_space(p);
	start = p->at;
	if (p->at < p->text.n && p->text.p[p->at] == '-')
		p->at++;
	take_while(p, is_figure_char);
	if (amount_parse((struct slice){ p->text.p + start, p->at - start },
	    amount))
		return true;
	p->at = start;
	scan_fail(p, "expected a number");
	return false;
}

const char *
reference_parse(struct slice text, struct reference *reference)
{
	struct expression e = { .code = NULL };
	struct parser     p = { .text = text, .e = &e };

	if (!scan_reference(&p, reference))
		return p.reason;
	return p.at == text.n ? NULL : "not a cell";
}

struct slice
reference_item(const struct reference *r, struct slice item,
    struct arena *arena)
{
	char *copy;

	if (r->item.n == 0 || r->item.p[0] != '$')
		return r->item;
	if (r->item.n == 1)
		return item;
	copy = arena_alloc(arena, item.n + r->item.n);
	memcpy(copy, item.p, item.n);
	memcpy(copy + item.n, r->item.p + 1, r->item.n - 1);
	return (struct slice){ copy, item.n + r->item.n - 1 };
}
