/** Tables of the view Debt: years across, tests across, and the heat map with its words. */

import type { HeatCell, HeatMap } from '../../../analysis/debt/heat-map.ts'
import type { Line } from '../../../analysis/debt/lines.ts'
import { riskWords } from '../../../analysis/debt/thresholds.ts'
import { debtWords } from '../../../analysis/debt/words.ts'
import { ChartMenu } from '../../charts/figure.tsx'
import type { TableData } from '../../charts/table-data.ts'
import { HeadedTable, HiddenHead } from '../../charts/table.tsx'
import { Section } from '../../shell/head.tsx'
import { Heads } from '../../shell/heads.tsx'
import { useLanguage, useNumbers, useWords } from '../../shell/use.ts'
import { debtViewWords } from '../../words/debt.ts'
import { typeset } from '../../../language/typeset.ts'
import { Terms } from '../../shell/terms.tsx'

/** Rows of lines with some of the years across. */
export const useYearRows = (all: readonly number[], shown: readonly number[]) => {
  const language = useLanguage()
  const at = shown.map(year => all.indexOf(year))
  return {
    head: ['', ...shown.map(String)],
    row: ({ names, values }: Line, show: (value: number) => string): string[] => [
      names[language],
      ...at.map(place => show(values[place])),
    ],
  }
}

const Cell = ({ cell }: { readonly cell: HeatCell }) => {
  const language = useLanguage()
  const numbers = useNumbers()
  const { risk, value, note } = cell
  if (risk === null || value === null) return <td className="heat">{note?.[language] ?? numbers.noFigure}</td>
  return (
    <td className={`heat ${risk}`}>
      <b>{riskWords[risk][language]}</b> {numbers.percent(value)}
    </td>
  )
}

export const HeatFigure = ({ map: { from, to, rows } }: { readonly map: HeatMap }) => {
  const language = useLanguage()
  const numbers = useNumbers()
  const levels = rows.filter(({ id }) => id !== 'profile')
  const profile = rows.find(({ id }) => id === 'profile')!
  const words = useWords(debtViewWords)
  const title = typeset(`${debtWords.heat[language]}, ${words.heatYears(from, to)}`, language)
  const told = ({ risk, value, note }: HeatCell): string =>
    risk === null || value === null
      ? (note?.[language] ?? numbers.noFigure)
      : `${riskWords[risk][language]} ${numbers.percent(value)}`
  const benchmark = (values: readonly number[]): string =>
    `${values.map(value => numbers.plain(100 * value, 0)).join(' / ')}${language === 'zh' ? '' : ' '}%`
  const table: TableData = {
    head: ['', debtWords.benchmark[language], ...levels[0].cells.map(({ names }) => names[language])],
    rows: [
      ...levels.map(({ names, benchmarks, cells }) => [names[language], benchmark(benchmarks), ...cells.map(told)]),
      ...profile.cells.map(cell => [cell.names[language], '', told(cell)]),
    ],
  }
  return (
    <Section title={title} note={debtWords.heatNote[language]}>
      <HeadedTable
        scrolled={title}
        className="score-t heat-t"
        head={
          <>
            <HiddenHead text={title} />
            <Heads of={table.head.slice(1)} />
          </>
        }
      >
        {levels.map(row => (
          <tr key={row.id}>
            <th scope="row">
              <Terms text={row.names[language]} />
            </th>
            <td>{benchmark(row.benchmarks)}</td>
            {row.cells.map(cell => (
              <Cell key={cell.id} cell={cell} />
            ))}
          </tr>
        ))}
      </HeadedTable>
      <HeadedTable
        scrolled={profile.names[language]}
        className="score-t heat-t"
        head={
          <>
            <HiddenHead text={profile.names[language]} />
            {profile.cells.map(cell => (
              <th key={cell.id} scope="col">
                <Terms text={cell.names[language]} />
              </th>
            ))}
          </>
        }
      >
        <tr>
          <th scope="row">
            <Terms text={profile.names[language]} />
          </th>
          {profile.cells.map(cell => (
            <Cell key={cell.id} cell={cell} />
          ))}
        </tr>
      </HeadedTable>
      <div className="below">
        <ChartMenu title={title} table={() => table} />
      </div>
    </Section>
  )
}
