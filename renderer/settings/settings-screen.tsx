import {
  Button,
  Field,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Radio,
  RadioGroup,
  Slider,
  Switch,
  Text,
  tokens,
} from '@fluentui/react-components'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { languages } from '#shared/domain/cloud.ts'
import { ProfileField } from '#renderer/own/profile-field.tsx'
import { Fact, FactList } from '#renderer/parts/fact-list.tsx'
import { useNotify } from '#renderer/parts/notify.tsx'
import { PageHeader } from '#renderer/parts/page-header.tsx'
import { Problem } from '#renderer/parts/problem.tsx'
import { useScope, type Scope } from '#renderer/parts/scope.tsx'
import { useUiActions } from '#renderer/state/page-context.tsx'
import { useCommand } from '#renderer/state/use-command.ts'
import { useView } from '#renderer/state/use-view.ts'
import { Backups } from './backups.tsx'
import { RenewalSettings } from './renewal-settings.tsx'

const useStyles = makeStyles({
  root: {
    flex: 1,
    minHeight: 0,
    overflow: 'auto',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalL}`,
  },
  section: {
    maxWidth: '720px',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalL,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
  },
  heading: { margin: 0 },
  zoom: { width: '100%' },
  zoomRow: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM },
  slider: { flex: 1, maxWidth: '360px' },
  figure: { minWidth: '48px', textAlign: 'end', fontVariantNumeric: 'tabular-nums' },
  quiet: { color: tokens.colorNeutralForeground3 },
})

/** The window's language and theme, the sample data, and what this program is. */
export function SettingsScreen() {
  const { t } = useTranslation()
  const styles = useStyles()
  const { preferences } = useScope()
  const update = useCommand('preferences.update')
  // Everything grows under the pointer while the slider moves, so the size is taken when it is let go.
  const [zoom, setZoom] = useState<number | null>(null)
  const keepZoom = () => {
    if (zoom !== null) {
      void update.run({ zoom }).then(() => setZoom(null))
    }
  }
  return (
    <>
      <PageHeader title={t('settings.title')} />
      <div className={styles.root}>
        {preferences.quarantinedFile !== null && (
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>
              {t('settings.quarantined', { file: preferences.quarantinedFile })}
            </MessageBarBody>
          </MessageBar>
        )}
        {update.error !== null && <Problem error={update.error} />}
        <Section title={t('own.profile.title')}>
          <ProfileField />
        </Section>
        <Section title={t('settings.language')}>
          <Field hint={t('settings.languageHint')}>
            <RadioGroup
              aria-label={t('settings.language')}
              value={preferences.language}
              onChange={(_, { value }) =>
                void update.run({ language: value as Scope['preferences']['language'] })
              }
            >
              <Radio
                value="system"
                label={t('settings.languageSystem', {
                  language: t(`languages.${preferences.systemLanguage}`),
                })}
              />
              {languages.map((language) => (
                <Radio key={language} value={language} label={t(`languages.${language}`)} />
              ))}
            </RadioGroup>
          </Field>
        </Section>
        <Section title={t('settings.theme')}>
          <RadioGroup
            aria-label={t('settings.theme')}
            value={preferences.theme}
            onChange={(_, { value }) => void update.run({ theme: value as Scope['preferences']['theme'] })}
          >
            {(['system', 'light', 'dark'] as const).map((theme) => (
              <Radio key={theme} value={theme} label={t(`settings.themes.${theme}`)} />
            ))}
            <Radio value="high-contrast" label={t('desk.settings.highContrast')} />
          </RadioGroup>
        </Section>
        <Section title={t('desk.settings.density')}>
          <RadioGroup
            aria-label={t('desk.settings.density')}
            layout="horizontal"
            value={preferences.density}
            onChange={(_, { value }) =>
              void update.run({ density: value as Scope['preferences']['density'] })
            }
          >
            {(['comfortable', 'compact'] as const).map((density) => (
              <Radio key={density} value={density} label={t(`desk.settings.densities.${density}`)} />
            ))}
          </RadioGroup>
        </Section>
        <Section title={t('desk.settings.zoom')}>
          <Field hint={t('desk.settings.zoomHint')} className={styles.zoom}>
            <div className={styles.zoomRow}>
              <Slider
                aria-label={t('desk.settings.zoom')}
                className={styles.slider}
                min={80}
                max={200}
                step={10}
                value={zoom ?? preferences.zoom}
                onChange={(_, { value }) => setZoom(value)}
                onPointerUp={keepZoom}
                onKeyUp={keepZoom}
                onBlur={keepZoom}
              />
              <Text className={styles.figure}>{`${zoom ?? preferences.zoom} %`}</Text>
              <Button size="small" onClick={() => void update.run({ zoom: 100 })}>
                {t('desk.actions.zoomReset')}
              </Button>
            </div>
          </Field>
        </Section>
        <Section title={t('renewalSettings.title')}>
          <RenewalSettings />
        </Section>
        <Section title={t('ledger.settings.title')}>
          <Switch
            label={t('ledger.settings.label')}
            checked={preferences.isReminding}
            onChange={(_, { checked }) => void update.run({ isReminding: checked })}
          />
          <Text size={200} className={styles.quiet}>
            {t('ledger.settings.hint')}
          </Text>
        </Section>
        <Section title={t('backups.title')}>
          <Backups />
        </Section>
        <SampleSection />
        <AboutSection />
      </div>
    </>
  )
}

function SampleSection() {
  const { t } = useTranslation()
  const styles = useStyles()
  const notify = useNotify()
  const { accounts } = useScope()
  const { updateCustomers, selectRequest } = useUiActions()
  const load = useCommand('sample.load')
  const remove = useCommand('sample.remove')
  const hasSample = accounts.some((account) => account.isSample)
  const error = load.error ?? remove.error

  const change = async () => {
    if (hasSample) {
      const result = await remove.run({})
      if (result.ok) {
        updateCustomers({ selectedId: null, selectedIndex: -1 })
        selectRequest(-1, null)
        notify({ title: t('sample.removed', { count: result.value.customers }) })
      }
    } else if ((await load.run({})).ok) {
      notify({ title: t('sample.marker'), body: t('sample.loaded'), intent: 'info' })
    }
  }

  return (
    <Section title={t('settings.sample')}>
      <Text className={styles.quiet}>{t(hasSample ? 'settings.sampleOn' : 'settings.sampleOff')}</Text>
      {error !== null && <Problem error={error} />}
      <Button onClick={() => void change()} disabled={load.pending || remove.pending}>
        {t(hasSample ? 'sample.remove' : 'settings.loadSample')}
      </Button>
    </Section>
  )
}

function AboutSection() {
  const { t } = useTranslation()
  const about = useView('application.about', {}).value
  return (
    <Section title={t('settings.about')}>
      {about !== undefined && (
        <FactList>
          {(['version', 'runtime', 'database', 'dataFolder'] as const).map((fact) => (
            <Fact key={fact} name={t(`settings.${fact}`)}>
              {about[fact]}
            </Fact>
          ))}
        </FactList>
      )}
    </Section>
  )
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const styles = useStyles()
  return (
    <section className={styles.section}>
      <Text as="h2" size={400} weight="semibold" className={styles.heading}>
        {title}
      </Text>
      {children}
    </section>
  )
}
