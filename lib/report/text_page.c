#include "text_page.h"

#include "base/utf8.h"
#include "entry_page.h"
#include "paper.h"
#include "plain_text.h"
#include "text_lines.h"
#include "words.h"

enum { INDENT = 6 };

static const char *const colour[RULE_LEVELS] = {
	[LEVEL_ERROR] = "31", [LEVEL_SUSPECT] = "33", [LEVEL_DUTY] = "35",
	[LEVEL_NOTE] = "36",
};

/* Adds TEXT, in COLOUR where there are colours; with NULL it is what stands out. */
static void
add_coloured(const struct text_page *page, struct buffer *out,
    const char *code, struct slice text)
{
	if (page->has_colours) {
		buffer_string(out, "\033[1");
		buffer_string(out, code != NULL ? ";" : "");
		buffer_string(out, code != NULL ? code : "");
		buffer_string(out, "m");
	}
	buffer_add(out, text);
	if (page->has_colours)
		buffer_string(out, "\033[0m");
}

/* Cuts the next paragraph, heading, row or point off MARKUP into *BLOCK, with the tag
 * that ends it; false behind the last. */
static bool
next_block(struct slice *markup, struct slice *block)
{
	static const struct slice ends[] = { { "</h4>", 5 }, { "</tr>", 5 },
		{ "</p>", 4 }, { "</li>", 5 } };

	for (size_t at = 0; at < markup->n; at++)
		for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++)
			if (slice_starts(slice_from(*markup, at), ends[i])) {
				*block = (struct slice){ markup->p,
				    at + ends[i].n };
				*markup = slice_from(*markup, block->n);
				return true;
			}
	return false;
}

/* The text of BLOCK in *TEXT; the cells of a row stand apart. */
static void
read_block(struct slice block, struct buffer *text)
{
	static const struct slice cell = { "</th>", 5 }, sum = { "</td><td>", 9 };
	size_t begin = 0;

	text->n = 0;
	for (size_t at = 0; at < block.n; at++) {
		bool is_sum = slice_starts(slice_from(block, at), sum);

		if (!is_sum && !slice_starts(slice_from(block, at), cell))
			continue;
		plain_markup_add(text, (struct slice){ block.p + begin,
		    at - begin });
		if (!is_sum)
			buffer_string(text, "  ");
		else if (text->n > 0 && text->p[text->n - 1] != ' ')
			buffer_string(text, " = ");
		begin = at;
	}
	plain_markup_add(text, slice_from(block, begin));
}

/* Whether BLOCK is a point of a list. */
static bool
ends_point(struct slice block)
{
	const struct slice end = SLICE("</li>");

	return slice_eq(slice_from(block, block.n - end.n), end);
}

/* The length of the mark and the number that the heading TEXT begins with: of two
 * characters. */
static size_t
mark_length(struct slice text)
{
	uint32_t c;
	size_t   n = 0;

	for (int i = 0; i < 2 && n < text.n; i++)
		n += utf8_decode(slice_from(text, n), &c);
	return n;
}

/* Adds the heading TEXT of an entry of LEVEL. */
static void
add_heading(const struct text_page *page, enum rule_level level,
    struct slice text, struct buffer *out)
{
	size_t n = mark_length(text);

	buffer_string(out, "\n  ");
	add_coloured(page, out, colour[level], (struct slice){ text.p, n });
	buffer_string(out, " ");
	text_lines_add(out, slice_from(text, n), INDENT, page->columns);
	buffer_string(out, "\n");
}

/* Adds ENTRY, number NUMBER: what its item of the page says, in lines. */
static void
add_entry(const struct text_page *page, const struct entry_page *entry_page,
    const struct fault_entry *entry, size_t number, struct buffer *out)
{
	static struct buffer text;
	struct buffer       *markup = entry_page->drawing->out;
	struct slice         rest, block;
	bool                 is_heading = true;

	markup->n = 0;
	entry_add(entry_page, entry, number);
	rest = buffer_slice(markup);
	for (; next_block(&rest, &block); is_heading = false) {
		read_block(block, &text);
		if (is_heading) {
			add_heading(page, entry->level, buffer_slice(&text),
			    out);
			continue;
		}
		if (text.n == 0)
			continue;	/* the end of the entry's own item */
		buffer_string(out, ends_point(block) ? "    · " : "      ");
		text_lines_add(out, buffer_slice(&text), INDENT,
		    page->columns);
		buffer_string(out, "\n");
	}
}

/* Whose report it is and of which year; where it lies. */
static void
add_name(const struct text_page *page, const struct form_drawing *drawing,
    struct buffer *out)
{
	const struct figures *figures = drawing->figures;
	struct buffer         markup = { NULL, 0, 0 }, text = { NULL, 0, 0 };
	struct place_value    year = { "year", figures->head[FACT_YEAR] };

	plain_field_add(&text, figures->head[FACT_ORG].n > 0 ?
	    figures->head[FACT_ORG] :
	    report_word(drawing->material->language, "no-org"));
	buffer_string(&text, " ");
	phrase_add(&markup, drawing->material->language, "year-heading", &year, 1);
	plain_markup_add(&text, buffer_slice(&markup));
	add_coloured(page, out, NULL, buffer_slice(&text));
	buffer_string(out, "\n");
	plain_field_add(out, figures->document->name);
	buffer_string(out, "\n");
	buffer_free(&markup);
	buffer_free(&text);
}

void
text_page_add(const struct text_page *page, struct form_drawing *drawing,
    struct figures *figures, struct buffer *out)
{
	static struct entries entries;
	static struct sides   sides;
	struct entry_page     entry_page = { drawing, &sides };
	struct buffer         text = { NULL, 0, 0 };
	size_t                counts[RULE_LEVELS] = { 0 };

	entries_find(&entries, drawing->material, figures);
	add_name(page, drawing, out);
	for (size_t i = 0; i < entries.n; i++)
		counts[entries.entry[i].level]++;
	drawing->out->n = 0;
	level_summary_add(drawing, counts, figures_have_values(figures));
	plain_markup_add(&text, buffer_slice(drawing->out));
	text_lines_add(out, buffer_slice(&text), 0, page->columns);
	buffer_string(out, "\n");
	for (size_t i = 0; i < entries.n; i++)
		if (entries.entry[i].level != LEVEL_NOTE)
			add_entry(page, &entry_page, &entries.entry[i], i + 1,
			    out);
	buffer_free(&text);
}
