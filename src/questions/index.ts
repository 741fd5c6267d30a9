/**
 * The declared questions. Each has its line here, with what help pages and lists of doors need; its declaration is loaded
 * when it is asked, so that help and errors do not wait for the model.
 */

import type { Both } from '../language/messages.ts'
import type { AnyDeclaration, AnyQuestion } from './core/question.ts'

/** Places of the app: the answer, what readers try, why it comes so, who gains, and what all of it rests on. */
export type AppPlace = 'answer' | 'try' | 'why' | 'who' | 'evidence'

export interface QuestionEntry {
  /** As its page and a heading of the guide are called. */
  readonly title: Both<string>
  /** The place of the app in which its page stands; without one the app has no page of it. */
  readonly place?: AppPlace
  /** Its name among the parts of that place, where the title is too long. */
  readonly tab?: Both<string>
  readonly description: Both<string>
  /** The subject: a region under a policy, a region whatever its policy, or two policies that are compared. */
  readonly about: 'scenario' | 'region' | 'two'
  /** The input that follows the name of the command; the region then is an option. */
  readonly argument?: string
  /** The input whose file follows the region on the command line. */
  readonly file?: string
  /** About what a policy does: under current policy a page has nothing to show, and offers policies to start from. */
  readonly ofPolicy?: true
  /** Nothing is chosen on its page. */
  readonly unasked?: true
  /** As they follow `heartland`. */
  readonly examples: readonly string[]
  readonly load: () => Promise<AnyDeclaration>
}

export const questionEntries = {
  answer: {
    title: { en: 'Can the region be revived?', zh: '地区能否实现振兴？' },
    description: {
      en: 'Assesses whether a region can be revived: its weight in the nation, and what spending and reform change, over many simulations and settings',
      zh: '评估一个地区能否振兴：占全国的比重，以及增支与改革能带来什么变化（多次模拟、多种设定）',
    },
    about: 'region',
    examples: [
      'answer northeast',
      'answer CN-LN --simulations 1000 --seed 7 --json',
      'answer northeast --budget 1% --policy mine.json',
    ],
    load: async () => (await import('./answer.ts')).answer,
  },
  standing: {
    title: { en: 'Votes on the standing of the region', zh: '地区地位判断的表决' },
    description: {
      en: 'Makes the votes behind the verdict: all packages under every set of parameters, regime of transfers, seed and structure',
      zh: '进行判断所依据的表决：在各组参数、转移支付方式、随机种子和结构性假设下运行全部方案',
    },
    about: 'region',
    examples: ['standing CN-JL', 'standing northeast --reduced --json'],
    load: async () => (await import('./standing.ts')).standing,
  },
  league: {
    title: { en: 'Provinces side by side', zh: '各省对照' },
    description: {
      en: 'Puts the areas of a region side by side: their weight since 2005 and to 2040, growth, people, debt and pensions, with the places that simulations leave open',
      zh: '将一个地区的各组成地区并列对照：2005年以来及到2040年的比重、增长、人口、债务和养老金，并给出模拟所能确定的位次范围',
    },
    about: 'region',
    examples: [
      'league northeast',
      'league CN-all --measure people --years 2010,2020,2030,2040',
      'league northeast --simulations 400 --csv',
    ],
    load: async () => (await import('./league.ts')).league,
  },
  run: {
    title: { en: 'One run', zh: '单次运行' },
    place: 'try',
    tab: { en: 'By year', zh: '逐年结果' },
    description: {
      en: 'Runs a region under a policy and shows key outcomes by year',
      zh: '在一项政策下运行一个地区，按年显示主要结果',
    },
    about: 'scenario',
    examples: [
      'run northeast --policy G',
      'run CN-LN --set childAllowance=10@2027:2 --assume wageFromSlack=0.5',
      'run northeast --set publicInvestment=1 --save more.json',
      'run more.json --years 2030,2040',
      'run northeast --policy G --link',
    ],
    load: async () => (await import('./run.ts')).run,
  },
  stress: {
    title: { en: 'Stress tests', zh: '压力测试' },
    place: 'try',
    description: {
      en: 'Compares standard stress tests of external conditions with the baseline, or shows the impact of an event on each industry',
      zh: '将外部环境的标准压力测试与基准相比较，或显示外部事件对各行业的影响',
    },
    about: 'scenario',
    examples: [
      'stress northeast',
      'stress CN-JL --policy E --outside low --json',
      'stress northeast --event exportsRussia=-100%@2028',
      'stress northeast --event "plant[CN-JL,vehicles]=-20bn" --year 2035 --lang zh',
    ],
    load: async () => (await import('./stress.ts')).stress,
  },
  debt: {
    title: { en: 'Debt from the lenders’ point of view', zh: '债权人视角的债务' },
    place: 'try',
    tab: { en: 'Debt', zh: '债务' },
    description: {
      en: 'Shows debt from the lenders’ point of view: drivers, financing need, stress tests, heat map, fan charts, net worth and pension rights',
      zh: '从债权人角度看债务：驱动因素、融资需求、压力测试、风险热图、扇形图、净资产与养老金权益',
    },
    about: 'scenario',
    examples: [
      'debt northeast',
      'debt northeast --area CN-JL --years all --discount 3',
      'debt CN-LN --policy E --simulations 0 --csv',
    ],
    load: async () => (await import('./debt.ts')).debt,
  },
  who: {
    title: { en: 'Who gains and who loses', zh: '谁受益，谁受损' },
    place: 'who',
    description: {
      en: 'Shows who gains and who loses under a policy, by birth year, household group, province and payer',
      zh: '按出生年份、居民组、省份和承担方显示一项政策下谁受益、谁受损',
    },
    about: 'scenario',
    ofPolicy: true,
    examples: ['who northeast --policy G', 'who CN-HL --policy D --simulations 0 --json'],
    load: async () => (await import('./who.ts')).who,
  },
  story: {
    title: { en: 'How it came to this', zh: '何以至此' },
    place: 'why',
    description: {
      en: 'Shows how a region came to where it is: factories, the young, people, money and debt, from its own series and the run of current policy',
      zh: '显示一个地区何以至此：工厂、年轻人、人口、财政与债务，取自本地区序列和现行政策下的运行结果',
    },
    about: 'region',
    unasked: true,
    examples: ['story northeast', 'story CN-ZJ --json'],
    load: async () => (await import('./story.ts')).story,
  },
  trace: {
    title: { en: 'Causes of a value', zh: '数值的成因' },
    description: {
      en: 'Shows how a value was calculated: a tree of causes with values and sources',
      zh: '显示一个数值如何算出：逐层列出成因、数值与来源',
    },
    about: 'scenario',
    argument: 'variable',
    examples: [
      'trace regionDebtToGdp --year 2037',
      'trace wage --area CN-LN --year 2030 --depth 1 --policy G',
      'trace consumptionByGroup --area CN-JL --label group=old --year 2035',
    ],
    load: async () => (await import('./trace.ts')).trace,
  },
  explain: {
    title: { en: 'Contributions of the levers', zh: '各项政策的贡献' },
    description: {
      en: 'Divides the effect of a policy on an outcome among its levers, without residual',
      zh: '将一项政策对某一结果的影响分解到各项措施，不留残差',
    },
    about: 'scenario',
    examples: [
      'explain northeast --policy G --outcome regionDebtToGdp@2035',
      'explain CN-LN --policy D --outcome regionResidents@2040 --assume migrationResponse=0.8',
    ],
    load: async () => (await import('./explain.ts')).explain,
  },
  industries: {
    title: { en: 'Output, jobs and sales by industry', zh: '分行业产出、就业与销售' },
    description: {
      en: 'Shows output, jobs and external sales by industry, with multipliers beside those of the input-output table',
      zh: '按行业显示增加值、就业与域外销售，并将乘数与投入产出表的乘数并列',
    },
    about: 'scenario',
    place: 'try',
    tab: { en: 'Industries', zh: '行业' },
    examples: ['industries northeast', 'industries CN-JL --policy G --year 2035 --lang zh'],
    load: async () => (await import('./industries.ts')).industries,
  },
  books: {
    title: { en: 'Accounts', zh: '账表' },
    place: 'evidence',
    description: {
      en: 'Shows the accounts: balance sheet and transaction flows of a quarter, with an audit of the run',
      zh: '显示账表：一个季度的资产负债表和资金流量表，以及对全部季度的核对',
    },
    about: 'scenario',
    examples: ['books northeast --at 2035Q4', 'books northeast --policy G --at 2030 --matrix flows --csv'],
    load: async () => (await import('./books.ts')).books,
  },
  compare: {
    title: { en: 'Two policies compared', zh: '政策对比' },
    place: 'try',
    tab: { en: 'Compare', zh: '政策对比' },
    description: {
      en: 'Compares the outcomes of two policies; packages are compared at equal cost',
      zh: '比较两项政策的结果；各方案按相同成本比较',
    },
    about: 'two',
    examples: ['compare A G', 'compare G more.json --years 2030,2035,2040 --area CN-HL'],
    load: async () => (await import('./compare.ts')).compare,
  },
  goal: {
    title: { en: 'Policies that meet targets', zh: '达标所需的政策' },
    description: {
      en: 'Finds the smallest change of some levers that meets targets in a given share of the simulations',
      zh: '求出使目标在给定比例的模拟中达标的最小政策变动',
    },
    about: 'scenario',
    examples: [
      'goal northeast --keep "regionDebtToGdp@2035 <= 0.75" --with publicInvestment,swapPace',
      'goal CN-LN --keep "debtToGdp@2035 <= 0.6" --with borrowingCap --chance 0.9 --json',
    ],
    load: async () => (await import('./goal.ts')).goal,
  },
  record: {
    title: { en: 'How accurate has the model been?', zh: '模型过去的预测准不准？' },
    description: {
      en: 'Shows the record: forecasts of past years beside naive forecasts and what happened, and claims put to the test',
      zh: '显示模型的历史记录：对过去年份的预测与朴素预测和实际值的比较，以及对各项论断的检验',
    },
    about: 'region',
    examples: [
      'record northeast',
      'record CN-LN --scores --horizon 2 --json',
      'record northeast --claims --verdict contradicted',
      'record northeast --claim K1,K19',
    ],
    load: async () => (await import('./record.ts')).record,
  },
  actuals: {
    title: { en: 'Figures since the start', zh: '起点之后的实际数据' },
    place: 'evidence',
    tab: { en: 'New figures', zh: '新数据' },
    description: {
      en: 'Opens a region again from figures of whole years after its start, and shows what they were forecast as and what moves',
      zh: '用起点之后整年的实际数据重新起算一个地区，显示当时的预测与变动',
    },
    about: 'region',
    file: 'figures',
    examples: [
      'actuals northeast figures.csv --check',
      'actuals northeast figures.csv',
      'run northeast --actuals figures.csv',
    ],
    load: async () => (await import('./actuals.ts')).actuals,
  },
  judgement: {
    title: { en: 'Judgement', zh: '判断' },
    place: 'evidence',
    tab: { en: 'Judgement', zh: '判断' },
    description: {
      en: 'Holds outcomes at values that somebody judges to be right, and shows the equations that carry them and what follows',
      zh: '把某些结果设定为经判断认为合适的数值，显示由哪些方程实现以及其后的影响',
    },
    about: 'scenario',
    examples: [
      'judgement northeast --hold "growth(regionOutput)=4.5@2027;by=Li;why=orders"',
      'judgement CN-LN --hold-file holds.csv --json',
      'run northeast --hold "growth(regionOutput)=4.5@2027"',
    ],
    load: async () => (await import('./judgement.ts')).judgement,
  },
  round: {
    title: { en: 'Forecast round', zh: '预测轮次' },
    place: 'evidence',
    tab: { en: 'Rounds', zh: '轮次' },
    description: {
      en: 'Keeps a forecast round, splits its revision into figures, fit, equations, conditions outside and judgement, and says what came of earlier ones',
      zh: '保存一轮预测，将其修订分解为数据、拟合、方程、外部条件与人为判断，并检验以往各轮',
    },
    about: 'scenario',
    examples: [
      'round northeast --name spring --rounds rounds',
      'round northeast --rounds rounds --against spring --year 2035',
      'round northeast --actuals figures.csv --name autumn --rounds rounds',
    ],
    load: async () => (await import('./round.ts')).round,
  },
  discover: {
    title: { en: 'When a policy fails', zh: '政策在何种条件下失败' },
    description: {
      en: 'Finds the conditions under which a policy fails, over many simulations',
      zh: '在大量模拟中找出政策失败的条件',
    },
    about: 'scenario',
    examples: [
      'discover northeast --policy E --fails "regionDebtToGdp@2035 >= 1"',
      'discover CN-LN --fails "debtToGdp@2037 >= 1.2" --json',
    ],
    load: async () => (await import('./discover.ts')).discover,
  },
  check: {
    title: { en: 'Checks', zh: '检查' },
    description: {
      en: 'Checks the figures, units and accounts of a region, every lever at its bounds, that results can be reproduced exactly, and whether levers, stress tests and events do what theory and studies expect',
      zh: '检查一个地区的数据、单位和账户，各政策工具取上下限时的情形，结果能否精确重现，以及政策工具、压力测试和事件的影响是否符合理论和研究的预期',
    },
    about: 'region',
    examples: ['check northeast', 'check CN-XX --packs ~/my-regions', 'check northeast --signs mine.csv --full'],
    load: async () => (await import('./check.ts')).check,
  },
  list: {
    title: { en: 'Data and sources', zh: '数据与来源' },
    description: {
      en: 'Lists packages, levers, parameters, external conditions, outcomes, figures, historical series or sources',
      zh: '列出政策方案、政策工具、参数、外部环境、结果指标、数据、历史序列或来源',
    },
    about: 'region',
    argument: 'list',
    examples: [
      'list levers',
      'list sources --region CN-LN --json',
      'list figures --region CN-JL --find debt --lang zh',
    ],
    load: async () => (await import('./list.ts')).list,
  },
  evidence: {
    title: { en: 'Uncertain inputs', zh: '不确定输入' },
    description: {
      en: 'Ranks uncertain inputs by their effect on the result or on an outcome, to show where better data would help most',
      zh: '按对结果或某一指标的影响对不确定输入排名，显示哪些数据最值得改进',
    },
    about: 'scenario',
    place: 'evidence',
    examples: [
      'evidence northeast',
      'evidence CN-LN --policy G --walks 100 --json',
      'evidence northeast --outcome regionOutputPerHead@2037 --outcome C2 --base 2048',
      'evidence CN-LN --method morris --outcome "debtToGdp[CN-LN]@2037"',
    ],
    load: async () => (await import('./evidence.ts')).evidence,
  },
  value: {
    title: { en: 'Value for money', zh: '资金使用效益' },
    place: 'try',
    description: {
      en: 'Ranks the levers by their effect on an outcome per billion spent, gross and net, with uncertainty bands',
      zh: '按每10亿元支出的效果（总额与净额，附区间）对政策工具排名',
    },
    about: 'region',
    examples: ['value northeast', 'value CN-LN --outcome "debtToGdp[CN-LN]" --after 12 --json'],
    load: async () => (await import('./value.ts')).value,
  },
} satisfies Readonly<Record<string, QuestionEntry>>

export type DeclaredName = keyof typeof questionEntries

export const questionNames = Object.keys(questionEntries) as DeclaredName[]

export const isQuestion = (name: string): name is DeclaredName => Object.hasOwn(questionEntries, name)

/** The whole question, with its declaration. */
export const questionCalled = async (name: DeclaredName): Promise<AnyQuestion> => {
  const { load, ...entry }: QuestionEntry = questionEntries[name]
  return { name, ...entry, ...(await load()) }
}
