/* Bounds on what one run of extract takes in.  A member beyond them is
 * rejected by name, and the rest goes on. */
#ifndef SOURCE_LIMITS_H
#define SOURCE_LIMITS_H

struct limits {
	unsigned long long member_bytes;	/* of one member, unpacked */
	unsigned long long text_bytes;		/* of one document's records */
	unsigned long long archive_bytes;	/* of one archive, unpacked */
	unsigned long long ratio;		/* unpacked to packed bytes */
	unsigned long long members;		/* of one archive */
	unsigned long long depth;		/* of archives in archives */
	unsigned long long cells;		/* of one table's grid */
	unsigned long long tables;		/* open at once */
};

extern const struct limits limits_default;

#endif
