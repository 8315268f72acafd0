#include "finding.h"

const char *const verdict_name[VERDICT_NONE] = {
	[VERDICT_FAIL] = "fail", [VERDICT_UNKNOWN] = "unknown",
	[VERDICT_VACUOUS] = "vacuous", [VERDICT_PASS] = "pass",
};
