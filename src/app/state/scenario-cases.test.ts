/**
 * One validator: the same scenario gets the same verdict in the same words, whether it comes from a link, a file, the
 * command line or the browser's storage, and whether a command or a page judges it. Up to 10,000 generated cases.
 */

import { assert, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fittingDraft, rulesOfAbout } from './fitting.ts'
import { emptyDraft } from './scenario.ts'
import { parseStored } from './storage.ts'
import { type About, about } from '../worker/answers/about.ts'
import { openOnWasm } from '../../analysis/region/wasm-region.ts'
import { openRegion } from '../../cli/testing/open-fixture.ts'
import { linkOf, readLink } from '../../scenario/link.ts'
import { checkScenario, samplingProblems, scenarioProblems } from '../../scenario/problems.ts'
import { parseAssumption, parseSetting, settingWords } from '../../scenario/words.ts'
import { type ScenarioCase, scenarioCases } from '../../scenario/cases-fixture.ts'
import { rulesOf } from '../../scenario/rules.ts'
import { parseScenario } from '../../scenario/json.ts'
import { writtenScenario } from '../../scenario/written.ts'
import { thoroughly } from '../../thorough-fixture.ts'

const open = openRegion('northeast')
/** The page's knowledge of the region: as it comes from a worker, or is built in. */
const known = JSON.parse(JSON.stringify(about(openOnWasm(open.region)))) as About
const rules = rulesOf(open)

const cases = scenarioCases(rules)

/** Problems of a case, in a fixed order: the order of names differs by the way they came. */
const verdict = ({ policy: set, assumptions: assumed }: ScenarioCase): string[] =>
  scenarioProblems(rules, { policy: set, assumptions: assumed })
    .map(({ message }) => `${message.text.en} | ${message.text.zh}`)
    .toSorted()

/** As the command line says it. */
const complaints = (act: () => void): string[] => {
  try {
    act()
    return []
  } catch (problem) {
    return (problem as { messages: ReadonlyArray<{ text: { en: string; zh: string } }> }).messages.map(
      ({ text }) => `${text.en} | ${text.zh}`,
    )
  }
}

/** The case after each of the ways on which it may come. */
const ways: Readonly<Record<string, (one: ScenarioCase) => ScenarioCase>> = {
  link: one => {
    const { text } = linkOf({
      scenario: { name: '', region: 'northeast', ...one },
      view: 'what-if',
      language: 'en',
      overlays: [],
    })
    const { link, problem } = readLink(text)!
    expect(problem).toBeUndefined()
    return link.scenario
  },
  file: one => parseScenario(writtenScenario({ name: 'x', region: 'northeast', ...one }), 'x.json'),
  words: one => ({
    policy: Object.fromEntries(Object.entries(one.policy).map(([name, set]) => parseSetting(settingWords(name, set)))),
    assumptions: Object.fromEntries(
      Object.entries(one.assumptions).map(([name, value]) => parseAssumption(`${name}=${value}`)),
    ),
  }),
  storage: one => parseStored(JSON.stringify({ draft: { region: 'northeast', ...one } })).draft!,
}

const count = thoroughly(10_000, 1000)

describe(`${count} cases`, () => {
  it('get the same verdict and the same words on every way', () => {
    let refused = 0
    let all = 0
    assert(
      property(cases, one => {
        const expected = verdict(one)
        all++
        if (expected.length > 0) refused++
        const asked = complaints(() => checkScenario(rules, one)).toSorted()
        expect(asked).toEqual(expected)
        const inApp = fittingDraft({ ...emptyDraft(), ...one }, rulesOfAbout(known))
        expect(inApp.reasons.map(({ en, zh }) => `${en} | ${zh}`).toSorted()).toEqual(expected)
        // The remaining draft can be run, and nothing that can be run was taken away.
        expect(verdict(inApp.draft)).toEqual([])
        if (expected.length === 0) expect(inApp.draft).toEqual({ ...emptyDraft(), ...one })
        for (const [way, come] of Object.entries(ways)) expect(verdict(come(one)), way).toEqual(expected)
      }),
      { numRuns: count, seed: 20261126 },
    )
    // Neither all refused nor all taken, or nothing would be shown.
    expect(refused / all).toBeGreaterThan(0.3)
    expect(refused / all).toBeLessThan(0.95)
  }, 300_000)
})

it('a threshold of no measure is taken out, in the words of the command line', () => {
  const thresholds = { unemployment: 0.04, unemploymnt: 0.05 }
  const said = complaints(() => checkScenario(rules, { policy: {}, assumptions: {}, thresholds }))
  expect(said).toEqual([
    expect.stringContaining("unknown measure of a criterion 'unemploymnt'; did you mean 'unemployment'?"),
  ])
  const { draft, reasons } = fittingDraft({ ...emptyDraft(), thresholds }, rulesOfAbout(known))
  expect(reasons.map(({ en, zh }) => `${en} | ${zh}`)).toEqual(said)
  expect(draft.thresholds).toEqual({ unemployment: 0.04 })
})

describe('the number of simulations and the seed', () => {
  it.each([
    [0, false],
    [1, false],
    [2, true],
    [400, true],
    [100_000, true],
    [1e9, false],
    [2.5, false],
  ])('%d simulations: %s', (members, fine) => {
    expect(samplingProblems({ seed: 1, members }).length === 0).toBe(fine)
    const stored = parseStored(JSON.stringify({ draft: { region: 'northeast', members } })).draft!
    expect(fittingDraft(stored, undefined).draft.members).toBe(fine ? members : 400)
  })
})
