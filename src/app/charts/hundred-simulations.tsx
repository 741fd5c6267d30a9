/** A hundred squares that show the classes of the simulations, rounded to add up to a hundred. */

import { classOrder, type Shares } from '../../model/criteria.ts'
import { useLanguage } from '../shell/use.ts'
import { classTitles, classStyles } from '../words/terms/classes.ts'

/** Whole numbers that add up to `whole`: by largest remainder, of equal remainders the first. */
const largestRemainder = (shares: readonly number[], whole: number): number[] => {
  const exact = shares.map(share => share * whole)
  const counts = exact.map(Math.floor)
  const missing = whole - counts.reduce((sum, count) => sum + count, 0)
  const byRemainder = exact
    .map((value, at) => ({ at, rest: value - Math.floor(value) }))
    .toSorted((a, b) => b.rest - a.rest || a.at - b.at)
  for (const { at } of byRemainder.slice(0, missing)) counts[at]++
  return counts
}

const rows = 5
const square = 14
const step = 16

export const HundredSimulations = ({
  shares,
  name,
  said,
}: {
  readonly shares: Shares
  readonly name: string
  /** After the name: how many are revived. */
  readonly said: React.ReactNode
}) => {
  const language = useLanguage()
  const counts = largestRemainder(
    classOrder.map(one => shares[one]),
    100,
  )
  const begins = counts.map((_, at) => counts.slice(0, at).reduce((sum, count) => sum + count, 0))
  const sentence = classOrder.map((one, at) => `${counts[at]} ${classTitles[language][one]}`).join(', ')
  return (
    <figure className="waf">
      <figcaption>
        <b>{name}</b> <span>{said}</span>
      </figcaption>
      <svg viewBox={`0 0 ${(100 / rows) * step - 2} ${rows * step - 2}`} role="img" aria-label={`${name}: ${sentence}`}>
        {classOrder.map((one, at) => (
          <path
            key={one}
            className={`wq ${classStyles[one]}`}
            d={Array.from({ length: counts[at] }, (_, more) => {
              const place = begins[at] + more
              return `M${Math.floor(place / rows) * step} ${(place % rows) * step}h${square}v${square}h-${square}z`
            }).join('')}
          />
        ))}
      </svg>
    </figure>
  )
}
