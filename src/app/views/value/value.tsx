/** The view Value for money: what each measure does to an outcome for each billion, ranked, with bands. */

import { hashKey } from '@tanstack/react-query'
import { firstValue } from 'virtual:heartland/first-value'
import { isInPercent } from '../../../analysis/explain/shown.ts'
import { horizons } from '../../../analysis/multipliers.ts'
import type { LeverValue, Spread, Value, ValueAt } from '../../../analysis/value/value.ts'
import { listed } from '../../../language/listed.ts'
import { packageStart } from '../../../model/packages.ts'
import { ChartFigure } from '../../charts/figure.tsx'
import type { TableData } from '../../charts/table-data.ts'
import { GainRows } from '../../charts/gain-rows.tsx'
import { HeadedTable } from '../../charts/table.tsx'
import { Segments } from '../../controls/segments.tsx'
import { Select } from '../../controls/select.tsx'
import { ProblemNote } from '../../shell/failure.tsx'
import { Head, Section, Working } from '../../shell/head.tsx'
import { Skeleton } from '../../shell/skeleton.tsx'
import { useTerms, useTexts, useWords } from '../../shell/use.ts'
import { Terms } from '../../shell/terms.tsx'
import { ask, useAsked } from '../../state/asks.ts'
import { firstValueInput } from '../../state/first-value.ts'
import { type Question, useQuestion } from '../../state/question.ts'
import { type Draft, emptyDraft } from '../../state/scenario.ts'
import { useStore } from '../../state/store.ts'
import type { ValueInput } from '../../worker/answers/value.ts'
import { workers } from '../../worker/workers.ts'
import { inText, withMark } from '../../../language/typeset.ts'
import { figureDigits, type Numbers } from '../../../analysis/readable-numbers.ts'
import { shellWords } from '../../words/shell.ts'
import { leverName, leverUnit } from '../../../model/names/levers.ts'
import { unitWords } from '../../../model/names/units.ts'
import { valueWords } from '../../words/value.ts'

const outcomes = Object.keys(valueWords.outcomes.en) as Array<keyof typeof valueWords.outcomes.en>

/** After the point, as the value is written. */
const settingText = ({ lever, unit, standard, value }: LeverValue, numbers: Numbers): string => {
  if (unit === 'share') return `${numbers.percent(standard, 0)} → ${numbers.percent(value, 0)}`
  const { scale, text } = leverUnit(lever, unit, numbers.language)
  const told = (one: number): string => {
    const rounded = Number((one * scale).toPrecision(3))
    return numbers.plain(rounded, (String(rounded).split('.')[1] ?? '').length)
  }
  return `${told(standard)} → ${told(value)}${text}`
}

const Ranked = ({ found }: { readonly found: Value }) => {
  const { words, language, numbers } = useTexts(valueWords)
  const { levers, years, rankedAt, unit, outcome } = found
  const year = packageStart + rankedAt - 1
  const place = years.indexOf(year)
  const share = isInPercent(outcome, unit)
  const unitOf = unitWords(unit, language)
  const scale = share ? 100 : unitOf.scale
  const unitText = share ? words.percent : unitOf.text.trim()
  const ranked = levers.filter(({ rank }) => rank !== null)
  const reforms = levers.filter(({ rank }) => rank === null)
  const nameOf = ({ lever, doc }: LeverValue): string => leverName(lever, doc, language)
  const rankOf = ({ rank, ties }: LeverValue): string => `${rank}${ties.length > 0 ? '=' : ''}`
  const digits = figureDigits(ranked.flatMap(({ at }) => at.map(({ perGross }) => scale * perGross!.mean)))
  const told = (value: number): string => numbers.signed(scale * value, digits)
  const band = ({ low, high }: Spread, tell = told): string => words.publishedRange(tell(low), tell(high))
  const netOf = ({ netShare }: ValueAt): string => numbers.plain(100 * netShare!.mean, 0)
  const perNet = ({ perNet: value, netShare }: ValueAt): string =>
    value !== null ? told(value) : netShare!.high <= 0 ? words.pays : words.notClear
  const published = ({ published: effects }: LeverValue): string =>
    effects
      .map(({ estimates, year: after }) => {
        const values = estimates.map(({ value }) => value)
        const [low, high] = [Math.min(...values), Math.max(...values)]
        const range = low === high ? String(low) : words.publishedRange(String(low), String(high))
        return withMark(range, String(packageStart + after - 1), language)
      })
      .join(language === 'zh' ? '；' : ', ')
  const table = (): TableData => ({
    head: [
      words.measure,
      words.rank,
      ...years.map(String),
      words.range(year),
      words.netCost,
      words.perNet,
      words.setting,
      words.outlay,
      words.published,
    ],
    unit: ['', ...years.map(() => unitText), unitText, '', unitText],
    rows: ranked.map(one => [
      nameOf(one),
      rankOf(one),
      ...one.at.map(({ perGross }) => told(perGross!.mean)),
      band(one.at[place].perGross!),
      numbers.percent(one.at[place].netShare!.mean, 0),
      perNet(one.at[place]),
      settingText(one, numbers),
      numbers.money(one.outlay![place].mean),
      published(one),
    ]),
  })
  const reformDigits = figureDigits(reforms.flatMap(({ at }) => at.map(({ effect }) => scale * effect.mean)))
  const wide = (value: number): string => numbers.signed(scale * value, reformDigits)
  if (ranked.length === 0) return <p className="note">{words.none}</p>
  return (
    <>
      <ChartFigure
        level={2}
        title={words.chart}
        unit={words.chartUnit(unitText, year)}
        source={words.source}
        table={table}
      >
        <GainRows
          rows={ranked.map(one => {
            const { perGross } = one.at[place]
            return {
              id: one.lever,
              name: nameOf(one),
              note: words.row(rankOf(one), netOf(one.at[place])),
              value: scale * perGross!.mean,
              low: scale * perGross!.low,
              high: scale * perGross!.high,
            }
          })}
          marks="dots"
          sentence={`${words.chart}: ${ranked.map(one => `${nameOf(one)} ${told(one.at[place].perGross!.mean)}`).join('; ')}`}
          show={value => numbers.signed(value, digits)}
          firstWidth={640}
          widest={1100}
        />
      </ChartFigure>
      {reforms.length === 0 ? null : (
        <Section title={words.reforms} note={words.reformsNote(inText(unitText, language))}>
          <HeadedTable
            scrolled={words.reforms}
            className="score-t effects"
            heads={[words.measure, words.setting, ...years.map(String), words.range(year)]}
          >
            {reforms.map(one => (
              <tr key={one.lever}>
                <th scope="row">
                  <Terms text={nameOf(one)} />
                </th>
                <td>{settingText(one, numbers)}</td>
                {one.at.map(({ year: at, effect }) => (
                  <td key={at}>{wide(effect.mean)}</td>
                ))}
                <td>{band(one.at[place].effect, wide)}</td>
              </tr>
            ))}
          </HeadedTable>
        </Section>
      )}
    </>
  )
}

const keyOf = ({ region, outside }: Pick<Draft, 'region' | 'outside'>, input: ValueInput): Question<Value>['key'] => [
  region,
  'value',
  input,
  outside,
]

const firstDraft = emptyDraft(firstValue.region)
const firstKey = hashKey(keyOf(firstDraft, firstValueInput(firstDraft)))

/** The app is built with the answer to the first question. */
const question = (draft: Draft, input: ValueInput): Question<Value> => ({
  key: keyOf(draft, input),
  known: hashKey(keyOf(draft, input)) === firstKey ? firstValue.value : undefined,
  ask: ({ signal, progress }) => workers().pool.ask('value', draft, input, { signal, progress }),
})

/** The finding in a sentence, and what it leaves open. */
const useLead = (found: Value | undefined): string | undefined => {
  const { words, language } = useTexts(valueWords)
  if (found === undefined) return undefined
  const year = packageStart + found.rankedAt - 1
  const place = found.years.indexOf(year)
  const names = (list: readonly LeverValue[]): string =>
    listed(
      list.map(({ lever, doc }) => inText(leverName(lever, doc, language), language)),
      language,
    )
  const best = found.levers.filter(({ rank }) => rank === 1)
  const unclear = found.levers.filter(({ rank, at }) => rank !== null && at[place].sign === 'unclear')
  return [
    ...(best.length === 0 ? [] : [words.best(year, names(best), best.length > 1)]),
    ...(unclear.length === 0 ? [] : [words.unclear(names(unclear))]),
  ].join(language === 'zh' ? '' : ' ')
}

export default function ValueForMoney() {
  const { words, numbers } = useTexts(valueWords)
  const shell = useWords(shellWords)
  const names = useTerms(valueWords.outcomes)
  const draft = useStore(state => state.draft)
  const asked = useAsked('value.outcome')
  const first = firstValueInput(draft)
  const outcome = outcomes.find(name => name === asked) ?? first.outcome
  const after = Number(useAsked('value.after'))
  const rankedAt = horizons.find(one => one === after) ?? first.rankedAt
  const { data, problem, done, progress } = useQuestion(question(draft, { ...first, outcome, rankedAt }))
  const lead = useLead(data)
  return (
    <>
      <Head title={words.title} over={words.over(packageStart, numbers.plain(first.members, 0), String(first.seed))} />
      <div className="record-choice">
        <label>
          {words.outcome}{' '}
          <Select
            options={outcomes.map(name => [name, names[name]])}
            value={outcome}
            choose={chosen => ask('value.outcome', chosen)}
          />
        </label>
        <Segments
          legend={words.after}
          options={horizons.map(one => [one, String(packageStart + one - 1)])}
          chosen={rankedAt}
          choose={one => ask('value.after', String(one))}
        />
      </div>
      {problem === undefined ? null : <ProblemNote text={problem} />}
      <Working done={done || problem !== undefined} progress={progress} label={shell.loading} />
      {data === undefined ? (
        problem === undefined ? (
          <Skeleton height={900} text={shell.loading} />
        ) : null
      ) : (
        <>
          <p className="say">{lead}</p>
          <Ranked found={data} />
        </>
      )}
    </>
  )
}
