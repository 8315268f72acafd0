/* What a list is of: the figure it stands behind, a bracket, 其中. */
#include "base/left_out.h"
#include "list_members.h"
#include "marks.h"

void
list_push(struct prose *prose, struct open_list list)
{
	struct prose_sentence *sentence = &prose->sentence;

	if (sentence->lists == LISTS_MAX) {
		left_out("brackets nested deeper than are read");
		return;
	}
	list.depth = sentence->depth;
	sentence->list[sentence->lists++] = list;
}

/* What the parts of the figure at hand are marked with. */
static unsigned
sum_of(const struct prose *prose)
{
	const struct token *token =
	    prose_token(prose, prose->segment.figure);

	return token->kind == TOKEN_FIGURE ? SUMS_FIGURE +
	    (unsigned)(token->figure - prose->sentence.cut.figure) :
	    SUMS_NOTHING;
}

struct open_list
list_headed_by(struct prose *prose, const struct prose_claim *claim)
{
	struct prose_sentence *sentence = &prose->sentence;
	struct open_list       list = { .head = claim->item,
	    .unit = claim->figure.unit, .scope = claim->scope,
	    .claim = prose_claim_number(prose, claim), .sum = sum_of(prose),
	    .count = sums_count(&claim->figure) };

	if (sentence->headings == SUMS_HEADS)
		sentence->headings--;
	sentence->heading[sentence->headings++] = list;
	return list;
}

void
lists_set_head(struct prose *prose, const struct prose_claim *claim)
{
	if (!claim->item->head)
		return;
	prose->sentence.head = list_headed_by(prose, claim);
	prose->sentence.head.objects = prose->sentence.carried;
}

/* The head that 其中 refers to: the last figure of this sentence, else, if there is
 * none, of the one before. */
static const struct open_list *
head_of(const struct prose *prose)
{
	if (prose->sentence.head.head != NULL)
		return &prose->sentence.head;
	if (prose->paragraph.age <= 1 && !prose->sentence.counted &&
	    prose->paragraph.last.head != NULL)
		return &prose->paragraph.last;
	return NULL;
}

void
lists_open(struct prose *prose, bool behind_figure)
{
	const struct open_list *head = head_of(prose);
	struct open_list       *top = lists_top(prose);

	if (top != NULL) {
		top->open = true;
		return;
	}
	if (prose->sentence.head.head == NULL &&
	    (prose->sentence.partial ||
	    (behind_figure && prose->sentence.uncounted))) {
		if (prose->sentence.row.item == NULL) {
			/* 公开工作动态71条。其中… */
			prose->sentence.row = prose->paragraph.row;
			prose->sentence.row.figure = NAMED_BEFORE;
		}
		list_push(prose, (struct open_list){ .open = true });
		return;
	}
	if (head == NULL)
		return;
	list_push(prose, *head);
	lists_top(prose)->open = true;
	if (head == &prose->paragraph.last)
		prose->sentence.carried = head->objects;
}

void
lists_open_bracket(struct prose *prose)
{
	struct open_list list = lists_top(prose) == NULL ?
	    prose->sentence.head : prose->sentence.nested;

	if (prose->sentence.depth < LISTS_MAX) {
		prose->sentence.outside[prose->sentence.depth] =
		    prose->sentence.member;
		prose->sentence.bracket[prose->sentence.depth] =
		    prose_token(prose, prose->clause.first)->start;
	}
	prose->sentence.depth++;
	list_push(prose, list);
	lists_top(prose)->open = true;
}

/* A share behind a bracket is none of the last part in it, but of what stood
 * before: 子站信息20条（机关12条，直属单位8条），占20% */
static void
forget_inside(struct prose_sentence *sentence)
{
	if (sentence->depth < LISTS_MAX &&
	    sentence->member.start >= sentence->bracket[sentence->depth])
		sentence->member = sentence->outside[sentence->depth];
}

void
lists_close_bracket(struct prose *prose)
{
	struct prose_sentence *sentence = &prose->sentence;

	if (sentence->depth == 0)
		return;
	while (sentence->lists > 0 &&
	    sentence->list[sentence->lists - 1].depth >= sentence->depth)
		sentence->lists--;
	sentence->depth--;
	forget_inside(sentence);
}

void
lists_begin_clause(struct prose *prose)
{
	struct prose_sentence *sentence = &prose->sentence;
	size_t                 first = prose->clause.first;
	struct open_list      *top;

	sentence->parted = first > 1 && marks_at(MARK_SEMICOLON,
	    prose_text(prose, first - 1, first)) > 0;
	if (!sentence->parted)
		return;
	sentence->other.n = 0;
	sentence->refused = false;
	while ((top = lists_top(prose)) != NULL && top->nested)
		sentence->lists--;
	if (top != NULL)
		top->ended = prose_is(prose, first - 2, STEER_AND_SO_ON);
}
