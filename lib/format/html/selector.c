#include "selector.h"

#include "base/left_out.h"

static bool
is_name_character(unsigned char c)
{
	return (c | 0x20) >= 'a' ? c != '{' && c != '}' && c != '|' &&
	    c != '~' && c != '[' && c != '\\' && c != ']' && c != '^' &&
	    c != '`' && c != '@' : c == '-' || c == '_' ||
	    (c >= '0' && c <= '9');
}

/* The name that TEXT begins with: its bytes. */
static size_t
name_at(struct slice text, html_name *name)
{
	size_t n = 0;

	*name = 0;
	while (n < text.n && is_name_character((unsigned char)text.p[n]))
		*name = html_name_add(*name, (unsigned char)text.p[n++]);
	return n;
}

/* The class or id that TEXT begins with, its mark before it: its bytes, 0 if there
 * is none that can be kept. */
static size_t
mark_at(struct slice text, struct html_compound *compound)
{
	html_name name;
	size_t    n = name_at(slice_from(text, 1), &name);

	if (n == 0)
		return 0;
	if (text.p[0] == '#')
		compound->id = name;
	else if (text.p[0] == '.' && compound->classes < HTML_CLASSES_MAX)
		compound->class[compound->classes++] = name;
	else
		return 0;
	return n + 1;
}

/* The compound that TEXT begins with: its bytes, 0 if it is not read. */
static size_t
compound_at(struct slice text, struct html_compound *compound)
{
	size_t at;

	*compound = (struct html_compound){ 0 };
	at = name_at(text, &compound->element);
	while (at < text.n && (text.p[at] == '.' || text.p[at] == '#')) {
		size_t n = mark_at(slice_from(text, at), compound);

		if (n == 0)
			return 0;
		at += n;
	}
	return at;
}

static bool
is_same(const struct html_compound *a, const struct html_compound *b)
{
	if (a->element != b->element || a->id != b->id ||
	    a->classes != b->classes)
		return false;
	for (size_t i = 0; i < a->classes; i++)
		if (a->class[i] != b->class[i])
			return false;
	return true;
}

/* The bit of COMPOUND in KIN; 0: there are too many. */
static uint64_t
bit_of(struct html_kin *kin, const struct html_compound *compound)
{
	size_t i = 0;

	while (i < kin->n && !is_same(&kin->compound[i], compound))
		i++;
	if (i == HTML_KIN_MAX) {
		left_out("more rules of style than are read");
		return 0;
	}
	if (i == kin->n)
		kin->compound[kin->n++] = *compound;
	return (uint64_t)1 << i;
}

static unsigned
weight_of(const struct html_compound *compound)
{
	enum { OF_ID = 10000, OF_CLASS = 100 };

	return (compound->id != 0) * OF_ID +
	    (unsigned)compound->classes * OF_CLASS + (compound->element != 0);
}

bool
html_selector_read(struct html_selector *selector, struct html_kin *kin,
    struct slice text)
{
	*selector = (struct html_selector){ 0 };
	text = slice_trim(text);
	for (;;) {
		uint64_t bit;
		size_t   n = compound_at(text, &selector->compound);

		if (n == 0)
			return false;
		selector->weight += weight_of(&selector->compound);
		text = slice_from(text, n);
		if (text.n == 0)
			return true;
		if (text.p[0] != '>' && (unsigned char)text.p[0] > ' ')
			return false;
		text = slice_trim(text);
		if (text.p[0] == '>')
			text = slice_trim(slice_from(text, 1));
		bit = bit_of(kin, &selector->compound);
		if (bit == 0)
			return false;
		selector->within |= bit;
	}
}

html_name
html_compound_key(const struct html_compound *compound)
{
	return compound->id != 0 ? compound->id : compound->classes > 0 ?
	    compound->class[0] : compound->element;
}

void
html_traits_of(struct html_traits *traits, const struct html_tag *tag)
{
	struct slice classes = tag->value[HTML_CLASS];
	struct slice id = slice_trim(tag->value[HTML_ID]);

	traits->element = tag->name;
	traits->classes = 0;
	traits->id = 0;
	for (size_t i = 0; i < id.n; i++)
		traits->id = html_name_add(traits->id, (unsigned char)id.p[i]);
	while (classes.n > 0 && traits->classes < HTML_TAG_CLASSES_MAX) {
		html_name name = 0;
		size_t    n = 0;

		while (n < classes.n && (unsigned char)classes.p[n] > ' ')
			name = html_name_add(name,
			    (unsigned char)classes.p[n++]);
		if (n > 0)
			traits->class[traits->classes++] = name;
		classes = slice_from(classes, n < classes.n ? n + 1 : n);
	}
}

static bool
has_class(const struct html_traits *traits, html_name name)
{
	for (size_t i = 0; i < traits->classes; i++)
		if (traits->class[i] == name)
			return true;
	return false;
}

bool
html_compound_is(const struct html_compound *compound,
    const struct html_traits *traits)
{
	if ((compound->element != 0 && compound->element != traits->element) ||
	    (compound->id != 0 && compound->id != traits->id))
		return false;
	for (size_t i = 0; i < compound->classes; i++)
		if (!has_class(traits, compound->class[i]))
			return false;
	return true;
}

uint64_t
html_kin_of(const struct html_kin *kin, const struct html_traits *traits)
{
	uint64_t bits = 0;

	for (size_t i = 0; i < kin->n; i++)
		if (html_compound_is(&kin->compound[i], traits))
			bits |= (uint64_t)1 << i;
	return bits;
}
