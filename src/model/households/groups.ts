/** Dimensions of what households of each age group have. */

export const groups = ['area', 'group'] as const
