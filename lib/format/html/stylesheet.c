#include "stylesheet.h"

#include <stdlib.h>

#include "base/left_out.h"
#include "base/memory.h"

enum {
	SHEET_BYTES = 1024 * 1024,
	RULES_MAX = 4096,
	/* What a rule may take back that another one says. */
	TAKEN_BACK = HTML_GONE | HTML_VEILED | HTML_STRUCK | HTML_RAISED,
};

struct html_rule {
	html_name         name;		/* of a class, or of elements */
	bool              class;
	html_name         element;	/* of the class: 0 for any */
	struct html_style style;
	size_t            next;		/* of the same slot, plus 1, or 0 */
};

static unsigned
slot_of(html_name name)
{
	return (unsigned)(name * 0x9E3779B97F4A7C15u >> 58);
}

void
html_stylesheet_text(struct html_stylesheet *sheet, struct slice text)
{
	if (sheet->text.n + text.n <= SHEET_BYTES)
		buffer_add(&sheet->text, text);
	else
		left_out("a style sheet longer than is read");
}

/* Rules of a slot stay in their order. */
static void
add_rule(struct html_stylesheet *sheet, struct html_rule rule)
{
	size_t *link = &sheet->first[slot_of(rule.name)];

	if (sheet->rules >= RULES_MAX) {
		left_out("more rules of style than are read");
		return;
	}
	*MEMORY_APPEND(sheet->rule, sheet->rules, sheet->room) = rule;
	while (*link != 0)
		link = &sheet->rule[*link - 1].next;
	*link = sheet->rules;
}

/* The name that TEXT begins with: its bytes. */
static size_t
name_at(struct slice text, html_name *name)
{
	size_t n = 0;

	*name = 0;
	while (n < text.n && ((text.p[n] | 0x20) >= 'a' || text.p[n] == '-' ||
	    (text.p[n] >= '0' && text.p[n] <= '9')) && text.p[n] != '{' &&
	    text.p[n] != '~' && text.p[n] != '[')
		*name = html_name_add(*name, (unsigned char)text.p[n++]);
	return n;
}

/* Adds a rule for SELECTOR if it is an element's name, a class or both. */
static void
add_selector(struct html_stylesheet *sheet, struct slice selector,
    struct html_style style)
{
	struct html_rule rule = { .style = style };
	size_t           n;

	selector = slice_trim(selector);
	n = name_at(selector, &rule.element);
	selector = slice_from(selector, n);
	rule.name = rule.element;
	if (selector.n > 0 && selector.p[0] == '.') {
		rule.class = true;
		selector = slice_from(selector, 1);
		n = name_at(selector, &rule.name);
		selector = slice_from(selector, n);
	}
	if (n > 0 && selector.n == 0)
		add_rule(sheet, rule);
}

static void
add_rules(struct html_stylesheet *sheet, struct slice selectors,
    struct slice declarations)
{
	struct html_style style = html_style(declarations);
	struct slice      selector;

	/* White text with a class may stand on what the class brings. */
	style.said &= ~(unsigned)HTML_WHITE;
	style.look &= ~(unsigned)HTML_WHITE;
	if (style.look == 0 && (style.said & TAKEN_BACK) == 0)
		return;
	while (slice_cut(&selectors, ',', &selector))
		add_selector(sheet, selector, style);
}

/* What TEXT holds behind its next comment or the sign of one, as Word puts
 * around its rules. */
static struct slice
skip_comments(struct slice text)
{
	for (;;) {
		const char *end;

		text = slice_trim(text);
		if (slice_starts(text, SLICE("<!--")))
			text = slice_from(text, 4);
		else if (slice_starts(text, SLICE("-->")))
			text = slice_from(text, 3);
		else if (slice_starts(text, SLICE("/*"))) {
			end = slice_find(slice_from(text, 2), SLICE("*/"));
			if (end == NULL)
				return slice_from(text, text.n);
			text = slice_from(text, (size_t)(end + 2 - text.p));
		} else
			return text;
	}
}

/* The bytes of the block that TEXT begins with the `{' of, blocks in it
 * included. */
static size_t
block_at(struct slice text)
{
	unsigned depth = 0;

	for (size_t i = 0; i < text.n; i++) {
		depth += text.p[i] == '{';
		depth -= text.p[i] == '}';
		if (depth == 0)
			return i + 1;
	}
	return text.n;
}

/* `@media print { ... }', `@import url(a.css);': the bytes. */
static size_t
at_rule(struct slice text)
{
	size_t n = 0;

	while (n < text.n && text.p[n] != ';' && text.p[n] != '{')
		n++;
	if (n < text.n && text.p[n] == '{')
		return n + block_at(slice_from(text, n));
	return n < text.n ? n + 1 : n;
}

void
html_stylesheet_end(struct html_stylesheet *sheet)
{
	struct slice text = buffer_slice(&sheet->text);

	while ((text = skip_comments(text)).n > 0) {
		const char *open, *end;

		if (text.p[0] == '@') {
			text = slice_from(text, at_rule(text));
			continue;
		}
		open = memchr(text.p, '{', text.n);
		end = open == NULL ? NULL : memchr(open, '}',
		    text.n - (size_t)(open - text.p));
		if (end == NULL)
			break;
		add_rules(sheet, (struct slice){ text.p,
		    (size_t)(open - text.p) }, (struct slice){ open + 1,
		    (size_t)(end - open - 1) });
		text = slice_from(text, (size_t)(end + 1 - text.p));
	}
	sheet->text.n = 0;
}

/* What the rules called NAME say over STYLE: those of a class, or those of
 * elements. */
static struct html_style
rules_over(const struct html_stylesheet *sheet, struct html_style style,
    const struct html_tag *tag, html_name name, bool class)
{
	size_t i = sheet->first[slot_of(name)];

	for (const struct html_rule *rule; i != 0; i = rule->next) {
		rule = &sheet->rule[i - 1];
		if (rule->name == name && rule->class == class &&
		    (rule->element == 0 || rule->element == tag->name))
			style = html_style_over(style, rule->style);
	}
	return style;
}

struct html_style
html_stylesheet_style(const struct html_stylesheet *sheet,
    const struct html_tag *tag)
{
	struct slice      classes = tag->value[HTML_CLASS];
	struct html_style style = { 0, 0 };

	style = rules_over(sheet, style, tag, tag->name, false);
	while (classes.n > 0) {
		html_name name = 0;
		size_t    n = 0;

		while (n < classes.n && (unsigned char)classes.p[n] > ' ')
			name = html_name_add(name,
			    (unsigned char)classes.p[n++]);
		if (n > 0)
			style = rules_over(sheet, style, tag, name, true);
		classes = slice_from(classes, n < classes.n ? n + 1 : n);
	}
	return style;
}

void
html_stylesheet_free(struct html_stylesheet *sheet)
{
	free(sheet->rule);
	buffer_free(&sheet->text);
}
