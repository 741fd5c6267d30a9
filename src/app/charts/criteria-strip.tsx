/** Cells for the probability of meeting each of the eight criteria, with a line for current policy. */

import { criterionIds } from '../../model/criteria.ts'
import { useLanguage, useNumbers, useSaid } from '../shell/use.ts'
import { typeset } from '../../language/typeset.ts'
import { criterionWords } from '../words/classes.ts'

/** The first three stand apart: they must hold. */
const leftOf = (at: number): number => at * 26 + (at > 2 ? 10 : 0)
const height = 24

export const CriteriaStrip = ({
  chances,
  nothing,
  own,
}: {
  readonly chances: Readonly<Record<string, number>>
  readonly nothing: Readonly<Record<string, number>>
  /** Of a package; blue is never current policy. */
  readonly own: boolean
}) => {
  const language = useLanguage()
  const numbers = useNumbers()
  const words = criterionWords[language]
  const said = criterionIds.map(id => `${id} ${words[id].name} ${numbers.chance(chances[id])}`).join(', ')
  return (
    <svg className="crit" viewBox="-2 0 218 24" role="img" aria-label={useSaid(said)}>
      {criterionIds.map((id, at) => (
        <g key={id}>
          <title>{`${typeset(`${id} ${words[id].name}: ${numbers.chance(chances[id])}`, language)}\n${words[id].threshold}`}</title>
          <path className="cell" d={`M${leftOf(at) + 0.5} .5h20v23h-20z`} />
          <path
            className={own ? 'fillp' : 'fillb'}
            d={`M${leftOf(at)} ${height}v${-height * chances[id]}h21V${height}z`}
          />
          <path className="tick" d={`M${leftOf(at) - 2} ${height * (1 - nothing[id])}h25`} />
        </g>
      ))}
    </svg>
  )
}

/** Above a column of strips. */
export const CriteriaHead = ({ mustHold }: { readonly mustHold: string }) => (
  <svg className="crit crit-h" viewBox="-2 0 218 34" aria-hidden="true">
    <text x="36.5" y="10">
      {mustHold}
    </text>
    <path className="gate" d="M.5 19v-4h72v4" />
    {criterionIds.map((id, at) => (
      <text key={id} x={leftOf(at) + 10.5} y="30" className={at < 3 ? 'k' : ''}>
        {id}
      </text>
    ))}
  </svg>
)
