/** For `npx vite` while working on the app: the same settings as the build. */
import { appConfig } from './src/cli/app-build/config.ts'

export default appConfig()
