/** Tests that stored state is restored, and that state from an earlier version or another source is not trusted. */
import { expect, it } from 'vitest'
import { emptyDraft } from './scenario.ts'
import { parseSetAside } from './set-aside.ts'
import { parseStored, regionsIn } from './storage.ts'

it('takes back what was written', () => {
  const draft = { ...emptyDraft('CN-LN'), name: 'x', policy: { publicInvestment: { value: 1, start: 2027 } }, seed: 7 }
  const kept = [{ ...draft, id: 'a', shown: true }]
  const stored = { language: 'zh', scheme: 'dark', letterKeys: false, draft, kept }
  expect(parseStored(JSON.stringify(stored))).toEqual(stored)
})

it('takes back a package that an earlier version called a playbook', () => {
  const { package: _, ...draft } = emptyDraft('northeast')
  expect(parseStored(JSON.stringify({ draft: { ...draft, playbook: 'G' } })).draft!.package).toBe('G')
})

it('leaves out what has not the right form', () => {
  expect(parseStored(null)).toEqual({})
  expect(parseStored('{')).toEqual({})
  expect(parseStored('[1]')).toEqual({})
  const odd = {
    language: 'fr',
    scheme: 3,
    draft: {
      region: 'northeast',
      policy: { a: { value: 'much' }, b: { value: 2 } },
      assumptions: { c: null },
      seed: 'x',
    },
    kept: [{ id: 1 }, { region: 'northeast' }, 'x'],
  }
  expect(parseStored(JSON.stringify(odd))).toEqual({
    draft: { ...emptyDraft('northeast'), policy: { b: { value: 2 } } },
    kept: [],
  })
})

it('leaves out settings whose times are no numbers', () => {
  const draft = {
    region: 'northeast',
    policy: { a: { value: 1, start: 'soon' }, b: { value: 1, end: null }, c: { value: 1, start: 2030, ramp: 2 } },
    seed: 1.5,
    members: 1e9,
  }
  expect(parseStored(JSON.stringify({ draft })).draft).toEqual({
    ...emptyDraft('northeast'),
    // No page can run these; that is said later, beside the other limits.
    seed: 1.5,
    members: 1e9,
    policy: { c: { value: 1, start: 2030, ramp: 2 } },
  })
})

it('says which parts it left out', () => {
  const placesIn = (text: string): string[] => {
    const places: string[] = []
    parseStored(text, place => places.push(place))
    return places
  }
  const draft = { region: 'northeast', name: 3, policy: { a: { value: 'x' }, b: { value: 1 } }, assumptions: [] }
  const kept = [{ ...draft, id: 'k' }, { id: 'no region' }, 7]
  expect(placesIn(JSON.stringify({ draft, kept }))).toEqual([
    'draft.name',
    'draft.policy.a',
    'draft.assumptions',
    'kept.0.name',
    'kept.0.policy.a',
    'kept.0.assumptions',
    'kept.1',
    'kept.2',
  ])
  expect(placesIn('{')).toEqual([''])
  expect(placesIn('7')).toEqual([''])
  expect(placesIn(JSON.stringify({ draft: emptyDraft(), kept: [], language: 'en' }))).toEqual([])
})

it('leaves out stored regions without names or files', () => {
  const whole = { id: 'MY', names: { en: 'Mine', zh: '我' }, files: { 'MY/region.json': '{}' } }
  const odd = [
    null,
    'x',
    { ...whole, names: null },
    { ...whole, names: { en: 1, zh: '' } },
    { ...whole, files: { a: 1 } },
    { id: 'MY' },
  ]
  expect(regionsIn([...odd, whole])).toEqual([whole])
  expect(regionsIn(undefined)).toEqual([])
})

it('takes back what was set aside, and nothing else', () => {
  const entry = { text: '{', reasons: [{ en: 'Broken.', zh: '损坏。' }] }
  expect(parseSetAside(JSON.stringify([entry, 'x', null, { text: 1, reasons: [] }]))).toEqual([entry])
  expect(parseSetAside(JSON.stringify([{ text: '{', reasons: [{ en: 'x' }] }]))).toEqual([{ text: '{', reasons: [] }])
  expect(parseSetAside('{')).toEqual([])
  expect(parseSetAside(null)).toEqual([])
})
