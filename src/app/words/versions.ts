/** The texts of capsules and of two versions side by side. Those that the command line shows too are in src/analysis/versions. */

import { dictionary } from './language.ts'

export const versionsWords = dictionary({
  title: { en: 'Capsules and versions', zh: '封装文件与版本比较' },
  note: {
    en: 'A capsule holds the model, the figures, the parameters and the scenario of one run in a file that any later version replays with identical results: what a reviewer needs to repeat a result, and to see what has changed since.',
    zh: '封装文件将一次运行的模型、数据、参数与情景存入一个文件，任何后续版本均可重现完全一致的结果：供审阅者复核结果，并查看此后的变动。',
  },
  open: { en: 'Open a capsule', zh: '打开封装文件' },
  save: { en: 'Save the scenario on screen as a capsule', zh: '将当前情景保存为封装文件' },
  saving: { en: 'Saving …', zh: '正在保存…' },
  drop: { en: 'or drop it here', zh: '或拖放到此处' },
  large: {
    en: (name: string) => `${name} is larger than any capsule and was not read.`,
    zh: (name: string) => `${name}超过封装文件的最大体积，未读取。`,
  },
  replaying: { en: (name: string) => `Replaying ${name} …`, zh: (name: string) => `正在重放${name}…` },
  capsule: { en: (name: string) => `Capsule ${name}`, zh: (name: string) => `封装文件${name}` },
  of: {
    en: (scenario: string, region: string) => `${scenario}, ${region}`,
    zh: (scenario: string, region: string) => `${region}：${scenario}`,
  },
  otherRegion: {
    en: (region: string) =>
      `The page shows another region. Open the scenario of the capsule to compare it with ${region} as it is now.`,
    zh: (region: string) => `当前页面为其他地区。打开封装文件的情景，即可与${region}现状比较。`,
  },
  noRegion: {
    en: (region: string) =>
      `This browser has no region ${region}, so the capsule can only be compared with another capsule.`,
    zh: (region: string) => `本浏览器中没有地区${region}，因此只能与另一封装文件比较。`,
  },
  openScenario: { en: 'Open its scenario', zh: '打开其情景' },
  close: { en: 'Close', zh: '关闭' },
  compareTitle: { en: 'Compare two versions', zh: '比较两个版本' },
  with: { en: 'Compare with', zh: '比较对象' },
  against: {
    en: {
      capsule: 'the model on screen, under the scenario of the capsule',
      screen: 'the model on screen, under the scenario on screen',
      second: 'another capsule',
    },
    zh: { capsule: '当前模型（采用封装文件的情景）', screen: '当前模型（采用当前情景）', second: '另一封装文件' },
  },
  onScreen: { en: 'the model on screen', zh: '当前模型' },
  year: { en: 'Year', zh: '年份' },
  compare: { en: 'Compare', zh: '比较' },
  cancel: { en: 'Cancel', zh: '取消' },
  comparing: {
    en: (percent: string) => `Running the differences one by one: ${percent}.`,
    zh: (percent: string) => `正在逐项运行差异：${percent}。`,
  },
  linked: {
    en: (digest: string) =>
      `This link describes a comparison with the capsule whose digest begins with ${digest}. Links do not contain files: open the capsule that came with the link.`,
    zh: (digest: string) =>
      `此链接记录了一项封装文件比较，该文件的摘要以${digest}开头。链接不含文件：请打开随附的封装文件。`,
  },
  otherCapsule: {
    en: 'The link refers to another capsule: its digest differs from that of this file.',
    zh: '链接所指为另一封装文件：其摘要与本文件不符。',
  },
  inLinks: {
    en: 'A link contains the comparison, not the file: send the capsule along with it.',
    zh: '链接记录比较设定，不含文件：请将封装文件一并转交。',
  },
  tableTitle: {
    en: (year: string) => `How each difference moves the results of ${year}`,
    zh: (year: string) => `各项差异对${year}年结果的影响`,
  },
  tableNote: {
    en: 'Each difference is applied by itself to the first version; additions and removals are applied together with the equations that refer to them. The remainder consists of joint effects and of differences that cannot be run alone.',
    zh: '每项差异单独作用于前者；新增或删除的项与引用它的方程一并计入。余项为联合作用及无法单独运行的差异。',
  },
  outcomesTitle: { en: (year: string) => `All outcomes of ${year}`, zh: (year: string) => `${year}年全部结果变量` },
  outcomesNote: {
    en: 'Sorted by size of change: large from 5 %, moderate from 1 %, small below.',
    zh: '按变化大小排列：5%及以上为大，1%及以上为中，其余为小。',
  },
  change: { en: 'Change', zh: '变化' },
  sizes: {
    en: { large: 'large', moderate: 'moderate', small: 'small', none: 'none' },
    zh: { large: '大', moderate: '中', small: '小', none: '无' },
  },
  allOutcomes: { en: (count: string) => `All ${count} outcomes`, zh: (count: string) => `全部${count}个结果变量` },
  kinds: {
    en: {
      equation: 'Equations and inputs',
      parameter: 'Parameters',
      lever: 'Levers',
      figure: 'Figures and paths',
      scenario: 'Settings of the scenario',
      accounts: 'Accounts and identities, which change no result',
      structure: 'Structure of the model',
    },
    zh: {
      equation: '方程与输入',
      parameter: '参数',
      lever: '政策工具',
      figure: '数据与路径',
      scenario: '情景设定',
      accounts: '账户与恒等式（不影响结果）',
      structure: '模型结构',
    },
  },
})
