import type { BrowserWindow } from 'electron'
import { Notification } from 'electron'
import { focusWindow } from './lifecycle.ts'

/** Shows a notice of the system where it has any; a click brings the window forward. */
export function showNotice(
  notice: { readonly title: string; readonly body: string },
  window: () => BrowserWindow | null,
): void {
  if (!Notification.isSupported()) {
    return
  }
  const shown = new Notification(notice)
  shown.on('click', () => {
    const found = window()
    if (found !== null) {
      focusWindow(found)
    }
  })
  shown.show()
}
