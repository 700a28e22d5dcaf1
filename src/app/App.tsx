import { Center, Loader, MantineProvider } from '@mantine/core';
import { lazy, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Route, Switch } from 'wouter';
import { later, onDemand } from '#ui/later.ts';
import { TooltipLayer } from '#ui/TooltipLayer.tsx';
import { toTheme } from '#ui/theme.ts';
import { CrashPage } from './CrashPage.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';
import { SignedIn } from './SignedIn.tsx';

// What is shown before it is there waits in its store.
const Notices = later(() => import('./Notices.tsx').then((file) => file.Notices));
const SignInPage = onDemand(() =>
  import('./signIn/SignInPage.tsx').then((file) => file.SignInPage),
);
const SetupPage = onDemand(() => import('./signIn/SetupPage.tsx').then((file) => file.SetupPage));
const LinkPage = onDemand(() => import('./share/LinkPage.tsx').then((file) => file.LinkPage));
const ListPage = onDemand(() => import('./list/ListPage.tsx').then((file) => file.ListPage));
const EditorPage = lazy(() =>
  import('./editor/EditorPage.tsx').then((file) => ({ default: file.EditorPage })),
);
const ComparePage = onDemand(() =>
  import('./compare/ComparePage.tsx').then((file) => file.ComparePage),
);
const MeetingPages = onDemand(() =>
  import('./meeting/MeetingPages.tsx').then((file) => file.MeetingPages),
);
const PresentPage = onDemand(() =>
  import('./present/PresentPage.tsx').then((file) => file.PresentPage),
);
const DeskPage = onDemand(() => import('./present/DeskPage.tsx').then((file) => file.DeskPage));
const UsersPage = onDemand(() => import('./account/UsersPage.tsx').then((file) => file.UsersPage));
const AccountPage = onDemand(() =>
  import('./account/AccountPage.tsx').then((file) => file.AccountPage),
);

/** The whole application: look, messages, pages. */
export function App() {
  const { t, i18n } = useTranslation('common');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the labels follow the language.
  const theme = useMemo(
    () => toTheme({ close: t('close'), showPassword: t('showPassword') }),
    [i18n.resolvedLanguage],
  );
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <Suspense>
        <Notices />
      </Suspense>
      <TooltipLayer />
      <ErrorBoundary fallback={<CrashPage />}>
        <Suspense fallback={<PageLoader />}>
          <Pages />
        </Suspense>
      </ErrorBoundary>
    </MantineProvider>
  );
}

function Pages() {
  return (
    <Switch>
      <Route path="/masuk" component={SignInPage} />
      <Route path="/mulai" component={SetupPage} />
      <Route path="/">
        <SignedIn>
          <ListPage />
        </SignedIn>
      </Route>
      <Route path="/prosedur/:id">
        {({ id }) => (
          <SignedIn>
            <EditorPage key={id} procedureId={id} />
          </SignedIn>
        )}
      </Route>
      <Route path="/prosedur/:id/banding">
        {({ id }) => (
          <SignedIn>
            <ComparePage key={id} procedureId={id} />
          </SignedIn>
        )}
      </Route>
      <Route path="/prosedur/:id/paparan">
        {({ id }) => (
          <SignedIn>
            <PresentPage key={id} procedureId={id} />
          </SignedIn>
        )}
      </Route>
      <Route path="/prosedur/:id/paparan/penyaji">
        {({ id }) => (
          <SignedIn>
            <DeskPage key={id} presentationId={id} />
          </SignedIn>
        )}
      </Route>
      <Route path="/tautan/:token">
        {({ token }) => (
          <SignedIn>
            <LinkPage token={token} />
          </SignedIn>
        )}
      </Route>
      <Route path="/rapat/*?">
        <MeetingPages />
      </Route>
      <Route path="/pengguna">
        <SignedIn>
          <UsersPage />
        </SignedIn>
      </Route>
      <Route path="/akun">
        <SignedIn>
          <AccountPage />
        </SignedIn>
      </Route>
      <Route>
        <NotFoundPage />
      </Route>
    </Switch>
  );
}

function PageLoader() {
  const { t } = useTranslation('common');
  return (
    <Center h="100dvh">
      <Loader aria-label={t('loading')} />
    </Center>
  );
}
