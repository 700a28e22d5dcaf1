import { Container, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { Logo } from '#ui/Logo.tsx';
import { useMe } from './me.ts';
import { UserMenu } from './UserMenu.tsx';
import './PageFrame.css';

export interface PageFrameProps {
  readonly children: ReactNode;
}

/** Header, navigation and content of every page but the editor. */
export function PageFrame({ children }: PageFrameProps) {
  const { t } = useTranslation('shell');
  const { t: tCommon } = useTranslation('common');
  const { me } = useMe();
  return (
    <>
      <a className="skipLink" href="#isi">
        {tCommon('skipToContent')}
      </a>
      <header className="pageHeader">
        <Link href="/" className="pageBrand">
          <Logo />
          <Text component="span" fw={700} fz="lg">
            {tCommon('appName')}
          </Text>
        </Link>
        <nav className="pageNav" aria-label={tCommon('appName')}>
          <NavLink href="/" label={t('menu.procedures')} />
          <NavLink href="/rapat" label={t('menu.meetings')} />
          {me.isAdmin && <NavLink href="/pengguna" label={t('menu.users')} />}
        </nav>
        <Group gap="xs" ml="auto">
          <UserMenu />
        </Group>
      </header>
      <Container component="main" id="isi" tabIndex={-1} size={1080} pt={28} pb={64}>
        {children}
      </Container>
    </>
  );
}

interface NavLinkProps {
  readonly href: string;
  readonly label: string;
}

function NavLink({ href, label }: NavLinkProps) {
  const [path] = useLocation();
  return (
    <Link href={href} className="pageNavLink" aria-current={path === href ? 'page' : undefined}>
      {label}
    </Link>
  );
}
