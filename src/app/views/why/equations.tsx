/** The nearest equations behind an outcome that have uncertain parameters: each opens its card. */

import type { Quantity } from '../../../analysis/explain/quantity.ts'
import type { CauseRow } from '../../../analysis/explain/tree.ts'
import type { SetInputs } from '../../../engine/scenario.ts'
import { Button } from '../../controls/button.tsx'
import { Section } from '../../shell/head.tsx'
import { Skeleton } from '../../shell/skeleton.tsx'
import { useWords } from '../../shell/use.ts'
import { useAnswer } from '../../state/question.ts'
import { whyWords } from '../../words/why.ts'
import { useRowName } from './cause-words.tsx'

const most = 10

export const Equations = ({
  region,
  inputs,
  quantity: { name, labels },
  step,
  pick,
}: {
  readonly region: string
  readonly inputs: SetInputs
  readonly quantity: Quantity
  readonly step: number
  readonly pick: (row: CauseRow, place: HTMLElement) => void
}) => {
  const words = useWords(whyWords)
  const nameOf = useRowName()
  const { data } = useAnswer('equationsBehind', region, { ...inputs, name, labels, step, most })
  if (data?.length === 0) return null
  return (
    <Section title={words.equations} note={words.equationsNote}>
      {data === undefined ? (
        <Skeleton height={34 * most} text={words.computing} />
      ) : (
        <ul className="equations" style={{ minHeight: 34 * most }}>
          {data.map(row => (
            <li key={row.name}>
              <Button className="link" aria-haspopup="dialog" onClick={event => pick(row, event.currentTarget)}>
                {nameOf({ ...row, labels: {} })}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
