/** `npm run build`: builds the app into dist/. */

import { build } from 'vite'
import { appConfig } from './config.ts'

await build(appConfig())
