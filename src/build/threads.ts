import { Worker } from 'node:worker_threads';

/** Starts the module at `url` as a thread of the build, which hears `data`. */
export const startThread = (url: string, data?: unknown): Worker =>
  // Most of what it makes is gone at once, and by itself it would hold ten times as much.
  new Worker(new URL(url), { workerData: data, resourceLimits: { maxYoungGenerationSizeMb: 24 } });
