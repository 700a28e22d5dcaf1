interface TerminatorPictureProps {
  readonly style: 'activity' | 'extra';
}

/** Both ways to draw a beginning: a capsule, or a capsule above a box. */
export function TerminatorPicture({ style }: TerminatorPictureProps) {
  return (
    <svg className="settingsPicture" viewBox="0 0 60 44" aria-hidden="true">
      {style === 'activity' ? (
        <>
          <rect x="14" y="5" width="32" height="14" rx="7" />
          <path d="M30 19v10m-2.5-4 2.5 4 2.5-4" />
          <rect x="14" y="30" width="32" height="11" />
        </>
      ) : (
        <>
          <rect x="17" y="2" width="26" height="10" rx="5" />
          <path d="M30 12v5" />
          <rect x="14" y="17" width="32" height="10" />
          <path d="M30 27v6" />
          <rect x="14" y="33" width="32" height="10" />
        </>
      )}
    </svg>
  );
}
