#include "cell_number.h"

#include <stdio.h>

/* With all its digits. */
static void
print_general(struct buffer *out, const struct scaled_digits *d)
{
	char text[SCALED_POINT_MAX * 2 + SCALED_DIGITS_MAX + 8];
	int  n = 0;

	if (d->point <= 0)
		text[n++] = '0';
	for (int i = 0; i < d->point; i++)
		text[n++] = scaled_digit(d, i);
	if (d->n > d->point)
		text[n++] = '.';
	for (int i = d->point; i < d->n; i++)
		text[n++] = scaled_digit(d, i);
	paragraph_add(out, (struct slice){ text, (size_t)n });
}

/* Days since 1970-01-01 to a date, in the manner of Howard Hinnant's
 * civil_from_days. */
static void
civil(long days, long *year, int *month, int *day)
{
	long z = days + 719468, era = (z >= 0 ? z : z - 146096) / 146097;
	long doe = z - era * 146097;
	long yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	long doy = doe - (365 * yoe + yoe / 4 - yoe / 100), mp;

	mp = (5 * doy + 2) / 153;
	*day = (int)(doy - (153 * mp + 2) / 5 + 1);
	*month = (int)(mp < 10 ? mp + 3 : mp - 9);
	*year = yoe + era * 400 + (*month <= 2);
}

/* The whole days of D and the seconds of the last one. */
static bool
whole_days(const struct scaled_digits *d, long *days, long *seconds)
{
	double fraction = 0, unit = 1;

	*days = 0;
	if (d->minus || d->point > 7)
		return false;
	for (int i = 0; i < d->point; i++)
		*days = *days * 10 + (scaled_digit(d, i) - '0');
	for (int i = d->point < 0 ? d->point : 0;
	    i < d->n - d->point && i < 16; i++) {
		unit /= 10;
		fraction += (scaled_digit(d, d->point + i) - '0') * unit;
	}
	*seconds = (long)(fraction * 86400 + 0.5);
	return true;
}

static bool
print_date(struct buffer *out, const struct scaled_digits *d, unsigned parts,
    bool since_1904)
{
	long days, seconds, year;
	int  month, day, n = 0;
	char text[96];

	if (!whole_days(d, &days, &seconds))
		return false;
	/* 1900 is taken for a leap year: its 60th day never was */
	if (since_1904)
		days += 1462;
	else if (days < 60)
		days++;
	civil(days - 25569, &year, &month, &day);
	text[0] = '\0';
	if (parts & DATE_YEAR)
		n += snprintf(text + n, sizeof(text) - (size_t)n, "%ld年",
		    year);
	if (parts & DATE_MONTH)
		n += snprintf(text + n, sizeof(text) - (size_t)n, "%d月",
		    month);
	if (parts & DATE_DAY)
		n += snprintf(text + n, sizeof(text) - (size_t)n, "%d日",
		    day);
	if (parts & DATE_TIME)
		snprintf(text + n, sizeof(text) - (size_t)n,
		    "%s%ld:%02ld:%02ld", n > 0 ? " " : "", seconds / 3600,
		    seconds / 60 % 60, seconds % 60);
	paragraph_add(out, slice_of(text));
	return true;
}

/* A number on its way into the places of a code. */
struct placed_number {
	struct buffer              *out;
	const struct format_section *section;
	struct scaled_digits        d;		/* without its sign */
	int                         place;	/* the next, from 0 */
	bool                        any;	/* a digit is written */
	bool                        point;	/* is due, or written */
};

static void
put_digit(struct placed_number *p, char digit)
{
	p->any = true;
	paragraph_add(p->out, (struct slice){ &digit, 1 });
}

/* A place before the point.  What has no place of its own goes with the first. */
static void
put_whole(struct placed_number *p, char place)
{
	int left = p->section->whole - 1 - p->place;	/* places behind */

	if (p->place == 0)
		for (int i = 0; i < p->d.point - 1 - left; i++)
			put_digit(p, scaled_digit(&p->d, i));
	if (left < p->d.point)
		put_digit(p, scaled_digit(&p->d, p->d.point - 1 - left));
	else if (place == '0')
		put_digit(p, '0');
	p->place++;
}

/* A place behind the point, where 0 always has a digit. */
static void
put_decimal(struct placed_number *p, char place)
{
	int i = p->d.point + p->place - p->section->whole;

	p->place++;
	if (place != '0' && i >= p->d.n)
		return;
	if (!p->any)
		put_digit(p, '0');
	if (!p->point)
		paragraph_add(p->out, SLICE("."));
	p->point = true;
	put_digit(p, scaled_digit(&p->d, i));
}

/* Whether LITERAL says that the number is below 0, which its minus does. */
static bool
is_sign(struct slice literal)
{
	return slice_is(literal, "-") || slice_is(literal, "(") ||
	    slice_is(literal, ")");
}

/* The digits of D, without its sign, where the code has places for them; BELOW:
 * it is, or was before it was rounded, below 0. */
static void
print_places(struct buffer *out, const struct format_section *section,
    struct scaled_digits d, bool below)
{
	struct placed_number p = { .out = out, .section = section, .d = d };
	struct slice         code = section->code;
	struct format_token  token;
	bool                 behind = false;

	while ((token = format_token_next(&code)).kind != FORMAT_END)
		switch (token.kind) {
		case FORMAT_DIGIT:
			if (behind)
				put_decimal(&p, token.text.p[0]);
			else
				put_whole(&p, token.text.p[0]);
			break;
		case FORMAT_POINT:
			behind = true;
			/* digits that no place is for */
			if (section->whole == 0)
				for (int i = 0; i < d.point; i++)
					put_digit(&p, scaled_digit(&d, i));
			break;
		case FORMAT_LITERAL:
			if (below && is_sign(token.text))
				break;
			/* FALLTHROUGH */
		case FORMAT_PERCENT:
		case FORMAT_DATE:
			paragraph_add(out, token.text);
			break;
		case FORMAT_BLANK:
			if (p.any)
				paragraph_add(out, token.text);
			break;
		default:
			break;
		}
}

/* The literals of CODE around D, if it has a place for it. */
static void
print_words(struct buffer *out, struct slice code,
    const struct scaled_digits *d)
{
	struct format_token token;

	while ((token = format_token_next(&code)).kind != FORMAT_END)
		if (token.kind == FORMAT_GENERAL || token.kind == FORMAT_TEXT)
			print_general(out, d);
		else if (token.kind == FORMAT_LITERAL ||
		    token.kind == FORMAT_BLANK)
			paragraph_add(out, token.text);
}

static bool
meets(const struct scaled_digits *d, const struct format_condition *condition)
{
	int order = scaled_compare(d, &condition->limit);

	return order < 0 ? condition->less : order > 0 ? condition->greater :
	    condition->equal;
}

/* The section for D: 18.8.31; NULL: as in General.  Without conditions the first
 * is for what is above 0, the second below, the third for 0. */
static const struct format_section *
section_for(const struct cell_format *format, const struct scaled_digits *d)
{
	const struct format_section *section = format->section;
	unsigned                     n = format->numbers;

	if (n == 0)
		return NULL;
	if (!section[0].conditional && (n < 2 || !section[1].conditional))
		return n > 1 && d->minus ? &section[1]
		    : n > 2 && d->n == 0 ? &section[2] : &section[0];
	for (unsigned i = 0; i < n; i++)
		if (section[i].conditional ?
		    meets(d, &section[i].condition) : i + 1 == n)
			return &section[i];
	return NULL;
}

static void
print_number(struct buffer *out, const struct format_section *section,
    struct scaled_digits d)
{
	bool below = d.minus, minus;

	if (section->style == CELL_NUMBER) {
		if (d.n > 0)
			d.point += section->power;
		scaled_round(&d, d.point + section->decimals);
	}
	minus = d.minus;
	d.minus = false;
	if (minus && section->style != CELL_WORDS)
		paragraph_add(out, SLICE("-"));
	if (section->style == CELL_NUMBER)
		print_places(out, section, d, below);
	else
		print_words(out, section->code, &d);
}

void
cell_number_add(struct buffer *out, struct slice number,
    const struct cell_format *format, bool since_1904)
{
	static const struct format_section general = {
		.code = { "General", 7 }, .style = CELL_GENERAL,
	};
	const struct format_section *section;
	struct scaled_digits         d;

	number = slice_trim(number);
	if (!scaled_parse(number, &d)) {
		paragraph_add(out, number);
		return;
	}
	scaled_round(&d, SCALED_SIGNIFICANT);
	section = section_for(format, &d);
	if (section == NULL)
		section = &general;
	if (section->style == CELL_DATE &&
	    print_date(out, &d, section->parts, since_1904))
		return;
	print_number(out, section->style == CELL_DATE ? &general : section, d);
}

static const struct format_section *
text_section(const struct cell_format *format)
{
	return format->has_text ? &format->section[format->numbers] : NULL;
}

bool
cell_format_shows_text(const struct cell_format *format)
{
	const struct format_section *section = text_section(format);
	struct slice                 code;
	struct format_token          token;

	if (section == NULL)
		return true;
	code = section->code;
	do
		token = format_token_next(&code);
	while (token.kind != FORMAT_END && token.kind != FORMAT_TEXT &&
	    token.kind != FORMAT_GENERAL);
	return token.kind != FORMAT_END;
}

void
cell_text_words(struct buffer *out, const struct cell_format *format,
    bool behind)
{
	const struct format_section *section = text_section(format);
	struct slice                 code;
	struct format_token          token;
	bool                         passed = false;

	if (section == NULL)
		return;
	code = section->code;
	while ((token = format_token_next(&code)).kind != FORMAT_END)
		if (token.kind == FORMAT_TEXT || token.kind == FORMAT_GENERAL)
			passed = true;
		else if (token.kind == FORMAT_LITERAL && passed == behind)
			paragraph_add(out, token.text);
}
