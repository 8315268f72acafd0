/* Any lines as rules of a user: refused, or told, and kept to with figures. */
#include <stdint.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/memory.h"
#include "base/tsv.h"
#include "form/form.h"
#include "lib/lines.h"
#include "rule/explain.h"
#include "rule/rule_words.h"
#include "rule/rules.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

FUZZ_LINES('\t')

static void
read_rows(struct data_table *table, struct slice text)
{
	static struct arena fields;
	struct tsv          tsv = { .rest = text };
	struct data_row     row = { .file = "fuzz", .fields = 1 };
	size_t              room = 0;

	arena_reset(&fields);
	while (row.fields > 0) {
		struct slice *field = arena_alloc(&fields, DATA_FIELDS_MAX *
		    sizeof(*field));

		row.fields = tsv_next(&tsv, field, DATA_FIELDS_MAX);
		row.field = field;
		row.line = tsv.line;
		if (row.fields > 0 && row.fields <= DATA_FIELDS_MAX)
			*MEMORY_APPEND(table->row, table->rows, room) = row;
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	static struct forms *forms;
	struct rules         rules = { .n = 0 };
	struct data_table    table = { NULL, 0 };
	struct buffer        told = { .n = 0 };
	char                 version[RULES_VERSION_BYTES];

	if (forms == NULL) {
		forms = forms_load();
		rule_words_load();
	}
	rules.forms = forms;
	read_rows(&table, (struct slice){ (const char *)bytes, n });
	if (rules_add(&rules, &table, n % 2 == 0)) {
		rules_version(&rules, version);
		explain_all(&rules, RULE_CHINESE, &told);
		explain_all(&rules, RULE_ENGLISH, &told);
	}
	buffer_free(&told);
	rules_free(&rules);
	free(table.row);
	return 0;
}
