/** The texts of the scenarios that a server keeps for a team. */

import { dictionary } from './language.ts'

export const ourWords = dictionary({
  title: { en: 'Our scenarios', zh: '共享情景' },
  about: {
    en: 'The server keeps these for everybody who uses it, with every version.',
    zh: '保存在服务器上，供所有使用者共享，并保留全部版本。',
  },
  saveTitle: { en: 'Save the scenario on screen', zh: '保存当前情景' },
  owner: { en: 'Your name', zh: '保存人' },
  notes: { en: 'Notes', zh: '备注' },
  saveNew: { en: 'Save as a new scenario', zh: '另存为新情景' },
  saveVersion: {
    en: (name: string, version: number) => `Save as version ${version} of ${name}`,
    zh: (name: string, version: number) => `保存为“${name}”第${version}版`,
  },
  saved: {
    en: (name: string, version: number) => `Saved on the server: ${name}, version ${version}.`,
    zh: (name: string, version: number) => `已保存到服务器：${name}，第${version}版。`,
  },
  conflict: {
    en: 'Somebody else saved another version while you were working. Yours is still on screen, and nothing has been overwritten. Open their version to look at it, or save yours as a new scenario.',
    zh: '您编辑期间，他人已保存了新版本。您的情景仍在屏幕上，未覆盖任何内容：可打开对方的版本查看，或将您的另存为新情景。',
  },
  openTheirs: { en: 'Open their version', zh: '打开对方的版本' },
  opened: {
    en: (name: string, version: number) => `Opened from the server: ${name}, version ${version}.`,
    zh: (name: string, version: number) => `已从服务器打开：${name}，第${version}版。`,
  },
  empty: { en: 'Nothing has been saved yet.', zh: '尚未保存任何情景。' },
  loading: { en: 'Loading …', zh: '正在载入…' },
  unreachable: {
    en: 'The server does not answer, so nothing can be read or saved there now. Your scenario is still on screen, and those saved in this browser are not affected. Try again when the server is running.',
    zh: '服务器无响应，目前无法读取或保存。您的情景仍在屏幕上，保存在本浏览器中的情景不受影响。请待服务器恢复后重试。',
  },
  again: { en: 'Try again', zh: '重试' },
  tokenAbout: {
    en: 'This server requires a token. Ask its administrator for it.',
    zh: '本服务器需要令牌，请向服务器管理人员索取。',
  },
  token: { en: 'Token', zh: '令牌' },
  sendToken: { en: 'Continue', zh: '继续' },
  by: {
    en: (owner: string, day: string, version: number) =>
      `${owner === '' ? '' : `${owner}, `}${day}, version ${version}`,
    zh: (owner: string, day: string, version: number) => `${owner === '' ? '' : `${owner}，`}${day}，第${version}版`,
  },
  open: { en: (name: string) => `Open ${name}`, zh: (name: string) => `打开“${name}”` },
  openVersion: {
    en: (version: number) => `Open version ${version}`,
    zh: (version: number) => `打开第${version}版`,
  },
  history: { en: (name: string) => `History of ${name}`, zh: (name: string) => `“${name}”的历史版本` },
  historyShort: { en: 'History', zh: '历史版本' },
})
