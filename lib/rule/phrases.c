#include "phrases.h"

#include "placeholders.h"

enum { KEY, CHINESE, ENGLISH };	/* fields */

const struct data_table *
phrases_load(enum data_file file, phrase_may_fn *may)
{
	const struct data_table *phrases = data_table(file);

	for (size_t i = 0; i < phrases->rows; i++) {
		const struct data_row *row = &phrases->row[i];
		const char            *placeholders = may(row->field[KEY]);

		if (placeholders == NULL)
			data_refuse(row, row->field[KEY],
			    "no message has these words");
		placeholders_vet(row, CHINESE, placeholders);
		placeholders_vet(row, ENGLISH, placeholders);
	}
	return phrases;
}

struct slice
phrase_of(const struct data_table *phrases, struct slice key,
    enum rule_language language, struct slice none)
{
	for (size_t i = 0; i < phrases->rows; i++)
		if (slice_eq(phrases->row[i].field[KEY], key))
			return phrases->row[i].field[language == RULE_CHINESE ?
			    CHINESE : ENGLISH];
	return none;
}
