/** The container image: it takes what exists, runs the Node of the project as nobody in particular, and starts. */

import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import settings from '../../package.json' with { type: 'json' }

const root = fileURLToPath(new URL('../..', import.meta.url))
const text = (file: string): string => readFileSync(`${root}/${file}`, 'utf8')
const [dockerfile, compose, guide] = ['Dockerfile', 'compose.yaml', 'docs/guide/container.md'].map(text)
const lines = (instruction: string): string[] =>
  [...dockerfile.matchAll(new RegExp(`^${instruction} (.*)$`, 'gm'))].map(([, rest]) => rest)

it('copies what exists, and runs scripts and commands that exist', () => {
  const copied = lines('COPY').filter(line => !line.startsWith('--'))
  const missing = copied.flatMap(line => line.split(' ').slice(0, -1)).filter(file => !existsSync(`${root}/${file}`))
  expect(missing).toEqual([])
  expect(copied.length).toBeGreaterThan(5)
  for (const [, script] of lines('RUN')
    .join(' ')
    .matchAll(/npm run ([\w:-]+)/g))
    expect(settings.scripts).toHaveProperty(script)
  expect(lines('ENTRYPOINT')).toEqual(['["node", "bin/heartland.js"]'])
  // The image and the compose file start the same command as the guide.
  expect(lines('CMD')).toEqual(['["serve", "--host", "0.0.0.0"]'])
  expect(compose).toContain('command: ["serve", "--host", "0.0.0.0", "--store", "postgres://')
  for (const command of guide.matchAll(/docker (?:build|compose \w+|run)/g)) expect(command[0]).toMatch(/build|up|run/)
})

it('has the Node of the project, by its exact version, and holds no secret and no rights of the root user', () => {
  const [node] = new Set(Object.values(settings.optionalDependencies))
  expect(lines('FROM').map(line => line.split(' ')[0])).toEqual(lines('FROM').map(() => `node:${node}-slim`))
  expect(lines('USER')).toEqual(['node'])
  expect(lines('HEALTHCHECK')).toHaveLength(1)
  expect(dockerfile).not.toMatch(/^(?:ARG|ENV) .*(?:TOKEN|PASSWORD)/m)
  expect(compose).not.toMatch(/(?:TOKEN|PASSWORD): (?!\$\{)/)
  for (const [, image] of compose.matchAll(/image: (\S+)/g)) expect(image).toMatch(/:\d+\.\d+$/)
})

const builder = ['docker', 'podman'].find(program => spawnSync(program, ['info'], { timeout: 20_000 }).status === 0)
if (builder === undefined)
  process.stderr.write('No docker or podman answers here: the container image is not built and not tried.\n')

it.skipIf(builder === undefined)(
  'is built, starts and is healthy',
  { tags: ['thorough'], timeout: 1_800_000 },
  async () => {
    const run = (...words: string[]): string => execFileSync(builder!, words, { cwd: root, encoding: 'utf8' }).trim()
    const image = run('build', '--quiet', '.')
    const container = run(
      'run',
      '--detach',
      '--env',
      'HEARTLAND_TOKEN=a-token-for-this-test',
      '--publish',
      '127.0.0.1::47474',
      image,
    )
    try {
      const [address] = run('port', container, '47474').split('\n')
      const app = (): Promise<number> =>
        fetch(`http://${address}/`).then(
          ({ status }) => status,
          () => 0,
        )
      await expect.poll(app, { timeout: 60_000 }).toBe(200)
      expect((await fetch(`http://${address}/v1/regions`)).status).toBe(401)
      const asked = await fetch(`http://${address}/v1/regions`, {
        headers: { authorization: 'Bearer a-token-for-this-test' },
      })
      expect(asked.status).toBe(200)
      expect(run('exec', container, 'id', '-u')).not.toBe('0')
    } finally {
      run('rm', '--force', container)
      run('rmi', '--force', image)
    }
  },
)
