/* What the lines of a report are: headings, titles, names, dates, spans. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "section/date.h"
#include "section/headings/heading.h"
#include "base/buffer.h"
#include "section/identity/mentions.h"
#include "section/identity/name.h"
#include "section/identity/office_key.h"
#include "section/identity/org.h"
#include "section/identity/page_fields.h"
#include "section/identity/period.h"
#include "section/identity/title.h"
#include "section/pinyin.h"
#include "section/word_index.h"

static struct parts parts;

static void
check(const char *of, struct slice got, const char *want)
{
	if (!slice_eq(got, slice_of(want)))
		fail_msg("%s: got %.*s, want %s", of, (int)got.n, got.p, want);
}

/* Each with its section; "" where it is none, "label" for a table's label. */
static const char *const headings[][2] = {
	{ "引言", "preamble" },
	{ "引 言", "preamble" },
	{ "一、引言", "preamble" },
	{ "1、报告依据", "preamble" },
	{ "1、报告主要内容", "" },
	{ "一、总体情况。", "overview" },
	{ "一、总体情况、", "overview" },
	{ "总体情况", "overview" },
	{ "总体情况:", "overview" },
	{ "一、工作总体推进情况", "overview" },
	{ "一、2024年总体情况", "overview" },
	{ "一、2024年度总体情况", "overview" },
	{ "一、总体公开情况说明", "overview" },
	{ "一、2020年政府信息公开总体情况", "overview" },
	{ "一、 總體情況", "overview" },
	{ "\xE2\xBC\x80、总体情况", "overview" },
	{ "一、概述", "overview" },
	{ "一、主要工作概述", "overview" },
	{ "一 、概 述", "overview" },
	{ "一 、 信息公开工作的进展情况和取得的成效", "overview" },
	{ "一、基本情况概述", "overview" },
	{ "一、政府信息公开工作的基本概况", "overview" },
	{ "一、基本工作情况", "overview" },
	{ "一、政府信息公开总体工作情况", "overview" },
	{ "一、概述(2013年政府信息公开工作开展情况)", "overview" },
	{ "一概述", "overview" },
	{ "第一部分 概述", "overview" },
	{ "一、概述..........1", "overview" },
	{ "一、(信息公开)工作的总体(zong ti)情况", "overview" },
	{ "二、主动公开政府信息公开的情况", "proactive" },
	{ "二、主动公开政府信息情况", "proactive" },
	{ "二、主动公开信息情况", "proactive" },
	{ "二、行政机关主动公开政府信息情况", "proactive" },
	{ "二、行政机关主动公开政府信息基本情况", "proactive" },
	{ "二、政府信息主动公开情况", "proactive" },
	{ "一、主动公开政府信息的情况", "proactive" },
	{ "二、主动公开政府信息公开基本情况", "proactive" },
	{ "二、主動公開政府信息(xinxi)情況", "proactive" },
	{ "三、公文类政府信息基本情况", "proactive" },
	{ "三、回应解读情况", "respond" },
	{ "三、政府信息依申请公开办理情况", "requests" },
	{ "三、依申请公开政府信息办理情况", "requests" },
	{ "三、收到和处理政府信息公开申请情况", "requests" },
	{ "三、行政机关收到和处理政府信息公开申请情况", "requests" },
	{ "二、依申请公开政府信息和不予公开政府信息情况", "requests" },
	{ "二、行政机关依申请公开政府信息和不予公开政府信息的情况", "requests" },
	{ "四、政府信息公开的收费及减免情况", "fees" },
	{ "三、依申请信息公开收费情况", "fees" },
	{ "四、政府信息公開的收費情況", "fees" },
	{ "四、人员和收支情况", "fees" },
	{ "四、咨询处理情况", "consult" },
	{ "五、谘詢情況", "consult" },
	{ "四、因政府信息公开申请行政复议、提起行政诉讼的情况", "review" },
	{ "四、政府信息公开行政复议、行政诉讼情况", "review" },
	{ "四、因政府信息公开工作被申请行政复议提起行政诉讼情况", "review" },
	{ "四、复议、诉讼和申诉情况", "review" },
	{ "五、因政府信息公开申请行政复议、提起行政诉讼、举报投诉情况", "review" },
	{ "复议、诉讼和申诉的情况(公民、法人和其他组织提出的)", "review" },
	{ "四、因政府信息公开申请行政复议，提起行政诉讼的情况", "review" },
	{ "五、政府信息公开工作存在的主要问题及改进措施", "problems" },
	{ "六、政府信息公开工作存在的主要问题及改进情况", "problems" },
	{ "五、存在的主要问题及改进情况", "problems" },
	{ "五、存在问题和改进措施", "problems" },
	{ "七、下一步工作打算", "problems" },
	{ "七、加强和改进信息公开工作的措施", "problems" },
	{ "六、需要说明的事项与附表", "other" },
	{ "六、需要说明的其他事项与附表", "other" },
	{ "六、其他需要报告的事项", "other" },
	{ "六、其他需要说明的情况", "other" },
	{ "六、附表", "annex" },
	{ "附表", "annex" },
	{ "政府信息公开情况统计表", "annex" },
	{ "政府信息公开情况统计表（2016年度）", "annex" },
	{ "五、组织机构和人员培训情况", "organization" },
	{ "一、加强组织领导，健全工作机制", "" },
	{ "一、强化监督，主动公开办事情况", "" },
	{ "一是有序推进主动公开。", "" },
	{ "编写说明:可先适当综述。", "" },
	{ "该部分以表格形式报告。表格如下:", "" },
	{ "2023年，我镇主动公开政府信息131条。", "" },
	{ "主动公开政府信息", "" },
	{ "依申请公开", "" },
	{ "目录", "" },
	{ "一、本年新收政府信息公开申请数量", "label" },
	{ "二、上年结转政府信息公开申请数量", "label" },
	{ "三、本年度办理结果", "label" },
	{ "四、结转下年度继续办理", "label" },
	{ "第二十条第（一）项", "label" },
	{ "指标名称 单位 2018年 历史累计", "form" },
	{ "统计指标", "form" },
	{ "39", "" },
	{ "", "" },
};

/* Whether LINE would be taken for a heading: with a number, or such that it
 * needs none. */
static void
headings_are_known(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(headings) / sizeof(*headings); i++) {
		struct slice   line = slice_of(headings[i][0]);
		struct heading h = { .enumerator = fold_enumerator(line) };
		bool           is = heading_at(line, fold_text(&parts.arena,
		    line), &h) && (h.alone || h.label ||
		    h.enumerator.kind != ENUMERATOR_NONE);

		check(headings[i][0], is ? h.section : SLICE(""),
		    headings[i][1]);
	}
}

static void
headings_end(void **state)
{
	static const char *const row[][2] = {
		{ "一、总体情况。2023年，我镇", "2023年，我镇" },
		{ "五、存在的主要问题：一是", "一是" },
		{ "一、概 述", "" },
		{ "一、总体情况。　 ", "" },
	};
	static const char *const within[][2] = {
		{ "一、总体情况 2023年", "2023年" },
		{ "一、总体情况\t2023年", "2023年" },
		{ "一、总体情况　2023年", "2023年" },
		{ "一、总体情况\u00A02023年", "2023年" },
		{ "一、总体情况,2023年", "2023年" },
		{ "二、主动公开政府信息情况第二十条第（一）项", "第二十条第（一）项" },
		{ "五、存在的主要问题及改进情况一是", "一是" },
		{ "六、其他需要报告的事项 无。", "无。" },
	};
	struct heading h = { .length = 0 };

	(void)state;
	for (size_t i = 0; i < sizeof(row) / sizeof(*row); i++) {
		struct slice line = slice_of(row[i][0]);

		h.enumerator = fold_enumerator(line);
		assert_true(heading_at(line, fold_text(&parts.arena, line),
		    &h));
		check(row[i][0], slice_from(line, h.length), row[i][1]);
	}
	for (size_t i = 0; i < sizeof(within) / sizeof(*within); i++) {
		struct slice line = slice_of(within[i][0]);

		assert_true(heading_within(line, &h));
		check(within[i][0], slice_from(line, h.length), within[i][1]);
	}
	assert_false(heading_within(SLICE("一、二、三级"), &h));
	assert_false(heading_within(SLICE("一、加强组织领导"), &h));
	assert_false(heading_within(SLICE("总体情况"), &h));
	assert_true(heading_is_unknown(SLICE("三、两化工作")));
	assert_false(heading_is_unknown(SLICE("三、两化工作，平稳。")));
	assert_false(heading_is_unknown(SLICE("三、总体情况")));
	assert_false(heading_is_unknown(SLICE("三、两化工作平稳推进各项任务全面"
	    "完成取得了良好的成效得到了群众的一致好评")));
}

/* A title, the office it names, the year. */
static const struct {
	const char *line, *org;
	int         year;
} titles[] = {
	{ "清溪市人民政府枫亭街道办事处 2018 年政府信息公开工作年度报告",
	    "清溪市枫亭街道", 2018 },
	{ "清溪市枫亭街道 2023 年政府信息公开 工作年度报告", "清溪市枫亭街道",
	    2023 },
	{ "枫亭街道2017年政府信息公开工作年度报告", "枫亭街道", 2017 },
	{ "柳桥乡2018年政府信息公开工作年度报告", "柳桥乡", 2018 },
	{ "青石区人民政府枫亭街道办事处 2020 年政府信息公开工作年度报告",
	    "青石区枫亭街道", 2020 },
	{ "2016年柳桥镇政府信息公开年度报告", "柳桥镇", 2016 },
	{ "柳桥镇人民政府信息公开2016年度报告", "柳桥镇", 2016 },
	{ "柳桥镇政府政府信息公开2016年度报告", "柳桥镇", 2016 },
	{ "柳桥镇2019年度政府信息公开工作年度报告", "柳桥镇", 2019 },
	{ "关于2019年政府信息公开工作年度报告", "", 2019 },
	{ "枫亭街道2019年度政府信息公开工作报告", "枫亭街道", 2019 },
	{ "清溪市市场监督管理局2016年政务信息公开年度报告",
	    "清溪市市场监督管理局", 2016 },
	{ "清溪市公安局政府信息公开工作2021年度报告", "清溪市公安局", 2021 },
	{ "安监局2016年政府信息公开年度报告", "安监局", 2016 },
	{ "2011年青石区卫生局政府信息公开年报", "青石区卫生局", 2011 },
	{ "柳桥乡2008年政府信息公开工作年 度 报 告", "柳桥乡", 2008 },
	{ "清溪市人民政府2016年政府信息公开工作年度报告", "清溪市", 2016 },
	{ "(图解)清溪市公安局青石区分局2021年政府信息公开工作年度报告",
	    "清溪市公安局青石区分局", 2021 },
	{ "政府政务公开年报", "", 0 },
	{ "原國家安全生產監督管理總局2017年政府信息公開工作年度報告",
	    "国家安全生产监督管理总局", 2017 },
	{ "清溪工商大学2022-2023学年度信息公开工作报告", "清溪工商大学", 2022 },
	{ "清溪大学2021—2022学年信息公开年度报告", "清溪大学", 2021 },
	{ "二〇一七年青石县柳桥镇政府信息公开工作年度报告", "青石县柳桥镇", 2017 },
	{ "青石县财政局政府信息公开年度报告（2018年度）", "青石县财政局", 2018 },
	{ "青石县财政局2018年政府信息公开年度报告_青石县人民政府", "青石县财政局",
	    2018 },
	{ "青石县柳桥镇2018年政府信息(xinxi)公开工作年度报告", NULL, 0 },
	{ "青石县政府信息公开工作年度报告制度", NULL, 0 },
	{ "关于编制2018年政府信息公开工作年度报告的通知", NULL, 0 },
	{ "本报告根据《条例》编制，为2018年政府信息公开工作年度报告", NULL, 0 },
	{ "政府信息公开指南", NULL, 0 },
};

static void
titles_are_read(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(titles) / sizeof(*titles); i++) {
		struct title title;
		struct org   org = { .doubtful = false };
		bool         is = title_read(&parts, fold_text(&parts.arena,
		    slice_of(titles[i].line)), &title);

		if (is != (titles[i].org != NULL))
			fail_msg("%s: %d", titles[i].line, is);
		if (!is)
			continue;
		assert_int_equal(title.year, titles[i].year);
		org_read(&parts.arena, title.org, false, &org);
		check(titles[i].line, org.name, titles[i].org);
	}
}

/* A name, what it is short for, where that is. */
static const char *const names[][3] = {
	{ "清溪市人民政府枫亭街道办事处", "清溪市枫亭街道", "清溪市" },
	{ "青石区枫亭街道办事处", "青石区枫亭街道", "青石区" },
	{ "清溪市枫亭街道办事处党政办", "清溪市枫亭街道", "清溪市" },
	{ "枫亭街道办事处", "枫亭街道", "" },
	{ "棠树街", "棠树街道", "" },
	{ "柳桥乡人民政府办公室", "柳桥乡", "" },
	{ "乐清溪县回澜镇", "乐清溪县回澜镇", "乐清溪县" },
	{ "云山省清溪市青石区枫亭街道", "云山省清溪市青石区枫亭街道",
	    "云山省清溪市青石区" },
	{ "清溪市教育局", "清溪市教育局", "清溪市" },
	{ "清溪市民政局", "清溪市民政局", "清溪市" },
	{ "青石县城关镇人民政府", "青石县城关镇", "青石县" },
	{ "清洛市镇安县柳桥镇", "清洛市镇安县柳桥镇", "清洛市镇安县" },
	{ "清溪市州河街道", "清溪市州河街道", "清溪市" },
	{ "清溪市西乡塘区教育局", "清溪市西乡塘区教育局", "清溪市西乡塘区" },
	{ "东区街道办事处", "东区街道", "" },
	{ "盐城市城东街道", "盐城市城东街道", "盐城市" },
	{ "清溪市房山区城乡规划局", "清溪市房山区城乡规划局", "清溪市房山区" },
	{ "青石县古城乡人民政府", "青石县古城乡", "青石县" },
	{ "古城镇人民政府", "古城镇", "" },
	{ "金乡镇人民政府", "金乡镇", "" },
	{ "住房和城乡建设局", "住房和城乡建设局", "" },
	{ "城市管理行政执法局", "城市管理行政执法局", "" },
	{ "青石县财政局机关", "青石县财政局", "青石县" },
	{ "青石县市场监督管理局（知识产权局）", "青石县市场监督管理局", "青石县" },
	{ "青石县文化广电、旅游局", "青石县文化广电、旅游局", "青石县" },
	{ "国家税务总局青石县税务局", "国家税务总局青石县税务局", "青石县" },
	{ "中共青石县委办公室", "中共青石县委办公室", "青石县" },
	{ "清溪市政府", "清溪市", "清溪市" },
	{ "清溪市城市管理局", "清溪市城市管理局", "清溪市" },
	{ "清溪市住房和城乡建设局", "清溪市住房和城乡建设局", "清溪市" },
	{ "清溪县乡村振兴局", "清溪县乡村振兴局", "清溪县" },
	{ "清溪市市政管理局", "清溪市市政管理局", "清溪市" },
	{ "重清市公安局渝溪区分局", "重清市公安局渝溪区分局", "重清市" },
	{ "沙市区人民政府", "沙市区", "沙市区" },
	{ "津市市人民政府", "津市市", "津市市" },
	{ "景德镇市人民政府", "景德镇市", "景德镇市" },
	{ "新乡县人民政府", "新乡县", "新乡县" },
	{ "青溪族自治州人民政府", "青溪族自治州", "青溪族自治州" },
	{ "青石经济技术开发区管理委员会", "青石经济技术开发区管理委员会",
	    "青石经济技术开发区" },
	{ "青石自治旗人民政府", "青石自治旗", "青石自治旗" },
	{ "清溪市人民政府办公室", "清溪市人民政府办公室", "清溪市" },
	{ "example.com柳桥镇", "柳桥镇", "" },
	{ "人民政府", "", "" },
	{ "局", "", "" },
	{ "青石县一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四"
	    "五六七八九十局", "", "" },
	{ "39", "", "" },
	{ "", "", "" },
};

static void
names_are_read(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		struct org org;

		if (!org_read(&parts.arena, fold_text(&parts.arena,
		    slice_of(names[i][0])), false, &org))
			org.name = org.region = SLICE("");
		check(names[i][0], org.name, names[i][1]);
		check(names[i][0], org.region, names[i][2]);
	}
}

/* The name of an office that a text begins with, and what is a part of it. */
static const char *const beginnings[][3] = {
	{ "青石县财政局根据条例编制", "青石县财政局", "" },
	{ "青石县财政局办公室联系", "青石县财政局", "办公室" },
	{ "青石县财政局全年公开", "青石县财政局", "" },
	{ "青石县柳桥镇人民政府党政办联系", "青石县柳桥镇人民政府党政办", "" },
	{ "青石县人民政府信息公开工作领导小组办公室", "青石县人民政府",
	    "信息公开工作领导小组办公室" },
	{ "青石县人民政府法制办公室编制", "青石县人民政府法制办公室", "" },
	{ "青石县卫健委按要求", "青石县卫健委", "" },
	{ "清溪市公安局南湖分局编制", "清溪市公安局南湖分局", "" },
	{ "县信访局年度报告", "县信访局", "" },
	{ "青石经济开发区管委会财政局编制", "青石经济开发区管委会财政局", "" },
	{ "青石县林木种苗管理站负责", "青石县林木种苗管理站", "" },
	{ "新浪网青浦区教育局编制", "青浦区教育局", "" },
	{ "绍兴县教育局编制", "绍兴县教育局", "" },
	{ "我局办公室", "", "" },
	{ "我委按要求", "", "" },
	{ "街道办事处公开", "", "" },
	{ "局长信箱", "", "" },
	{ "各乡镇财政局", "", "" },
	{ "积极推动青石县财政局", "", "" },
	{ "废止省政府规章", "", "" },
	{ "没有局网站", "", "" },
	{ "", "", "" },
};

static void
names_end(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(beginnings) / sizeof(*beginnings); i++) {
		struct slice       text = slice_of(beginnings[i][0]);
		struct office_name name = name_read(text);
		struct slice       rest = slice_from(text, name.start);

		check(beginnings[i][0], (struct slice){ rest.p, name.length },
		    beginnings[i][1]);
		check(beginnings[i][0], (struct slice){ rest.p + name.length,
		    name.part }, beginnings[i][2]);
	}
}

/* Sentences, as NAME SOURCE of each office they name. */
static const char *const sentences[][2] = {
	{ "现公布青石县财政局2023年政府信息公开工作年度报告。", "青石县财政局 preamble;" },
	{ "本报告由青石县财政局根据条例编制。", "青石县财政局 author;" },
	{ "青石县财政局编制本报告。", "青石县财政局 author;" },
	{ "如有疑问，请与青石县财政局办公室联系。", "青石县财政局 contact;" },
	{ "《青石县财政局2033年政府信息公开年度报告》", "青石县财政局 preamble;" },
	{ "按照《青石县财政局关于编制年度报告的通知》要求", "" },
	{ "根据《青石市政府信息公开规定》", "" },
	{ "2023年，青石县财政局认真落实条例。", "青石县财政局 author;" },
	{ "青石县财政局、审计局印发通知", "" },
	{ "通过青石县人民政府门户网站公开", "青石县人民政府 mention;" },
	{ "由县财政局转办", "" },
	{ "我局办公室负责联系", "" },
};

static struct buffer told;

static void
tell_mention(void *context, const struct mention *mention)
{
	(void)context;
	buffer_add(&told, mention->name);
	buffer_add(&told, SLICE(" "));
	buffer_add(&told, slice_of(mention->source));
	buffer_add(&told, SLICE(";"));
}

static void
sentences_tell_offices(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(sentences) / sizeof(*sentences); i++) {
		told.n = 0;
		mentions_each(fold_text(&parts.arena, slice_of(
		    sentences[i][0])), MENTIONS_OPENING, tell_mention, NULL);
		check(sentences[i][0], buffer_slice(&told), sentences[i][1]);
	}
}

/* Names of one office, and its key. */
static const char *const keys[][2] = {
	{ "青石县卫生和计划生育局", "青石县卫生健康局" },
	{ "青石县卫计委", "青石县卫生健康局" },
	{ "青石县卫生健康委员会", "青石县卫生健康局" },
	{ "青石县发改局", "青石县发展和改革局" },
	{ "青石县人民政府", "青石县" },
	{ "青石县柳桥镇人民政府", "青石县柳桥镇" },
	{ "青石县柳桥街道办事处", "青石县柳桥街道" },
	{ "青石经济开发区管委会", "青石经济开发区" },
	{ "青石经济开发区管理委员会", "青石经济开发区" },
	{ "国家税务总局青石县税务局", "青石县税务局" },
	{ "青石县国家税务局", "青石县税务局" },
	{ "青石县政府办", "青石县人民政府办公室" },
	{ "县卫计局", "县卫生健康局" },
	{ "青石县林木种苗管理站", "青石县林木种苗管理站" },
	{ "西湖区教育局", "西湖区教育局" },
	{ "杭州市西湖区教育局", "杭州市西湖区教育局" },
	{ "浙江省杭州市西湖区教育局", "杭州市西湖区教育局" },
	{ "衢州市龙游县教育局", "龙游县教育局" },
	{ "39", "39" },
};

static void
offices_have_keys(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(keys) / sizeof(*keys); i++)
		check(keys[i][0], office_key_of(&parts.arena, slice_of(
		    keys[i][0])), keys[i][1]);
}

static void
periods_are_found(void **state)
{
	static const struct {
		const char *text;
		int         start, end;
		bool        repaired;
	} row[] = {
		{ "统计期限自 2018 年 1 月 1 日起,至 2018 年 12 月 31 日止。", 20180101,
		    20181231, false },
		{ "年报数据统计期限为201811日至20181231日。", 20180101, 20181231, true },
		{ "统计期限为20201月1日起至202012月31日", 20200101, 20201231, true },
		{ "统计期限为2018年11日至2018年1231日", 20180101, 20181231, true },
		{ "统计期限为2025年1月1日至20251231日", 20250101, 20251231, true },
		{ "统计时限为 2020 年 1 月 1 日至 2020 年 12 月 31 日", 20200101,
		    20201231, false },
		{ "自2016年1月1日起至2016年12月11日止", 20160101, 20161211, false },
		{ "自2008年5月1日《条例》实施之日起,至2008年12月31日止", 20080501,
		    20081231, false },
		{ "从2010年1月1日到12月31日止", 20100101, 20101231, false },
		{ "统计数据时间段:2017年1月1日-2017 年12月31日", 20170101, 20171231,
		    false },
		{ "2011 年 1 月 1 日至 2011 年 12 月 31 日", 20110101, 20111231,
		    false },
		{ "自2022年9月1日起至2023年8月31日止", 20220901, 20230831, false },
		{ "统计期限2018.1.1-2018.12.31", 20180101, 20181231, false },
		{ "统计期限为2018-01-01至2018-12-31", 20180101, 20181231, false },
		{ "二〇一七年一月一日至二〇一七年十二月三十一日", 0, 0, false },
		{ "统计期限自2018年11日至2018年1130日", 0, 0, false },
		{ "公开信611条，2018年3月5日至2018年3月9日培训", 0, 0, false },
		{ "电话:0512-20181231", 0, 0, false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(row) / sizeof(*row); i++) {
		struct period p;
		bool          found = period_find(fold_text(&parts.arena,
		    slice_of(row[i].text)), &p);

		if (found != (row[i].start > 0))
			fail_msg("%s: %d", row[i].text, found);
		if (!found)
			continue;
		assert_int_equal(date_number(&p.start), row[i].start);
		assert_int_equal(date_number(&p.end), row[i].end);
		assert_int_equal(p.repaired, row[i].repaired);
	}
}

static void
dates_are_found(void **state)
{
	static const struct {
		const char *text;
		int         day;
		bool        line;	/* nothing else */
	} row[] = {
		{ "发布时间:2019-01-10", 20190110, false },
		{ "2024年1月18日印发", 20240118, false },
		{ "2018 年 12 月 29 日", 20181229, true },
		{ "２０１８年１２月２９日", 20181229, true },
		{ "二〇一八年十二月二十九日", 20181229, true },
		{ "二○一八年十月三十日", 20181030, true },
		{ "(2013年1月30日)", 20130130, true },
		{ "2017年2月23日)", 20170223, true },
		{ "2017-01-12 10:01", 20170112, true },
		{ "发布时间:2017-01-06 13:28:23", 20170106, false },
		{ "2014-3-20", 20140320, true },
		{ "2025.01.08", 20250108, true },
		{ "2020/2/29", 20200229, true },
		{ "2019/2/29", 0, false }, { "2015/2/29", 0, false },
		{ "2016/2/29", 20160229, true },
		{ "2018年13月1日", 0, false },
		{ "2007年45日", 0, false },
		{ "电话:0512-83605210", 0, false },
		{ "20181229", 0, false },
		{ "2018-12-29日", 20181229, true },
		{ "2018年12月29号", 20181229, true },
		{ "2017-01-10:01", 0, false },
		{ "2017-01/10", 0, false },
		{ "2017-1-", 0, false },
		{ "2018年十1月1日", 0, false },
		{ "二零一八年二十月一日", 0, false },
		{ "一九八九年一月一日", 0, false },
		{ "2100年1月1日", 0, false },
		{ "2000-02-29", 20000229, true },
		{ "二〇二四年一月三十一日", 20240131, true },
		{ "2018年4月31日", 0, false },
		{ "12018年4月3日", 0, false },
		{ "2018年4月3日起", 20180403, false },
		{ "2018", 0, false },
		{ "", 0, false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(row) / sizeof(*row); i++) {
		struct slice text = slice_of(row[i].text);
		struct date  date, line;
		size_t       at, n;
		bool         found = date_find(text, &date, &at, &n);

		if (found != (row[i].day > 0) ||
		    (found && date_number(&date) != row[i].day))
			fail_msg("%s: %d", row[i].text,
			    found ? date_number(&date) : 0);
		if (date_is_line(text, &line) != row[i].line)
			fail_msg("%s: line", row[i].text);
	}
}

/* Parts that are a date by themselves, and cells that are short. */
static void
parts_are_short(void **state)
{
	static const struct {
		const char *text;
		bool        date;
	} row[] = {
		{ "2014-3-2", true }, { "2014-32", false },
		{ "二〇一八年十二月二十九日123456789", true },
		{ "二〇一八年十二月二十九日1234567890", false },
	};
	char        cell[PART_SHORT + 1];
	struct part part = { .kind = PART_CELL };

	(void)state;
	for (size_t i = 0; i < sizeof(row) / sizeof(*row); i++) {
		struct slice text = slice_of(row[i].text);
		struct part  line = { .text = text, .folded = text };

		assert_int_equal(part_is_date(&line), row[i].date);
		assert_int_equal(part_is_date(&line), row[i].date);
	}
	memset(cell, 'x', sizeof(cell));
	part.text = (struct slice){ cell, PART_SHORT };
	assert_int_equal(part_short_cell(&parts, &part).n, PART_SHORT);
	part.text.n++;
	assert_int_equal(part_short_cell(&parts, &part).n, 0);
	part = (struct part){ .kind = PART_TEXT, .text = SLICE("x") };
	assert_int_equal(part_short_cell(&parts, &part).n, 0);
}

/* Days and months without their year. */
static void
days_of_a_year(void **state)
{
	static const struct {
		const char *text;
		size_t      length;
		int         day;
	} row[] = {
		{ "12月31日", 10, 20191231 }, { "12月31号起", 10, 20191231 },
		{ "12月", 0, 0 }, { "12月底", 0, 0 }, { "2月29日", 0, 0 },
		{ "12-31", 5, 20191231 }, { "12.31止", 5, 20191231 },
		{ "12/31日", 8, 20191231 }, { "12:31", 0, 0 },
		{ "12,31", 0, 0 }, { "12-", 0, 0 }, { "12", 0, 0 },
		{ "-12-31", 0, 0 }, { "月1日", 0, 0 }, { "13-1", 0, 0 },
		{ "1-0", 0, 0 }, { "1-32", 0, 0 }, { "4-31", 0, 0 },
		{ "0-1", 0, 0 }, { "1-10:01", 0, 0 }, { "1-9:01", 3, 20190109 },
		{ "十二月三十一日", 21, 20191231 }, { "", 0, 0 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(row) / sizeof(*row); i++) {
		struct date date;
		size_t      n = date_read_in(slice_of(row[i].text), 2019,
		    &date);

		if (n != row[i].length ||
		    (n > 0 && date_number(&date) != row[i].day))
			fail_msg("%s: %zu, %d", row[i].text, n,
			    date_number(&date));
	}
}

/* A year, and its mark. */
static void
years_are_read(void **state)
{
	static const struct {
		const char *text;
		int         year;
		size_t      length;
	} row[] = {
		{ "2018年度报告", 2018, 10 }, { "2018年报", 2018, 7 },
		{ "2018报告", 2018, 4 }, { "2018度", 2018, 4 },
		{ "1990", 1990, 4 }, { "1989", 0, 0 }, { "2099", 2099, 4 },
		{ "2100", 0, 0 }, { "二〇一八年", 2018, 15 }, { "201", 0, 0 },
		{ "201年", 0, 0 }, { "", 0, 0 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(row) / sizeof(*row); i++) {
		size_t n;

		assert_int_equal(date_year(slice_of(row[i].text), &n),
		    row[i].year);
		assert_int_equal(n, row[i].length);
	}
}

/* Figures of a row, parted by blanks, are no year unless 年 follows. */
static void
marked_years_are_read(void **state)
{
	static const struct {
		const char *text;
		int         year;
		size_t      length;
	} row[] = {
		{ "2018年度报告", 2018, 10 }, { "2018报告", 0, 0 },
		{ "2 0 1 8 年报", 2018, 11 }, { "2 0 0 0 0 0 2", 0, 0 },
		{ "201年", 0, 0 }, { "", 0, 0 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(row) / sizeof(*row); i++) {
		size_t n;

		assert_int_equal(date_marked_year(slice_of(row[i].text), &n),
		    row[i].year);
		assert_int_equal(n, row[i].length);
	}
}

static void
dates_are_printed(void **state)
{
	static const struct {
		struct date date;
		const char *want;
	} row[] = {
		{ { 2018, 12, 29 }, "2018-12-29" }, { { 2018, 1, 2 },
		    "2018-01-02" },
		{ { 2018, 1, 0 }, "2018-01" }, { { 2018, 0, 0 }, "2018" },
	};
	char text[DATE_BYTES];

	(void)state;
	for (size_t i = 0; i < sizeof(row) / sizeof(*row); i++) {
		date_print(&row[i].date, text);
		assert_string_equal(text, row[i].want);
	}
}

/* A line without the pinyin in brackets behind its words. */
static void
pinyin_is_left_out(void **state)
{
	static const char *const row[][2] = {
		{ "信息(xinxi)公开(gongkai)情况", "信息公开情况" },
		{ "信息（xìnxī）公开", "信息公开" },
		{ "信息(xinxi)", "信息" }, { "(xinxi)信息", "(xinxi)信息" },
		{ "信息()公开", "信息()公开" }, { "信息(xinxi", "信息(xinxi" },
		{ "信息(x1)公开", "信息(x1)公开" }, { "信息(A)公开", "信息公开" },
		{ "信息((a)公开", "信息(公开" }, { "信息(公)开(a)", "信息(公)开" },
		{ "信息(ǜ)公", "信息公" }, { "信息(ɡa)公", "信息公" },
		{ "信息(à)公", "信息公" }, { "信息(ß)公", "信息(ß)公" },
		{ "信息(ǝ)公", "信息(ǝ)公" }, { "信息(az)公", "信息公" },
		{ "信息({)公", "信息(()公" }, { "信息(@)公", "信息(@)公" },
		{ "信息公开", "信息公开" }, { "", "" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(row) / sizeof(*row); i++)
		check(row[i][0], pinyin_fold(&parts.arena,
		    slice_of(row[i][0])), row[i][1]);
}

/* The words of a line: of one character and of more, those bound to an end. */
static void
words_are_found(void **state)
{
	static const struct word words[] = {
		{ { "局", 3 }, 0 }, { { "财政局", 9 }, 0 }, { { "财务", 6 }, 0 },
		{ { "a局", 4 }, 0 }, { { "青石", 6 }, ANCHOR_START },
		{ { "财政", 6 }, ANCHOR_START }, { { "报告", 6 }, ANCHOR_END },
		{ { "年报", 6 }, ANCHOR_START | ANCHOR_END },
		{ { "条", 3 }, ANCHOR_DIGIT },
	};
	static const struct {
		const char *line, *found;
		size_t      characters;
	} row[] = {
		{ "青石财政局报告", "110010100", 7 },
		{ "财务局的报告书", "101000000", 7 },
		{ "财政a局", "100101000", 4 },
		{ "年报", "000000010", 2 },
		{ "年报报告", "000000100", 4 },
		{ "财政", "000001000", 2 },
		{ "", "000000000", 0 },
		{ "3条", "000000001", 2 },
		{ "第三条,条3", "000000000", 6 },
	};
	enum { WORDS = sizeof(words) / sizeof(*words) };
	static struct word_index index;

	(void)state;
	for (size_t i = 0; i < WORDS; i++)
		assert_int_equal(word_index_add(&index, &words[i]), i);
	assert_int_equal(word_index_add(&index, &words[1]), 1);
	word_index_finish(&index);
	for (size_t i = 0; i < sizeof(row) / sizeof(*row); i++) {
		assert_int_equal(word_index_find(&index, slice_of(row[i].line)),
		    row[i].characters);
		for (size_t j = 0; j < WORDS; j++)
			if ((word_set_next(index.found, index.width, j) == j) !=
			    (row[i].found[j] == '1'))
				fail_msg("%s: word %zu", row[i].line, j);
	}
	/* A word that is all of a line may end it, too. */
	assert_true(word_index_may_end(&index, SLICE("书报")));
	assert_false(word_index_may_end(&index, SLICE("财政局")));
	assert_true(word_index_may_begin(&index, SLICE("年度")));
	assert_false(word_index_may_begin(&index, SLICE("局")));
}

static void
sets_are_walked(void **state)
{
	const size_t number[] = { 0, 1, 63, 64, 127, 130, 191 };
	uint64_t     set[3] = { 0 };
	size_t       at = 0;

	(void)state;
	assert_true(word_set_next(set, 3, 0) == WORD_SET_END);
	for (size_t i = 0; i < sizeof(number) / sizeof(*number); i++)
		word_set_add(set, number[i]);
	for (size_t i = 0; i < sizeof(number) / sizeof(*number); i++) {
		at = word_set_next(set, 3, at);
		assert_int_equal(at, number[i]);
		at++;
	}
	assert_true(word_set_next(set, 3, at) == WORD_SET_END);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(headings_are_known),
		cmocka_unit_test(headings_end),
		cmocka_unit_test(titles_are_read),
		cmocka_unit_test(names_are_read),
		cmocka_unit_test(names_end),
		cmocka_unit_test(sentences_tell_offices),
		cmocka_unit_test(offices_have_keys),
		cmocka_unit_test(periods_are_found),
		cmocka_unit_test(dates_are_found),
		cmocka_unit_test(parts_are_short),
		cmocka_unit_test(days_of_a_year),
		cmocka_unit_test(years_are_read),
		cmocka_unit_test(marked_years_are_read),
		cmocka_unit_test(dates_are_printed),
		cmocka_unit_test(pinyin_is_left_out),
		cmocka_unit_test(words_are_found),
		cmocka_unit_test(sets_are_walked),
	};
	int failed = cmocka_run_group_tests_name("section", tests, NULL, NULL);

	parts_free(&parts);
	return failed;
}
