/** List of problems of an imported region: sheet or file, row, column and fix. */

import { csvFormatRows } from 'd3-dsv'
import type { Repair } from '../../../regions/own/repair.ts'
import { type PackProblem, placeOf } from '../../../regions/problems.ts'
import type { Importing } from '../../data/importing.ts'
import { useLanguage, useWords } from '../../shell/use.ts'
import { fileTypes, saveFile } from '../../share/save.ts'
import { dataWords } from '../../words/data.ts'

/** More are in the list that can be saved. */
const shown = 200

/** What a fix changes, and the button that applies it. */
export const FixButton = ({ of, apply }: { readonly of: Repair; readonly apply: () => void }) => {
  const words = useWords(dataWords)
  const text = useRepairText()(of)
  return (
    <span className="repair">
      <span className="note">{text}</span>
      <button
        type="button"
        className="btn"
        aria-label={`${words.repair}: ${words.repairOf(text, of.row)}`}
        onClick={apply}
      >
        {words.repair}
      </button>
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
  const words = useWords(dataWords)
  const language = useLanguage()
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
    // The mark tells spreadsheets that the text is UTF-8.
    saveFile(words.faultsFile, `\uFEFF${csvFormatRows([head, ...rows])}\n`, fileTypes.csv)
  }
  return (
    <div className="faults" role="alert">
      <h3>{words.faults(problems.length)}</h3>
      <p className="note">
        {words.faultsNote(name)} {unread.length === 0 ? null : words.unread(unread.join(', '))}
      </p>
      <div className="scroll" tabIndex={0} role="region" aria-label={words.faults(problems.length)}>
        <table className="imp">
          <thead>
            <tr>
              {head.map(cell => (
                <th key={cell} scope="col" className="note">
                  {cell}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
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
          </tbody>
        </table>
      </div>
      {problems.length > shown ? <p className="note">{words.moreFaults(problems.length - shown)}</p> : null}
      <div className="btns">
        {repairs.length < 2 ? null : (
          <button type="button" className="btn main" onClick={() => repair(repairs)}>
            {words.repairAll(repairs.length)}
          </button>
        )}
        <button type="button" className={repairs.length < 2 ? 'btn main' : 'btn'} onClick={again}>
          {words.again}
        </button>
        <button type="button" className="btn" onClick={save}>
          {words.saveFaults}
        </button>
      </div>
    </div>
  )
}
