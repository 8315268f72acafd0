#include "record/amount.h"
#include "repair.h"

const char *const slip_name[SLIPS] = {
	[SLIP_DIGIT] = "digit", [SLIP_TRANSPOSED] = "transposed",
	[SLIP_SHIFT] = "shift", [SLIP_LOST] = "lost-digit",
	[SLIP_DOUBLED] = "doubled-digit", [SLIP_ROWS] = "swapped-rows",
	[SLIP_COLUMN] = "wrong-column", [SLIP_CELLS] = "swapped-cells",
	[SLIP_SHIFTED_ROW] = "shifted-row",
	[SLIP_OMITTED] = "omitted", [SLIP_OTHER] = "other",
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

static enum slip
slip_of_same_length(const char *a, const char *b, size_t n)
{
	size_t first = 0, last = n - 1;

	while (first < n && a[first] == b[first])
		first++;
	while (last > first && a[last] == b[last])
		last--;
	if (first == last)
		return SLIP_DIGIT;
	if (last == first + 1 && a[first] == b[last] && a[last] == b[first])
		return SLIP_TRANSPOSED;
	return SLIP_OTHER;
}

enum slip
slip_of(long long amount, long long repaired)
{
	char   a[AMOUNT_BYTES_MAX], b[AMOUNT_BYTES_MAX];
	size_t n = amount_format(a, 0, amount);
	size_t m = amount_format(b, 0, repaired);

	if (amount == 0)
		return SLIP_OMITTED;
	if (repaired == 0)
		return SLIP_OTHER;
	if (is_shift(amount, repaired))
		return SLIP_SHIFT;
	if (n == m)
		return slip_of_same_length(a, b, n);
	if (n + 1 == m && has_one_more(b, m, a))
		return SLIP_LOST;
	if (m + 1 == n && has_one_more(a, n, b))
		return SLIP_DOUBLED;
	return SLIP_OTHER;
}
