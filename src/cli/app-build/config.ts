/** How the app is built: for a server of its own files, or as one file that opens from disk. */

import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import type { InlineConfig } from 'vite'
import { heartlandModules } from './modules.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** Where `npm run build` puts the app. */
export const builtApp = join(root, 'dist')

/** Browsers that know `light-dark()`, container queries and WebAssembly SIMD. */
const target = ['chrome123', 'edge123', 'firefox120', 'safari17.5']

export const appConfig = (): InlineConfig => ({
  root: join(root, 'src/app'),
  base: './',
  configFile: false,
  publicDir: false,
  clearScreen: false,
  plugins: [heartlandModules({ inlineWorker: false }), react()],
  worker: { format: 'es', plugins: () => [heartlandModules({ inlineWorker: false })] },
  build: {
    outDir: builtApp,
    emptyOutDir: true,
    target,
    cssTarget: target,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
  },
})
