/** Dimensions of residents by sex and single year of age. */

export const cells = ['area', 'sex', 'age'] as const
