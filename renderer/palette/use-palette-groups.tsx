import { ArrowCircleRight20Regular } from '@fluentui/react-icons/svg/arrow-circle-right'
import { CalendarLtr20Regular } from '@fluentui/react-icons/svg/calendar-ltr'
import { History20Regular } from '@fluentui/react-icons/svg/history'
import { Link20Regular } from '@fluentui/react-icons/svg/link'
import { List20Regular } from '@fluentui/react-icons/svg/list'
import { Mail20Regular } from '@fluentui/react-icons/svg/mail'
import { Person20Regular } from '@fluentui/react-icons/svg/person'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { actionIds, shownKeys, specOf, type ActionId } from '#shared/actions.ts'
import type { ListName } from '#shared/domain/list-columns.ts'
import type { ViewValue } from '#shared/protocol.ts'
import { isMac } from '#renderer/parts/key-caps.tsx'
import { useAccountParam, useScope } from '#renderer/parts/scope.tsx'
import { useAsOfParam } from '#renderer/state/as-of.ts'
import { useUi, useUiActions } from '#renderer/state/page-context.tsx'
import type { RecentHit } from '#renderer/state/ui-state.ts'
import { useView } from '#renderer/state/use-view.ts'
import { rank, type PaletteGroup, type PaletteItem } from './palette-items.ts'

type Found = ViewValue<'search.everywhere'>
type Hit = Found['customers']['hits'][number]

/** What the palette needs of the frame. */
export type PaletteActions = {
  readonly isOffered: (id: ActionId) => boolean
  readonly run: (id: ActionId) => void
  readonly switchAccount: (accountId: string | null) => void
  readonly showAll: (list: ListName, search: string) => void
}

const icons: { readonly [K in Hit['kind']]: ReactNode } = {
  customer: <Person20Regular aria-hidden />,
  subscription: <CalendarLtr20Regular aria-hidden />,
  request: <Mail20Regular aria-hidden />,
  link: <Link20Regular aria-hidden />,
}

/** What the palette shows for a text: actions and accounts by their names, and everything main finds. */
export function usePaletteGroups(text: string, actions: PaletteActions) {
  const { t } = useTranslation()
  const { accounts } = useScope()
  const { remember, openCustomer, openRequest } = useUiActions()
  const recent = useUi((state) => state.recent)
  const wanted = text.trim()
  const search = useView('search.everywhere', { ...useAccountParam(), ...useAsOfParam(), text: wanted })
  const isAnswered = !search.isStale && search.value !== undefined

  const actionItem = (id: ActionId): PaletteItem => {
    const title = t(`desk.actions.${id}`)
    return {
      key: `action-${id}`,
      title,
      keys: shownKeys(id, isMac),
      icon: <ArrowCircleRight20Regular aria-hidden />,
      run: () => {
        remember({ kind: 'action', id, title })
        actions.run(id)
      },
    }
  }
  const open = (hit: Pick<Hit, 'kind' | 'id' | 'customerId' | 'title' | 'detail'>) => {
    if (hit.kind === 'request') {
      remember({ kind: 'request', id: hit.id, title: hit.title })
      openRequest(hit.id)
    } else if (hit.kind === 'link') {
      actions.showAll('links', hit.detail)
    } else if (hit.customerId !== null) {
      if (hit.kind === 'customer') {
        remember({ kind: 'customer', id: hit.customerId, title: hit.title })
      }
      openCustomer(hit.customerId)
    }
  }
  const hitItem = (hit: Hit): PaletteItem => ({
    key: `${hit.kind}-${hit.id}`,
    title: hit.title,
    detail: hit.isSample ? [hit.detail, t('sample.badge')].filter(Boolean).join(' · ') : hit.detail,
    icon: icons[hit.kind],
    ...(hit.kind === 'link' ? {} : { customerId: hit.customerId }),
    run: () => open(hit),
  })
  const recentItem = (hit: RecentHit): PaletteItem[] => {
    const id = actionIds.find((each) => each === hit.id)
    if (hit.kind === 'action') {
      return id !== undefined && actions.isOffered(id) ? [actionItem(id)] : []
    }
    const { kind } = hit
    return [
      {
        key: `recent-${kind}-${hit.id}`,
        title: hit.title,
        icon: kind === 'customer' ? icons.customer : <History20Regular aria-hidden />,
        customerId: kind === 'customer' ? hit.id : null,
        run: () => open({ kind, id: hit.id, customerId: hit.id, title: hit.title, detail: '' }),
      },
    ]
  }

  const offered = actionIds.filter((id) => specOf(id).place !== 'keys' && actions.isOffered(id))
  const groups: PaletteGroup[] = []
  const add = (name: string, items: readonly PaletteItem[]) => {
    if (items.length > 0) {
      groups.push({ name, items })
    }
  }
  if (wanted === '') {
    add(t('desk.palette.recent'), recent.flatMap(recentItem).slice(0, 6))
    const known = new Set(groups.flatMap((group) => group.items.map((item) => item.key)))
    add(
      t('desk.palette.actions'),
      offered.map(actionItem).filter((item) => !known.has(item.key)),
    )
    return { groups, isWaiting: false }
  }

  const ranked = offered
    .map((id) => ({ id, score: rank(wanted, t(`desk.actions.${id}`), specOf(id).words) }))
    .filter(({ score }) => score > 0)
    .toSorted((one, other) => other.score - one.score)
    .slice(0, 6)
  // Two letters are in many words: who is looked for stands above what merely holds them.
  const isMeant = ({ score }: { readonly score: number }) => score > 3 || (score === 3 && wanted.length > 2)
  const loose = ranked.filter((each) => !isMeant(each))
  const scopes: readonly { readonly id: string | null; readonly name: string }[] = [
    ...accounts.map(({ id, companyName }) => ({ id, name: companyName })),
    { id: null, name: t('frame.allAccounts') },
  ]
  const switches = scopes
    .map(({ id, name }) => ({ id, title: t('desk.switchAccount', { name }) }))
    .filter(({ title }) => accounts.length > 1 && rank(wanted, title, 'account zh') > 0)
    .slice(0, 3)
    .map(({ id, title }) => ({
      key: `account-${id ?? 'all'}`,
      title,
      icon: <ArrowCircleRight20Regular aria-hidden />,
      run: () => actions.switchAccount(id),
    }))
  add(
    t('desk.palette.actions'),
    ranked.filter(isMeant).map(({ id }) => actionItem(id)),
  )
  if (search.value !== undefined) {
    for (const list of ['customers', 'subscriptions', 'requests', 'links'] as const) {
      const { total, hits } = search.value[list]
      const more: PaletteItem = {
        key: `all-${list}`,
        title: t('desk.palette.showAll', { count: total }),
        icon: <List20Regular aria-hidden />,
        run: () => actions.showAll(list, wanted),
      }
      add(t(`desk.palette.${list}`), [...hits.map(hitItem), ...(total > hits.length ? [more] : [])])
    }
  }
  add(t('desk.palette.further'), [...loose.map(({ id }) => actionItem(id)), ...switches])
  return { groups, isWaiting: !isAnswered }
}
