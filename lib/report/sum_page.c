/* A sum that does not hold, set out: what adds up, what is stated, by how much they
 * differ. */
#include "sum_page.h"

#include "markup.h"
#include "names.h"
#include "record/amount.h"
#include "words.h"

struct sum_side {
	const struct sides     *sides;
	size_t                  first, n;
	long long               sum;
	struct slice            item, col;	/* what all terms share, or empty */
};

static void
add_amount(struct buffer *out, long long amount)
{
	char text[AMOUNT_BYTES_MAX];

	if (amount < 0)
		buffer_string(out, "−");
	buffer_add(out, (struct slice){ text,
	    amount_format(text, 0, amount < 0 ? -amount : amount) });
}

static struct sum_side
side_of(const struct sides *sides, int which)
{
	struct sum_side side = { .sides = sides,
	    .first = which == 0 ? 0 : sides->left,
	    .n = which == 0 ? sides->left : sides->right,
	    .sum = sides->sum[which] };

	if (side.n == 0)
		return side;
	side.item = sides->term[side.first].item;
	side.col = sides->term[side.first].col;
	for (size_t i = 1; i < side.n; i++) {
		const struct side_term *term = &sides->term[side.first + i];

		if (!slice_eq(term->item, side.item))
			side.item = SLICE("");
		if (!slice_eq(term->col, side.col))
			side.col = SLICE("");
	}
	return side;
}

static void
add_term_name(struct buffer *out, const struct sum_page *page,
    const struct sum_side *side, const struct side_term *term)
{
	if (term->previous && side->n > 1)
		word_add(out, page->material->language, "sum.last-year");
	if (side->n == 1 || side->item.n == 0)
		term_name_add(out, page->material, page->form, term->item);
	if (side->n == 1 && !slice_is(term->col, "count"))
		buffer_string(out, "·");
	if (side->n == 1 || side->col.n == 0)
		column_name_add(out, page->material, page->form, term->col);
}

/* The terms that are not 0, with their signs. */
static void
add_terms(struct buffer *out, const struct sum_page *page,
    const struct sum_side *side)
{
	bool is_begun = false;

	for (size_t i = 0; i < side->n; i++) {
		const struct side_term *term = &side->sides->term[side->first +
		    i];

		if (side->n > 1 && term->value == 0)
			continue;
		if (is_begun || term->negative)
			buffer_string(out, term->negative ? " − " : " + ");
		add_term_name(out, page, side, term);
		if (side->n > 1) {
			buffer_string(out, " ");
			add_amount(out, term->value);
		}
		is_begun = true;
	}
	if (!is_begun && side->n > 1)
		word_add(out, page->material->language, "sum.zeros");
}

/* What the side is called. */
static const char *
key_of(const struct sum_side *side)
{
	const struct side_term *first = &side->sides->term[0];
	const struct side_term *term = &side->sides->term[side->first];

	if (side->n != 1)
		return "sum.terms";
	if (term->previous)
		return "sum.previous";
	if (slice_starts(term->item, SLICE("prose.")))
		return "sum.claim";
	return slice_starts(first->item, SLICE("prose.")) ? "sum.table" :
	    "sum.stated";
}

static void
add_side(struct buffer *out, const struct sum_page *page,
    const struct sum_side *side)
{
	struct buffer      last = { NULL, 0, 0 };
	struct place_value value = { "last", { "", 0 } };

	markup_number(&last, page->year - 1);
	value.markup = buffer_slice(&last);
	buffer_string(out, "<tr><th scope=\"row\">");
	phrase_add(out, page->material->language, key_of(side), &value, 1);
	buffer_string(out, "</th><td class=\"x\">");
	add_terms(out, page, side);
	buffer_string(out, "</td><td>");
	add_amount(out, side->sum);
	buffer_string(out, "</td></tr>");
	buffer_free(&last);
}

void
sum_page_add(const struct sum_page *page, const struct sides *sides,
    struct buffer *out)
{
	int             stated = sides_stated(sides);
	int             second = stated == 0 ? 0 : 1;
	struct sum_side first = side_of(sides, 1 - second);
	struct sum_side last = side_of(sides, second);
	long long       off = last.sum - first.sum;

	buffer_string(out, "<table class=\"calc\">");
	add_side(out, page, &first);
	add_side(out, page, &last);
	buffer_string(out, "<tr class=\"d\"><th scope=\"row\">");
	word_add(out, page->material->language, "sum.difference");
	buffer_string(out, "</th><td class=\"x\"></td><td>");
	buffer_string(out, off > 0 ? "+" : "");
	add_amount(out, off);
	buffer_string(out, "</td></tr></table>\n");
}
