"""Whole reports that a careful officer would call clean: offices of all levels,
all forms, and what such reports tell beside the figures of their tables.

REPORTS has (form, office, sentences, other matters).  {new} and the like are
cells of the report or made of them; see `words'."""
from lawful import FIGURES
from report import MODERN

REPORTS = (
    ('2021', '青石市云河县人民政府', (
        '全县行政机关主动公开政府信息{t}条，其中政府网站公开{t1}条，政务微信公开{t2}条，政务微博公开{t2}条，同一信息由多个渠道公开的分别计数。',
        '全县各级行政机关新收政府信息公开申请{new}件，其中县政府本级收到{a}件，县直部门和乡镇收到{b}件；上年结转{carried}件。',
        '作为行政复议机关，县政府全年收到行政复议申请{k}件，审结{j}件，均与政府信息公开无关。',
        '县人民法院全年审结行政案件{k}件，其中涉及政府信息公开的由各被诉机关分别统计。',
    ), '本年度未收取信息处理费。'),
    ('2021', '青石市云河县北桥镇人民政府', (
        '北桥镇通过县政府网站公开信息{t1}条，镇公众号推送{t2}条，村务公开栏张贴{j}期。',
        '全镇收到政府信息公开申请{new}件，均为新收；另有上年转来的{carried}件一并办理。',
        '当年办结{done}件，年底前收到的{forward}件结转下年度继续办理。',
    ), '无其他需要报告的事项。'),
    ('2021', '青石市南湖区人民政府石桥街道办事处', (
        '街道全年发布信息{t}条，上半年{t1}条，下半年{t2}条。',
        '上半年收到政府信息公开申请{a}件，下半年收到{b}件，全年共{new}件。',
        '其中通过网络提交{a}件，信函提交{b}件。',
    ), '街道没有收取任何费用。'),
    ('2021', '青石市水务局', (
        '主动公开政府信息{t}条，其中水质公报{t1}条，占{p1}%；工程建设{t2}条，占{p2}%。',
        '收到政府信息公开申请{new}件，自然人{natural}件，占{pn}%；法人或其他组织{legal}件，占{pl}%。',
        '下一年计划主动公开信息{k}条，开展培训{j}次，力争申请量下降一成。',
    ), '本年度收取信息处理费0元。'),
    ('2021', '青石市教育局', (
        '市直学校公开信息{k}条，不计入本局公开数。',
        '本局主动公开信息{t}条，主要包括招生考试{t1}条、教师招聘{t2}条。',
        '新收申请{new}件，结转上年{carried}件，合计{all}件；办结{done}件，剩余{forward}件转入下一年度。',
        '协助省教育厅答复申请{j}件。',
    ), '无。'),
    ('2021', '青石经济技术开发区管理委员会', (
        '开发区管委会及所属园区公开信息{t}条，园区自行公布{t1}条，管委会发布{t2}条。',
        '共办理申请{all}件，含上年结转{carried}件；答复{done}件，结转下年{forward}件。',
        '答复结果为：予以公开{open}件，部分公开{partial}件，不予公开{denied}件，无法提供{unable}件，不予处理{unprocessed}件，其他处理{other}件。',
    ), '没有需要报告的其他事项。'),
    ('2021', '青石市民政局', (
        '自2019年以来累计公开信息{k}条，本年度新增{t}条。',
        '近三年共收到申请{k}件，本年新收{new}件。',
        '发生政府信息公开行政复议{review}件，行政诉讼{suits}件。',
        '全市法院一审行政案件{k}件，二审{j}件。',
    ), '无其他事项。'),
    ('2021', '青石市云河县财政局', (
        '公开预决算信息{t}条，其中县本级{t1}条、乡镇{t2}条。',
        '收到申请近{round}件，具体见表。',
        '指导乡镇答复申请{j}件，参与会商{j}次。',
        '行政事业性收费{yuan}元，全部上缴国库。',
    ), '收取信息处理费0元。'),
    ('2021', '青石市市场监督管理局', (
        '办理行政许可{licence}件，作出行政处罚{penalty}件，实施行政强制{coercion}件。',
        '公开行政处罚信息{t}条，其中食品类{t1}条，药品类{t2}条。',
        '投诉举报平台收到投诉{k}件、举报{j}件、咨询{k}件。',
        '新收申请{new}件。办结的{done}件中，予以公开{open}件，部分公开{partial}件。',
    ), '无。'),
    ('2021', '青石市司法局', (
        '制发行政规范性文件{made}件，废止{repealed}件，现行有效{valid}件。',
        '审查市政府各部门报送的规范性文件{k}件，提出意见{k}条。',
        '办理市政府为被申请人的复议案件{k}件，其中政府信息公开类{j}件，计入市政府的报告。',
        '本局收到申请{new}件，全部在法定期限内答复，未发生超期。',
    ), '无其他需要报告的事项。'),
    ('2021', '青石市审计局', (
        '全年公开审计结果公告{j}篇，发布动态{t}条。',
        '收到申请{tens}余件，都按时答复。',
        '涉及征地审计的{j}件，涉及工程审计的{j}件，其余为其他事项。',
    ), '无。'),
    ('2021', '青石市交通运输局', (
        '{last}年公开信息{k}条，本年公开{t}条。',
        '{last}年收到申请{k}件，本年新收{new}件，数量变化较大。',
        '结转下年度{forward}件，拟在下一年一季度办结。',
    ), '本年度未收取信息处理费用。'),
    ('2021', '青石市生态环境局云河分局', (
        '分局公开环评信息{t}条，市局公开{k}条。',
        '市局转来申请{j}件，由市局统一答复，不计入本分局数据。',
        '分局直接收到申请{new}件，办结{done}件。',
    ), '无其他需要报告的事项。'),
    ('2021', '国家税务总局青石市云河县税务局', (
        '公开涉税信息{t}条，其中定期定额{t1}条，欠税公告{t2}条。',
        '税务机关受理减免税申请{k}户次，退税申请{k}件，不属于政府信息公开申请。',
        '收到政府信息公开申请{new}件。',
    ), '减免税费{k}万元，不收取信息处理费。'),
    ('2021', '青石海关', (
        '发布通关政策解读{j}篇，公开信息{t}条。',
        '12360热线受理咨询{k}件，答复率100%。',
        '依申请公开方面，新收{new}件，上年结转{carried}件，办结{done}件，结转下年度{forward}件。',
    ), '无。'),
    ('2021', '青石市气象局', (
        '发布预警信息{k}条，不属于政府信息公开统计范围。',
        '主动公开政府信息{t}条，网站{t1}条，其他渠道{t2}条。',
        '因政府信息公开引起的行政复议{review}件，结果维持{maintain}件，纠正{correct}件。',
    ), '无其他需要报告的事项。'),
    ('2021', '青石市南湖区卫生健康局', (
        '区属医院公开服务信息{k}条，区疾控中心公开{k}条，本局公开{t}条。',
        '收到申请{new}件，其中{j}件要求公开的信息由区疾控中心保存。',
        '没有因政府信息公开败诉的案件。',
    ), '无。'),
    ('2021', '青石市人民政府办公室', (
        '市政府公报出刊{j}期，印发{k}册，刊登文件{t}件。',
        '收到人大代表建议{t1}件、政协提案{t2}件，全部办结。',
        '市政府及办公室收到申请{new}件，市政府部门收到的另行公布。',
        '办公室作为主管部门抽查{j}家单位，发现问题{k}个，整改{k}个。',
    ), '无其他需要报告的事项。'),
    ('2021', '云岭省财政厅', (
        '全省财政系统公开信息{k}条，厅本级公开{t}条。',
        '厅机关受理申请{all}件（新收{new}件、上年结转{carried}件），答复{done}件。',
        '省本级公开部门决算{j}家，市县公开部门决算{k}家。',
    ), '收取信息处理费0元，减免0元。'),
    ('2021', '青石市清河市人民政府', (
        '全市共主动公开政府信息{t}条。其中：机构类{c1}条，占{q1}%；政策类{c2}条，占{q2}%；其他类{c3}条，占{q3}%。',
        '全市收到申请{new}件，其中自然人{natural}件。',
        '因政府信息公开引起行政复议{review}件、行政诉讼{suits}件。',
    ), '本年度收取信息处理费0元。'),
    ('2021', '青石市云河县柳桥乡人民政府', (
        '本乡公开信息{t}条（其中县政府网站{t1}条，包括财政信息{j}条、民政信息{j}条等），宣传栏{t2}条。',
        '没有收到要求公开土地档案以外信息的书面申请，收到的{new}件都是土地档案申请。',
    ), '无。'),
    ('2021', '青石市云河县自然资源局', (
        '依申请公开办理情况：新收{new}件，其中网上申请{a}件、当面申请{b}件。',
        '对外提供档案查询{k}人次，出具证明{k}份。',
        '不予公开{denied}件，其中{j}件涉及第三方权益。',
        '延期答复{j}件，补正{j}件。',
    ), '无其他需要报告的事项。'),
    ('2019', '青石市云河县人民政府', (
        '全县公开信息{t}条，比上年有所增加。',
        '新收申请{new}件，县级部门{a}件，乡镇街道{b}件。',
        '办结{done}件，其中予以公开{open}件，部分公开{partial}件，其余不予公开、无法提供、不予处理或者作其他处理。',
        '因政府信息公开被复议{review}件，被诉{suits}件。',
    ), '无。'),
    ('2019', '青石市南湖区审计局', (
        '公开审计公告{j}篇，其他信息{t}条。',
        '受理申请{all}件，其中上年结转{carried}件。',
        '机构改革后原区稽查办的申请由本局办理，原单位公开的{k}条信息不再重复统计。',
    ), '没有其他需要报告的事项。'),
    ('2019', '青石市云河县北桥镇人民政府', (
        '北桥镇主动公开信息{t}条，其中镇本级{t1}条，各村{t2}条。',
        '全年收到申请{new}件，答复{done}件，{forward}件跨年办理。',
        '镇便民服务中心受理各类申请{k}件。',
    ), '无其他需要报告的事项。'),
    ('2019', '青石市公安局', (
        '全市公安机关公开信息{k}条，市局机关公开{t}条。',
        '新收申请{new}件，上年度结转{carried}件，结转下年度{forward}件。',
        '户政窗口受理申请{k}件，出入境受理申请{k}件。',
        '行政复议维持{maintain}件，纠正{correct}件，其他{other_review}件，尚未审结{pending}件。',
    ), '无。'),
    ('2019', '青石市农业农村局', (
        '原市农业局公开{t1}条，机构改革后公开{t2}条，合计公开信息{t}条。',
        '答复申请{done}件，其中予以公开{open}件，部分公开{partial}件，不予公开{denied}件。',
        '预计下年度收到申请{k}件左右。',
    ), '无。'),
    ('2019', '青石市住房和城乡建设局', (
        '公租房申请受理{k}户，危房改造申请{k}户，均在网站公示。',
        '政府信息公开申请新收{new}件，平均每月{j}件。',
        '采取当面、网络、信函方式申请的都有，网络最多，为{a}件。',
    ), '无其他需要报告的事项。'),
    ('2019', '青石市南湖区石桥街道', (
        '公开信息{t}条，其中涉疫信息{j}条，财政信息{j}条，惠民政策等其他信息若干。',
        '新收申请{new}件，无人撤回。',
        '收到信访转交的申请{j}件，按信访程序处理。',
    ), '无。'),
    ('2014', '青石市云河县人民政府', (
        '全县主动公开政府信息{total}条，通过网站公开{site}条、微信{wechat}条、微博{weibo}条，各渠道有重复。',
        '收到政府信息公开申请{recv}件，其中当面{inperson}件、传真{fax}件、网络{online}件、信函{post}件。',
        '申请办结{done}件，按时办结{ontime}件，延期办结{ext}件。',
        '县政府作为复议机关受理行政复议案件{k}件。',
    ), '统计表附后。'),
    ('2014', '青石市水务局', (
        '主动公开政府信息{total}条。按类别分：机构职能类{c1}条、业务类{c2}条、其他类{c3}条（按栏目更新次数计）。',
        '收到申请{recv}件，全部办结。',
        '专职人员{fulltime}人，兼职人员{parttime}人。',
        '自2008年以来累计公开{k}条。',
    ), '附统计表。'),
    ('2014', '青石市云河县北桥镇人民政府', (
        '上半年公开信息{a}条，全年公开信息{total}条。',
        '发生行政复议{recon}件，行政诉讼{suits}件。',
        '计划明年公开信息{k}条。',
    ), '无其他需要说明的事项。'),
    ('2014', '青石市交通运输局', (
        '公路处公开{k}条，运管处公开{k}条，局机关公开{j}条。',
        '全局主动公开政府信息{total}条。',
        '受理出租车经营申请{k}件，客运线路申请{j}件。',
        '收到政府信息公开申请{recv}件，其中网络申请{online}件。',
    ), '附表一份。'),
    ('2014', '青石市南湖区教育局', (
        '去年公开信息{k}条，今年公开{total}条。',
        '接受电话咨询{k}人次，现场咨询{j}人次。',
        '新闻发布会由区政府统一举办，本局参加{j}次。',
    ), '无。'),
    ('2014', '青石市财政局', (
        '公开财政信息{total}条，其中政府公报{gazette}条，网站{site}条。',
        '培训各县区财政局工作人员{k}人次。',
        '没有收取检索、复制、邮寄等费用。',
    ), '附统计表。'),
    ('2008', '青石市云河县人民政府', (
        '{year}年全县主动公开政府信息{docs}条，历年累计{docscum}条。',
        '受理申请{recv}件，其中当面申请{inperson}件，网上申请{online}件，信函传真{post}件。',
        '答复{ans}件，同意公开{open}件，同意部分公开{partial}件，不予公开{refused}件，其余按其他方式答复。',
        '县档案馆接待查阅{k}人次。',
    ), '附统计表一张。'),
    ('2008', '青石市云河县柳桥乡人民政府', (
        '本年度主动公开信息{docs}条，通过网站公开{site}条，公开栏张贴{j}期。',
        '自条例施行以来累计公开{docscum}条。',
        '发生行政复议{recon}件，行政诉讼{suits}件。',
    ), '附表见后。'),
    ('2008', '青石市卫生局', (
        '全市卫生系统公开信息{k}条，局机关公开{docs}条。',
        '医院受理病案复印申请{k}份。',
        '收到政府信息公开申请{recv}件，均已答复。',
    ), '附表见后。'),
    ('2008', '青石市南湖区民政局', (
        '上年公开{k}条，本年公开{docs}条。',
        '接受咨询{k}人次，其中电话{j}人次。',
        '低保申请{k}户，批准{j}户，名单均已公示。',
    ), '附表见后。'),
    ('2008', '青石市规划局', (
        '公示规划方案{j}个，主动公开信息{docs}条，网站{site}条，公报{gazette}条，其余在展示馆公布。',
        '收到申请{recv}件，答复{ans}件。',
        '没有收取费用，没有减免。',
    ), '附表见后。'),
    ('2021', '青石市城市管理局', (
        '除结转下年度的{forward}件外，收到的申请均已办结，按时办结率100%。',
        '办结的{done}件中，不予公开{denied}件，占办结总数的{pd}%。',
        '未发生因政府信息公开引发的行政复议纠错和行政诉讼败诉案件以外的追责情形。',
    ), '无。'),
    ('2021', '青石市文化和旅游局', (
        '共受理申请{all}件（新收{new}件，上年结转{carried}件），其中自然人新提出{natural}件。',
        '直接提起行政诉讼{direct}件，复议后起诉{after}件。',
        '文化市场执法队公开处罚信息{k}条，已汇入市级平台，本局不另计。',
    ), '收取信息处理费0元。'),
    ('2021', '青石市南湖区人民政府', (
        '区政府及各部门新收申请{new}件，比{last}年有所下降。',
        '全区制发行政规范性文件{made}件，其他文件{t1}件；清理文件{k}件，保留{t2}件。',
        '区政府办理行政复议案件{k}件，其中因政府信息公开引起、以区内各部门为被申请人的{review}件。',
        '行政事业性收费{fees}万元，比预算减少{j}万元。',
    ), '无其他需要报告的事项。'),
    ('2021', '青石市云河县应急管理局', (
        '主动公开政府信息{t}条，其中：事故调查类{t1}条；预警信息类{t2}条，包括汛情{j}条、火险{j}条等。',
        '受理申请{new}件，按申请内容分，涉及事故调查的{a}件，涉及其他事项的{b}件。',
        '按答复结果分，予以公开{open}件、部分公开{partial}件。',
    ), '无。'),
    ('2021', '青石市退役军人事务局', (
        '一季度收到申请{a}件，其余三个季度收到{b}件，全年共收到申请{new}件。',
        '截至{year}年12月31日，{forward}件尚在办理期限内。',
        '{next}年1月又办结{j}件，计入下一年度。',
    ), '无其他需要报告的事项。'),
    ('2021', '青石市医疗保障局', (
        '市医保中心受理报销申请{k}件、参保登记{k}件。',
        '本局政府信息公开申请新收{new}件，其中{j}件由多人联名提出，按一件统计。',
        '办理结果见表，合计{done}件。',
    ), '无。'),
    ('2021', '云岭省住房和城乡建设厅', (
        '全省住房城乡建设系统收到申请{k}件，厅机关收到{new}件。',
        '厅机关被申请行政复议{review}件，其中维持{maintain}件、纠正{correct}件、其他结果{other_review}件、尚未审结{pending}件。',
        '以省政府为被申请人的复议案件{k}件由省司法厅统计。',
    ), '无其他需要报告的事项。'),
    ('2019', '青石市应急管理局', (
        '机构改革后，原安监局{last}年结转的申请已并入本局办理。',
        '新收申请{new}件，办结{done}件，结转{forward}件。',
        '行政许可事项上一年为若干项，本年有所调整，处理决定数量见表。',
    ), '无。'),
    ('2014', '青石市人民政府', (
        '全市主动公开政府信息{total}条，其中市级部门{a}条以上，区县更多。',
        '全市收到申请{recv}件，市政府办公室收到{j}件。',
        '受理针对区县政府的行政复议申请{k}件。',
        '各区县接待查阅{k}人次。',
    ), '附统计表。'),
    ('2008', '青石市环境保护局', (
        '{year}年受理政府信息公开申请{recv}件，上年未办结的{j}件也在本年办结。',
        '环保热线受理投诉{k}件，办结率100%。',
        '受理环评审批申请{k}件，排污许可申请{j}件。',
    ), '附表见后。'),
)


def shares(parts):
    whole = sum(parts)
    return ['%.1f' % (100 * part / whole) for part in parts]


def modern_words(report):
    cells, words = report.cells, {}
    for word, cell in FIGURES.items():
        try:
            words[word] = cell(cells, None)
        except KeyError:
            continue            # not on the form
    for word, item in (('penalty', 'penalty'), ('coercion', 'coercion')):
        words[word] = cells['proactive.' + item, 'decisions']
    words['repealed'] = cells.get(('proactive.normative', 'repealed'))
    words['legal'] = words['new'] - words['natural']
    words['pd'] = shares((words['denied'], words['done'] - words['denied']))[0]
    words['direct'], words['after'] = (
        cells['review.litigation.%s.total' % way, 'count']
        for way in ('direct', 'after'))
    words['pn'], words['pl'] = shares((words['natural'], words['legal']))
    for word, outcome in (('maintain', 'maintain'), ('correct', 'correct'),
                          ('other_review', 'other'), ('pending', 'pending')):
        words[word] = cells['review.reconsideration.' + outcome, 'count']
    if 'fees' in words:
        words['yuan'] = round(words['fees'] * 10000)
    words['round'] = -(-words['new'] // 10) * 10
    words['tens'] = words['new'] // 10 * 10
    return words


OLD = {
    '2014': {'total': 'proactive.total', 'site': 'channel.site',
             'wechat': 'channel.wechat', 'weibo': 'channel.weibo',
             'gazette': 'channel.gazette', 'recv': 'requests.received',
             'inperson': 'requests.received.in-person',
             'fax': 'requests.received.fax',
             'online': 'requests.received.online',
             'post': 'requests.received.post', 'done': 'requests.completed',
             'ontime': 'requests.completed.on-time',
             'ext': 'requests.completed.extended',
             'recon': 'review.reconsideration', 'suits': 'review.litigation',
             'fulltime': 'org.staff.fulltime',
             'parttime': 'org.staff.parttime'},
    '2008': {'docs': 'proactive.documents', 'site': 'proactive.documents.site',
             'gazette': 'proactive.documents.gazette',
             'recv': 'requests.received',
             'inperson': 'requests.received.in-person',
             'online': 'requests.received.online',
             'post': 'requests.received.post-fax', 'ans': 'requests.answered',
             'open': 'requests.answered.open',
             'partial': 'requests.answered.partial',
             'refused': 'requests.answered.refused',
             'recon': 'review.reconsideration.total',
             'suits': 'review.litigation.total'},
}


def old_words(report):
    col = 'count' if report.form == '2014' else 'year'
    words = {word: report.cells[item, col]
             for word, item in OLD[report.form].items()}
    words['new'] = words['recv']
    if report.form == '2008':
        words['docscum'] = report.cells['proactive.documents', 'cumulative']
    return words


def words(rng, report):
    """What the sentences may name: cells, and figures that no table has."""
    w = modern_words(report) if report.form in MODERN else old_words(report)
    w['a'] = rng.randint(1, max(1, w['new'] - 1))
    w['b'] = w['new'] - w['a']
    w['t1'], w['t2'] = rng.randint(100, 400), rng.randint(100, 400)
    w['t'] = w['t1'] + w['t2']
    w['p1'], w['p2'] = shares((w['t1'], w['t2']))
    whole = w.get('total', w['t'])
    w['c1'] = rng.randint(1, whole // 3)
    w['c2'] = rng.randint(1, whole // 3)
    w['c3'] = whole - w['c1'] - w['c2']
    w['q1'], w['q2'], w['q3'] = shares((w['c1'], w['c2'], w['c3']))
    w['k'], w['j'] = rng.randint(5000, 90000), rng.randint(2, 9)
    w['last'], w['year'], w['next'] = range(report.year - 1, report.year + 2)
    return w


def fill(rng, sentences, other, report):
    known = words(rng, report)
    report.sentences = [s.format(**known) for s in sentences]
    report.other = other.format(**known)
