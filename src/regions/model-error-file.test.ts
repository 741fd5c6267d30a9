import { expect, it } from 'vitest'
import { formatModelError, parseModelError } from './model-error-file.ts'

const measured = {
  region: 'northeast',
  parameters: 'train',
  model: '0123456789abcdef',
  data: 'fedcba9876543210',
  series: {
    output: { scale: 'log', bias: [-0.008, -0.01], spread: [0.012, 0.02], origins: [18, 17] },
    share65: { scale: 'level', bias: [0, 0.001], spread: [0.002, 0.003], origins: [9, 8] },
  },
} as const

it('reads what it wrote, and refuses a file that was edited', () => {
  const text = formatModelError(measured)
  expect(parseModelError(text)).toEqual({ modelError: measured })
  expect(parseModelError(text.replace('-0.008', '-0.007'))).toHaveProperty('message')
  expect(parseModelError('{')).toHaveProperty('message')
})
