/** The accounts by sector: which one is asked about, and its largest payments, which sum to its balance. */

import * as z from 'zod'
import { payingSectors } from '../../analysis/who/payers.ts'
import type { Both } from '../../language/messages.ts'
import { accountSectorNames, rowName } from '../../model/names/accounts.ts'
import { messages as say } from '../../texts/question.ts'
import { both, type Cell, type Column, type Figure, section, type Section } from './report.ts'

export const sectorName = (id: string): Both<string> =>
  both(language => accountSectorNames[language][id] ?? payingSectors.find(one => one.id === id)!.label)

/** Columns of the flow matrix. */
export const columnsOfSector = (id: string): readonly string[] =>
  payingSectors.find(one => one.id === id)?.columns ?? []

export const takeSector = (help: Both<string>) => ({
  type: z.enum(payingSectors.map(({ id }) => id)).optional(),
  help,
  placeholder: 'sector',
  label: { en: 'Receipts and payments of', zh: '收支明细' },
  options: () => payingSectors.map(({ id }) => [id, sectorName(id)] as const),
  page: 'province',
  shows: true as const,
})

interface Payment extends Pick<Figure, 'value' | 'cause'> {
  readonly row: string
  readonly label: string
}

/** More payments than this are too small to be told one by one. */
const mostPayments = 9

export const paymentsSection = (
  title: Section['title'],
  column: Omit<Column, 'id' | 'as' | 'unit'>,
  unit: Both<string>,
  balance: Both<string>,
  payments: readonly Payment[],
): Section => {
  const { head: _, ...show } = column
  const sorted = payments.filter(({ value }) => value !== 0).toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value))
  const sum = (of: readonly Payment[]): number => of.reduce((all, { value }) => all + value, 0)
  const rest = sorted.slice(mostPayments)
  return section(title, {
    kind: 'table',
    id: 'payments',
    columns: [
      { id: 'payment', head: say.payment().text, as: 'text' },
      { id: 'amount', as: 'number', drawn: true, ...column },
    ],
    rows: [
      ...sorted
        .slice(0, mostPayments)
        .map(({ row, label, value, cause }): Cell[] => [
          both(language => rowName(row, label, language, true)),
          { ...show, unit, value, cause },
        ]),
      ...(rest.length === 0 ? [] : [[say.smallerPayments().text, { ...show, unit, value: sum(rest) }]]),
      [balance, { ...show, unit, value: sum(sorted) }],
    ],
  })
}
