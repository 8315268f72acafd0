/* The parts that a sum shows to be those of a list (sums.h). */
#include "list_members.h"
#include "marks.h"
#include "part_words.h"

/* What the figure at hand is marked to be a part of. */
static unsigned
part_of(const struct prose *prose)
{
	const struct prose_sentence *sentence = &prose->sentence;

	return sentence->sums.of[prose_token(prose,
	    prose->segment.figure)->figure - sentence->cut.figure];
}

/* The list that the figure at hand is shown to be a part of by the sum of its
 * parts, now the last one open; NULL: it is of none. */
static struct open_list *
find_proved(struct prose *prose)
{
	struct prose_sentence *sentence = &prose->sentence;
	const unsigned         of = part_of(prose);

	if (of == SUMS_NOTHING)
		return NULL;
	for (size_t i = sentence->lists; i > 0; i--)
		if (sentence->list[i - 1].sum == of) {
			sentence->lists = i;
			return lists_top(prose);
		}
	if (of < SUMS_FIGURE) {
		list_push(prose, prose->paragraph.head[of - SUMS_BEFORE]);
		lists_top(prose)->sum = of;
		return lists_top(prose);
	}
	for (size_t i = 0; i < sentence->headings; i++)
		if (sentence->heading[i].sum == of) {
			list_push(prose, sentence->heading[i]);
			return lists_top(prose);
		}
	return NULL;
}

void
lists_open_proved(struct prose *prose)
{
	const unsigned of = part_of(prose);

	if (lists_top(prose) == NULL && of < SUMS_FIGURE &&
	    of != SUMS_NOTHING && prose->paragraph.head[of - SUMS_BEFORE].head->share.n == 0)
		(void)find_proved(prose);
}

bool
lists_is_proved_part(const struct prose *prose, const struct item *item)
{
	const unsigned of = part_of(prose);

	for (size_t i = 0; i < prose->sentence.headings; i++) {
		const struct open_list *head = &prose->sentence.heading[i];

		if (of >= SUMS_FIGURE && head->sum == of)
			return head->head->part.n == 0 && head->head != item &&
			    !item_is_member(head->head, item->code);
	}
	return false;
}

/* Whether the figure at hand is a part of a part of the list that is open: 法规27条，
 * 其中规章12条，文件15条. */
static bool
is_part_of_part(const struct prose *prose)
{
	const struct prose_sentence *sentence = &prose->sentence;
	const unsigned               of = part_of(prose);

	return of >= SUMS_FIGURE && sentence->lists > 0 &&
	    sentence->list[sentence->lists - 1].proved &&
	    sentence->sums.of[of - SUMS_FIGURE] ==
	    sentence->list[sentence->lists - 1].sum;
}

/* Whether VERDICT has the figure at hand as more than a part of a list: a deed of its
 * own (制发规范性文件4件). */
static bool
says_more(const struct prose *prose, const struct verdict *verdict)
{
	return verdict->decision != NULL && verdict->licensed &&
	    part_begins_with_verb(prose);
}

/* Keeps in mind that LIST has an outlet's part, also for when it is opened again. */
static void
note_outlet(struct prose *prose, struct open_list *list)
{
	struct prose_sentence  *sentence = &prose->sentence;
	struct prose_paragraph *paragraph = &prose->paragraph;

	list->outlets = true;
	for (size_t i = 0; i < sentence->headings; i++)
		if (sentence->heading[i].claim == list->claim)
			sentence->heading[i].outlets = true;
	for (size_t i = 0; i < paragraph->heads; i++)
		if (paragraph->head[i].claim == list->claim)
			paragraph->head[i].outlets = true;
}

/* Takes the figure at hand as a part of LIST, whose parts add up.  False if it is
 * said to be something else. */
static bool
take_part_of(struct prose *prose, struct open_list *list,
    const struct verdict *verdict)
{
	const struct slice name = part_name(prose);
	bool               gazette;

	list->open = list->proved = true;
	list->members++;
	gazette = list->kinds && part_is_gazette(prose);
	if (!gazette && list_take_known(prose, list, verdict)) {
		if (classes_any(prose->segment.outlet))
			note_outlet(prose, list);
		return true;
	}
	if (part_is_no_kind(prose, list->head) ||
	    (list_ends_in_platform(prose) && list_take_outlets(prose, list)))
		return true;
	if (list->outlets || name.n < PART_NAME_MIN || name.n > PART_NAME_MAX || (!gazette &&
	    (!part_names_thing(prose, list->head) ||
	    part_ends_in_deed(prose, list->outlets) ||
	    says_more(prose, verdict))))
		return false;
	list_claim_named(prose, list, name);
	return true;
}

/* 申请9件，涉及行政许可类5件、政策类4件: takes the figure at hand as a kind of what LIST, of
 * no disclosure, counts, whatever it may count elsewhere.  False if it is none. */
static bool
take_kind_of(struct prose *prose, const struct open_list *list)
{
	const struct slice name = part_name(prose);

	if (list->head->part.n == 0 || name.n < PART_NAME_MIN ||
	    name.n > PART_NAME_MAX || !marks_end(MARK_KIND, name))
		return false;
	list_claim_named(prose, list, name);
	return true;
}

bool
list_take_proved(struct prose *prose, const struct verdict *verdict)
{
	const size_t      lists = prose->sentence.lists;
	struct open_list *list = find_proved(prose);

	if (list == NULL)
		return is_part_of_part(prose);
	if (list->head != NULL && (list->head->share.n > 0 ?
	    take_part_of(prose, list, verdict) :
	    list_take_known(prose, list, verdict) ||
	    take_kind_of(prose, list)))
		return true;
	if (prose->sentence.lists > lists)
		prose->sentence.lists = lists;
	return false;
}

void
list_close_proved(struct prose *prose)
{
	const struct open_list *top;

	while ((top = lists_top(prose)) != NULL && top->proved &&
	    top->depth >= prose->sentence.depth &&
	    part_of(prose) == SUMS_NOTHING)
		prose->sentence.lists--;
}
