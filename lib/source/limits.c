#include "limits.h"

/* Reports have at most a few MB, archives of a province's fifteen years a few
 * ten GB; deflate cannot do better than 1:1032, text seldom than 1:20. */
const struct limits limits_default = {
	.member_bytes = 256ull << 20,
	.archive_bytes = 64ull << 30,
	.ratio = 1000,
	.members = 100 * 1000 * 1000,
	.depth = 3,
	.cells = 1000 * 1000,
	.tables = 64,
};
