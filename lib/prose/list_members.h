/* The parts of lists, for the files that read them: list_heads.c, list_members.c,
 * list_sums.c, list_shares.c, lists.c. */
#ifndef PROSE_LIST_MEMBERS_H
#define PROSE_LIST_MEMBERS_H

#include "internal.h"

/* Opens LIST within those that are open. */
void list_push(struct prose *prose, struct open_list list);

/* The list that the figure at hand, which CLAIM is of, heads. */
struct open_list list_headed_by(struct prose *prose,
    const struct prose_claim *claim);

/* The claim of the figure at hand for CODE, within the list TOP. */
struct prose_claim *list_claim_member(struct prose *prose,
    const struct open_list *top, const struct item *item, struct slice code,
    struct slice col);

/* Claims the figure at hand as the part NAME of TOP; of an office's own, as that
 * office's. */
void list_claim_named(struct prose *prose, const struct open_list *top,
    struct slice name);

/* Whether the figure at hand has the unit UNIT. */
bool list_is_counted_in(const struct prose *prose, struct slice unit);

/* Each takes the figure at hand as a part of TOP, and says whether it is one: one that
 * some decision knows, a channel, an outcome; 予以公开或部分公开5件: of what some decision
 * knows, and something else; one that only its name is known of; one that several outlets disclosed. */
bool list_take_known(struct prose *prose, const struct open_list *top,
    const struct verdict *verdict);
bool list_take_mixed(struct prose *prose, const struct open_list *top,
    const struct verdict *verdict);
bool list_take_named(struct prose *prose, const struct open_list *top,
    const struct verdict *verdict);
bool list_take_outlets(struct prose *prose, const struct open_list *top);

/* Whether the words before the figure end in 平台: an outlet, and no kind. */
bool list_ends_in_platform(const struct prose *prose);

/* The same, as some of what its outlet disclosed: 其中通过媒体发布新闻类消息7条. */
bool list_take_of_outlet(struct prose *prose, const struct open_list *top,
    const struct verdict *verdict);

/* Between brackets, behind a part that is a kind, all that is counted like the
 * head is one, whatever its words say elsewhere: （其中概况信息5条，政策解读3条，意见
 * 征集2条）; without brackets 政府公报 is.  Whether the figure at hand was taken
 * so. */
bool list_take_among_kinds(struct prose *prose, const struct open_list *top);

/* Whether the figure at hand was taken as a part because the parts of its list
 * add up; closes a list whose parts have. */
bool list_take_proved(struct prose *prose, const struct verdict *verdict);
void list_close_proved(struct prose *prose);

#endif
