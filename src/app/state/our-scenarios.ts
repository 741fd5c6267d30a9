/** The scenarios that a server keeps for a team: asked for where the page comes from one that has a store. */

import { create } from 'zustand'
import type { Scenario } from '../../scenario/scenario.ts'
import type { Both } from '../../language/messages.ts'
import { storeCookie } from './store-cookie.ts'

export const hasOurScenarios = (): boolean => document.cookie.split('; ').some(one => one.startsWith(`${storeCookie}=`))

export interface OurScenario {
  readonly id: string
  readonly version: number
  readonly name: string
  readonly owner: string
  readonly notes: string
  /** ISO 8601. */
  readonly changed: string
  readonly scenario: Scenario
}

/** Facts remembered while the page is open: the author, the scenario that was opened, and the token for the server. */
interface Remembered {
  readonly owner: string
  readonly token: string
  readonly opened?: Pick<OurScenario, 'id' | 'version' | 'name' | 'notes'> | undefined
}

export const useRemembered = create<Remembered>()(() => ({ owner: '', token: '' }))

/** A refusal by the server, with its reason. */
export class OurRefusal extends Error {
  readonly status: number
  readonly text: Both<string>
  constructor(status: number, text: Both<string>) {
    super(text.en)
    this.status = status
    this.text = text
  }
}

const refusalFrom = (status: number, body: unknown): OurRefusal => {
  const { messages = [] } = (body ?? {}) as { messages?: ReadonlyArray<{ readonly text: Both<string> }> }
  const said = (language: 'en' | 'zh'): string => messages.map(({ text }) => text[language]).join('\n')
  return new OurRefusal(status, { en: said('en'), zh: said('zh') })
}

/** Throws an OurRefusal; without a text where no server answered. */
const ask = async <Found>(path: string, settings: RequestInit = {}): Promise<Found> => {
  const { token } = useRemembered.getState()
  const headers = {
    ...(settings.body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
    ...(settings.headers as Readonly<Record<string, string>> | undefined),
  }
  let answer: Response
  let body: unknown
  try {
    answer = await fetch(`./v1/scenarios${path}`, { ...settings, headers })
    body = answer.status === 204 ? undefined : await answer.json()
  } catch {
    throw new OurRefusal(0, { en: '', zh: '' })
  }
  if (!answer.ok) throw refusalFrom(answer.status, body)
  return body as Found
}

export const listOurs = (): Promise<OurScenario[]> => ask('')

/** All versions, the first in front. */
export const ourHistory = (id: string): Promise<OurScenario[]> => ask(`/${id}/history`)

export interface ToSave {
  readonly owner: string
  readonly notes: string
  readonly scenario: OurScenario['scenario']
}

export const saveNew = (given: ToSave): Promise<OurScenario> => ask('', { method: 'POST', body: JSON.stringify(given) })

/** Refused with 412 where somebody saved another version meanwhile. */
export const saveVersion = (id: string, version: number, given: ToSave): Promise<OurScenario> =>
  ask(`/${id}`, { method: 'PUT', body: JSON.stringify(given), headers: { 'if-match': `"${version}"` } })
