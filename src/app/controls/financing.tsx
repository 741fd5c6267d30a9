/** The payers of the package, in shares that add up to all, and how much of its budget it uses. */

import { useState } from 'react'
import { workers } from '../worker/workers.ts'
import { useTexts } from '../shell/use.ts'
import { Terms } from '../shell/terms.tsx'
import { financingLevers, financingOf, isOwnLever, withFinancing, withShare } from '../../scenario/scenario.ts'
import { rulesOfAbout } from '../state/fitting.ts'
import { useLive } from '../state/live.ts'
import type { Draft } from '../state/scenario.ts'
import { useStore } from '../state/store.ts'
import { financingNames } from '../../model/names/levers.ts'
import { whatIfWords } from '../words/what-if.ts'
import type { About } from '../worker/answers/about.ts'
import { Button } from './button.tsx'

/** Of each payer, in the bar and beside its name. */
const colours = ['policy', 'kept-a', 'kept-c', 'kept-d', 'kept-e'].map(name => `var(--${name})`)

export const Financing = ({ about, draft }: { readonly about: About; readonly draft: Draft }) => {
  const { words, language, numbers } = useTexts(whatIfWords)
  const { levers } = rulesOfAbout(about)
  const inForce = financingOf(levers, draft.policy)
  /** Under the hand. */
  const [held, setHeld] = useState<typeof inForce | undefined>(undefined)
  const shares = held ?? inForce
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
  const commit = (): void => {
    if (held === undefined) return
    setHeld(undefined)
    useStore.getState().change({ ...draft, policy: withFinancing(draft.policy, held) })
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
    <fieldset className="fin" disabled={!Object.keys(draft.policy).some(isOwnLever)}>
      <legend>
        <Terms text={words.financing} />
      </legend>
      <div className="payers" aria-hidden="true">
        {financingLevers.map((name, at) => (
          <i key={name} style={{ flexGrow: shares[name], background: colours[at] }} />
        ))}
      </div>
      {financingLevers.map((name, at) =>
        !levers.has(name) ? null : (
          <label key={name} className="payer">
            <i aria-hidden="true" style={{ background: colours[at] }} /> <span>{financingNames[language][name]}</span>
            <input
              type="range"
              min={0}
              max={100}
              step={5}
              value={100 * shares[name]}
              aria-valuetext={numbers.percent(shares[name], 0)}
              onChange={({ target }) => setHeld(withShare(inForce, name, Number(target.value) / 100))}
              onPointerUp={commit}
              onKeyUp={commit}
              onBlur={commit}
            />
            <output>{numbers.percent(shares[name], 0)}</output>
          </label>
        ),
      )}
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
