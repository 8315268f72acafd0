#include "paragraph.h"

#include <stdlib.h>

#include "base/memory.h"
#include "char_class.h"

/* Pages measured on either side: enough for a report's text, where tables
 * leave few lines to a page. */
enum { AROUND = 6 };

struct sampled {
	const struct page_line *line;
	const struct page_line *before;	/* the line above it, or NULL */
};

struct sample {			/* lines like those of one page */
	struct sampled *at;
	size_t          n, room;
};

static void
sample_page(struct sample *sample, const struct page_layout *page)
{
	const struct page_line *before = NULL;

	for (size_t i = 0; i < page->parts; i++) {
		const struct page_line *line = page->part[i].line;

		if (line != NULL && !line->furniture) {
			*MEMORY_APPEND(sample->at, sample->n, sample->room) =
			    (struct sampled){ line, before };
			before = line;
		} else
			before = NULL;
	}
}

/* The least of the N values, sorted, that a tenth of them, and two at least,
 * share within SPREAD; else the least of all. */
static float
shared(const float *value, size_t n, float spread)
{
	size_t wanted = n / 10 > 2 ? n / 10 : 2;

	for (size_t i = 0; i + wanted <= n; i++)
		if (value[i + wanted - 1] - value[i] <= spread)
			return value[i];
	return n > 0 ? value[0] : 0;
}

static void
measure_margins(const struct sample *sample, struct page_measure *measure,
    float *value)
{
	for (size_t i = 0; i < sample->n; i++)
		value[i] = sample->at[i].line->box.left;
	qsort(value, sample->n, sizeof(*value), page_floats_in_order);
	measure->left = shared(value, sample->n, 3);
	for (size_t i = 0; i < sample->n; i++)
		value[i] = -sample->at[i].line->box.right;
	qsort(value, sample->n, sizeof(*value), page_floats_in_order);
	measure->right = -shared(value, sample->n, 8);
}

static float
pitch_of(const struct sampled *at)
{
	return at->line->box.bottom - at->before->box.bottom;
}

static void
measure_pitch(const struct sample *sample, struct page_measure *measure,
    float *value)
{
	size_t n = 0;

	for (size_t i = 0; i < sample->n; i++)
		if (sample->at[i].before != NULL)
			value[n++] = pitch_of(&sample->at[i]);
	qsort(value, n, sizeof(*value), page_floats_in_order);
	measure->pitch = n > 0 ? value[n / 2] : 0;
}

/* Looks at the lines behind one that ends early, which begin paragraphs. */
static void
measure_beginnings(const struct sample *sample, struct page_measure *measure)
{
	size_t begun = 0, indented = 0, spaced = 0;

	for (size_t i = 0; i < sample->n; i++) {
		const struct sampled *at = &sample->at[i];
		float in = (at->line->box.left - measure->left) /
		    at->line->size;

		if (at->before == NULL || measure->right -
		    at->before->box.right < 3 * at->before->size)
			continue;
		begun++;
		indented += in > 1.2f && in < 3.2f;
		spaced += pitch_of(at) > measure->pitch * 1.15f;
	}
	measure->indents = begun > 0 && indented * 2 >= begun;
	measure->spaces = begun > 0 && spaced * 4 >= begun * 3;
}

/* Text stands alike on pages of one width, left-hand and right-hand ones
 * apart. */
struct page_measure
page_measure(const struct page_layout *page, size_t n, size_t number)
{
	struct page_measure measure = { .right = page[number].width };
	struct sample      sample = { NULL, 0, 0 };
	float             *value;
	size_t             first = number > AROUND ? number - AROUND : 0;

	for (size_t i = first; i < n && i <= number + AROUND; i++)
		if ((number - i) % 2 == 0 &&
		    page[i].width == page[number].width)
			sample_page(&sample, &page[i]);
	value = memory_get(sample.n * sizeof(*value));
	if (sample.n > 0) {
		measure_margins(&sample, &measure, value);
		measure_pitch(&sample, &measure, value);
		measure_beginnings(&sample, &measure);
	}
	free(value);
	free(sample.at);
	return measure;
}

/* Whether NEXT stands too far below LINE, on the same page, for lines of one
 * paragraph. */
static bool
is_apart(const struct page_line *line, const struct page_line *next,
    const struct page_measure *at, float most)
{
	float pitch = next->box.bottom - line->box.bottom;

	return line->page == next->page && pitch > at->pitch * most &&
	    pitch > line->size * 1.3f;
}

/* Whether LINE stands in the middle of the measure, as a title does. */
static bool
is_centred(const struct page_line *line, const struct page_measure *at)
{
	float off = line->box.left + line->box.right - at->left - at->right;

	return off > -line->size && off < line->size;
}

/* Whether a title goes on from LINE to NEXT: both are in the middle. */
static bool
title_goes_on(const struct page_line *line, const struct page_line *next,
    const struct page_measure *at)
{
	float room = at->right - at->left -
	    (line->box.right - line->box.left);

	return line->page == next->page && is_centred(line, at) &&
	    !page_ends(line->text, PAGE_SENTENCE_END) &&
	    page_was_full(room, line->size, next->head);
}

bool
page_paragraph_goes_on(const struct page_line *line,
    const struct page_measure *at, const struct page_line *next,
    const struct page_measure *next_at)
{
	float size = line->size;
	float in = line->box.left - at->left;
	float next_in = next->box.left - next_at->left;
	float ratio = next->size / size;
	bool  ended = page_ends(line->text, PAGE_SENTENCE_END);
	bool  item = page_begins_item(next->text);

	if (ratio < 0.93f || ratio > 1.07f || line->course != next->course ||
	    line->apart || next->apart ||
	    is_apart(line, next, at, 1.6f))
		return false;
	if (next_in > size && is_centred(next, next_at))
		return title_goes_on(line, next, at);
	if (!page_was_full(at->right - line->box.right, size, next->head))
		return false;
	if (next_in > in + size / 2 && next_in > size / 2)
		return false;	/* the next one is indented */
	if (item && page_ends(line->text, PAGE_CLAUSE_END))
		return false;
	if (next_in > size)	/* both are: a list, or paragraphs of a line */
		return !ended && !item;
	if (!ended || line->page != next->page)
		return !ended || at->indents;
	return at->spaces ? !is_apart(line, next, at, 1.15f) : at->indents;
}
