/** Feedback loops through an outcome: what each does year by year, and one at a time with direction and gain. */

import { useState } from 'react'
import { loopYears, type MeasuredLoop, type RankedLoop } from '../../../analysis/explain/loops.ts'
import { ChartFigure } from '../../charts/figure.tsx'
import { LoopDiagram } from '../../charts/loop-diagram.tsx'
import { type Wedge, Wedges } from '../../charts/wedges.tsx'
import { Select } from '../../controls/select.tsx'
import { Skeleton } from '../../shell/skeleton.tsx'
import { useLanguage, useTexts, useWords } from '../../shell/use.ts'
import { useAnswer } from '../../state/question.ts'
import { leverName } from '../../../model/names/levers.ts'
import { loopDoc, loopName } from '../../../model/names/loops.ts'
import { spelt, variableName } from '../../../model/names/variables.ts'
import { inText } from '../../../language/typeset.ts'
import { whyWords } from '../../words/why.ts'
import type { LoopsInput } from '../../worker/answers/loops.ts'

const useTitle = (): ((loop: MeasuredLoop) => string) => {
  const language = useLanguage()
  return loop => `${loop.id} ${loopName(loop.id, loop.name, language)}`
}

/** Loops that have a colour of their own; the others are shown together. */
const mostShown = 5
/** A loop that does less than this is told with the others. */
const leastShare = 0.005

const LoopsOverTime = ({
  loops,
  years,
  cursor,
}: {
  readonly loops: readonly RankedLoop[]
  readonly years: readonly number[]
  readonly cursor: number
}) => {
  const { words, numbers } = useTexts(whyWords)
  const titled = useTitle()
  const share = (value: number): string => (value === 0 ? '0' : numbers.signed(100 * value, 0))
  const own = loops.filter(({ meanShare }, at) => at < mostShown && meanShare >= leastShare)
  const rest = loops.slice(own.length)
  const wedges: Wedge[] = [
    ...own.map((loop, at) => ({
      id: loop.id,
      name: titled(loop),
      values: loop.shares.map(value => 100 * value),
      shade: ([1, 2, 3, 4, 5] as const)[at],
    })),
    ...(rest.length === 0
      ? []
      : [
          {
            id: 'others',
            name: words.others,
            values: years.map((_, year) => rest.reduce((sum, { shares }) => sum + 100 * shares[year], 0)),
            shade: 6,
          } as const,
        ]),
  ]
  const strongest = (year: number): RankedLoop | undefined =>
    loops.toSorted((a, b) => Math.abs(b.shares[year]) - Math.abs(a.shares[year]))[0]
  const [first, last] = [strongest(0), strongest(years.length - 1)]
  return (
    <ChartFigure
      level={2}
      className="dominance"
      title={words.dominance}
      unit={words.dominanceUnit}
      source={words.dominanceSource}
      table={() => ({
        head: [words.loopChoice, words.meanShare, ...years.map(String)],
        unit: '%',
        rows: loops.map(loop => [titled(loop), numbers.plain(100 * loop.meanShare, 0), ...loop.shares.map(share)]),
      })}
    >
      <Wedges
        wedges={wedges}
        times={years}
        from={years[0]}
        cursor={Math.floor(cursor)}
        show={value => numbers.signed(value, 0)}
        sentence={
          first === undefined || last === undefined
            ? words.dominance
            : words.dominanceSentence(years[0], titled(first), years.at(-1) ?? 0, titled(last))
        }
        firstWidth={740}
      />
    </ChartFigure>
  )
}

export const LoopFigures = ({
  question,
  region,
  cursor,
}: {
  readonly question: LoopsInput
  readonly region: string
  readonly cursor: number
}) => {
  const words = useWords(whyWords)
  const { data } = useAnswer('loops', region, question)
  if (data === undefined) return <Skeleton height={420} text={words.computing} />
  if (data.loops.length === 0) return null
  return (
    <div className="cols sec">
      <div className="c7">
        <LoopsOverTime loops={data.loops} years={data.years} cursor={cursor} />
      </div>
      <div className="c5">
        <LoopFigure loops={data.loops} from={data.from} />
      </div>
    </div>
  )
}

const LoopFigure = ({ loops, from }: { readonly loops: readonly MeasuredLoop[]; readonly from: number }) => {
  const { words, language, numbers } = useTexts(whyWords)
  const titled = useTitle()
  const [chosen, choose] = useState<string | undefined>(undefined)
  const loop = loops.find(({ id }) => id === chosen) ?? loops[0]
  if (loop === undefined) return null
  const nodes = loop.shown.map(({ variable, name }) => ({ id: variable, name: variableName(variable, name, language) }))
  const names = new Map(nodes.map(({ id, name }) => [id, name]))
  const levers = [...new Set(loop.arrows.flatMap(arrow => arrow.levers))].map(lever =>
    inText(leverName(lever, lever, language), language),
  )
  const gain =
    loop.gain === 0
      ? '0'
      : Math.abs(loop.gain) >= 0.0005
        ? numbers.signed(loop.gain, Math.abs(loop.gain) >= 0.05 ? 2 : 3)
        : `${loop.gain > 0 ? '+' : '−'}${numbers.scientific(Math.abs(loop.gain))}`
  const acts = loop.acts === 'none' ? words.rests : words[loop.acts]
  const sign = (one: -1 | 0 | 1): string => (one > 0 ? '+' : one < 0 ? '−' : '0')
  return (
    <ChartFigure
      level={2}
      title={words.loopTitle}
      unit={loopDoc(loop.id, loop.doc, language)}
      source={words.loopSource(from, loopYears)}
      above={
        <label className="choose">
          <span className="vh">{words.loopChoice}</span>
          <Select options={loops.map(one => [one.id, titled(one)])} value={loop.id} choose={choose} />
        </label>
      }
      table={() => ({
        head: [words.link, words.sign],
        rows: loop.links.map(({ from: a, to: b, sign: way }) => [
          `${names.get(a) ?? variableName(a, spelt(a), language)} → ${names.get(b) ?? variableName(b, spelt(b), language)}`,
          sign(way),
        ]),
      })}
    >
      <LoopDiagram
        nodes={nodes}
        arrows={loop.arrows.map(arrow => ({ sign: arrow.sign, hot: arrow.levers.length > 0 }))}
        name={titled(loop)}
        lines={loop.acts === 'none' ? [acts] : [acts, words.gain(gain)]}
        hot={levers.length === 0 ? undefined : words.hot(levers.join(', '))}
        sentence={`${titled(loop)}: ${loop.arrows.map(({ from: a, sign: way }) => `${names.get(a) ?? a} ${sign(way)}`).join(', ')}; ${acts}, ${words.gain(gain)}`}
      />
    </ChartFigure>
  )
}
