/**
 * The Accounts view: balance sheet and flows of any quarter, the path of a cell, the account of one sector, and the
 * audit.
 */

import { useState } from 'react'
import type { BookMatrix, Books as BooksOf, MatrixName } from '../../../analysis/books/books.ts'
import { FanChart } from '../../charts/fan-chart.tsx'
import { ChartFigure } from '../../charts/figure.tsx'
import { domainOf, type Point } from '../../charts/geometry.ts'
import { PackageChoice, useInHand } from '../../controls/package-choice.tsx'
import { ProblemNote } from '../../shell/failure.tsx'
import { Section } from '../../shell/head.tsx'
import { Skeleton } from '../../shell/skeleton.tsx'
import { Told } from '../../shell/told.tsx'
import { useMoneyScale, useTexts, useWords } from '../../shell/use.ts'
import { useAbout } from '../../state/about.ts'
import { everyYears, lastQuarter, quarter, quarterAt } from '../../state/quarters.ts'
import { useStore } from '../../state/store.ts'
import { useAnswer } from '../../state/question.ts'
import booksWords from '../../../texts/app/books.ts'
import { shellWords } from '../../words/shell.ts'
import { nameIn } from '../../../language/typeset.ts'
import { columnName, rowName } from '../../../model/names/accounts.ts'
import { whyWords } from '../../words/why.ts'
import { useQuantityName } from '../why/cause-words.tsx'
import { SectorYear, TAccount } from './account.tsx'
import { Audit } from './audit.tsx'
import { type Causes, causesIn } from './causes.ts'
import { MatrixTable, type PickedCell } from './matrix.tsx'

type Sheet = MatrixName | 'change'

const sheets: readonly Sheet[] = ['balanceSheet', 'transactionFlows', 'change']

const matrixIn = ({ matrices }: BooksOf, name: MatrixName): BookMatrix => {
  const found = matrices.find(one => one.name === name)
  if (found === undefined) throw new Error(`The books have no matrix '${name}'.`)
  return found
}

/** One matrix less another of the same form; both close, so their difference does. */
const less = (a: BookMatrix, b: BookMatrix): BookMatrix => ({
  ...a,
  rows: a.rows.map((row, at) => ({
    ...row,
    cells: row.cells.map((cell, place) => (cell === null ? null : cell - (b.rows[at].cells[place] ?? 0))),
    sum: row.sum - b.rows[at].sum,
  })),
  columnSums: a.columnSums.map((sum, at) => sum - b.columnSums[at]),
})

const cellIn = (matrix: BookMatrix, { row, column }: PickedCell): number | undefined => {
  const at = matrix.columns.findIndex(({ name }) => name === column)
  return matrix.rows.find(({ name }) => name === row)?.cells[at] ?? undefined
}

export default function Books() {
  const { words, language, numbers } = useTexts(booksWords)
  const why = useWords(whyWords)
  const about = useAbout()
  const inHand = useInHand()
  const draft = useStore(state => state.draft)
  const cursor = useStore(state => state.cursor)
  const { set } = useStore.getState()
  const [sheet, setSheet] = useState<Sheet>('balanceSheet')
  const [area, setArea] = useState<string | undefined>(undefined)
  const [picked, pick] = useState<PickedCell | undefined>(undefined)
  const [sector, setSector] = useState('province')
  const [column, setColumn] = useState('PG')
  const { region, assumptions } = draft
  const policy = inHand?.policy
  const own = about?.areas.some(({ id }) => id === area) === true ? area : undefined
  const question = (chosen: typeof policy) =>
    chosen === undefined ? undefined : { policy: chosen, assumptions, ...(own === undefined ? {} : { area: own }) }
  const books = useAnswer('books', region, question(policy))
  const nothing = useAnswer('books', region, sheet === 'change' ? question({}) : undefined)
  const problem = books.problem ?? nothing.problem
  if (problem !== undefined) return <ProblemNote text={problem} />
  if (about === undefined || inHand === undefined || books.data === undefined) {
    return (
      <>
        <h1>{words.title}</h1>
        <Skeleton height={900} text={words.first} />
      </>
    )
  }
  const { quarters, audit } = books.data
  const at = Math.max(0, Math.min(quarters.length - 1, Math.round((cursor - about.start) * about.stepsPerYear)))
  const flows = sheet === 'transactionFlows'
  const name: MatrixName = flows ? 'transactionFlows' : 'balanceSheet'
  const matrixAt = (step: number): BookMatrix => {
    const matrix = matrixIn(quarters[step], name)
    const other = nothing.data?.quarters[step]
    return sheet === 'change' && other !== undefined ? less(matrix, matrixIn(other, name)) : matrix
  }
  const matrix = matrixAt(at)
  const when = numbers.quarter(quarters[at].time)
  const causes = causesIn(books.data.causes, name, own, quarters[at].time)
  const flowCauses = causesIn(books.data.causes, 'transactionFlows', own, quarters[at].time)
  const columns = matrix.columns.length
  const rows = matrix.rows.filter(({ name: row }) => row !== 'netWorth').length
  const residual = numbers.scientific(Math.max(...quarters.map(one => one.largestResidual)))
  return (
    <>
      <p className="over">{words.over(inHand.name, flows)}</p>
      <h1>{words.title}</h1>
      <p className="say">
        <Told text={(flows ? words.leadFlows : words.lead)(rows, columns, residual)} />
      </p>
      <div className="bar">
        <PackageChoice about={about} inHand={inHand} label={why.package} />
      </div>
      <div className="quarter sec" aria-busy={!books.done}>
        <span className="seg" role="group" aria-label={words.which}>
          {sheets.map(one => (
            <button
              key={one}
              type="button"
              aria-pressed={sheet === one}
              onClick={() => {
                setSheet(one)
                pick(undefined)
              }}
            >
              {words.sheets[one]}
            </button>
          ))}
        </span>
        {about.areas.length > 1 ? (
          <span className="seg" role="group" aria-label={words.place}>
            {[undefined, ...about.areas].map(one => (
              <button
                key={one?.id ?? 'region'}
                type="button"
                aria-pressed={own === one?.id}
                onClick={() => setArea(one?.id)}
              >
                {one === undefined ? words.whole : nameIn(one.names, language)}
              </button>
            ))}
          </span>
        ) : null}
        <label className="slide">
          <span className="vh">{words.quarter}</span>
          <input
            type="range"
            min={0}
            max={quarters.length - 1}
            step={1}
            value={at}
            aria-valuetext={when}
            onChange={event => set({ cursor: quarters[Number(event.target.value)].time })}
          />
          <output>{when}</output>
          <span className="note">{words.until(numbers.quarter(quarters[quarters.length - 1].time))}</span>
        </label>
      </div>
      {sheet === 'change' ? <p className="note">{words.changeNote}</p> : null}
      {flows ? null : <TAccount sheet={matrix} causes={causes} column={column} choose={setColumn} />}
      <MatrixTable matrix={matrix} causes={causes} picked={picked} pick={pick} />
      <p className="src">{flows ? words.flowSource : words.sheetSource}</p>
      {picked === undefined || cellIn(matrix, picked) === undefined ? null : (
        <CellPath
          cell={picked}
          label={matrix.rows.find(row => row.name === picked.row)?.label ?? ''}
          flows={flows}
          causes={causes}
          points={quarters.map((one, step): Point => [one.time + quarter / 2, cellIn(matrixAt(step), picked)])}
        />
      )}
      <div className="cols sec">
        <div className="c7">
          <Audit audit={audit} policy={inHand.policy} />
        </div>
        <div className="c5">
          <Section title={words.sectorYear} note={words.accountNote}>
            <SectorYear
              flows={matrixIn(quarters[at], 'transactionFlows')}
              causes={flowCauses}
              sector={sector}
              choose={setSector}
            />
          </Section>
        </div>
      </div>
    </>
  )
}

const CellPath = ({
  cell,
  label,
  flows,
  causes,
  points,
}: {
  readonly cell: PickedCell
  readonly label: string
  readonly flows: boolean
  readonly causes: Causes
  readonly points: readonly Point[]
}) => {
  const { words, language, numbers } = useTexts(booksWords)
  const shell = useWords(shellWords)
  const scale = useMoneyScale()
  const shown = points.map(([time, value]): Point => [time, value === undefined ? undefined : value * scale])
  const title = words.cell(rowName(cell.row, label, language, flows), columnName(cell.column, cell.column, language))
  const show = (value: number): string => numbers.plain(value, Math.abs(value) < 10 ? 1 : 0)
  const nameOf = useQuantityName()
  const parts = causes.of(cell.row, [cell.column])
  const first = parts[0]
  const [from, to] = [Math.floor(points[0][0]), Math.ceil(points[points.length - 1][0])]
  const end = shown.at(-1)?.[1] ?? 0
  return (
    <ChartFigure
      level={2}
      title={title}
      unit={flows ? words.pathFlows : words.path}
      className="cellpath"
      source={
        parts.length === 0 ? undefined : (
          <>
            {words.madeOf}{' '}
            {parts.map((cause, place) => (
              <span key={`${cause.name} ${Object.values(cause.labels).join(' ')}`}>
                {place === 0 ? '' : words.comma}
                <button type="button" onClick={() => causes.ask(cause)}>
                  {nameOf(cause)}
                </button>
              </span>
            ))}
          </>
        )
      }
      table={() => ({
        head: [words.quarter, title],
        unit: flows ? shell.moneyUnits.year : shell.moneyUnits.stock,
        rows: shown
          .filter(([time]) => quarterAt(time) === lastQuarter(Math.floor(time)))
          .map(([time, value]) => [numbers.quarter(time), value === undefined ? numbers.noFigure : show(value)]),
      })}
    >
      <FanChart
        sentence={`${title}: ${show(shown[0]?.[1] ?? 0)} – ${show(end)}`}
        lines={[{ id: 'cell', kind: 'hist', points: shown, label: '', name: title }]}
        bands={[]}
        times={[from, to]}
        domain={domainOf([0, ...shown.map(([, value]) => value)], 3)}
        years={everyYears(4, from, to)}
        height={190}
        room={64}
        firstWidth={640}
        show={show}
        {...(first === undefined ? {} : { pick: time => causes.ask(first, time) })}
      />
    </ChartFigure>
  )
}
