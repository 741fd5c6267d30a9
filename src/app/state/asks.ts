/** What views ask besides the scenario, such as the area of Debt: a part of links, by view and name. */

import { useStore } from './store.ts'

/** 'debt.area' -> 'CN-JL'. */
export type Asks = Readonly<Record<string, string>>

/** Those of a view; undefined where it asks nothing. */
export const asksOf = (view: string, asks: Asks): Asks | undefined => {
  const own = Object.entries(asks).filter(([name]) => name.startsWith(`${view}.`))
  return own.length === 0 ? undefined : Object.fromEntries(own)
}

/** Undefined takes it back. */
export const ask = (name: string, text: string | undefined): void => {
  const { [name]: _before, ...others } = useStore.getState().asks
  useStore.getState().set({ asks: text === undefined ? others : { ...others, [name]: text } })
}

export const useAsked = (name: string): string | undefined => useStore(state => state.asks[name])
