#include "address.h"

#include "base/digits.h"

/* Adds MARK and NUMBER at TO; returns where they end. */
static char *
add_part(char *to, char mark, unsigned long number)
{
	char  digits[DIGITS_BYTES], *end = digits + sizeof(digits);
	char *p = digits_before(end, number);

	*to++ = mark;
	memcpy(to, p, (size_t)(end - p));
	return to + (end - p);
}

struct slice
text_address(char bytes[ADDRESS_BYTES], const struct text_place *place)
{
	char *to = bytes;

	if (place->table > 0) {
		to = add_part(to, 'T', place->table);
		to = add_part(to, 'R', place->row);
		to = add_part(to, 'C', place->cell);
	}
	if (place->paragraph > 0)
		to = add_part(to, 'G', place->paragraph);
	return (struct slice){ bytes, (size_t)(to - bytes) };
}

/* Columns are A to Z, AA to ZZ and so on: a number of 26 digits without a zero.  The
 * last letter is put before the row. */
struct slice
cell_address(char bytes[ADDRESS_BYTES], unsigned row, unsigned column)
{
	enum { LETTERS = 26, LETTERS_MAX = 7 };
	char *last = bytes + LETTERS_MAX, *first = last, *end;

	*last = (char)('A' + (column - 1) % LETTERS);
	end = add_part(last, *last, row);
	while ((column = (column - 1) / LETTERS) > 0)
		*--first = (char)('A' + (column - 1) % LETTERS);
	return (struct slice){ first, (size_t)(end - first) };
}
