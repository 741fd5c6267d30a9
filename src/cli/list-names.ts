/** What `heartland list` can list. */

export const listNames = ['regions', 'playbooks', 'levers', 'parameters', 'outcomes', 'sources'] as const

export type ListName = (typeof listNames)[number]
