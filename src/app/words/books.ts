/** Words of the view Books. */

import { dictionary } from './language.ts'

export const booksWords = dictionary({
  title: { en: 'The books of the region', zh: '地区账本' },
  over: {
    en: (name: string, flows: boolean) =>
      `${name} · ${flows ? 'flows of the quarter at yearly rates' : 'closing stocks'} · bn yuan at current prices`,
    zh: (name: string, flows: boolean) => `${name} · ${flows ? '当季流量（年率）' : '期末存量'} · 亿元，现价`,
  },
  lead: {
    en: (rows: number, columns: number, residual: string) =>
      `What one sector owes, another owns. ${rows} instruments, ${columns} sectors; what is left over is at most ${residual} of output.`,
    zh: (rows: number, columns: number, residual: string) =>
      `一方所欠即另一方所有。${rows} 种工具，${columns} 个部门；剩余不超过产出的 ${residual}。`,
  },
  leadFlows: {
    en: (rows: number, columns: number, residual: string) =>
      `What one sector pays, another receives. ${rows} kinds of payment, ${columns} accounts; what is left over is at most ${residual} of output.`,
    zh: (rows: number, columns: number, residual: string) =>
      `一方所付即另一方所收。${rows} 类支付，${columns} 个账户；剩余不超过产出的 ${residual}。`,
  },
  which: { en: 'Which book', zh: '账表' },
  sheets: {
    en: { balanceSheet: 'Balance sheet', transactionFlows: 'Flows', change: 'Change' },
    zh: { balanceSheet: '资产负债表', transactionFlows: '资金流量', change: '变化' },
  },
  changeNote: { en: 'Balance sheet: package less doing nothing.', zh: '资产负债表：方案减不作为。' },
  place: { en: 'Place', zh: '地区' },
  whole: { en: 'Region', zh: '全区' },
  quarter: { en: 'Quarter', zh: '季度' },
  until: { en: (quarter: string) => `to ${quarter}`, zh: (quarter: string) => `至 ${quarter}` },
  all: { en: 'all', zh: '合计' },
  netWorth: { en: 'Net worth', zh: '净值' },
  columnSum: { en: 'Sum', zh: '合计' },
  residual: { en: 'Residual, 10⁻¹⁵ of GDP', zh: '残差，10⁻¹⁵ 产出' },
  sheetSource: {
    en: 'Blue-grey: asset. Brown: liability. Depth of tint: size. Real things have no counter-entry, so their rows sum to wealth, not to zero. Pick a cell to see its path; Enter or a double click asks why. A number made of several amounts leads to the first of them; its path names all.',
    zh: '蓝灰：资产。棕：负债。颜色深浅：大小。实物没有对应方，故其行合计为财富而非零。点选一格可看其路径；回车或双击可追问原因。由几项金额构成的数字先追问第一项，其路径下列出全部。',
  },
  flowSource: {
    en: 'Blue-grey: receipt. Brown: payment. Depth of tint: size. Pick a cell to see its path; Enter or a double click asks why.',
    zh: '蓝灰：收入。棕：支出。颜色深浅：大小。点选一格可看其路径；回车或双击可追问原因。',
  },
  cell: {
    en: (row: string, column: string) => `${row}, ${column}`,
    zh: (row: string, column: string) => `${column}：${row}`,
  },
  why: { en: (what: string) => `Why: ${what}`, zh: (what: string) => `${what}的原因` },
  madeOf: { en: 'Why:', zh: '原因：' },
  comma: { en: ', ', zh: '、' },
  path: { en: 'bn yuan, quarter by quarter', zh: '亿元，逐季' },
  pathFlows: { en: 'bn yuan a year, quarter by quarter', zh: '亿元 / 年，逐季' },
  audit: { en: 'Audit of this one run', zh: '本次单一运行的核对' },
  auditNote: {
    en: (held: number, all: number, quarters: number) =>
      `The central run, without shocks: ${held} of ${all} checks hold, in each of ${quarters} quarters.`,
    zh: (held: number, all: number, quarters: number) =>
      `中央情景，无冲击：${all} 项核对中 ${held} 项成立，共 ${quarters} 个季度。`,
  },
  futures: { en: 'All futures:', zh: '全部未来：' },
  futuresAudit: {
    en: (members: string, residual: string) =>
      `the same checks of ${members} futures in every quarter leave at most ${residual}.`,
    zh: (members: string, residual: string) => `${members} 种未来逐季同样核对，残差至多 ${residual}。`,
  },
  futuresUnderWay: {
    en: (done: string) => `being checked, ${done} done.`,
    zh: (done: string) => `核对中，已完成 ${done}。`,
  },
  check: { en: 'Check', zh: '核对' },
  overWhat: { en: 'Over', zh: '范围' },
  overText: {
    en: (numbers: string, quarters: number) => `${numbers} × ${quarters} quarters`,
    zh: (numbers: string, quarters: number) => `${numbers} × ${quarters} 季`,
  },
  largest: { en: 'Largest residual', zh: '最大残差' },
  result: { en: 'Result', zh: '结果' },
  holds: { en: 'holds', zh: '成立' },
  fails: { en: 'does not hold', zh: '不成立' },
  auditSource: {
    en: 'In parts of regional GDP for money, of the total for people and shares.',
    zh: '金额按地区生产总值的比例，人数与份额按总数的比例。',
  },
  sectorYear: { en: 'One sector’s year', zh: '一个部门的一年' },
  account: { en: (name: string) => name, zh: (name: string) => name },
  accountNote: {
    en: 'Flows of the sector, bn yuan a year; they end in what it saves or borrows. Pick one to ask why.',
    zh: '该部门的流量，亿元 / 年；最终归于储蓄或举债。点选一项可追问原因。',
  },
  accountSource: { en: 'Filled: money coming in. Outlined: money going out.', zh: '实心：流入。空心：流出。' },
  smaller: { en: 'All smaller flows', zh: '其余较小流量' },
  balance: { en: 'Saved, or borrowed if negative', zh: '储蓄（负为举债）' },
  sector: { en: 'Sector', zh: '部门' },
  assets: { en: 'Assets', zh: '资产' },
  liabilities: { en: 'Liabilities', zh: '负债' },
  wholeMatrix: { en: 'Whole matrix', zh: '完整矩阵' },
  first: { en: 'Reading the books …', zh: '正在读账…' },
})
