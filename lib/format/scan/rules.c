#include "rules.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

/* In dots, of which 300 are an inch: a rule is longer than the strokes of two letters of
 * 20 points, and thinner than a bar; a scanner leaves gaps in it.  A shorter one bounds a
 * single cell: it ends at rules on both sides. */
enum { LENGTH_MIN = 160, SHORT_MIN = 36, THICK_MAX = 12, GAP_MAX = 4, AROUND = 2 };

/* As many runs of ink are in a photograph, and no rules: each is held against all. */
enum { RUNS_MAX = 1 << 14 };

/* A picture as it is, or with rows and columns changed round. */
struct scan_view {
	const struct picture *picture;
	bool                  across;	/* rules run along its rows */
	size_t                length, lines;
};

struct ink_run {
	size_t from, to;		/* along; the last dot is in it */
	size_t first, last;	/* lines */
};

struct runs {
	struct ink_run *run;
	size_t      n, room;
};

static bool
is_dark(const struct scan_view *view, size_t along, size_t line)
{
	const struct picture *picture = view->picture;

	return picture->grey[view->across ? line * picture->width + along :
	    along * picture->width + line] < PICTURE_FAINT;
}

/* Joins a run of LINE to one that it goes on, else adds it. */
static void
add_run(struct runs *runs, size_t from, size_t to, size_t line)
{
	for (size_t i = runs->n; i-- > 0; ) {
		struct ink_run *run = &runs->run[i];

		if (run->last + 2 < line)
			continue;
		if (from > run->to + GAP_MAX || run->from > to + GAP_MAX)
			continue;
		run->from = from < run->from ? from : run->from;
		run->to = to > run->to ? to : run->to;
		run->last = line;
		return;
	}
	*MEMORY_APPEND(runs->run, runs->n, runs->room) = (struct ink_run){ from, to,
		line, line };
}

/* Adds the runs of ink in LINE that are long enough. */
static void
read_line(const struct scan_view *view, size_t line, struct runs *runs)
{
	size_t from = 0, last = 0;
	bool   within = false;

	for (size_t i = 0; i <= view->length; i++) {
		bool dark = i < view->length && is_dark(view, i, line);

		if (dark && !within)
			from = i;
		if (dark)
			last = i;
		within |= dark;
		if (within && (i - last > GAP_MAX || i == view->length)) {
			if (last - from >= SHORT_MIN)
				add_run(runs, from, last, line);
			within = false;
		}
	}
}

static struct picture_box
box_of(const struct scan_view *view, const struct ink_run *run)
{
	return view->across ?
	    (struct picture_box){ run->from, run->first, run->to, run->last } :
	    (struct picture_box){ run->first, run->from, run->last, run->to };
}

static struct runs
find_rules(const struct scan_view *view)
{
	struct runs runs = { NULL, 0, 0 };

	for (size_t i = 0; i < view->lines && runs.n < RUNS_MAX; i++)
		read_line(view, i, &runs);
	if (runs.n >= RUNS_MAX)
		runs.n = 0;
	return runs;
}

static size_t
less(size_t n, size_t by)
{
	return n > by ? n - by : 0;
}

/* Makes what is in BOX and the dots around it white. */
static void
erase(struct picture *picture, const struct picture_box *box)
{
	size_t left = less(box->left, AROUND);
	size_t top = less(box->top, AROUND);

	for (size_t y = top; y <= box->bottom + AROUND && y < picture->height; y++) {
		size_t right = box->right + AROUND + 1 < picture->width ?
		    box->right + AROUND + 1 : picture->width;

		memset(picture->grey + y * picture->width + left, PICTURE_WHITE,
		    right - left);
	}
}

static bool
is_long(const struct ink_run *run)
{
	return run->last - run->first < THICK_MAX &&
	    run->to - run->from >= LENGTH_MIN;
}

/* Whether a long one of OTHERS, which run the other way, meets line LINE at AT. */
static bool
meets_rule(const struct runs *others, size_t line, size_t at)
{
	for (size_t i = 0; i < others->n; i++) {
		const struct ink_run *run = &others->run[i];

		if (is_long(run) &&
		    line + GAP_MAX >= run->from && line <= run->to + GAP_MAX &&
		    at + GAP_MAX >= run->first && at <= run->last + GAP_MAX)
			return true;
	}
	return false;
}

static bool
is_rule(const struct ink_run *run, const struct runs *others)
{
	return is_long(run) || (run->last - run->first < THICK_MAX &&
	    meets_rule(others, run->first, run->from) &&
	    meets_rule(others, run->first, run->to));
}

void
picture_take_rules(struct picture *picture, picture_box_fn *fn, void *context)
{
	const struct scan_view view[] = {
		{ picture, true, picture->width, picture->height },
		{ picture, false, picture->height, picture->width },
	};
	struct runs runs[2];

	for (int i = 0; i < 2; i++)
		runs[i] = find_rules(&view[i]);
	for (int i = 0; i < 2; i++) {
		for (size_t j = 0; j < runs[i].n; j++) {
			struct picture_box box = box_of(&view[i],
			    &runs[i].run[j]);

			if (!is_rule(&runs[i].run[j], &runs[1 - i]))
				continue;
			fn(context, &box);
			erase(picture, &box);
		}
	}
	for (int i = 0; i < 2; i++)
		free(runs[i].run);
}
