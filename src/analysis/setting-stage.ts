/**
 * A stage of a lever's schedule as files write it: value, start, years of phasing in, end. It is not part of a scenario's
 * file, whose types the npm package publishes without those of the checks.
 */

import * as z from 'zod'

export const stage = z.strictObject({
  value: z.number(),
  start: z.number().exactOptional(),
  ramp: z.number().exactOptional(),
  end: z.number().exactOptional(),
})
