"""Sentences that contradict nothing in the tables of their report, though their
figures are not those of the tables.  {new} and the like are cells of it."""
from claims import CARRIED, DONE, FORWARD, NEW, at, both, summed
from report import R

FIGURES = {
    'new': NEW, 'carried': CARRIED, 'done': DONE, 'forward': FORWARD,
    'all': lambda c, b: NEW(c, b) + CARRIED(c, b),
    'open': at(R + 'open'), 'partial': at(R + 'partial'),
    'denied': summed('denied'), 'unable': summed('unable'),
    'unprocessed': summed('unprocessed'), 'other': summed('other'),
    'disclosed': lambda c, b: at(R + 'open')(c, b) + at(R + 'partial')(c, b),
    'natural': at('requests.new', 'natural'),
    'review': at('review.reconsideration.total', 'count'),
    'suits': both('total'),
    'valid': at('proactive.normative', 'valid'),
    'made': at('proactive.normative', 'made'),
    'licence': at('proactive.licence', 'decisions'),
    'fees': at('proactive.fees', 'amount'),
}


def figures_of(report):
    return {name: f(report.cells, None) for name, f in FIGURES.items()}


# One a kind.
SENTENCES = """\
上半年收到政府信息公开申请{a}件，下半年收到{b}件。
县政府本级收到政府信息公开申请{a}件。
各乡镇收到政府信息公开申请{a}件。
全县共收到政府信息公开申请{new}件，其中县直部门收到{a}件，各乡镇收到{b}件。
作为行政复议机构，全年共受理行政复议案件{k}件，审结{j}件。
剔除重复件后，有效政府信息公开申请{a}件。
全年共办理政府信息公开申请{all}件，其中结转下年度办理{forward}件。
收到政府信息公开申请{all}件（其中上年结转{carried}件），办结{done}件。
未收到涉及国家秘密的政府信息公开申请。
未发生行政诉讼败诉案件。
全年未收取任何停车费用。
上年结转资金{k}万元全部用于平台维护。
政务服务大厅全年受理各类申请{k}件。
全年市政务服务中心办理行政许可{k}件。
代理行政诉讼案件{k}件。
共收到网民咨询、申请、投诉{k}件。
办公室收到上级转来的政府信息公开申请{j}件，已协助答复。
主动公开政府信息{k}条，其中政府网站公开{k}条，微信公众号公开{j}条。
在收到的申请中，涉及征地拆迁的{j}件。
答复政府信息公开申请{done}件，予以公开或部分公开{disclosed}件。
三季度以来收到政府信息公开申请{j}件。
近三年累计收到政府信息公开申请{k}件。
{last}年收到政府信息公开申请{k}件。
力争明年收到的政府信息公开申请100%按期答复，开展培训{j}次。
收到政府信息公开申请近{round}件。
收到政府信息公开申请{tens}余件。
与{last}年相比，收到的政府信息公开申请有所变化。
全年收到政府信息公开申请{new}件，其中当面申请{a}件，网络申请{b}件。
累计公开行政规范性文件{k}件。
本年度公开解读政策文件{j}件。
对{j}件规范性文件进行了合法性审查。
清理行政规范性文件{k}件。
公示行政许可事项目录{j}项。
行政处罚案件中，公开典型案例{j}件。
政府信息公开申请办理平均用时{j}个工作日。
政府信息公开申请按时办结率100%。
因政府信息公开引起的行政复议{review}件，行政诉讼{suits}件，均无败诉。
政府信息公开行政诉讼一审{suits}件，二审{j}件。
对{j}名工作人员进行了政府信息公开申请办理培训。
办结政府信息公开申请{done}件，其中{j}件为延期答复。
指导乡镇办理政府信息公开申请{j}件。
发出补正通知{j}份，征求第三方意见{j}份。
县政府部门办理的政府信息公开申请中，县公安局{j}件。
全年收到政府信息公开申请{new}件，平均每月{j}件。
行政事业性收费{yuan}元。
收到的{new}件申请中，邮寄申请{a}件，在线申请{b}件，均已办理。
电话咨询政府信息公开申请事宜{k}人次。
组织政府信息公开申请模拟测试{j}次。
公开村级财务信息{k}条，其中收支明细{j}条、合同{j}条。
截至12月31日，尚有{forward}件政府信息公开申请正在办理。
{last}年以来，收到的申请逐年变化；{last}年底完成平台改版。
根据{last}年印发的《公开办法》〔{last}〕5号和{last}年6月3日的通知，本年开展检查。
收到政府信息公开申请{new}件，按时办结率100%。
新收政府信息公开申请{new}件，其中自然人{natural}件，占答复总数的{j}%。
发出收费通知{all}件，总金额{k}元，实际收取金额0元。
新收政府信息公开申请{new}件，群众满意率9{j}%，网站信息更新率100%。
""".splitlines()


def fill(rng, sentence, report):
    f = figures_of(report)
    a = rng.randint(1, max(1, f['new'] - 1))
    return sentence.format(
        a=a, b=f['new'] - a, k=rng.randint(5000, 90000),
        j=rng.randint(2, 9), last=report.year - 1,
        round=-(-f['new'] // 10) * 10, tens=f['new'] // 10 * 10,
        yuan=round(f['fees'] * 10000), **f)


# An office's whole account of its requests, which adds up.
ACCOUNTS = """\
共收到政府信息公开申请{all}件（含上年结转{carried}件），其中予以公开{open}件，部分公开{partial}件，不予公开{denied}件，无法提供{unable}件，不予处理{unprocessed}件，其他处理{other}件，结转下年度{forward}件。
共收到政府信息公开申请{new}件，其中予以公开{open}件，部分公开{partial}件，不予公开{denied}件，无法提供{unable}件，不予处理{unprocessed}件，其他处理{other}件。
新收政府信息公开申请{new}件，上年结转{carried}件，办结{done}件，结转下年度{forward}件。办理结果：予以公开{open}件，部分公开{partial}件，不予公开{denied}件，无法提供{unable}件，不予处理{unprocessed}件，其他处理{other}件。
全年收到政府信息公开申请{new}件，其中自然人{natural}件，法人或其他组织{legal}件，已答复{done}件，其中予以公开{open}件、部分公开{partial}件。
我局共办理政府信息公开申请{all}件，其中新收{new}件，结转{carried}件；已办结{done}件，结转下年度继续办理{forward}件。
本年度新收申请{new}件，加上年结转{carried}件，共{all}件。其中，予以公开{open}件，部分公开{partial}件，不予公开{denied}件，无法提供{unable}件，不予处理{unprocessed}件，其他处理{other}件，结转下年{forward}件。
依申请公开。收到申请{new}件，予以公开{open}件，不予公开{denied}件，无法提供{unable}件。
2023年共收到依申请公开{new}件，同比去年有所变化，其中网上申请{a}件，信函申请{b}件，均按期答复。
""".splitlines()


def account(rng, sentence, report):
    f = figures_of(report)
    a = rng.randint(1, max(1, f['new'] - 1))
    return sentence.replace('2023', str(report.year)).format(
        a=a, b=f['new'] - a, legal=f['new'] - f['natural'], **f)
