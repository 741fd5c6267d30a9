/** Choice of how the package is financed, and how much of its budget it uses. */

import { useState } from 'react'
import { workers } from '../worker/workers.ts'
import { useTexts } from '../shell/use.ts'
import { Terms } from '../shell/terms.tsx'
import { financingLevers, type FinancingLever, financingOf, withFinancing } from '../../scenario/scenario.ts'
import { rulesOfAbout } from '../state/fitting.ts'
import { useLive } from '../state/live.ts'
import { standardFinancing } from '../../model/packages.ts'
import { type Draft } from '../state/scenario.ts'
import { useStore } from '../state/store.ts'
import { financingNames } from '../../model/names/levers.ts'
import { whatIfWords } from '../words/what-if.ts'
import type { About } from '../worker/answers/about.ts'
import { Button } from './button.tsx'

type Choice = 'half' | FinancingLever

const sharesOf = (choice: Choice): Partial<Record<FinancingLever, number>> =>
  choice === 'half' ? standardFinancing.shares : { [choice]: 1 }

export const Financing = ({ about, draft }: { readonly about: About; readonly draft: Draft }) => {
  const { words, language, numbers } = useTexts(whatIfWords)
  const shares = financingOf(rulesOfAbout(about).levers, draft.policy)
  const choice: Choice | undefined =
    shares.financedByCentre === 0.5 && shares.financedByBonds === 0.5
      ? 'half'
      : financingLevers.find(name => shares[name] === 1)
  const { envelope } = about
  const [scaling, setScaling] = useState(false)
  const cost = useLive(state => state.cost)
  const money = (value: number): string => numbers.money(value)
  const spent = (used: number): string => {
    if (used < -0.005) return words.saves(money(-used))
    return used > envelope * 1.0005
      ? words.over(money(used), money(envelope))
      : words.used(money(used), money(envelope))
  }
  const choose = (next: Choice): void => {
    const policy = withFinancing(draft.policy, sharesOf(next))
    useStore.getState().change({ ...draft, policy })
  }
  const scale = async (): Promise<void> => {
    const { change, notify } = useStore.getState()
    setScaling(true)
    try {
      const policy = await workers().run.ask('toBudget', { region: draft.region }, { policy: draft.policy })
      if (policy === null) notify(words.notScaled)
      else {
        change({ ...draft, policy })
        notify(words.scaledTo(money(envelope)))
      }
    } finally {
      setScaling(false)
    }
  }
  return (
    <fieldset className="fin">
      <legend>
        <Terms text={words.financing} />
      </legend>
      <div className="seg">
        {(['half', ...financingLevers] satisfies Choice[]).map(one => (
          <button key={one} type="button" aria-pressed={choice === one} onClick={() => choose(one)}>
            {one === 'half' ? standardFinancing.names[language] : financingNames[language][one]}
          </button>
        ))}
      </div>
      {cost === undefined ? null : (
        <>
          <p className="note">{spent(cost.gross.perYear)}</p>
          {Math.abs(cost.gross.perYear - envelope) <= 0.005 * envelope || cost.gross.perYear < 0.005 ? null : (
            <Button disabled={scaling} onClick={() => void scale()}>
              {scaling ? words.scaling : words.scale}
            </Button>
          )}
          <p className="note">{words.afterFeedback(money(cost.afterFeedback.total.perYear))}</p>
        </>
      )}
    </fieldset>
  )
}
