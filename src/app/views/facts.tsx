/** Findings with their names, side by side; below each other on a phone. */

import type { Fact } from '../../questions/core/report.ts'
import { useWriting } from './writing.ts'

export const Facts = ({ facts }: { readonly facts: readonly Fact[] }) => {
  const { said } = useWriting()
  if (facts.length === 0) return null
  return (
    <dl className="facts">
      {facts.map(({ name, message }, at) => (
        <div key={at}>
          <dt>{said(name)}</dt>
          <dd>{said(message)}</dd>
        </div>
      ))}
    </dl>
  )
}
