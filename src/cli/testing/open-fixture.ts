/** Regions of the program for tests: opened once for all tests that run in a thread, which change nothing in them. */

import type { OpenRegion } from '../../analysis/region/simulation.ts'
import { keepRegions } from '../services/engine/regions.ts'
import { type FolderOptions, openRegion as openAnew } from '../input/simulation.ts'

const kept = keepRegions()

/** With a model, a horizon or a folder of the test's own it is opened anew. */
export const openRegion = (id: string, options: FolderOptions = {}): OpenRegion =>
  Object.entries(options).every(([name, value]) => name === 'parameters' || value === undefined)
    ? kept.opener({ region: id })(id, options)
    : openAnew(id, options)
