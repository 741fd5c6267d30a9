/** Errors relative to simple forecasts, coverage of the bands, and accuracy targets. */

import { Select } from '../../controls/select.tsx'
import { HeadedTable, HiddenHead } from '../../charts/table.tsx'
import { Heads } from '../../shell/heads.tsx'
import { useState } from 'react'
import { regionNames } from 'virtual:heartland/region-names'
import { useTexts, useWidth } from '../../shell/use.ts'
import { Terms } from '../../shell/terms.tsx'
import type { AppRecord } from '../../state/record.ts'
import { nameIn, typeset } from '../../../language/typeset.ts'
import recordWords from '../../../texts/app/record.ts'
import { heldOutScore, mainSeries, type Naive, naives, useSeriesName } from './series.ts'

/** Root mean square over areas of an error; undefined where an area has none. */
const pooled = (errors: ReadonlyArray<number | null | undefined>): number | undefined => {
  let sum = 0
  for (const error of errors) {
    if (error === null || error === undefined) return undefined
    sum += error * error
  }
  return errors.length === 0 ? undefined : Math.sqrt(sum / errors.length)
}

export const Against = ({ record, areas }: { readonly record: AppRecord; readonly areas: readonly string[] }) => {
  const { words, numbers } = useTexts(recordWords)
  const nameOf = useSeriesName()
  const all = [...new Set(record.hindcast.scores.map(({ series }) => series))]
  const [series, setSeries] = useState('nominalOutput')
  const horizons = [...new Set(record.hindcast.scores.map(({ horizon }) => horizon))].toSorted((a, b) => a - b)
  const rows = horizons.flatMap(horizon => {
    const scores = areas.flatMap(area => heldOutScore(record, series, area, horizon) ?? [])
    const last = pooled(scores.map(({ naive }) => naive))
    if (last === undefined || last === 0) return []
    const relative = (error: number | undefined): number | undefined => (error === undefined ? undefined : error / last)
    const model = relative(pooled(scores.map(({ rmse }) => rmse)))
    const others = naives.map(naive => relative(pooled(scores.map(score => score[naive]))))
    return [{ horizon, cells: [model, ...others] }]
  })
  const names: readonly Naive[] = naives
  const order = [...mainSeries.filter(one => all.includes(one)), ...all.filter(one => !mainSeries.includes(one))]
  return (
    <>
      <div className="head">
        <h2>{words.againstTitle}</h2>
        <p className="note">{words.againstNote(nameOf(series))}</p>
      </div>
      <label className="pick against-pick">
        <span>{words.seriesChoice}</span>
        <Select options={order.map(one => [one, nameOf(one)])} value={series} choose={setSeries} />
      </label>
      {rows.length === 0 ? (
        <p className="note">{words.noScore}</p>
      ) : (
        <HeadedTable
          className="score-t"
          heads={[words.againstHead, words.model, ...names.map(naive => words.naiveNames[naive])]}
        >
          {rows.map(({ horizon, cells }) => {
            const best = Math.min(...cells.flatMap(cell => cell ?? []))
            return (
              <tr key={horizon}>
                <th scope="row">{words.years(horizon)}</th>
                {cells.map((cell, at) => {
                  const text = cell === undefined ? numbers.noFigure : numbers.plain(cell, 2)
                  return <td key={at === 0 ? 'model' : names[at - 1]}>{cell === best ? <b>{text}</b> : text}</td>
                })}
              </tr>
            )
          })}
        </HeadedTable>
      )}
      <p className="src">{words.againstSource}</p>
    </>
  )
}

/** What the project accepts of a band: so far from its level. */
const accepted: Readonly<Record<string, number>> = { 0.8: 0.05, 0.9: 0.04, 0.95: 0.03 }

const left = 70
const from = 0.6

export const Coverages = ({ record }: { readonly record: AppRecord }) => {
  const { words, language, numbers } = useTexts(recordWords)
  const { coverage } = record.hindcast
  const [place, measured] = useWidth(520)
  if (coverage.length === 0) return null
  const width = Math.min(520, measured)
  const right = width - 18
  const x = (share: number): number => left + ((Math.max(from, share) - from) / (1 - from)) * (right - left)
  const height = 26 + coverage.length * 32
  const said = coverage
    .map(({ level, observed }) => `${words.band(numbers.percent(level, 0))}: ${numbers.percent(observed, 1)}`)
    .join('; ')
  return (
    <figure className="fig record-part">
      <figcaption>
        <h3>
          <Terms text={words.coverageTitle} />
        </h3>
      </figcaption>
      <div ref={place}>
        <svg
          className="bars"
          viewBox={`0 0 ${width} ${height}`}
          width={width}
          height={height}
          role="img"
          aria-label={typeset(said, language)}
        >
          {[0.6, 0.7, 0.8, 0.9, 1].map(share => (
            <g key={share}>
              <path className="grid" d={`M${x(share)} 16V${height - 4}`} />
              <text className={share === 1 ? 'end' : 'mid'} x={share === 1 ? width : x(share)} y="10">
                {share === 1 ? numbers.percent(share, 0) : numbers.plain(share * 100, 0)}
              </text>
            </g>
          ))}
          {coverage.map(({ level, observed }, at) => {
            const y = 34 + at * 32
            return (
              <g key={level}>
                <text className="k thin" x="0" y={y + 4}>
                  {words.band(numbers.percent(level, 0))}
                </text>
                {accepted[level] === undefined ? null : (
                  <rect
                    className="band"
                    x={x(level - accepted[level])}
                    y={y - 8}
                    width={x(level + accepted[level]) - x(level - accepted[level])}
                    height="16"
                  />
                )}
                <path className="cursor" d={`M${x(level)} ${y - 10}v20`} />
                <circle className="di" cx={x(observed)} cy={y} r="5" />
                <text
                  className={`k halo${observed < level ? ' end' : ''}`}
                  x={x(observed) + (observed < level ? -9 : 9)}
                  y={y + 4}
                >
                  {numbers.plain(observed * 100, 0)}
                </text>
              </g>
            )
          })}
        </svg>
      </div>
      <p className="src">{words.coverageNote(numbers.plain(coverage[0]?.points ?? 0, 0))}</p>
    </figure>
  )
}

export const Marks = ({ record }: { readonly record: AppRecord }) => {
  const { words, language, numbers } = useTexts(recordWords)
  const nameOfArea = (id: string): string =>
    nameIn(regionNames.find(one => one.id === id)?.names ?? { en: id }, language)
  const texts: Readonly<Record<string, readonly [string, string]>> = words.marks
  const shown = (id: string, measured: number | undefined): string => {
    if (measured === undefined) return numbers.noFigure
    if (id.startsWith('growth')) return numbers.plain(100 * measured, 2)
    return numbers.percent(measured, Math.abs(measured) < 0.1 ? 2 : 0)
  }
  return (
    <div className="record-part">
      <h3>
        <Terms text={words.marksTitle} />
      </h3>
      <HeadedTable
        className="score-t marks"
        head={
          <>
            <HiddenHead text={words.marksTitle} />
            <Heads of={[words.wanted, words.found, words.unaided]} />
            <HiddenHead text={words.verdictFilter} />
          </>
        }
      >
        {record.hindcast.marks.map(({ id, area, what, wanted, measured, met }, at) => {
          const [name, promise] = texts[id] ?? [what, wanted]
          return (
            <tr key={what}>
              <th scope="row">
                <Terms text={area === undefined ? name : `${name}, ${nameOfArea(area)}`} />
              </th>
              <td>{promise}</td>
              <td>{shown(id, measured)}</td>
              <td>{shown(id, record.hindcast.unconditional.marks[at]?.measured)}</td>
              <td>
                <b>{met ? words.met : words.missed}</b>
              </td>
            </tr>
          )
        })}
      </HeadedTable>
      <p className="src">{words.unaidedNote}</p>
    </div>
  )
}
