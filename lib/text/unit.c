#include "unit.h"

struct spelling {
	struct slice   word;	/* as printed */
	struct slice   name;	/* simplified */
	enum unit_kind kind;
};

#define FORM(kind, word, name) \
	{ { word, sizeof(word) - 1 }, { name, sizeof(name) - 1 }, UNIT_##kind }
#define UNIT(kind, word) FORM(kind, word, word)

static const struct spelling spelling[] = {
	UNIT(COUNT, "件"), UNIT(COUNT, "件次"), UNIT(COUNT, "条"),
	FORM(COUNT, "條", "条"), UNIT(COUNT, "条次"), UNIT(COUNT, "项"),
	FORM(COUNT, "項", "项"), UNIT(COUNT, "项次"), UNIT(COUNT, "份"),
	UNIT(COUNT, "份次"), UNIT(COUNT, "宗"), UNIT(COUNT, "起"),
	UNIT(COUNT, "次"), UNIT(COUNT, "篇"), UNIT(COUNT, "篇次"),
	UNIT(COUNT, "期"), UNIT(COUNT, "个"), FORM(COUNT, "個", "个"),
	UNIT(COUNT, "场"), FORM(COUNT, "場", "场"), UNIT(COUNT, "场次"),
	UNIT(COUNT, "人"), UNIT(COUNT, "人次"), UNIT(COUNT, "名"),
	UNIT(COUNT, "位"), UNIT(COUNT, "户"), FORM(COUNT, "戶", "户"),
	UNIT(COUNT, "户次"), UNIT(COUNT, "册"), FORM(COUNT, "冊", "册"),
	UNIT(COUNT, "本"), UNIT(COUNT, "张"), FORM(COUNT, "張", "张"),
	UNIT(COUNT, "批"), UNIT(COUNT, "批次"), UNIT(COUNT, "部"),
	UNIT(COUNT, "种"), FORM(COUNT, "類", "类"), UNIT(COUNT, "类"),
	UNIT(COUNT, "家"), UNIT(COUNT, "例"), UNIT(COUNT, "则"),
	FORM(COUNT, "則", "则"), UNIT(COUNT, "幅"), UNIT(COUNT, "封"),
	UNIT(COUNT, "单"), UNIT(COUNT, "套"), UNIT(COUNT, "组"),
	UNIT(COUNT, "处"), UNIT(COUNT, "所"), UNIT(COUNT, "台"),
	UNIT(COUNT, "块"), UNIT(COUNT, "页"), UNIT(COUNT, "段"),
	UNIT(COUNT, "字"), UNIT(COUNT, "轮"), UNIT(COUNT, "职"),
	UNIT(COUNT, "通"), UNIT(COUNT, "节"), UNIT(COUNT, "集"),
	UNIT(COUNT, "版"), UNIT(COUNT, "班"), UNIT(COUNT, "班次"),
	UNIT(COUNT, "桩"), UNIT(COUNT, "点次"), UNIT(COUNT, "频次"),
	UNIT(MONEY, "元"), FORM(MONEY, "圆", "元"), UNIT(MONEY, "万元"),
	FORM(MONEY, "萬元", "万元"), UNIT(MONEY, "亿元"),
	FORM(MONEY, "億元", "亿元"), UNIT(MONEY, "千元"),
	UNIT(MONEY, "百万元"), FORM(MONEY, "元整", "元"),
	FORM(MONEY, "元人民币", "元"), FORM(MONEY, "万元人民币", "万元"),
	UNIT(SHARE, "%"), FORM(SHARE, "％", "%"), FORM(SHARE, "﹪", "%"),
	UNIT(SHARE, "‰"),
	UNIT(POINT, "个百分点"), UNIT(POINT, "百分点"),
	UNIT(TIME, "年"), FORM(TIME, "年度", "年"), UNIT(TIME, "月"),
	FORM(TIME, "月份", "月"), UNIT(TIME, "个月"), UNIT(TIME, "日"),
	UNIT(TIME, "天"), UNIT(TIME, "时"), UNIT(TIME, "点"), UNIT(TIME, "周"),
	UNIT(TIME, "周年"), UNIT(TIME, "季度"), UNIT(TIME, "个季度"),
	UNIT(TIME, "个工作日"), UNIT(TIME, "工作日"), UNIT(TIME, "小时"),
	UNIT(TIME, "个小时"), UNIT(TIME, "分钟"), UNIT(TIME, "分"),
	UNIT(TIME, "秒"), UNIT(TIME, "世纪"), UNIT(TIME, "年代"),
	UNIT(ORDER, "号"), FORM(ORDER, "號", "号"), UNIT(ORDER, "楼"),
	UNIT(ORDER, "室"), UNIT(ORDER, "层"), UNIT(ORDER, "级"),
	UNIT(ORDER, "届"), UNIT(ORDER, "栋"),
};

/* Spellings by the last byte of their first character, which differs most. */
enum { CHAINS = 64, SPELLINGS = sizeof(spelling) / sizeof(*spelling) };

static unsigned char first[CHAINS], next[SPELLINGS + 1];	/* from 1 */

static unsigned
chain_of(struct slice word)
{
	unsigned char first_byte = (unsigned char)word.p[0];

	return (first_byte < 0x80 || word.n < 3 ? first_byte :
	    (unsigned char)word.p[2]) % CHAINS;
}

static void
make_chains(void)
{
	_Static_assert(SPELLINGS < 256, "places fit a byte");
	for (unsigned char i = SPELLINGS; i > 0; i--) {
		unsigned chain = chain_of(spelling[i - 1].word);

		next[i] = first[chain];
		first[chain] = i;
	}
}

size_t
unit_at(struct slice text, struct unit *unit)
{
	size_t longest = 0;

	if (text.n == 0)
		return 0;
	if (next[0] == 0) {
		next[0] = 1;
		make_chains();
	}
	for (unsigned char i = first[chain_of(text)]; i > 0; i = next[i]) {
		const struct spelling *candidate = &spelling[i - 1];

		if (candidate->word.n > longest && candidate->word.n <= text.n &&
		    candidate->word.p[0] == text.p[0] &&
		    slice_starts(text, candidate->word)) {
			longest = candidate->word.n;
			unit->name = candidate->name;
			unit->kind = candidate->kind;
		}
	}
	return longest;
}
