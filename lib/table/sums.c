#include "sums.h"

#include "base/digits.h"

long long
sums_whole(const struct table_cell *cell)
{
	const unsigned long long most = 999999999999999;
	unsigned long long       n;

	if (cell == NULL || cell->figure.state == FIGURE_NA)
		return 0;
	return cell->figure.state == FIGURE_NUMBER &&
	    digits_read(slice_of(cell->figure.value), most, &n) ?
	    (long long)n : SUMS_NO_NUMBER;
}

/* The sum of N cells; SUMS_NO_NUMBER if one is no whole number. */
static long long
sum(const struct table_cell *const cell[], size_t n)
{
	long long all = 0;

	for (size_t i = 0; i < n; i++) {
		long long number = sums_whole(cell[i]);

		if (number == SUMS_NO_NUMBER)
			return SUMS_NO_NUMBER;
		all += number;
	}
	return all;
}

static size_t
blanks(const struct table_cell *const cell[], size_t n)
{
	size_t blank = 0;

	for (size_t i = 0; i < n; i++)
		blank += cell[i] == NULL;
	return blank;
}

bool
sums_fit(const struct table_cell *const cell[], size_t n)
{
	long long parts = sum(cell, n - 1), total = sums_whole(cell[n - 1]);

	if (parts == SUMS_NO_NUMBER || total == SUMS_NO_NUMBER)
		return false;
	return cell[n - 1] == NULL ||
	    (blanks(cell, n) > 0 ? parts <= total : parts == total);
}

bool
sums_prove(const struct table_cell *const cell[], size_t n)
{
	long long total = sums_whole(cell[n - 1]);

	return total > 0 && sum(cell, n - 1) == total;
}

bool
sums_reach(const struct table_cell *const cell[], size_t n)
{
	long long last = sums_whole(cell[n - 1]), others = sum(cell, n - 1);

	return last > 0 && others != SUMS_NO_NUMBER && last >= others;
}

bool
sums_part_exceeds(const struct table_cell *const cell[], size_t n)
{
	long long total = sums_whole(cell[n - 1]);

	for (size_t i = 0; total != SUMS_NO_NUMBER && i + 1 < n; i++)
		if (sums_whole(cell[i]) > total)
			return true;
	return false;
}

/* Whether the last of N cells that is there, not counting the very last, is
 * the sum of at least two others: a total that stands too far left. */
static bool
total_too_early(const struct table_cell *const cell[], size_t n)
{
	size_t last = n - 1, parts = 0;

	while (last > 0 && cell[last] == NULL)
		last--;
	for (size_t i = 0; i < last; i++)
		parts += sums_whole(cell[i]) > 0;
	return last + 1 < n && parts >= 2 && sums_prove(cell, last + 1);
}

bool
sums_show_shift(const struct table_cell *const cell[], size_t n)
{
	if (total_too_early(cell, n))
		return true;
	if (blanks(cell, n) != 1)
		return false;
	/* A blank that the total leaves something for may be the cell that was
	 * put before the others; first_blanks.h asks the columns. */
	return cell[0] == NULL ? sum(cell, n - 1) != sums_whole(cell[n - 1]) :
	    cell[n - 1] == NULL && !sums_fit(cell, n);
}

long long
sums_left_for_first(const struct table_cell *const cell[], size_t n)
{
	long long total = sums_whole(cell[n - 1]), parts = sum(cell, n - 1);

	if (cell[0] != NULL || blanks(cell, n) != 1 ||
	    total == SUMS_NO_NUMBER || parts == SUMS_NO_NUMBER ||
	    parts >= total)
		return 0;
	return total - parts;
}
