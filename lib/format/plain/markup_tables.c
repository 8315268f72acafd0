#include "markup_tables.h"

#include "base/digits.h"
#include "base/utf8.h"

/* Whether LINE begins as none of them does, nor has the # of Typst within: nearly all
 * lines. */
static bool
begins_none(struct slice line)
{
	return (is_digit(line.p[0]) || utf8_may_begin_han(line.p[0])) &&
	    memchr(line.p, '#', line.n) == NULL;
}

static enum markup
markup_of(struct markup_tables *m, struct slice line)
{
	if (wiki_begins(line))
		return MARKUP_WIKI;
	if (adoc_begins(&m->adoc, line))
		return MARKUP_ADOC;
	if (latex_begins(line))
		return MARKUP_LATEX;
	return typst_begins(line) ? MARKUP_TYPST : MARKUP_NONE;
}

bool
markup_begins(struct markup_tables *m, struct slice line)
{
	return line.n > 0 && !begins_none(line) &&
	    markup_of(m, line) != MARKUP_NONE;
}

void
markup_take(struct markup_tables *m, struct text_table *t,
    unsigned long number, struct slice line)
{
	if (m->open == MARKUP_NONE)
		m->open = markup_of(m, line);
	switch (m->open) {
	case MARKUP_WIKI:
		wiki_take(&m->cells, t, number, line);
		break;
	case MARKUP_ADOC:
		adoc_take(&m->adoc, &m->cells, t, number, line);
		break;
	case MARKUP_LATEX:
		latex_take(&m->latex, t, number, line);
		break;
	case MARKUP_TYPST:
		typst_take(&m->typst, &m->cells, t, number, line);
		break;
	case MARKUP_NONE:
		break;
	}
	if (!m->cells.open && !m->latex.open)
		m->open = MARKUP_NONE;
}

void
markup_close(struct markup_tables *m, struct text_table *t)
{
	placed_end(&m->cells, t);
	placed_free(&m->cells);
	latex_end(&m->latex, t);
	latex_free(&m->latex);
	typst_free(&m->typst);
}
