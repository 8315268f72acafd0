#include "unit.h"

struct spelling {
	const char    *word;	/* as printed */
	const char    *name;	/* simplified; NULL: the same */
	enum unit_kind kind;
};

static const struct spelling spelling[] = {
	{ "件", NULL, UNIT_COUNT },	{ "件次", NULL, UNIT_COUNT },
	{ "条", NULL, UNIT_COUNT },	{ "條", "条", UNIT_COUNT },
	{ "条次", NULL, UNIT_COUNT },	{ "项", NULL, UNIT_COUNT },
	{ "項", "项", UNIT_COUNT },	{ "项次", NULL, UNIT_COUNT },
	{ "份", NULL, UNIT_COUNT },	{ "份次", NULL, UNIT_COUNT },
	{ "宗", NULL, UNIT_COUNT },	{ "起", NULL, UNIT_COUNT },
	{ "次", NULL, UNIT_COUNT },	{ "篇", NULL, UNIT_COUNT },
	{ "篇次", NULL, UNIT_COUNT },	{ "期", NULL, UNIT_COUNT },
	{ "个", NULL, UNIT_COUNT },	{ "個", "个", UNIT_COUNT },
	{ "场", NULL, UNIT_COUNT },	{ "場", "场", UNIT_COUNT },
	{ "场次", NULL, UNIT_COUNT },	{ "人", NULL, UNIT_COUNT },
	{ "人次", NULL, UNIT_COUNT },	{ "名", NULL, UNIT_COUNT },
	{ "位", NULL, UNIT_COUNT },	{ "户", NULL, UNIT_COUNT },
	{ "戶", "户", UNIT_COUNT },	{ "户次", NULL, UNIT_COUNT },
	{ "册", NULL, UNIT_COUNT },	{ "冊", "册", UNIT_COUNT },
	{ "本", NULL, UNIT_COUNT },	{ "张", NULL, UNIT_COUNT },
	{ "張", "张", UNIT_COUNT },	{ "批", NULL, UNIT_COUNT },
	{ "批次", NULL, UNIT_COUNT },	{ "部", NULL, UNIT_COUNT },
	{ "种", NULL, UNIT_COUNT },	{ "類", "类", UNIT_COUNT },
	{ "类", NULL, UNIT_COUNT },	{ "家", NULL, UNIT_COUNT },
	{ "例", NULL, UNIT_COUNT },	{ "则", NULL, UNIT_COUNT },
	{ "則", "则", UNIT_COUNT },	{ "幅", NULL, UNIT_COUNT },
	{ "封", NULL, UNIT_COUNT },	{ "单", NULL, UNIT_COUNT },
	{ "套", NULL, UNIT_COUNT },	{ "组", NULL, UNIT_COUNT },
	{ "处", NULL, UNIT_COUNT },	{ "所", NULL, UNIT_COUNT },
	{ "台", NULL, UNIT_COUNT },	{ "块", NULL, UNIT_COUNT },
	{ "页", NULL, UNIT_COUNT },	{ "段", NULL, UNIT_COUNT },
	{ "字", NULL, UNIT_COUNT },	{ "轮", NULL, UNIT_COUNT },
	{ "职", NULL, UNIT_COUNT },	{ "通", NULL, UNIT_COUNT },
	{ "节", NULL, UNIT_COUNT },	{ "集", NULL, UNIT_COUNT },
	{ "版", NULL, UNIT_COUNT },	{ "班", NULL, UNIT_COUNT },
	{ "班次", NULL, UNIT_COUNT },	{ "桩", NULL, UNIT_COUNT },
	{ "点次", NULL, UNIT_COUNT },	{ "频次", NULL, UNIT_COUNT },
	{ "元", NULL, UNIT_MONEY },	{ "圆", "元", UNIT_MONEY },
	{ "万元", NULL, UNIT_MONEY },	{ "萬元", "万元", UNIT_MONEY },
	{ "亿元", NULL, UNIT_MONEY },	{ "億元", "亿元", UNIT_MONEY },
	{ "千元", NULL, UNIT_MONEY },	{ "百万元", NULL, UNIT_MONEY },
	{ "元整", "元", UNIT_MONEY },	{ "元人民币", "元", UNIT_MONEY },
	{ "万元人民币", "万元", UNIT_MONEY },
	{ "%", NULL, UNIT_SHARE },	{ "％", "%", UNIT_SHARE },
	{ "﹪", "%", UNIT_SHARE },	{ "‰", NULL, UNIT_SHARE },
	{ "个百分点", NULL, UNIT_POINT }, { "百分点", NULL, UNIT_POINT },
	{ "年", NULL, UNIT_TIME },	{ "年度", "年", UNIT_TIME },
	{ "月", NULL, UNIT_TIME },	{ "月份", "月", UNIT_TIME },
	{ "个月", NULL, UNIT_TIME },	{ "日", NULL, UNIT_TIME },
	{ "天", NULL, UNIT_TIME },	{ "时", NULL, UNIT_TIME },
	{ "点", NULL, UNIT_TIME },	{ "周", NULL, UNIT_TIME },
	{ "周年", NULL, UNIT_TIME },	{ "季度", NULL, UNIT_TIME },
	{ "个季度", NULL, UNIT_TIME },	{ "个工作日", NULL, UNIT_TIME },
	{ "工作日", NULL, UNIT_TIME },	{ "小时", NULL, UNIT_TIME },
	{ "个小时", NULL, UNIT_TIME },	{ "分钟", NULL, UNIT_TIME },
	{ "分", NULL, UNIT_TIME },	{ "秒", NULL, UNIT_TIME },
	{ "世纪", NULL, UNIT_TIME },	{ "年代", NULL, UNIT_TIME },
	{ "号", NULL, UNIT_ORDER },	{ "號", "号", UNIT_ORDER },
	{ "楼", NULL, UNIT_ORDER },	{ "室", NULL, UNIT_ORDER },
	{ "层", NULL, UNIT_ORDER },	{ "级", NULL, UNIT_ORDER },
	{ "届", NULL, UNIT_ORDER },	{ "栋", NULL, UNIT_ORDER },
};

size_t
unit_at(struct slice text, struct unit *unit)
{
	const struct spelling *best = NULL;
	size_t                 longest = 0;

	for (size_t i = 0; i < sizeof(spelling) / sizeof(*spelling); i++) {
		struct slice word = slice_of(spelling[i].word);

		if (word.n > longest && slice_starts(text, word)) {
			best = &spelling[i];
			longest = word.n;
		}
	}
	if (best != NULL) {
		unit->name = slice_of(best->name != NULL ? best->name :
		    best->word);
		unit->kind = best->kind;
	}
	return longest;
}
