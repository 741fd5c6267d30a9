/**
 * The feedback loops of the model by name (specification, 1.2): each a list of variables in which every one is read by
 * the next and the last by the first. They are named here and checked against the equations; nothing is computed from
 * them.
 */

import { balancingLoops } from './loops/balancing.ts'
import type { FeedbackLoop } from './loops/loop.ts'
import { reinforcingLoops } from './loops/reinforcing.ts'

export const feedbackLoops: readonly FeedbackLoop[] = [...reinforcingLoops, ...balancingLoops]
