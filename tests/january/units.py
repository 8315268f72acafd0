"""The units of a made-up city: their names on the roster and in their reports.

The office asks 200 of them: bureaus of the city and of four counties, townships,
street offices.  The roster has the official names, reports often shorter ones."""
CITY = '青石市'
COUNTIES = ('云河县', '澄湖区', '松岭县', '柳溪县')
BUREAUS = ('教育局 财政局 民政局 司法局 审计局 水务局 统计局 医疗保障局 应急管理局 '
           '生态环境局 农业农村局 自然资源局 交通运输局 市场监督管理局 卫生健康局 '
           '文化和旅游局 退役军人事务局 人力资源和社会保障局 住房和城乡建设局 '
           '发展和改革局 公安局 城市管理局').split()
TOWNS = '北桥 石岭 清溪 松湾 枫亭 东渡 西浦 南坪 竹山 梅洲 沙岗 白塔'.split()
STREETS = '城东 城西 河口 新桥 站前 湖滨'.split()


class Unit:
    """A unit by its OFFICIAL name, as the roster has it, and the one in its
    report."""

    def __init__(self, number, official, name):
        self.number, self.official, self.name = number, official, name

    @property
    def is_town(self):
        return self.name.endswith(('镇', '镇人民政府', '街道', '街道办事处'))


def names():
    """Pairs of names, official and in the report."""
    for bureau in BUREAUS[:12]:
        yield CITY + bureau, CITY + bureau
    for county in COUNTIES:
        full = CITY + county
        yield full + '人民政府', full + '人民政府'
        for i, bureau in enumerate(BUREAUS):
            yield full + bureau, (full, county)[i % 3 == 0] + bureau
        for i, town in enumerate(TOWNS):
            yield full + town + '镇人民政府', (
                full + town + '镇人民政府', county + town + '镇',
                full + town + '镇')[i % 3]
        for i, street in enumerate(STREETS):
            yield '%s人民政府%s街道办事处' % (full, street), (
                full + street + '街道办事处', county + street + '街道')[i % 2]
    for bureau in BUREAUS[12:]:
        yield CITY + bureau, CITY + bureau
    for extra in '大数据管理局 林业局 信访局 行政审批局 体育局 机关事务管理局'.split():
        yield CITY + extra, CITY + extra
    for county in COUNTIES:
        for extra in '林业局', '信访局':
            full = CITY + county
            yield full + extra, full + extra


def units(n):
    """The first N of them."""
    all_of = [Unit(i, official, name)
              for i, (official, name) in enumerate(names())]
    assert n <= len(all_of), len(all_of)
    return all_of[:n]
