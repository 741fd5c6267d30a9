/** Names of the sheets of a workbook of results, heads of their columns, and what their fixed cells say. */

import { dictionary } from './language.ts'

type Texts = Readonly<Record<string, string>>

type Groups = 'names' | 'heads' | 'values' | 'plainUnits' | 'nations'

export const tableWords = dictionary<object, Record<Groups, Texts>>(
  { en: {}, zh: {} },
  {
    /** Of units that the page leaves out or shows in percent. */
    plainUnits: {
      en: { share: 'ratio (1 = 100 %)', '1/year': 'a year (0.01 = 1 %)', index: 'index', '1': 'ratio' },
      zh: { share: '比值（1=100%）', '1/year': '每年（0.01=1%）', index: '指数', '1': '比值' },
    },
    nations: { en: { CN: 'China' }, zh: { CN: '全国' } },
    names: {
      en: {},
      zh: {
        about: '说明',
        policy: '政策',
        assumptions: '假设',
        sources: '来源',
        figures: '数据',
        years: '分年数据',
        numbers: '逐季数据',
        variables: '变量',
      },
    },
    heads: {
      en: { named: 'description', name: 'code', lever: 'code', parameter: 'code', variable: 'code' },
      zh: {
        named: '名称',
        lever: '政策代码',
        parameter: '参数代码',
        variable: '变量代码',
        name: '数据代码',
        value: '数值',
        unit: '单位',
        start: '开始年份',
        ramp: '到位年数',
        end: '截止年份',
        payer: '承担方',
        meaning: '含义（英文）',
        whose: '标准或自定',
        standard: '标准值',
        low: '10%分位',
        high: '90%分位',
        evidence: '证据等级',
        source: '来源代号',
        region: '地区',
        labels: '分类',
        time: '时间',
        note: '说明（照录原文）',
        id: '来源代号',
        what: '内容',
        which: '取值',
        url: '网址',
        sector: '模型部门',
        year: '年份',
        reading: '年度口径',
      },
    },
    values: {
      en: {},
      zh: {
        standard: '标准',
        mine: '自定',
        region: '地区',
        scenario: '情景',
        model: '模型',
        data: '数据',
        conditions: '条件',
        time: '时间',
        year: '年份',
        'steps per year': '每年步数',
        prices: '价格',
        calibrated: '校准',
        'largest residual of the accounts, of output': '账目最大残差（占地区生产总值）',
        link: '链接',
        'calendar time at which a step opens; flows are annual rates, stocks as they open':
          '每步开始的日历时间；流量为年率，存量为期初值',
        'in the table of years, yearly mean or end of year, as its rows say':
          '“分年数据”表中为年均或年末，见各行“年度口径”',
        'real values in prices of #; CNY': '实际值按#年价格计算；货币为人民币',
        'Parameters are fitted to data up to #.': '参数按截至#年的数据校准',
        'no: behavioural parameters are priors': '否：行为参数为先验值',
        'yearly mean': '年均',
        'end of year': '年末',
        'growth of the yearly mean': '年均值增速',
      },
    },
  },
)
