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
)
