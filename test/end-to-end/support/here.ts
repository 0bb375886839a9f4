import {startWalk, type Walk} from '../../helpers/walk.ts';
import {practiceForTest} from './practice.ts';

/** A walk at a practice Dashboard of its own, on the first question, with the list there. */
export const startHere = async (): Promise<Walk> => {
  const walk = startWalk({server: await practiceForTest()});
  await walk.arrives('way');
  await walk.hasLoaded();
  return walk;
};
