/* The sentences of a paragraph: what its heading and its opening say it is about,
 * and what each sentence leaves to the next one. */
#include "base/digits.h"
#include "base/left_out.h"
#include "text/fold.h"
#include "internal.h"
#include "marks.h"
#include "running_title.h"

static void
begin_sentence(struct prose *prose)
{
	struct prose_sentence  *sentence = &prose->sentence;
	struct prose_paragraph *paragraph = &prose->paragraph;

	sentence->ever = sentence->as_of = sentence->as_of_date = false;
	sentence->as_of_end = false;
	sentence->year = prose->clause.year = paragraph->year;
	sentence->this_year = sentence->plan = sentence->refused = false;
	sentence->via = sentence->column = sentence->outlet_left = false;
	sentence->period.n = sentence->whose.n = sentence->other.n =
	    sentence->narrowed.n = 0;
	sentence->carried = sentence->heard = sentence->outlet =
	    sentence->pending = (struct classes){ { 0 } };
	sentence->lists = sentence->depth = sentence->claims = 0;
	sentence->changes = 0;
	prose->document.sentences++;
	sentence->head.head = sentence->nested.head = NULL;
	sentence->row = (struct named_row){ .item = NULL };
	sentence->headings = 0;
	sentence->member.name.n = 0;
	sentence->sorted = sentence->counted = sentence->uncounted = false;
	paragraph->age++;
	paragraph->heads_age++;
	sentence->partial = paragraph->age <= 1 && paragraph->partial;
	if (paragraph->age <= 1 && paragraph->last.head != NULL)
		sentence->carried = paragraph->last.objects;
}

/* Whether the sentence only said more of what the one before counted: 按申请方式分
 * after 收到申请. */
static bool
goes_on_with_last(const struct prose *prose)
{
	const struct prose_sentence  *sentence = &prose->sentence;
	const struct prose_paragraph *paragraph = &prose->paragraph;

	return sentence->claims > 0 && paragraph->age <= 1 &&
	    paragraph->last.head != NULL && item_is_member(
	    paragraph->last.head, sentence->claim[0].item->code);
}

/* Keeps the last claim of the sentence that is of no part: 均已答复 may follow. */
static void
note_whole(struct prose *prose)
{
	struct prose_paragraph *paragraph = &prose->paragraph;
	size_t                  i = prose->sentence.claims;

	while (i > 0 && zeros_is_within(prose, i - 1))
		i--;
	paragraph->whole.item = NULL;
	if (i == 0)
		return;
	paragraph->whole = prose->sentence.claim[i - 1];
	paragraph->whole_number = prose_claim_number(prose,
	    &prose->sentence.claim[i - 1]);
}

/* What the sentence leaves to the next one: 。其中… goes on with its head, and a
 * list with shares with another part. */
static void
end_sentence(struct prose *prose)
{
	struct prose_sentence  *sentence = &prose->sentence;
	struct prose_paragraph *paragraph = &prose->paragraph;

	if (sentence->claims > 0) {
		paragraph->claim = sentence->claim[sentence->claims - 1];
		paragraph->claim_number = prose_claim_number(prose,
		    &sentence->claim[sentence->claims - 1]);
		note_whole(prose);
	}
	if (sentence->headings > 0) {
		memcpy(paragraph->head, sentence->heading,
		    sizeof(paragraph->head));
		paragraph->heads = sentence->headings;
		paragraph->heads_age = 0;
	}
	paragraph->row = sentence->row;
	paragraph->partial = sentence->partial && sentence->lists == 0;
	if (paragraph->partial)
		paragraph->last.head = NULL;
	else if (sentence->lists > 0 && sentence->list[0].head != NULL)
		paragraph->last = sentence->list[0];
	else if (sentence->head.head != NULL)
		paragraph->last = sentence->head;
	else if (!goes_on_with_last(prose))
		return;
	paragraph->age = 0;
}

/* The classes of the words in TEXT, which OPENING opens. */
static struct classes
words_of(struct prose *prose, struct slice text, const struct opening *opening)
{
	struct sentence *cut = &prose->sentence.cut;
	struct classes   set = { { 0 } };

	(void)sentence_read(cut, &prose->lexicon, text, opening,
	    prose->document.year);
	for (size_t i = 0; i < cut->tokens; i++)
		set = classes_join(set, cut->token[i].classes);
	return set;
}

/* 二、 before a short sentence that claims nothing makes it a HEADING too, but 二是
 * does not.  Whether it is one. */
static bool
note_heading(struct prose *prose, struct slice text, bool heading)
{
	size_t enumerator;

	if (text.n > HEADING_MAX)
		return false;
	enumerator = sentence_enumerator(text);
	if ((enumerator == 0 && !heading) ||
	    fold_enumerator(text).kind == ENUMERATOR_RUN_IN)
		return false;
	memcpy(prose->document.heading_text, text.p, text.n);
	prose->document.heading_n = text.n;
	prose->document.heading_from = enumerator;
	return true;
}

/* The classes of the last heading: found when a paragraph below claims, as most
 * headings have none that does. */
static struct classes
heading_classes(struct prose *prose)
{
	struct prose_document *document = &prose->document;
	struct slice           text = { document->heading_text,
	    document->heading_n };

	if (text.n > 0) {
		size_t               n = document->heading_from;
		const struct opening opening = { n,
			sentence_heading(text, n) };

		document->heading = words_of(prose, text, &opening);
	}
	document->heading_n = 0;
	return document->heading;
}

/* The bytes of the phrase that TEXT opens with if it may say what follows is
 * about: it is the heading of OPENING, or has its enumerator, is short, ends in
 * 方面 or before a colon.  0: it may not. */
static size_t
opening_length(struct slice text, const struct opening *opening)
{
	enum { OPENING_MAX = 72 };	/* bytes */
	size_t       n = opening->enumerator, at;
	struct slice rest;

	if (opening->heading > 0)
		return opening->heading;
	for (at = n; at < text.n && at <= n + OPENING_MAX; at++) {
		rest = slice_from(text, at);
		if (is_digit(*rest.p))
			return 0;
		if (marks_between(rest) && (marks_at(MARK_COLON, rest) > 0 ||
		    marks_at(MARK_COMMA, rest) > 0))
			break;
	}
	if (at + 3 >= text.n || at > n + OPENING_MAX)
		return 0;
	return n > 0 || marks_at(MARK_COLON, rest) > 0 ||
	    marks_end(MARK_OPENING, (struct slice){ text.p, at }) ? at : 0;
}

/* 依申请公开方面，…: what opens a paragraph may say what it is about. */
static void
note_opening(struct prose *prose, struct slice text,
    const struct opening *opening)
{
	size_t         n = opening_length(text, opening);
	struct classes words;

	if (n == 0)
		return;
	words = words_of(prose, (struct slice){ text.p, n }, opening);
	prose->paragraph.opened |= opening->enumerator > 0 &&
	    !prose_has(prose, words, STEER_NONE);
	if (!prose_has(prose, words, STEER_NONE) &&
	    !prose_has(prose, words, STEER_AMONG) &&
	    classes_meet(words, classes_join(classes_less(
	    prose->lexicon.content, classes_both(prose->decisions.listing,
	    prose->lexicon.kind[CLASS_OBJECT])),
	    prose->lexicon.kind[CLASS_OUTLET])))
		prose->paragraph.topic = words;
}

/* Whether what NEXT opens is the item behind ITEM, or with COLON the first one. */
static bool
is_next_item(struct enumerator next, struct enumerator item, bool colon)
{
	return next.kind != ENUMERATOR_NONE && (colon ? next.number == 1 :
	    next.kind == item.kind && next.number == item.number + 1);
}

/* 1.机构职能12条 / 2.政策文件34条: whether WHOLE is one more item of a list that a colon
 * began, so that it is of what that is of. */
static bool
goes_on_with_list(const struct prose_paragraph *paragraph, struct slice whole)
{
	return (paragraph->goes_on || paragraph->listed) &&
	    sentence_may_enumerate(whole) && is_next_item(
	    fold_enumerator(whole), paragraph->item, paragraph->goes_on);
}

/* 其中：1.机构职能12条； / 2.政策文件34条。: whether WHOLE is one more item of a list that the
 * paragraph before began. */
static bool
goes_on_behind_part(const struct prose_paragraph *paragraph, struct slice whole)
{
	return paragraph->unended && sentence_may_enumerate(whole) &&
	    fold_enumerator(whole).number > 1;
}

/* Whether the sentence read last, which ends WHOLE, is within a list that goes on. */
static bool
ends_within_list(const struct prose *prose, struct slice whole)
{
	return marks_end(MARK_SEMICOLON, whole) &&
	    prose->paragraph.age == 0 && prose->sentence.lists > 0 &&
	    prose->sentence.list[0].head != NULL &&
	    prose->sentence.list[0].members > 0;
}

static void
take_row(struct prose *prose)
{
	prose->sentence.row = prose->paragraph.row;
	prose->sentence.row.figure = NAMED_BEFORE;
}

/* Goes on with the row of the item before where TEXT, which OPENING opens, is the next
 * one, 一是公开预算信息6条。二是决算信息5条, or the CONTENTS that a heading tells of. */
static void
go_on_with_row(struct prose *prose, struct slice text,
    const struct opening *opening, bool colon, bool contents)
{
	struct prose_paragraph *paragraph = &prose->paragraph;

	if (opening->enumerator > 0) {
		struct enumerator next = fold_enumerator(text);

		if (paragraph->row.item != NULL &&
		    is_next_item(next, paragraph->item, colon))
			take_row(prose);
		paragraph->item = next;
	} else if (contents && paragraph->row.item != NULL)
		take_row(prose);
	if (!prose->sentence.partial)
		paragraph->row.item = NULL;
}

/* 2.公开内容： / （1）机构职能12条: WORDS that say nothing but that something was disclosed
 * begin a row behind their colon. */
static void
begin_row(struct prose *prose, struct classes words)
{
	const struct classes said = classes_both(words, prose->lexicon.content);

	if ((classes_any(said) || (prose->paragraph.last.head == NULL &&
	    prose_has(prose, words, STEER_AMONG))) &&
	    classes_within(said, prose->decisions.listing))
		prose->paragraph.row = (struct named_row){
		    .item = prose->measures.listing, .figure = NAMED_BEFORE };
}

/* Whether the last heading says that what was disclosed follows, without a colon: 1.公开
 * 内容. */
static bool
tells_contents(const struct prose_document *document)
{
	return marks_end(MARK_CONTENTS, slice_trim((struct slice){
	    document->heading_text, document->heading_n }));
}

/* The same of WHOLE, a paragraph that is no heading: 从公开内容看： */
static void
begin_row_behind(struct prose *prose, struct slice whole)
{
	const struct opening opening = { 0, 0 };

	prose->paragraph.row.item = NULL;
	if (prose->paragraph.goes_on && whole.n <= HEADING_MAX)
		begin_row(prose, words_of(prose, whole, &opening));
}

/* Whether TEXT, a paragraph, begins with 其中, 具体包括, right behind what may head a
 * list. */
static bool
begins_with_parts(const struct prose *prose, struct slice text)
{
	struct word_match match[WORD_MATCHES];
	size_t            matches;

	if (prose->paragraph.last.head == NULL || prose->paragraph.age > 0)
		return false;
	matches = lexicon_words(&prose->lexicon, text, match);
	return matches > 0 && prose_has(prose, lexicon_classes(&prose->lexicon,
	    &match[matches - 1]), STEER_AMONG);
}

static void
begin_paragraph(struct prose *prose, bool item, bool parts)
{
	struct prose_paragraph *paragraph = &prose->paragraph;

	if (paragraph->goes_on || (item && paragraph->unended))
		paragraph->items = paragraph->last;
	else if (item && paragraph->items.head != NULL)
		paragraph->last = paragraph->items;
	paragraph->listed = item;
	paragraph->future = false;
	paragraph->claim.item = paragraph->whole.item = NULL;
	paragraph->partial = false;
	paragraph->year = 0;
	if (!paragraph->goes_on && !item && !parts) {
		paragraph->last.head = NULL;
		paragraph->heads_age++;
	}
	paragraph->age = 0;
}

/* Finds the figures of the sentence at hand that add up to another one, or to one
 * of those before. */
static void
find_sums(struct prose *prose)
{
	enum { NEAR = 1, FAR = 4 };	/* sentences */
	const struct prose_paragraph *paragraph = &prose->paragraph;
	struct sums_before            before = {
		.heads = paragraph->heads_age <= FAR ? paragraph->heads : 0,
		.far = paragraph->heads_age > NEAR };

	for (size_t i = 0; i < before.heads; i++)
		if (!before.far || !paragraph->head[i].scope.ever) {
			before.count[i] = paragraph->head[i].count;
			before.unit[i] = paragraph->head[i].unit;
		}
	sums_find(&prose->sentence.sums, &prose->sentence.cut,
	    &prose->lexicon, &before);
}

/* Reads TEXT, a sentence that may claim something, which begins at START with
 * OPENING. */
static void
read_claims(struct prose *prose, struct slice text, size_t start,
    struct opening opening)
{
	size_t done = start == 0 ? running_title(text) : 0, claims = 0;
	bool   is_cut = false;

	while (done < text.n) {
		struct slice rest = slice_from(text, done);

		prose->sentence.offset = start + done;
		if (done > 0)
			opening = sentence_opening(rest);
		done += sentence_read(&prose->sentence.cut, &prose->lexicon,
		    rest, &opening, prose->document.year);
		outlets_settle(prose);
		find_sums(prose);
		prose_read_sentence(prose);
		end_sentence(prose);
		claims += prose->sentence.claims;
		is_cut |= done < text.n;
		prose_write_claims(prose);
		prose->sentence.row.item = NULL;	/* of other tokens */
	}
	/* What its rest is about, its beginning may have said. */
	if (is_cut && claims > 0)
		left_out("a sentence longer than is read at once");
}

/* What the headings above say the paragraph is about. */
static void
begin_topic(struct prose *prose, bool heading)
{
	struct prose_paragraph *paragraph = &prose->paragraph;

	paragraph->topic = heading_classes(prose);
	paragraph->opened = false;
	if (!heading)
		paragraph->topic = classes_join(paragraph->topic,
		    lexicon_section(&prose->lexicon,
		    paragraph->passage.section));
}

/* Whether TEXT, which states no figure, may say that of the sentence before of
 * something else: 以上申请均已答复. */
static bool
may_say_again(const struct prose *prose, struct slice text)
{
	return prose->paragraph.claim.item != NULL &&
	    prose->paragraph.age <= 1 && marks_in(MARK_AGAIN, text);
}

/* Reads the sentences of a paragraph of which one may claim something.  COLON: one
 * stands before it; CONTENTS: a heading that tells of them. */
static void
read_sentences(struct prose *prose, struct slice whole, bool colon,
    bool contents)
{
	size_t before = 0;

	for (size_t at = 0, n; at < whole.n; at += n) {
		struct slice   text = slice_from(whole, at), rest = text;
		struct opening opening = { 0, 0 };
		bool           may_claim;

		n = sentence_length(text, prose->document.year, &may_claim);
		rest.n = n;
		begin_sentence(prose);
		prose->paragraph.before = before;
		before = at;
		opening.enumerator = sentence_enumerator(rest);
		if (opening.enumerator > 0)
			opening.heading = sentence_heading(text,
			    opening.enumerator);
		if (at == 0 || opening.enumerator > 0)
			note_opening(prose, text, &opening);
		go_on_with_row(prose, text, &opening, colon && at == 0,
		    contents && at == 0);
		if (may_claim || may_say_again(prose, rest))
			read_claims(prose, rest, at, opening);
	}
}

/* Whether a sentence of WHOLE may claim something, and how long the first one
 * is, and whether that does. */
static bool
may_claim(const struct prose *prose, struct slice whole, size_t *first,
    bool *first_claims)
{
	int  year = prose->document.year;
	bool claims;

	*first = sentence_length(whole, year, first_claims);
	claims = *first_claims;
	for (size_t at = *first; at < whole.n && !claims;)
		at += sentence_length(slice_from(whole, at), year, &claims);
	return claims;
}

void
prose_read_paragraph(struct prose *prose)
{
	const struct passage *passage = &prose->paragraph.passage;
	struct slice          whole = buffer_slice(&passage->text);
	size_t                first;
	bool                  first_claims, is_heading;
	/* Most paragraphs claim nothing: nothing of them is cut into words. */
	bool claims = may_claim(prose, whole, &first, &first_claims);
	bool colon = prose->paragraph.goes_on, contents;

	contents = claims && !colon && prose->paragraph.contents;
	if (contents || (claims && colon && prose->paragraph.headed))
		begin_row(prose, heading_classes(prose));
	begin_paragraph(prose, goes_on_with_list(&prose->paragraph, whole) ||
	    goes_on_behind_part(&prose->paragraph, whole),
	    begins_with_parts(prose, whole));
	prose->paragraph.unended = false;
	prose->paragraph.goes_on = marks_end(MARK_COLON, whole);
	is_heading = (passage->heading || !first_claims) &&
	    note_heading(prose, (struct slice){ whole.p, first },
	    passage->heading);
	prose->paragraph.headed = is_heading;
	prose->paragraph.contents = is_heading &&
	    tells_contents(&prose->document);
	if (!claims || !passage_is_prose(passage)) {
		begin_row_behind(prose, whole);
		return;
	}
	begin_topic(prose, is_heading);
	prose->paragraph.marked = passage_is_marked(passage);
	read_sentences(prose, whole, colon, contents);
	prose->paragraph.unended = ends_within_list(prose, whole);
}
