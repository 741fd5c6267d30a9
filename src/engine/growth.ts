/** Growth of a path on the same step of the year before; 0 in the first year. */
export const yearlyGrowth = (values: ArrayLike<number>, stepsPerYear: number): Float64Array =>
  Float64Array.from(values, (value, step) => (step < stepsPerYear ? 0 : value / values[step - stepsPerYear] - 1))
