import { z } from 'zod';
import { fileSchema } from '#core/model/schema.ts';

/** A procedure file, for the description of the interface: our parser reads it, and routes send it as text. */
export const procedureFile: z.core.$ZodType<unknown> = fileSchema.register(z.globalRegistry, {
  id: 'ProcedureFile',
  description: 'A procedure file, see docs/format.md',
});
