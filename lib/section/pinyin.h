/* Pinyin that mirrors put in brackets behind characters: 公开(kāi). */
#ifndef SECTION_PINYIN_H
#define SECTION_PINYIN_H

#include "base/arena.h"
#include "base/slice.h"

/* TEXT folded, without such pinyin.  Lives in ARENA, or is TEXT itself. */
struct slice pinyin_fold(struct arena *arena, struct slice text);

#endif
