#include "schema.h"

static const char *const block_names[BLOCK_FIELDS] = {
	[BLOCK_DOC] = "doc", [BLOCK_LOC] = "loc", [BLOCK_KIND] = "kind",
	[BLOCK_SECTION] = "section", [BLOCK_TABLE] = "table",
	[BLOCK_ROW] = "row", [BLOCK_COL] = "col", [BLOCK_SPAN] = "span",
	[BLOCK_TEXT] = "text",
};

static const char *const fact_names[FACT_FIELDS] = {
	[FACT_DOC] = "doc", [FACT_REGION] = "region", [FACT_ORG] = "org",
	[FACT_YEAR] = "year", [FACT_FORM] = "form", [FACT_ITEM] = "item",
	[FACT_COL] = "col", [FACT_VALUE] = "value", [FACT_UNIT] = "unit",
	[FACT_STATE] = "state", [FACT_SOURCE] = "source", [FACT_LOC] = "loc",
	[FACT_RAW] = "raw",
};

static const char *const finding_names[FINDING_FIELDS] = {
	[FINDING_DOC] = "doc", [FINDING_REGION] = "region",
	[FINDING_ORG] = "org", [FINDING_YEAR] = "year",
	[FINDING_RULE] = "rule", [FINDING_LEVEL] = "level",
	[FINDING_VERDICT] = "verdict", [FINDING_WHERE] = "where",
	[FINDING_LEFT] = "left", [FINDING_RIGHT] = "right",
	[FINDING_CELLS] = "cells", [FINDING_LOC] = "loc",
	[FINDING_MESSAGE] = "message",
};

static const char *const repair_names[REPAIR_FIELDS] = {
	[REPAIR_DOC] = "doc", [REPAIR_REGION] = "region",
	[REPAIR_ORG] = "org", [REPAIR_YEAR] = "year",
	[REPAIR_FAULT] = "fault", [REPAIR_SET] = "set",
	[REPAIR_RANK] = "rank", [REPAIR_VERDICT] = "verdict",
	[REPAIR_ITEM] = "item", [REPAIR_COL] = "col",
	[REPAIR_VALUE] = "value", [REPAIR_REPAIRED] = "repaired",
	[REPAIR_SLIP] = "slip", [REPAIR_LOC] = "loc", [REPAIR_WHY] = "why",
	[REPAIR_REPORT] = "report", [REPAIR_WEIGHT] = "weight",
	[REPAIR_FINDINGS] = "findings", [REPAIR_MESSAGE] = "message",
};

static const char *const document_names[DOCUMENTS_FIELDS] = {
	[DOCUMENTS_DOC] = "doc", [DOCUMENTS_SHA256] = "sha256",
	[DOCUMENTS_TYPE] = "type", [DOCUMENTS_BYTES] = "bytes",
	[DOCUMENTS_URL] = "url", [DOCUMENTS_TITLE] = "title",
	[DOCUMENTS_OFFICE] = "office", [DOCUMENTS_ORG] = "org",
	[DOCUMENTS_REGION] = "region", [DOCUMENTS_CODE] = "code",
	[DOCUMENTS_LEVEL] = "level", [DOCUMENTS_YEAR] = "year",
	[DOCUMENTS_PERIOD] = "period", [DOCUMENTS_PUBLISHED] = "published",
	[DOCUMENTS_FORM] = "form", [DOCUMENTS_GENRE] = "genre",
	[DOCUMENTS_EXPECTED] = "expected", [DOCUMENTS_FOUND] = "found",
	[DOCUMENTS_BLANK] = "blank", [DOCUMENTS_UNREADABLE] = "unreadable",
	[DOCUMENTS_STATUS] = "status",
};

static const char *const reuse_names[REUSE_FIELDS] = {
	[REUSE_DOC] = "doc", [REUSE_REGION] = "region", [REUSE_ORG] = "org",
	[REUSE_YEAR] = "year", [REUSE_PUBLISHED] = "published",
	[REUSE_SECTION] = "section", [REUSE_LOC] = "loc",
	[REUSE_OTHER_DOC] = "other_doc", [REUSE_OTHER_REGION] = "other_region",
	[REUSE_OTHER_ORG] = "other_org", [REUSE_OTHER_YEAR] = "other_year",
	[REUSE_OTHER_PUBLISHED] = "other_published",
	[REUSE_OTHER_SECTION] = "other_section", [REUSE_OTHER_LOC] = "other_loc",
	[REUSE_ORDER] = "order", [REUSE_KIND] = "kind",
	[REUSE_CHARACTERS] = "characters", [REUSE_SHARED] = "shared",
	[REUSE_SHARE] = "share", [REUSE_NAMES] = "names",
	[REUSE_OTHER_CHARACTERS] = "other_characters",
	[REUSE_OTHER_SHARED] = "other_shared", [REUSE_OTHER_SHARE] = "other_share",
	[REUSE_OTHER_NAMES] = "other_names", [REUSE_TEXT] = "text",
	[REUSE_MESSAGE] = "message",
};

static const char *const name_names[NAME_FIELDS] = {
	[NAME_DOC] = "doc", [NAME_ORG] = "org",
};

const struct schema name_schema = { "names", name_names, NAME_FIELDS };
const struct schema reuse_schema = { "reuse", reuse_names, REUSE_FIELDS };
const struct schema document_schema =
    { "documents", document_names, DOCUMENTS_FIELDS };
const struct schema block_schema = { "blocks", block_names, BLOCK_FIELDS };
const struct schema fact_schema = { "facts", fact_names, FACT_FIELDS };
const struct schema finding_schema =
    { "findings", finding_names, FINDING_FIELDS };
const struct schema repair_schema =
    { "repairs", repair_names, REPAIR_FIELDS };

_Static_assert((int)FACT_FIELDS <= (int)RECORD_FIELDS_MAX &&
    (int)BLOCK_FIELDS <= (int)RECORD_FIELDS_MAX &&
    (int)FINDING_FIELDS <= (int)RECORD_FIELDS_MAX,
    "RECORD_FIELDS_MAX is the widest record type");
