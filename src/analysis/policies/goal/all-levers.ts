/** Stands for all levers of policy but those that only divide what others spend or buy. */
export const allLevers = 'all'
