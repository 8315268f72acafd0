#include "display.h"

#include <stdbool.h>
#include <stddef.h>

struct range {
	uint32_t first, last;
};

static const struct range nothing[] = {
	{ 0x0300, 0x036F }, { 0x200B, 0x200F }, { 0x2028, 0x202E },
	{ 0x2060, 0x2064 }, { 0x20D0, 0x20FF }, { 0xFE00, 0xFE0F },
	{ 0xFEFF, 0xFEFF },
};

static const struct range wide[] = {
	{ 0x1100, 0x115F }, { 0x2E80, 0x303E }, { 0x3041, 0xA4CF },
	{ 0xAC00, 0xD7A3 }, { 0xF900, 0xFAFF }, { 0xFE30, 0xFE6F },
	{ 0xFF01, 0xFF60 }, { 0xFFE0, 0xFFE6 }, { 0x1F300, 0x1F64F },
	{ 0x20000, 0x3FFFD },
};

static const struct range ambiguous[] = {
	{ 0x00A7, 0x00A8 }, { 0x00B0, 0x00B4 }, { 0x00B6, 0x00BA },
	{ 0x00D7, 0x00D7 }, { 0x00F7, 0x00F7 }, { 0x2010, 0x2027 },
	{ 0x2030, 0x203E }, { 0x2103, 0x2312 }, { 0x2460, 0x24FF },
	{ 0x2500, 0x273D }, { 0xE000, 0xF8FF },
};

static bool
is_in(uint32_t c, const struct range *range, size_t ranges)
{
	for (size_t i = 0; i < ranges && c >= range[i].first; i++)
		if (c <= range[i].last)
			return true;
	return false;
}

#define IS_IN(c, table) is_in((c), (table), sizeof(table) / sizeof((table)[0]))

unsigned
display_columns(uint32_t c, enum display_rule rule)
{
	if (c < 0x7F || rule == DISPLAY_COUNTED)
		return 1;
	if (IS_IN(c, nothing))
		return 0;
	if (IS_IN(c, wide) || (rule == DISPLAY_WIDE && IS_IN(c, ambiguous)))
		return 2;
	return 1;
}
