import 'i18next'
import type { en } from '#shared/locales/en.ts'
import type { Bridge } from '#shared/protocol.ts'

declare global {
  // Augmenting the page's global object is the one thing only an interface can do.
  interface Window {
    /** Put there by the preload, frozen; the page's only way out. */
    readonly bridge: Bridge
  }
}

declare module 'i18next' {
  // With the catalogue's type here, a key that does not exist is a compile error wherever `t` is called.
  interface CustomTypeOptions {
    defaultNS: 'translation'
    resources: { translation: typeof en }
    returnNull: false
  }
}
