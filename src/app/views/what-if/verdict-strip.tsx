/** Two class bars that stay in view: the policy above current policy. */

import type { Probabilities } from '../../../analysis/answer/verdict.ts'
import type { BandState } from '../../state/live.ts'
import { ClassBar, ClassKey } from '../../charts/class-bar.tsx'
import { useTexts, useWords } from '../../shell/use.ts'
import { shellWords } from '../../words/shell.ts'
import { whatIfWords } from '../../words/what-if.ts'

const Row = ({
  name,
  summary,
  own,
}: {
  readonly name: string
  /** Undefined until it is simulated. */
  readonly summary: Probabilities | undefined
  readonly own: boolean
}) => {
  const { words, numbers } = useTexts(whatIfWords)
  const title = own ? <b className="own">{name}</b> : <span>{name}</span>
  if (summary === undefined) {
    return (
      <>
        {title}
        <span className={`note${own ? ' wait' : ''}`}>{own ? words.opening : null}</span>
      </>
    )
  }
  const { probability, probabilityError } = summary
  return (
    <>
      {title}
      <ClassBar shares={probability} label={name} error={own ? probabilityError.revived : undefined} />
      <span className="n">
        {numbers.chanceNumber(probability.revived)}
        <small>
          {words.revivedPercent}
          {numbers.error(probabilityError.revived)}
        </small>
      </span>
    </>
  )
}

export const VerdictStrip = ({
  bands,
  name,
  stale,
  empty = false,
}: {
  readonly bands: BandState | undefined
  readonly name: string
  readonly stale: boolean
  /** No lever is moved. */
  readonly empty?: boolean
}) => {
  const { words, numbers } = useTexts(whatIfWords)
  const shell = useWords(shellWords)
  return (
    <>
      <ClassKey className="pbkey">
        {bands === undefined || bands.members === bands.whole ? (
          empty ? (
            <span className="coarse">{words.hint}</span>
          ) : null
        ) : (
          <span className="coarse">{words.coarse(numbers.plain(bands.members, 0), numbers.plain(bands.whole, 0))}</span>
        )}
      </ClassKey>
      <div className={`verdict${stale ? ' stale' : ''}`}>
        <Row name={name} summary={bands?.policy} own />
        <Row name={shell.doNothing} summary={bands?.nothing} own={false} />
      </div>
    </>
  )
}
