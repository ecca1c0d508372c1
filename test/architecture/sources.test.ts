import { expect, test } from 'vitest'
import { importsOf, sourcesOf, withoutComments } from './support/sources.ts'

// What the other tests here look through: if this went blind, they would all pass.

test('the sources are found', () => {
  const paths = sourcesOf('main', 'shared', 'renderer').map(({ path }) => path)
  expect(paths).toEqual(
    expect.arrayContaining(['main/index.ts', 'main/shell/window.ts', 'shared/protocol.ts']),
  )
  expect(paths.some((path) => /^renderer\/.*\.tsx$/.test(path))).toBe(true)
})

test.each([
  [`import { app } from 'electron'`, ['electron']],
  [`import type {\n  Session,\n} from "electron"`, ['electron']],
  [`import 'a.css'`, ['a.css']],
  [`export { a } from './a.ts'`, ['./a.ts']],
  [`const a = await import('electron/main')`, ['electron/main']],
  [`const a = require( 'electron' )`, ['electron']],
  [`// import { app } from 'electron'`, []],
  [`const text = 'https://x' // from 'electron'`, []],
  [`const text = {\n  a: 'what comes from',\n  b: 'electron',\n}`, []],
  [`export const from = 'electron'`, []],
])('imports are seen in %j', (text, expected) => {
  expect(importsOf({ code: withoutComments(text) })).toEqual(expected)
})

test('comments are taken out, and only they', () => {
  const text = 'a /* b\nb */ \'c // d\' `/* e */` "\\"//f" // g'
  expect(withoutComments(text)).toBe('a     \n     \'c // d\' `/* e */` "\\"//f"     ')
})
