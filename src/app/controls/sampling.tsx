/** Fields for the number of simulations and the random seed. */

import { useState } from 'react'
import { useNumbers, useWords } from '../shell/use.ts'
import type { Draft } from '../state/scenario.ts'
import { useStore } from '../state/store.ts'
import { whatIfWords } from '../words/what-if.ts'

/** More take their time: a thousand futures of one package about a second on two processors. */
const choices = [100, 400, 1000, 4000]

const mostSeed = 2 ** 32 - 1

export const Sampling = ({ draft }: { readonly draft: Draft }) => {
  const words = useWords(whatIfWords)
  const numbers = useNumbers()
  const [typed, setTyped] = useState<string | undefined>(undefined)
  const { change } = useStore.getState()
  const members = choices.includes(draft.members) ? choices : [...choices, draft.members].toSorted((a, b) => a - b)
  const takeSeed = (): void => {
    const seed = Number(typed)
    setTyped(undefined)
    if (typed === undefined || typed.trim() === '' || !Number.isInteger(seed) || seed < 0 || seed > mostSeed) return
    change({ ...draft, seed })
  }
  return (
    <div className="sampling">
      <label>
        {words.futures}{' '}
        <select value={draft.members} onChange={event => change({ ...draft, members: Number(event.target.value) })}>
          {members.map(count => (
            <option key={count} value={count}>
              {numbers.plain(count, 0)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {words.seed}{' '}
        <input
          className="time"
          type="text"
          inputMode="numeric"
          size={6}
          value={typed ?? String(draft.seed)}
          onChange={event => setTyped(event.target.value)}
          onBlur={takeSeed}
          onKeyDown={event => {
            if (event.key === 'Enter') event.currentTarget.blur()
          }}
        />
      </label>
    </div>
  )
}
