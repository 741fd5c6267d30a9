/** For `npx vite` while working on the app: the same settings as the build. */
import { appConfig } from './src/cli/app-build/config.ts'
import { makeTexts } from './tools/texts.ts'

makeTexts()

export default appConfig()
