/** The columns of the matrices, and cells that several columns share. */

const groupOf = { HY: 'young', HM: 'middle', HO: 'old' } as const

/** The three household cells of a row: `@` in the text stands for the group's label. */
export const householdCells = (text: string): Record<string, string> =>
  Object.fromEntries(Object.entries(groupOf).map(([column, label]) => [column, text.replaceAll('@', label)]))

/** Receipts of firms that sell to the market, by market share. */
export const firmSales = (text: string): Record<string, string> => ({
  FSc: `stateShare*(${text})`,
  FPc: `(1 - stateShare)*(${text})`,
})

export const accountColumns = {
  HY: 'Households under 40',
  HM: 'Households 40-59',
  HO: 'Households 60 and over',
  FSc: 'State firms, current',
  FSk: 'State firms, capital',
  FPc: 'Private firms, current',
  FPk: 'Private firms, capital',
  PG: 'Province',
  LV: 'LGFVs',
  PF: 'Pension fund',
  B: 'Banks',
  CG: 'Central government',
  RX: 'Outside the region',
}
