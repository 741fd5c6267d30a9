/** The names of the lists that `heartland list` can show. */

export const listNames = [
  'regions',
  'packages',
  'levers',
  'parameters',
  'paths',
  'baselines',
  'outcomes',
  'sources',
] as const

export type ListName = (typeof listNames)[number]
