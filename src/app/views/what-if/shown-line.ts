/** Display of an indicator in What if: as levels, or as differences from current policy. */

import { useMemo } from 'react'
import { indicatorOf, type OutcomeId, indicatorWords } from '../../../outcomes/catalogue.ts'
import { readingNames } from '../../../outcomes/year-values.ts'
import type { FanBand } from '../../charts/fan-lines.ts'
import type { Point } from '../../charts/geometry.ts'
import { pointsOf, shownYears } from '../../charts/path-points.ts'
import { useWords, useTexts } from '../../shell/use.ts'
import { currentPolicyOf, type LinePaths } from '../../state/live.ts'
import type { About } from '../../worker/answers/about.ts'
import type { PathBand } from '../../worker/answers/summary.ts'
import { shellWords } from '../../words/shell.ts'
import { whatIfWords } from '../../words/what-if.ts'
import { useChangeUnit } from '../why/outcome.ts'

type Values = ArrayLike<number>

export const useShownLine = (id: OutcomeId, about: About, difference: boolean) => {
  const { words, language, numbers } = useTexts(whatIfWords)
  const shell = useWords(shellWords)
  const { title, unit } = useWords(indicatorWords)[id]
  const changeUnit = useChangeUnit(id)
  const indicator = indicatorOf(id)
  const of = readingNames[language][indicator.reading]
  // Charts register what they draw by: it changes no more often than it must.
  const drawing = useMemo(() => {
    const plain = (value: number): string => numbers.plain(value, indicator.shown[language].digits)
    const changed = (value: number): string => numbers.signed(value, indicator.shown[language].changeDigits)
    const told =
      (show: (value: number) => string) =>
      (value: number | undefined): string =>
        value === undefined ? numbers.noFigure : show(value)
    const points = (values: Values): Point[] => pointsOf(indicator, values, about, language)
    const tint = (kind: FanBand['kind'], low?: Values, high?: Values): FanBand[] =>
      low === undefined || high === undefined ? [] : [{ kind, low: points(low), high: points(high) }]
    return {
      changed,
      tell: told(plain),
      tellChange: told(changed),
      show: difference ? changed : plain,
      /** Of a line: itself, or what it differs by from current policy under the same assumptions. */
      valuesOf: (lines: LinePaths, line: string): Values => {
        const own = lines[line][id]
        if (!difference) return own
        const base = lines[currentPolicyOf(lines, line)][id]
        return Float64Array.from(own, (value, at) => value - base[at])
      },
      points,
      /** The middle 80 % of the simulations, and their middle half in a second tint. */
      tints: (by: PathBand | undefined): FanBand[] => [
        ...tint('pol', by?.p10, by?.p90),
        ...tint('pol2', by?.p25, by?.p75),
      ],
      tint,
      yearly: (values: Values): ReadonlyMap<number, number> => shownYears(indicator, values, about, language),
    }
  }, [id, indicator, about, difference, language, numbers])
  return {
    ...drawing,
    indicator,
    title,
    changeUnit,
    /** Without what is in it. */
    levelUnit: unit.split(/[;；:：（]| \(/)[0]!,
    of,
    unit: shell.endsOfLines(difference ? words.changeUnit(changeUnit) : unit, about.end - 1, of),
  }
}
