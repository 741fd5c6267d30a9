/** Names a model by its declarations: with the data's hash, the scenario and the seed it decides every number. */

import type { Model } from '../language/declare.ts'
import { hashOf } from '../regions/hash.ts'

/** Order counts, because sums are added up in the order declared. */
export const modelHash = (model: Model): string => hashOf([JSON.stringify(model)])
