/** What `heartland list` can list. */

export const listNames = ['regions', 'playbooks', 'levers', 'parameters', 'outcomes', 'sources'] as const
