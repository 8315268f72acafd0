/* What the words of a figure, of the segment at hand, say of it as a part of a
 * list: its name, and whether it may have one. */
#ifndef PROSE_PART_WORDS_H
#define PROSE_PART_WORDS_H

#include "internal.h"

enum { PART_NAME_MIN = 6, PART_NAME_MAX = 150 };	/* bytes: two characters,
							   fifty */

/* The name that the words before the figure, or those behind it, give to it. */
struct slice part_name(const struct prose *prose);

/* The same, where it ends before token TO. */
struct slice part_name_before(const struct prose *prose, size_t to);

/* What the VERB before the figure discloses, by name: 预算 of 公开预算信息6条, and of
 * 预算信息公开6条. */
struct slice part_disclosed(const struct prose *prose, size_t verb);

/* Whether a share follows the figure at hand; whether that, a percentage, is one:
 * 占75%, or nothing before it （75%）. */
bool part_has_share(const struct prose *prose);
bool part_is_share(const struct prose *prose);

/* Whether NAME says that it is a kind: 类 at its end, 信息 or a share behind. */
bool part_is_typed(const struct prose *prose, struct slice name);

/* Whether a verb stands before other content: 办理提案5条, but not 提案办理5条. */
bool part_has_leading_verb(const struct prose *prose);

/* Whether the words before the figure name a column of the website, whose list
 * HEAD heads: 公示栏发布5条. */
bool part_is_column(const struct prose *prose, const struct item *head);

/* Whether the words before the figure name a thing, not only what became of it or
 * where. */
bool part_names_thing(const struct prose *prose, const struct item *head);

/* Whether the words before the figure name a kind of what HEAD counts, where
 * parts are named so: neither an outlet, nor only what became of it. */
bool part_is_kind(const struct prose *prose, const struct verdict *verdict,
    const struct item *head);

/* Whether the last of the words before the figure says that something was
 * disclosed on a platform: 等县级平台公开5条, but not 财务公开5条; or, with OUTLETS, by
 * whatever stands before it. */
bool part_ends_in_deed(const struct prose *prose, bool outlets);

/* Whether the words before the figure tell what was done, not what is counted:
 * 古韵青岩发布12条, 所要的是1件. */
bool part_is_said_of(const struct prose *prose);

/* Whether the words before the figure say whose it is, and no kind. */
bool part_is_only_whose(const struct prose *prose);

/* Whether the words at hand are of what no kind of HEAD is named after. */
bool part_is_no_kind(const struct prose *prose, const struct item *head);

/* Whether the words before the figure name the gazette as what is disclosed, not
 * where: no verb is there. */
bool part_is_gazette(const struct prose *prose);

/* Whether what VERDICT leaves unaccounted for names some of what it counts: a word of the
 * lexicon, a kind, an office or a name does (涉企许可类); of one that no table knows only
 * information takes its names (合同制 of 合同制人员2名 may be all of them). */
bool part_is_vouched(const struct prose *prose, const struct verdict *verdict);

/* Whether the words before the figure begin with a verb that is no object too. */
bool part_begins_with_verb(const struct prose *prose);

#endif
