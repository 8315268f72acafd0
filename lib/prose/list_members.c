/* How the figure at hand becomes a part of a list: by what a decision knows, or by its
 * name. */
#include "list_members.h"
#include "marks.h"
#include "part_words.h"

enum { REQUEST_NAME_MAX = 36 };	/* bytes */

struct prose_claim *
list_claim_member(struct prose *prose, const struct open_list *top,
    const struct item *item, struct slice code, struct slice col)
{
	size_t              i = prose->segment.figure;
	struct prose_claim *claim = prose_claim(prose, item, col,
	    prose_token(prose, i)->figure, i);

	claim->code = code;
	claim->scope = top->scope;
	claim->list = top->claim;
	return claim;
}

static void
remember_member(struct prose *prose, const struct open_list *top,
    struct slice name, size_t start)
{
	prose->sentence.member = (struct last_part){ name, top->head, start };
}

/* Whether claim I was made of ITEM too, by the same words: 办理34件 counts what came
 * in and what was answered. */
static bool
is_said_twice(const struct prose_sentence *sentence, size_t i,
    const struct item *item)
{
	for (size_t j = 0; j < sentence->claims; j++)
		if (j != i && sentence->claim[j].item == item &&
		    sentence->claim[j].end == sentence->claim[i].end)
			return true;
	return false;
}

/* 共办理34件, 其中结转下年5件: what was called answered is all that came in. */
static void
rename_head(struct prose *prose, const struct item *head,
    const struct item *other)
{
	struct prose_sentence *sentence = &prose->sentence;

	for (size_t i = 0; i < sentence->claims; i++)
		if (sentence->claim[i].item != head &&
		    sentence->claim[i].item->head &&
		    item_is_kin(sentence->claim[i].item, head) &&
		    !is_said_twice(sentence, i, head))
			return;		/* 收到30件，办理34件 */
	for (size_t i = 0; i < sentence->claims; i++)
		if (sentence->claim[i].item == head &&
		    slice_eq(sentence->claim[i].code, head->code)) {
			sentence->claim[i].same |= is_said_twice(sentence, i,
			    other);
			sentence->claim[i].item = other;
			sentence->claim[i].code = other->code;
		}
}

/* Whether the figure at hand, of DECISION, tells that the head of TOP counts something
 * else than it said. */
static bool
renames_head(const struct prose *prose, const struct open_list *top,
    const struct decision *decision)
{
	return decision->head != NULL && !prose_figure_is(
	    prose_token(prose, prose->segment.figure)->figure, "0") &&
	    classes_meet(top->objects, decision->after);
}

bool
list_take_known(struct prose *prose, const struct open_list *top,
    const struct verdict *verdict)
{
	const struct decision *decision = verdict->decision;
	struct prose_claim    *claim;

	if (decision == NULL || !verdict->licensed ||
	    prose->segment.whose.n > 0 || (!renames_head(prose, top, decision) &&
	    (decision->item == top->head ||
	    !item_is_member(top->head, decision->item->code))))
		return false;
	if (renames_head(prose, top, decision))
		rename_head(prose, top->head, decision->head);
	claim = list_claim_member(prose, top, decision->item, decision->item->code,
	    verdict_col(prose, decision));
	claim->source = decision->row;
	claim->dated = decision->dated;
	if (decision->item->share.n > 0) {
		claim->licence = verdict_licence(prose, decision);
		claim->words = part_name(prose);
	}
	prose->sentence.member.name.n = 0;
	prose->sentence.carried = classes_join(prose->sentence.carried,
	    classes_both(prose->segment.own,
	    prose->lexicon.kind[CLASS_OBJECT]));
	if (decision->item->head)
		prose->sentence.head = prose->sentence.nested =
		    list_headed_by(prose, claim);
	return true;
}

bool
list_is_counted_in(const struct prose *prose, struct slice unit)
{
	return slice_eq(prose_token(prose, prose->segment.figure)->figure->unit,
	    unit);
}

static bool
is_counted_alike(const struct prose *prose, const struct open_list *top)
{
	const struct figure *figure =
	    prose_token(prose, prose->segment.figure)->figure;

	return (figure->kind == UNIT_COUNT || figure->kind == UNIT_NONE) &&
	    (top->head->units & measures_unit(&prose->measures,
	    figure->unit)) != 0;
}

bool
list_take_mixed(struct prose *prose, const struct open_list *top,
    const struct verdict *verdict)
{
	const struct decision *decision = verdict->decision;
	struct prose_claim    *claim;

	if (decision == NULL || verdict->licensed || top->head->share.n > 0 ||
	    marks_end(MARK_KIND, part_name(prose)) ||
	    prose_has(prose, prose->segment.own, STEER_EXCLUDING) ||
	    decision->item == top->head || prose->segment.whose.n > 0 ||
	    !item_is_member(top->head, decision->item->code))
		return false;
	claim = list_claim_member(prose, top, decision->item, decision->item->code,
	    verdict_col(prose, decision));
	claim->source = decision->row;
	claim->part = part_name(prose);
	prose->sentence.member.name.n = 0;
	return true;
}

void
list_claim_named(struct prose *prose, const struct open_list *top, struct slice name)
{
	const struct item  *head = top->head;
	struct prose_claim *claim = list_claim_member(prose, top, head, head->part,
	    name);

	prose->sentence.member.name.n = 0;
	if (part_is_only_whose(prose)) {
		claim->code = head->code;
		claim->scope.whose = prose->segment.whose.n > 0 ?
		    prose->segment.whose : name;
		return;
	}
	lists_top(prose)->kinds = head->share.n > 0;
	remember_member(prose, top, name, claim->start);
}

bool
list_ends_in_platform(const struct prose *prose)
{
	const size_t figure = prose->segment.figure;

	return figure > prose->segment.from &&
	    prose_is(prose, figure - 1, STEER_PLATFORM);
}

bool
list_take_named(struct prose *prose, const struct open_list *top,
    const struct verdict *verdict)
{
	const struct item *head = top->head;
	struct slice       name = part_name(prose);
	bool               whole = head->share.n > 0;

	if (head->part.n == 0 || !is_counted_alike(prose, top) ||
	    (whole && list_ends_in_platform(prose)) ||
	    !part_is_kind(prose, verdict, head) || part_is_said_of(prose) ||
	    name.n < PART_NAME_MIN || name.n > (whole ? PART_NAME_MAX :
	    REQUEST_NAME_MAX))
		return false;
	if (part_is_no_kind(prose, head) || (whole &&
	    part_ends_in_deed(prose, top->proved && top->outlets)))
		return false;
	list_claim_named(prose, top, name);
	return true;
}

static bool
is_outlet(const struct prose *prose, size_t i)
{
	return classes_meet(prose_token(prose, i)->classes,
	    prose->lexicon.kind[CLASS_OUTLET]);
}

/* The decision whose column is the name of an outlet, or NULL. */
static const struct decision *
named_outlet(const struct decisions *decisions)
{
	for (size_t d = 0; d < decisions->decisions; d++)
		if (decisions->decision[d].named)
			return &decisions->decision[d];
	return NULL;
}

/* What several outlets, or a platform, before the figure are called: 文旅服务平台12条; empty:
 * none is there. */
static struct slice
outlets_in_list(const struct prose *prose)
{
	const struct segment *segment = &prose->segment;
	size_t                first = segment->from, last = segment->figure;

	if (list_ends_in_platform(prose))
		return part_name(prose);
	while (first < last && !is_outlet(prose, first))
		first++;
	while (last > first && !is_outlet(prose, last - 1))
		last--;
	return first + 1 >= last ? (struct slice){ "", 0 } :
	    prose_text(prose, first, last);
}

bool
list_take_outlets(struct prose *prose, const struct open_list *top)
{
	const struct decision *decision = named_outlet(&prose->decisions);
	const struct slice     name = outlets_in_list(prose);

	if (name.n == 0 || decision == NULL ||
	    !item_is_member(top->head, decision->item->code) ||
	    !list_is_counted_in(prose, top->unit))
		return false;
	(void)list_claim_member(prose, top, decision->item,
	    decision->item->code, name);
	return true;
}

bool
list_take_of_outlet(struct prose *prose, const struct open_list *top,
    const struct verdict *verdict)
{
	const struct decision *decision = verdict->decision;
	struct prose_claim    *claim;

	if (decision == NULL || verdict->licensed ||
	    decision->item == top->head || prose->segment.whose.n > 0 ||
	    !classes_any(prose->segment.outlet) ||
	    !classes_meet(prose->segment.own, classes_both(
	    prose->decisions.listing, prose->lexicon.kind[CLASS_VERB])) ||
	    verdict->rest.p > prose_text(prose, prose->segment.figure,
	    prose->segment.figure).p ||
	    !is_counted_alike(prose, top) ||
	    !item_is_member(top->head, decision->item->code) ||
	    !item_is_member(prose->measures.listing, decision->item->code))
		return false;
	claim = list_claim_member(prose, top, decision->item, decision->item->code,
	    verdict_col(prose, decision));
	claim->source = decision->row;
	claim->part = verdict->rest;
	prose->sentence.member.name.n = 0;
	return true;
}

bool
list_take_among_kinds(struct prose *prose, const struct open_list *top)
{
	struct slice        name = part_name(prose);
	struct prose_claim *claim;

	if (top->head == NULL || !top->kinds ||
	    (top->depth == 0 && !part_is_gazette(prose)) ||
	    !list_is_counted_in(prose, top->unit) ||
	    prose_has(prose, prose->segment.own, STEER_NONE) ||
	    name.n < PART_NAME_MIN || name.n > PART_NAME_MAX)
		return false;
	claim = list_claim_member(prose, top, top->head, top->head->part, name);
	remember_member(prose, top, name, claim->start);
	return true;
}
