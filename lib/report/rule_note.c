#include "rule_note.h"

#include "data/data.h"

/* Fields of rule-notes.tsv: the id, then pairs in two languages. */
enum { ID, FIRST };

struct slice
rule_note(struct slice id, enum rule_note note, enum rule_language language)
{
	const struct data_table *table = data_table(DATA_RULE_NOTES);

	for (size_t i = 0; i < table->rows; i++)
		if (slice_eq(table->row[i].field[ID], id))
			return table->row[i].field[FIRST + 2 * (int)note +
			    (language == RULE_CHINESE ? 0 : 1)];
	return SLICE("");
}
