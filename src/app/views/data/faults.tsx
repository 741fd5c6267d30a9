/** List of problems of an imported region: sheet or file, row, column and fix. */

import { csvFormatRows } from 'd3-dsv'
import type { Repair } from '../../../regions/own/repair.ts'
import { type PackProblem, placeOf } from '../../../regions/problems.ts'
import { HeadedTable } from '../../charts/table.tsx'
import { Button } from '../../controls/button.tsx'
import type { Importing } from '../../data/importing.ts'
import { useTexts, useWords } from '../../shell/use.ts'
import { fileTypes, saveFile } from '../../share/save.ts'
import dataWords from '../../../texts/app/data.ts'

/** More are in the list that can be saved. */
const shown = 200

/** The change made by a fix, and the button that applies it. */
export const FixButton = ({ of, apply }: { readonly of: Repair; readonly apply: () => void }) => {
  const words = useWords(dataWords)
  const text = useRepairText()(of)
  return (
    <span className="repair">
      <span className="note">{text}</span>
      <Button aria-label={`${words.repair}: ${words.repairOf(text, of.row)}`} onClick={apply}>
        {words.repair}
      </Button>
    </span>
  )
}

/** 'value: 31389.8 → 3138.98, unit: 亿元 → CNY bn/year' */
const useRepairText = (): ((repair: Repair) => string) => {
  const words = useWords(dataWords)
  return ({ row, cells }) =>
    cells === undefined
      ? words.repairRow(row)
      : cells.map(({ column, from, to }) => words.repairCell(column, from, to)).join(words.repairJoin)
}

const keyOf = ({ file, row, field, message }: PackProblem): string =>
  `${file} ${row} ${field} ${message.code} ${message.text.en}`

export const Faults = ({
  name,
  found,
  again,
  repair,
}: {
  readonly name: string
  readonly found: Importing
  readonly again: () => void
  /** Applies fixes to what was brought, in memory, and checks it again. */
  readonly repair: (repairs: readonly Repair[]) => void
}) => {
  const { words, language } = useTexts(dataWords)
  const { problems, unread } = found
  const repairs = problems.flatMap(problem => problem.repair ?? [])
  const head = [words.where, words.row, words.field, words.wrong, words.fix]
  const save = (): void => {
    const rows = problems.map(problem => [
      placeOf(problem, language),
      String(problem.row ?? ''),
      problem.field ?? '',
      problem.message.text[language],
      problem.fix.text[language],
    ])
    saveFile(words.faultsFile, `${csvFormatRows([head, ...rows])}\n`, fileTypes.csv)
  }
  return (
    <div className="faults" role="alert">
      <h3>{words.faults(problems.length)}</h3>
      <p className="note">
        {words.faultsNote(name)} {unread.length === 0 ? null : words.unread(unread.join(', '))}
      </p>
      <HeadedTable
        scrolled={words.faults(problems.length)}
        className="imp"
        head={
          <>
            {head.map(cell => (
              <th key={cell} scope="col" className="note">
                {cell}
              </th>
            ))}
          </>
        }
      >
        {problems.slice(0, shown).map(problem => (
          <tr key={keyOf(problem)}>
            <td>{placeOf(problem, language)}</td>
            <td>{problem.row}</td>
            <td>{problem.field}</td>
            <td className="bad-text">{problem.message.text[language]}</td>
            <td>
              {problem.fix.text[language]}
              {problem.repair === undefined ? null : (
                <FixButton of={problem.repair} apply={() => repair([problem.repair!])} />
              )}
            </td>
          </tr>
        ))}
      </HeadedTable>
      {problems.length > shown ? <p className="note">{words.moreFaults(problems.length - shown)}</p> : null}
      <div className="btns">
        {repairs.length < 2 ? null : (
          <Button main onClick={() => repair(repairs)}>
            {words.repairAll(repairs.length)}
          </Button>
        )}
        <Button main={repairs.length < 2} onClick={again}>
          {words.again}
        </Button>
        <Button onClick={save}>{words.saveFaults}</Button>
      </div>
    </div>
  )
}
