/** Describes a large ensemble, in the help of the command and over HTTP. */

export const ensembleDescription =
  'Runs many simulations of a region under a policy: bands, probabilities and one row per member'
