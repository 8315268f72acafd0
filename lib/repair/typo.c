#include "typo.h"

#include "base/slice.h"
#include "record/amount.h"
#include "rule/interval.h"

const char *const typo_name[TYPOS] = {
	[TYPO_DIGIT] = "digit", [TYPO_TRANSPOSED] = "transposed",
	[TYPO_SHIFT] = "shift", [TYPO_LOST] = "lost-digit",
	[TYPO_DOUBLED] = "doubled-digit", [TYPO_ROWS] = "swapped-rows",
	[TYPO_COLUMNS] = "swapped-columns", [TYPO_GROUPS] = "swapped-groups",
	[TYPO_COLUMN] = "wrong-column", [TYPO_CELLS] = "swapped-cells",
	[TYPO_SHIFTED_ROW] = "shifted-row",
	[TYPO_SHIFTED_ROWS] = "shifted-rows",
	[TYPO_SHIFTED_LIST] = "shifted-figures",
	[TYPO_SHIFTED_COLUMNS] = "shifted-columns",
	[TYPO_EMPTY_COLUMN] = "empty-column", [TYPO_UNIT] = "ten-thousand",
	[TYPO_COPIED_TABLE] = "copied-table",
	[TYPO_COPIED_REPORT] = "copied-report",
	[TYPO_NOT_CARRIED] = "not-carried",
	[TYPO_OMITTED] = "omitted", [TYPO_OTHER] = "other",
};

static bool
is_shift(long long a, long long b)
{
	if (a == 0 || b == 0)
		return false;
	for (long long power = 10; power <= 10000; power *= 10)
		if (amount_product(b, power * AMOUNT_ONE) == a ||
		    amount_product(a, power * AMOUNT_ONE) == b)
			return true;
	return false;
}

/* Whether LONGER is SHORTER with one character more. */
static bool
has_one_more(const char *longer, size_t n, const char *shorter)
{
	size_t same = 0;

	while (same < n - 1 && longer[same] == shorter[same])
		same++;
	return memcmp(longer + same + 1, shorter + same, n - 1 - same) == 0;
}

static enum typo
typo_of_same_length(const char *a, const char *b, size_t n)
{
	size_t first = 0, last = n - 1;

	while (first < n && a[first] == b[first])
		first++;
	while (last > first && a[last] == b[last])
		last--;
	if (first == last)
		return TYPO_DIGIT;
	if (last == first + 1 && a[first] == b[last] && a[last] == b[first])
		return TYPO_TRANSPOSED;
	return TYPO_OTHER;
}

enum typo
typo_of(long long amount, long long repaired)
{
	char   a[AMOUNT_BYTES_MAX], b[AMOUNT_BYTES_MAX];
	size_t n = amount_format(a, 0, amount);
	size_t m = amount_format(b, 0, repaired);

	if (amount == 0)
		return TYPO_OMITTED;
	if (repaired == 0)
		return TYPO_OTHER;
	if (is_shift(amount, repaired))
		return TYPO_SHIFT;
	if (n == m)
		return typo_of_same_length(a, b, n);
	if (n + 1 == m && has_one_more(b, m, a))
		return TYPO_LOST;
	if (m + 1 == n && has_one_more(a, n, b))
		return TYPO_DOUBLED;
	return TYPO_OTHER;
}
