import type { Reporter, TestModule } from 'vitest/node';

/** Ends the run with one line: how many tests passed and how many failed. A file that does not load counts as a failure. */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const states = modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result().state));
    const broken = modules.filter((module) => module.errors().length > 0).length + errors.length;
    const passed = states.filter((state) => state === 'passed').length;
    process.on('exit', () => process.stdout.write(`${passed} passed, ${states.length - passed + broken} failed\n`));
  }
}
