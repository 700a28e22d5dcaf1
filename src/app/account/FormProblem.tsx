import { Alert } from '@mantine/core';

/** What is to be mended in a form; nothing when there is nothing. */
export function FormProblem({ text }: { readonly text: string | undefined }) {
  return (
    text && (
      <Alert color="red" role="alert">
        {text}
      </Alert>
    )
  );
}
