/* Folding: one spelling for what is spelled in many ways, so that labels,
 * headings and names can be compared byte by byte.
 *
 * Never fold a cell that holds a figure: `①5件' would become 15 (number.h
 * reads those). */
#ifndef TEXT_FOLD_H
#define TEXT_FOLD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/slice.h"
#include "data/row.h"

/* Reads characters.tsv and converted-words.tsv; a line of a user's own that can
 * never apply ends the process with 2.  The functions below do it at their first
 * call. */
void fold_load(void);

/* Ends the process with 2 unless WHAT, a part of a user's own ROW, is as folding
 * leaves it: only then can it be found in folded text. */
void fold_check(const struct data_row *row, struct slice what);

/* TEXT with every character in its compatibility form (NFKC: full-width
 * forms, Kangxi radicals, circled numbers), Latin letters in lower case,
 * traditional characters simplified, all brackets as ( ), all quotes as ",
 * all dashes as -, and without any white space, control or invisible
 * characters, or marks of footnotes (superscript digits).  An invalid byte is U+FFFD.  Lives in ARENA, or is TEXT itself
 * where nothing is to be folded. */
struct slice fold_text(struct arena *arena, struct slice text);

/* The same, and the words that a conversion to traditional characters
 * exchanged (converted-words.tsv)
 * put back. */
struct slice fold_words(struct arena *arena, struct slice text);

/* What a label says: TEXT folded as by fold_words, without quotes, without
 * enumerators and 其中 at the front, without explanations in brackets (a
 * bracketed number stays: 第二十条第(一)项; so do the names in label-words.tsv,
 * which tell rows apart; an explanation that is the whole label stays), and without
 * punctuation at either end. */
struct slice fold_label(struct arena *arena, struct slice text);

/* Whether the label that TEXT says, as by fold_label, begins with the first two characters
 * of TEXT, as those of most prose do: both Han, no enumerator, no word that is put back or
 * left out.  They are folded into PAIR. */
bool fold_label_pair(struct slice text, uint32_t pair[2]);

/* Whether a word that fold_words puts back may begin with C. */
bool fold_opens_word(uint32_t c);

/* Whether an enumerator may begin with C: with most Han characters none does. */
bool enumerator_may_begin(uint32_t c);

/* Whether TEXT, trimmed, is a note among the lines of a table: 注：以上截至年底。 */
bool fold_is_note(struct slice text);

/* The one character that C is folded to; 0 for one that vanishes or becomes
 * several. */
uint32_t fold_character(uint32_t c);

/* Reads enumerators.tsv, label-words.tsv, likewise. */
void enumerators_load(void);
void label_words_load(void);

enum enumerator_kind {
	ENUMERATOR_NONE,
	ENUMERATOR_PART,		/* 第一章 第一部分 */
	ENUMERATOR_HAN,			/* 一、 一. */
	ENUMERATOR_HAN_BRACKETED,	/* (一) ㈠ */
	ENUMERATOR_ARABIC,		/* 1. 1、 */
	ENUMERATOR_ARABIC_BRACKETED,	/* (1) 1) ⑴ */
	ENUMERATOR_CIRCLED,		/* ① */
	ENUMERATOR_RUN_IN,		/* 一是 第一, */
	ENUMERATOR_KINDS
};

struct enumerator {
	enum enumerator_kind kind;
	unsigned             number;
	size_t               length;	/* bytes of TEXT, spaces included */
};

/* The enumerator that TEXT, folded or not, begins with.  `2018年', `1.5' and
 * `一些' begin with none. */
struct enumerator fold_enumerator(struct slice text);

/* Whether TEXT begins with the end of an enumerator whose number is lost:
 * .同意公开答复数. */
bool fold_lost_number(struct slice text);

/* 一 to 十 as 1 to 10; 0 for any other character. */
unsigned enumerator_han(uint32_t c);

#endif
