/** The impact of an event: direct, indirect and induced by the input-output table, and what the whole model adds. */

import type { Impact } from '../../../analysis/industries/impact.ts'
import { industryMessages as said } from '../../../analysis/industries/messages.ts'
import type { Band } from '../../../analysis/numbers.ts'
import { ChartFigure } from '../../charts/figure.tsx'
import { Reasons } from '../../charts/reasons.tsx'
import { StackRows } from '../../charts/stack-rows.tsx'
import { TableSection } from '../../charts/table-section.tsx'
import { Section, Working } from '../../shell/head.tsx'
import { Skeleton } from '../../shell/skeleton.tsx'
import { Told } from '../../shell/told.tsx'
import { useLanguage, useNumbers, useSay, useTexts, useWords } from '../../shell/use.ts'
import { useAnswer } from '../../state/question.ts'
import { useStore } from '../../state/store.ts'
import { typeset } from '../../../language/typeset.ts'
import { figureDigits } from '../../../analysis/readable-numbers.ts'
import reasonWords from '../../../texts/app/reasons.ts'
import { sectorsWords } from '../../words/sectors.ts'
import { labelName } from '../../../model/names/parameters.ts'
import { variableName } from '../../../model/names/variables.ts'
import type { Message } from '../../../language/messages.ts'
import { type Choices, useEventName, useScales } from './choices.ts'
import { EventChoice, EventProblem } from './event.tsx'

/** Simulations behind the bands: some seconds, as many as on the command line. */
const impactMembers = 40

/** Of a sector or of all. */
type Effects = Pick<Impact['total'], 'valueAdded' | 'employed'> & { readonly model?: Impact['total']['model'] }

/** Effects by the table, in value added or jobs. */
const EffectsFigure = ({ impact, jobs }: { readonly impact: Impact; readonly jobs: boolean }) => {
  const { words, language, numbers } = useTexts(sectorsWords)
  const scales = useScales()
  const measure = jobs ? 'employed' : 'output'
  const scale = scales[measure]
  const { sectors, total, year, years } = impact
  const at = years.indexOf(year)
  const say = useSay()
  const rowOf = (id: string, name: string, { valueAdded, employed, model }: Effects) => {
    const { direct, indirect, induced, total: sum } = jobs ? employed : valueAdded
    const ofModel = model?.[at]![jobs ? 'employed' : 'valueAdded']
    return {
      id,
      name,
      parts: [direct, indirect, induced].map(value => value * scale),
      sum: sum * scale,
      mark: ofModel === undefined ? undefined : ofModel * scale,
    }
  }
  const rows = sectors.map(one => rowOf(one.sector, labelName(one.sector, language), one))
  const all = rowOf('all', say(said.all()), total)
  const digits = figureDigits(rows.map(({ sum }) => sum))
  const show = (value: number): string => numbers.signed(value, digits)
  const title = words.impactChart(words.measures[measure])
  return (
    <ChartFigure
      title={title}
      unit={words.impactUnit(words.measures[measure], year, words.units[measure])}
      table={() => ({
        head: [said.industry(), said.direct(), said.indirect(), said.induced(), said.sum(), said.byModel({ year })].map(
          say,
        ),
        unit: words.units[measure],
        rows: [...rows, all].map(({ name, parts, sum, mark }) => [
          name,
          ...parts.map(show),
          show(sum),
          mark === undefined ? '–' : show(mark),
        ]),
      })}
    >
      <StackRows
        rows={rows}
        sentence={`${title}, ${year}: ${[...rows, all].map(({ name, sum }) => `${name} ${show(sum)}`).join('; ')}`}
        firstWidth={560}
      />
    </ChartFigure>
  )
}

/** The table that offices expect, with ranges and the first year of the whole model. */
const EffectsTable = ({ impact }: { readonly impact: Impact }) => {
  const { words, language, numbers } = useTexts(sectorsWords)
  const scales = useScales()
  const say = useSay()
  const { sectors, total, year, years, bands } = impact
  const money = figureDigits(sectors.map(({ valueAdded }) => valueAdded.total * scales.output))
  const people = figureDigits(sectors.map(({ employed }) => employed.total * scales.employed))
  const value = (amount: number): string => numbers.signed(amount * scales.output, money)
  const jobs = (amount: number): string => numbers.signed(amount * scales.employed, people)
  const range = (band: Band | undefined, show: (amount: number) => string): string =>
    band === undefined ? '–' : say(said.range({ low: show(band.low), high: show(band.high) }))
  const shownYears = [...new Set([0, years.indexOf(year)])]
  const rowOf = (one: Effects, name: string, at: number): string[] => {
    const own = bands === undefined ? undefined : (bands.sectors[at] ?? bands.total)
    const { direct, indirect, induced, total: sum } = one.valueAdded
    return [
      name,
      ...[direct, indirect, induced, sum].map(value),
      range(own?.table, value),
      ...shownYears.flatMap(when => [
        one.model === undefined ? '–' : value(one.model[when]!.valueAdded),
        range(own?.model?.[when]?.valueAdded, value),
      ]),
      jobs(one.employed.total),
      ...shownYears.map(when => (one.model === undefined ? '–' : jobs(one.model[when]!.employed))),
    ]
  }
  const share = (head: Message): string => `${words.measures.output}: ${say(head)}`
  const job = (head: Message): string => `${words.measures.employed}: ${say(head)}`
  return (
    <TableSection
      title={words.impactTable}
      note={`${typeset(`${words.measures.output}: ${words.units.output}; ${words.measures.employed}: ${words.units.employed}`, language)}${language === 'zh' ? '。' : '. '}${say(said.partsSaid())}`}
      table={{
        head: [
          say(said.industry()),
          ...[said.direct(), said.indirect(), said.induced(), said.sum()].map(share),
          `${share(said.sum())}, 80 %`,
          ...shownYears.flatMap(when => {
            const head = share(said.byModel({ year: years[when]! }))
            return [head, `${head}, 80 %`]
          }),
          job(said.sum()),
          ...shownYears.map(when => job(said.byModel({ year: years[when]! }))),
        ],
        unit: [
          ...Array.from({ length: 5 + 2 * shownYears.length }, () => words.units.output),
          ...Array.from({ length: 1 + shownYears.length }, () => words.units.employed),
        ],
        rows: [
          ...sectors.map((one, at) => rowOf(one, labelName(one.sector, language), at)),
          rowOf(total, say(said.all()), sectors.length),
        ],
      }}
    />
  )
}

/** Prices, people and budgets. */
const ModelTable = ({ impact }: { readonly impact: Impact }) => {
  const language = useLanguage()
  const numbers = useNumbers()
  const scales = useScales()
  const say = useSay()
  const { changes, years, bands } = impact
  const shown =
    ({ unit, relative }: Impact['changes'][number]) =>
    (value: number): string =>
      numbers.signed(relative || unit === 'share' || unit === 'year' ? value * 100 : value * scales.output, 2)
  return (
    <TableSection
      title={say(said.modelHead())}
      note={say(said.modelSaid({ start: Math.min(...impact.shocks.map(({ from }) => from)) }))}
      table={{
        head: [say(said.outcome()), ...years.flatMap(year => [String(year), `${year}, 80 %`])],
        rows: changes.map((one, row) => {
          const show = shown(one)
          return [
            variableName(one.variable, one.doc, language),
            ...one.at.flatMap((value, at) => {
              const band = bands?.changes[row]![at]
              return [
                show(value),
                band === undefined ? '–' : say(said.range({ low: show(band.low), high: show(band.high) })),
              ]
            }),
          ]
        }),
      }}
    />
  )
}

/** By which equations of the run output differs, from the shock to what gives way. */
const ReasonsPart = ({ event, year }: Pick<Choices, 'event' | 'year'>) => {
  const words = useWords(reasonWords)
  const { region, assumptions } = useStore(state => state.draft)
  const { data, done } = useAnswer('eventReasons', region, { shocks: [event], year, assumptions })
  if (data?.length === 0) return null
  return (
    <Section title={words.eventTitle(year)} note={words.eventNote}>
      {data === undefined ? (
        <Skeleton height={300} text={words.computing} />
      ) : (
        <div className={done ? 'reason-cols' : 'reason-cols stale'}>
          <Reasons divisions={data} />
        </div>
      )}
    </Section>
  )
}

export const ImpactPart = ({
  choices,
  industries,
}: {
  readonly choices: Choices
  readonly industries: readonly string[]
}) => {
  const { about, event, year, isEvent } = choices
  const { words, language, numbers } = useTexts(sectorsWords)
  const scales = useScales()
  const nameOf = useEventName(about)
  const { region, assumptions, seed, members } = useStore(state => state.draft)
  const question = (count: number) => ({ shocks: [event], year, assumptions, seed, members: count })
  const central = useAnswer('impact', region, question(0))
  const banded = useAnswer('impact', region, question(Math.min(impactMembers, members)), 'pool')
  const problem = central.problem ?? banded.problem
  const impact = banded.done ? banded.data : central.data
  const currency = { en: words.currency, zh: words.currency }
  const lead = (found: Impact): string =>
    [
      said.impactSaid({
        sales: numbers.signed(found.sales * scales.output, 1),
        currency,
        year,
        share: numbers.signedPercent(found.total.valueAdded.total / found.output, 2),
      }).text[language],
      words.impactShare(
        year,
        numbers.signedPercent(
          found.changes.find(({ variable }) => variable === 'regionOutput')!.at[found.years.indexOf(year)]!,
          2,
        ),
      ),
    ].join(language === 'zh' ? '' : ' ')
  return (
    <>
      <Section title={`${words.impact}: ${nameOf(event)}`}>
        {isEvent ? null : <EventChoice choices={choices} industries={industries} />}
        <Working done={banded.done || problem !== undefined} progress={banded.progress} label={words.first} />
        {problem === undefined ? null : <EventProblem problem={problem} />}
        {impact === undefined || problem !== undefined ? null : (
          <p className="sure">
            <Told text={lead(impact)} />
          </p>
        )}
      </Section>
      {problem !== undefined ? null : impact === undefined ? (
        <Skeleton height={900} text={words.first} />
      ) : (
        <>
          <section className="sec debt-fans">
            <EffectsFigure impact={impact} jobs={false} />
            <EffectsFigure impact={impact} jobs />
          </section>
          <EffectsTable impact={impact} />
          <ModelTable impact={impact} />
          <ReasonsPart event={event} year={year} />
        </>
      )}
    </>
  )
}
