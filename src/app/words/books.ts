/** The texts of the Accounts view: balance sheet, transaction flows and their audit. */

import { dictionary } from './language.ts'

export const booksWords = dictionary({
  title: { en: 'Accounts of the region', zh: '地区账表' },
  over: {
    en: (name: string, flows: boolean) =>
      `${name} · ${flows ? 'flows in the quarter at annual rates' : 'stocks at the end of the quarter'} · bn ¤ at current prices`,
    zh: (name: string, flows: boolean) => `${name} · ${flows ? '当季流量（年率）' : '季末存量'} · 亿¤，现价`,
  },
  lead: {
    en: (rows: number, columns: number, residual: string) =>
      `Every liability of one sector is an asset of another. The balance sheet has ${rows} instruments and ${columns} sectors; its residual is at most ${residual} of GDP.`,
    zh: (rows: number, columns: number, residual: string) =>
      `一个部门的负债即另一个部门的资产。表内有${rows}种资产负债项目、${columns}个部门，残差不超过地区生产总值的${residual}。`,
  },
  leadFlows: {
    en: (rows: number, columns: number, residual: string) =>
      `Every payment by one sector is a receipt of another. The matrix has ${rows} kinds of payment and ${columns} accounts; its residual is at most ${residual} of GDP.`,
    zh: (rows: number, columns: number, residual: string) =>
      `一个部门的支出即另一个部门的收入。表内有${rows}类收支、${columns}个账户，残差不超过地区生产总值的${residual}。`,
  },
  which: { en: 'Table', zh: '账表' },
  sheets: {
    en: { balanceSheet: 'Balance sheet', transactionFlows: 'Flows', change: 'Change' },
    zh: { balanceSheet: '资产负债表', transactionFlows: '资金流量', change: '变化' },
  },
  changeNote: {
    en: 'Balance sheet under the package less that under current policy.',
    zh: '该方案下的资产负债表减现行政策下的资产负债表。',
  },
  place: { en: 'Area', zh: '地区' },
  whole: { en: 'Region', zh: '全区' },
  quarter: { en: 'Quarter', zh: '季度' },
  until: { en: (quarter: string) => `to ${quarter}`, zh: (quarter: string) => `至${quarter}` },
  all: { en: 'all', zh: '合计' },
  netWorth: { en: 'Net worth', zh: '净值' },
  columnSum: { en: 'Sum', zh: '合计' },
  residual: { en: 'Residual, 10⁻¹⁵ of GDP', zh: '残差，地区生产总值的10⁻¹⁵' },
  sheetSource: {
    en: 'Blue-grey: asset. Brown: liability. The stronger the colour, the larger the amount. Real assets have no counterpart, so their rows sum to wealth and not to zero. Select a cell to see its path; press Enter or double-click to see what drives it. A number made up of several amounts leads to the first of them; its path lists all of them.',
    zh: '蓝灰：资产。棕：负债。颜色越深，金额越大。实物资产没有对应的负债，因此其行合计为财富而非零。点选单元格可查看其走势；按回车键或双击可查看成因。由几项金额构成的数字先指向第一项，其走势图下列出全部各项。',
  },
  flowSource: {
    en: 'Blue-grey: receipt. Brown: payment. The stronger the colour, the larger the amount. Select a cell to see its path; press Enter or double-click to see what drives it.',
    zh: '蓝灰：收入。棕：支出。颜色越深，金额越大。点选单元格可查看其走势；按回车键或双击可查看成因。',
  },
  cell: {
    en: (row: string, column: string) => `${row}, ${column}`,
    zh: (row: string, column: string) => `${column}：${row}`,
  },
  why: { en: (what: string) => `What drives this: ${what}`, zh: (what: string) => `${what}的成因` },
  madeOf: { en: 'What drives it:', zh: '成因：' },
  comma: { en: ', ', zh: '、' },
  path: { en: 'bn ¤, quarterly', zh: '亿¤，逐季' },
  pathFlows: { en: 'bn ¤ a year, quarterly', zh: '亿¤/年，逐季' },
  audit: { en: 'Audit of this run', zh: '本次运行的核对' },
  auditNote: {
    en: (held: number, all: number, quarters: number) =>
      `Central projection without shocks: ${held} of ${all} checks pass in each of ${quarters} quarters.`,
    zh: (held: number, all: number, quarters: number) =>
      `基准情景，无随机冲击：${all}项核对中${held}项通过，共${quarters}个季度。`,
  },
  futures: { en: 'All simulations:', zh: '全部模拟：' },
  futuresAudit: {
    en: (members: string, residual: string) =>
      `the same checks in every quarter of ${members} simulations leave a residual of at most ${residual}.`,
    zh: (members: string, residual: string) => `对${members}次模拟逐季进行同样的核对，残差不超过${residual}。`,
  },
  futuresUnderWay: {
    en: (done: string) => `being checked, ${done} complete.`,
    zh: (done: string) => `正在核对，已完成${done}。`,
  },
  check: { en: 'Check', zh: '核对' },
  overWhat: { en: 'Scope', zh: '范围' },
  overText: {
    en: (numbers: string, quarters: number) => `${numbers} × ${quarters} quarters`,
    zh: (numbers: string, quarters: number) => `${numbers} × ${quarters}个季度`,
  },
  largest: { en: 'Largest residual', zh: '最大残差' },
  result: { en: 'Result', zh: '结果' },
  holds: { en: 'passed', zh: '通过' },
  fails: { en: 'failed', zh: '未通过' },
  auditSource: {
    en: 'Residuals of money are relative to regional GDP, those of people and shares to the total.',
    zh: '金额的残差相对于地区生产总值，人数与份额的残差相对于总数。',
  },
  inModel: {
    en: (code: string) => `Code in the model and in tables: ${code}`,
    zh: (code: string) => `模型及数据表中的代码：${code}`,
  },
  sectorYear: { en: 'Account of one sector', zh: '单个部门的收支' },
  account: { en: (name: string) => name, zh: (name: string) => name },
  accountNote: {
    en: 'Receipts and payments of the sector, bn ¤ a year; the balance is saved or borrowed. Select one to see what drives it.',
    zh: '该部门的收入与支出，亿¤/年；差额为储蓄或举债。点选一项可查看成因。',
  },
  receipt: { en: 'Receipt (below zero: payment)', zh: '收入（负值为支出）' },
  accountSource: { en: 'Filled: receipts. Outlined: payments.', zh: '实心：收入。空心：支出。' },
  smaller: { en: 'All smaller flows', zh: '其余较小项目' },
  balance: { en: 'Saving (negative: borrowing)', zh: '储蓄（负值为举债）' },
  sector: { en: 'Sector', zh: '部门' },
  assets: { en: 'Assets', zh: '资产' },
  liabilities: { en: 'Liabilities', zh: '负债' },
  wholeMatrix: { en: 'Full matrix', zh: '完整矩阵' },
  first: { en: 'Loading the accounts …', zh: '正在载入账表…' },
})
