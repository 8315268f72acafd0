/* A title that runs into the first sentence: 青石市审计局2018年政府信息公开工作年度
 * 报告全年公开信息12条。 */
#ifndef PROSE_RUNNING_TITLE_H
#define PROSE_RUNNING_TITLE_H

#include "base/slice.h"

/* The bytes of the title that TEXT, the first sentence of a paragraph, begins
 * with; 0 if it begins with none, or is nothing else. */
size_t running_title(struct slice text);

#endif
