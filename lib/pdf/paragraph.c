#include "paragraph.h"

#include <stdlib.h>

#include "../record/memory.h"
#include "letter.h"

/* Pages measured on either side: enough for a report's text, where tables
 * leave few lines to a page. */
enum { AROUND = 6 };

struct sample {			/* lines like those of one page */
	const struct pdf_line **line;
	size_t                  lines, room;
	float                  *pitch;
	size_t                  pitches, pitch_room;
};

static void
sample_page(struct sample *sample, const struct pdf_layout *page)
{
	const struct pdf_line *last = NULL;

	for (size_t i = 0; i < page->parts; i++) {
		const struct pdf_line *line = page->part[i].line;

		if (line == NULL || line->furniture) {
			last = NULL;
			continue;
		}
		sample->line = memory_room(sample->line, &sample->room,
		    sample->lines, sizeof(const struct pdf_line *));
		sample->line[sample->lines++] = line;
		if (last != NULL) {
			sample->pitch = memory_room(sample->pitch,
			    &sample->pitch_room, sample->pitches,
			    sizeof(float));
			sample->pitch[sample->pitches++] =
			    line->box.bottom - last->box.bottom;
		}
		last = line;
	}
}

static int
by_value(const void *a, const void *b)
{
	float x = *(const float *)a, y = *(const float *)b;

	return (x > y) - (x < y);
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
measure_sample(const struct sample *sample, struct pdf_measure *measure)
{
	float *value = memory_get(sample->lines * sizeof(*value));
	size_t indented = 0;

	for (size_t i = 0; i < sample->lines; i++)
		value[i] = sample->line[i]->box.left;
	qsort(value, sample->lines, sizeof(*value), by_value);
	measure->left = shared(value, sample->lines, 3);
	for (size_t i = 0; i < sample->lines; i++)
		value[i] = -sample->line[i]->box.right;
	qsort(value, sample->lines, sizeof(*value), by_value);
	measure->right = -shared(value, sample->lines, 8);
	free(value);

	for (size_t i = 0; i < sample->lines; i++) {
		float in = (sample->line[i]->box.left - measure->left) /
		    sample->line[i]->size;

		indented += in > 1.2f && in < 3.2f;
	}
	measure->indents = indented * 10 > sample->lines;
	if (sample->pitches > 0) {
		qsort(sample->pitch, sample->pitches, sizeof(float),
		    by_value);
		measure->pitch = sample->pitch[sample->pitches / 2];
	}
}

/* Text stands alike on pages of one width, left-hand and right-hand ones
 * apart. */
struct pdf_measure
pdf_measure(const struct pdf_layout *page, size_t n, size_t number)
{
	struct pdf_measure measure = { 0, page[number].width, 0, false };
	struct sample      sample = { 0 };
	size_t             first = number > AROUND ? number - AROUND : 0;

	for (size_t i = first; i < n && i <= number + AROUND; i++)
		if ((number - i) % 2 == 0 &&
		    page[i].width == page[number].width)
			sample_page(&sample, &page[i]);
	if (sample.lines > 0)
		measure_sample(&sample, &measure);
	free(sample.line);
	free(sample.pitch);
	return measure;
}

/* Whether NEXT stands too far below LINE, on the same page, for lines of one
 * paragraph. */
static bool
is_apart(const struct pdf_line *line, const struct pdf_line *next,
    const struct pdf_measure *at, float most)
{
	float pitch = next->box.bottom - line->box.bottom;

	return line->page == next->page && pitch > at->pitch * most &&
	    pitch > line->size * 1.3f;
}

bool
pdf_goes_on(const struct pdf_line *line, const struct pdf_measure *at,
    const struct pdf_line *next, const struct pdf_measure *next_at)
{
	float size = line->size;
	float in = line->box.left - at->left;
	float next_in = next->box.left - next_at->left;
	float ratio = next->size / size;
	bool  ended = pdf_ends_sentence(line->text);

	if (ratio < 0.85f || ratio > 1.18f || line->course != next->course ||
	    !pdf_was_full(at->right - line->box.right, size, next->head) ||
	    is_apart(line, next, at, 1.6f))
		return false;
	if (next_in > in + size / 2 && next_in > size / 2)
		return false;	/* the next one is indented */
	if (ended && pdf_begins_item(next->text))
		return false;
	if (next_in > size)	/* both are: a list, or paragraphs of a line */
		return !ended && !pdf_begins_item(next->text);
	if (ended && (!at->indents || is_apart(line, next, at, 1.25f)))
		return false;
	return true;
}
