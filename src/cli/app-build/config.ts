/** Configures the build of the app: as files for a server, or as one file that opens from disk. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { build, type InlineConfig, type PluginOption } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { heartlandModules } from './modules.ts'
import { openings } from './openings.ts'
import { builtApp, root } from './places.ts'

/** Browsers that know `light-dark()`, container queries and WebAssembly SIMD. */
export const targetBrowsers = ['chrome123', 'edge123', 'firefox120', 'safari17.5']

/** Everything is kept by the browser after the first load: the app then needs no server. */
const offline = (): PluginOption =>
  VitePWA({
    injectRegister: null,
    registerType: 'autoUpdate',
    manifest: {
      name: 'Heartland',
      short_name: 'Heartland',
      description: 'Can an industrial heartland that is slowing, ageing and in debt be revived?',
      start_url: './',
      display: 'standalone',
      background_color: '#fbfcfc',
      theme_color: '#14201f',
      icons: [{ src: './icon.svg', sizes: 'any', type: 'image/svg+xml' }],
    },
    workbox: {
      globPatterns: ['**/*.{js,css,html,woff2,svg,json}'],
      maximumFileSizeToCacheInBytes: 8_000_000,
      // Answers of the HTTP interface are no pages of the app.
      navigateFallbackDenylist: [/^\/v1\//],
      inlineWorkboxRuntime: true,
      cleanupOutdatedCaches: true,
      clientsClaim: true,
      skipWaiting: true,
      sourcemap: false,
    },
  })

/** The manifest names its icon; the one of the page has a name that changes. */
const icon = (): PluginOption => ({
  name: 'heartland-icon',
  generateBundle: function () {
    this.emitFile({ type: 'asset', fileName: 'icon.svg', source: readFileSync(join(root, 'src/app/icon.svg')) })
  },
})

/** Readers who start the app are not told which part of the build takes how long. */
const checks = { pluginTimings: false }

const shared = (inlineWorker: boolean): InlineConfig => ({
  root: join(root, 'src/app'),
  base: './',
  configFile: false,
  publicDir: false,
  clearScreen: false,
  // No worker is made of text: see the file.
  resolve: { alias: [{ find: /^fflate$/, replacement: join(root, 'src/app/data/archives.ts') }] },
  plugins: [heartlandModules({ inlineWorker, namesLater: true }), react()],
  worker: {
    format: inlineWorker ? 'iife' : 'es',
    plugins: () => [heartlandModules({ inlineWorker })],
    rolldownOptions: { checks },
  },
})

/** All that is needed at the start is one file: each file is a request with headers of its own, and is packed apart. */
const startAsOne = { codeSplitting: { groups: [{ name: 'start', tags: ['$initial' as const] }] } }

export const appConfig = (outDir: string = builtApp): InlineConfig => {
  const { plugins = [], worker, ...rest } = shared(false)
  return {
    ...rest,
    worker: { ...worker, rolldownOptions: { ...worker?.rolldownOptions, output: startAsOne } },
    plugins: [...plugins, icon(), openings(), offline()],
    define: { 'import.meta.env.HEARTLAND_OFFLINE': 'true' },
    build: {
      outDir,
      emptyOutDir: true,
      target: targetBrowsers,
      cssTarget: targetBrowsers,
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 1500,
      rolldownOptions: {
        output: startAsOne,
        checks,
      },
    },
  }
}

/** Content within the page need not be fetched early, and files that a page fetches would stay beside it. */
const nothingEarly = (): PluginOption => ({
  name: 'heartland-nothing-early',
  transformIndexHtml: {
    order: 'pre',
    handler: html => html.replaceAll(/\s*<link[^>]*rel="preload"[^>]*>/g, ''),
  },
})

/** Script, worker, data, styles and fonts within one another; `one-file.ts` puts the rest into the page. */
export const oneFileConfig = (): InlineConfig => {
  const { plugins = [], ...rest } = shared(true)
  return {
    ...rest,
    plugins: [nothingEarly(), ...plugins],
    define: { 'import.meta.env.HEARTLAND_OFFLINE': 'false' },
    build: {
      write: false,
      target: targetBrowsers,
      cssTarget: targetBrowsers,
      modulePreload: { polyfill: false },
      assetsInlineLimit: 10_000_000,
      cssCodeSplit: false,
      chunkSizeWarningLimit: 10_000,
      rolldownOptions: { output: { codeSplitting: false }, checks },
    },
  }
}

/** Builds for use, also where a test asks for it: React would otherwise come with its checks for developers. */
export const buildForUse = async (settings: InlineConfig): ReturnType<typeof build> => {
  const before = process.env['NODE_ENV']
  process.env['NODE_ENV'] = 'production'
  try {
    return await build({ ...settings, mode: 'production', logLevel: 'warn' })
  } finally {
    if (before === undefined) delete process.env['NODE_ENV']
    else process.env['NODE_ENV'] = before
  }
}
