/** Charts of the Who view: gains by birth year, and population by age. */

import { useState } from 'react'
import type { Who } from '../../../analysis/who/who.ts'
import { BirthYears, type BirthPoint } from '../../charts/birth-years.tsx'
import { ChartFigure } from '../../charts/figure.tsx'
import { type AgeGroups, Pyramid } from '../../charts/pyramid.tsx'
import { askWhy } from '../../shell/router.ts'
import { useTexts, useWords } from '../../shell/use.ts'
import { useAbout } from '../../state/about.ts'
import { lastQuarter } from '../../state/quarters.ts'
import { typeset } from '../../../language/typeset.ts'
import { shellWords } from '../../words/shell.ts'
import { whoWords } from '../../words/who.ts'
import { scaledGain, useYuanScale } from './amounts.ts'
import { askedIn, birthCause } from './causes.ts'

const firstShown = 1930
/** Those born in the last years live too few of them. */
const lastYearsLeft = 4

export const BirthFigure = ({ who, named }: { readonly who: Who; readonly named: readonly number[] }) => {
  const { words, language, numbers } = useTexts(whoWords)
  const shell = useWords(shellWords)
  const yuan = useYuanScale()
  const [measure, setMeasure] = useState<'income' | 'consumption'>('income')
  const points: BirthPoint[] = who.birthYears
    .filter(({ born }) => born >= firstShown && born <= who.to - lastYearsLeft)
    .map(one => ({ born: one.born, ...scaledGain(one[measure], yuan) }))
  const { stages } = words
  const show = (value: number): string => numbers.signed(value, yuan === 1 ? 2 : 0)
  const label = ({ born, value }: BirthPoint): string =>
    typeset(`${words.born(String(born))}: ${show(value)}`, language)
  return (
    <ChartFigure
      level={2}
      title={words.birth}
      unit={words.birthUnit}
      above={
        <span className="seg small" role="group" aria-label={words.birth}>
          {(['income', 'consumption'] as const).map(one => (
            <button key={one} type="button" aria-pressed={measure === one} onClick={() => setMeasure(one)}>
              {words.measures[one]}
            </button>
          ))}
        </span>
      }
      source={`${
        measure === 'income'
          ? words.birthSource(numbers.percent(who.discountRate, 0), who.from, who.to)
          : words.consumptionSource
      } ${words.birthAsk(who.year)}`}
      table={() => ({
        head: [words.bornHead, words.low, words.central, words.high],
        unit: shell.moneyUnits.person,
        rows: points.map(({ born, value, low, high }) => [
          String(born),
          low === null ? '' : show(low),
          show(value),
          high === null ? '' : show(high),
        ]),
      })}
    >
      <BirthYears
        points={points}
        named={named}
        stages={[
          { from: firstShown, to: who.from - 62, name: stages.retired },
          { from: who.from - 62, to: who.to - 62, name: stages.retiring(who.to) },
          { from: who.to - 62, to: who.from - 20, name: stages.working },
          { from: who.from - 20, to: who.from, name: stages.school },
          { from: who.from, to: who.to - lastYearsLeft, name: stages.unborn },
        ]}
        sentence={`${words.birth}, ${words.measures[measure]}: ${points
          .filter(({ born }) => born % 20 === 0 || named.includes(born))
          .map(label)
          .join('; ')}`}
        label={label}
        tell={born => words.born(String(born))}
        show={show}
        ask={born => askWhy(askedIn(birthCause(measure, born, who.year), who.year))}
        firstWidth={740}
      />
    </ChartFigure>
  )
}

/** Single ages in groups of five, 100 and over by itself. */
const inFives = (ages: readonly number[], scale: number): number[] =>
  Array.from({ length: 21 }, (_, group) =>
    ages.slice(group * 5, group * 5 + 5).reduce((sum, people) => sum + people * scale, 0),
  )

export const PyramidFigure = ({ who }: { readonly who: Who }) => {
  const { words, language, numbers } = useTexts(whoWords)
  const shell = useWords(shellWords)
  const about = useAbout()
  const scale = language === 'zh' ? 100 : 1
  const { pyramid } = who
  const groups = (sexes: readonly (readonly number[])[]): AgeGroups => [
    inFives(sexes[0], scale),
    inFives(sexes[1], scale),
  ]
  const [start, before, after] = [groups(pyramid.start), groups(pyramid.before), groups(pyramid.after)]
  const startYear = (about?.start ?? who.from) - 1
  const digits = scale === 1 ? 2 : 0
  const old = (one: AgeGroups): number => one.flatMap(sex => sex.slice(13)).reduce((sum, people) => sum + people, 0)
  const all = (one: AgeGroups): number => one.flat().reduce((sum, people) => sum + people, 0)
  const told = (name: string, one: AgeGroups): string =>
    `${name}: ${numbers.plain(all(one), digits)}, 65+ ${numbers.percent(old(one) / all(one))}`
  return (
    <ChartFigure
      level={2}
      title={words.pyramid}
      unit={words.pyramidUnit}
      source={
        <>
          {words.pyramidSource(startYear, pyramid.year)}{' '}
          <button type="button" onClick={() => askWhy({ indicator: 'population', time: lastQuarter(pyramid.year) })}>
            {words.whyMany}
          </button>
        </>
      }
      table={() => ({
        head: [
          words.age,
          ...[words.startOf(startYear), words.nothingIn(pyramid.year), words.packageIn(pyramid.year)].flatMap(name => [
            `${name}, ${words.women}`,
            `${name}, ${words.men}`,
          ]),
        ],
        unit: shell.moneyUnits.people,
        rows: before[0].map((_, group) => [
          group === 20 ? '100+' : `${group * 5}–${group * 5 + 4}`,
          ...[start, before, after].flatMap(one => [
            numbers.plain(one[0][group], digits),
            numbers.plain(one[1][group], digits),
          ]),
        ]),
      })}
    >
      <Pyramid
        start={start}
        before={before}
        after={after}
        men={words.men}
        women={words.women}
        labels={[
          { text: words.startOf(startYear), group: 5, of: 'start', side: 'men' },
          { text: words.nothingIn(pyramid.year), group: 1, of: 'before', side: 'men' },
          { text: words.packageIn(pyramid.year), group: 1, of: 'after', side: 'women' },
        ]}
        sentence={`${words.pyramid}. ${told(words.startOf(startYear), start)}; ${told(words.nothingIn(pyramid.year), before)}; ${told(words.packageIn(pyramid.year), after)}`}
        firstWidth={520}
      />
    </ChartFigure>
  )
}
