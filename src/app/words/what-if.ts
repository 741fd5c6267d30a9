/** The texts of the What if view: levers, schedules, assumptions, financing and saved scenarios. */

import { dictionary } from './language.ts'

export const whatIfWords = dictionary({
  title: { en: 'What if', zh: '政策测算' },
  nameLabel: { en: 'Scenario name', zh: '情景名称' },
  reset: { en: 'Reset', zh: '重置' },
  redo: { en: 'Redo', zh: '重做' },
  keep: { en: 'Save scenario', zh: '保存情景' },
  kept: { en: (name: string) => `Scenario saved: ${name}.`, zh: (name: string) => `已保存情景：${name}。` },
  wasReset: {
    en: 'All levers, assumptions and external conditions have been reset.',
    zh: '已全部恢复为现行政策、标准假设和基准外部条件。',
  },
  forgotten: { en: (name: string) => `Scenario deleted: ${name}.`, zh: (name: string) => `已删除情景：${name}。` },
  overlay: { en: 'Compare', zh: '对比' },
  ofFive: { en: (count: number) => `${count} of 5 shown`, zh: (count: number) => `已显示${count}个，最多5个` },
  full: {
    en: 'Five scenarios are already shown. Hide one to show another.',
    zh: '最多同时对比五个情景，请先取消一个。',
  },
  manage: {
    en: (name: string) => `${name}: rename, open or delete`,
    zh: (name: string) => `${name}：重命名、打开或删除`,
  },
  stack: { en: 'Use its policy with my assumptions', zh: '采用其政策，保留我的假设' },
  scale: { en: 'Scale to the budget', zh: '按预算缩放' },
  scaling: { en: 'Scaling …', zh: '正在缩放…' },
  scaledTo: {
    en: (money: string) => `Spending measures now cost ${money} a year, as every package does.`,
    zh: (money: string) => `支出类政策现为每年${money}，与各方案相同。`,
  },
  notScaled: {
    en: 'No spending measure can be scaled to the budget within its limits.',
    zh: '在上下限内，没有可按预算缩放的支出类政策。',
  },
  openShort: { en: 'Open', zh: '打开' },
  removeShort: { en: 'Delete', zh: '删除' },
  hint: {
    en: 'Nothing has been changed yet. Move a lever, or start from a package.',
    zh: '尚未调整。请拖动一项政策，或从某个方案开始。',
  },
  loaded: {
    en: (name: string) => `Scenario opened: ${name}. Undo brings the previous one back.`,
    zh: (name: string) => `已打开情景：${name}。撤销可恢复原情景。`,
  },
  tabs: { en: 'Settings', zh: '设置' },
  policy: { en: 'Policy', zh: '政策' },
  moved: {
    en: (count: number, all: number) => `${count} of ${all} changed`,
    zh: (count: number, all: number) => `已调整${count}/${all}项`,
  },
  assumptions: { en: 'My assumptions', zh: '我的假设' },
  whatItTakes: { en: 'What would it take, and when does it fail?', zh: '怎样才能达标？何时不达标？' },
  outside: { en: 'External conditions', zh: '外部条件' },
  differ: {
    en: (count: number, all: number) => `${count} of ${all} changed`,
    zh: (count: number, all: number) => `已调整${count}/${all}项`,
  },
  find: { en: 'Search', zh: '查找' },
  nothingFound: { en: 'No item matches your search.', zh: '没有符合条件的项目。' },
  groupMoved: { en: (count: number) => `${count} changed`, zh: (count: number) => `已调整${count}项` },
  groupSame: { en: 'unchanged', zh: '未调整' },
  groupStandard: { en: 'unchanged', zh: '未调整' },
  inForce: { en: (value: string) => `now ${value}`, zh: (value: string) => `现行${value}` },
  standard: { en: (value: string) => `standard ${value}`, zh: (value: string) => `标准${value}` },
  edit: { en: (name: string) => `Enter a value for ${name}`, zh: (name: string) => `输入${name}的数值` },
  value: { en: (name: string) => `Value of ${name}`, zh: (name: string) => `${name}的数值` },
  percentOf: {
    en: (percent: string, base: string) => `${percent} of ${base}`,
    zh: (percent: string, base: string) => `${percent}（${base}）`,
  },
  less: { en: (name: string) => `${name}: one step less`, zh: (name: string) => `${name}：减一档` },
  more: { en: (name: string) => `${name}: one step more`, zh: (name: string) => `${name}：增一档` },
  outOfBounds: {
    en: (low: string, high: string) => `Enter a number from ${low} to ${high}.`,
    zh: (low: string, high: string) => `请输入${low}至${high}之间的数值。`,
  },
  back: { en: 'Reset to current policy', zh: '恢复现行值' },
  backStandard: { en: 'Reset to the standard value', zh: '恢复标准值' },
  /** 'Starts 2026, phased in over 1 year, ends 2035': the fields of the schedule of a lever. */
  from: { en: 'Starts', zh: '自' },
  fullIn: { en: ', phased in over', zh: '年起，' },
  years: {
    en: (years: number) => (years === 1 ? 'year, ends' : 'years, ends'),
    zh: (_years: number) => '年到位，截止',
  },
  stays: { en: 'never', zh: '不设' },
  yearEnd: { en: '', zh: '年' },
  startField: { en: (name: string) => `${name}: start year`, zh: (name: string) => `${name}：开始年份` },
  rampField: {
    en: (name: string) => `${name}: years until fully phased in`,
    zh: (name: string) => `${name}：逐步到位的年数`,
  },
  endField: {
    en: (name: string) => `${name}: end year; leave empty for no end`,
    zh: (name: string) => `${name}：结束年份，留空表示不设截止年份`,
  },
  leverOf: {
    en: (at: number, all: number) => `Lever ${at} of ${all}`,
    zh: (at: number, all: number) => `第${at}项，共${all}项`,
  },
  leverBefore: { en: (name: string) => `Previous lever: ${name}`, zh: (name: string) => `上一项：${name}` },
  leverAfter: { en: (name: string) => `Next lever: ${name}`, zh: (name: string) => `下一项：${name}` },
  leverDone: { en: 'Done', zh: '完成' },
  leverChanges: {
    en: (year: number) => `Changes by ${year} due to this lever alone within the package, central projection:`,
    zh: (year: number) => `在本方案中，该项政策单独带来的变化（${year}年，基准情景）：`,
  },
  leverChangesLittle: {
    en: (year: number) => `Within the package, this lever alone changes no indicator noticeably by ${year}.`,
    zh: (year: number) => `在本方案中，到${year}年该项政策单独未使任何指标明显变化。`,
  },
  atLimit: {
    en: 'Largest changes with the lever at its limit and no other measures:',
    zh: '单独取极限值时影响最大的指标：',
  },
  /** 'Adds up to +10.0 % by 2035': the sum of a lever that is a rate of growth. */
  sumBefore: { en: 'Adds up to', zh: '累计' },
  sumAfter: {
    en: (year: number) => `% by ${year}, on top of current policy`,
    zh: (year: number) => `%（至${year}年，与现行政策相比）`,
  },
  sumField: {
    en: (name: string, year: number) => `${name}: cumulative change by ${year}, in per cent`,
    zh: (name: string, year: number) => `${name}：至${year}年累计百分比`,
  },
  stageName: {
    en: (name: string, start: number) => `${name}, from ${start}`,
    zh: (name: string, start: number) => `${name}（${start}年起）`,
  },
  thenShort: { en: '+ Then another value', zh: '＋ 增加后续阶段' },
  addStage: {
    en: (name: string) => `${name}: then another value, from a later year`,
    zh: (name: string) => `${name}：增加后续阶段，自以后某年起取另一数值`,
  },
  removeStage: { en: (name: string) => `${name}: delete this value`, zh: (name: string) => `${name}：删除该阶段` },
  cost: {
    en: (money: string, payer: string) => `Gross cost ${money} a year, paid by: ${payer}`,
    zh: (money: string, payer: string) => `每年总成本${money}，承担方：${payer}`,
  },
  noOutlay: {
    en: (payer: string) => `Reform without direct cost; borne by: ${payer}`,
    zh: (payer: string) => `制度性措施，无财政支出；承担方：${payer}`,
  },
  paidBy: { en: (payer: string) => `Paid by: ${payer}`, zh: (payer: string) => `承担方：${payer}` },
  concerns: {
    en: (group: string, people: string, year: number) => `affects ${people} people in ${year}: ${group}`,
    zh: (group: string, people: string, year: number) => `涉及人群（${year}年）：${group}，${people}`,
  },
  noOutlayNobody: { en: 'Reform without direct cost', zh: '制度性措施，无财政支出' },
  hardlyShort: { en: 'little effect here', zh: '在此影响很小' },
  hardly: { en: 'This lever has little effect in this region.', zh: '该项政策在本地区影响很小。' },
  hardlyText: {
    en: (debt: string) => `At its limit it changes the debt ratio by ${debt}, and no other indicator by much.`,
    zh: (debt: string) => `取极限值时，债务率变动${debt}，其他指标变动不大。`,
  },
  financing: { en: 'Financing of the package', zh: '方案的资金来源' },
  used: {
    en: (used: string, all: string) =>
      `Gross cost ${used} a year, out of a budget of ${all} a year for every package (level amounts with the same present value).`,
    zh: (used: string, all: string) => `每年总成本${used}；各方案预算均为每年${all}（按现值折算为等额年支出）。`,
  },
  over: {
    en: (used: string, all: string) =>
      `Gross cost ${used} a year, more than the budget of ${all} a year for every package (level amounts with the same present value).`,
    zh: (used: string, all: string) => `每年总成本${used}，超过各方案相同的预算${all}（按现值折算为等额年支出）。`,
  },
  saves: {
    en: (money: string) => `The package saves ${money} a year. The saving is not spent elsewhere.`,
    zh: (money: string) => `该方案每年节省${money}，节省的资金不另作安排。`,
  },
  afterFeedback: {
    en: (money: string) =>
      `After feedback effects, provincial and central budgets lose ${money} a year compared with current policy.`,
    zh: (money: string) => `计入反馈效应后，全省（含市县）与中央的财政收支差额合计每年比现行政策减少${money}。`,
  },
  assumption: {
    en: (grade: string) =>
      `This is an assumption, not a policy: changing it moves both lines. The bars show the middle 80 % and 50 % of its standard prior distribution. Evidence: ${grade}.`,
    zh: (grade: string) =>
      `这是假设，不是政策：调整后两条线都会变化。色条为标准先验分布中间80%和50%的取值。证据等级：${grade}。`,
  },
  package: { en: 'Start from', zh: '起点方案' },
  chooseChart: { en: 'Chart', zh: '图表' },
  pickHint: { en: ' Select a point to see what drives it.', zh: '点选任一点可查看成因。' },
  solid: { en: 'solid: my assumptions and conditions', zh: '实线：我的假设和外部条件' },
  dashed: { en: 'dashed: standard assumptions and conditions', zh: '虚线：标准假设和外部条件' },
  tint: { en: 'shaded bands: 50 % and 80 % of simulations', zh: '色带：50%和80%的模拟结果' },
  tintOne: { en: 'shaded band: 80 % of simulations', zh: '色带：80%的模拟结果' },
  shown: { en: 'Show', zh: '显示' },
  levels: { en: 'Levels', zh: '水平值' },
  overlaid: { en: 'In one chart', zh: '同图' },
  beside: { en: 'Side by side', zh: '并列' },
  besideTitle: { en: 'Scenarios side by side', zh: '各情景并列' },
  changes: { en: 'Change', zh: '变化' },
  changeUnit: {
    en: (unit: string) => `${unit}, change against current policy`,
    zh: (unit: string) => `与现行政策相比的变化，${unit}`,
  },
  changeHead: { en: (name: string) => `${name}, change`, zh: (name: string) => `${name}，变化` },
  noChangeYet: {
    en: 'Move a lever to see what changes against current policy.',
    zh: '调整一项政策后，显示与现行政策相比的变化。',
  },
  changedTitle: {
    en: (year: number) => `What changes by ${year}, against current policy`,
    zh: (year: number) => `到${year}年与现行政策相比的变化`,
  },
  changedNothing: {
    en: 'No change is distinguishable from zero: every 80 % range includes it.',
    zh: '没有显著变化：各指标的80%区间均包含零。',
  },
  changedLine: {
    en: (what: string, change: string, low: string, high: string, unit: string) =>
      `${what} ${change} ${unit} (median; 80 % of simulations: ${low} to ${high})`,
    zh: (what: string, change: string, low: string, high: string, unit: string) =>
      `${what}${change}${unit}（中位数；80%的模拟：${low}至${high}）`,
  },
  delta: {
    en: (year: number, change: string, unit: string, low: string, high: string) =>
      `${year}: ${change} ${unit} against current policy (median; 80 % of simulations: ${low} to ${high})`,
    zh: (year: number, change: string, unit: string, low: string, high: string) =>
      `${year}年与现行政策相比：${change}${unit}（中位数；80%的模拟：${low}至${high}）`,
  },
  sameAsScreen: { en: 'The same as the scenario on screen.', zh: '与当前情景相同。' },
  withRange: {
    en: (value: string, low: string, high: string) => `${value} (80 % of simulations: ${low} to ${high})`,
    zh: (value: string, low: string, high: string) => `${value}（80%的模拟：${low}至${high}）`,
  },
  whyThis: { en: 'Why?', zh: '成因' },
  /** Which criterion makes a class jump. */
  criterionMoved: {
    en: (criterion: string, own: string, nothing: string) =>
      `The criterion that changes most is ${criterion}: met in ${own}, compared with ${nothing} under current policy.`,
    zh: (criterion: string, own: string, nothing: string) =>
      `变化最大的标准是${criterion}：达标概率${own}，现行政策为${nothing}。`,
  },
  criterionShown: { en: 'See criteria', zh: '查看各项标准' },
  criteriaTitle: { en: 'Criteria of the outcome', zh: '结果的各项标准' },
  criteriaNote: {
    en: (from: number, to: number) =>
      `Values for ${from}–${to % 100}. Bar: 80 % of simulations. Mark: median. Line: threshold; values on the shaded side meet it. Blue: this package. Grey: current policy.`,
    zh: (from: number, to: number) =>
      `${from}—${to % 100}年的读数：横条为80%的模拟，短线为中位数，长竖线为阈值，底纹一侧为达标。蓝色：本方案；灰色：现行政策。`,
  },
  moveThreshold: {
    en: (criterion: string) => `Move the threshold: ${criterion}`,
    zh: (criterion: string) => `调整阈值：${criterion}`,
  },
  thresholdsMoved: {
    en: (count: number) =>
      `Criteria, classes and the result above use ${count === 1 ? 'a threshold' : `${count} thresholds`} that you have changed.`,
    zh: (count: number) => `各项标准、结果类型和上方结论按您调整的${count}项阈值评判。`,
  },
  criterionMet: {
    en: (own: string, nothing: string) => `met in ${own} (current policy ${nothing})`,
    zh: (own: string, nothing: string) => `达标概率${own}（现行政策${nothing}）`,
  },
  standardShort: { en: 'standard', zh: '标准' },
  mine: { en: 'Mine', zh: '我的' },
  revivedPercent: { en: ' % revived ', zh: '%振兴 ' },
  source: {
    en: (start: number, members: string) =>
      `From ${start} on, results of the model: the lines are the central projection, the shaded bands ${members} simulations.`,
    zh: (start: number, members: string) => `${start}年起为模型结果：曲线为基准情景，色带为${members}次模拟。`,
  },
  /** By indicator, where more has to be said. */
  measuredLine: {
    en: {
      any: 'Values before the dotted line are historical data.',
      growth: 'Values before the dotted line are historical data; provinces are weighted by output.',
      outputPerHead: 'Values before the dotted line are derived from historical growth rates.',
      debtToGdp:
        'Values before the dotted line cover bonds and the debt of listed LGFVs, from secondary sources; there are no data on arrears.',
    } as Readonly<Record<string, string>>,
    zh: {
      any: '虚线之前为历史数据。',
      growth: '虚线之前为历史数据，各省按产出加权。',
      outputPerHead: '虚线之前由历史实际增速推算。',
      debtToGdp: '虚线之前为政府债券和名单内城投平台的债务，来自二手资料；拖欠账款没有历史数据。',
    } as Readonly<Record<string, string>>,
  },
  measured: { en: 'Actual', zh: '实际值' },
  enlarge: { en: (title: string) => `Enlarge ${title}`, zh: (title: string) => `放大${title}` },
  whyHere: { en: (when: string) => `What drives this in ${when}?`, zh: (when: string) => `${when}的成因` },
  lastMove: {
    en: (lines: string, bands: string, members: string) =>
      `Last change: lines calculated in ${lines} ms, bands of ${members} simulations in ${bands} ms.`,
    zh: (lines: string, bands: string, members: string) =>
      `上次调整：曲线用时${lines}毫秒，${members}次模拟的色带用时${bands}毫秒。`,
  },
  futures: { en: 'Simulations', zh: '模拟次数' },
  seed: { en: 'Random seed', zh: '随机种子' },
  seedOutOfBounds: {
    en: (high: string) => `Enter a whole number from 0 to ${high}.`,
    zh: (high: string) => `请输入0至${high}之间的整数。`,
  },
  coarse: {
    en: (done: string, all: string) => `${done} of ${all} simulations so far`,
    zh: (done: string, all: string) => `已完成${all}次模拟中的${done}次`,
  },
  opening: { en: 'Loading the model …', zh: '正在载入模型…' },
  said: {
    en: (title: string, year: number, value: string, change: string, chance: string) =>
      `${title} in ${year}: ${value}, ${change} compared with current policy. Probability of revival: ${chance}.`,
    zh: (title: string, year: number, value: string, change: string, chance: string) =>
      `${year}年${title}：${value}，与现行政策相比${change}。振兴概率${chance}。`,
  },
  alone: { en: 'Only current policy is shown while B is held.', zh: '按住B键时只显示现行政策。' },
})
