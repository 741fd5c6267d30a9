/** Words of the view What if: levers, schedules, assumptions, financing, scenarios. */

import { dictionary } from './language.ts'

export const whatIfWords = dictionary({
  title: { en: 'What if', zh: '试算' },
  nameLabel: { en: 'Name of the scenario', zh: '方案名称' },
  reset: { en: 'Reset', zh: '重置' },
  redo: { en: 'Redo', zh: '重做' },
  keep: { en: 'Keep as scenario', zh: '存为方案' },
  kept: { en: (name: string) => `Kept: ${name}.`, zh: (name: string) => `已保存：${name}。` },
  wasReset: { en: 'Everything is as in force again.', zh: '已全部恢复现行值。' },
  forgotten: { en: (name: string) => `Removed: ${name}.`, zh: (name: string) => `已删除：${name}。` },
  overlay: { en: 'Overlay', zh: '叠加' },
  ofFive: { en: (count: number) => `${count} of 5`, zh: (count: number) => `${count} / 5` },
  full: {
    en: 'Five scenarios are drawn already: take one off first.',
    zh: '已叠加五个方案：请先取消一个。',
  },
  load: { en: (name: string) => `open ${name}`, zh: (name: string) => `打开${name}` },
  remove: { en: (name: string) => `remove ${name}`, zh: (name: string) => `删除${name}` },
  openShort: { en: 'open', zh: '打开' },
  removeShort: { en: 'remove', zh: '删除' },
  hint: {
    en: 'Nothing is moved yet: drag a lever, or begin with a package.',
    zh: '尚未调整：拖动一项政策，或从某个方案开始。',
  },
  loaded: { en: (name: string) => `Opened: ${name}. Undo returns.`, zh: (name: string) => `已打开：${name}。可撤销。` },
  tabs: { en: 'What to change', zh: '调整什么' },
  policy: { en: 'Policy', zh: '政策' },
  moved: {
    en: (count: number, all: number) => `${count} of ${all} levers moved`,
    zh: (count: number, all: number) => `${all} 项中动了 ${count} 项`,
  },
  assumptions: { en: 'My assumptions', zh: '我的假设' },
  differ: {
    en: (count: number, all: number) => `${count} of ${all} ${count === 1 ? 'differs' : 'differ'}`,
    zh: (count: number, all: number) => `${all} 项中 ${count} 项不同`,
  },
  find: { en: 'Find', zh: '查找' },
  nothingFound: { en: 'Nothing has this in its name.', zh: '没有名称含此字样的项目。' },
  groupMoved: { en: (count: number) => `${count} moved`, zh: (count: number) => `动了 ${count} 项` },
  groupSame: { en: 'as in force', zh: '照现行' },
  groupStandard: { en: 'standard', zh: '标准' },
  inForce: { en: (value: string) => `${value} in force`, zh: (value: string) => `现行 ${value}` },
  standard: { en: (value: string) => `standard ${value}`, zh: (value: string) => `标准 ${value}` },
  edit: { en: (name: string) => `Type a value for ${name}`, zh: (name: string) => `输入${name}的数值` },
  value: { en: (name: string) => `Value of ${name}`, zh: (name: string) => `${name}的数值` },
  back: { en: 'Back to what is in force', zh: '恢复现行值' },
  backStandard: { en: 'Back to the standard', zh: '恢复标准值' },
  from: { en: 'From', zh: '从' },
  fullIn: { en: ', full in', zh: '年起，' },
  years: { en: 'years, to', zh: '年到位，至' },
  stays: { en: 'stays', zh: '一直' },
  yearEnd: { en: '', zh: '年' },
  startField: { en: (name: string) => `${name}: start`, zh: (name: string) => `${name}：开始` },
  rampField: { en: (name: string) => `${name}: years until in full force`, zh: (name: string) => `${name}：到位年数` },
  endField: { en: (name: string) => `${name}: end, empty to stay`, zh: (name: string) => `${name}：结束，留空为一直` },
  cost: {
    en: (money: string, payer: string) => `${money} a year: ${payer}`,
    zh: (money: string, payer: string) => `每年 ${money}：${payer}`,
  },
  noOutlay: {
    en: (payer: string) => `A rule without outlay; borne by: ${payer}`,
    zh: (payer: string) => `规则，不花钱；承担者：${payer}`,
  },
  paidBy: { en: (payer: string) => `Paid by: ${payer}`, zh: (payer: string) => `出资：${payer}` },
  noOutlayNobody: { en: 'A rule without outlay', zh: '规则，不花钱' },
  bySplit: {
    en: (parts: string) => parts,
    zh: (parts: string) => parts,
  },
  hardly: { en: 'Hardly acts here.', zh: '在此几乎不起作用。' },
  hardlyText: {
    en: (debt: string) => ` At its bound it moves debt by ${debt}, and nothing else by more than a little.`,
    zh: (debt: string) => `取极限值时债务率只变动 ${debt}，其余指标变动更小。`,
  },
  financing: { en: 'Who finances the package', zh: '由谁出资' },
  half: { en: 'Half and half', zh: '各半' },
  used: {
    en: (used: string, all: string) => `${used} of ${all} a year used, the envelope of every playbook.`,
    zh: (used: string, all: string) => `每年 ${all} 的额度（各方案相同）已用 ${used}。`,
  },
  over: {
    en: (used: string, all: string) => `${used} a year: more than the ${all} that every playbook costs.`,
    zh: (used: string, all: string) => `每年 ${used}，超过各方案共同的额度 ${all}。`,
  },
  saves: {
    en: (money: string) => `The package saves ${money} a year; a saving is not paid out.`,
    zh: (money: string) => `方案每年节省 ${money}；节省部分不作发放。`,
  },
  assumption: {
    en: (grade: string) =>
      `An assumption, not a policy: moving it moves both lines. The curve is the standard prior; grade: ${grade}.`,
    zh: (grade: string) => `这是假设，不是政策：调整它，两条线都会动。曲线为标准先验；等级：${grade}。`,
  },
  playbook: { en: 'Begin with', zh: '起点' },
  chooseChart: { en: 'Chart', zh: '图表' },
  unitAndPick: {
    en: (unit: string) => `${unit}. Pick a point to ask why.`,
    zh: (unit: string) => `${unit}。点选任一点可追问原因。`,
  },
  solid: { en: 'solid: my assumptions', zh: '实线：我的假设' },
  dashed: { en: 'dashed: standard assumptions', zh: '虚线：标准假设' },
  tint: { en: 'tint: 50 and 80 % of futures', zh: '色带：50% 与 80% 的未来' },
  standardShort: { en: 'standard', zh: '标准' },
  mine: { en: 'Mine', zh: '我的' },
  nothing: { en: 'Nothing', zh: '不作为' },
  revivedPercent: { en: ' % revived ', zh: '% 复兴 ' },
  source: {
    en: (members: string) => `The model from 2024; lines are its central run, tints its ${members} futures.`,
    zh: (members: string) => `2024 年起为模型；线为中心情形，色带为 ${members} 种未来。`,
  },
  sourceLine: { en: 'The model from 2024; lines are its central run.', zh: '2024 年起为模型；线为中心情形。' },
  /** By indicator, where more has to be said. */
  measuredLine: {
    en: {
      any: 'Up to the dotted line: measured.',
      growth: 'Up to the dotted line: measured, provinces weighted by their output.',
      outputPerHead: 'Up to the dotted line: measured, from real growth.',
      debtToGdp: 'Up to the dotted line: bonds and listed vehicles, from secondary sources; arrears are in no series.',
    } as Readonly<Record<string, string>>,
    zh: {
      any: '虚线之前：实测。',
      growth: '虚线之前：实测，各省按产出加权。',
      outputPerHead: '虚线之前：实测，由实际增速推得。',
      debtToGdp: '虚线之前：政府债券与有名单的平台债务，二手来源；欠款无系列数据。',
    } as Readonly<Record<string, string>>,
  },
  measured: { en: 'Measured', zh: '实测' },
  asAbove: { en: 'Lines and tints as above.', zh: '线与色带同上。' },
  enlarge: { en: (title: string) => `Show ${title} large`, zh: (title: string) => `放大${title}` },
  whyHere: { en: (when: string) => `Why this in ${when}?`, zh: (when: string) => `${when}为何如此？` },
  year: { en: 'Year', zh: '年份' },
  lastMove: {
    en: (lines: string, bands: string, members: string) =>
      `Last move: lines in ${lines} ms, tints of ${members} futures in ${bands} ms.`,
    zh: (lines: string, bands: string, members: string) =>
      `上次调整：线 ${lines} 毫秒，${members} 种未来的色带 ${bands} 毫秒。`,
  },
  futures: { en: 'Futures', zh: '未来数' },
  seed: { en: 'Seed', zh: '种子' },
  coarse: {
    en: (done: string, all: string) => `${done} of ${all} futures so far`,
    zh: (done: string, all: string) => `已算 ${all} 种未来中的 ${done} 种`,
  },
  opening: { en: 'The model is being opened …', zh: '正在打开模型…' },
  said: {
    en: (title: string, year: number, value: string, change: string, chance: string) =>
      `${title} ${year}: ${value}, ${change} against doing nothing. Revived ${chance}.`,
    zh: (title: string, year: number, value: string, change: string, chance: string) =>
      `${year} 年${title}：${value}，与不作为相比 ${change}。复兴 ${chance}。`,
  },
  alone: { en: 'Doing nothing alone, while B is held.', zh: '按住 B 时只显示不作为。' },
})
