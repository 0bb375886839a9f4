import {onTestFinished} from 'vitest';
import {
  startPractice,
  type Practice,
  type PracticeOptions,
} from '../../../source/practice/practice.ts';

/** A practice Dashboard in this process, where a test can ask what arrived and which keys there are. */
export const practiceForTest = async (
  options: Omit<PracticeOptions, 'now'> = {},
): Promise<Practice> => {
  const practice = await startPractice({now: Date.now, ...options});
  onTestFinished(() => practice.close());
  return practice;
};
