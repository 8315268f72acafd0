/* Days as these reports print them: 2018年12月29日, 2018-12-29, 2018/12/29,
 * 2018.12.29, 二〇一八年十二月二十九日, spaces anywhere between the parts. */
#ifndef SECTION_DATE_H
#define SECTION_DATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/slice.h"

struct date {
	int year;
	int month;	/* 0: only the year is stated */
	int day;	/* 0: only the month is stated */
};

enum { DATE_BYTES = sizeof("2018-12-29") };

/* 年, 月 and 日 behind the numbers of a date. */
enum { DATE_MARK_YEAR = 0x5E74, DATE_MARK_MONTH = 0x6708,
	DATE_MARK_DAY = 0x65E5 };

/* The bytes that TEXT begins with up to and with MARK, if only spaces stand
 * before it, else 0. */
size_t date_mark(struct slice text, uint32_t mark);

/* Whether TEXT, folded, ends with 日. */
bool date_ends_in_day(struct slice text);

/* Reads the date TEXT, folded or not, begins with.  Returns its length in
 * bytes, 0 when it begins with none.  Only days that exist between 1990 and
 * 2099. */
size_t date_read(struct slice text, struct date *date);

/* Reads `1月1日', the year elided, as one of YEAR. */
size_t date_read_in(struct slice text, int year, struct date *date);

/* The first full date in TEXT; false when there is none.  *AT and *LENGTH
 * tell where it stands. */
bool date_find(struct slice text, struct date *date, size_t *at,
    size_t *length);

/* Whether TEXT is nothing but a date, perhaps in brackets or with a time. */
bool date_is_line(struct slice text, struct date *date);

/* The year TEXT begins with, followed by 年 or not; 0 when there is none.
 * *LENGTH covers 年 and 年度. */
int date_year(struct slice text, size_t *length);

/* The same of a year that 年 follows: figures with blanks between them, 2 0 0 0,
 * are none. */
int date_marked_year(struct slice text, size_t *length);

/* As in ISO 8601: `2018-12-29', `2018-12' or `2018'. */
void date_print(const struct date *date, char out[DATE_BYTES]);

/* yyyymmdd, missing parts 0. */
int date_number(const struct date *date);

#endif
