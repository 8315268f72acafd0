#include "breadcrumb.h"

#include "base/memory.h"
#include "base/utf8.h"
#include "data/data.h"

/* How breadcrumbs begin, and what stands between their steps. */
static struct slice *start, *mark;
static size_t        starts, marks;
static bool          loaded;

/* By the second byte of a start, which tells most paragraphs from all of
 * them. */
static bool may_start[256];

static void
add_start(const struct data_row *row)
{
	struct slice text = row->field[1];

	if (utf8_length(text) < 2)
		data_refuse(row, text, "too short for the start of a line");
	for (size_t i = 0; row->own && i < starts; i++)
		if (slice_starts(text, start[i]))
			data_refuse(row, text, "a line before says as much");
	may_start[(unsigned char)text.p[1]] = true;
	start[starts++] = text;
}

void
html_breadcrumbs_load(void)
{
	static const char *const parts[] = { "start", "mark" };
	const struct data_table *table = data_table(DATA_BREADCRUMBS);

	if (loaded)
		return;
	loaded = true;
	start = memory_resize(NULL, table->rows, sizeof(*start));
	mark = memory_resize(NULL, table->rows, sizeof(*mark));
	for (size_t i = 0; i < table->rows; i++) {
		const struct data_row *row = &table->row[i];

		if (data_choice(row, 0, parts, 2) == 0)
			add_start(row);
		else
			mark[marks++] = row->field[1];
	}
}

bool
html_is_breadcrumb(struct slice text)
{
	bool begins = false;

	if (!loaded)
		html_breadcrumbs_load();
	if (text.n < 2 || !may_start[(unsigned char)text.p[1]])
		return false;
	for (size_t i = 0; i < starts && !begins; i++)
		begins = slice_starts(text, start[i]);
	for (size_t i = 0; i < marks && begins; i++)
		if (slice_find(text, mark[i]) != NULL)
			return true;
	return false;
}
