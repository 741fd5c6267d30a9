/** Account of one sector: receipts and payments in a year, and on a phone its assets and liabilities. */

import type { BookMatrix } from '../../../analysis/books/books.ts'
import { ChartFigure } from '../../charts/figure.tsx'
import { GainRows } from '../../charts/gain-rows.tsx'
import { HeadedTable } from '../../charts/table.tsx'
import { Button } from '../../controls/button.tsx'
import { Select } from '../../controls/select.tsx'
import { useMoneyScale, useTexts, useWords } from '../../shell/use.ts'
import { Terms } from '../../shell/terms.tsx'
import booksWords from '../../../texts/app/books.ts'
import { shellWords } from '../../words/shell.ts'
import { columnName, rowName, accountSectorNames } from '../../../model/names/accounts.ts'
import type { Causes } from './causes.ts'
import { financingRows } from '../../../analysis/who/payers.ts'

/** Sectors whose flows can be told, with their columns of the flow matrix. */
const accountSectors: readonly { readonly id: string; readonly columns: readonly string[] }[] = [
  { id: 'province', columns: ['PG'] },
  { id: 'households', columns: ['HY', 'HM', 'HO'] },
  { id: 'stateFirms', columns: ['FSc', 'FSk'] },
  { id: 'privateFirms', columns: ['FPc', 'FPk'] },
  { id: 'vehicles', columns: ['LV'] },
  { id: 'pensionFund', columns: ['PF'] },
  { id: 'banks', columns: ['B'] },
  { id: 'centre', columns: ['CG'] },
  { id: 'outside', columns: ['RX'] },
]

const mostRows = 9

export const SectorYear = ({
  flows,
  causes,
  sector,
  choose,
}: {
  readonly flows: BookMatrix
  readonly causes: Causes
  readonly sector: string
  readonly choose: (sector: string) => void
}) => {
  const { words, language, numbers } = useTexts(booksWords)
  const shell = useWords(shellWords)
  const scale = useMoneyScale()
  const { columns } = accountSectors.find(({ id }) => id === sector) ?? accountSectors[0]
  const places = flows.columns.flatMap(({ name }, at) => (columns.includes(name) ? [at] : []))
  const all = flows.rows
    .filter(({ name }) => !financingRows.has(name) && name !== 'retainedProfit')
    .map(row => {
      const named = rowName(row.name, row.label, language, true)
      const [cause] = causes.of(row.name, columns)
      return {
        id: row.name,
        name: named,
        value: places.reduce((sum, at) => sum + (row.cells[at] ?? 0), 0) * scale,
        low: null,
        high: null,
        ask: cause === undefined ? undefined : { label: words.why(named), run: () => causes.ask(cause) },
      }
    })
    .filter(({ value }) => value !== 0)
    .toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value))
  const rest = all.slice(mostRows).reduce((sum, { value }) => sum + value, 0)
  const rows = [
    ...all.slice(0, mostRows).toSorted((a, b) => b.value - a.value),
    ...(all.length > mostRows ? [{ id: 'rest', name: words.smaller, value: rest, low: null, high: null }] : []),
  ]
  const balance = all.reduce((sum, { value }) => sum + value, 0)
  const show = (value: number): string => numbers.signed(value, Math.abs(value) < 10 ? 1 : 0)
  const name = accountSectorNames[language][sector] ?? sector
  return (
    <ChartFigure
      title={words.account(name)}
      source={words.accountSource}
      above={
        <label className="choose">
          <span className="vh">{words.sector}</span>
          <Select
            options={accountSectors.map(({ id }) => [id, accountSectorNames[language][id] ?? id])}
            value={sector}
            choose={choose}
          />
        </label>
      }
      table={() => ({
        head: [words.account(name), words.receipt],
        unit: shell.moneyUnits.year,
        rows: [...all.map(one => [one.name, show(one.value)]), [words.balance, show(balance)]],
      })}
    >
      <GainRows
        rows={rows}
        marks="bars"
        tone="ink"
        total={{ name: words.balance, value: balance }}
        show={show}
        sentence={`${words.account(name)}: ${rows.map(one => `${one.name} ${show(one.value)}`).join(', ')}; ${words.balance} ${show(balance)}`}
        firstWidth={520}
      />
    </ChartFigure>
  )
}

/** On a phone: one sector's assets and liabilities side by side, above the whole matrix. */
export const TAccount = ({
  sheet,
  causes,
  column,
  choose,
}: {
  readonly sheet: BookMatrix
  readonly causes: Causes
  readonly column: string
  readonly choose: (column: string) => void
}) => {
  const { words, language, numbers } = useTexts(booksWords)
  const scale = useMoneyScale()
  const at = Math.max(
    0,
    sheet.columns.findIndex(({ name }) => name === column),
  )
  const items = sheet.rows
    .filter(({ name }) => name !== 'netWorth')
    .map(row => ({
      name: rowName(row.name, row.label, language, false),
      value: (row.cells[at] ?? 0) * scale,
      cause: causes.of(row.name, [sheet.columns[at].name])[0],
    }))
  const worth = -(sheet.rows.find(({ name }) => name === 'netWorth')?.cells[at] ?? 0) * scale
  const [worthCause] = causes.of('netWorth', [sheet.columns[at].name])
  const side = (title: string, own: typeof items) => (
    <HeadedTable
      aria-label={title}
      head={
        <>
          <th scope="col" colSpan={2}>
            {title}
          </th>
        </>
      }
    >
      {own.map(({ name, value, cause }) => (
        <tr key={name}>
          <th scope="row">
            <Terms text={name} />
          </th>
          <td>
            {cause === undefined ? (
              numbers.plain(Math.abs(value), 0)
            ) : (
              <Button className="figure-link" title={words.why(name)} onClick={() => causes.ask(cause)}>
                {numbers.plain(Math.abs(value), 0)}
              </Button>
            )}
          </td>
        </tr>
      ))}
    </HeadedTable>
  )
  return (
    <div className="tacc">
      <label className="choose">
        <span className="vh">{words.sector}</span>
        <Select
          options={sheet.columns.map(({ name, label }) => [name, columnName(name, label, language)])}
          value={sheet.columns[at].name}
          choose={choose}
        />
      </label>
      <div className="tacc-sides">
        {side(
          words.assets,
          items.filter(({ value }) => value > 0),
        )}
        {side(
          words.liabilities,
          items.filter(({ value }) => value < 0),
        )}
      </div>
      <p className="tacc-worth">
        <span>{words.netWorth}</span>{' '}
        <b>
          {worthCause === undefined ? (
            numbers.plain(worth, 0)
          ) : (
            <Button className="figure-link" title={words.why(words.netWorth)} onClick={() => causes.ask(worthCause)}>
              {numbers.plain(worth, 0)}
            </Button>
          )}
        </b>
      </p>
    </div>
  )
}
