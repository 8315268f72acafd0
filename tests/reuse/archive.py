#!/usr/bin/env python3
"""archive.py [--seed N] [--offices N] [--years N] [--plant N] [--truth FILE]: blocks, as
sectionize writes them, of made-up reports, among which copies are planted: of a section
and of a whole report, with the names changed or left in, with 0, 10 and 30 percent of
the characters changed, one by one or clause by clause.  FILE gets a line for each:
kind, document, the one that it was copied from, section."""
import argparse
import random
import re
import sys

# What all say, each in one of some ways: [a|b].
FORM = {
    'overview': [
        '{year}年，{org}[按照|依照|根据]《中华人民共和国政府信息公开条例》和上级[对政务公开工作的部署|'
        '有关政务公开的安排|下达的工作要点]，坚持以公开为常态、不公开为例外，[各项工作平稳开展|公开工作有序推进]。',
        '[全年|本年度|一年来]主动公开政府信息{n}条，其中[网站|门户网站|政府网站]公开{n}条，'
        '[其他方式|政务新媒体|公开栏]公开{n}条。',
        '[做好|规范|抓好]政府信息的制作、获取、保存和处理，[落实|严守|执行]先审查后公开的程序，'
        '没有发生[失密泄密|泄露国家秘密的]事件。',
    ],
    'requests': [
        '{year}年，{org}共[收到|受理|接收]政府信息公开申请{n}件，上年结转{n}件，'
        '均在[法定期限|规定时限]内[作出答复|办结]。',
        '因政府信息公开被申请行政复议{n}件，被提起行政诉讼{n}件，没有[被纠正|败诉]的情形。',
    ],
    'problems': [
        '对照上级的要求和[群众|社会各界|企业群众]的期待，工作中[还有一些不足|仍存在差距]，主要是以下几个方面。',
        '针对[上述|以上|这些]问题，下一步将[从以下方面加以改进|采取以下措施]。',
    ],
    'other': ['本年度没有收取信息处理费，没有[其他|其它]需要报告的事项。'],
}
OWN = {'overview': 22, 'proactive': 9, 'requests': 5, 'problems': 14, 'other': 3}
NUMBER = {'overview': '一、总体情况', 'proactive': '二、主动公开情况',
          'requests': '三、依申请公开情况', 'problems': '四、存在的主要问题及改进情况',
          'other': '五、其他需要报告的事项'}
WHO = '''办公室 各科室 分管负责人 信息员 宣传组 窗口人员 业务股 值班人员 服务大厅 新闻专员 法制科
督查组 综合科 各站所 两个专班 档案室 审核小组 联络员 工作队 财务股 网格员 驻点干部'''.split()
WHEN = '''每月中旬 年初 汛期之前 第三季度 逢集日 每周例会上 上半年 会前 入户走访时 年底 改版以后 招生季
节前 项目开工之前 文件印发当日 征求意见期间 换届之后 国庆前后 清明前后 秋收以后'''.split()
HOW = '''逐项 分头 会同邻近单位 借助短视频 按清单 用方言 通过热线 以图表 现场 线上线下 对照台账 请专家
依托阅览室 结合巡查 由专人 分批 联合高校 利用晚间 采取抽签 公开招募后'''.split()
DID = '''梳理了 核对了 解读了 更换了 补录了 讲解了 汇编了 上传了 撤下了 回访了 修订了 答复了 公示了 归并了
翻译了 测试了 通报了 试行了 评议了 移交了'''.split()
WHAT = '''惠农补贴的发放名册 老旧小区改造的图纸 供水管网的检修日程 学区划分的示意图 村级账目的收支表
集中采购的验收单 门诊目录的调整说明 危桥改造的进度表 公租房的轮候名单 林地承包的合同样本 停车泊位的收费标准
夜间公交的试运行线路 食堂抽检的结果 防溺水警示牌的分布 古树保护的名录 河道清淤的时间表 裁量基准的修改稿
招聘考试的成绩 灯光改造的预算 消防通道的整改清单 冬季供暖的投诉渠道 种子质量的检验报告'''.split()
SO = '''群众一看就懂 来电少了许多 缩短了办事时间 得到代表好评 为下一年打下基础 漏项随之补齐 邻县前来观摩
老人也能查到 意见当场收回 错字少了一半 网民留言转为称赞 村民参与更多 企业少跑了路 会议也因此精简
疑问由此消除 旧账得以厘清 评分升了三位 后续还要跟踪'''.split()
SURNAMES = '青石 柳河 云岭 枫亭 东渡 清溪 白沙 松桥 梅坪 竹溪 石泉 桃源口 杏塘 荷湾 兰亭口 莲塘 菊坡 桂岭 榆关 槐荫'.split()
BODIES = '教育局 民政局 财政局 水利局 林业局 审计局 统计局 体育局 商务局 交通局'.split()


def clause(rng):
    what = rng.choice(DID) + rng.choice(WHAT)
    if rng.random() < .3:
        what += f'{rng.randint(2, 90)}份'
    parts = [rng.choice(WHO), rng.choice(WHEN), rng.choice(HOW), what]
    if rng.random() < .5:
        parts[0], parts[1] = parts[1], parts[0]
    return ''.join(parts)


def sentence(rng):
    clauses = [clause(rng) for _ in range(rng.randint(1, 3))] + [rng.choice(SO)]
    return '，'.join(clauses) + '。'


class Office:
    def __init__(self, number):
        county = SURNAMES[number % len(SURNAMES)]
        number //= len(SURNAMES)
        self.body = BODIES[number % len(BODIES)]
        number //= len(BODIES)
        self.place = county + ('' if number == 0 else chinese(number)) + '县'
        self.name = self.place + self.body


def chinese(number):
    """A name for a number: no numeral, which would be masked."""
    text = ''
    while number:
        text += '甲丙戊己庚辛壬癸寅卯'[number % 10]
        number //= 10
    return text


class Report:
    def __init__(self, rng, office, year):
        self.office, self.year = office, year
        self.doc = f'a.zip!{office.name}{year}.txt'
        self.published = f'{year + 1}-{rng.randint(1, 3):02}-{rng.randint(1, 28):02}'
        self.sections = {code: self.write(rng, code) for code in OWN}

    def write(self, rng, code):
        own = [sentence(rng) for _ in range(OWN[code])]
        for i in range(2, len(own), 5):
            own[i] = f'{self.office.name}{own[i]}'
        form = [self.fill(rng, text) for text in FORM.get(code, [])]
        return form + own

    def fill(self, rng, text):
        text = re.sub(r'\[(.*?)\]', lambda m: rng.choice(m[1].split('|')), text)
        while '{n}' in text:
            text = text.replace('{n}', str(rng.randint(0, 900)), 1)
        return text.format(year=self.year, org=self.office.name)

    def blocks(self):
        meta = [('type', 'text/plain'), ('org', self.office.name),
                ('office', self.office.name), ('region', self.office.place),
                ('year', self.year), ('published', self.published), ('genre', 'report')]
        for name, value in meta:
            yield '', 'meta', name, value
        line = 1
        for code, sentences in self.sections.items():
            yield f'L{line}', 'head', code, NUMBER[code]
            for i in range(0, len(sentences), 4):
                line += 1
                yield f'L{line}', 'text', code, ''.join(sentences[i:i + 4])
            line += 1

    def dump(self, out):
        for loc, kind, section, text in self.blocks():
            out.write(f'{self.doc}\t{loc}\t{kind}\t{section}\t0\t0\t0\t\t{text}\n')


def letters_changed(rng, text, share):
    return ''.join(rng.choice('山水田林湖草沙路桥村') if c not in '，。' and
                   rng.random() < share else c for c in text)


def clauses_changed(rng, text, share):
    clauses = text[:-1].split('，')
    return '，'.join(clause(rng) if rng.random() < share else c for c in clauses) + '。'


def copied(rng, source, office, sentences, names, share, change):
    if names == 'changed':
        sentences = [re.sub(r'\d+', lambda m: str(rng.randint(2, 90)),
                            s.replace(source.office.name, office.name)) for s in sentences]
    return [change(rng, s, share) if share else s for s in sentences]


def plant(rng, copy, source, how, truth):
    unit, names, share, change = how
    kind = f'{unit} {names} {share:.0%} {change.__name__.split("_")[0]}'
    for code in OWN if unit == 'whole' else ['problems']:
        copy.sections[code] = copied(rng, source, copy.office, source.sections[code],
                                     names, share, change)
        truth.write(f'{kind}\t{copy.doc}\t{source.doc}\t{code}\n')


def main():
    parser = argparse.ArgumentParser()
    for name, default in ('seed', 1), ('offices', 600), ('years', 2), ('plant', 20):
        parser.add_argument('--' + name, type=int, default=default)
    parser.add_argument('--truth', default='/dev/null')
    options = parser.parse_args()
    rng = random.Random(options.seed)
    first = 2023 - options.years
    half = options.offices // 2
    plans = [(unit, names, share, change) for unit in ('section', 'whole')
             for names in ('changed', 'left') for share, change in
             ((0, letters_changed), (.1, letters_changed), (.1, clauses_changed),
              (.3, letters_changed), (.3, clauses_changed))]
    chosen = rng.sample(range(half), min(len(plans) * options.plant, half))
    # Which report of the second half is a copy of which of the first.
    plan = {(options.offices - 1 - office, 2022): (office, plans[i % len(plans)])
            for i, office in enumerate(chosen)}

    def report(office, year):
        return Report(random.Random(f'{options.seed} {office} {year}'), Office(office), year)

    with open(options.truth, 'w') as truth:
        for office in range(options.offices):
            for year in range(first, 2023):
                made = report(office, year)
                if (office, year) in plan:
                    other, how = plan[office, year]
                    plant(rng, made, report(other, first), how, truth)
                made.dump(sys.stdout)


main()
