/* Tags and their attributes, HTML 13.2.5.8 and 13.2.5.32 to 13.2.5.40. */
#include <stdlib.h>

#include "base/left_out.h"
#include "base/memory.h"
#include "token_state.h"

static struct {
	const char *text;
	html_name   name;
} attributes[HTML_ATTRIBUTES] = {
	[HTML_BACKGROUND] = { "background", 0 },
	[HTML_BGCOLOR] = { "bgcolor", 0 },
	[HTML_CLASS] = { "class", 0 },
	[HTML_COLOR] = { "color", 0 },
	[HTML_COLSPAN] = { "colspan", 0 },
	[HTML_CONTENT] = { "content", 0 },
	[HTML_HIDDEN] = { "hidden", 0 },
	[HTML_HREF] = { "href", 0 },
	[HTML_ID] = { "id", 0 },
	[HTML_MULTIPLE] = { "multiple", 0 },
	[HTML_NAME] = { "name", 0 },
	[HTML_REL] = { "rel", 0 },
	[HTML_ROLE_ATTRIBUTE] = { "role", 0 },
	[HTML_ROWSPAN] = { "rowspan", 0 },
	[HTML_SELECTED] = { "selected", 0 },
	[HTML_SIZE] = { "size", 0 },
	[HTML_SPAN] = { "span", 0 },
	[HTML_SRCDOC] = { "srcdoc", 0 },
	[HTML_STYLE] = { "style", 0 },
	[HTML_TYPE] = { "type", 0 },
	[HTML_VALUE] = { "value", 0 },
};

/* Open addressing by name: the number of an attribute plus 1, or 0. */
enum { ATTRIBUTE_SLOTS = 64 };
static unsigned char slot[ATTRIBUTE_SLOTS];

static unsigned
hash_of_name(html_name name)
{
	return (unsigned)(name * 0x9E3779B97F4A7C15u >> 58);
}

static void
place_attributes(void)
{
	for (unsigned i = 0; i < HTML_ATTRIBUTES; i++) {
		html_name name = html_name_of(attributes[i].text);
		unsigned  h = hash_of_name(name);

		while (slot[h] != 0)
			h = (h + 1) % ATTRIBUTE_SLOTS;
		slot[h] = (unsigned char)(i + 1);
		attributes[i].name = name;
	}
}

/* The number of the attribute called NAME, HTML_ATTRIBUTES for any other. */
static unsigned
attribute_of(html_name name)
{
	if (attributes[0].name == 0)
		place_attributes();
	for (unsigned h = hash_of_name(name); slot[h] != 0;
	    h = (h + 1) % ATTRIBUTE_SLOTS)
		if (attributes[slot[h] - 1].name == name)
			return slot[h] - 1u;
	return HTML_ATTRIBUTES;
}

/* What a byte ends in a tag. */
enum { ENDS_TAG_NAME = 1, ENDS_NAME = 2, ENDS_VALUE = 4, IS_SPACE = 8 };

static const unsigned char kind[256] = {
	['\t'] = ENDS_TAG_NAME | ENDS_NAME | ENDS_VALUE | IS_SPACE,
	['\n'] = ENDS_TAG_NAME | ENDS_NAME | ENDS_VALUE | IS_SPACE,
	['\f'] = ENDS_TAG_NAME | ENDS_NAME | ENDS_VALUE | IS_SPACE,
	['\r'] = ENDS_TAG_NAME | ENDS_NAME | ENDS_VALUE | IS_SPACE,
	[' '] = ENDS_TAG_NAME | ENDS_NAME | ENDS_VALUE | IS_SPACE,
	['/'] = ENDS_TAG_NAME | ENDS_NAME,
	['>'] = ENDS_TAG_NAME | ENDS_NAME | ENDS_VALUE,
	['='] = ENDS_NAME,
};

static inline bool
is(char c, int kinds)
{
	return (kind[(unsigned char)c] & kinds) != 0;
}

void
html_tag_begin(struct html_tokenizer *t, const char *at)
{
	t->tag_at = at;
	t->carried = 0;
	t->tag.name = 0;
	t->tag.closing = false;
	t->slash = false;
}

/* Bytes up to this place of the tag are kept. */
static size_t
kept(size_t place)
{
	return place < HTML_TAG_MAX ? place : HTML_TAG_MAX;
}

void
html_tag_carry(struct html_tokenizer *t, const char *end)
{
	size_t n = t->carried + (size_t)(end - t->tag_at);
	size_t have = kept(t->carried), want = kept(n);

	if (t->carried == 0)
		t->tag.line = html_line(t, t->tag_at);
	t->carry = memory_room(t->carry, &t->carry_room, want, 1);
	if (want > have)
		memcpy(t->carry + have, t->tag_at, want - have);
	t->carried = n;
}

static size_t
place_in_tag(const struct html_tokenizer *t, const char *p)
{
	return t->carried + (size_t)(p - t->tag_at);
}

/* The attribute just read has the value up to END.  The first of a name
 * counts.  No address or title is so long that it is not kept. */
static void
give_attribute(struct html_tokenizer *t, size_t end)
{
	unsigned i = attribute_of(t->attribute);

	if (i != HTML_ATTRIBUTES && end > HTML_TAG_MAX) {
		t->cut |= i != HTML_HREF && i != HTML_CONTENT;
		return;
	}
	if (i == HTML_ATTRIBUTES || (t->given & 1u << i) != 0)
		return;
	t->value[i].at = (uint32_t)t->value_at;
	t->value[i].end = (uint32_t)end;
	t->given |= 1u << i;
}

/* What is behind the tag is read as its element wants it. */
static void
read_on(struct html_tokenizer *t, enum html_reading reading)
{
	t->reading = t->tag.closing ? HTML_READ_TAGS : reading;
	t->raw = t->tag.name;
	t->script = 0;
	t->state = html_home(t);
}

/* The tag is complete, its `>' at P. */
static const char *
finish(struct html_tokenizer *t, const char *p)
{
	struct html_tag *tag = &t->tag;
	unsigned         given = t->given;
	const char      *bytes = t->tag_at;

	tag->at = t->carried > 0 ? NULL : t->tag_at;
	if (t->carried > 0) {
		html_tag_carry(t, p);
		bytes = t->carry;
	}
	for (int i = 0; given >> i != 0; i++)
		if ((given >> i & 1) != 0)
			tag->value[i] = (struct slice){ bytes + t->value[i].at,
			    t->value[i].end - t->value[i].at };
	tag->given = given;
	tag->element = html_element(tag->name);
	tag->empty = t->xml && t->slash && !tag->closing;
	/* A picture may be written out in its tag: it has no text. */
	if (t->cut && tag->element->role != HTML_PICTURE)
		left_out("tags longer than is read");
	t->cut = false;
	t->begun = true;
	read_on(t, t->receiver.tag(t->receiver.context, tag));
	for (int i = 0; given >> i != 0; i++)
		tag->value[i] = (struct slice){ NULL, 0 };
	t->given = 0;
	return p + 1;
}

static const char *
tag_name(struct html_tokenizer *t, const char *p, const char *end)
{
	html_name name = t->tag.name;

	while (p < end && !is(*p, ENDS_TAG_NAME))
		name = html_name_add(name, (unsigned char)*p++);
	t->tag.name = name;
	if (p < end)
		t->state = HTML_BEFORE_NAME;
	return p;
}

static const char *
before_name(struct html_tokenizer *t, const char *p, const char *end)
{
	while (p < end && (is(*p, IS_SPACE) || *p == '/'))
		t->slash = *p++ == '/';
	if (p == end)
		return p;
	if (*p == '>')
		return finish(t, p);
	/* A `=' here is the first letter of a name. */
	t->slash = false;
	t->attribute = html_name_add(0, (unsigned char)*p);
	t->state = HTML_ATTRIBUTE_NAME;
	return p + 1;
}

static const char *
attribute_name(struct html_tokenizer *t, const char *p, const char *end)
{
	html_name name = t->attribute;

	while (p < end && !is(*p, ENDS_NAME))
		name = html_name_add(name, (unsigned char)*p++);
	t->attribute = name;
	if (p == end)
		return p;
	if (*p == '=') {
		t->state = HTML_BEFORE_VALUE;
		return p + 1;
	}
	t->state = HTML_AFTER_NAME;
	return p;
}

static const char *
after_name(struct html_tokenizer *t, const char *p, const char *end)
{
	while (p < end && is(*p, IS_SPACE))
		p++;
	if (p == end)
		return p;
	if (*p == '=') {
		t->state = HTML_BEFORE_VALUE;
		return p + 1;
	}
	t->value_at = place_in_tag(t, p);
	give_attribute(t, t->value_at);
	t->state = HTML_BEFORE_NAME;
	return p;
}

static const char *
before_value(struct html_tokenizer *t, const char *p, const char *end)
{
	while (p < end && is(*p, IS_SPACE))
		p++;
	if (p == end)
		return p;
	t->value_at = place_in_tag(t, p);
	switch (*p) {
	case '"':
		t->value_at++;
		t->state = HTML_DOUBLE_QUOTED;
		return p + 1;
	case '\'':
		t->value_at++;
		t->state = HTML_SINGLE_QUOTED;
		return p + 1;
	case '>':
		give_attribute(t, t->value_at);
		t->state = HTML_BEFORE_NAME;
		return p;
	default:
		t->state = HTML_UNQUOTED;
		return p;
	}
}

static const char *
quoted(struct html_tokenizer *t, const char *p, const char *end, char quote)
{
	const char *close = memchr(p, quote, (size_t)(end - p));

	if (close == NULL)
		return end;
	give_attribute(t, place_in_tag(t, close));
	t->state = HTML_BEFORE_NAME;
	return close + 1;
}

static const char *
unquoted(struct html_tokenizer *t, const char *p, const char *end)
{
	while (p < end && !is(*p, ENDS_VALUE))
		p++;
	if (p < end) {
		give_attribute(t, place_in_tag(t, p));
		t->state = HTML_BEFORE_NAME;
	}
	return p;
}

const char *
html_step_tag(struct html_tokenizer *t, const char *p, const char *end)
{
	while (p < end)
		switch (t->state) {
		case HTML_TAG_NAME:
			p = tag_name(t, p, end);
			break;
		case HTML_BEFORE_NAME:
			p = before_name(t, p, end);
			break;
		case HTML_ATTRIBUTE_NAME:
			p = attribute_name(t, p, end);
			break;
		case HTML_AFTER_NAME:
			p = after_name(t, p, end);
			break;
		case HTML_BEFORE_VALUE:
			p = before_value(t, p, end);
			break;
		case HTML_DOUBLE_QUOTED:
			p = quoted(t, p, end, '"');
			break;
		case HTML_SINGLE_QUOTED:
			p = quoted(t, p, end, '\'');
			break;
		case HTML_UNQUOTED:
			p = unquoted(t, p, end);
			break;
		default:	/* behind the tag */
			return p;
		}
	return p;
}
