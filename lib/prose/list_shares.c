/* Percentages of the parts of a list. */
#include "list_members.h"
#include "marks.h"
#include "part_words.h"

/* The name before a share that nothing counts, 机构设置类信息占总体的4.28%: of what is clearly
 * a kind; else empty. */
static struct slice
kind_of_share(const struct prose *prose)
{
	const struct segment *segment = &prose->segment;
	size_t                share = segment->figure;
	struct slice          name;

	while (share > segment->from && !prose_is(prose, share - 1, STEER_SHARE))
		share--;
	if (share-- == segment->from || share == segment->from ||
	    classes_meet(segment->own, prose->lexicon.kind[CLASS_VERB]) ||
	    classes_any(segment->outlet) || segment->whose.n > 0)
		return (struct slice){ "", 0 };
	name = part_name_before(prose, share);
	return marks_end(MARK_KIND, name) && name.n >= PART_NAME_MIN &&
	    name.n <= PART_NAME_MAX ? name : (struct slice){ "", 0 };
}

static bool
take_share_of_kind(struct prose *prose, struct open_list *top)
{
	struct slice name;

	if (top == NULL || top->head == NULL || top->head->share.n == 0)
		return false;
	name = kind_of_share(prose);
	if (name.n == 0)
		return false;
	(void)list_claim_member(prose, top, top->head, top->head->share, name);
	top->shares = true;
	return true;
}

bool
lists_take_share(struct prose *prose)
{
	const struct prose_sentence *sentence = &prose->sentence;
	const struct last_part    *member = &sentence->member;
	const struct item           *head = member->of;
	struct prose_claim          *claim;
	struct open_list            *top = lists_top(prose);

	if (head == NULL || member->name.n == 0 || head->share.n == 0 ||
	    top == NULL || !part_is_share(prose))
		return take_share_of_kind(prose, top);
	claim = list_claim_member(prose, top, head, head->share, member->name);
	claim->start = member->start;
	top->shares = true;
	prose->sentence.member.name.n = 0;
	return true;
}
