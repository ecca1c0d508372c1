import {
  Button,
  makeStyles,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  Text,
  tokens,
} from '@fluentui/react-components'
import { Info16Regular } from '@fluentui/react-icons/svg/info'
import { useTranslation } from 'react-i18next'
import { capabilityNames, cloudRules } from '#shared/domain/capabilities.ts'
import type { RuleSource } from '#shared/domain/capabilities.ts'
import type { Cloud } from '#shared/domain/cloud.ts'
import { useFormat } from '#renderer/parts/format.ts'

const useStyles = makeStyles({
  button: { alignSelf: 'flex-start' },
  surface: { maxWidth: '420px', maxHeight: '440px', overflow: 'auto' },
  list: { margin: 0, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  rule: { display: 'flex', flexDirection: 'column' },
  heading: { margin: `0 0 ${tokens.spacingVerticalS}` },
  answer: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground3 },
})

/** What a cloud's documents say about relationship requests, each answer with the document and its date. */
export function CapabilitiesInfo({ cloud }: { readonly cloud: Cloud }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const format = useFormat()
  const rules = cloudRules[cloud]
  const rows: readonly (readonly [string, string, readonly RuleSource[]])[] = [
    ...capabilityNames.map(
      (name) =>
        [
          t(`capabilities.names.${name}`),
          t(`capabilities.answers.${rules.capabilities[name].answer}`),
          rules.capabilities[name].sources,
        ] as const,
    ),
    [
      t('capabilities.requesters'),
      format.list(rules.requesters.roles.map((role) => t(`roles.${role}`))),
      rules.requesters.sources,
    ],
    [
      t('capabilities.acceptedIn'),
      t(`capabilities.portals.${rules.acceptedIn.portal}`),
      rules.acceptedIn.sources,
    ],
    [
      t('capabilities.acceptor'),
      t(rules.acceptor.role === null ? 'capabilities.acceptorUnnamed' : 'capabilities.acceptorGlobal'),
      rules.acceptor.sources,
    ],
  ]
  return (
    <Popover trapFocus positioning={{ autoSize: 'height' }}>
      <PopoverTrigger disableButtonEnhancement>
        <Button size="small" appearance="subtle" className={styles.button} icon={<Info16Regular />}>
          {t('capabilities.title')}
        </Button>
      </PopoverTrigger>
      <PopoverSurface className={styles.surface} aria-label={t('capabilities.title')}>
        <Text as="h3" weight="semibold" block className={styles.heading}>
          {t('capabilities.title')}
        </Text>
        <dl className={styles.list}>
          {rows.map(([name, answer, sources]) => (
            <div key={name} className={styles.rule}>
              <dt>
                <Text size={200} className={styles.quiet}>
                  {name}
                </Text>
              </dt>
              <dd className={styles.answer}>
                {answer}
                <Text size={100} block className={styles.quiet}>
                  {sources.length === 0
                    ? t('capabilities.noSource')
                    : sources
                        .map(({ document, date }) => t('capabilities.source', { document, date }))
                        .join('; ')}
                </Text>
              </dd>
            </div>
          ))}
        </dl>
      </PopoverSurface>
    </Popover>
  )
}
