"""Sentences that say what a cell says, by kind: CLAIMS has for each kind its
forms and lines of (sentence, figure); {n} is the figure, {u} one of the cells
beside it.  said(rng, kind, report, before, wrong) puts one into words, with the
figure as it is or another one."""
from report import COLS, GROUPS, MODERN, R

RECON, DIRECT, AFTER = GROUPS


def at(item, col='total'):
    return lambda c, b: c[item, col]


def summed(prefix):
    return lambda c, b: sum(n for (item, col), n in c.items()
                            if col == 'total' and
                            (item + '.').startswith(R + prefix + '.'))


def both(outcome):
    return lambda c, b: c[DIRECT + '.' + outcome, 'count'] + \
        c[AFTER + '.' + outcome, 'count']


def legal(item):
    return lambda c, b: c[item, 'total'] - c[item, 'natural']


def last(item, col='total'):
    return lambda c, b: b[item, col]


def change(item, col='total'):
    return lambda c, b: c[item, col] - b[item, col]


def growth(item, col='total'):
    return lambda c, b: 100 * (c[item, col] - b[item, col]) / b[item, col]


def share(part, whole):
    return lambda c, b: 100 * part(c, b) / max(1, whole(c, b))


NEW = at('requests.new')
DONE = at(R + 'total')
FORWARD = at('requests.forward')
CARRIED = at('requests.carried')
N2014, N2008, N2019, N2021 = ('2014',), ('2008',), ('2019',), ('2021',)

CLAIMS = {
    'new': (MODERN, (
        ('本年新收政府信息公开申请{n}件。', NEW),
        ('2023年度，本机关新收依申请公开{n}件，均已登记。', NEW),
        ('当年新收到政府信息公开申请{n}件。', NEW))),
    'received': (MODERN, (
        ('全年共收到政府信息公开申请{n}件。', NEW),
        ('2023年，我局收到政府信息公开申请{n}件，全部在法定期限内答复。', NEW),
        ('依申请公开方面，共受理申请{n}件。',
         lambda c, b: NEW(c, b) + CARRIED(c, b)))),
    'carried': (MODERN, (
        ('上年结转政府信息公开申请{n}件。', CARRIED),
        ('新收政府信息公开申请{u}件，上年度结转{n}件。', CARRIED, NEW),
        ('另有上年结转申请{n}件，均已办结。', CARRIED))),
    'answered': (MODERN, (
        ('全年办结政府信息公开申请{n}件。', DONE),
        ('共答复政府信息公开申请{n}件，按时答复率100%。', DONE),
        ('收到政府信息公开申请{u}件，已办结{n}件。', DONE, NEW))),
    'forward': (MODERN, (
        ('结转下年度继续办理{n}件。', FORWARD),
        ('收到政府信息公开申请{u}件，结转下年度继续办理{n}件。', FORWARD,
         NEW),
        ('截至年底，尚有{n}件政府信息公开申请结转下年度办理。', FORWARD))),
    'open': (MODERN, (
        ('办结政府信息公开申请{u}件，其中予以公开{n}件。', at(R + 'open'),
         DONE),
        ('答复政府信息公开申请{u}件，予以公开{n}件。', at(R + 'open'), DONE))),
    'partial': (MODERN, (
        ('办结政府信息公开申请{u}件，其中部分公开{n}件。', at(R + 'partial'),
         DONE),
        ('答复政府信息公开申请{u}件，部分公开{n}件。', at(R + 'partial'),
         DONE))),
    'denied': (MODERN, (
        ('办结政府信息公开申请{u}件，其中不予公开{n}件。', summed('denied'),
         DONE),
        ('答复政府信息公开申请{u}件，不予公开{n}件。', summed('denied'),
         DONE))),
    'unable': (MODERN, (
        ('办结政府信息公开申请{u}件，其中无法提供{n}件。', summed('unable'),
         DONE),
        ('答复政府信息公开申请{u}件，本机关不掌握相关政府信息{n}件。',
         at(R + 'unable.not-held'), DONE))),
    'unprocessed': (MODERN, (
        ('办结政府信息公开申请{u}件，其中不予处理{n}件。',
         summed('unprocessed'), DONE),
        ('办结政府信息公开申请{u}件，其中其他处理{n}件。', summed('other'),
         DONE))),
    'applicant': (MODERN, (
        ('新收政府信息公开申请{u}件，其中自然人申请{n}件。',
         at('requests.new', 'natural'), NEW),
        ('新收政府信息公开申请{u}件，其中法人或其他组织申请{n}件。',
         legal('requests.new'), NEW),
        ('新收政府信息公开申请{u}件，其中商业企业申请{n}件。',
         at('requests.new', 'business'), NEW))),
    'reconsideration': (MODERN, (
        ('因政府信息公开被申请行政复议{n}件。', at(RECON + '.total', 'count')),
        ('全年发生政府信息公开行政复议{n}起。', at(RECON + '.total', 'count')),
        ('政府信息公开类行政复议案件{n}件。',
         at(RECON + '.total', 'count')))),
    'reconsideration-outcome': (MODERN, (
        ('因政府信息公开引起行政复议{u}件，其中维持{n}件。',
         at(RECON + '.maintain', 'count'), at(RECON + '.total', 'count')),
        ('因政府信息公开引起行政复议{u}件，结果纠正{n}件。',
         at(RECON + '.correct', 'count'), at(RECON + '.total', 'count')),
        ('因政府信息公开引起行政复议{u}件，尚未审结{n}件。',
         at(RECON + '.pending', 'count'), at(RECON + '.total', 'count')))),
    'litigation': (MODERN, (
        ('因政府信息公开被提起行政诉讼{n}件。', both('total')),
        ('全年发生政府信息公开行政诉讼{n}起。', both('total')))),
    'direct': (MODERN, (
        ('政府信息公开行政诉讼{u}件，其中未经复议直接起诉{n}件。',
         at(DIRECT + '.total', 'count'), both('total')),
        ('未经复议直接起诉的政府信息公开行政诉讼{n}件。',
         at(DIRECT + '.total', 'count')))),
    'after': (MODERN, (
        ('政府信息公开行政诉讼{u}件，其中复议后起诉{n}件。',
         at(AFTER + '.total', 'count'), both('total')),
        ('复议后起诉的政府信息公开行政诉讼{n}件。',
         at(AFTER + '.total', 'count')))),
    'litigation-outcome': (MODERN, (
        ('因政府信息公开引起行政诉讼{u}件，其中维持{n}件。', both('maintain'),
         both('total')),
        ('因政府信息公开引起行政诉讼{u}件，结果纠正{n}件。', both('correct'),
         both('total')),
        ('未经复议直接起诉{u}件，其中尚未审结{n}件。',
         at(DIRECT + '.pending', 'count'), at(DIRECT + '.total', 'count')),
        ('复议后起诉{u}件，其中结果维持{n}件。',
         at(AFTER + '.maintain', 'count'), at(AFTER + '.total', 'count')))),
    'decisions': (MODERN, (
        ('全年作出行政许可决定{n}件。', at('proactive.licence', 'decisions')),
        ('全年作出行政处罚决定{n}件。', at('proactive.penalty', 'decisions')),
        ('全年实施行政强制{n}件。', at('proactive.coercion', 'decisions')))),
    'fees': (N2021, (
        ('全年行政事业性收费{n}万元。', at('proactive.fees', 'amount')),
        ('全年行政事业性收费{n}元。',
         lambda c, b: 10000 * round(c['proactive.fees', 'amount'], 2)),
        ('行政事业性收费金额为{n}万元。', at('proactive.fees', 'amount')))),
    'normative': (N2021, (
        ('制发行政规范性文件{n}件。', at('proactive.normative', 'made')),
        ('全年废止行政规范性文件{n}件。',
         at('proactive.normative', 'repealed')),
        ('现行有效行政规范性文件{n}件。',
         at('proactive.normative', 'valid')))),
    'normative-2019': (N2019, (
        ('全年制发行政规范性文件{n}件。',
         at('proactive.normative', 'new-made')),
        ('本年度制定规范性文件{n}件。',
         at('proactive.normative', 'new-made')))),
    'national': (N2014, (
        ('主动公开政府信息{n}条。', at('proactive.total', 'count')),
        ('通过政府网站公开政府信息{n}条。', at('channel.site', 'count')),
        ('通过政务微信公开政府信息{n}条。', at('channel.wechat', 'count')),
        ('通过政务微博公开政府信息{n}条。', at('channel.weibo', 'count')))),
    'national-requests': (N2014, (
        ('收到政府信息公开申请{n}件。', at('requests.received', 'count')),
        ('收到政府信息公开申请{u}件，其中当面申请{n}件。',
         at('requests.received.in-person', 'count'),
         at('requests.received', 'count')),
        ('收到政府信息公开申请{u}件，其中网络申请{n}件。',
         at('requests.received.online', 'count'),
         at('requests.received', 'count')),
        ('答复政府信息公开申请{n}件。', at('requests.answered', 'count')))),
    'national-reviews': (N2014, (
        ('因政府信息公开被申请行政复议{n}件。',
         at('review.reconsideration', 'count')),
        ('因政府信息公开被提起行政诉讼{n}件。',
         at('review.litigation', 'count')))),
    'national-work': (N2014, (
        ('从事政府信息公开工作的专职人员{n}名。',
         at('org.staff.fulltime', 'count')),
        ('从事政府信息公开工作的兼职人员{n}名。',
         at('org.staff.parttime', 'count')),
        ('发布政策解读稿件{n}篇。', at('respond.articles', 'count')),
        ('制发规范性文件{n}件。', at('proactive.normative.issued', 'count')))),
    'local': (N2008, (
        ('全年主动公开政府信息{n}条。', at('proactive.documents', 'year')),
        ('收到政府信息公开申请{n}件。', at('requests.received', 'year')),
        ('历年累计主动公开政府信息{n}条。',
         at('proactive.documents', 'cumulative')),
        ('历年累计受理政府信息公开申请{n}件。',
         at('requests.received', 'cumulative')))),
    'local-parts': (N2008, (
        ('收到政府信息公开申请{u}件，其中当面申请{n}件。',
         at('requests.received.in-person', 'year'),
         at('requests.received', 'year')),
        ('收到政府信息公开申请{u}件，其中网上申请{n}件。',
         at('requests.received.online', 'year'),
         at('requests.received', 'year')),
        ('答复政府信息公开申请{u}件，其中不予公开{n}件。',
         at('requests.answered.refused', 'year'),
         at('requests.answered', 'year')))),
    'growth': (MODERN, (
        ('新收政府信息公开申请{u}件，同比{up}{n}%。', growth('requests.new'),
         NEW),
        ('新收政府信息公开申请{u}件，较上年{up}{n}%。', growth('requests.new'),
         NEW))),
    'change': (MODERN, (
        ('新收政府信息公开申请{u}件，较上年{up}{n}件。',
         change('requests.new'), NEW),
        ('新收政府信息公开申请{u}件，比上年{up}{n}件。',
         change('requests.new'), NEW))),
    'last-year': (MODERN, (
        ('{last}年新收政府信息公开申请{n}件，{year}年新收{u}件。',
         last('requests.new'), NEW),
        ('新收政府信息公开申请由{last}年的{n}件变为{year}年的{u}件。',
         last('requests.new'), NEW),
        ('去年新收政府信息公开申请{n}件，今年新收{u}件。',
         last('requests.new'), NEW))),
    'share': (MODERN, (
        ('新收政府信息公开申请{u}件，其中自然人申请{v}件，占{n}%。',
         share(at('requests.new', 'natural'), NEW), NEW,
         at('requests.new', 'natural')),
        ('办结政府信息公开申请{u}件，其中予以公开{v}件，占{n}%。',
         share(at(R + 'open'), DONE), DONE, at(R + 'open')))),
    'none': (MODERN, (
        ('收到政府信息公开申请{u}件，无结转下年度办理的申请。', FORWARD, NEW),
        ('本年度未发生因政府信息公开引起的行政复议。',
         at(RECON + '.total', 'count')),
        ('全年未收到政府信息公开申请。', NEW))),
    'share-of-reviews': (MODERN, (
        ('因政府信息公开引起行政复议{u}件，其中维持{v}件，占{n}%。',
         share(at(RECON + '.maintain', 'count'),
               at(RECON + '.total', 'count')),
         at(RECON + '.total', 'count'), at(RECON + '.maintain', 'count')),
        ('因政府信息公开引起行政诉讼{u}件，其中维持{v}件（{n}%）。',
         share(both('maintain'), both('total')), both('total'),
         both('maintain')))),
    'rate': (MODERN, (
        ('新收政府信息公开申请{u}件，办结率{n}%。',
         share(DONE, lambda c, b: NEW(c, b) + CARRIED(c, b)), NEW),
        ('本年共收到政府信息公开申请{u}件，答复率为{n}%。',
         share(DONE, lambda c, b: NEW(c, b) + CARRIED(c, b)), NEW))),
}


def words(n, digits):
    if isinstance(n, float) and digits is not None:
        return '%.*f' % (digits, n)
    return ('%.6f' % n).rstrip('0').rstrip('.') if isinstance(n, float) \
        else str(n)


def other(rng, n):
    """A figure that is not N, but like it."""
    if isinstance(n, float):     # yuan of a table in ten thousand yuan
        return n + rng.choice((-1, 1)) * rng.choice((2.7, 5.4, 11.3)) * \
            (10000 if n >= 10000 else 1)
    step = rng.choice((1, 2, 3, 10, 20, 100))
    return n - step if n > step and rng.random() < .5 else n + step


def said(rng, kind, report, before=None, wrong=False, line=None):
    """A sentence of KIND, or None where the report has nothing to say."""
    forms, lines = CLAIMS[kind]
    sentence, figure, *beside = line or rng.choice(lines)
    cells = report.cells
    n = figure(cells, before)
    percent = '{n}%' in sentence
    grown = '{up}' in sentence
    up = '增长' if n >= 0 else '下降'
    if grown and not percent:
        up = '增加' if n >= 0 else '减少'
    if kind == 'none':
        if (n > 0) != wrong:
            return None
    elif n == 0 and (wrong or grown):
        return None
    n = abs(n) if grown else n
    if wrong and kind != 'none':
        n = abs(other(rng, n))
    values = [f(cells, before) for f in beside] + [0, 0]
    return sentence.replace('2023', str(report.year)).format(
        n=words(n, 1 if percent else None), u=values[0], v=values[1],
        up=up, year=report.year, last=report.year - 1)
