import { POST as revalidate } from '../revalidate/route';

/** The name that `/api/internal/revalidate` had in 0.1: scripts of that release still ask here. The next one drops it. */
export const POST = revalidate;
