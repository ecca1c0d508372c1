import { makeStyles, SearchBox, Text, tokens } from '@fluentui/react-components'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useUi, useUiActions } from '#renderer/state/page-context.tsx'
import { useWantedFocus } from '#renderer/state/use-wanted-focus.ts'
import { AccountSwitch } from './account-switch.tsx'

const useStyles = makeStyles({
  root: {
    gridArea: 'title',
    display: 'grid',
    gridTemplateColumns: 'minmax(144px, 1fr) minmax(200px, 480px) minmax(264px, 1fr)',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    paddingInline: `${tokens.spacingHorizontalL} ${tokens.spacingHorizontalS}`,
  },
  name: { whiteSpace: 'nowrap', overflow: 'hidden', textOverflow: 'ellipsis' },
  search: { width: '100%', maxWidth: 'none' },
  account: { display: 'flex', justifyContent: 'flex-end', minWidth: 0 },
})

/** The title area: the program's name, the one search box, and whose eyes the window looks through. */
export function TitleBar() {
  const { t } = useTranslation()
  const styles = useStyles()
  const input = useRef<HTMLInputElement>(null)
  const search = useUi((state) => state.customers.search)
  const screen = useUi((state) => state.route.screen)
  const { go, updateCustomers, focus } = useUiActions()
  useWantedFocus('search', () => {
    input.current?.focus()
    input.current?.select()
  })

  return (
    <header className={styles.root}>
      <Text weight="semibold" className={styles.name}>
        {t('app.name')}
      </Text>
      <SearchBox
        // Fluent types this ref as one to nothing; a function that takes any element fits it.
        ref={(element: HTMLInputElement | null) => {
          input.current = element
        }}
        className={styles.search}
        appearance="outline"
        aria-label={t('frame.search')}
        placeholder={t('frame.searchPlaceholder')}
        dismiss={{ 'aria-label': t('frame.searchClear') }}
        value={search}
        autoComplete="off"
        spellCheck={false}
        onChange={(_, { value }) => {
          updateCustomers({ search: value.slice(0, 200), selectedIndex: -1, selectedId: null })
          if (screen !== 'customers' || value !== '') {
            go({ screen: 'customers', isFullPage: false })
          }
        }}
        onKeyDown={(event) => {
          if ((event.key === 'ArrowDown' || event.key === 'Enter') && !event.nativeEvent.isComposing) {
            event.preventDefault()
            go({ screen: 'customers', isFullPage: false })
            focus('list')
          } else if (event.key === 'Escape' && search !== '') {
            event.preventDefault()
            updateCustomers({ search: '', selectedIndex: -1, selectedId: null })
          }
        }}
      />
      <div className={styles.account}>
        <AccountSwitch />
      </div>
    </header>
  )
}
