/** Feedback loops that affect an outcome, one at a time, with direction and gain as measured in the run. */

import { useState } from 'react'
import { loopYears, type MeasuredLoop } from '../../../analysis/explain/loops.ts'
import { ChartFigure } from '../../charts/figure.tsx'
import { LoopDiagram } from '../../charts/loop-diagram.tsx'
import { useLanguage, useNumbers, useWords } from '../../shell/use.ts'
import { leverName } from '../../words/terms/levers.ts'
import { loopDoc, loopName } from '../../words/terms/loops.ts'
import { variableName } from '../../words/terms/variables.ts'
import { inText } from '../../words/language.ts'
import { whyWords } from '../../words/why.ts'

export const LoopFigure = ({ loops, from }: { readonly loops: readonly MeasuredLoop[]; readonly from: number }) => {
  const words = useWords(whyWords)
  const numbers = useNumbers()
  const language = useLanguage()
  const [chosen, choose] = useState<string | undefined>(undefined)
  const loop = loops.find(({ id }) => id === chosen) ?? loops[0]
  if (loop === undefined) return null
  const titled = (one: MeasuredLoop): string => `${one.id} ${loopName(one.id, one.name, language)}`
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
          <select value={loop.id} onChange={event => choose(event.target.value)}>
            {loops.map(one => (
              <option key={one.id} value={one.id}>
                {titled(one)}
              </option>
            ))}
          </select>
        </label>
      }
      table={() => ({
        head: [words.link, words.sign],
        rows: loop.links.map(({ from: a, to: b, sign: way }) => [
          `${names.get(a) ?? variableName(a, a, language)} → ${names.get(b) ?? variableName(b, b, language)}`,
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
