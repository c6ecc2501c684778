import { test } from './desk';

test.use({ start: 'M' });

/** What the engine says it did, in microseconds: of the clock, and of its thread's own time. */
interface TraceEvent {
  name: string;
  ph: string;
  ts: number;
  dur?: number;
  tdur?: number;
  tid: number;
}

const STEPS = 300;
const SCRIPT = new Set(['FunctionCall', 'EvaluateScript', 'RunMicrotasks', 'v8.callFunction']);

/** Script that ran outside any other script. */
function outermost(events: TraceEvent[]): TraceEvent[] {
  const kept: TraceEvent[] = [];
  let end = 0;
  for (const event of events.filter(({ name, ph }) => ph === 'X' && SCRIPT.has(name))) {
    if (event.ts < end) continue;
    end = event.ts + (event.dur ?? 0);
    kept.push(event);
  }
  return kept;
}

/** Scrolls through five thousand rows a frame at a time and prints how long script ran in a frame. Decides nothing. */
test('script in a frame while the grid scrolls', async ({ desk, page }) => {
  await desk.open();
  await desk.go('workplan');
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await session.send('Tracing.start', {
    traceConfig: { includedCategories: ['devtools.timeline', 'devtools.timeline.frame', 'v8.execute'] },
    transferMode: 'ReportEvents',
  });
  // By the wheel: a script that scrolls would have the page laid out within itself.
  const box = await desk.part('scroll').first().boundingBox();
  await page.mouse.move((box?.x ?? 0) + 200, (box?.y ?? 0) + 200);
  for (let step = 0; step < STEPS; step += 1) await page.mouse.wheel(0, 170);
  await desk.settled();
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  events.sort((a, b) => a.ts - b.ts);
  // Once a frame, after all script of it, the page is put into layers.
  const frames = events.filter(({ name }) => name === 'Layerize');
  const main = frames[0]?.tid;
  const times = frames.map(() => 0);
  for (const { ts, dur, tdur } of outermost(events.filter(({ tid }) => tid === main))) {
    const at = frames.findIndex((frame) => frame.ts >= ts);
    if (at >= 0) times[at] = (times[at] ?? 0) + (tdur ?? dur ?? 0) / 1000;
  }
  times.sort((a, b) => a - b);
  const rank = (share: number): string => (times[Math.floor(times.length * share)] ?? 0).toFixed(2);
  console.log(
    `${times.length} frames: script ${rank(0.5)} ms in the middle, ${rank(0.95)} ms p95 (budget 4), ${rank(0.99)} ms p99`,
  );
});
