/* Codes are those of GB/T 2260: two digits for the province, two for the city,
 * two for the county; three more for the town (GB/T 10114). */
#include "division.h"

#include "base/digits.h"

enum {
	YEAR_OPEN = 9999,
	CODE_MAX = 999999999,
	TOWNS = 1000,			/* codes in a county */
	COUNTIES = 100,			/* in a city */
	CITIES = 100,			/* in a province */
	TOWN_CODES = COUNTIES * CITIES * 100,
};

bool
division_code_read(struct slice text, struct division *division)
{
	unsigned long long code;

	if ((text.n != DIVISION_DIGITS && text.n != DIVISION_TOWN_DIGITS) ||
	    !digits_read(text, CODE_MAX, &code))
		return false;
	*division = (struct division){ .code = (unsigned long)code };
	return true;
}

enum division_level
division_level(const struct division *division)
{
	if (division->code >= TOWN_CODES)
		return DIVISION_TOWN;
	if (division->code % COUNTIES != 0)
		return DIVISION_COUNTY;
	return division->code % (COUNTIES * CITIES) != 0 ? DIVISION_CITY :
	    DIVISION_PROVINCE;
}

struct slice
division_word(enum division_level level)
{
	static const char *const words[] = { [DIVISION_PROVINCE] = "province",
		[DIVISION_CITY] = "city", [DIVISION_COUNTY] = "county",
		[DIVISION_TOWN] = "town" };

	return slice_of(words[level]);
}

bool
division_is_zone(const struct division *division)
{
	unsigned long last = division->code % COUNTIES;

	return division_level(division) == DIVISION_COUNTY && last > 70 &&
	    last <= 80;
}

unsigned long
division_county_code(const struct division *division)
{
	return division_level(division) == DIVISION_TOWN ?
	    division->code / TOWNS : division->code;
}

unsigned long
division_above(const struct division *division)
{
	unsigned long code = division->code;

	switch (division_level(division)) {
	case DIVISION_TOWN:
		return code / TOWNS;
	case DIVISION_COUNTY:
		return code - code % COUNTIES;
	case DIVISION_CITY:
		return code - code % (COUNTIES * CITIES);
	default:
		return 0;
	}
}

bool
division_in_year(const struct division *division, int year)
{
	return year == 0 || (division->from <= year && year <= division->to);
}

bool
division_within(const struct division *inner, const struct division *outer)
{
	unsigned long code = division_county_code(inner);

	if (inner->code == outer->code)
		return false;
	if (code == outer->code)	/* a town in it */
		return true;
	switch (division_level(outer)) {
	case DIVISION_PROVINCE:
		return code / (COUNTIES * CITIES) ==
		    outer->code / (COUNTIES * CITIES);
	case DIVISION_CITY:
		return code / COUNTIES == outer->code / COUNTIES;
	default:
		return false;
	}
}

/* Reads a year, which may be OPEN. */
static bool
read_year(struct slice text, int open, int *year)
{
	unsigned long long number = 0;
	bool               good = text.n == 0 ||
	    (text.n == 4 && digits_read(text, YEAR_OPEN, &number));

	*year = text.n == 0 ? open : (int)number;
	return good;
}

const struct slice *
division_read(const struct slice field[DIVISION_FIELDS], size_t digits,
    struct division *division)
{
	int                code = field[0].n > 0 && is_digit(
	    (unsigned char)field[0].p[0]) ? 0 : 1;
	unsigned long long number;

	if (field[code].n != digits ||
	    !digits_read(field[code], CODE_MAX, &number))
		return &field[code];
	division->code = (unsigned long)number;
	division->name = field[1 - code];
	if (division->name.n == 0 || division->name.n > DIVISION_NAME_BYTES)
		return &field[1 - code];
	if (!read_year(field[2], 0, &division->from))
		return &field[2];
	if (!read_year(field[3], YEAR_OPEN, &division->to))
		return &field[3];
	return NULL;
}
