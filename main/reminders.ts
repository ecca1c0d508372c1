import type { CivilDate } from '#shared/domain/civil-date.ts'
import type { Language } from '#shared/domain/cloud.ts'
import { fillIn, shellTexts } from '#shared/locales/shell.ts'
import type { ShellPorts } from './ports.ts'
import type { Reader } from './store/database.ts'
import { dueSql } from './views/request-views.ts'

/** How often it is looked whether a reminder has become due, in milliseconds. */
export const reminderInterval = 30 * 60_000

type ReminderOptions = {
  readonly reader: Reader
  readonly showNotice: NonNullable<ShellPorts['showNotice']>
  readonly isWanted: () => boolean
  readonly today: () => CivilDate
  readonly language: () => Language
}

/**
 * Makes what tells of due reminders through the system, once for each day and number of them. It never names a customer:
 * a notice is read by whoever sees the screen, and nobody can tell it that a customer does.
 */
export function createReminders(options: ReminderOptions): () => void {
  const { reader, showNotice, isWanted, today, language } = options
  let told = ''
  return () => {
    if (!isWanted()) {
      return
    }
    const day = today()
    const due =
      reader.get<{ count: number }>(`SELECT COUNT(*) AS count FROM request AS r WHERE ${dueSql}`, {
        today: day,
      })?.count ?? 0
    const now = `${day} ${due}`
    if (due === 0 || now === told) {
      return
    }
    told = now
    const { title, body } = shellTexts[language()].reminder
    showNotice({ title, body: fillIn(body, { count: String(due) }) })
  }
}
