/** The changes under each package: paired differences to current policy, with their bands and the chance of being better. */

import { scaleLinear } from 'd3-scale'
import { type FocusEvent, type KeyboardEvent, lazy, Suspense, useState } from 'react'
import { ChartMenu } from '../../charts/figure.tsx'
import { type ChangeIndicator, changeIndicators, indicatorOf, indicatorWords } from '../../../outcomes/catalogue.ts'
import type { Answer, PackageAnswer } from '../../../analysis/answer/verdict.ts'
import { windowFrom, windowTo } from '../../../model/measures.ts'
import { HeadedTable } from '../../charts/table.tsx'
import { Section } from '../../shell/head.tsx'
import { OwnMenu } from '../../shell/menu.tsx'
import { Terms, Explained } from '../../shell/terms.tsx'
import { useWords, useTexts, useLanguage } from '../../shell/use.ts'
import { answerWords } from '../../words/answer.ts'
import { packageWords } from '../../../model/names/packages.ts'

const ChangeReason = lazy(() => import('./change-reason.tsx'))

/** From this chance on a change is told apart from none. */
const clear = 0.9

const ChangeCell = ({
  package: policyPackage,
  indicator: { indicator, digits, scale },
  reach,
  name,
  title,
  place,
  isTabbed,
}: {
  readonly package: PackageAnswer
  readonly indicator: ChangeIndicator
  /** The furthest that any package goes either way: all bands of a row are on one scale. */
  readonly reach: readonly [number, number]
  /** Of the package: stands in the cell where a phone leaves no room for a head. */
  readonly name: string
  /** Of the indicator. */
  readonly title: string
  /** In the table: row and column. */
  readonly place: string
  readonly isTabbed: boolean
}) => {
  const { words, numbers } = useTexts(answerWords)
  const { low, median, high, chanceBetter } = policyPackage.changes[indicator]
  const show = (value: number): string => numbers.signed(value * scale, digits)
  const x = scaleLinear([...reach], [2, 98])
  const word = chanceBetter >= clear ? 'gain' : chanceBetter <= 1 - clear ? 'loss' : 'open'
  return (
    <td className={word} data-of={name} data-place={place}>
      <OwnMenu
        className="figure-link"
        align="start"
        tabIndex={isTabbed ? 0 : -1}
        label={<b>{show(median)}</b>}
        name={words.whyChange(show(median), title, name)}
      >
        <Suspense fallback={null}>
          <ChangeReason package={policyPackage} indicator={indicator} />
        </Suspense>
      </OwnMenu>
      <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <path className="nil" d={`M${x(0)} 0V10`} />
        <path className="span" d={`M${x(low)} 5H${Math.max(x(high), x(low) + 1)}`} />
        <path className="mid" d={`M${x(median)} 1V9`} />
      </svg>
      <small>{words.range(show(low), show(high))}</small>
      <span className="vh">{words.better(numbers.percent(chanceBetter, 0))}</span>
    </td>
  )
}

/** One cell is reached with Tab, the others from there with the arrows. */
const useCells = () => {
  const [tabbed, setTabbed] = useState('0 0')
  const placeOf = (target: EventTarget): string | undefined =>
    target instanceof HTMLElement && target.matches('.figure-link')
      ? target.closest<HTMLElement>('td')?.dataset['place']
      : undefined
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const [down, right] =
      { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] }[event.key] ?? []
    const [row, column] = placeOf(event.target)?.split(' ').map(Number) ?? []
    if (down === undefined || right === undefined || row === undefined || column === undefined) return
    event.preventDefault()
    event.currentTarget.querySelector<HTMLElement>(`[data-place="${row + down} ${column + right}"] button`)?.focus()
  }
  const onFocus = ({ target }: FocusEvent): void => setTabbed(before => placeOf(target) ?? before)
  return { tabbed, onKeyDown, onFocus }
}

const PackagePanel = lazy(() => import('./package-panel.tsx'))

/** Says what the package does and what it costs when it is pressed. */
const PackageName = ({
  package: policyPackage,
  letter = false,
}: {
  readonly package: PackageAnswer
  /** With its letter before the name. */
  readonly letter?: boolean
}) => {
  const { id } = policyPackage
  const { name } = packageWords[useLanguage()][id]!
  return (
    <Explained label={letter ? `${id}\u00a0${name}` : name} term={name}>
      <Suspense fallback={null}>
        <PackagePanel package={policyPackage} />
      </Suspense>
    </Explained>
  )
}

export const ChangesTable = ({ answer }: { readonly answer: Answer }) => {
  const { words, language, numbers } = useTexts(answerWords)
  const indicators = useWords(indicatorWords)
  const packages = answer.packages.slice(1)
  const { tabbed, ...keys } = useCells()
  const table = {
    head: [
      words.indicator,
      ...packages.flatMap(({ id }) => {
        const { name } = packageWords[language][id]
        return [name, ...[0.1, 0.9].map(share => `${name} ${numbers.percent(share, 0)}`)]
      }),
    ],
    rows: changeIndicators.map(({ indicator, as, digits, scale }) => [
      `${indicators[indicator].title}, ${as === 'percent' ? words.asPercent : words.asPoints}`,
      ...packages.flatMap(({ changes }) => {
        const { low, median, high } = changes[indicator]
        return [median, low, high].map(value => numbers.signed(value * scale, digits))
      }),
    ]),
  }
  return (
    <Section title={words.changesTitle} note={words.changesNote(windowFrom, windowTo)}>
      <HeadedTable
        scrolled={words.changesTitle}
        className="changes stacks"
        {...keys}
        head={
          <>
            <th scope="col">{words.indicator}</th>
            {packages.map(policyPackage => (
              <th key={policyPackage.id} scope="col">
                <PackageName package={policyPackage} />
                <small>{packageWords[language][policyPackage.id].gloss}</small>
              </th>
            ))}
          </>
        }
      >
        {changeIndicators.map((one, row) => (
          <tr key={one.indicator}>
            <th scope="row">
              <Terms text={indicators[one.indicator].title} />
              <small>
                {indicatorOf(one.indicator).better === 'lower'
                  ? one.as === 'percent'
                    ? words.asPercentLower
                    : words.asPointsLower
                  : one.as === 'percent'
                    ? words.asPercent
                    : words.asPoints}
              </small>
            </th>
            {packages.map((policyPackage, column) => (
              <ChangeCell
                key={policyPackage.id}
                package={policyPackage}
                name={packageWords[language][policyPackage.id].name}
                indicator={one}
                title={indicators[one.indicator].title}
                place={`${row} ${column}`}
                isTabbed={tabbed === `${row} ${column}`}
                reach={[
                  Math.min(0, ...packages.map(({ changes }) => changes[one.indicator].low)),
                  Math.max(0, ...packages.map(({ changes }) => changes[one.indicator].high)),
                ]}
              />
            ))}
          </tr>
        ))}
      </HeadedTable>
      <ChartMenu title={words.changesTitle} table={() => table} />
    </Section>
  )
}
