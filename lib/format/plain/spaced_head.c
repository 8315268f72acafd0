#include "spaced_head.h"

/* Names beside it may be wrapped at other heights. */
enum { LINES_BETWEEN_MAX = 2 };

/* A name, from the line of its end upwards. */
struct head_name {
	struct spaced_name name;
	size_t             top;	/* its first line so far */
	bool               title;	/* it is alone on the first line of all */
};

struct head {
	struct head_name name[SPACED_NAMES_MAX];
	size_t           names;
};

/* Adds a name at FROM, in the order of columns.  Returns whether there is room. */
static bool
add_name(struct head *head, struct head_name name)
{
	size_t at = head->names;

	if (head->names == SPACED_NAMES_MAX)
		return false;
	while (at > 0 && head->name[at - 1].name.from > name.name.from)
		at--;
	memmove(&head->name[at + 1], &head->name[at],
	    (head->names - at) * sizeof(name));
	head->name[at] = name;
	head->names++;
	return true;
}

/* Whether lines TOP and BELOW may have one name: they are near, and no line between
 * them is empty. */
static bool
are_near(const struct spaced_text *text, size_t top, size_t below)
{
	for (size_t i = top + 1; i < below; i++)
		if (text->line[i].words == 0)
			return false;
	return below <= top + LINES_BETWEEN_MAX;
}

/* Takes WORD of line I, all lines below being read: it is a name of its own, or
 * the beginning of the one right below it, or it stands over several. */
static bool
take_word(struct head *head, const struct spaced_text *text,
    struct head_name word, struct arena *arena)
{
	struct head_name *below = NULL;
	size_t            several = 0;

	for (size_t n = 0; n < head->names; n++)
		if (head->name[n].name.from < word.name.to &&
		    head->name[n].name.to > word.name.from) {
			below = &head->name[n];
			several++;
		}
	if (several == 0)
		return word.title || add_name(head, word);
	/* A name that a program repeats over the height of its cell is one. */
	if (several > 1 || !are_near(text, word.top, below->top) ||
	    slice_eq(word.name.text, below->name.text))
		return true;
	below->name.text = arena_join(arena, word.name.text, below->name.text);
	below->top = word.top;
	if (word.name.from < below->name.from)
		below->name.from = word.name.from;
	if (word.name.to > below->name.to)
		below->name.to = word.name.to;
	return true;
}

void
spaced_head_find(struct spaced_head *found,
    const struct spaced_text *text, size_t first, size_t end,
    enum display_rule rule, struct arena *arena)
{
	struct head head = { .names = 0 };

	found->names = 0;
	while (first < end && text->line[first].words == 0)
		first++;
	for (size_t i = end; i-- > first;)
		for (size_t w = 0; w < text->line[i].words; w++) {
			const struct spaced_word *word = &text->line[i].word[w];

			if (!take_word(&head, text, (struct head_name){
			    { word->text, word->from[rule], word->to[rule] }, i,
			    i == first && text->line[i].words == 1 && i + 1 < end },
			    arena))
				return;
		}
	for (size_t n = 0; n < head.names; n++)
		found->name[n] = head.name[n].name;
	found->names = head.names;
}
