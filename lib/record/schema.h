/* The record types of the suite: their fields, in order.  The names are the
 * same in headers, manuals and SQL; nianbao-records(5) describes them. */
#ifndef RECORD_SCHEMA_H
#define RECORD_SCHEMA_H

enum block_field {
	BLOCK_DOC, BLOCK_LOC, BLOCK_KIND, BLOCK_SECTION, BLOCK_TABLE,
	BLOCK_ROW, BLOCK_COL, BLOCK_SPAN, BLOCK_TEXT,
	BLOCK_FIELDS
};

enum fact_field {
	FACT_DOC, FACT_REGION, FACT_ORG, FACT_YEAR, FACT_FORM, FACT_ITEM,
	FACT_COL, FACT_VALUE, FACT_UNIT, FACT_STATE, FACT_SOURCE, FACT_LOC,
	FACT_RAW,
	FACT_FIELDS
};

enum finding_field {
	FINDING_DOC, FINDING_REGION, FINDING_ORG, FINDING_YEAR, FINDING_RULE,
	FINDING_LEVEL, FINDING_VERDICT, FINDING_WHERE, FINDING_LEFT,
	FINDING_RIGHT, FINDING_CELLS, FINDING_LOC, FINDING_MESSAGE,
	FINDING_FIELDS
};

enum repair_field {
	REPAIR_DOC, REPAIR_REGION, REPAIR_ORG, REPAIR_YEAR, REPAIR_FAULT,
	REPAIR_SET,
	REPAIR_RANK, REPAIR_VERDICT, REPAIR_ITEM, REPAIR_COL, REPAIR_VALUE,
	REPAIR_REPAIRED, REPAIR_SLIP, REPAIR_LOC, REPAIR_WHY,
	REPAIR_REPORT, REPAIR_WEIGHT, REPAIR_FINDINGS, REPAIR_MESSAGE,
	REPAIR_FIELDS
};

/* The widest record type that reader.h reads: not repairs. */
enum { RECORD_FIELDS_MAX = 13 };

struct schema {
	const char        *name;
	const char *const *field;
	int                fields;
};

extern const struct schema block_schema, fact_schema, finding_schema,
    repair_schema;

#endif
