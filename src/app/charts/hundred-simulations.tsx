/** A hundred squares that show the classes of the simulations, rounded to add up to a hundred. */

import { classOrder, type Shares } from '../../model/criteria.ts'
import { useLanguage, useSaid } from '../shell/use.ts'
import { classTitles, classStyles } from '../words/classes.ts'

/**
 * Whole numbers that add up to a hundred: each share is rounded as it is printed beside the squares, and the largest
 * takes what is left.
 */
const squaresOf = (shares: readonly number[]): number[] => {
  const counts = shares.map(share => Math.round(100 * share))
  counts[shares.indexOf(Math.max(...shares))] += 100 - counts.reduce((sum, count) => sum + count, 0)
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
  const counts = squaresOf(classOrder.map(one => shares[one]))
  const begins = counts.map((_, at) => counts.slice(0, at).reduce((sum, count) => sum + count, 0))
  const sentence = classOrder.map((one, at) => `${counts[at]} ${classTitles[language][one]}`).join(', ')
  return (
    <figure className="waf">
      <figcaption>
        <b>{name}</b> <span>{said}</span>
      </figcaption>
      <svg
        viewBox={`0 0 ${(100 / rows) * step - 2} ${rows * step - 2}`}
        role="img"
        aria-label={useSaid(`${name}: ${sentence}`)}
      >
        {/* On paper distress is striped: in black and white its colour is that of revival. */}
        <pattern id="stripes" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect className="wq distress-stripe" width="2.6" height="4" />
        </pattern>
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
