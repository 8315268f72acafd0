#include "placeholders.h"

#include "rule.h"

void
placeholders_fill(struct buffer *out, struct slice sentence,
    const struct filling fillings[], size_t n)
{
	struct slice text, word;

	while (placeholder_next(&sentence, &text, &word)) {
		buffer_add(out, text);
		for (size_t i = 0; word.n > 0 && i < n; i++)
			if (slice_is(word, fillings[i].name))
				buffer_add(out, fillings[i].text);
	}
}

void
placeholders_vet(const struct data_row *row, int column, const char *may)
{
	struct slice rest = row->field[column], text, word;

	while (placeholder_next(&rest, &text, &word)) {
		const char *found;

		if (word.n == 0)
			continue;
		found = slice_find(slice_of(may), word);
		if (found == NULL || found[-1] != ' ' || found[word.n] != ' ')
			data_refuse(row, word, "no such placeholder");
	}
}
