/* Whether a workbook has all that was written to it: the library that writes it does
 * not tell when the disk of its temporary files is full. */
#ifndef REPORT_SPREADSHEET_CHECK_H
#define REPORT_SPREADSHEET_CHECK_H

#include <stdbool.h>
#include <stddef.h>

/* What a sheet has: cells of text, their bytes; of numbers; links. */
struct sheet_tally {
	unsigned long long texts, bytes, numbers, links;
};

/* Whether the parts of the file PATH are whole, and it has N sheets with what TALLY
 * tells. */
bool spreadsheet_check(const char *path, const struct sheet_tally tally[],
    size_t n);

#endif
