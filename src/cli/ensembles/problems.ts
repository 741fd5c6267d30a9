/** What can go wrong with a large ensemble and is no fault of the program: told in its own words. */

export class EnsembleError extends Error {}
