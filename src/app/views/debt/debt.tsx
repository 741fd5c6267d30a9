/** The view Debt: debt as those who lend look at it, for the region and each area. */

import { useState } from 'react'
import type { DebtReport } from '../../../analysis/debt/debt.ts'
import type { DebtFans } from '../../../analysis/debt/fan.ts'
import { standardDiscount } from '../../../analysis/debt/pension-debt.ts'
import { realismHorizons, realismIn } from '../../../analysis/debt/realism.ts'
import { pensionDebtSource, type DebtSource, srdsfGuidance } from '../../../analysis/debt/thresholds.ts'
import { debtWords, peopleRemark, realismRemark, rolloverRemark } from '../../../analysis/debt/words.ts'
import { stressOutcomes } from '../../../analysis/stress.ts'
import { typedNumber } from '../../../language/usage.ts'
import { currencyWord } from '../../../language/currency.ts'
import { TableSection } from '../../charts/table-section.tsx'
import { Segments } from '../../controls/segments.tsx'
import { useScenarioName } from '../../shell/draft-name.ts'
import { ProblemNote } from '../../shell/failure.tsx'
import { Head, Section, Working } from '../../shell/head.tsx'
import { Skeleton } from '../../shell/skeleton.tsx'
import { useLanguage, useTexts, useWords } from '../../shell/use.ts'
import { ask, useAsked } from '../../state/asks.ts'
import { useAnswer } from '../../state/question.ts'
import { everyYears } from '../../state/quarters.ts'
import { useStore } from '../../state/store.ts'
import { debtViewWords } from '../../words/debt.ts'
import { typeset } from '../../../language/typeset.ts'
import { ChangeFigure, FanFigure, NeedFigure, ProfileFigure } from './figures.tsx'
import { HeatFigure, useYearRows } from './tables.tsx'

/** Simulations behind the fans: some seconds. */
const fanMembers = 256

/** Years of tables: the first ones close together, the later ones round. */
const tableYearsOf = ([first = 0, ...rest]: readonly number[]): number[] =>
  [first, first + 2, first + 4, ...everyYears(5, first + 5, first + rest.length + 1)].filter(year =>
    [first, ...rest].includes(year),
  )

/** Tables by year: kinds of debt, renewal, contingent liabilities and the balance sheet. */
const YearTables = ({ report, place }: { readonly report: DebtReport; readonly place: string }) => {
  const { words, language, numbers } = useTexts(debtViewWords)
  const { head, row } = useYearRows(report.years, tableYearsOf(report.years))
  const { kinds, rollover, contingent, balance } = report.of[place]
  const points = (value: number): string => numbers.signed(100 * value, 1)
  const money = (value: number): string => numbers.money(value, 0)
  const percent = (value: number): string => numbers.percent(value)
  return (
    <>
      {kinds.map(kind => (
        <TableSection
          key={kind.id}
          title={`${kind.names[language]}, ${words.ofOutput}`}
          table={{
            head,
            rows: [
              row(kind.level, percent),
              ...kind.lines.map(line => row(line, points)),
              row({ id: 'residual', names: debtWords.residual, values: kind.residual }, numbers.scientific),
            ],
          }}
        />
      ))}
      <TableSection
        title={rollover.names[language]}
        table={{ head, rows: rollover.lines.map(line => row(line, percent)) }}
      />
      <TableSection
        title={contingent.names[language]}
        note={contingent.remarks.map(({ text }) => text[language]).join(' ')}
        table={{ head, rows: contingent.lines.map(line => row(line, money)) }}
      />
      <TableSection
        title={balance.names[language]}
        note={debtWords.balanceNote[language]}
        table={{
          head,
          rows: [
            ...balance.lines.map(line => row(line, money)),
            row(balance.netWorth, money),
            row(balance.netWorthToGdp, percent),
            row(balance.financialNetWorthToGdp, percent),
          ],
        }}
      />
    </>
  )
}

/** What tests and lost renewal change, and how wrong past forecasts were. */
const TestTables = ({ report, place }: { readonly report: DebtReport; readonly place: string }) => {
  const { words, language, numbers } = useTexts(debtViewWords)
  const [baseline, ...tests] = report.stress
  const points = (value: number): string => numbers.signed(100 * value, 1)
  const shown = tableYearsOf(report.years).slice(2)
  const { realism, rolloverTest } = report
  const byHorizon = (values: readonly number[], show: (value: number) => string): string[] =>
    realismHorizons.map((_, at) => (at < values.length ? show(values[at]) : '–'))
  return (
    <>
      <TableSection
        title={debtWords.stress[language]}
        note={debtWords.stressNote[language]}
        table={{
          head: [words.test, ...tests.map(({ test }) => test!.short[language])],
          unit: words.points,
          rows: stressOutcomes
            .filter(({ scale, name }) => scale === 100 && name !== 'output')
            .flatMap(({ name, names }) =>
              shown.map(year => {
                const at = report.years.indexOf(year)
                return [
                  `${names[language]}, ${year}`,
                  ...tests.map(({ places }) => points(places[place][name][at] - baseline.places[place][name][at])),
                ]
              }),
            ),
        }}
      >
        <ul className="src">
          {tests.map(({ test }) => (
            <li key={test!.id}>{typeset(`${test!.short[language]}: ${test!.names[language]}`, language)}</li>
          ))}
        </ul>
      </TableSection>
      <TableSection
        title={debtWords.rollover[language]}
        note={rolloverRemark(rolloverTest.from, rolloverTest.to)[language]}
        table={{
          head: ['', String(rolloverTest.to)],
          rows: rolloverTest.outcomes[place].map(({ names, change }) => [names[language], points(change)]),
        }}
      />
      {realism === undefined ? null : (
        <TableSection
          title={debtWords.realism[language]}
          note={realismRemark(report, place)[language]}
          table={{
            head: [
              '%',
              ...[debtWords.bias, debtWords.rmse, debtWords.forecast].flatMap(one =>
                realismHorizons.map(horizon => `${one[language]}, ${words.horizon(horizon)}`),
              ),
            ],
            unit: '%',
            rows: realismIn(realism, place).map(({ names, bias, rmse, forecast }) => [
              names[language],
              ...byHorizon(bias, points),
              ...byHorizon(rmse, value => numbers.plain(100 * value, 1)),
              ...byHorizon(forecast[place], points),
            ]),
          }}
        />
      )}
    </>
  )
}

const PensionTables = ({
  report,
  place,
  discount,
}: {
  readonly report: DebtReport
  readonly place: string
  readonly discount: number
}) => {
  const { words, language, numbers } = useTexts(debtViewWords)
  const { central, atWagesOfToday, sensitivity, basis, toGdp } = report.pensionDebt.places[place]
  const currency = { en: currencyWord(report.currency, 'en'), zh: currencyWord(report.currency, 'zh') }
  return (
    <>
      <TableSection
        title={debtWords.pension[language]}
        note={peopleRemark(basis, currency)[language]}
        above={<Discount rate={discount} />}
        table={{
          head: ['', words.start],
          rows: [
            ...(['pensioners', 'contributors', 'residents', 'total', 'reserve', 'unfunded'] as const)
              .filter(name => central[name] !== 0)
              .map(name => [debtWords[name][language], numbers.money(central[name])]),
            [`${debtWords.unfunded[language]}, ${debtWords.ofOutput[language]}`, numbers.percent(toGdp)],
            [debtWords.today[language], numbers.money(atWagesOfToday.contributors)],
          ],
        }}
      />
      <TableSection
        title={debtWords.sensitivity[language]}
        note={words.sensitivityUnit}
        table={{
          head: [
            debtWords.discount[language],
            ...sensitivity.indexations.map(({ names }) => `${debtWords.indexedTo[language]} ${names[language]}`),
          ],
          rows: sensitivity.discountRates.map((rate, at) => [
            numbers.percent(rate),
            ...sensitivity.toGdp[at].map(value => numbers.percent(value)),
          ]),
        }}
      />
    </>
  )
}

/** A rate as people write it, in %; undefined where it is none from 0 to 10. */
const discountFrom = (text: string): number | undefined => {
  const value = typedNumber(text)
  return value === undefined || value < 0 || value > 10 ? undefined : value / 100
}

/** The real discount rate of pension rights, in %. */
const Discount = ({ rate }: { readonly rate: number }) => {
  const words = useWords(debtViewWords)
  const shown = String(Number((100 * rate).toFixed(2)))
  const [typed, setTyped] = useState<string | undefined>(undefined)
  const wrong = typed !== undefined && discountFrom(typed) === undefined
  const take = (): void => {
    const next = typed === undefined ? undefined : discountFrom(typed)
    if (next !== undefined) ask('debt.discount', next === standardDiscount ? undefined : typed!.trim())
    if (next !== undefined) setTyped(undefined)
  }
  return (
    <p className="btns">
      <label>
        {words.discount}{' '}
        <input
          inputMode="decimal"
          size={5}
          value={typed ?? shown}
          aria-invalid={wrong}
          aria-describedby={wrong ? 'discount-wrong' : undefined}
          onChange={event => setTyped(event.target.value)}
          onBlur={take}
          onKeyDown={event => {
            if (event.key === 'Enter') take()
          }}
        />
      </label>
      {wrong ? (
        <span id="discount-wrong" role="alert">
          {words.discountWrong}
        </span>
      ) : null}
    </p>
  )
}

const Sources = ({ report, place }: { readonly report: DebtReport; readonly place: string }) => {
  const language = useLanguage()
  const all = [...report.of[place].heatMap.rows.map(({ source }) => source), srdsfGuidance, pensionDebtSource]
  const sources = [...new Map(all.map((source): [string, DebtSource] => [source.address, source])).values()]
  return (
    <Section title={debtWords.sources[language]}>
      {[...report.remarks, ...report.pensionDebt.assumptions.map(({ text }) => text)].map(text => (
        <p key={text.en} className="note">
          {text[language]}
        </p>
      ))}
      <ol className="src studies">
        {sources.map(({ text, address }) => (
          <li key={address}>
            <a href={address} target="_blank" rel="noreferrer">
              {text[language]}
            </a>
          </li>
        ))}
      </ol>
    </Section>
  )
}

const useLead = (report: DebtReport | undefined, fans: DebtFans | undefined, place: string): React.ReactNode => {
  const { words, language, numbers } = useTexts(debtViewWords)
  if (report === undefined) return undefined
  const { decomposition, financing } = report.of[place]
  const last = report.years.length - 1
  const year = report.years[last]
  const { names } = report.places.find(({ id }) => id === place)!
  const percent = (value: number): string => numbers.percent(value, 0)
  const chance = fans?.places[place].find(({ measure }) => measure === 'debtToGdp')?.thresholds[0]
  const told = [
    words.lead(
      names[language],
      percent(decomposition.before),
      percent(decomposition.level.values[last]),
      year,
      report.years[0] - 1,
    ),
    words.need(percent(financing.needToGdp.values[last]), year),
    words.pension(percent(report.pensionDebt.places[place].toGdp)),
    language === 'zh' ? '' : ' ',
  ].join('')
  return (
    <>
      {told}
      {chance === undefined ? (
        // Keeps the place of the sentence that the simulations will tell.
        <span style={{ visibility: 'hidden' }}>{words.shares(percent(0.1), percent(0.1), year)}</span>
      ) : (
        words.shares(numbers.chance(chance.share[last]), percent(chance.threshold), year)
      )}
    </>
  )
}

export default function Debt() {
  const { words, language, numbers } = useTexts(debtViewWords)
  const scenario = useScenarioName()
  const { region, policy, assumptions, seed, ...draft } = useStore(state => state.draft)
  const members = Math.min(draft.members, fanMembers)
  const chosen = useAsked('debt.area') ?? 'region'
  const discount = discountFrom(useAsked('debt.discount') ?? '') ?? standardDiscount
  const shared = { policy, assumptions, benchmarks: 'emerging' } as const
  const { data: report, problem } = useAnswer('debt', region, { ...shared, discountRate: discount })
  const simulated = useAnswer('debtSimulations', region, { ...shared, seed, members }, 'pool')
  const fans = simulated.data
  // Another region has other areas.
  const place = report?.of[chosen] === undefined ? 'region' : chosen
  const lead = useLead(report, fans, place)
  const trouble = problem ?? simulated.problem
  if (trouble !== undefined) return <ProblemNote text={trouble} />
  return (
    <>
      <Head title={words.title} over={words.over(scenario, numbers.plain(members, 0), String(seed))} lead={lead} />
      {report === undefined || report.places.length === 1 ? null : (
        <div className="record-choice">
          <Segments
            legend={words.place}
            options={report.places.map(({ id, names }) => [id, names[language]])}
            chosen={place}
            choose={id => ask('debt.area', id === 'region' ? undefined : id)}
          />
        </div>
      )}
      {report === undefined ? (
        <Skeleton height={900} text={words.simulating} />
      ) : (
        <>
          <section className="sec debt-fans" aria-label={debtWords.fan[language]}>
            <Working done={fans !== undefined} progress={simulated.progress} label={words.simulating} />
            {fans === undefined ? (
              <Skeleton height={620} text={words.simulating} />
            ) : (
              fans.places[place]?.map(fan => <FanFigure key={fan.measure} fan={fan} fans={fans} />)
            )}
          </section>
          <HeatFigure map={report.of[place].heatMap} />
          <section className="sec debt-fans">
            <ChangeFigure decomposition={report.of[place].decomposition} years={report.years} />
            <NeedFigure financing={report.of[place].financing} years={report.years} />
            {report.of[place].profiles.map(profile => (
              <ProfileFigure key={profile.at} profile={profile} />
            ))}
          </section>
          <TestTables report={report} place={place} />
          <YearTables report={report} place={place} />
          <PensionTables report={report} place={place} discount={discount} />
          <Sources report={report} place={place} />
        </>
      )}
    </>
  )
}
