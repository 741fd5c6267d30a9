/** Asked ahead of other questions, so that a worker opens the region: there is nothing to answer. */

export const ready = (): void => {}
