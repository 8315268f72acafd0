#include "pattern_groups.h"

#include <stdlib.h>

#include "base/memory.h"

const struct pattern_group *
pattern_groups_find(struct pattern_groups *groups, struct slice name)
{
	for (size_t i = 0; i < groups->groups; i++)
		if (slice_eq(groups->group[i].name, name)) {
			groups->group[i].used = true;
			return &groups->group[i];
		}
	return NULL;
}

static void
check_members(struct pattern_groups *groups, const struct pattern_group *group)
{
	struct slice list = group->members, word;

	while (slice_cut(&list, ' ', &word)) {
		const struct pattern_group *member = pattern_groups_find(groups, word);

		if (member != NULL && member >= group)
			data_refuse(group->row, word,
			    "a group that does not stand above");
	}
}

void
pattern_groups_load(struct pattern_groups *groups, const struct data_table *table)
{
	groups->group = memory_resize(NULL, table->rows + 1,
	    sizeof(*groups->group));
	for (size_t i = 0; i < table->rows; i++) {
		const struct data_row *row = &table->row[i];

		groups->group[groups->groups++] = (struct pattern_group){
			.name = row->field[0], .members = row->field[1],
			.row = row };
	}
	for (size_t i = 0; i < groups->groups; i++)
		check_members(groups, &groups->group[i]);
}

void
pattern_groups_free(struct pattern_groups *groups)
{
	free(groups->group);
}
