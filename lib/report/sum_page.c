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
add_key(struct buffer *out, const struct sum_page *page, const char *key)
{
	struct buffer      last = { NULL, 0, 0 };
	struct place_value value = { "last", { "", 0 } };

	markup_number(&last, page->year - 1);
	value.markup = buffer_slice(&last);
	phrase_add(out, page->material->language, key, &value, 1);
	buffer_free(&last);
}

static void
add_side(struct buffer *out, const struct sum_page *page,
    const struct sum_side *side)
{
	buffer_string(out, "<tr><th scope=\"row\">");
	add_key(out, page, key_of(side));
	buffer_string(out, "</th><td class=\"x\">");
	add_terms(out, page, side);
	buffer_string(out, "</td><td>");
	add_amount(out, side->sum);
	buffer_string(out, "</td></tr>");
}

/* What is stated stands behind what it is held against. */
static void
sides_in_order(const struct sides *sides, struct sum_side *first,
    struct sum_side *last)
{
	int second = sides_stated(sides) == 0 ? 0 : 1;

	*first = side_of(sides, 1 - second);
	*last = side_of(sides, second);
}

static void
add_difference(struct buffer *out, const struct sum_side *first,
    const struct sum_side *last)
{
	long long off = last->sum - first->sum;

	buffer_string(out, off > 0 ? "+" : "");
	add_amount(out, off);
}

void
sum_page_add(const struct sum_page *page, const struct sides *sides,
    struct buffer *out)
{
	struct sum_side first, last;

	sides_in_order(sides, &first, &last);
	buffer_string(out, "<table class=\"calc\">");
	add_side(out, page, &first);
	add_side(out, page, &last);
	buffer_string(out, "<tr class=\"d\"><th scope=\"row\">");
	word_add(out, page->material->language, "sum.difference");
	buffer_string(out, "</th><td class=\"x\"></td><td>");
	add_difference(out, &first, &last);
	buffer_string(out, "</td></tr></table>\n");
}

/* What is said elsewhere says where: a table, last year's report. */
static void
add_equation(struct buffer *out, const struct sum_page *page,
    const struct sum_side *side)
{
	const char *key = key_of(side);

	if (strcmp(key, "sum.previous") == 0 || strcmp(key, "sum.table") == 0) {
		add_key(out, page, key);
		buffer_string(out, " ");
	}
	add_terms(out, page, side);
	buffer_string(out, " = ");
	add_amount(out, side->sum);
}

void
sum_line_add(const struct sum_page *page, const struct sides *sides,
    struct buffer *out)
{
	struct sum_side    first, last;
	struct buffer      text[3] = { { NULL, 0, 0 } };
	struct place_value value[3];

	sides_in_order(sides, &first, &last);
	add_equation(&text[0], page, &first);
	add_equation(&text[1], page, &last);
	add_difference(&text[2], &first, &last);
	value[0] = (struct place_value){ "first", buffer_slice(&text[0]) };
	value[1] = (struct place_value){ "last", buffer_slice(&text[1]) };
	value[2] = (struct place_value){ "off", buffer_slice(&text[2]) };
	phrase_add(out, page->material->language, "sum.line", value, 3);
	for (int i = 0; i < 3; i++)
		buffer_free(&text[i]);
}
