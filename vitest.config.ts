import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'bench/**/*.test.ts', 'examples/**/*.test.ts'],
    testTimeout: 30_000,
    // Modules keep no state of their own (ARCHITECTURE.md), so test files may share one copy of them.
    pool: 'threads',
    isolate: false,
  },
})
