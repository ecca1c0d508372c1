import { describe, expect, test } from 'vitest'
import type { Frame } from '#main/shell/trusted-sender.ts'
import { isPageFrame, isTrustedSender } from '#main/shell/trusted-sender.ts'

const page: Frame = { url: 'app://bundle/index.html', origin: 'app://bundle', parent: null, detached: false }
const contents = {}

describe('a sender is trusted', () => {
  test('only when it is the top frame of our page in our window', () => {
    expect(isTrustedSender({ sender: contents, senderFrame: page }, contents)).toBe(true)
  })

  test('at any fragment of the page', () => {
    expect(isPageFrame({ ...page, url: 'app://bundle/index.html#/customers' })).toBe(true)
  })

  test.each<[string, Partial<Frame>]>([
    ['about:blank, where the preload runs all the same', { url: 'about:blank', origin: 'null' }],
    ['a blank page that inherited our origin', { url: 'about:blank' }],
    ['an empty address', { url: '' }],
    ['text that is no address', { url: 'index.html' }],
    ['another host of our scheme', { url: 'app://other/index.html', origin: 'app://other' }],
    ['a host that starts like ours', { url: 'app://bundle.evil/index.html' }],
    ['our host as a user', { url: 'app://bundle@evil/index.html' }],
    ['a user before our host', { url: 'app://user@bundle/index.html' }],
    ['a port', { url: 'app://bundle:8080/index.html' }],
    ['another scheme with our host', { url: 'https://bundle/index.html', origin: 'https://bundle' }],
    ['a file', { url: 'file:///index.html', origin: 'file://' }],
    ['a file of the bundle that is not the page', { url: 'app://bundle/assets/index.js' }],
    ['the page with a query', { url: 'app://bundle/index.html?x' }],
    ['an origin that is not ours although the address is', { origin: 'null' }],
    ['a frame inside the page', { parent: {} }],
    ['a frame that has been replaced', { detached: true }],
  ])('never as %s', (_name, change) => {
    expect(isTrustedSender({ sender: contents, senderFrame: { ...page, ...change } }, contents)).toBe(false)
  })

  test('never from another window, however alike', () => {
    expect(isTrustedSender({ sender: {}, senderFrame: page }, contents)).toBe(false)
  })

  test('never when Electron does not tell the frame', () => {
    expect(isTrustedSender({ sender: contents, senderFrame: null }, contents)).toBe(false)
  })

  test('never when the frame is gone, which Electron tells by throwing', () => {
    const disposed = {
      ...page,
      get url(): string {
        throw new Error('Render frame was disposed before WebFrameMain could be accessed')
      },
    }
    expect(isTrustedSender({ sender: contents, senderFrame: disposed }, contents)).toBe(false)
  })
})
