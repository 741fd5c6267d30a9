/** The lists that a region has; `heartland list` shows its regions besides. */

export const listNames = [
  'packages',
  'levers',
  'parameters',
  'paths',
  'baselines',
  'outcomes',
  'sources',
  'figures',
  'series',
] as const

export type ListName = (typeof listNames)[number]
