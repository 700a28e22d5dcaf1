import { Button, Group, Text } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import './VariantVoteStage.css';

export interface StageHeadProps {
  readonly title: string;
  /** What stands below the title. */
  readonly children?: ReactNode;
  /** What else can be done, before the way back. */
  readonly tools?: ReactNode;
  readonly backLabel: string;
  onBack(): void;
}

/** Over variants that stand in the place of the presentation: what they are, and the way back. */
export function StageHead({ title, children, tools, backLabel, onBack }: StageHeadProps) {
  return (
    <header className="variantVoteHead">
      <div className="variantVoteWords">
        <Text component="h2" className="variantVoteQuestion">
          {title}
        </Text>
        {children}
      </div>
      <Group gap={8} wrap="nowrap" className="variantVoteTools">
        {tools}
        <Button
          size="sm"
          variant="default"
          leftSection={<IconArrowBackUp size={16} aria-hidden="true" />}
          aria-label={backLabel}
          className="variantVoteBack"
          onClick={onBack}
        >
          {backLabel}
        </Button>
      </Group>
    </header>
  );
}
