/**
 * The model of the first specification, as data (golden/reference/model.json). A second, independent coding of it gave
 * the numbers of golden/reference, so the engine is checked against them whatever becomes of the model.
 */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { OpenRegion } from '../analysis/region/simulation.ts'
import { openRegion } from '../cli/testing/open-fixture.ts'
import type { Model } from '../language/declare.ts'
import { referencePacks } from '../regions/read.ts'

/** A package is financed with the fixed amount a year of the reference run, whatever it spends. */
export const firstModel: Model = JSON.parse(readFileSync(join(referencePacks, 'model.json'), 'utf8'))

/** The region of the reference run under that model. */
export const openReference = (): OpenRegion => openRegion('northeast', { root: referencePacks, model: firstModel })
