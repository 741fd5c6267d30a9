/** Dimensions of what firms of each control have. */

export const firms = ['area', 'firm'] as const
