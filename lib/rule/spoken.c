#include "spoken.h"

#include "base/digits.h"
#include "base/glob.h"
#include "label.h"
#include "rule_words.h"

/* A condition being read out. */
struct speech {
	const struct rule  *rule;
	const struct forms *forms;
	struct slice        form;
	enum rule_language  language;
	struct arena        arena;
	struct buffer      *out;
};

static void
say(struct speech *s, struct slice word)
{
	struct slice said = word_said(word, s->language == RULE_CHINESE);

	buffer_add(s->out, said.n > 0 ? said : word);
}

/* NAME without its last level, which is a pattern. */
static struct slice
above(struct slice name)
{
	while (name.n > 0 && name.p[name.n - 1] != '.')
		name.n--;
	name.n -= name.n > 0;
	return name;
}

/* Cells below an item, as `requests.results.denied.*'; or of any. */
static void
say_pattern(struct speech *s, struct slice item)
{
	struct slice group = above(item);

	if (group.n > 0 && !glob_is(group)) {
		label_add(s->forms, s->form, group, SLICE(""), s->out);
		buffer_string(s->out, " ");
	}
	say(s, SLICE("*"));
}

/* The item that stands for `$': the first that the rule names, if it names any. */
static bool
has_item(const struct rule *rule)
{
	return rule->items > 0 && !glob_is(rule->item[0]);
}

static void
say_cell(struct speech *s, const struct reference *r)
{
	bool         is_own = r->item.p[0] == '$';
	struct slice item = is_own && has_item(s->rule) ?
	    reference_item(r, s->rule->item[0], &s->arena) : r->item;

	if (is_own && !has_item(s->rule)) {
		if (r->col.n == 0 || glob_is(r->col))
			say(s, SLICE("$"));
		if (r->col.n > 0 && glob_is(r->col))
			say(s, SLICE("*"));
		else if (r->col.n > 0)
			label_add(s->forms, s->form, SLICE(""), r->col,
			    s->out);
	} else if (glob_is(item))
		say_pattern(s, item);
	else
		label_add(s->forms, s->form, item, glob_is(r->col) ?
		    SLICE("") : r->col, s->out);
}

static bool
is_of_name(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	    is_digit((unsigned char)c) || strchr("._@$*{}-", c) != NULL;
}

/* The name at the beginning of REST, a cell or a word. */
static size_t
name_length(struct slice rest)
{
	size_t n = 0;

	if (is_digit((unsigned char)rest.p[0]) || rest.p[0] == '-' ||
	    (rest.p[0] == '*' && rest.n > 1 && rest.p[1] == ' '))
		return 0;
	while (n < rest.n && rest.p[n] != '\0' && is_of_name(rest.p[n]))
		n++;
	return n;
}

static void
say_name(struct speech *s, struct slice name, bool is_function)
{
	struct reference r;

	if (!is_function && word_said(name, true).n == 0 &&
	    reference_parse(name, &r) == NULL)
		say_cell(s, &r);
	else if (!is_function && (name.p[0] == '$' || name.p[0] == '*') &&
	    reference_parse(name, &r) == NULL)
		say_cell(s, &r);
	else
		say(s, name);
}

/* Steps over a text in quotes, which is said as it is. */
static size_t
quoted(struct slice rest)
{
	const char *end = memchr(rest.p + 1, '\'', rest.n - 1);

	return end != NULL ? (size_t)(end - rest.p) + 1 : rest.n;
}

void
spoken_add(const struct rule *rule, const struct forms *forms,
    struct slice form, enum rule_language language, struct buffer *out)
{
	struct speech s = { rule, forms, form, language, { NULL, NULL }, out };
	struct slice  rest = rule->condition_text;

	while (rest.n > 0) {
		size_t n = name_length(rest);

		if (n > 0)
			say_name(&s, (struct slice){ rest.p, n },
			    n < rest.n && rest.p[n] == '(');
		else {
			n = rest.p[0] == '\'' ? quoted(rest) : 1;
			buffer_add(out, (struct slice){ rest.p, n });
		}
		rest = slice_from(rest, n);
	}
	arena_free(&s.arena);
}
