/** Reads a scenario out of the body of a request and checks it as a run does, before it is run or stored. */

import { parseScenario } from '../../../scenario/json.ts'
import type { Scenario } from '../../../scenario/scenario.ts'
import type { OpenRegion } from '../../../analysis/region/simulation.ts'
import { checkSaved } from '../../input/choice.ts'
import { idPattern } from '../../../regions/schema.ts'
import { knownRegion, openWith } from '../../input/opening.ts'

const place = 'scenario'

const opened = (saved: Scenario): OpenRegion => {
  const open = openWith(saved.region, {})
  checkSaved(place, saved, open)
  return open
}

/** Returns the scenario and its region, or throws a UsageError that lists everything wrong with it. */
export const scenarioToRun = (text: string): { readonly saved: Scenario; readonly open: OpenRegion } => {
  const saved = parseScenario(text, place)
  return { saved, open: opened(saved) }
}

/** As `scenarioToRun`, but scenarios of users' own regions pass, because only their browsers have those regions. */
export const scenarioToStore = (text: string): Scenario => {
  const saved = parseScenario(text, place)
  if (knownRegion(saved.region) !== undefined || !idPattern.test(saved.region)) opened(saved)
  return saved
}
