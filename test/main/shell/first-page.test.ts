import { JSDOM } from 'jsdom'
import { describe, expect, test } from 'vitest'
import type { Snapshot } from '#shared/protocol.ts'
import { pageParts, readFirstViews, viewsInPage, worthKeeping } from '#main/shell/first-page.ts'

const page =
  '<!doctype html><head></head><div id="root" data-nonce="__CSP_NONCE__" data-first-views="__FIRST_VIEWS__"></div>'
const snapshot: Snapshot = { ok: true, value: null, revision: 0 }

describe('the first page', () => {
  test('carries its views through an attribute unharmed, whatever customers are called', () => {
    const name = `"></div><script>alert('1')</script> &quot; $& $1 __CSP_NONCE__ __FIRST_VIEWS__ \u2028 客户`
    const views = [
      { name: 'customer.list', params: { search: name }, snapshot: { ...snapshot, value: name } },
    ]
    const [before, after] = pageParts(page, 'n0nce', [])
    const { document } = new JSDOM(before + viewsInPage(views) + after).window
    const root = document.querySelector<HTMLElement>('#root')
    expect(root?.dataset['nonce']).toBe('n0nce')
    expect(JSON.parse(root?.dataset['firstViews'] ?? '')).toEqual(views)
    expect(document.querySelector('script')).toBeNull()
  })

  test('begins to load the files it will import', () => {
    const [before] = pageParts(page, 'n0nce', ['/assets/en-1.js'])
    const { document } = new JSDOM(before).window
    expect(document.head.querySelector('link[rel="modulepreload"]')?.getAttribute('href')).toBe(
      '/assets/en-1.js',
    )
  })
})

describe('the first views', () => {
  test('are those every page needs and those the last window left, each once, without the refused and what takes long', () => {
    const asked: string[] = []
    const read = (name: string): Snapshot => {
      asked.push(name)
      return name === 'customer.detail'
        ? { ok: false, error: { code: 'CUSTOMER_NOT_FOUND', message: '', data: {} } }
        : snapshot
    }
    const glance = (name: string) => (name === 'renewal.summary' ? null : read(name))
    const views = readFirstViews({ read, glance }, [
      { name: 'home.attention', params: {} },
      { name: 'account.list', params: {} },
      { name: 'renewal.summary', params: {} },
      { name: 'customer.detail', params: { customerId: 'gone' } },
    ])
    expect(asked).toEqual([
      'preferences.current',
      'account.list',
      'screen.remembered',
      'home.attention',
      'customer.detail',
    ])
    expect(views.map(({ name }) => name)).toEqual(asked.slice(0, 4))
  })

  test('end where the page would wait too long for them, but for those every page needs', () => {
    let now = 0
    const slow = (): Snapshot => {
      now += 50
      return snapshot
    }
    const views = readFirstViews(
      { read: slow, glance: slow },
      [{ name: 'home.attention', params: {} }],
      () => now,
    )
    expect(views.map(({ name }) => name)).toEqual([
      'preferences.current',
      'account.list',
      'screen.remembered',
    ])
  })

  test('that are kept for the next start fit into a preference', () => {
    const many = Array.from({ length: 500 }, (_, offset) => ({ name: 'customer.list', params: { offset } }))
    expect(worthKeeping(many)).toEqual(many.slice(0, 24))
    expect(worthKeeping([{ name: 'customer.list', params: { search: 'x'.repeat(20_000) } }])).toEqual([])
  })
})
