import { describe, expect, it } from 'vitest'
import { checkNodeVersion } from './node-version.mjs'
import { readOptions } from './options.mjs'
import { root } from './root.mjs'

const none = { NODE_ENV: 'test' as const }

describe('readOptions', () => {
  it('serves this machine only, on port 3000, from the folder .data, unless told', () => {
    expect(readOptions([], none)).toEqual({
      port: 3000,
      host: '127.0.0.1',
      dataFolder: `${root}/.data`,
      origin: 'http://localhost:3000',
      databaseUrl: null,
      development: false,
      prepare: true,
      help: false,
    })
  })

  it('takes the environment, and the command line before it', () => {
    const env = {
      ...none,
      PORT: '4000',
      TIDEMARK_DATA: '/env',
      DATABASE_URL: 'postgresql://x',
      APP_ORIGIN: 'https://t.example/',
    }
    expect(readOptions([], env)).toMatchObject({ port: 4000, dataFolder: '/env', databaseUrl: 'postgresql://x' })
    expect(readOptions(['--port', '5000', '--data', '/given'], env)).toMatchObject({
      port: 5000,
      dataFolder: '/given',
      origin: 'https://t.example',
    })
  })

  it('takes an empty DATABASE_URL for none', () => {
    expect(readOptions([], { ...none, DATABASE_URL: '' }).databaseUrl).toBeNull()
  })

  it.each([['0'], ['65536'], ['3000x'], ['-1'], ['']])('refuses the port "%s"', (port) => {
    expect(() => readOptions([`--port=${port}`], none)).toThrow(/is not a port/)
  })

  it('refuses what it does not know, and shows what it does', () => {
    expect(() => readOptions(['--prot', '3000'], none)).toThrow(/'--prot'[\s\S]*--port N/)
    expect(() => readOptions([], { ...none, APP_ORIGIN: 'tidemark.example' })).toThrow(
      /APP_ORIGIN is "tidemark.example"/,
    )
  })
})

describe('checkNodeVersion', () => {
  it.each([['20.19.0'], ['20.20.2'], ['22.12.0'], ['24.0.0'], ['26.1.0']])('lets %s pass', (version) => {
    expect(() => checkNodeVersion(version)).not.toThrow()
  })

  it.each([['18.20.0'], ['20.18.1'], ['21.7.0'], ['22.11.0'], ['23.5.0']])('refuses %s', (version) => {
    expect(() => checkNodeVersion(version)).toThrow(`this is Node ${version}`)
  })
})
