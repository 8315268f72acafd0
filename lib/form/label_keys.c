#include "label_keys.h"

#include "data/data.h"
#include "label.h"

size_t
label_keys_n(const struct forms *forms)
{
	return forms->items + forms->spellings + forms->columns + forms->words;
}

static struct slice *
add_keys(struct slice *key, struct arena *arena,
    const struct form_label *label, size_t n)
{
	for (size_t i = 0; i < n; i++)
		*key++ = label_key(arena, label[i].text);
	return key;
}

const struct slice *
label_keys(const struct forms *forms, struct arena *arena)
{
	struct slice *first, *key;

	if (compiled_label_keys.n > 0 && data_folder() == NULL)
		return compiled_label_keys.key;
	first = key = arena_alloc(arena, label_keys_n(forms) * sizeof(*key));
	for (size_t i = 0; i < forms->items; i++)
		*key++ = label_key(arena, forms->item[i].label);
	key = add_keys(key, arena, forms->spelling, forms->spellings);
	key = add_keys(key, arena, forms->column, forms->columns);
	add_keys(key, arena, forms->word, forms->words);
	return first;
}
