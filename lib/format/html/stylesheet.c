#include "stylesheet.h"

#include <stdlib.h>

#include "base/left_out.h"
#include "base/memory.h"

enum {
	SHEET_BYTES = 1024 * 1024,
	RULES_MAX = 4096,
	MATCHES_MAX = 64,
	/* What a rule may take back that another one says. */
	TAKEN_BACK = HTML_GONE | HTML_VEILED | HTML_STRUCK | HTML_RAISED,
};

struct html_rule {
	struct html_selector selector;
	struct html_style    style;
	enum html_box        box;
	struct html_generated adds;
	bool                 vague;	/* may be for fewer elements */
	size_t               next;	/* of the same slot, plus 1, or 0 */
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
	size_t *link = &sheet->first[slot_of(html_compound_key(
	    &rule.selector.compound))];

	if (sheet->rules >= RULES_MAX) {
		left_out("more rules of style than are read");
		return;
	}
	*MEMORY_APPEND(sheet->rule, sheet->rules, sheet->room) = rule;
	while (*link != 0)
		link = &sheet->rule[*link - 1].next;
	*link = sheet->rules;
}

/* RULE is for the box of an element that SELECTOR has the rest of.  One that cannot
 * be read as a whole may add text: then its elements cannot be read. */
static void
add_box_rule(struct html_stylesheet *sheet, struct html_rule *rule,
    struct slice selector)
{
	struct buffer plain = { 0 };

	rule->vague = !html_selector_read(&rule->selector, &sheet->kin,
	    selector);
	if (!rule->vague)
		add_rule(sheet, *rule);
	else if (rule->adds.kind > HTML_NO_TEXT &&
	    html_selector_plain(&plain, selector)) {
		if (html_selector_read(&rule->selector, &sheet->kin,
		    buffer_slice(&plain)))
			add_rule(sheet, *rule);
		else if (rule->adds.kind != HTML_AN_ICON)
			left_out("rules of style add text that is not read");
	}
	buffer_free(&plain);
}

/* Whether SELECTOR, which is not read, is for parts of tables: `td:nth-child(2)'. */
static bool
is_for_cells(struct slice selector)
{
	static const char *const parts[] = { "td", "th", "tr", "col" };
	struct buffer            plain = { 0 };
	struct html_kin          around = { .n = 0 };
	struct html_selector     read;
	bool                     found = false;

	if (html_selector_plain(&plain, selector) &&
	    html_selector_read(&read, &around, buffer_slice(&plain)))
		for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++)
			found |= read.compound.element ==
			    html_name_of(parts[i]);
	buffer_free(&plain);
	return found;
}

static void
add_rules(struct html_stylesheet *sheet, struct slice selectors,
    struct slice declarations)
{
	struct html_rule  rule = { .style = html_style(declarations) };
	struct html_style *style = &rule.style;
	struct slice      selector;

	/* White text with a class may stand on what the class brings. */
	style->said &= ~(unsigned)HTML_WHITE;
	style->look &= ~(unsigned)HTML_WHITE;
	if (slice_find(selectors, SLICE(":")) != NULL)
		rule.adds = html_generated_of(&sheet->made, declarations);
	sheet->generates |= rule.adds.kind > HTML_NO_TEXT;
	if (style->look == 0 && (style->said & TAKEN_BACK) == 0 &&
	    rule.adds.kind == HTML_UNSAID)
		return;
	while (slice_cut(&selectors, ',', &selector)) {
		rule.box = html_box_of(&selector);
		rule.vague = false;
		if (rule.box != HTML_ITSELF)
			add_box_rule(sheet, &rule, selector);
		else if (html_selector_read(&rule.selector, &sheet->kin,
		    selector))
			add_rule(sheet, rule);
		else if ((style->look & (HTML_GONE | HTML_INVISIBLE)) != 0 &&
		    is_for_cells(selector))
			left_out("rules of style hide cells that are read");
	}
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

/* Whether the medium that TEXT begins with the name of is the one that is read. */
static bool
is_for_screens(struct slice text)
{
	text = slice_trim(text);
	return slice_starts_nocase(text, SLICE("@media")) &&
	    (slice_is_nocase(slice_trim(slice_from(text, 6)), SLICE("screen")) ||
	    slice_is_nocase(slice_trim(slice_from(text, 6)), SLICE("all")));
}

/* `@media print { ... }', `@import url(a.css);': the bytes.  Of `@media screen { ... }'
 * those before the rules in it. */
static size_t
at_rule(struct slice text)
{
	size_t n = 0;

	while (n < text.n && text.p[n] != ';' && text.p[n] != '{')
		n++;
	if (n < text.n && text.p[n] == '{' &&
	    !is_for_screens((struct slice){ text.p, n }))
		return n + block_at(slice_from(text, n));
	return n < text.n ? n + 1 : n;
}

void
html_stylesheet_end(struct html_stylesheet *sheet)
{
	struct slice text = buffer_slice(&sheet->text);

	while ((text = skip_comments(text)).n > 0) {
		const char *open, *end;

		if (text.p[0] == '@' || text.p[0] == '}') {
			text = slice_from(text, text.p[0] == '@' ?
			    at_rule(text) : 1);
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

/* Rules for one element, the lighter before the heavier. */
struct matches {
	const struct html_rule *rule[MATCHES_MAX];
	size_t                  n;
};

static void
add_match(struct matches *matches, const struct html_rule *rule)
{
	size_t i = matches->n;

	if (i == MATCHES_MAX) {
		left_out("more rules of style than are read");
		return;
	}
	for (; i > 0 && (matches->rule[i - 1]->selector.weight >
	    rule->selector.weight || (matches->rule[i - 1]->selector.weight ==
	    rule->selector.weight && matches->rule[i - 1] > rule)); i--)
		matches->rule[i] = matches->rule[i - 1];
	matches->rule[i] = rule;
	matches->n++;
}

/* Adds the rules looked up by NAME that are for BOX of an element with TRAITS in
 * KIN. */
static void
find_rules(const struct html_stylesheet *sheet, html_name name,
    enum html_box box, const struct html_traits *traits, uint64_t kin,
    struct matches *matches)
{
	size_t i = sheet->first[slot_of(name)];

	for (const struct html_rule *rule; i != 0; i = rule->next) {
		const struct html_selector *selector;

		rule = &sheet->rule[i - 1];
		selector = &rule->selector;
		if (rule->box == box &&
		    html_compound_key(&selector->compound) == name &&
		    (selector->within & ~kin) == 0 &&
		    html_compound_is(&selector->compound, traits))
			add_match(matches, rule);
	}
}

/* Finds the rules for BOX of the element of TAG. */
static void
match_rules(const struct html_stylesheet *sheet, const struct html_tag *tag,
    enum html_box box, struct matches *matches)
{
	struct html_traits traits;

	matches->n = 0;
	html_traits_of(&traits, tag);
	find_rules(sheet, traits.element, box, &traits, tag->kin, matches);
	if (traits.id != 0)
		find_rules(sheet, traits.id, box, &traits, tag->kin, matches);
	for (size_t i = 0; i < traits.classes; i++)
		find_rules(sheet, traits.class[i], box, &traits, tag->kin,
		    matches);
}

struct html_style
html_stylesheet_style(const struct html_stylesheet *sheet,
    const struct html_tag *tag)
{
	struct matches    matches;
	struct html_style style = { 0, 0 };

	match_rules(sheet, tag, HTML_ITSELF, &matches);
	for (size_t i = 0; i < matches.n; i++)
		style = html_style_over(style, matches.rule[i]->style);
	return style;
}

struct html_generated
html_stylesheet_adds(const struct html_stylesheet *sheet,
    const struct html_tag *tag, enum html_box box)
{
	struct matches        matches;
	struct html_style     style = { 0, 0 };
	struct html_generated adds = { .kind = HTML_UNSAID };

	match_rules(sheet, tag, box, &matches);
	for (size_t i = 0; i < matches.n; i++) {
		const struct html_rule *rule = matches.rule[i];

		if (rule->adds.kind != HTML_UNSAID)
			adds = rule->adds;
		if (rule->vague && adds.kind == HTML_A_TEXT)
			adds.kind = HTML_NOT_READ;
		if (!rule->vague)
			style = html_style_over(style, rule->style);
	}
	if ((style.look & (HTML_GONE | HTML_INVISIBLE)) != 0)
		adds.kind = HTML_NO_TEXT;
	return adds;
}

uint64_t
html_stylesheet_kin(const struct html_stylesheet *sheet,
    const struct html_tag *tag)
{
	struct html_traits traits;

	if (sheet->kin.n == 0)
		return 0;
	html_traits_of(&traits, tag);
	return html_kin_of(&sheet->kin, &traits);
}

void
html_stylesheet_free(struct html_stylesheet *sheet)
{
	free(sheet->rule);
	buffer_free(&sheet->text);
	buffer_free(&sheet->made);
}
