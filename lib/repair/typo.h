/* How a wrong figure may have come about. */
#ifndef REPAIR_TYPO_H
#define REPAIR_TYPO_H

/* The likely ones first, as far as the figures alone can tell. */
enum typo {
	TYPO_DIGIT,		/* one digit is another */
	TYPO_TRANSPOSED,	/* two neighbouring digits changed places */
	TYPO_SHIFT,		/* times or divided by a power of ten */
	TYPO_LOST,		/* a digit is missing */
	TYPO_DOUBLED,		/* a digit too many */
	TYPO_ROWS,		/* two rows were swapped */
	TYPO_COLUMNS,		/* two columns were swapped */
	TYPO_GROUPS,		/* two groups of rows or columns were swapped */
	TYPO_COLUMN,		/* a figure stands in the wrong column */
	TYPO_CELLS,		/* two cells were swapped */
	TYPO_SHIFTED_ROW,	/* a row stands one column off */
	TYPO_SHIFTED_ROWS,	/* rows stand one row off */
	TYPO_SHIFTED_LIST,	/* the same, where the form prints them across */
	TYPO_SHIFTED_COLUMNS,	/* columns stand one column off */
	TYPO_EMPTY_COLUMN,	/* a column is 0 from top to bottom */
	TYPO_UNIT,		/* ten thousand times, or divided by that */
	TYPO_COPIED_TABLE,	/* the table is last year's */
	TYPO_COPIED_REPORT,	/* all tables are last year's */
	TYPO_NOT_CARRIED,	/* what last year passed on is not there */
	TYPO_OMITTED,		/* 0 stands for a figure */
	TYPO_OTHER,
	TYPOS
};

extern const char *const typo_name[TYPOS];

/* What AMOUNT would have to have suffered to stand where it should be
 * REPAIRED. */
enum typo typo_of(long long amount, long long repaired);

#endif
