"""What reports say of a new name, and what they say of other offices that is
none.  {old} was the office's name, {new} is; {other} is a third one."""

# No two of them are one office by office-names.tsv.
NAMES = (('移民局', '水库移民服务中心'),
         ('园林管理局', '园林绿化管理局'),
         ('房产管理局', '住房保障中心'),
         ('投资促进局', '投资合作局'),
         ('城市管理行政执法局', '城市运行管理局'),
         ('安置帮教办公室', '社区矫正管理局'),
         ('公路管理局', '公路事业发展中心'))
OTHERS = ('粮食局', '体育局', '旅游局')

PROOFS = (
    '2020年3月，{county}{old}更名为{county}{new}。',
    '{county}{new}（原{county}{old}）现将2020年政府信息公开工作情况报告如下。',
    '根据机构改革方案，原{old}更名为{new}。',
    '我局由原{county}{old}更名而来。',
    '本单位原名{county}{old}，2020年改称{county}{new}。',
    '按照机构改革要求，组建{county}{new}，不再保留{county}{old}。',
    '不再保留{county}{old}，组建{county}{new}。',
    '{county}{old}于2020年更名为{county}{new}，职能不变。',
    '{county}{old}已改名为{county}{new}。',
    'title:{new}（原{old}）',
    '根据县委编办批复，“{county}{old}”更名为“{county}{new}”。',
    '本报告由{county}{new}（原{old}）编制。',
    # Written after the patterns; three of these are not read.
    '2019年机构改革后，我局由{county}{old}更名为{county}{new}。',
    '根据《机构改革方案》，{county}{old}改组为{county}{new}。',
    '原{county}{old}于2019年底整体转为{county}{new}。',
    '我单位于2020年4月由“{county}{old}”变更为“{county}{new}”。',
    '因机构改革，{county}{old}名称变更为{county}{new}。',
    '{county}{new}系原{county}{old}更名成立。',
    '本单位即原{county}{old}。',
    '{county}{old}（现{county}{new}）政务微博已停用。',
    '2020年3月，新组建的{county}{new}挂牌，原{county}{old}不再保留。',
    '由于单位更名（原{old}更名为{new}），网站栏目名称同步调整。',
    '经批准，{county}{old}自2020年5月起使用新名称{county}{new}。',
    '{county}{new}（简称县中心，原{old}）。',
)

NO_PROOFS = (
    '接收原{county}{old}移交的档案120卷。',
    '原{old}的行政审批职责划入我局。',
    '整合{county}{old}、{county}{other}的职责，组建{county}{new}，不再保留'
    '{county}{old}、{county}{other}。',
    '与{county}{old}联合开展检查。',
    '原{old}、原{other}的公开事项由我局承接。',
    '{county}{new}（与{county}{old}合署办公）。',
    '{county}{other}（原{county}{old}）牵头编制公开指南。',
    '{county}{old}更名为{county}{other}，其公开栏目由本单位代管。',
    '组建{county}{new}。',
    '不再保留{county}{old}。',
    '不再保留{county}{old}，组建{county}{other}。',
    '由原{county}{old}和原{county}{other}合并组建{county}{new}。',
    '{county}{old}网站更名为{county}{new}网站。',
    '“{county}{old}”微信公众号更名为“{county}{new}”。',
    '原{old}改为二级机构。',
    '{county}{old}的信访受理转为{county}{new}承担。',
    '{county}{old}（现并入{county}{new}）。',
    '{county}{old}（现{new}二级单位）的栏目已关停。',
    '{county}{old}、{county}{other}更名为{county}{new}。',
    '{county}{old}下属单位更名为{county}{new}培训站。',
)
