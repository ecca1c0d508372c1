import { runInNewContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import { withLazySchemas } from '#build/lazy-schemas.ts'

const source = `
export const linkCommands = {
  'link.check': { input: make('input', { value: 1 }), output: make('output'), errors: ['LINK_NOT_FOUND'] },
}
const other = { listed: ['input'], input: 1 }
export const linkViews = { 'link.list': { params: make('params'), value: make('value'), errors: [] }, other }
`

type Made = { readonly name: string; readonly facts: unknown }
type Ran = { linkCommands: { 'link.check': { readonly input: Made } }; linkViews: { [view: string]: object } }

function ran(): { made: string[]; parts: Ran } {
  const made: string[] = []
  const code = withLazySchemas(source, 'shared/contract/link.ts').replaceAll('export const', 'const')
  const make = (name: string, facts?: unknown): Made => {
    made.push(name)
    return { name, facts }
  }
  return { made, parts: runInNewContext(`${code}\n;({ linkCommands, linkViews })`, { make }) as Ran }
}

describe('the schemas of the contract', () => {
  test('are made when they are first asked for, and once', () => {
    const { made, parts } = ran()
    const entry = { ...parts.linkCommands }['link.check']
    expect(made).toEqual([])
    expect(entry.input).toEqual({ name: 'input', facts: { value: 1 } })
    expect(entry.input).toBe(entry.input)
    expect(made).toEqual(['input'])
  })

  test('are all there, and all else is as it was', () => {
    const { made, parts } = ran()
    expect({ ...parts.linkCommands['link.check'] }).toMatchObject({
      input: { name: 'input' },
      output: { name: 'output' },
      errors: ['LINK_NOT_FOUND'],
    })
    expect({ ...parts.linkViews['link.list'] }).toMatchObject({
      params: { name: 'params' },
      value: { name: 'value' },
    })
    expect(parts.linkViews['other']).toEqual({ listed: ['input'], input: 1 })
    expect(made).toEqual(['input', 'output', 'params', 'value'])
  })
})
