#include "chart.h"

#include <stdlib.h>

#include "markup.h"
#include "words.h"

enum { COLUMN = 6, BLOCK = 9, STACK_MAX = 16, COLUMNS_MAX = 180 };

/* Adds NAME="NUMBER". */
static void
add_number(struct buffer *out, const char *name, long long number)
{
	markup_add(out, " ", name, "=\"", NULL);
	markup_number(out, number);
	buffer_string(out, "\"");
}

static void
add_rectangle(struct buffer *out, const char *class, const long long place[4])
{
	static const char *const names[] = { "x", "y", "width", "height" };

	markup_add(out, "<rect class=\"", class, "\"", NULL);
	for (int i = 0; i < 4; i++)
		add_number(out, names[i], place[i]);
	buffer_string(out, "/>");
}

static size_t
blocks_of(const struct standing *standing)
{
	size_t n = standing->entries[LEVEL_ERROR] +
	    standing->entries[LEVEL_DUTY] + standing->entries[LEVEL_SUSPECT];

	return n < STACK_MAX ? n : STACK_MAX;
}

/* The column of STANDING at X, on a ground at HEIGHT. */
static void
add_column(struct buffer *out, const struct standing *standing, long long x,
    long long height)
{
	size_t sure = standing->entries[LEVEL_ERROR] +
	    standing->entries[LEVEL_DUTY];

	if (standing->state == STANDING_OK ||
	    standing->state == STANDING_MISSING ||
	    standing->state == STANDING_UNREAD) {
		long long high = standing->state == STANDING_OK ? 1 : 22;

		add_rectangle(out, standing_name[standing->state],
		    (long long[]){ x, height - high, COLUMN - 2, high });
		return;
	}
	for (size_t i = 0; i < blocks_of(standing); i++) {
		long long y = height - (long long)(i + 1) * BLOCK + 1;

		if (i < sure)
			add_rectangle(out, "e", (long long[]){ x, y,
			    COLUMN - 1, BLOCK - 1 });
		else
			add_rectangle(out, "s", (long long[]){ x, y,
			    COLUMN - 2, BLOCK - 2 });
	}
}

/* The next of those that stand in REGION from number I on; n: none. */
static size_t
next_of_region(const struct standings *standings, struct slice region, size_t i)
{
	while (i < standings->n &&
	    !slice_eq(standings->standing[i].region, region))
		i++;
	return i;
}

/* A picture of up to COLUMNS_MAX offices of REGION from number *I on. */
static void
add_picture(const struct view *view, struct slice region, size_t *i)
{
	const struct standings *standings = view->standings;
	long long               height = 24, x = 0;
	size_t                  first = *i, n = 0, end = first;

	for (; end < standings->n && n < COLUMNS_MAX; n++) {
		long long high = (long long)blocks_of(
		    &standings->standing[end]) * BLOCK + 1;

		if (high > height)
			height = high;
		end = next_of_region(standings, region, end + 1);
	}
	buffer_string(view->out, "<svg class=\"cols-of\" aria-hidden=\"true\"");
	add_number(view->out, "width", (long long)n * COLUMN);
	add_number(view->out, "height", height);
	buffer_string(view->out, ">");
	for (; *i < end; *i = next_of_region(standings, region, *i + 1)) {
		buffer_string(view->out, "<a tabindex=\"-1\" href=\"#u");
		markup_number(view->out, (long long)*i + 1);
		buffer_string(view->out, "\"><title>");
		office_name_add(view->out, view->material,
		    &standings->standing[*i]);
		buffer_string(view->out, "</title>");
		add_rectangle(view->out, "h", (long long[]){ x, 0, COLUMN,
		    height });
		add_column(view->out, &standings->standing[*i], x, height);
		buffer_string(view->out, "</a>");
		x += COLUMN;
	}
	buffer_string(view->out, "</svg>");
}

/* 42 家：须修改 9、请核实 8 */
static void
add_region_counts(const struct view *view, struct slice region)
{
	const struct standings *standings = view->standings;
	size_t                  count[STANDING_STATES] = { 0 }, n = 0;

	for (size_t i = next_of_region(standings, region, 0); i < standings->n;
	    i = next_of_region(standings, region, i + 1)) {
		count[standings->standing[i].state]++;
		n++;
	}
	phrase_count(view->out, view->material->language, "region-counts",
	    (long long)n);
	for (int state = 0; state < STANDING_OK; state++) {
		if (count[state] == 0)
			continue;
		word_add(view->out, view->material->language, "separator");
		buffer_string(view->out, "<span class=\"nb\">");
		state_add(view, (enum standing_state)state);
		buffer_string(view->out, " ");
		markup_number(view->out, (long long)count[state]);
		buffer_string(view->out, "</span>");
	}
}

/* Whether the region of number I is that of none before it. */
static bool
is_first_of_region(const struct standings *standings, size_t i)
{
	return next_of_region(standings, standings->standing[i].region, 0) == i;
}

void
chart_offices(const struct view *view)
{
	const struct standings *standings = view->standings;

	buffer_string(view->out, "<div class=\"strip\">\n");
	for (size_t i = 0; i < standings->n; i++) {
		struct slice region = standings->standing[i].region;
		size_t       at = i;

		if (!is_first_of_region(standings, i))
			continue;
		buffer_string(view->out, "<div class=\"rg\">");
		while (at < standings->n)
			add_picture(view, region, &at);
		buffer_string(view->out, "<p><b>");
		if (region.n > 0)
			markup_text(view->out, region);
		else
			word_add(view->out, view->material->language,
			    "no-region");
		buffer_string(view->out, "</b> ");
		add_region_counts(view, region);
		buffer_string(view->out, "</p></div>\n");
	}
	buffer_string(view->out, "</div>\n");
}

void
chart_bar(struct buffer *out, size_t n, size_t most, enum rule_level level)
{
	buffer_string(out, "<svg class=\"bar-of\" width=\"180\" height=\"11\" "
	    "aria-hidden=\"true\">");
	add_rectangle(out, rule_level_name[level], (long long[]){ 1, 1,
	    (long long)(most > 0 ? 3 + n * 174 / most : 0), 9 });
	buffer_string(out, "</svg>");
}

static void
add_year(const struct view *view, const struct year_sum *sum, long long most,
    long long x)
{
	long long          high = most > 0 ? sum->requests * 72 / most : 0;
	struct buffer      year = { NULL, 0, 0 }, n = { NULL, 0, 0 };
	struct place_value value[2];

	markup_number(&year, sum->year);
	markup_number(&n, sum->requests);
	value[0] = (struct place_value){ "year", buffer_slice(&year) };
	value[1] = (struct place_value){ "n", buffer_slice(&n) };
	buffer_string(view->out, "<g><title>");
	phrase_add(view->out, view->material->language, "years.one", value,
	    2);
	buffer_string(view->out, "</title>");
	add_rectangle(view->out, "y", (long long[]){ x + 8, 92 - high, 32,
	    high + 1 });
	buffer_string(view->out, "<text");
	add_number(view->out, "x", x + 24);
	add_number(view->out, "y", 88 - high);
	markup_add(view->out, ">", NULL);
	buffer_add(view->out, buffer_slice(&n));
	buffer_string(view->out, "</text><text class=\"ax\"");
	add_number(view->out, "x", x + 24);
	buffer_string(view->out, " y=\"108\">");
	buffer_add(view->out, buffer_slice(&year));
	buffer_string(view->out, "</text></g>");
	buffer_free(&year);
	buffer_free(&n);
}

void
chart_years(const struct view *view, const struct year_sum years[], size_t n)
{
	long long most = 0;

	for (size_t i = 0; i < n; i++)
		if (years[i].requests > most)
			most = years[i].requests;
	buffer_string(view->out, "<figure class=\"ys\"><figcaption>");
	word_add(view->out, view->material->language, "years");
	buffer_string(view->out, "</figcaption><svg role=\"img\"");
	add_number(view->out, "width", (long long)n * 48);
	buffer_string(view->out, " height=\"112\" aria-label=\"");
	word_add(view->out, view->material->language, "years");
	buffer_string(view->out, "\">");
	for (size_t i = 0; i < n; i++)
		add_year(view, &years[i], most, (long long)i * 48);
	buffer_string(view->out, "</svg></figure>\n");
}
