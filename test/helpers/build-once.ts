import {buildDist} from '../../source/build/dist.ts';
import {root} from './bundle.ts';

/** Vitest's global setup: end-to-end tests always run what the source says now. */
export const setup = async (): Promise<void> => {
  await buildDist(root);
};
