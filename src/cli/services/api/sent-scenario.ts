/** Reads a scenario out of the body of a request and checks it as a run does, before it is run or stored. */

import { parseScenario } from '../../../scenario/json.ts'
import type { Scenario } from '../../../scenario/scenario.ts'
import { checkSaved } from '../../input/choice.ts'
import type { CommonOptions } from '../../input/common-options.ts'
import { idPattern } from '../../../regions/schema.ts'
import { knownRegion, openWith } from '../../input/opening.ts'

const place = 'scenario'

const check = (saved: Scenario, options: CommonOptions): void =>
  checkSaved(place, saved, openWith(saved.region, options))

/** Returns the scenario, or throws a UsageError that lists everything wrong with it. `options` say how its region is opened. */
export const scenarioToRun = (text: string, options: CommonOptions): Scenario => {
  const saved = parseScenario(text, place)
  check(saved, options)
  return saved
}

/** As `scenarioToRun`, but scenarios of users' own regions pass, because only their browsers have those regions. */
export const scenarioToStore = (text: string): Scenario => {
  const saved = parseScenario(text, place)
  if (knownRegion(saved.region) !== undefined || !idPattern.test(saved.region)) check(saved, {})
  return saved
}
