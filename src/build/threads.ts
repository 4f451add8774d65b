/** Work that goes on beside the rest: on another core, in memory that is given back when it is done. */
import Tinypool from 'tinypool';
import type * as thread from './thread.ts';

type Work = typeof thread;

const pool = new Tinypool({ filename: new URL('thread.ts', import.meta.url).href, minThreads: 0 });

/** Does the `name` of thread.ts in a thread. Throws what that throws. */
export const inThread = <Name extends keyof Work>(name: Name, task: Parameters<Work[Name]>[0]): ReturnType<Work[Name]> => pool.run(task, { name }) as ReturnType<Work[Name]>;
