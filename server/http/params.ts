import { z } from 'zod';

/** An id in an address. PostgreSQL takes no text with a zero character, so that is refused at the door. */
export const idParam = z.string().refine((id) => !id.includes('\0'), 'is no id');

/** `/api/procedures/:id/…` */
export const procedureParams = z.object({ id: idParam });
