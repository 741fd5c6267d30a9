/** The region that is meant where none is named. */
export const firstRegion = 'northeast'
